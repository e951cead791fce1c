// What stands in the cells, and their order.
#include "base/tr.h"
#include "monitor/rows.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>

namespace ipcscope {

namespace {

constexpr std::size_t most_names = 8;  // processes in one cell

ObjectCell number(std::int64_t value, std::string text) {
    return {CellState::known, true, value, std::move(text)};
}

ObjectCell text(std::string words) {
    if (words.empty()) return {};
    return {CellState::known, false, 0, std::move(words)};
}

std::string pid_words(const Snapshot& snapshot, std::int64_t pid) {
    const auto process = snapshot.process(static_cast<pid_t>(pid));
    return process ? process_words(snapshot, *process) : fmt::format("{}", pid);
}

std::string value_words(const Snapshot& snapshot, const TypeSpec& type, std::int64_t value) {
    if (type.kind == Kind::integer && type.names.empty()) {
        switch (type.unit) {
            case Unit::pid: return value == 0 ? "none" : pid_words(snapshot, value);
            case Unit::uid: return user_words(static_cast<std::uint32_t>(value));
            case Unit::messages: return fmt::format("{}", value);  // the column says of what
            default: return print_quantity(value, type.unit);
        }
    }
    if (type.kind == Kind::boolean) return value != 0 ? "yes" : "no";
    if (type.kind == Kind::duration) return print_quantity(value, Unit::nanoseconds);
    return print_value(type, Value(value));
}

ObjectCell names(const Snapshot& snapshot, const std::vector<ProcessIndex>& processes) {
    std::vector<std::string> out;
    for (const auto process : processes) {
        if (out.size() == most_names) break;
        out.push_back(process_words(snapshot, process));
    }
    if (processes.size() > out.size()) out.push_back(fmt::format("... ({} in all)", processes.size()));
    return text(fmt::format("{}", fmt::join(out, ", ")));
}

std::vector<ProcessIndex> both(std::vector<ProcessIndex> a, const std::vector<ProcessIndex>& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

std::vector<ProcessIndex> peers(const Snapshot& snapshot, const SeenObject& object) {
    std::vector<ProcessIndex> out;
    for (const auto end : snapshot.ends_of(object))
        if (end < snapshot.objects.size()) out = both(out, holders_of(snapshot, snapshot.objects[end]));
    return out;
}

ObjectCell unseen_holders(const Snapshot& snapshot, const SeenObject& object) {
    if (object.holders_complete || !snapshot.kind(object).kind->held) return {};
    return unseen_cell(snapshot);
}

ObjectCell count_cell(const Snapshot& snapshot, std::size_t count, bool complete) {
    const auto value = static_cast<std::int64_t>(count);
    if (complete) return number(value, fmt::format("{}", count));
    if (snapshot.owners && count > 0) return number(value, fmt::format("{} or more", count));
    return unseen_cell(snapshot);
}

ObjectCell holders_cell(const Snapshot& snapshot, const SeenObject& object) {
    if (!snapshot.kind(object).kind->held) return {};
    return count_cell(snapshot, holders_of(snapshot, object).size(), object.holders_complete);
}

const char* tier_name(Tier tier) {
    constexpr const char* names[] = {"everyone", "same_user", "privileged", "fetched", "tracer"};
    const auto at = static_cast<std::size_t>(tier);
    return at < std::size(names) ? names[at] : "?";
}

std::string pids(const Snapshot& snapshot, const std::vector<ProcessIndex>& processes) {
    std::string out;
    for (const auto process : processes)
        out += fmt::format("{}{}", out.empty() ? "" : " ", snapshot.processes[process].pid);
    return out;
}

ObjectCell creator_cell(const Snapshot& snapshot, const SeenObject& object) {
    if (object.creator == 0) return {};
    const auto process = snapshot.process(object.creator);
    return number(object.creator, process ? process_words(snapshot, *process)
                                  : snapshot.processes_complete
                                      ? fmt::format("{} (gone)", object.creator)
                                      : fmt::format("{} (not seen)", object.creator));
}

ObjectCell age_cell(const Snapshot& snapshot, const SeenObject& object) {
    if (object.created == 0) return {};
    const auto age = std::max<std::int64_t>(snapshot.taken_at - object.created * 1'000'000'000, 0);
    return number(age, age_words(age));
}

ObjectCell common_cell(const Snapshot& snapshot, const SeenObject& object, ObjectField field) {
    const auto count = [](std::size_t n) {
        return number(static_cast<std::int64_t>(n), fmt::format("{}", n));
    };
    switch (field) {
        case ObjectField::of_kind: break;
        case ObjectField::ref: return text(snapshot.ref(object));
        case ObjectField::mechanism: return text(snapshot.kind(object).mechanism->mechanism);
        case ObjectField::kind: return text(snapshot.kind(object).kind->label);
        case ObjectField::name: return text(printable(snapshot.text(object.name)));
        case ObjectField::user: return text(user_words(object.uid));
        case ObjectField::uid:
            return object.uid == ~0u ? ObjectCell() : number(object.uid, fmt::format("{}", object.uid));
        case ObjectField::gid:
            return object.gid == ~0u ? ObjectCell() : number(object.gid, fmt::format("{}", object.gid));
        case ObjectField::mode:
            return object.mode < 0 ? ObjectCell() : number(object.mode, fmt::format("{:04o}", object.mode));
        case ObjectField::creator: return creator_cell(snapshot, object);
        case ObjectField::created:
            return object.created == 0
                       ? ObjectCell()
                       : number(object.created, print_quantity(object.created, Unit::unix_time));
        case ObjectField::age: return age_cell(snapshot, object);
        case ObjectField::holders: return holders_cell(snapshot, object);
        case ObjectField::waiters: return count_cell(snapshot, object.wait_count, object.waiters_complete);
        case ObjectField::ends: return count(object.end_count);
        case ObjectField::tier: return text(tier_name(object.tier));
        case ObjectField::removed: return number(object.removed, object.removed ? "yes" : "no");
        case ObjectField::complete:
            return number(object.holders_complete, object.holders_complete ? "yes" : "no");
        case ObjectField::space:
            return object.space == 0
                       ? ObjectCell()
                       : number(static_cast<std::int64_t>(object.space), fmt::format("{}", object.space));
        case ObjectField::process: {
            auto who = names(snapshot, both(holders_of(snapshot, object), waiters_of(snapshot, object)));
            // Nobody that could be seen is not nobody.
            return who.state == CellState::absent ? unseen_holders(snapshot, object) : who;
        }
        case ObjectField::pid:
            return text(pids(snapshot, both(holders_of(snapshot, object), waiters_of(snapshot, object))));
        case ObjectField::peer: return names(snapshot, peers(snapshot, object));
    }
    return {};
}

std::string why_missing(const Cell& cell, std::string_view reason) {
    if (cell.state == CellState::not_permitted)
        return reason.empty() ? "not permitted" : fmt::format("not permitted, needs {}", printable(reason));
    return reason.empty() ? "not available" : fmt::format("not available: {}", printable(reason));
}

// Digits compare as numbers: "pipe:[9]" before "pipe:[10]".
int compare_naturally(std::string_view a, std::string_view b) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            while (i < a.size() && a[i] == '0')
                ++i;
            while (j < b.size() && b[j] == '0')
                ++j;
            auto p = i, q = j;
            while (p < a.size() && digit(a[p]))
                ++p;
            while (q < b.size() && digit(b[q]))
                ++q;
            if (p - i != q - j) return p - i < q - j ? -1 : 1;
            if (const int order = a.substr(i, p - i).compare(b.substr(j, q - j)); order != 0) return order;
            i = p, j = q;
        } else {
            const auto x = static_cast<unsigned char>(a[i++]), y = static_cast<unsigned char>(b[j++]);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    const auto left = a.size() - i, right = b.size() - j;
    return left == right ? a.compare(b) : left < right ? -1 : 1;
}

}  // namespace

ObjectCell unseen_cell(const Snapshot& snapshot) {
    if (!snapshot.owners) return {CellState::not_available, false, 0, "not asked for"};
    if (const auto needs = snapshot.text(snapshot.needs); !needs.empty())
        return {CellState::not_permitted, false, 0, fmt::format("not permitted, needs {}", printable(needs))};
    std::size_t count = 0;
    ProcessIndex first = 0;
    for (ProcessIndex i = 0; i < snapshot.processes.size(); ++i) {
        const auto& one = snapshot.processes[i];
        if (one.descriptors_errno != 0 || one.maps_errno != 0 || one.calls_errno != 0)
            if (count++ == 0) first = i;
    }
    const auto who = count == 0   ? std::string("some processes")
                     : count == 1 ? process_words(snapshot, first)
                                  : fmt::format("{} processes", count);
    return {CellState::not_available, false, 0, fmt::format("nobody seen; {} cannot be looked into", who)};
}

ObjectCell field_cell(const Snapshot& snapshot, const SeenObject& object, std::size_t field) {
    const auto& cell = snapshot.cell(object, field);
    const auto& type = snapshot.kind(object).kind->fields[field].type;
    if (cell.state == CellState::absent) return {};
    if (cell.state != CellState::known)
        return {cell.state, false, 0, why_missing(cell, snapshot.text(cell.text))};
    if (type.kind == Kind::text || type.kind == Kind::bytes || type.kind == Kind::path)
        return {CellState::known, false, 0, printable(snapshot.text(cell.text))};
    return number(cell.number, value_words(snapshot, type, cell.number));
}

ObjectCell object_cell(const Snapshot& snapshot, ObjectIndex index, const ObjectColumn& column) {
    if (index >= snapshot.objects.size()) return {};
    const auto& object = snapshot.objects[index];
    if (column.field != ObjectField::of_kind) return common_cell(snapshot, object, column.field);
    const auto field = object.kind < column.in_kind.size() ? column.in_kind[object.kind] : 0xff;
    return field == 0xff ? ObjectCell() : field_cell(snapshot, object, field);
}

std::string cell_text(const Snapshot& snapshot, ObjectIndex object, const ObjectColumn& column) {
    return object_cell(snapshot, object, column).text;
}

void sort_rows(const Snapshot& snapshot, std::vector<ObjectIndex>& rows, const ObjectColumn& column,
               bool descending) {
    std::vector<ObjectCell> keys;
    keys.reserve(rows.size());
    for (const auto row : rows)
        keys.push_back(object_cell(snapshot, row, column));
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto before = [&](std::size_t x, std::size_t y) {
        const auto &a = keys[x], &b = keys[y];
        const bool known_a = a.state == CellState::known, known_b = b.state == CellState::known;
        if (known_a != known_b) return known_a;
        if (!known_a) return false;
        int result = 0;
        if (a.is_number && b.is_number)
            result = a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
        else if (a.is_number != b.is_number)
            return a.is_number;
        else
            result = compare_naturally(a.text, b.text);
        return descending ? result > 0 : result < 0;
    };
    std::stable_sort(order.begin(), order.end(), before);
    std::vector<ObjectIndex> sorted;
    sorted.reserve(rows.size());
    for (const auto at : order)
        sorted.push_back(rows[at]);
    rows = std::move(sorted);
}

}  // namespace ipcscope
