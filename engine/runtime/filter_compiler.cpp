#include "runtime/filter_compiler.h"

#include "runtime/event_fields.h"
#include "runtime/field_pair.h"

#include <algorithm>

namespace ipcscope {

namespace {

using Table = std::vector<std::uint8_t>;  // by id: does it match

bool in(const Table& table, std::size_t id) {
    return id < table.size() && table[id] != 0;
}

unsigned bit(Phase phase) {
    return 1u << static_cast<unsigned>(phase);
}

// Which phases have an outcome.
const unsigned outcome_phases = bit(Phase::leave) | bit(Phase::instant);
const unsigned value_phases = outcome_phases | bit(Phase::state) | bit(Phase::lost);

bool has_phase(const Event& event, unsigned phases) {
    return (phases >> static_cast<unsigned>(event.phase) & 1) != 0;
}

bool has_value(const Event& event) {
    return has_phase(event, value_phases) & ((event.flags & event_flag::ended) == 0);
}

// `get` may be asked of events that do not have it.
template <typename Has, typename Get>
NodePtr number_node(const NumberTest& test, Has has, Get get) {
    if (const auto* range = test.single())
        return record_node([range = *range, has, get](const Event& e) {
            const unsigned there = has(e), within = range.holds(get(e));
            return (there & within) != 0;  // no branch: it could not be foreseen
        });
    return record_node(
        [test, has, get](const Event& e) {
            const unsigned there = has(e), holds = test(get(e));
            return (there & holds) != 0;
        },
        2);
}

// A boolean field alone, or compared with true or false.
bool wanted(const FilterTest& test) {
    if (test.relation == Relation::present) return true;
    return (test.values[0].low.number != 0) == (test.relation == Relation::equal);
}

template <typename Test>
NodePtr boolean_node(const FilterTest& test, Test holds) {
    return record_node([holds, want = wanted(test)](const Event& e) { return holds(e) == want; });
}

class Compiler {
public:
    Compiler(const Recording& recording, const FieldTable& fields, const RunState& state, CompiledFilter& out)
        : recording_(recording), fields_(fields), state_(state), out_(out) {}

    NodePtr compile(const Filter& filter) {
        std::vector<NodePtr> children;
        for (const auto& child : filter.children)
            children.push_back(compile(child));
        switch (filter.kind) {
            case Filter::Kind::all: return nullptr;
            case Filter::Kind::both: return both_node(std::move(children));
            case Filter::Kind::either: return either_node(std::move(children));
            case Filter::Kind::negated: return negated_node(std::move(children[0]));
            case Filter::Kind::test: return leaf(filter.test);
        }
        return nullptr;
    }

private:
    NodePtr leaf(const FilterTest& test);
    NodePtr pair_leaf(const Field& field, const Field& other, Relation relation);
    NodePtr flag_leaf(EventField field, const FilterTest& test);
    NodePtr number_leaf(EventField field, const FilterTest& test);
    NodePtr call_leaf(EventField field, const FilterTest& test);
    NodePtr seq_leaf(const FilterTest& test);
    NodePtr flow_leaf(const FilterTest& test);
    NodePtr peer_leaf(const FilterTest& test);
    NodePtr payload_leaf(const FilterTest& test);
    NodePtr blocked_leaf(const FilterTest& test);
    NodePtr mechanism_leaf(const FilterTest& test);
    NodePtr operation_leaf(const FilterTest& test, bool verb);
    Table workers(const FilterTest& test);
    Table objects(const FilterTest& test);
    const Table& keep(Table table) {
        out_.on_names = true;
        return out_.tables.emplace_back(std::move(table));
    }
    static TextTest text(const FilterTest& test) { return {test.relation, test.values, false}; }

