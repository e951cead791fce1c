// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& file_trace();
const TraceRules& file_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "openat", .verb = "open", .makes = {{"descriptor"}}, .name = 1},
                  {.syscall = "open|creat", .verb = "open", .makes = {{"descriptor"}}, .name = 0},
                  {.syscall = "read|readv", .verb = "read"},
                  {.syscall = "write|writev", .verb = "write"},
                  {.syscall = "fcntl", .verb = "lock", .words = {"F_SETLKW"}},
                  {.syscall = "fcntl", .verb = "lock", .words = {"F_SETLK"}},
                  {.syscall = "fcntl", .verb = "get_lock", .words = {"F_GETLK"}},
                  {.syscall = "unlink", .verb = "unlink", .name = 0, .known_name = true},
                  {.syscall = "unlinkat", .verb = "unlink", .name = 1, .known_name = true},
                  {.syscall = "inotify_init1|inotify_init", .verb = "inotify_init", .makes = {{"inotify"}}}},
        .notes = {"/", "anon_inode:inotify"}};
    return rules;
}

}  // namespace ipcscope::mechanisms
