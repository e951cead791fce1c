#include "probe/sample_builder.h"

#include "snapshot/ref.h"

#include <algorithm>
#include <numeric>

namespace ipcscope {
namespace {

// Counting sort: `of(item)` is a number below `kinds`. `sorted`, `begins`: memory to work in.
template <typename Item, typename Of>
void sort_by_number(std::vector<Item>& items, std::size_t kinds, std::vector<Item>& sorted,
                    std::vector<std::uint32_t>& begins, Of of) {
    begins.assign(kinds + 1, 0);
    for (const auto& item : items)
        ++begins[of(item) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    sorted.resize(items.size());
    for (const auto& item : items)
        sorted[begins[of(item)]++] = item;
    items.swap(sorted);
}

// The first octets as a number that compares as they do.
std::uint64_t first_octets(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return number;
}

}  // namespace

SampleBuilder::SampleBuilder() {
    for (const auto& one : monitored_kinds())
        field_counts_.push_back(static_cast<std::uint32_t>(one.kind->fields.size()));
}

void SampleBuilder::clear() {
    uid_ = ~0u;
    mechanism = 0xffff;
    looking_at = none_index;
    out_.processes.clear();
    out_.objects.clear();
    out_.holds.clear();
    out_.waits.clear();
    out_.ends.clear();
    out_.cells.clear();
    out_.gaps.clear();
    pool_.take_back(out_.texts, out_.text_begins);
    if (pool_.next()) before_.clear();  // its keys are numbers of texts
    of_text_.clear();
    known_.clear();
    keys_.clear();
    tiers_.clear();
    statuses_.clear();
    files_.clear();
    joins_.clear();
}

ProcessIndex SampleBuilder::add_process(const SeenProcess& process, Tier tier, std::string_view status) {
    out_.processes.push_back(process);
    tiers_.push_back(tier);
    statuses_.push_back(status);
    files_.emplace_back();
    return static_cast<ProcessIndex>(out_.processes.size() - 1);
}

void SampleBuilder::note_gap(std::uint16_t mechanism_index, std::string_view words, std::string_view needs) {
    const SeenGap gap{mechanism_index, text(words), text(needs)};
    const auto same = [&](const SeenGap& other) {
        return other.mechanism == gap.mechanism && other.words == gap.words && other.needs == gap.needs;
    };
    if (std::none_of(out_.gaps.begin(), out_.gaps.end(), same)) out_.gaps.push_back(gap);
}

void SampleBuilder::mark_incomplete(const std::vector<bool>& holders, const std::vector<bool>& waiters) {
    std::vector<std::size_t> mechanisms;  // of kinds
    const auto specs = monitor_specs();
    for (const auto& kind : monitored_kinds())
        mechanisms.push_back(
            static_cast<std::size_t>(std::find(specs.begin(), specs.end(), kind.mechanism) - specs.begin()));
    for (auto& object : out_.objects) {
        object.holders_complete = object.holders_complete && !holders[mechanisms[object.kind]];
        object.waiters_complete = object.waiters_complete && !waiters[mechanisms[object.kind]];
    }
}

ObjectIndex SampleBuilder::known(std::size_t kind, TextIndex raw) const {
    const auto first = raw < of_text_.size() ? of_text_[raw] : none_index;
    if (first == none_index || out_.objects[first].kind == kind) return first;
    return known_.find(static_cast<std::uint32_t>(kind), raw);
}

ObjectIndex SampleBuilder::object(std::size_t kind, std::string_view key) {
    const auto raw = pool_.add(key);
    if (const auto there = known(kind, raw); there != none_index) return there;
    const auto place = static_cast<ObjectIndex>(out_.objects.size());
    if (raw >= of_text_.size()) of_text_.resize(raw + 1 + raw / 4, none_index);
    if (of_text_[raw] == none_index)
        of_text_[raw] = place;
    else
        known_.at(static_cast<std::uint32_t>(kind), raw) = place;
    SeenObject object;
    object.kind = static_cast<std::uint16_t>(kind);
    if (looking_at != none_index) object.tier = tiers_[looking_at];
    object.cells = static_cast<std::uint32_t>(out_.cells.size());
    out_.cells.resize(out_.cells.size() + field_counts_[kind]);
    const bool plain = std::all_of(key.begin(), key.end(),
                                   [](char c) { return c > ' ' && c < 0x7f && c != '%' && c != '"'; });
    object.key = plain ? raw : pool_.add(escape_key(key));
    keys_.push_back(raw);
    out_.objects.push_back(object);
    return place;
}

ObjectIndex SampleBuilder::find(std::size_t kind, std::string_view key) const {
    TextIndex raw = 0;
    return pool_.find(key, raw) ? known(kind, raw) : none_index;
}

std::string_view SampleBuilder::key(ObjectIndex object) const {
    return pool_.text(keys_[object]);
}

void SampleBuilder::set_text(ObjectIndex object, std::size_t field, std::string_view octets) {
    const auto kept = pool_.add(octets);
    if (auto* cell = cell_at(object, field)) *cell = {0, kept, CellState::known};
}

void SampleBuilder::set_missing(ObjectIndex object, std::size_t field, CellState why,
                                std::string_view words) {
    const auto kept = pool_.add(words);
    if (auto* cell = cell_at(object, field)) *cell = {0, kept, why};
}

const Cell& SampleBuilder::cell(ObjectIndex object, std::size_t field) const {
    static const Cell absent;
    const auto& seen = out_.objects[object];
    return field < field_counts_[seen.kind] ? out_.cells[seen.cells + field] : absent;
}

void SampleBuilder::wait(const SeenWait& wait) {
    if (wait.object >= out_.objects.size() || wait.process >= out_.processes.size()) return;
    out_.waits.push_back(wait);
    if (wait.since_ns == 0) out_.waits.back().since_ns = since_ns_;
}

void SampleBuilder::join(ObjectIndex a, ObjectIndex b) {
    if (a >= out_.objects.size() || b >= out_.objects.size()) return;
    joins_.emplace_back(a, b);
    if (a != b) joins_.emplace_back(b, a);
}

void SampleBuilder::gap(std::size_t kind, std::string_view words, std::string_view needs) {
    auto index = kind == every_kind ? std::uint16_t{0xffff} : mechanism;
    if (kind < monitored_kinds().size()) {
        const auto specs = monitor_specs();
        const auto found = std::find(specs.begin(), specs.end(), monitored_kinds()[kind].mechanism);
        index = static_cast<std::uint16_t>(found - specs.begin());
    }
    note_gap(index, words, needs);
}

ProcessIndex SampleBuilder::process(pid_t pid) const {
    const auto& all = out_.processes;
    const auto found = std::lower_bound(
        all.begin(), all.end(), pid, [](const SeenProcess& one, pid_t wanted) { return one.pid < wanted; });
    return found == all.end() || found->pid != pid ? none_index
                                                   : static_cast<ProcessIndex>(found - all.begin());
}

void SampleBuilder::leave_out() {
    std::vector<bool> stays;
    for (const auto& object : out_.objects)
        stays.push_back(object.uid == uid_ || object.uid == ~0u);
    for (const auto& hold : out_.holds)
        if (out_.processes[hold.process].uid == uid_) stays[hold.object] = true;
    for (ObjectIndex i = 0; i < stays.size(); ++i)
        if (!stays[i]) place_[i] = none_index;
}

bool SampleBuilder::comes_before(ObjectIndex a, ObjectIndex b) const {
    const auto &x = out_.objects[a], &y = out_.objects[b];
    if (x.kind != y.kind) return x.kind < y.kind;
    return pool_.text(x.key) < pool_.text(y.key);
}

// Into `old_` those that were there before, in order, and into `order_` the others.
void SampleBuilder::order_objects() {
    constexpr std::size_t most_gone = 256;
    ranks_.assign(before_.size(), none_index);
    order_.clear();
    std::size_t next = 0;
    for (ObjectIndex i = 0; i < out_.objects.size(); ++i) {
        if (place_[i] == none_index) continue;
        const auto& object = out_.objects[i];
        const auto end = std::min(before_.size(), next + most_gone);
        auto at = next;
        while (at < end && (before_[at].key != object.key || before_[at].kind != object.kind))
            ++at;
        if (at < end) {
            ranks_[before_[at].rank] = i;
            next = at + 1;
        } else {
            order_.push_back({first_octets(pool_.text(object.key)), object.kind, i});
        }
    }
    old_.clear();
    std::copy_if(ranks_.begin(), ranks_.end(), std::back_inserter(old_),
                 [](ObjectIndex object) { return object != none_index; });
    std::sort(order_.begin(), order_.end(), [&](const Order& a, const Order& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.first != b.first) return a.first < b.first;
        return pool_.text(out_.objects[a.object].key) < pool_.text(out_.objects[b.object].key);
    });
}

// By kind, then by key.
void SampleBuilder::sort_objects() {
    order_objects();
    ObjectIndex next = 0;
    const auto put = [&](ObjectIndex object) { place_[object] = next++; };
    auto old = old_.cbegin();
    for (const auto& one : order_) {
        const auto until = std::lower_bound(old, old_.cend(), one.object,
                                            [&](ObjectIndex a, ObjectIndex b) { return comes_before(a, b); });
        std::for_each(old, until, put);
        old = until;
        put(one.object);
    }
    std::for_each(old, old_.cend(), put);
    before_.clear();
    for (ObjectIndex i = 0; i < out_.objects.size(); ++i)
        if (place_[i] != none_index)
            before_.push_back({out_.objects[i].kind, out_.objects[i].key, place_[i]});
    move_objects(next);
}

// Each to its place. Nearly always all stay, and go round without memory for a second copy of them.
void SampleBuilder::move_objects(std::size_t count) {
    auto& objects = out_.objects;
    if (count == objects.size()) {
        std::vector<bool> done(count);
        for (ObjectIndex first = 0; first < count; ++first) {
            for (auto at = place_[first]; !done[first] && at != first; at = place_[at]) {
                std::swap(objects[first], objects[at]);
                done[at] = true;
            }
        }
        return;
    }
    std::vector<SeenObject> sorted(count);
    for (ObjectIndex i = 0; i < objects.size(); ++i)
        if (place_[i] != none_index) sorted[place_[i]] = objects[i];
    objects.swap(sorted);
}

void SampleBuilder::sort_holds() {
    auto& objects = out_.objects;
    for (auto& hold : out_.holds)
        hold.object = place_[hold.object];
    std::erase_if(out_.holds, [](const SeenHold& hold) { return hold.object == none_index; });
    sort_by_number(out_.holds, objects.size(), sorted_holds_, begins_,
                   [](const SeenHold& hold) { return hold.object; });
    for (std::size_t i = 0; i < out_.holds.size(); ++i)
        if (auto& object = objects[out_.holds[i].object]; object.hold_count++ == 0)
            object.holds = static_cast<std::uint32_t>(i);
}

void SampleBuilder::sort_waits() {
    auto& objects = out_.objects;
    for (auto& wait : out_.waits)
        wait.object = place_[wait.object];
    std::erase_if(out_.waits, [](const SeenWait& wait) { return wait.object == none_index; });
    sort_by_number(out_.waits, objects.size(), sorted_waits_, begins_,
                   [](const SeenWait& wait) { return wait.object; });
    for (std::size_t i = 0; i < out_.waits.size(); ++i)
        if (auto& object = objects[out_.waits[i].object]; object.wait_count++ == 0)
            object.waits = static_cast<std::uint32_t>(i);
}

void SampleBuilder::sort_ends() {
    auto& objects = out_.objects;
    for (auto& [a, b] : joins_) {
        a = place_[a];
        b = place_[b];
    }
    std::erase_if(joins_,
                  [](const auto& ends) { return ends.first == none_index || ends.second == none_index; });
    sort_by_number(joins_, objects.size(), sorted_joins_, begins_, [](const auto& one) { return one.first; });
    for (std::size_t i = 0; i < joins_.size();) {
        auto& object = objects[joins_[i].first];
        auto end = i + 1;
        while (end < joins_.size() && joins_[end].first == joins_[i].first)
            ++end;
        const auto first = joins_.begin() + static_cast<std::ptrdiff_t>(i);
        const auto last = joins_.begin() + static_cast<std::ptrdiff_t>(end);
        if (end - i > 1) std::sort(first, last);
        object.ends = static_cast<std::uint32_t>(out_.ends.size());
        for (; i < end; ++i)
            if (object.end_count == 0 || out_.ends.back() != joins_[i].second) {
                out_.ends.push_back(joins_[i].second);
                ++object.end_count;
            }
    }
}

Snapshot& SampleBuilder::finish() {
    place_.assign(out_.objects.size(), 0);
    if (uid_ != ~0u) leave_out();
    sort_objects();
    sort_holds();
    sort_waits();
    sort_ends();
    pool_.give(out_.texts, out_.text_begins);
    return out_;
}

}  // namespace ipcscope
