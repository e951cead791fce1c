#include "runtime/event_values.h"

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

}  // namespace

EventValues::EventValues(const Recording& recording, const FieldTable& table,
                         const std::vector<std::size_t>& fields)
    : recording_(recording), state_(recording.state()) {
    for (const auto index : fields) {
        Column column{table[index], {}};
        if (column.field.id == static_cast<std::uint32_t>(EventField::value))
            column.sources = value_sources(recording.registry(), column.field.name);
        columns_.push_back(std::move(column));
    }
}

Value EventValues::named(const Value& value) const {
    if (const auto* handle = value.as<HandleRef>()) {
        const auto found = state_->handles.find(handle->id);
        if (found != state_->handles.end()) return found->second.name;
    } else if (const auto* worker = value.as<WorkerRef>()) {
        if (const auto* info = state_->worker(worker->id)) return info->name;
    }
    return value;
}

std::optional<FieldValue> EventValues::of_source(const Column& column, std::uint64_t seq) const {
    const auto& event = recording_.events()[seq];
    if (event.phase == Phase::state) return {};
    for (const auto& source : column.sources) {
        if (source.operation.value != event.operation) continue;
        List found;
        if (source.where == ValueSource::Where::payload) {
            if (event.phase != Phase::enter && event.original > 0)
                found.emplace_back(std::string(recording_.events().payload(event)));
        } else if (source.where == ValueSource::Where::argument) {
            const auto* call = recording_.calls().find(CallId{event.call});
            if (call && source.index < call->args.size())
                gather(call->args[source.index], source.path, 1, found);
        } else if (event.results > 0) {
            Reader reader(recording_.events().results(event));
            const auto results = reader.fields();
            if (const auto* value = find(results, source.path[0])) gather(*value, source.path, 1, found);
        }
        if (found.empty()) continue;
        if (found.size() == 1) return FieldValue{named(found[0]), source.type};
        return FieldValue{std::move(found), source.type};
    }
    return {};
}

std::optional<Value> EventValues::own(const Field& field, std::uint64_t seq) const {
    const auto& event = recording_.events()[seq];
    const bool leave = event.phase == Phase::leave, ended = (event.flags & event_flag::ended) != 0;
    const auto* worker = state_->worker(WorkerId{event.worker});
    const auto* ref = recording_.registry().operation(OperationId{event.operation});
    const auto object = state_->objects.find(ObjectId{event.object});
    const auto* call = event.phase == Phase::state ? nullptr : recording_.calls().find(CallId{event.call});
    switch (static_cast<EventField>(field.id)) {
        case EventField::seq: return Value(static_cast<std::int64_t>(seq));
        case EventField::time: return Value(event.time_ns - recording_.started_ns());
        case EventField::worker: return text_or_nothing(worker ? worker->name : "");
        case EventField::pid: return when(worker && worker->pid > 0, worker ? worker->pid : 0);
        case EventField::object:
            if (object == state_->objects.end() || object_names(object->second).empty()) return {};
            return text_or_nothing(object_names(object->second)[0]);
        case EventField::mechanism:
            if (ref) return text_or_nothing(ref->mechanism->id);
            if (object == state_->objects.end() || !object->second.mechanism) return {};
            return text_or_nothing(object->second.mechanism->id);
        case EventField::operation: return text_or_nothing(ref ? ref->name : "");
        case EventField::verb: return text_or_nothing(ref ? ref->operation->verb : "");
        case EventField::phase:
            return text_or_nothing(field.names[static_cast<std::size_t>(event.phase)].first);
        case EventField::ret:
            return when(event.phase != Phase::enter && event.phase != Phase::note && !ended, event.ret);
        case EventField::errnos: return text_or_nothing(event.err != 0 ? errno_name(event.err) : "");
        case EventField::duration: return when(leave, event.duration_ns);
        case EventField::bytes: return when(event.original > 0, event.original);
        case EventField::payload:
            if (event.original == 0) return {};
            return Value(std::string(recording_.events().payload(event)));
        case EventField::call: return text_or_nothing(call ? call->text : ref ? ref->name : "");
        case EventField::line: return when(call && call->line > 0, call ? call->line : 0);
        case EventField::blocked: return Value(leave && (event.flags & event_flag::was_blocked) != 0);
        case EventField::failed: return Value(event.err != 0 && (leave || event.phase == Phase::instant));
        case EventField::succeeded: return Value(leave && event.err == 0 && !ended);
        case EventField::ended: return Value(ended);
        case EventField::lost: return Value(event.phase == Phase::lost);
        case EventField::flow: {
            const auto flow = recording_.events().flow(seq);
            return when(bool(flow), flow.value);
        }
        case EventField::peer: {
            const auto flow = recording_.events().flow(seq);
            if (!flow || flow.value > recording_.flows().size()) return {};
            const auto& joined = recording_.flows()[flow];
            const auto& other = recording_.events()[joined.from == seq ? joined.to : joined.from];
            const auto* peer = state_->worker(WorkerId{other.worker});
            return text_or_nothing(peer ? peer->name : "");
        }
        case EventField::level: return when(event.phase == Phase::state, event.call);
        case EventField::value: break;
    }
    return {};
}

std::optional<FieldValue> EventValues::value(std::size_t column, std::uint64_t seq) const {
    const auto& wanted = columns_[column];
    if (wanted.field.id == static_cast<std::uint32_t>(EventField::value)) return of_source(wanted, seq);
    if (auto value = own(wanted.field, seq)) return FieldValue{std::move(*value), nullptr};
    return {};
}

std::string EventValues::text(std::size_t column, std::uint64_t seq) const {
    const auto found = value(column, seq);
    if (!found) return {};
    const auto& value = found->value;
    if (const auto* string = value.as<std::string>()) {
        const auto& type = columns_[column].field.type;
        const bool octets = type == FieldType::bytes || type == FieldType::value;
        if (!octets && string->find_first_of("\n\r\t\x1b") == std::string::npos) return *string;
        const auto quoted = quote(*string);
        return quoted.substr(1, quoted.size() - 2);
    }
    return found->type && !value.as<List>() ? print_value(*found->type, value) : print_value(value);
}

}  // namespace ipcscope
