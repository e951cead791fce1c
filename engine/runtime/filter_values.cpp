#include "runtime/filter_values.h"

#include "schema/text.h"
#include "schema/wire.h"

namespace ipcscope {

RunNames::RunNames(const RunState& state) {
    for (const auto& [id, handle] : state.handles)
        handles[id.value] = handle.name;
    for (const auto& worker : state.workers)
        workers[worker.id.value] = worker.name;
}

namespace {

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

bool named(Kind kind) {
    return kind == Kind::handle || kind == Kind::worker;
}

// One parameter or result of one operation.
class SourceTest {
public:
    SourceTest(ValueSource source, const Field& own, const FilterTest& test,
               std::shared_ptr<const RunNames> names)
        : source_(std::move(source)),
          relation_(test.relation),
          type_(own.type),
          number_(test.relation, test.values),
          text_(test.relation, textual() ? test.values : std::vector<Operand>{},
                own.type == FieldType::bytes),
          names_(std::move(names)) {}

    const ValueSource& source() const { return source_; }
    bool octets(std::string_view payload) const { return text_(payload); }
    bool holds(const Value& value) const { return holds(value, 1); }

private:
    bool textual() const { return type_ == FieldType::text || type_ == FieldType::bytes; }
    bool holds(const Value& value, std::size_t depth) const {
        if (value.empty()) return false;
        if (depth == source_.path.size()) return compare(value);
        if (const auto* list = value.as<List>())
            return std::any_of(list->begin(), list->end(),
                               [&](const Value& one) { return holds(one, depth); });
        const auto* fields = value.as<Fields>();
        const auto* inner = fields ? find(*fields, source_.path[depth]) : nullptr;
        return inner && holds(*inner, depth + 1);
    }
    bool compare(const Value& value) const {
        if (!textual()) {
            if (!value.as<std::int64_t>() && !value.as<bool>()) return false;
            if (type_ == FieldType::boolean && relation_ == Relation::present) return value.integer() != 0;
            return number_(value.integer());
        }
        if (relation_ == Relation::present) return true;
        if (const auto* string = value.as<std::string>()) return text_(*string);
        if (const auto* handle = value.as<HandleRef>()) return name(names_->handles, handle->id.value);
        if (const auto* worker = value.as<WorkerRef>()) return name(names_->workers, worker->id.value);
        if (const auto* name = value.as<Name>()) return text_(name->text);
        return text_(print_value(*source_.type, value));
    }
    template <typename Id>
    bool name(const std::map<Id, std::string>& names, Id id) const {
        const auto found = names.find(id);
        return found != names.end() && text_(found->second);
    }

    ValueSource source_;
    Relation relation_;
    FieldType type_;
    NumberTest number_;
    TextTest text_;
    std::shared_ptr<const RunNames> names_;
};

// The same test with the values as this one operation's type has them; nothing: it cannot hold there.
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

using Tests = std::vector<std::vector<SourceTest>>;  // by operation

bool outcome_holds(const SourceTest& test, std::string_view encoded, const Event& event,
                   std::string_view payload) {
    if (test.source().where == ValueSource::Where::payload)
        return event.phase != Phase::enter && event.original > 0 && test.octets(payload);
    if (encoded.empty()) return false;
    Reader reader(encoded);
    const auto results = reader.fields();
    const auto* value = find(results, test.source().path[0]);
    return value && test.holds(*value);
}

bool argument_holds(const SourceTest& test, const CallInfo& call) {
    return test.source().index < call.args.size() && test.holds(call.args[test.source().index]);
}

}  // namespace

NodePtr value_node(const Recording& recording, const Field& field, const FilterTest& test,
                   std::shared_ptr<const RunNames> names, bool& names_matter) {
    Tests arguments(recording.registry().operations().size() + 1), outcomes(arguments.size());
    for (const auto& source : value_sources(recording.registry(), field.name)) {
        const auto own = field_of(*source.type, field.name);
        const auto fitting = test_as(own, field, test);
        if (!fitting) continue;
        names_matter |= named(source.type->kind);
        auto& to = source.where == ValueSource::Where::argument ? arguments : outcomes;
        to[source.operation.value].emplace_back(source, own, *fitting, names);
    }
    auto memo = std::make_shared<CallMemo>(recording.calls().size());
    const auto look = [arguments = std::move(arguments), outcomes = std::move(outcomes),
                       memo = std::move(memo)](const EventRow& row, const Recording* in) {
        const auto& event = *row.event;
        if (event.operation >= arguments.size() || event.phase == Phase::state) return false;
        const auto& asked = arguments[event.operation];
        const auto& came = outcomes[event.operation];
        const auto call_holds = [&](const CallInfo& call) {
            return std::any_of(asked.begin(), asked.end(),
                               [&](const SourceTest& one) { return argument_holds(one, call); });
        };
        if (!asked.empty() && in && memo->ask(in->calls(), event.call, call_holds)) return true;
        if (!asked.empty() && !in && row.call && call_holds(*row.call)) return true;
        return std::any_of(came.begin(), came.end(), [&](const SourceTest& one) {
            return outcome_holds(one, in ? in->events().results(event) : row.results, event,
                                 in ? in->events().payload(event) : row.payload);
        });
    };
    return row_node(recording, look, 20);
}

}  // namespace ipcscope
