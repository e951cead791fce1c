#include "schema/spec.h"

#include "base/signals.h"
#include "mechanisms/signal/names.h"

#include <cerrno>
#include <limits>
#include <signal.h>

namespace ipcscope::mechanisms {

namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
const char* const only_real = "only real signals can be chosen";
const char* const one_user = "all workers run as one user";

TypeSpec signal_type() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back({name, number, default_action(number)});
    return types::choice(std::move(names));
}

TypeSpec set_type() {
    return types::array({"signal", signal_type(), IPC_TR("Signal")}, 64);
}

// As /proc/PID/status has it: bit n-1 is signal n.
TypeSpec mask_type() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back(
            {name, static_cast<std::int64_t>(std::uint64_t{1} << (number - 1)), default_action(number)});
    return types::flags(std::move(names));
}

TypeSpec disposition_type() {
    return types::choice(
        {{"handler", disposition_handler, IPC_TR("a function of the program runs")},
         {"SIG_IGN", disposition_ignore, IPC_TR("thrown away")},
         {"SIG_DFL", disposition_default, IPC_TR("what the kernel does without a handler")}});
}

TypeSpec action_flags() {
    return types::flags(
        {{"SA_RESTART", SA_RESTART, IPC_TR("an interrupted call goes on instead of failing with EINTR")},
         {"SA_SIGINFO", SA_SIGINFO, IPC_TR("the handler is told who sent it, how, and with which value")},
         {"SA_RESETHAND", SA_RESETHAND, IPC_TR("back to SIG_DFL as soon as the handler starts")},
         {"SA_NODEFER", SA_NODEFER, IPC_TR("the handler may be interrupted by the same signal")},
         {"SA_NOCLDSTOP", SA_NOCLDSTOP, IPC_TR("no SIGCHLD when a child stops or goes on")},
         {"SA_NOCLDWAIT", SA_NOCLDWAIT, IPC_TR("children that end leave no zombie and no status")}});
}

ParamSpec target() {
    return {"target", types::worker(), IPC_TR("Target"), IPC_TR("The worker that gets it.")};
}

ParamSpec which(Value initial) {
    return {"signal", signal_type(), IPC_TR("Signal"),
            IPC_TR("Standard signals coalesce, real-time ones (SIGRTMIN and above) queue."),
            std::move(initial)};
}

ErrnoSpec no_such_signal() {
    return {EINVAL, IPC_TR("There is no signal of this number."), only_real};
}

ErrnoSpec not_permitted() {
    return {EPERM, IPC_TR("The target belongs to another user, and the sender lacks CAP_KILL."), one_user};
}

const char* const queue_full = IPC_TR(
    "The queue is full: the user of the target has as many queued signals as the target's "
    "RLIMIT_SIGPENDING allows.");
const char* const no_target =
    IPC_TR("There is no such process: it has ended and its parent has waited for it.");
const char* const interrupted = IPC_TR("A handler ran for a signal that is not in the set.");

OperationSpec send(OperationSpec spec) {
    spec.side = Side::send;
    spec.flow = FlowRole::send;
    spec.flow_target = "target";
    spec.flow_number = "signal";
    return spec;
}

OperationSpec kill_one() {
    return send({.verb = "kill",
                 .title = IPC_TR("Send"),
                 .summary = IPC_TR("Sends a signal to a process; success does not mean that it has arrived."),
                 .call = "kill",
                 .man = "kill(2)",
                 .params = {target(), which(SIGTERM)},
                 .errnos = {no_such_signal(), not_permitted(), {ESRCH, no_target}}});
}

OperationSpec probe() {
    return {.verb = "probe",
            .title = IPC_TR("Check"),
            .summary = IPC_TR("Asks whether a process is there and may be signalled (the null signal, 0): "
                              "nothing is sent."),
            .call = "kill",
            .man = "kill(2)",
            .side = Side::query,
            .params = {target()},
            .errnos = {not_permitted(), {ESRCH, no_target}},
            .pure = true};
}

OperationSpec queue_one() {
    return send({.verb = "queue",
                 .title = IPC_TR("Queue with a value"),
                 .summary = IPC_TR("Sends a signal together with a number, which the receiver can read."),
                 .call = "sigqueue",
                 .syscall = "rt_sigqueueinfo",
                 .man = "sigqueue(3)",
                 .params = {target(),
                            which(SIGRTMIN),
                            {"value",
                             types::integer(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()),
                             IPC_TR("Value"), IPC_TR("The sival_int that travels with it."), 0}},
                 .errnos = {{EAGAIN, queue_full}, no_such_signal(), not_permitted(), {ESRCH, no_target}}});
}

