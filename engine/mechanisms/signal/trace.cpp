// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& signal_trace();
const TraceRules& signal_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "kill", .verb = "probe", .words = {"0"}},
                  {.syscall = "kill", .verb = "kill", .key = "#1", .target = 0},
                  {.syscall = "tgkill", .verb = "tgkill", .key = "#2", .target = 1},
                  {.syscall = "tkill", .verb = "tgkill", .key = "#1", .target = 0},
                  {.syscall = "rt_sigqueueinfo", .verb = "queue", .key = "#1", .target = 0},
                  {.syscall = "rt_sigaction", .verb = "action"},
                  {.syscall = "rt_sigprocmask", .verb = "mask"},
                  {.syscall = "rt_sigpending", .verb = "pending"},
                  {.syscall = "rt_sigsuspend", .verb = "suspend"},
                  {.syscall = "rt_sigtimedwait", .verb = "wait_info", .words = {"NULL"}},
                  {.syscall = "rt_sigtimedwait", .verb = "timed_wait"},
                  {.syscall = "pause", .verb = "pause"},
                  {.syscall = "alarm", .verb = "alarm"}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
