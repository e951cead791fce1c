// Filters over the objects of a snapshot.
#include "monitor/catalogue.h"
#include "runtime/value_sources.h"
#include "runtime/value_test.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace ipcscope {

using Test = std::function<bool(const Snapshot&, const SeenObject&)>;

struct RowFilter::Node {
    Filter::Kind kind = Filter::Kind::all;
    std::vector<Node> children = {};
    Test test = {};
    bool holds(const Snapshot& snapshot, const SeenObject& object) const {
        const auto one = [&](const Node& child) { return child.holds(snapshot, object); };
        switch (kind) {
            case Filter::Kind::all: return true;
            case Filter::Kind::both: return std::all_of(children.begin(), children.end(), one);
            case Filter::Kind::either: return std::any_of(children.begin(), children.end(), one);
            case Filter::Kind::negated: return !one(children[0]);
            case Filter::Kind::test: return test(snapshot, object);
        }
        return false;
    }
};

namespace {

bool textual(FieldType type) {
    return type == FieldType::text || type == FieldType::bytes;
}

// One test, for values of one type.
class ValueTest {
public:
    ValueTest(FieldType type, const FilterTest& test)
        : type_(type),
          relation_(test.relation),
          number_(test.relation, test.values),
          text_(test.relation, textual(type) ? test.values : std::vector<Operand>{},
                type == FieldType::bytes) {}
    bool number(std::int64_t value) const {
        if (textual(type_)) return relation_ == Relation::present;
        if (type_ == FieldType::boolean && relation_ == Relation::present) return value != 0;
        return number_(value);
    }
    // A field that is empty is not there.
    bool text(std::string_view value) const {
        if (relation_ == Relation::present) return !value.empty();
        return textual(type_) && text_(value);
    }
    bool present() const { return relation_ == Relation::present; }

private:
    FieldType type_;
    Relation relation_;
    NumberTest number_;
    TextTest text_;
};

// The same test with the values as this kind's type has them; nothing: it cannot hold there.
std::optional<FilterTest> test_as(const Field& own, const Field& field, const FilterTest& test) {
    if (!relation_fits(own.type, test.relation)) return {};
    auto out = test;
    out.values.clear();
    for (const auto& value : test.values) {
        const auto low = literal_as(own, field, test.relation, value.low);
        const auto high = value.high ? literal_as(own, field, test.relation, *value.high) : std::nullopt;
        if (low && value.high.has_value() == high.has_value()) out.values.push_back({*low, high});
    }
    if (out.values.empty() && !test.values.empty()) return {};
    return out;
}

Test test_of_kinds(const ObjectColumn& column, const Field& field, const FilterTest& test) {
    std::vector<std::optional<ValueTest>> by_kind(monitored_kinds().size());
    for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
        if (column.in_kind[kind] == 0xff) continue;
        const auto& type = monitored_kinds()[kind].kind->fields[column.in_kind[kind]].type;
        const auto own = field_of(type, field.name);
        if (const auto fitting = test_as(own, field, test)) by_kind[kind].emplace(own.type, *fitting);
    }
    return [by_kind = std::move(by_kind), in_kind = column.in_kind](const Snapshot& snapshot,
                                                                    const SeenObject& object) {
        if (object.kind >= by_kind.size() || !by_kind[object.kind]) return false;
        const auto at = in_kind[object.kind];
        const auto& cell = snapshot.cell(object, at);
        if (cell.state != CellState::known) return false;
        const auto kind = snapshot.kind(object).kind->fields[at].type.kind;
        const bool text = kind == Kind::text || kind == Kind::bytes || kind == Kind::path;
        const auto& one = *by_kind[object.kind];
        return text ? one.text(snapshot.text(cell.text)) : one.number(cell.number);
    };
}

bool any_process(const Snapshot& snapshot, const SeenObject& object,
                 const std::function<bool(const SeenProcess&)>& fits) {
    const auto fitting = [&](ProcessIndex process) {
        return process < snapshot.processes.size() && fits(snapshot.processes[process]);
    };
    for (const auto& hold : snapshot.holds_of(object))
        if (is_holder(hold.kind) && fitting(hold.process)) return true;
    for (const auto& wait : snapshot.waits_of(object))
        if (fitting(wait.process)) return true;
    return false;
}