OperationSpec thread_kill() {
    return send(
        {.verb = "tgkill",
         .title = IPC_TR("Send to a thread"),
         .summary = IPC_TR("Sends a signal to one thread of a process instead of to the process as a whole."),
         .call = "tgkill",
         .man = "tgkill(2)",
         .params = {target(),
                    which(SIGUSR1),
                    {"thread", types::integer(-1, 1 << 22, Unit::pid), IPC_TR("Thread"),
                     IPC_TR("A thread id; 0 = the first thread, whose id is the process id."), 0}},
         .errnos = {{EAGAIN, queue_full},
                    {EINVAL, IPC_TR("A thread id below 1, or no such signal.")},
                    not_permitted(),
                    {ESRCH, IPC_TR("The target has no such thread, or has ended.")}}});
}

std::vector<ResultSpec> information() {
    return {
        {"signal", signal_type(), IPC_TR("Signal"), ""},
        {"pid", types::integer(0, 1 << 22, Unit::pid), IPC_TR("Sender"),
         IPC_TR("Process id of the sender, of a SIGCHLD the child; not there if the kernel sent it or "
                "had no room to note the sender.")},
        {"uid", types::integer(0, largest, Unit::uid), IPC_TR("User"), IPC_TR("Real user id of the sender.")},
        {"value", types::integer(), IPC_TR("Value"), IPC_TR("What the sender gave to sigqueue.")},
        {"status", types::integer(), IPC_TR("Status"),
         IPC_TR("Of a SIGCHLD: exit status, or the signal that ended, stopped or continued the child.")},
        {"code", types::text(), IPC_TR("Origin"),
         IPC_TR("si_code: SI_USER kill, SI_QUEUE sigqueue, SI_TKILL tgkill, SI_KERNEL the kernel, CLD_* "
                "a child.")}};
}

OperationSpec action() {
    return {
        .verb = "action",
        .title = IPC_TR("Set disposition"),
        .summary = IPC_TR("Says what this worker does when a signal arrives."),
        .call = "sigaction",
        .syscall = "rt_sigaction",
        .man = "sigaction(2)",
        .reception = {.act = ReceptionAct::ignore,
                      .numbers = "signal",
                      .on = {"disposition", {disposition_ignore}},
                      .off = {"disposition", {disposition_handler}},
                      .reset = {"disposition", {disposition_default}},
                      .initial = {SIGCHLD, SIGCONT, SIGURG, SIGWINCH}},
        .params = {which({}),
                   {"disposition", disposition_type(), IPC_TR("Disposition"), IPC_TR("Inherited by fork."),
                    disposition_handler},
                   {"flags", action_flags(), IPC_TR("Flags"), IPC_TR("How the handler is run."), SA_SIGINFO},
                   {"mask",
                    set_type(),
                    IPC_TR("Mask"),
                    IPC_TR("Also blocked while the handler runs."),
                    List{},
                    {"disposition", {disposition_handler}}}},
        .results = {{"previous", disposition_type(), IPC_TR("Previous disposition"), ""},
                    {"previous_flags", action_flags(), IPC_TR("Previous flags"), ""},
                    {"previous_mask", set_type(), IPC_TR("Previous mask"), ""}},
        .errnos = {{EINVAL, IPC_TR("SIGKILL and SIGSTOP cannot be caught or ignored.")}}};
}

OperationSpec get_action() {
    return {.verb = "get_action",
            .title = IPC_TR("Show disposition"),
            .summary = IPC_TR("Tells what this worker does when a signal arrives."),
            .call = "sigaction",
            .syscall = "rt_sigaction",
            .man = "sigaction(2)",
            .side = Side::query,
            .params = {which({})},
            .results = {{"disposition", disposition_type(), IPC_TR("Disposition"), ""},
                        {"flags", action_flags(), IPC_TR("Flags"), ""},
                        {"mask", set_type(), IPC_TR("Mask"), ""}},
            .pure = true};
}

