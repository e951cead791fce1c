// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& udp_socket_trace();
const TraceRules& udp_socket_trace() {
    static const TraceRules rules{
        .rules = {{.syscall = "socket",
                   .verb = "socket",
                   .words = {"AF_INET", "SOCK_DGRAM"},
                   .makes = {{"socket"}},
                   .flow = FlowPolicy::packets},
                  {.syscall = "socket",
                   .verb = "socket",
                   .words = {"AF_INET6", "SOCK_DGRAM"},
                   .makes = {{"socket"}},
                   .flow = FlowPolicy::packets},
                  {.syscall = "bind", .verb = "bind", .way = TraceWay::binds},
                  {.syscall = "getsockname", .verb = "getsockname", .way = TraceWay::binds},
                  {.syscall = "connect", .verb = "connect", .way = TraceWay::connects},
                  {.syscall = "sendto|sendmsg", .verb = "sendto"},
                  {.syscall = "write|writev", .verb = "send"},
                  {.syscall = "recvfrom", .verb = "recvfrom"},
                  {.syscall = "recvmsg", .verb = "recvmsg"},
                  {.syscall = "read|readv", .verb = "recv"}},
        .notes = {"UDP:", "UDPv6:"}};
    return rules;
}

}  // namespace ipcscope::mechanisms