bool any_peer(const Snapshot& snapshot, const SeenObject& object, const ValueTest& test) {
    for (const auto end : snapshot.ends_of(object)) {
        if (end >= snapshot.objects.size()) continue;
        for (const auto process : holders_of(snapshot, snapshot.objects[end]))
            if (test.text(snapshot.text(snapshot.processes[process].name))) return true;
    }
    return false;
}

// How many: alone, the field asks whether there are any.
bool count_holds(const ValueTest& test, std::size_t count) {
    return test.present() ? count > 0 : test.number(static_cast<std::int64_t>(count));
}

bool common_holds(const Snapshot& snapshot, const SeenObject& object, ObjectField field,
                  const ValueTest& test) {
    const auto& kind = snapshot.kind(object);
    switch (field) {
        case ObjectField::of_kind: return false;
        case ObjectField::ref: return test.text(snapshot.ref(object));
        case ObjectField::mechanism: return test.text(kind.mechanism->mechanism);
        case ObjectField::kind: return test.text(kind.kind->id);
        case ObjectField::name: return test.text(snapshot.text(object.name));
        case ObjectField::user: return object.uid != ~0u && test.text(user_words(object.uid));
        case ObjectField::uid: return object.uid != ~0u && test.number(object.uid);
        case ObjectField::gid: return object.gid != ~0u && test.number(object.gid);
        case ObjectField::mode: return object.mode >= 0 && test.number(object.mode);
        case ObjectField::creator: return object.creator != 0 && test.number(object.creator);
        case ObjectField::created: return object.created != 0 && test.number(object.created);
        case ObjectField::age:
            return object.created != 0 &&
                   test.number(std::max<std::int64_t>(snapshot.taken_at - object.created * 1'000'000'000, 0));
        case ObjectField::holders: {
            if (!snapshot.kind(object).kind->held) return false;
            const auto count = holders_of(snapshot, object).size();
            if (count == 0 && !object.holders_complete) return false;  // not known
            return count_holds(test, count);
        }
        case ObjectField::waiters:
            if (object.wait_count == 0 && !object.waiters_complete) return false;  // not known
            return count_holds(test, object.wait_count);
        case ObjectField::ends: return count_holds(test, object.end_count);
        case ObjectField::tier: return test.number(static_cast<std::int64_t>(object.tier));
        case ObjectField::removed: return test.number(object.removed);
        case ObjectField::complete: return test.number(object.holders_complete);
        case ObjectField::space:
            return object.space != 0 && test.number(static_cast<std::int64_t>(object.space));
        case ObjectField::process:
            return any_process(snapshot, object, [&](const SeenProcess& process) {
                return test.text(snapshot.text(process.name));
            });
        case ObjectField::pid:
            return any_process(snapshot, object,
                               [&](const SeenProcess& process) { return test.number(process.pid); });
        case ObjectField::peer: return any_peer(snapshot, object, test);
    }
    return false;
}

Test test_of(const FilterTest& test) {
    const auto& all = catalogue();
    if (test.field >= all.columns.size()) return [](const Snapshot&, const SeenObject&) { return false; };
    const auto& column = all.columns[test.field];
    const auto& field = all.fields[test.field];
    if (column.field == ObjectField::of_kind) return test_of_kinds(column, field, test);
    return [which = column.field, value = ValueTest(field.type, test)](const Snapshot& snapshot,
                                                                       const SeenObject& object) {
        return common_holds(snapshot, object, which, value);
    };
}

RowFilter::Node node_of(const Filter& filter) {
    RowFilter::Node out;
    out.kind = filter.kind;
    for (const auto& child : filter.children)
        out.children.push_back(node_of(child));
    if (filter.kind == Filter::Kind::test) out.test = test_of(filter.test);
    return out;
}

}  // namespace

RowFilter::RowFilter(const Filter& filter) : root_(std::make_unique<const Node>(node_of(filter))) {}
RowFilter::~RowFilter() = default;
RowFilter::RowFilter(RowFilter&&) noexcept = default;
RowFilter& RowFilter::operator=(RowFilter&&) noexcept = default;

bool RowFilter::matches(const Snapshot& snapshot, ObjectIndex object) const {
    return object < snapshot.objects.size() && root_->holds(snapshot, snapshot.objects[object]);
}

std::vector<ObjectIndex> RowFilter::rows(const Snapshot& snapshot) const {
    std::vector<ObjectIndex> out;
    for (ObjectIndex i = 0; i < snapshot.objects.size(); ++i)
        if (matches(snapshot, i)) out.push_back(i);
    return out;
}

}  // namespace ipcscope
