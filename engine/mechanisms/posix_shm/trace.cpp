// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& posix_shm_trace();
const TraceRules& posix_shm_trace() {
    static const TraceRules rules{
        .rules = {
            {.syscall = "openat", .verb = "open", .makes = {{"object"}}, .name = 1, .below = "/dev/shm/"},
            {.syscall = "memfd_create", .verb = "memfd_create", .makes = {{"memfd"}}},
            {.syscall = "unlink", .verb = "unlink", .name = 0, .below = "/dev/shm/", .known_name = true}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