OperationSpec mask() {
    return {.verb = "mask",
            .title = IPC_TR("Block or unblock"),
            .summary = IPC_TR("Changes which signals wait (are pending) instead of being delivered."),
            .call = "sigprocmask",
            .syscall = "rt_sigprocmask",
            .man = "sigprocmask(2)",
            .reception = {.act = ReceptionAct::hold,
                          .numbers = "set",
                          .on = {"how", {SIG_BLOCK}},
                          .off = {"how", {SIG_UNBLOCK}},
                          .only = {"how", {SIG_SETMASK}}},
            .params = {{"how",
                        types::choice({{"SIG_BLOCK", SIG_BLOCK, IPC_TR("block these too")},
                                       {"SIG_UNBLOCK", SIG_UNBLOCK, IPC_TR("let these through")},
                                       {"SIG_SETMASK", SIG_SETMASK, IPC_TR("block these and no others")}}),
                        IPC_TR("How"), IPC_TR("What to do with the set."), SIG_BLOCK},
                       {"set", set_type(), IPC_TR("Set"),
                        IPC_TR("SIGKILL and SIGSTOP are silently left out by the kernel."), List{}}},
            .results = {{"previous", set_type(), IPC_TR("Previous mask"), ""}},
            .errnos = {{EINVAL, IPC_TR("Unknown how."), "only valid ways can be chosen"}}};
}

OperationSpec pending() {
    return {.verb = "pending",
            .title = IPC_TR("Show pending"),
            .summary = IPC_TR("Tells which signals have been sent to this worker but are still blocked."),
            .call = "sigpending",
            .syscall = "rt_sigpending",
            .man = "sigpending(2)",
            .side = Side::query,
            .results = {{"pending", set_type(), IPC_TR("Pending"),
                         IPC_TR("Of the process or of the thread; a number that is queued twice stands here "
                                "once.")}},
            .pure = true};
}

OperationSpec suspend() {
    return {
        .verb = "suspend",
        .title = IPC_TR("Change mask and wait"),
        .summary = IPC_TR("Sets another mask and sleeps in one step, until a handler has run; then the "
                          "old mask is back."),
        .call = "sigsuspend",
        .syscall = "rt_sigsuspend",
        .man = "sigsuspend(2)",
        .side = Side::receive,
        .params = {{"mask", set_type(), IPC_TR("Mask"), IPC_TR("Blocked while it waits."), List{}}},
        .returns = IPC_TR("never a success: EINTR is what is hoped for"),
        .errnos = {{EINTR, IPC_TR("A handler has run: this is the normal end.")}},
        .waits = {{.text = IPC_TR("a signal with a handler that is not in {mask}"), .by = EndedBy::anybody}}};
}

OperationSpec pause_here() {
    return {.verb = "pause",
            .title = IPC_TR("Pause"),
            .summary = IPC_TR("Sleeps until a handler has run; a signal that came just before is missed."),
            .call = "pause",
            .man = "pause(2)",
            .side = Side::receive,
            .returns = IPC_TR("never a success: EINTR is what is hoped for"),
            .errnos = {{EINTR, IPC_TR("A handler has run: this is the normal end.")}},
            .waits = {{.text = IPC_TR("any signal that has a handler"), .by = EndedBy::anybody}}};
}

ParamSpec awaited() {
    return {"set", set_type(), IPC_TR("Set"),
            IPC_TR("Block them first (mask), or their default action may come before.")};
}

OperationSpec wait_info() {
    return {.verb = "wait_info",
            .title = IPC_TR("Wait for a signal"),
            .summary = IPC_TR("Takes one pending signal of the set, without a handler; sleeps until there is "
                              "one. Of several, the lowest number comes first."),
            .call = "sigwaitinfo",
            .syscall = "rt_sigtimedwait",
            .man = "sigwaitinfo(2)",
            .side = Side::receive,
            .flow = FlowRole::receive,
            .params = {awaited()},
            .returns = IPC_TR("signal number"),
            .returns_unit = Unit::signal,
            .results = information(),
            .errnos = {{EINTR, interrupted}},
            .waits = {{.text = IPC_TR("one of {set}"), .by = EndedBy::anybody}}};
}