    const Recording& recording_;
    const FieldTable& fields_;
    const RunState& state_;
    CompiledFilter& out_;
    std::shared_ptr<const RunNames> names_;
};

Table Compiler::workers(const FilterTest& test) {
    const auto holds = text(test);
    Table out(state_.workers.size() + 1);
    for (const auto& worker : state_.workers)
        out[worker.id.value] = holds(worker.name);
    return keep(std::move(out));
}

Table Compiler::objects(const FilterTest& test) {
    const auto holds = text(test);
    out_.on_late_names = true;
    Table out(state_.objects.empty() ? 1 : state_.objects.rbegin()->first.value + 1);
    for (const auto& [id, object] : state_.objects) {
        const auto names = object_names(object);
        // Another name than this: by all of its names.
        out[id.value] = test.relation == Relation::unequal ? std::all_of(names.begin(), names.end(), holds)
                                                           : std::any_of(names.begin(), names.end(), holds);
        if (names.empty()) out[id.value] = test.relation == Relation::present;
    }
    return keep(std::move(out));
}

NodePtr Compiler::operation_leaf(const FilterTest& test, bool verb) {
    const auto holds = text(test);
    Table out(recording_.registry().operations().size() + 1);
    for (const auto& ref : recording_.registry().operations())
        out[ref.id.value] = holds(verb ? std::string_view(ref.operation->verb) : std::string_view(ref.name));
    return record_node([out = std::move(out)](const Event& e) { return in(out, e.operation); });
}

NodePtr Compiler::mechanism_leaf(const FilterTest& test) {
    const auto holds = text(test);
    Table operations(recording_.registry().operations().size() + 1);
    for (const auto& ref : recording_.registry().operations())
        operations[ref.id.value] = holds(ref.mechanism->id);
    Table objects(state_.objects.empty() ? 1 : state_.objects.rbegin()->first.value + 1);
    for (const auto& [id, object] : state_.objects)
        objects[id.value] = object.mechanism && holds(object.mechanism->id);
    keep(objects);
    return record_node([operations = std::move(operations), objects = std::move(objects)](const Event& e) {
        return e.operation != 0 ? in(operations, e.operation) : in(objects, e.object);
    });
}

NodePtr Compiler::seq_leaf(const FilterTest& test) {
    return row_node(
        recording_,
        [number = NumberTest(test.relation, test.values)](const EventRow& row, const Recording*) {
            return number(static_cast<std::int64_t>(row.seq));
        },
        2);
}

NodePtr Compiler::flow_leaf(const FilterTest& test) {
    out_.on_flows = true;
    return row_node(
        recording_,
        [number = NumberTest(test.relation, test.values)](const EventRow& row, const Recording* stored) {
            // Set after the event was stored: its record does not tell.
            const auto flow = stored ? stored->events().flow(row.seq) : row.flow;
            return flow && number(flow.value);
        },
        3);
}

NodePtr Compiler::peer_leaf(const FilterTest& test) {
    out_.on_flows = true;
    return row_node(
        recording_,
        [&recording = recording_, names = workers(test)](const EventRow& row, const Recording* stored) {
            const auto flow = stored ? stored->events().flow(row.seq) : row.flow;
            if (!flow || flow.value > recording.flows().size()) return false;
            const auto& joined = recording.flows()[flow];
            const auto other = joined.from == row.seq ? joined.to : joined.from;
            return in(names, recording.events()[other].worker);
        },
        30);
}

NodePtr Compiler::payload_leaf(const FilterTest& test) {
    out_.on_payload = test.relation != Relation::present;
    if (!out_.on_payload) return record_node([](const Event& e) { return e.original > 0; });
    return row_node(
        recording_,
        [octets = TextTest(test.relation, test.values, true)](const EventRow& row, const Recording* in) {
            if (row.event->original == 0) return false;
            return octets(in ? in->events().payload(*row.event) : row.payload);
        },
        test.relation == Relation::matches ? 200 : 50);
}

// Events that have no call say the name of their operation only.
NodePtr Compiler::call_leaf(EventField field, const FilterTest& test) {
    std::function<bool(const CallInfo&)> holds;
    Table operations;
    if (field == EventField::line) {
        holds = [number = NumberTest(test.relation, test.values)](const CallInfo& call) {
            return call.line > 0 && number(call.line);
        };
    } else {
        holds = [words = text(test)](const CallInfo& call) { return words(call.text); };
        operations.resize(recording_.registry().operations().size() + 1);
        for (const auto& ref : recording_.registry().operations())
            operations[ref.id.value] = text(test)(ref.name);
    }
    auto memo = std::make_shared<CallMemo>(recording_.calls().size());
    return row_node(
        recording_,
        [holds, memo, operations](const EventRow& row, const Recording* stored) {
            const auto& event = *row.event;
            if (event.phase == Phase::state) return in(operations, event.operation);
            if (event.call == 0 && !row.call) return in(operations, event.operation);
            return stored ? memo->ask(stored->calls(), event.call, holds) : row.call && holds(*row.call);
        },
        10);
}

NodePtr Compiler::blocked_leaf(const FilterTest& test) {
    out_.on_waits = true;
    std::vector<std::int64_t> enters(state_.workers.size() + 1, -1);  // by worker: when its call began
    std::vector<Span> spans;
    for (const auto& worker : state_.workers) {
        if (worker.status != WorkerStatus::blocked) continue;
        const auto now = recording_.lanes().last_ns();
        spans.clear();
        recording_.lanes().spans({LaneKind::operations, worker.id.value, 0}, now, now + 1, 1, spans);
        if (spans.empty() || !spans.back().open || spans.back().count != 1) continue;
        const auto seq = spans.back().seq;
        if (seq >= recording_.events().size() || recording_.events()[seq].phase != Phase::enter) continue;
        out_.waiting.push_back(seq);
        enters[worker.id.value] = recording_.events()[seq].time_ns;
    }
    if (out_.waiting.empty())
        return boolean_node(test, [](const Event& e) {
            return (e.phase == Phase::leave) & ((e.flags & event_flag::was_blocked) != 0);
        });
    return boolean_node(test, [enters = std::move(enters)](const Event& e) {
        const bool waits = e.worker < enters.size() && enters[e.worker] == e.time_ns;
        return ((e.phase == Phase::leave) & ((e.flags & event_flag::was_blocked) != 0)) |
               (waits & (e.phase == Phase::enter));
    });
}

NodePtr Compiler::flag_leaf(EventField field, const FilterTest& test) {
    switch (field) {
        case EventField::failed:
            return boolean_node(test,
                                [](const Event& e) { return (e.err != 0) & has_phase(e, outcome_phases); });
        case EventField::succeeded:
            return boolean_node(test, [](const Event& e) {
                return (e.phase == Phase::leave) & (e.err == 0) & ((e.flags & event_flag::ended) == 0);
            });
        case EventField::ended:
            return boolean_node(test, [](const Event& e) { return (e.flags & event_flag::ended) != 0; });
        case EventField::lost:
            return boolean_node(test, [](const Event& e) { return e.phase == Phase::lost; });
        default: return blocked_leaf(test);
    }
}

NodePtr Compiler::number_leaf(EventField field, const FilterTest& test) {
    const NumberTest number(test.relation, test.values);
    const auto always = [](const Event&) { return true; };
    switch (field) {
        case EventField::time:
            return number_node(number, always, [start = recording_.started_ns()](const Event& e) {
                return e.time_ns - start;
            });
        case EventField::phase:
            return number_node(number, always,
                               [](const Event& e) { return std::int64_t{static_cast<int>(e.phase)}; });
        case EventField::ret:
            return number_node(
                number, [](const Event& e) { return has_value(e); }, [](const Event& e) { return e.ret; });
        case EventField::errnos:
            return number_node(
                number, [](const Event& e) { return e.err != 0; },
                [](const Event& e) { return std::int64_t{e.err}; });
        case EventField::duration:
            return number_node(
                number, [](const Event& e) { return e.phase == Phase::leave; },
                [](const Event& e) { return e.duration_ns; });
        case EventField::bytes:
            return number_node(
                number, [](const Event& e) { return e.original > 0; },
                [](const Event& e) { return std::int64_t{e.original}; });
        default:  // level
            return number_node(
                number, [](const Event& e) { return e.phase == Phase::state; },
                [](const Event& e) { return std::int64_t{e.call}; });
    }
}

NodePtr Compiler::pair_leaf(const Field& field, const Field& other, Relation relation) {
    for (const auto* one : {&field, &other}) {
        const auto id = static_cast<EventField>(one->id);
        out_.on_flows |= id == EventField::flow || id == EventField::peer;
        out_.on_payload |= id == EventField::payload || one->type == FieldType::bytes;
    }
    if (!names_) names_ = std::make_shared<const RunNames>(state_);
    out_.names = names_;
    out_.on_names = out_.on_late_names = true;
    return field_pair_node(recording_, field, other, relation, recording_.state());
}

NodePtr Compiler::leaf(const FilterTest& test) {
    const auto& field = fields_[test.field];
    if (test.other != FieldTable::npos) return pair_leaf(field, fields_[test.other], test.relation);
    switch (const auto id = static_cast<EventField>(field.id)) {
        case EventField::value: {
            if (!names_) names_ = std::make_shared<const RunNames>(state_);
            bool matter = false;
            auto node = value_node(recording_, field, test, names_, matter);
            if (matter) {
                out_.on_names = out_.on_late_names = true;
                out_.names = names_;
            }
            return node;
        }
        case EventField::seq: return seq_leaf(test);
        case EventField::worker:
            return record_node([names = workers(test)](const Event& e) { return in(names, e.worker); });
        case EventField::pid: {
            const NumberTest number(test.relation, test.values);
            Table out(state_.workers.size() + 1);
            for (const auto& worker : state_.workers)
                out[worker.id.value] = worker.pid > 0 && number(worker.pid);
            keep(out);
            return record_node([out = std::move(out)](const Event& e) { return in(out, e.worker); });
        }
        case EventField::object:
            return record_node([names = objects(test)](const Event& e) { return in(names, e.object); });
        case EventField::mechanism: return mechanism_leaf(test);
        case EventField::operation: return operation_leaf(test, false);
        case EventField::verb: return operation_leaf(test, true);
        case EventField::payload: return payload_leaf(test);
        case EventField::call:
        case EventField::line: return call_leaf(id, test);
        case EventField::flow: return flow_leaf(test);
        case EventField::peer: return peer_leaf(test);
        case EventField::blocked:
        case EventField::failed:
        case EventField::succeeded:
        case EventField::ended:
        case EventField::lost: return flag_leaf(id, test);
        default: return number_leaf(id, test);
    }
}

}  // namespace

bool CompiledFilter::extends(const CompiledFilter& before) const {
    if (tables.size() != before.tables.size()) return false;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& old = before.tables[i];
        if (tables[i].size() < old.size() || !std::equal(old.begin(), old.end(), tables[i].begin()))
            return false;
    }
    if (!before.names || !names) return true;
    const auto kept = [](const auto& old, const auto& now) {
        return std::all_of(old.begin(), old.end(), [&](const auto& one) {
            const auto found = now.find(one.first);
            return found != now.end() && found->second == one.second;
        });
    };
    return kept(before.names->handles, names->handles) && kept(before.names->workers, names->workers);
}

CompiledFilter compile_filter(const Recording& recording, const FieldTable& table, const Filter& filter,
                              const RunState& state) {
    CompiledFilter out;
    out.root = Compiler(recording, table, state, out).compile(filter);
    return out;
}

}  // namespace ipcscope
