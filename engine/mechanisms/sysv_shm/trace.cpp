// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& sysv_shm_trace();
const TraceRules& sysv_shm_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "shmget", .verb = "get", .makes = {{"segment"}}},
                  {.syscall = "shmctl", .verb = "remove", .words = {"IPC_RMID"}},
                  {.syscall = "shmctl", .verb = "set", .words = {"IPC_SET"}},
                  {.syscall = "shmctl", .verb = "stat", .words = {"IPC_STAT"}},
                  {.syscall = "shmctl", .verb = "lock", .words = {"SHM_LOCK"}},
                  {.syscall = "shmctl", .verb = "unlock", .words = {"SHM_UNLOCK"}}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