OperationSpec timed_wait() {
    auto wait = wait_info();
    wait.verb = "timed_wait";
    wait.title = IPC_TR("Wait with a limit");
    wait.summary = IPC_TR("As waiting for a signal, but gives up after a time.");
    wait.call = "sigtimedwait";
    wait.syscall = "";
    wait.params.push_back({"timeout", types::duration(), IPC_TR("Limit"),
                           IPC_TR("0s = only look and take what is there."), std::int64_t{1'000'000'000}});
    wait.errnos = {{EAGAIN, IPC_TR("No signal of the set came within the time.")},
                   {EINTR, interrupted},
                   {EINVAL, IPC_TR("The time is not valid."), "only valid times can be given"}};
    wait.waits = {
        {.text = IPC_TR("one of {set}, at most {timeout}"), .by = EndedBy::anybody, .limit = "timeout"}};
    wait.syscall = "rt_sigtimedwait";
    return wait;
}

OperationSpec alarm_in() {
    return {.verb = "alarm",
            .title = IPC_TR("Alarm"),
            .summary = IPC_TR("Asks the kernel for a SIGALRM after some seconds; there is one alarm per "
                              "process."),
            .call = "alarm",
            .man = "alarm(2)",
            .params = {{"seconds", types::integer(0, std::numeric_limits<int>::max()), IPC_TR("Seconds"),
                        IPC_TR("0 cancels the alarm."), 1}},
            .returns = IPC_TR("seconds that the previous alarm had left, 0 = there was none"),
            .later = true};
}

OperationSpec set_limit() {
    return {.verb = "set_limit",
            .title = IPC_TR("Limit the queue"),
            .summary = IPC_TR("Sets how many signals may be queued for this worker's user when one more is "
                              "sent to this worker (RLIMIT_SIGPENDING, the soft limit)."),
            .call = "setrlimit",
            .syscall = "prlimit64",
            .man = "getrlimit(2)",
            .params = {{"queued", types::integer(0, largest, Unit::count), IPC_TR("Queued signals"),
                        IPC_TR("At most the hard limit, which stays as it is.")}},
            .results = {{"previous", types::integer(0, largest, Unit::count), IPC_TR("Previous limit"), ""},
                        {"hard", types::integer(0, largest, Unit::count), IPC_TR("Hard limit"), ""}},
            .errnos = {{EINVAL, IPC_TR("Above the hard limit.")}}};
}

OperationSpec delivered() {
    return {.verb = "delivered",
            .title = IPC_TR("Delivered"),
            .summary = IPC_TR("A handler of the worker ran. Without SA_SIGINFO it is told the number only."),
            .man = "signal(7)",
            .side = Side::receive,
            .flow = FlowRole::receive,
            .returns = IPC_TR("signal number"),
            .returns_unit = Unit::signal,
            .results = information(),
            .actor = Actor::kernel};
}

ObjectSpec signals_object() {
    const auto of_all = types::integer(0, largest, Unit::count);
    return {
        .id = "signals",
        .label = IPC_TR("Signals"),
        .flow = FlowPolicy::signals,
        .view = ViewHint::signals,
        .state = {{"process_pending", mask_type(), IPC_TR("Pending (process)"),
                   IPC_TR("Sent to the process and blocked (ShdPnd).")},
                  {"thread_pending", mask_type(), IPC_TR("Pending (thread)"),
                   IPC_TR("Sent to the first thread and blocked (SigPnd).")},
                  {"blocked", mask_type(), IPC_TR("Blocked"), IPC_TR("The signal mask (SigBlk).")},
                  {"ignored", mask_type(), IPC_TR("Ignored"), IPC_TR("Set to SIG_IGN (SigIgn).")},
                  {"caught", mask_type(), IPC_TR("Caught"), IPC_TR("Has a handler (SigCgt).")},
                  {"queued", of_all, IPC_TR("Queued for the user"),
                   IPC_TR("Signals that are queued for all processes of this real user together (SigQ).")},
                  {"queue_limit", of_all, IPC_TR("Queue limit"),
                   IPC_TR("RLIMIT_SIGPENDING of this process, which that sum is held against.")}}};
}

MechanismSpec make() {
    return {
        .id = "signal",
        .title = IPC_TR("Signals"),
        .summary = IPC_TR("Numbers that interrupt a process: sent, blocked, pending, caught, waited for."),
        .group = Group::signals,
        .rank = 0,
        .man = {"signal(7)", "kill(2)", "sigqueue(3)", "sigaction(2)", "sigwaitinfo(2)", "signal-safety(7)"},
        // RLIMIT_SIGPENDING is a limit of each process, not of the machine: it stands in the live state.
        .objects = {signals_object()},
        .operations = {kill_one(), queue_one(), thread_kill(), probe(), action(), get_action(), mask(),
                       pending(), wait_info(), timed_wait(), suspend(), pause_here(), alarm_in(), set_limit(),
                       delivered()},
        .privileges = IPC_TR("A process may signal those of the same user; CAP_KILL lifts that. SIGCONT "
                             "may go to any process of the same session.")};
}

}  // namespace

const MechanismSpec& signal_spec() {
    static const MechanismSpec spec = make();
    return spec;
}

}  // namespace ipcscope::mechanisms
