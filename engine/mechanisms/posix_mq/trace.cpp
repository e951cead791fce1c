// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& posix_mq_trace();
const TraceRules& posix_mq_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "mq_open", .verb = "open", .makes = {{"queue"}}, .name = 0},
                  {.syscall = "mq_timedsend", .verb = "send", .key = "#3"},
                  {.syscall = "mq_timedreceive", .verb = "receive", .key = "[#3]"},
                  {.syscall = "mq_unlink", .verb = "unlink", .name = 0, .known_name = true}}};
    return rules;
}

}  // namespace ipcscope::mechanisms
