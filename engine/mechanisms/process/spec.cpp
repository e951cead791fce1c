#include "schema/spec.h"

#include "base/signals.h"

#include <cerrno>
#include <signal.h>

#include <sys/wait.h>

namespace ipcscope::mechanisms {

namespace {

TypeSpec signal_type() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back({name, number});
    return types::choice(std::move(names));
}

TypeSpec pid_type() {
    return types::integer(0, 1 << 22, Unit::pid);
}

ResultSpec status_result() {
    return {"status", types::integer(0, 255), IPC_TR("Exit status"),
            IPC_TR("What the process gave to exit; only there if it ended that way.")};
}

ResultSpec signal_result(const char* help) {
    return {"signal", signal_type(), IPC_TR("Signal"), help};
}

OperationSpec start() {
    return {.verb = "start",
            .title = IPC_TR("Start"),
            .summary = IPC_TR("A fresh worker: a process of its own, with nothing inherited but its working "
                              "directory."),
            .call = "execve",
            .man = "execve(2)",
            .side = Side::create,
            .returns = IPC_TR("process id"),
            .returns_unit = Unit::pid,
            .actor = Actor::supervisor};
}

OperationSpec fork() {
    return {
        .verb = "fork",
        .title = IPC_TR("Fork"),
        .summary = IPC_TR("Makes a copy of this worker, which goes on as a worker of its own and shares "
                          "its open descriptors."),
        .call = "fork",
        .syscall = "clone",
        .man = "fork(2)",
        .side = Side::create,
        .flow = FlowRole::send,
        .returns = IPC_TR("process id of the child"),
        .returns_unit = Unit::pid,
        .results = {{"child", types::worker(), IPC_TR("Child"), IPC_TR("The new worker.")}},
        .errnos = {{EAGAIN,
                    IPC_TR("A limit on the number of processes is reached: RLIMIT_NPROC of the user, "
                           "threads-max, pid_max or pids.max of the control group."),
                    "root is exempt from RLIMIT_NPROC, and filling the machine's process table would harm "
                    "others"},
                   {ENOMEM,
                    IPC_TR("The kernel has no memory for another process, or the pid namespace "
                           "has lost its first process."),
                    "needs a machine without memory"}},
        .forks = true};
}

OperationSpec exit_now() {
    return {
        .verb = "exit",
        .title = IPC_TR("Exit"),
        .summary = IPC_TR("Ends this worker at once; it stays a zombie until its parent has waited for it."),
        .call = "_exit",
        .syscall = "exit_group",
        .man = "_exit(2)",
        .side = Side::remove,
        .flow = FlowRole::send,
        .params = {{"status", types::integer(0, 255), IPC_TR("Status"),
                    IPC_TR("0 means success; the parent gets the low 8 bits."), 0}}};
}

OperationSpec kill_worker() {
    return {
        .verb = "kill",
        .title = IPC_TR("Kill"),
        .summary = IPC_TR("Sends a signal to a worker, by default the one that cannot be caught, blocked "
                          "or ignored."),
        .call = "kill",
        .man = "kill(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .flow_target = "worker",
        .params = {{"worker", types::worker(), IPC_TR("Worker"), IPC_TR("Which process gets it.")},
                   {"signal", signal_type(), IPC_TR("Signal"),
                    IPC_TR("SIGKILL ends it, SIGSTOP stops it, SIGCONT lets it go on."), SIGKILL}},
        .errnos = {{EINVAL, IPC_TR("There is no signal of this number."), "only real signals can be chosen"},
                   {EPERM, IPC_TR("The process belongs to another user, and the sender lacks CAP_KILL."),
                    "all workers run as one user"},
                   {ESRCH, IPC_TR("There is no such process: it has ended and its parent has waited "
                                  "for it. (A zombie still takes signals.)")}}};
}

TypeSpec wait_flags() {
    return types::flags({{"WNOHANG", WNOHANG, IPC_TR("do not block: return 0 if nothing has happened yet")},
                         {"WUNTRACED", WUNTRACED, IPC_TR("also return when a child was stopped")},
                         {"WCONTINUED", WCONTINUED, IPC_TR("also return when a stopped child goes on")}});
}

OperationSpec wait_for(const char* verb, bool any) {
    OperationSpec wait{
        .verb = verb,
        .title = any ? IPC_TR("Wait for any child") : IPC_TR("Wait for a child"),
        .summary =
            any ? IPC_TR("Waits until some child of this worker ends, and takes its status.")
                : IPC_TR("Waits until this child ends, and takes its status; the zombie is gone then."),
        .call = "waitpid",
        .syscall = "wait4",
        .man = "waitpid(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .params = {{"flags", wait_flags(), IPC_TR("Flags"),
                    IPC_TR("What else to come back for, and whether to block."), 0}},
        .returns = IPC_TR("process id of the child, 0 = nothing to tell yet (WNOHANG)"),
        .returns_unit = Unit::pid,
        .results = {status_result(),
                    signal_result(IPC_TR("The signal that ended or stopped it; not there if it exited.")),
                    {"core", types::boolean(), IPC_TR("Core dumped"),
                     IPC_TR("A core file was written; only there if a signal ended it.")},
                    {"stopped", types::boolean(), IPC_TR("Stopped"),
                     IPC_TR("It has not ended: the signal stopped it (WUNTRACED).")},
                    {"continued", types::boolean(), IPC_TR("Continued"),
                     IPC_TR("It has not ended: it goes on after a stop (WCONTINUED).")}},
        .errnos = {{ECHILD, any ? IPC_TR("This worker has no children left to wait for, or SIGCHLD is "
                                         "ignored (SIG_IGN, SA_NOCLDWAIT) and all have ended.")
                                : IPC_TR("Not a child of this worker, or its status was already taken, or "
                                         "SIGCHLD is ignored (SIG_IGN, SA_NOCLDWAIT).")},
                   {EINTR, IPC_TR("A signal handler ran before any child changed state.")},
                   {EINVAL, IPC_TR("Unknown flags."), "only valid flags can be chosen"}},
        .waits = {{.text = any ? IPC_TR("any child to end") : IPC_TR("{child} to end"),
                   .by = EndedBy::worker_end}}};
    if (!any) {
        wait.flow_target = "child";
        wait.params.insert(wait.params.begin(), {"child", types::worker(), IPC_TR("Child"),
                                                 IPC_TR("A worker that this one has forked.")});
    }
    return wait;
}

