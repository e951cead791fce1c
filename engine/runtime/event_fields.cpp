#include "runtime/event_fields.h"

#include "base/event.h"
#include "runtime/event_filter.h"
#include "runtime/value_sources.h"

#include <algorithm>
#include <set>

namespace ipcscope {

std::vector<std::string_view> object_names(const ObjectInfo& object) {
    std::vector<std::string_view> out;
    for (const auto* name : {&object.name, &object.label, &object.key})
        if (!name->empty()) out.emplace_back(*name);
    return out;
}

namespace {

using Type = FieldType;

class Builder {
public:
    Builder(FieldTable& table) : table_(table) {}
    Field& add(EventField id, const char* name, Type type, const char* help) {
        fields_.push_back({.name = name, .type = type, .help = help, .id = static_cast<std::uint32_t>(id)});
        return fields_.back();
    }
    void finish() {
        for (auto& field : fields_)
            table_.add(std::move(field));
    }

private:
    FieldTable& table_;
    std::deque<Field> fields_;
};

std::vector<std::string> sorted(const std::set<std::string>& words) {
    return {words.begin(), words.end()};
}

std::vector<std::string> worker_words(const RunState* state) {
    std::vector<std::string> out;
    if (!state) return out;
    std::set<std::string_view> known;
    for (const auto& worker : state->workers)
        if (known.insert(worker.name).second) out.push_back(worker.name);
    return out;
}

std::vector<std::string> object_words(const RunState* state) {
    std::vector<std::string> out;
    if (!state) return out;
    std::set<std::string_view> known;
    for (const auto& [id, object] : state->objects)
        for (const auto name : object_names(object))
            if (known.insert(name).second) out.emplace_back(name);
    return out;
}

void add_names(Builder& add, const Registry& registry, const RunState* state) {
    std::vector<std::string> mechanisms, operations;
    std::set<std::string> verbs, errnos;
    for (const auto* mechanism : registry.mechanisms())
        mechanisms.emplace_back(mechanism->id);
    for (const auto& ref : registry.operations()) {
        operations.push_back(ref.name);
        verbs.insert(ref.operation->verb);
        for (const auto& error : ref.operation->errnos)
            errnos.insert(errno_name(error.code));
    }
    add.add(EventField::worker, "worker", Type::text, IPC_TR("Whose event it is, by name.")).words =
        worker_words(state);
    auto& operation = add.add(EventField::operation, "op", Type::text,
                              IPC_TR("The operation, with its mechanism: pipe.write."));
    operation.words = std::move(operations);
    operation.closed = true;
    auto& verb = add.add(EventField::verb, "verb", Type::text,
                         IPC_TR("The operation without its mechanism: write, of any of them."));
    verb.words = sorted(verbs);
    verb.closed = true;
    auto& mechanism =
        add.add(EventField::mechanism, "mechanism", Type::text, IPC_TR("The kind of IPC: pipe."));
    mechanism.words = std::move(mechanisms);
    mechanism.closed = true;
    auto& object = add.add(EventField::object, "object", Type::text,
                           IPC_TR("The object acted on: as the program names it, its path, or its key."));
    object.words = object_words(state);
    object.many = true;
    add.add(EventField::errnos, "errno", Type::errnos, IPC_TR("Why the call failed; alone: that it did."))
        .words = sorted(errnos);
}

void add_outcomes(Builder& add) {
    add.add(EventField::failed, "failed", Type::boolean, IPC_TR("The call came back with an errno."));
    add.add(EventField::succeeded, "succeeded", Type::boolean,
            IPC_TR("The call came back without an errno."));
    add.add(EventField::blocked, "blocked", Type::boolean,
            IPC_TR("The call slept in the kernel before it came back, or sleeps there now."));
    add.add(EventField::duration, "duration", Type::duration,
            IPC_TR("How long the call took; of its return only."))
        .natural = true;
    add.add(EventField::ret, "ret", Type::integer,
            IPC_TR("What the call returned; of a signal its number, of a level its value."));
    add.add(EventField::bytes, "bytes", Type::bytes_count,
            IPC_TR("Length of the payload, before it was cut; alone: that there is one."))
        .natural = true;
    add.add(EventField::payload, "payload", Type::bytes,
            IPC_TR("The octets that travelled, as far as captured."));
    add.add(EventField::call, "call", Type::text,
            IPC_TR("The call as the program writes it, with its arguments."));
}

void add_rest(Builder& add) {
    add.add(EventField::time, "time", Type::time, IPC_TR("When, since the run began.")).natural = true;
    auto& phase = add.add(EventField::phase, "phase", Type::choice,
                          IPC_TR("A call begins or comes back; something happened; a level changed; "
                                 "events were lost; a note."));
    phase.names = {{"enter", 0}, {"leave", 1}, {"instant", 2}, {"state", 3}, {"lost", 4}, {"note", 5}};
    auto& flow = add.add(EventField::flow, "flow", Type::integer,
                         IPC_TR("Number of the joined pair of sending and receiving; alone: it is joined."));
    flow.natural = true;
    add.add(EventField::peer, "peer", Type::text, IPC_TR("The worker at the other end of the flow."));
    add.add(EventField::lost, "lost", Type::boolean, IPC_TR("Events were lost here: the ring was full."));
    add.add(EventField::ended, "ended", Type::boolean, IPC_TR("The process died inside the call."));
    add.add(EventField::line, "line", Type::integer, IPC_TR("The line of the program.")).natural = true;
    add.add(EventField::pid, "pid", Type::integer, IPC_TR("The process id of the worker.")).natural = true;
    add.add(EventField::seq, "seq", Type::integer, IPC_TR("The number of the event, from 0.")).natural = true;
    add.add(EventField::level, "level", Type::integer,
            IPC_TR("Which level of the object changed, from 0 (the n-th semaphore of a set)."))
        .natural = true;
}

}  // namespace

FieldTable event_fields(const Registry& registry, const RunState* state) {
    FieldTable table("event");
    Builder add(table);
    add_names(add, registry, state);
    add_outcomes(add);
    add_rest(add);
    add.finish();
    if (const auto* worker = table.find("worker")) {
        auto peer = table.index("peer");
        table.set_words(peer, worker->words);
    }
    table.alias("operation", "op");
    table.alias("flow.peer", "peer");
    table.compare_fields();
    add_value_fields(table, registry);
    return table;
}

}  // namespace ipcscope
