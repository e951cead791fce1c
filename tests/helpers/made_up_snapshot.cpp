#include "helpers/made_up_snapshot.h"

#include "snapshot/ref.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace ipcscope::testing {

namespace {

[[noreturn]] void give_up(const char* what, std::string_view which) {
    std::fprintf(stderr, "made-up snapshot: %s '%.*s'\n", what, static_cast<int>(which.size()), which.data());
    std::abort();
}

}  // namespace

SnapshotMaker::SnapshotMaker() {
    text("");
}

bool SnapshotMaker::knows(std::string_view prefix) {
    return kind_of_prefix(prefix) != no_kind;
}

TextIndex SnapshotMaker::text(std::string_view octets) {
    const auto [known, made] =
        index_of_text_.try_emplace(std::string(octets), static_cast<TextIndex>(texts_.size()));
    if (made) texts_.emplace_back(octets);
    return known->second;
}

ProcessIndex SnapshotMaker::process(pid_t pid, std::string_view name, std::uint32_t uid) {
    if (!processes_.empty() && processes_.back().pid >= pid) give_up("processes come by pid:", name);
    SeenProcess process;
    process.pid = pid;
    process.uid = uid;
    process.name = text(name);
    process.state = 'S';
    process.start_ticks = static_cast<std::uint64_t>(pid);
    processes_.push_back(process);
    return static_cast<ProcessIndex>(processes_.size() - 1);
}

ObjectIndex SnapshotMaker::object(std::string_view ref, std::string_view name) {
    const auto parts = split_ref(ref);
    const auto kind = kind_of_prefix(parts.prefix);
    if (kind == no_kind) give_up("no kind for", ref);
    Object object;
    object.seen.kind = static_cast<std::uint16_t>(kind);
    object.seen.key = text(parts.key);
    object.seen.name = text(name);
    object.cells.resize(monitored_kinds()[kind].kind->fields.size());
    objects_.push_back(std::move(object));
    return static_cast<ObjectIndex>(objects_.size() - 1);
}

Cell& SnapshotMaker::cell(ObjectIndex object, std::string_view field) {
    auto& to = objects_[object];
    const auto at = field_index(*monitored_kinds()[to.seen.kind].kind, field);
    if (at == no_kind) give_up("no field", field);
    return to.cells[at];
}

void SnapshotMaker::set(ObjectIndex object, std::string_view field, std::int64_t number) {
    cell(object, field) = {number, 0, CellState::known};
}

void SnapshotMaker::set(ObjectIndex object, std::string_view field, std::string_view octets) {
    const auto index = text(octets);
    cell(object, field) = {0, index, CellState::known};
}

void SnapshotMaker::missing(ObjectIndex object, std::string_view field, CellState why,
                            std::string_view words) {
    const auto index = text(words);
    cell(object, field) = {0, index, why};
}

void SnapshotMaker::hold(ObjectIndex object, ProcessIndex process, Access access, int fd, Hold kind) {
    SeenHold hold;
    hold.process = process;
    hold.access = access;
    hold.fd = kind == Hold::descriptor ? fd : -1;
    hold.kind = kind;
    objects_[object].holds.push_back(hold);
}

void SnapshotMaker::wait(ObjectIndex object, ProcessIndex process, Access direction, std::string_view words) {
    SeenWait wait;
    wait.process = process;
    wait.thread = processes_[process].pid;
    wait.direction = direction;
    wait.words = text(words);
    objects_[object].waits.push_back(wait);
}

void SnapshotMaker::join(ObjectIndex a, ObjectIndex b) {
    objects_[a].ends.push_back(b);
    objects_[b].ends.push_back(a);
}

void SnapshotMaker::gap(std::string_view words, std::string_view needs) {
    const auto what = text(words), by = text(needs);
    gaps_.push_back({0xffff, what, by});
}

std::shared_ptr<const Snapshot> SnapshotMaker::make() const {
    auto out = std::make_shared<Snapshot>();
    out->taken_ns = taken_ns;
    out->taken_at = taken_at;
    out->took_ns = 1'000'000;
    out->uid = 1000;
    out->owners = owners;
    out->needs = takes;
    out->processes_complete = processes_complete;
    out->calls_complete = calls_complete;
    out->processes = processes_;
    out->gaps = gaps_;
    std::vector<ObjectIndex> order(objects_.size()), place(objects_.size());
    std::iota(order.begin(), order.end(), ObjectIndex{0});
    std::sort(order.begin(), order.end(), [&](ObjectIndex a, ObjectIndex b) {
        const auto &x = objects_[a].seen, &y = objects_[b].seen;
        return x.kind != y.kind ? x.kind < y.kind : texts_[x.key] < texts_[y.key];
    });
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = static_cast<ObjectIndex>(i);
    const auto size = [](const auto& all) { return static_cast<std::uint32_t>(all.size()); };
    for (const auto from : order) {
        const auto& object = objects_[from];
        auto seen = object.seen;
        seen.cells = size(out->cells);
        out->cells.insert(out->cells.end(), object.cells.begin(), object.cells.end());
        seen.holds = size(out->holds);
        seen.hold_count = size(object.holds);
        for (auto hold : object.holds) {
            hold.object = place[from];
            out->holds.push_back(hold);
        }
        seen.waits = size(out->waits);
        seen.wait_count = size(object.waits);
        for (auto wait : object.waits) {
            wait.object = place[from];
            out->waits.push_back(wait);
        }
        seen.ends = size(out->ends);
        seen.end_count = size(object.ends);
        for (const auto end : object.ends)
            out->ends.push_back(place[end]);
        out->objects.push_back(seen);
    }
    for (const auto& one : texts_) {
        out->text_begins.push_back(size(out->texts));
        out->texts += one;
    }
    out->text_begins.push_back(size(out->texts));
    return out;
}

}  // namespace ipcscope::testing