OperationSpec own_pid(const char* verb, const char* title, const char* summary, const char* call,
                      const char* returns) {
    return {.verb = verb,
            .title = title,
            .summary = summary,
            .call = call,
            .man = "getpid(2)",
            .side = Side::query,
            .returns = returns,
            .returns_unit = Unit::pid,
            .pure = true};
}

OperationSpec happening(const char* verb, const char* title, const char* summary, const char* man,
                        const char* returns, std::vector<ResultSpec> results) {
    return {.verb = verb,
            .title = title,
            .summary = summary,
            .man = man,
            .side = Side::query,
            .returns = returns,
            .results = std::move(results),
            .actor = Actor::kernel};
}

ObjectSpec process_object() {
    return {.id = "process",
            .label = IPC_TR("Process"),
            .flow = FlowPolicy::lifetime,
            .view = ViewHint::tree,
            .state = {{"pid", pid_type(), IPC_TR("Process id"), ""},
                      {"parent", pid_type(), IPC_TR("Parent"),
                       IPC_TR("Orphans are given to the nearest subreaper, or to the first process.")},
                      {"state", types::text(), IPC_TR("State"),
                       IPC_TR("running, sleeping, disk sleep, stopped, zombie, ...")},
                      {"threads", types::integer(0, std::numeric_limits<std::int64_t>::max(), Unit::count),
                       IPC_TR("Threads"), ""},
                      {"resident", types::integer(0, std::numeric_limits<std::int64_t>::max(), Unit::bytes),
                       IPC_TR("Resident memory"), ""},
                      {"children", types::array({"pid", pid_type(), IPC_TR("Process id")}, 1 << 16),
                       IPC_TR("Children"), IPC_TR("Also those that have ended and wait to be waited for.")}}};
}

MechanismSpec make() {
    const char* const ret_signal = IPC_TR("signal number");
    return {
        .id = "process",
        .title = IPC_TR("Process"),
        .summary = IPC_TR("Workers are real processes: start, fork, end and wait for them."),
        .group = Group::processes,
        .rank = 0,
        .man = {"fork(2)", "_exit(2)", "waitpid(2)", "kill(2)", "proc_pid_status(5)"},
        .limits = {{IPC_TR("Largest process id"), "/proc/sys/kernel/pid_max", Unit::pid},
                   {IPC_TR("Threads on this machine"), "/proc/sys/kernel/threads-max", Unit::count}},
        .objects = {process_object()},
        .operations =
            {start(), fork(), exit_now(), kill_worker(), wait_for("wait", false), wait_for("wait_any", true),
             own_pid("get_pid", IPC_TR("Own process id"), IPC_TR("Tells the process id of this worker."),
                     "getpid", IPC_TR("process id")),
             own_pid("get_ppid", IPC_TR("Parent's process id"),
                     IPC_TR("Tells who the parent is now; it changes when the parent ends."), "getppid",
                     IPC_TR("process id of the parent")),
             happening("ended", IPC_TR("Ended"), IPC_TR("A process ended, by itself or by a signal."),
                       "wait(2)", IPC_TR("exit status, or the number of the signal that ended it"),
                       {status_result(),
                        signal_result(IPC_TR("The signal that ended it; not there if it exited."))}),
             happening("stopped", IPC_TR("Stopped"),
                       IPC_TR("A process was stopped by a signal and does nothing until SIGCONT."),
                       "signal(7)", ret_signal, {signal_result(IPC_TR("The signal that stopped it."))}),
             happening("continued", IPC_TR("Continued"), IPC_TR("A stopped process goes on."), "signal(7)",
                       ret_signal, {signal_result(IPC_TR("The signal that let it go on."))})},
        .privileges = IPC_TR("Everybody may fork up to RLIMIT_NPROC processes, and signal processes of the "
                             "same user; CAP_KILL lifts the second.")};
}

}  // namespace

const MechanismSpec& process_spec() {
    static const MechanismSpec spec = make();
    return spec;
}

}  // namespace ipcscope::mechanisms
