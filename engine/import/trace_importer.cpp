#include "import/trace_importer.h"

#include "base/result.h"
#include "base/signals.h"
#include "schema/wire.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr std::int64_t began_ns = 1'000'000'000;  // of an imported recording; its times count from there
constexpr std::int64_t a_day = 86'400'000'000'000;
constexpr std::int64_t most_days_ns = 1000 * a_day;
// Descriptors that children get from their parents, in all: a line must not copy as many as the file has.
constexpr std::size_t most_inherited = 500'000;
constexpr std::size_t longest_text = 400;  // of a call, as it is shown

std::string shown(const std::string& name, std::string_view arguments) {
    auto text = fmt::format("{}({}", name, arguments);
    if (text.size() > longest_text) text = text.substr(0, longest_text) + "...";
    return text;
}

// "3, "x", 1) = 1 <0.000012>" -> what stands before the bracket that ends the arguments.
std::string_view only_arguments(std::string_view text) {
    const auto end = text.rfind(") ");
    return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

// An errno that this machine has no name for, or one of the kernel's own: a call that is begun again.
int error_code(const std::string& name) {
    if (name.empty()) return 0;
    if (name.starts_with("ERESTART")) return EINTR;
    const auto value = errno_value(name);
    return value > 0 ? value : 255;
}

}  // namespace

TraceImporter::TraceImporter(const Registry& registry) : known_(registry), operations_(registry) {}
TraceImporter::~TraceImporter() = default;

std::int64_t TraceImporter::began_unix_ns() const {
    constexpr std::int64_t a_year = 365 * a_day;  // -tt and -r count from midnight, and from the line before
    return first_ns_ > a_year ? first_ns_ : 0;
}

bool is_trace_fork(std::string_view syscall) {
    return syscall == "clone" || syscall == "clone3" || syscall == "fork" || syscall == "vfork";
}

std::uint64_t TraceImporter::events() const {
    return recording_ ? recording_->events().size() : 0;
}

// -ttt says seconds since 1970, -tt since midnight, -r since the line before; without them lines are a
// microsecond apart.
std::int64_t TraceImporter::time_of(const TraceLine& line) {
    constexpr std::int64_t an_hour_back = 3'600'000'000'000;
    std::int64_t time = last_ns_ + 1000;
    if (line.time_ns) {
        time = *line.time_ns + day_ns_;
        if (begun_ && time + an_hour_back < last_ns_ && *line.time_ns < a_day) {
            if (*line.time_ns + a_day / 2 < last_ns_ - day_ns_ && day_ns_ < most_days_ns) {
                day_ns_ += a_day;  // midnight
                time = *line.time_ns + day_ns_;
            }
        }
    }
    if (!begun_) {
        begun_ = true;
        first_ns_ = time;
        recording_ = std::make_unique<ImportedRecording>(known_, began_ns);
        objects_ = std::make_unique<TraceObjects>(*recording_);
    }
    last_ns_ = std::max(last_ns_, time);
    return began_ns + std::max<std::int64_t>(0, time - first_ns_);
}

TraceImporter::Process* TraceImporter::process(int pid, std::int64_t time_ns) {
    const auto found = processes_.find(pid);
    if (found != processes_.end()) return found->second.get();
    if (full_) return nullptr;
    auto made = std::make_unique<Process>();
    made->pid = pid;
    Process* parent = nullptr;
    if (const auto known = parents_.find(pid); known != parents_.end()) {
        made->parent = known->second;
        made->table = tables_[pid];
        parents_.erase(known);
        tables_.erase(pid);
        if (const auto at = processes_.find(made->parent); at != processes_.end()) parent = at->second.get();
    } else {
        // Its parent's call has not come back yet.
        for (const auto& [number, other] : processes_)
            if (other->inside && other->forking) parent = other.get();
        // Without clone(2) among what is traced, it is taken to be whoever did something last.
        const bool guessed = !parent && !forks_seen_ && last_ && last_->end_seq == 0;
        if (guessed) {
            parent = last_;
            ++guessed_;
        }
        if (parent) {
            made->parent = parent->pid;
            made->table = parent->inside && parent->text.find("CLONE_FILES") != std::string::npos
                              ? parent->table
                              : copy_of(*parent->table);
            // When it was forked nobody has told: what the parent has closed it may still have had then, and
            // what the child really does not have it cannot use.
            if (guessed && inherited_ + parent->closed.size() <= most_inherited) {
                inherited_ += parent->closed.size();
                made->table->insert(parent->closed.begin(), parent->closed.end());
            }
        }
    }
    if (!made->table) made->table = std::make_shared<Table>();
    auto name = parent ? recording_->worker(parent->worker).name : std::string("process");
    name = fmt::format("{} ({})", name.substr(0, name.find(" (")), pid);
    made->worker = recording_->add_worker(std::move(name), pid, parent ? parent->worker : WorkerId{});
    if (!made->worker) {  // there are too many; all that are kept have one
        full_ = true;
        return nullptr;
    }
    auto* out = made.get();
    processes_.emplace(pid, std::move(made));
    Event start;
    start.phase = Phase::instant;
    start.time_ns = time_ns;
    start.worker = out->worker.value;
    start.operation = recording_->operation("process.start").value;
    start.ret = pid;
    out->start_seq = recording_->put(start, {}) + 1;
    if (parent && parent->fork_seq != 0) {
        recording_->joiner().join(parent->fork_seq - 1, out->start_seq - 1, {});
        parent->fork_seq = 0;
    }
    return out;
}

