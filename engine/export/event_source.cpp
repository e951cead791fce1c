#include "export/event_source.h"

#include "schema/wire.h"

namespace ipcscope {

EventSource::EventSource(const Recording& recording, const Program& program) : recording_(recording) {
    for (const auto& statement : program.statements)
        if (!statement.binding.empty()) bindings_[statement.line] = statement.binding;
}

EventDetails EventSource::facts(std::uint64_t seq) const {
    const auto& events = recording_.events();
    const auto& event = events[seq];
    const auto state = recording_.state();
    EventDetails out;
    out.seq = seq;
    out.event = &event;
    out.operation = recording_.registry().operation(OperationId{event.operation});
    if (const auto* worker = state->worker(WorkerId{event.worker})) {
        out.worker = worker->name;
        out.pid = worker->pid;
    }
    if (const auto object = state->objects.find(ObjectId{event.object}); object != state->objects.end()) {
        const auto& info = object->second;
        out.object = !info.name.empty() ? info.name : !info.label.empty() ? info.label : info.key;
    }
    if (event.phase != Phase::state) out.call = recording_.calls().find(CallId{event.call});
    if (out.call) {
        out.line = out.call->line;
        const auto binding = bindings_.find(out.line);
        out.text = (binding == bindings_.end() ? "" : binding->second + " = ") + out.call->text;
    } else if (out.operation) {
        out.text = out.operation->name;
    }
    out.flow = events.flow(seq);
    if (out.flow && out.flow.value <= recording_.flows().size()) {
        out.joined = recording_.flows()[out.flow];
        if (const auto* sender = state->worker(WorkerId{events[out.joined.from].worker}))
            out.flow_peer = sender->name;
    }
    if (event.results > 0) {
        Reader in(events.results(event));
        out.results = in.fields();
    }
    out.payload = events.payload(event);
    return out;
}

}  // namespace ipcscope
