// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& pipe_trace();
const TraceRules& pipe_trace() {
    static const TraceRules rules{.rules = {{.syscall = "pipe2|pipe",
                                             .verb = "create",
                                             .makes = {{"read_end", 0, 0}, {"write_end", 0, 1}}},
                                            {.syscall = "write|writev", .verb = "write"},
                                            {.syscall = "read|readv", .verb = "read"}},
                                  .notes = {"pipe:["}};
    return rules;
}

}  // namespace ipcscope::mechanisms