std::shared_ptr<TraceImporter::Table> TraceImporter::copy_of(const Table& table) {
    if (inherited_ + table.size() > most_inherited) return std::make_shared<Table>();
    inherited_ += table.size();
    return std::make_shared<Table>(table);
}

// Told when the line is read: the child's own lines may stand before the time at which the call came back.
void TraceImporter::forks(Process& parent, const std::string& name, const TraceResult& result) {
    if (!is_trace_fork(name) || !result.ret || *result.ret <= 0 || *result.ret > INT32_MAX) return;
    forks_seen_ = true;
    const auto child = static_cast<int>(*result.ret);
    const bool shares = trace_word_in(result.arguments, "CLONE_FILES");
    const auto known = processes_.find(child);
    if (known != processes_.end()) {
        const bool over = known->second->end_seq != 0;
        if (!over) {
            if (known->second->parent == 0) known->second->parent = parent.pid;
            return;
        }
        reused_.push_back(std::move(known->second));
        processes_.erase(known);
    }
    parents_[child] = parent.pid;
    tables_[child] = shares ? parent.table : copy_of(*parent.table);
}

void TraceImporter::enter(Process& process, const std::string& name, std::vector<TraceValue> arguments,
                          std::string_view text, std::int64_t time_ns) {
    auto call = std::make_shared<Calling>();
    call->process = &process;
    call->name = name;
    call->begin_ns = time_ns;
    auto* handle = subject(process, arguments);
    call->named = operations_.find(name, arguments, handle,
                                   [&](const MechanismSpec* mechanism, std::string_view wanted) {
                                       return static_cast<bool>(objects_->by_name(*mechanism, wanted));
                                   });
    call->operation = call->named ? call->named->operation->id : recording_->operation("syscall." + name);
    call->result.arguments = std::move(arguments);
    call->object = object_of(*call, handle);
    call->call = recording_->add_call(process.worker, call->operation, shown(name, text));
    Event event;
    event.phase = Phase::enter;
    event.time_ns = time_ns;
    event.worker = process.worker.value;
    event.operation = call->operation.value;
    event.object = call->object.value;
    event.call = call->call.value;
    recording_->put(event, {});
    process.inside = std::move(call);
    process.forking = is_trace_fork(name);
}

void TraceImporter::comes_back(Process& process, TraceResult result, std::int64_t end_ns,
                               bool others_went_on) {
    auto call = std::move(process.inside);
    process.inside.reset();
    process.forking = false;
    call->result = std::move(result);
    call->end_ns = std::max(end_ns, call->begin_ns);
    call->others_went_on = others_went_on;
    forks(process, call->name, call->result);
    coming_.push({end_ns, order_++, std::move(call)});
}

void TraceImporter::flush(std::int64_t until_ns) {
    while (!coming_.empty() && coming_.top().time_ns <= until_ns) {
        const auto next = coming_.top();
        coming_.pop();
        leave(*next.call);
    }
}

bool TraceImporter::line(std::string_view text) {
    const auto parsed = parse_trace_line(text);
    if (!parsed) return false;
    const auto& line = *parsed;
    const auto time = time_of(line);
    flush(time);
    auto* who = process(line.pid, time);
    if (!who) return false;
    last_ = who;
    using What = TraceLine::What;
    if (line.what == What::signal) return signal(*who, line, time), true;
    if (line.what == What::exited || line.what == What::killed) {
        flush(INT64_MAX);  // of its own calls none can come back any more
        return ended(*who, line, time), true;
    }
    if (who->end_seq != 0) return false;
    if (line.what == What::unfinished) {
        auto so_far = parse_trace_call(std::string(line.text) + ") = ?");
        who->text = std::string(line.text);
        enter(*who, line.name, so_far ? std::move(so_far->arguments) : std::vector<TraceValue>{}, line.text,
              time);
        return true;
    }
    const bool resumed = line.what == What::resumed;
    if (resumed && (!who->inside || who->inside->name != line.name)) return false;
    auto result = parse_trace_call(resumed ? who->text + std::string(line.text) : std::string(line.text));
    if (!result) return false;
    if (!resumed) enter(*who, line.name, result->arguments, only_arguments(line.text), time);
    const bool back = result->ret || !result->error.empty();
    if (!back) return true;  // exit_group(0) = ?
    auto end = resumed ? time : who->inside->begin_ns;
    if (result->duration_ns) end = who->inside->begin_ns + *result->duration_ns;
    comes_back(*who, std::move(*result), end, resumed);
    return true;
}

