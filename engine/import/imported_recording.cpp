#include "import/imported_recording.h"

#include "session_file/machine_spec.h"

#include <algorithm>

namespace ipcscope {

namespace {

std::vector<const MechanismSpec*> with_machine(const Registry& registry) {
    const auto all = registry.mechanisms();
    std::vector<const MechanismSpec*> out(all.begin(), all.end());
    if (!registry.mechanism(machine_id)) out.push_back(&machine_spec());
    return out;
}

// A name of ours out of whatever stands there.
std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name.substr(0, 48)) {
        const bool lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        const bool upper = c >= 'A' && c <= 'Z';
        out += upper ? static_cast<char>(c - 'A' + 'a') : lower ? c : '_';
    }
    if (out.empty() || (out[0] >= '0' && out[0] <= '9')) out.insert(0, "x");
    return out;
}

}  // namespace

ImportedRecording::ImportedRecording(const Registry& known, std::int64_t started_ns)
    : known_(with_machine(known)),
      started_ns_(started_ns),
      joiner_(events_, flows_, lanes_, &flow_index_),
      state_(std::make_shared<RunState>()) {
    strangers_.id = syscall_id;
    strangers_.title = IPC_TR("System calls");
    strangers_.summary = IPC_TR("Calls of an imported recording that no mechanism here knows.");
    strangers_.group = Group::buses;
    strangers_.rank = INT32_MAX;
}

ImportedRecording::~ImportedRecording() = default;

WorkerId ImportedRecording::add_worker(std::string name, pid_t pid, WorkerId parent) {
    if (state_now_.workers.size() >= most_workers) return {};
    WorkerInfo info;
    info.id = WorkerId{static_cast<std::uint16_t>(state_now_.workers.size() + 1)};
    info.name = std::move(name);
    info.pid = pid;
    info.parent = parent;
    info.status = WorkerStatus::running;
    state_now_.workers.push_back(info);
    return info.id;
}

ObjectId ImportedRecording::add_object(ObjectInfo info) {
    info.id = ObjectId{static_cast<std::uint32_t>(state_now_.objects.size() + 1)};
    const auto id = info.id;
    state_now_.objects.emplace(id, std::move(info));
    return id;
}

CallId ImportedRecording::add_call(WorkerId worker, OperationId operation, std::string text, int line) {
    CallInfo call;
    call.worker = worker;
    call.operation = operation;
    call.text = std::move(text);
    call.line = line;
    // Which argument is which parameter is not told: they stand in the text.
    if (const auto* ref = known_.operation(operation)) call.args.resize(ref->operation->params.size());
    return calls_.append(std::move(call)).id;
}

OperationId ImportedRecording::operation(const std::string& name) {
    if (const auto* ref = known_.operation(name)) return ref->id;
    const auto found = strange_.find(name);
    if (found != strange_.end()) return found->second;
    if (strange_.size() >= most_strange) return {};
    const auto verb =
        plain(name.starts_with(std::string(syscall_id) + ".") ? std::string_view(name).substr(8) : name);
    const auto same = std::find_if(strangers_.operations.begin(), strangers_.operations.end(),
                                   [&](const OperationSpec& one) { return one.verb == verb; });
    const auto index = same - strangers_.operations.begin();
    if (same == strangers_.operations.end()) {
        OperationSpec spec;
        spec.verb = spec.title = texts_.emplace_back(verb).c_str();
        spec.call = spec.verb;
        spec.man = "syscalls(2)";
        spec.summary = strangers_.summary;
        spec.actor = Actor::kernel;  // it cannot be asked for
        strangers_.operations.push_back(std::move(spec));
    }
    const OperationId id{
        static_cast<std::uint16_t>(known_.operations().size() + static_cast<std::size_t>(index) + 1)};
    strange_.emplace(name, id);
    return id;
}

std::uint64_t ImportedRecording::put(Event event, std::string_view extra) {
    event.time_ns = std::max(event.time_ns, started_ns_);
    event.flow = 0;
    const auto seq = events_.append(event, extra);
    lanes_.append(seq, events_[seq]);
    return seq;
}

void ImportedRecording::note(std::int64_t time_ns, const std::string& text) {
    Event event;
    event.phase = Phase::note;
    event.time_ns = time_ns;
    event.captured = event.original = static_cast<std::uint32_t>(text.size());
    put(event, text);
}

void ImportedRecording::finish() {
    const auto all = known_.mechanisms();
    std::vector<const MechanismSpec*> mechanisms(all.begin(), all.end());
    if (!strangers_.operations.empty()) mechanisms.push_back(&strangers_);
    registry_ = std::make_unique<const Registry>(std::move(mechanisms));
    state_now_.revision = 1;
    state_ = std::make_shared<const RunState>(state_now_);
}

}  // namespace ipcscope
