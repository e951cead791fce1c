#include "monitor/difference.h"

#include "base/tr.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace ipcscope {

namespace {

// What all objects have and may change while they live.
constexpr ObjectField changing[] = {ObjectField::name, ObjectField::uid,     ObjectField::gid,
                                    ObjectField::mode, ObjectField::holders, ObjectField::waiters,
                                    ObjectField::ends, ObjectField::removed, ObjectField::process};

const std::vector<const ObjectColumn*>& changing_columns() {
    static const auto columns = [] {
        std::vector<const ObjectColumn*> out;
        for (const auto field : changing)
            for (const auto& column : all_object_columns())
                if (column.field == field) out.push_back(&column);
        return out;
    }();
    return columns;
}

// Two snapshots, the older one first.
struct Pair {
    const Snapshot &a, &b;
    // The texts of one are the beginning of the other's: equal numbers are equal texts. (A probe keeps the
    // numbers from sample to sample.)
    const bool same_numbers;

    // `few`: finding out whether the texts are alike would cost more than comparing some.
    Pair(const Snapshot& before, const Snapshot& now, bool few)
        : a(before),
          b(now),
          same_numbers(!few && begins_alike(a.text_begins, b.text_begins) && begins_alike(a.texts, b.texts)) {
    }
    bool same(TextIndex x, TextIndex y) const { return (same_numbers && x == y) || a.text(x) == b.text(y); }

private:
    template <typename All>
    static bool begins_alike(const All& x, const All& y) {
        const auto common = static_cast<std::ptrdiff_t>(std::min(x.size(), y.size()));
        return std::equal(x.begin(), x.begin() + common, y.begin());
    }
};

int order(const Pair& two, const SeenObject& x, const SeenObject& y) {
    if (x.kind != y.kind) return x.kind < y.kind ? -1 : 1;
    if (two.same(x.key, y.key)) return 0;
    return two.a.text(x.key).compare(two.b.text(y.key));
}

// Cheap, and right where it says "the same": most objects are.
bool same_cells(const Pair& two, const SeenObject& x, const SeenObject& y) {
    const auto count = two.a.kind(x).kind->fields.size();
    const auto *first = two.a.cells.data() + x.cells, *second = two.b.cells.data() + y.cells;
    if (two.same_numbers && std::memcmp(first, second, count * sizeof(Cell)) == 0) return true;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &c = two.a.cell(x, i), &d = two.b.cell(y, i);
        if (c.state != d.state || c.number != d.number || !two.same(c.text, d.text)) return false;
    }
    return true;
}

bool same_holds(const Snapshot& a, const SeenObject& x, const Snapshot& b, const SeenObject& y) {
    if (x.hold_count != y.hold_count || x.wait_count != y.wait_count || x.end_count != y.end_count)
        return false;
    const auto pid = [](const Snapshot& snapshot, ProcessIndex process) {
        return process < snapshot.processes.size() ? snapshot.processes[process].pid : 0;
    };
    const auto holds_a = a.holds_of(x), holds_b = b.holds_of(y);
    for (std::size_t i = 0; i < holds_a.size(); ++i)
        if (holds_a[i].kind != holds_b[i].kind || pid(a, holds_a[i].process) != pid(b, holds_b[i].process))
            return false;
    const auto waits_a = a.waits_of(x), waits_b = b.waits_of(y);
    for (std::size_t i = 0; i < waits_a.size(); ++i)
        if (pid(a, waits_a[i].process) != pid(b, waits_b[i].process)) return false;
    return true;
}

bool same_rest(const Pair& two, const SeenObject& x, const SeenObject& y) {
    return x.uid == y.uid && x.gid == y.gid && x.mode == y.mode && x.removed == y.removed &&
           x.holders_complete == y.holders_complete && two.same(x.name, y.name);
}

bool same(const ObjectCell& a, const ObjectCell& b) {
    return a.state == b.state && a.number == b.number && (a.is_number || a.text == b.text);
}

bool compare(const Pair& two, ObjectIndex before, ObjectIndex now, ObjectChange& change) {
    const auto &a = two.a, &b = two.b;
    const auto &x = a.objects[before], &y = b.objects[now];
    const bool cells = same_cells(two, x, y);
    if (cells && same_rest(two, x, y) && same_holds(a, x, b, y)) return false;
    change = {ObjectChange::What::changed, b.ref(y), before, now, {}, {}};
    const auto& fields = b.kind(y).kind->fields;
    for (std::size_t i = 0; !cells && i < fields.size(); ++i) {
        auto was = field_cell(a, x, i), is = field_cell(b, y, i);
        if (!same(was, is))
            change.fields.push_back({fields[i].name, fields[i].label, std::move(was), std::move(is)});
    }
    for (const auto* column : changing_columns()) {
        auto was = object_cell(a, before, *column), is = object_cell(b, now, *column);
        if (!same(was, is))
            change.fields.push_back({column->name, column->label, std::move(was), std::move(is)});
    }
    return !change.fields.empty();
}

}  // namespace

std::vector<ObjectChange> differences(const Snapshot& before, const Snapshot& now) {
    std::vector<ObjectChange> out;
    const Pair two(before, now, false);
    ObjectChange change;
    std::size_t i = 0, j = 0;
    using What = ObjectChange::What;
    while (i < before.objects.size() || j < now.objects.size()) {
        const int which = i == before.objects.size() ? 1
                          : j == now.objects.size()  ? -1
                                                     : order(two, before.objects[i], now.objects[j]);
        const auto was = static_cast<ObjectIndex>(i), is = static_cast<ObjectIndex>(j);
        if (which < 0) {
            out.push_back({What::vanished, before.ref(before.objects[i++]), was, none_index, {}, {}});
        } else if (which > 0) {
            out.push_back({What::appeared, now.ref(now.objects[j++]), none_index, is, {}, {}});
        } else {
            if (compare(two, was, is, change)) out.push_back(std::move(change));
            ++i, ++j;
        }
    }
    return out;
}

bool difference(const Snapshot& before, ObjectIndex was, const Snapshot& now, ObjectIndex is,
                ObjectChange& change) {
    return compare(Pair(before, now, true), was, is, change);
}

static std::string what_it_is(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    std::string out = snapshot.kind(object).kind->label;
    if (const auto name = printable(snapshot.text(object.name)); !name.empty()) out += " " + name;
    return out;
}

std::string change_words(const ObjectChange& change, const Snapshot* before, const Snapshot& now) {
    if (change.what == ObjectChange::What::appeared) return what_it_is(now, change.now);
    if (change.what == ObjectChange::What::vanished)
        return before ? what_it_is(*before, change.before) : std::string();
    std::string out;
    const auto shown = [](const ObjectCell& cell) {
        return cell.state == CellState::absent ? std::string("none") : cell.text;
    };
    for (const auto& field : change.fields)
        out += fmt::format("{}{} {} -> {}", out.empty() ? "" : ", ", field.field, shown(field.before),
                           shown(field.now));
    return out;
}

}  // namespace ipcscope
