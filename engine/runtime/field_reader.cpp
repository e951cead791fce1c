#include "runtime/field_reader.h"

#include "runtime/event_fields.h"
#include "schema/text.h"
#include "schema/wire.h"

namespace ipcscope {

namespace {

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

// All that the path leads to.
void gather(const Value& value, const std::vector<std::string>& path, std::size_t depth, List& out) {
    if (depth == path.size()) {
        if (!value.empty()) out.push_back(value);
    } else if (const auto* list = value.as<List>()) {
        for (const auto& one : *list)
            gather(one, path, depth, out);
    } else if (const auto* fields = value.as<Fields>()) {
        if (const auto* inner = find(*fields, path[depth])) gather(*inner, path, depth + 1, out);
    }
}

std::optional<Value> when(bool there, std::int64_t value) {
    return there ? std::optional<Value>(value) : std::nullopt;
}

std::optional<Value> text_or_nothing(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional<Value>(std::string(text));
}

const CallInfo* call_of(const EventRow& row, const Recording* stored) {
    return stored ? stored->calls().find(CallId{row.event->call}) : row.call;
}

FlowId flow_of(const EventRow& row, const Recording* stored) {
    return stored ? stored->events().flow(row.seq) : row.flow;
}

std::string_view payload_of(const EventRow& row, const Recording* stored) {
    return stored ? stored->events().payload(*row.event) : row.payload;
}

std::string_view results_of(const EventRow& row, const Recording* stored) {
    return !stored                  ? row.results
           : row.event->results > 0 ? stored->events().results(*row.event)
                                    : std::string_view();
}

Value named(const Value& value, const RunState& state) {
    if (const auto* handle = value.as<HandleRef>()) {
        const auto found = state.handles.find(handle->id);
        if (found != state.handles.end()) return found->second.name;
    } else if (const auto* worker = value.as<WorkerRef>()) {
        if (const auto* info = state.worker(worker->id)) return info->name;
    }
    return value;
}

}  // namespace

FieldReader::FieldReader(const Recording& recording, Field field)
    : recording_(recording), field_(std::move(field)) {
    if (field_.id == static_cast<std::uint32_t>(EventField::value))
        sources_ = value_sources(recording.registry(), field_.name);
}

std::optional<FieldValue> FieldReader::value(const EventRow& row, const Recording* stored,
                                             const RunState& state) const {
    if (field_.id == static_cast<std::uint32_t>(EventField::value)) return of_source(row, stored, state);
    if (auto value = own(row, stored, state)) return FieldValue{std::move(*value), nullptr};
    return {};
}

std::optional<FieldValue> FieldReader::of_source(const EventRow& row, const Recording* stored,
                                                 const RunState& state) const {
    const auto& event = *row.event;
    if (event.phase == Phase::state) return {};
    for (const auto& source : sources_) {
        if (source.operation.value != event.operation) continue;
        List found;
        if (source.where == ValueSource::Where::payload) {
            if (event.phase != Phase::enter && event.original > 0)
                found.emplace_back(std::string(payload_of(row, stored)));
        } else if (source.where == ValueSource::Where::argument) {
            const auto* call = call_of(row, stored);
            if (call && source.index < call->args.size())
                gather(call->args[source.index], source.path, 1, found);
        } else if (const auto encoded = results_of(row, stored); !encoded.empty()) {
            Reader reader(encoded);
            const auto results = reader.fields();
            if (const auto* value = find(results, source.path[0])) gather(*value, source.path, 1, found);
        }
        if (found.empty()) continue;
        if (found.size() == 1) return FieldValue{named(found[0], state), source.type};
        return FieldValue{std::move(found), source.type};
    }
    return {};
}

std::optional<Value> FieldReader::own(const EventRow& row, const Recording* stored,
                                      const RunState& state) const {
    const auto& event = *row.event;
    const bool leave = event.phase == Phase::leave, ended = (event.flags & event_flag::ended) != 0;
    const auto* worker = state.worker(WorkerId{event.worker});
    const auto* ref = recording_.registry().operation(OperationId{event.operation});
    const auto object = state.objects.find(ObjectId{event.object});
    const auto* call = event.phase == Phase::state ? nullptr : call_of(row, stored);
    switch (static_cast<EventField>(field_.id)) {
        case EventField::seq: return Value(static_cast<std::int64_t>(row.seq));
        case EventField::time: return Value(event.time_ns - recording_.started_ns());
        case EventField::worker: return text_or_nothing(worker ? worker->name : "");
        case EventField::pid: return when(worker && worker->pid > 0, worker ? worker->pid : 0);
        case EventField::object:
            if (object == state.objects.end() || object_names(object->second).empty()) return {};
            return text_or_nothing(object_names(object->second)[0]);
        case EventField::mechanism:
            if (ref) return text_or_nothing(ref->mechanism->id);
            if (object == state.objects.end() || !object->second.mechanism) return {};
            return text_or_nothing(object->second.mechanism->id);
        case EventField::operation: return text_or_nothing(ref ? ref->name : "");
        case EventField::verb: return text_or_nothing(ref ? ref->operation->verb : "");
        case EventField::phase:
            return text_or_nothing(field_.names[static_cast<std::size_t>(event.phase)].first);
        case EventField::ret:
            return when(event.phase != Phase::enter && event.phase != Phase::note && !ended, event.ret);
        case EventField::errnos: return text_or_nothing(event.err != 0 ? errno_name(event.err) : "");
        case EventField::duration: return when(leave, event.duration_ns);
        case EventField::bytes: return when(event.original > 0, event.original);
        case EventField::payload:
            if (event.original == 0) return {};
            return Value(std::string(payload_of(row, stored)));
        case EventField::call: return text_or_nothing(call ? call->text : ref ? ref->name : "");
        case EventField::line: return when(call && call->line > 0, call ? call->line : 0);
        case EventField::blocked: return Value(leave && (event.flags & event_flag::was_blocked) != 0);
        case EventField::failed: return Value(event.err != 0 && (leave || event.phase == Phase::instant));
        case EventField::succeeded: return Value(leave && event.err == 0 && !ended);
        case EventField::ended: return Value(ended);
        case EventField::lost: return Value(event.phase == Phase::lost);
        case EventField::flow: {
            const auto flow = flow_of(row, stored);
            return when(bool(flow), flow.value);
        }
        case EventField::peer: {
            const auto flow = flow_of(row, stored);
            if (!flow || flow.value > recording_.flows().size()) return {};
            const auto& joined = recording_.flows()[flow];
            const auto& other = recording_.events()[joined.from == row.seq ? joined.to : joined.from];
            const auto* peer = state.worker(WorkerId{other.worker});
            return text_or_nothing(peer ? peer->name : "");
        }
        case EventField::level: return when(event.phase == Phase::state, event.call);
        case EventField::value: break;
    }
    return {};
}

}  // namespace ipcscope
