// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& process_trace();
const TraceRules& process_trace() {
    static const TraceRules rules{.rules = {{.syscall = "clone|clone3|fork|vfork", .verb = "fork"},
                                            {.syscall = "exit_group|exit", .verb = "exit"},
                                            {.syscall = "wait4", .verb = "wait_any", .words = {"-1"}},
                                            {.syscall = "wait4", .verb = "wait"},
                                            {.syscall = "getpid", .verb = "get_pid"},
                                            {.syscall = "getppid", .verb = "get_ppid"}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
