// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& tcp_socket_trace();
const TraceRules& tcp_socket_trace() {
    static const TraceRules rules{
        .rules =
            {{.syscall = "socket",
              .verb = "socket",
              .words = {"AF_INET", "SOCK_STREAM"},
              .makes = {{"socket"}}},
             {.syscall = "socket",
              .verb = "socket",
              .words = {"AF_INET6", "SOCK_STREAM"},
              .makes = {{"socket"}}},
             {.syscall = "bind", .verb = "bind", .way = TraceWay::binds},
             {.syscall = "getsockname", .verb = "getsockname", .way = TraceWay::binds},
             {.syscall = "connect", .verb = "connect", .way = TraceWay::connects},
             {.syscall = "accept4|accept", .verb = "accept", .makes = {{"socket"}}, .way = TraceWay::accepts},
             {.syscall = "sendto|sendmsg|write|writev", .verb = "send"},
             {.syscall = "recvfrom|recvmsg|read|readv", .verb = "recv"}},
        .notes = {"TCP:", "TCPv6:"}};
    return rules;
}

}  // namespace ipcscope::mechanisms
