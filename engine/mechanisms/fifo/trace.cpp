// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& fifo_trace();
const TraceRules& fifo_trace() {
    static const TraceRules rules{
        .rules = {
            {.syscall = "mknodat", .verb = "create", .words = {"S_IFIFO"}, .name = 1, .makes_object = true},
            {.syscall = "mknod", .verb = "create", .words = {"S_IFIFO"}, .name = 0, .makes_object = true},
            {.syscall = "openat",
             .verb = "open",
             .words = {"O_RDONLY"},
             .makes = {{"read_end"}},
             .name = 1,
             .known_name = true},
            {.syscall = "openat",
             .verb = "open",
             .words = {"O_WRONLY"},
             .makes = {{"write_end"}},
             .name = 1,
             .known_name = true},
            {.syscall = "openat",
             .verb = "open",
             .words = {"O_RDWR"},
             .makes = {{"both_ends"}},
             .name = 1,
             .known_name = true},
            {.syscall = "open",
             .verb = "open",
             .words = {"O_RDONLY"},
             .makes = {{"read_end"}},
             .name = 0,
             .known_name = true},
            {.syscall = "open",
             .verb = "open",
             .words = {"O_WRONLY"},
             .makes = {{"write_end"}},
             .name = 0,
             .known_name = true},
            {.syscall = "open",
             .verb = "open",
             .words = {"O_RDWR"},
             .makes = {{"both_ends"}},
             .name = 0,
             .known_name = true},
            {.syscall = "write|writev", .verb = "write"},
            {.syscall = "read|readv", .verb = "read"},
            {.syscall = "unlink", .verb = "unlink", .name = 0, .known_name = true},
            {.syscall = "unlinkat", .verb = "unlink", .name = 1, .known_name = true}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