// Its call has come back: what it did is done now, in the order of time.
void TraceImporter::leave(Calling& call) {
    if (call.process->end_seq != 0) return;
    const auto& result = call.result;
    Event event;
    event.phase = Phase::leave;
    event.time_ns = call.end_ns;
    event.duration_ns = call.end_ns - call.begin_ns;
    event.worker = call.process->worker.value;
    event.operation = call.operation.value;
    event.call = call.call.value;
    event.ret = result.error.empty() ? result.ret.value_or(0) : -1;
    event.err = static_cast<std::uint16_t>(error_code(result.error));
    if (event.err == 0) effects(call);
    event.object = call.object.value;
    const auto* spec = call.named ? call.named->operation->operation : nullptr;
    if (call.others_went_on && spec && !spec->waits.empty()) event.flags |= event_flag::was_blocked;
    const auto bytes = payload(call, event.original);
    event.captured = static_cast<std::uint32_t>(bytes.size());
    levels(call);
    const auto seq = recording_->put(event, bytes);
    if (event.err == 0) join(call, seq);
}

void TraceImporter::signal(Process& process, const TraceLine& line, std::int64_t time_ns) {
    const auto number = signal_value(line.name);
    if (number <= 0) return;
    Event event;
    event.phase = Phase::instant;
    event.time_ns = time_ns;
    event.worker = process.worker.value;
    const auto* ref = recording_->known().operation("signal.delivered");
    if (!ref) return;
    event.operation = ref->id.value;
    event.ret = number;
    const auto seq = recording_->put(event, {});
    delivered(seq, number);
}

void TraceImporter::delivered(std::uint64_t seq, int number) {
    FlowJoiner::Context context;
    context.policy = FlowPolicy::signals;
    context.role = FlowRole::receive;
    context.key = static_cast<std::uint32_t>(number);
    recording_->joiner().event(seq, recording_->store()[seq], context);
}

void TraceImporter::ended(Process& process, const TraceLine& line, std::int64_t time_ns) {
    if (process.end_seq != 0) return;
    if (process.inside) {  // it never came back
        Event event;
        event.phase = Phase::leave;
        event.flags = event_flag::ended;
        event.time_ns = time_ns;
        event.duration_ns = std::max<std::int64_t>(0, time_ns - process.inside->begin_ns);
        event.worker = process.worker.value;
        event.operation = process.inside->operation.value;
        event.call = process.inside->call.value;
        event.object = process.inside->object.value;
        recording_->put(event, {});
        process.inside.reset();
    }
    const bool killed = line.what == TraceLine::What::killed;
    const int value = killed ? std::max(0, signal_value(line.name)) : line.status;
    Writer out;
    out.fields({{killed ? "signal" : "status", Value(std::int64_t{value})}});
    Event event;
    event.phase = Phase::instant;
    event.time_ns = time_ns;
    event.worker = process.worker.value;
    event.operation = recording_->operation("process.ended").value;
    event.ret = value;
    event.results = static_cast<std::uint32_t>(out.data().size());
    const auto seq = recording_->put(event, out.data());
    process.end_seq = seq + 1;
    process.table = std::make_shared<Table>();
    if (killed && value > 0) delivered(seq, value);
    auto& worker = recording_->worker(process.worker);
    worker.status = killed ? WorkerStatus::killed : WorkerStatus::exited;
    worker.exit_code = value;
}

std::unique_ptr<ImportedRecording> TraceImporter::finish() {
    flush(INT64_MAX);
    if (!recording_) return nullptr;
    const auto end = began_ns + std::max<std::int64_t>(0, last_ns_ - first_ns_);
    if (guessed_ > 0)
        recording_->note(end,
                         fmt::format("the forks of {} processes are not in what was traced (-e trace=process "
                                     "adds them): who made them is a guess",
                                     guessed_));
    for (const auto& [pid, process] : processes_) {
        if (!process->inside || !process->worker) continue;
        auto& worker = recording_->worker(process->worker);
        worker.current = process->inside->call;
        worker.since_ns = process->inside->begin_ns;
        const auto& named = process->inside->named;
        worker.status = named && !named->operation->operation->waits.empty() ? WorkerStatus::blocked
                                                                             : WorkerStatus::running;
        if (worker.status == WorkerStatus::blocked) worker.waits_for = process->inside->name;
    }
    recording_->finish();
    return std::move(recording_);
}

}  // namespace ipcscope
