// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& sysv_msg_trace();
const TraceRules& sysv_msg_trace() {
    static const TraceRules rules{.rules = {{.syscall = "msgget", .verb = "get", .makes = {{"queue"}}},
                                            {.syscall = "msgsnd", .verb = "send", .key = "mtype"},
                                            {.syscall = "msgrcv", .verb = "peek", .words = {"MSG_COPY"}},
                                            {.syscall = "msgrcv", .verb = "receive", .key = "mtype"},
                                            {.syscall = "msgctl", .verb = "remove", .words = {"IPC_RMID"}},
                                            {.syscall = "msgctl", .verb = "set", .words = {"IPC_SET"}},
                                            {.syscall = "msgctl", .verb = "stat", .words = {"IPC_STAT"}}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
