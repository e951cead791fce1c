#include "runtime/field_pair.h"

#include "runtime/event_fields.h"
#include "runtime/field_reader.h"

namespace ipcscope {

namespace {

// What can be compared of a value; nothing: it is neither a number nor a text.
struct Side {
    bool is_number = false;
    std::int64_t number = 0;
    std::string text;
};

std::optional<Side> side_of(const Value& value) {
    if (value.as<std::int64_t>() || value.as<bool>()) return Side{true, value.integer(), {}};
    if (const auto* text = value.as<std::string>()) return Side{false, 0, *text};
    if (const auto* name = value.as<Name>()) return Side{false, 0, name->text};
    return {};
}

template <typename T>
bool compare(const T& a, Relation relation, const T& b) {
    switch (relation) {
        case Relation::equal: return a == b;
        case Relation::less: return a < b;
        case Relation::at_most: return a <= b;
        case Relation::greater: return a > b;
        case Relation::at_least: return a >= b;
        default: return false;
    }
}

class Sides {
public:
    Sides(const Recording& recording, const Field& field) : reader_(recording, field) {}
    std::vector<Side> of(const EventRow& row, const Recording* stored, const RunState& state) const {
        std::vector<Side> out;
        const auto add = [&](const Value& value) {
            if (auto side = side_of(value)) out.push_back(std::move(*side));
        };
        switch (static_cast<EventField>(reader_.field().id)) {
            case EventField::errnos:  // by number
                if (row.event->err != 0) add(Value(std::int64_t{row.event->err}));
                return out;
            case EventField::phase: add(Value(std::int64_t{static_cast<int>(row.event->phase)})); return out;
            case EventField::object: {  // by all of its names
                const auto object = state.objects.find(ObjectId{row.event->object});
                if (object == state.objects.end()) return out;
                for (const auto name : object_names(object->second))
                    add(Value(std::string(name)));
                return out;
            }
            default: break;
        }
        const auto found = reader_.value(row, stored, state);
        if (!found) return out;
        if (const auto* list = found->value.as<List>())
            for (const auto& one : *list)
                add(one);
        else
            add(found->value);
        return out;
    }

private:
    FieldReader reader_;
};

bool holds(const Side& a, Relation relation, const Side& b) {
    if (a.is_number != b.is_number) return false;
    if (a.is_number) {
        if (relation == Relation::contains) return (a.number & b.number) == b.number;
        return compare(a.number, relation, b.number);
    }
    if (relation == Relation::contains) return a.text.find(b.text) != std::string::npos;
    return compare(a.text, relation, b.text);
}

}  // namespace

NodePtr field_pair_node(const Recording& recording, const Field& field, const Field& other, Relation relation,
                        std::shared_ptr<const RunState> state) {
    const bool differs = relation == Relation::unequal;
    const auto asked = differs ? Relation::equal : relation;
    return row_node(
        recording,
        [left = Sides(recording, field), right = Sides(recording, other), state = std::move(state), differs,
         asked](const EventRow& row, const Recording* stored) {
            const auto b = right.of(row, stored, *state);
            if (b.empty()) return false;
            const auto a = left.of(row, stored, *state);
            if (a.empty()) return false;
            for (const auto& one : a)
                for (const auto& with : b)
                    if (holds(one, asked, with)) return !differs;
            return differs;
        },
        300);
}

}  // namespace ipcscope
