#include "mechanisms/signal/code_helpers.h"

namespace ipcscope::mechanisms {

namespace {

OperationCode sending(const char* verb, const char* c, const char* python) {
    return {verb, {.c = c, .python = python}};
}

OperationCode queue_code() {
    return {"queue",
            {.c = "union sigval value = {.sival_int = {value}};\nret = sigqueue({target}, {signal}, value);",
             .cpp = "const sigval value{.sival_int = {value}};\nret = sigqueue({target}, {signal}, value);",
             .python = "ret = call_libc(libc.sigqueue, {target}, int({signal}), ctypes.c_long({value}))"},
            {},
            {.imports = "ctypes"}};
}

OperationCode action_code() {
    return {"action",
            {.c = R"(struct sigaction action, previous;
memset(&action, 0, sizeof action);
{if disposition=handler}
{if flags:SA_SIGINFO}
action.sa_sigaction = on_signal_info;
{else}
action.sa_handler = on_signal;
{/if}
action.sa_flags = {flags};
{else}
action.sa_handler = {disposition};
{/if}
sigemptyset(&action.sa_mask);
{each mask}
sigaddset(&action.sa_mask, {item});
{/each}
ret = sigaction({signal}, &action, &previous);)",
             .cpp = R"(struct sigaction action{}, previous{};
{if disposition=handler}
{if flags:SA_SIGINFO}
action.sa_sigaction = on_signal_info;
{else}
action.sa_handler = on_signal;
{/if}
action.sa_flags = static_cast<int>({flags});
{else}
action.sa_handler = {disposition};
{/if}
sigemptyset(&action.sa_mask);
{each mask}
sigaddset(&action.sa_mask, {item});
{/each}
ret = sigaction({signal}, &action, &previous);)",
             .python = R"({if disposition=handler}
previous = signal.signal({signal}, on_signal(restart={if flags:SA_RESTART}True{else}False{/if}, once={if flags:SA_RESETHAND}True{else}False{/if}))
{else}
previous = signal.signal({signal}, {disposition})
{/if})"},
            {{"previous", {.c = "%s disposition_of(&previous)", .python = "%s disposition_name(previous)"}},
             {"previous_mask", {.c = "%s signals_in(&previous.sa_mask)"}}},
            {.includes = "string.h"}};
}

OperationCode get_action_code() {
    return {"get_action",
            {.c = "struct sigaction now;\nret = sigaction({signal}, NULL, &now);",
             .cpp = "struct sigaction now{};\nret = sigaction({signal}, nullptr, &now);",
             .python = "now = signal.getsignal({signal})"},
            {{"disposition", {.c = "%s disposition_of(&now)", .python = "%s disposition_name(now)"}},
             {"mask", {.c = "%s signals_in(&now.sa_mask)"}}}};
}

OperationCode mask_code() {
    return {"mask",
            {.c = R"(sigset_t set, previous;
sigemptyset(&set);
{each set}
sigaddset(&set, {item});
{/each}
ret = sigprocmask({how}, &set, &previous);)",
             .python = "previous = signal.pthread_sigmask({how}, [{list set}{item}{/list}])"},
            {{"previous", {.c = "%s signals_in(&previous)", .python = "%s signals_in(previous)"}}}};
}

OperationCode pending_code() {
    return {
        "pending",
        {.c = "sigset_t pending;\nret = sigpending(&pending);", .python = "pending = signal.sigpending()"},
        {{"pending", {.c = "%s signals_in(&pending)", .python = "%s signals_in(pending)"}}}};
}

// What is known of a signal depends on who sent it, and how.
std::vector<ResultCode> information() {
    return {{"signal", {.c = "%s signal_name(info.si_signo)", .python = "%s signal_name(info.signo)"}},
            {"pid", {.c = "info.si_pid if info.si_code <= 0", .python = "info.pid if info.code <= 0"}},
            {"uid", {.c = "info.si_uid if info.si_code <= 0", .python = "info.uid if info.code <= 0"}},
            {"value",
             {.c = "info.si_value.sival_int if info.si_code == SI_QUEUE || info.si_code == SI_MESGQ",
              .python = "info.value if info.code in (SI_QUEUE, SI_MESGQ)"}},
            {"code", {.c = "origin_of(&info)", .python = "origin_of(info)"}}};
}

OperationCode wait_info_code() {
    return {
        "wait_info",
        {.c = R"(siginfo_t info;
sigset_t set;
sigemptyset(&set);
{each set}
sigaddset(&set, {item});
{/each}
ret = sigwaitinfo(&set, &info);)",
         .python =
             "info = siginfo()\n"
             "ret = call_libc(libc.sigwaitinfo, signal_set([{list set}{item}{/list}]), ctypes.byref(info))"},
        information(),
        {.imports = "ctypes"}};
}

OperationCode timed_wait_code() {
    return {
        "timed_wait",
        {.c = R"(siginfo_t info;
struct timespec timeout = {timeout.timespec};
sigset_t set;
sigemptyset(&set);
{each set}
sigaddset(&set, {item});
{/each}
ret = sigtimedwait(&set, &info, &timeout);)",
         .python =
             "info = siginfo()\n"
             "ret = call_libc(libc.sigtimedwait, signal_set([{list set}{item}{/list}]), ctypes.byref(info),\n"
             "                ctypes.byref(timespec({timeout.timespec})))"},
        information(),
        {.includes = "time.h", .imports = "ctypes"}};
}

OperationCode suspend_code() {
    return {"suspend",
            {.c = R"(sigset_t mask;
sigemptyset(&mask);
{each mask}
sigaddset(&mask, {item});
{/each}
ret = sigsuspend(&mask);)",
             .python = "ret = call_libc(libc.sigsuspend, signal_set([{list mask}{item}{/list}]))"},
            {},
            {.imports = "ctypes"}};
}

OperationCode set_limit_code() {
    return {"set_limit",
            {.c = R"(struct rlimit limit;
getrlimit(RLIMIT_SIGPENDING, &limit);
rlim_t previous = limit.rlim_cur;
limit.rlim_cur = {queued};
ret = setrlimit(RLIMIT_SIGPENDING, &limit);)",
             .python = R"(previous, hard = resource.getrlimit(resource.RLIMIT_SIGPENDING)
resource.setrlimit(resource.RLIMIT_SIGPENDING, ({queued}, hard)))"},
            {{"previous", {.c = "previous", .python = "previous"}},
             {"hard", {.c = "limit.rlim_max", .python = "hard"}}},
            {.includes = "sys/resource.h", .imports = "resource"}};
}

}  // namespace

const MechanismCode& signal_code();
const MechanismCode& signal_code() {
    static const MechanismCode code{
        .id = "signal",
        .needs = {.includes = "signal.h unistd.h", .imports = "os signal"},
        .helpers = signals::helpers(),
        .operations =
            {sending("kill", "ret = kill({target}, {signal});", "os.kill({target}, {signal})"), queue_code(),
             sending("tgkill", "ret = tgkill({target}, {if thread}{thread}{else}{target}{/if}, {signal});",
                     "ret = call_libc(libc.tgkill, {target}, {if thread}{thread}{else}{target}{/if}, "
                     "int({signal}))"),
             sending("probe", "ret = kill({target}, 0);", "os.kill({target}, 0)"), action_code(),
             get_action_code(), mask_code(), pending_code(), wait_info_code(), timed_wait_code(),
             suspend_code(), sending("pause", "ret = pause();", "ret = call_libc(libc.pause)"),
             sending("alarm", "ret = alarm({seconds});", "ret = signal.alarm({seconds})"), set_limit_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms
