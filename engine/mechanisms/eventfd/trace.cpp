// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& eventfd_trace();
const TraceRules& eventfd_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "eventfd2|eventfd", .verb = "create", .makes = {{"counter"}}}},
        .notes = {"anon_inode:[eventfd"}};
    return rules;
}

}  // namespace ipcscope::mechanisms
