// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& sysv_sem_trace();
const TraceRules& sysv_sem_trace() {
    static const TraceRules rules{.rules = {{.syscall = "semget", .verb = "get", .makes = {{"set"}}},
                                            {.syscall = "semop",
                                             .verb = "op",
                                             .level_index = "sem_num",
                                             .level_value = "sem_op",
                                             .level_is_change = true},
                                            {.syscall = "semtimedop",
                                             .verb = "op",
                                             .words = {"NULL"},
                                             .level_index = "sem_num",
                                             .level_value = "sem_op",
                                             .level_is_change = true},
                                            {.syscall = "semtimedop",
                                             .verb = "timed_op",
                                             .level_index = "sem_num",
                                             .level_value = "sem_op",
                                             .level_is_change = true},
                                            {.syscall = "semctl",
                                             .verb = "set_value",
                                             .words = {"SETVAL"},
                                             .level_index = "#1",
                                             .level_value = "#3"},
                                            {.syscall = "semctl", .verb = "get_value", .words = {"GETVAL"}},
                                            {.syscall = "semctl", .verb = "set_all", .words = {"SETALL"}},
                                            {.syscall = "semctl", .verb = "get_all", .words = {"GETALL"}},
                                            {.syscall = "semctl", .verb = "get_pid", .words = {"GETPID"}},
                                            {.syscall = "semctl", .verb = "get_ncnt", .words = {"GETNCNT"}},
                                            {.syscall = "semctl", .verb = "get_zcnt", .words = {"GETZCNT"}},
                                            {.syscall = "semctl", .verb = "remove", .words = {"IPC_RMID"}},
                                            {.syscall = "semctl", .verb = "set", .words = {"IPC_SET"}},
                                            {.syscall = "semctl", .verb = "stat", .words = {"IPC_STAT"}}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
