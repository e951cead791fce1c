// How strace(1) shows its calls.
#include "schema/trace_rules.h"

namespace ipcscope::mechanisms {

const TraceRules& unix_socket_trace();
const TraceRules& unix_socket_trace() {
    static const TraceRules rules{
        .rules =
            {{.syscall = "socketpair",
              .verb = "socketpair",
              .words = {"AF_UNIX", "SOCK_STREAM"},
              .makes = {{"socket", 3, 0}, {"socket", 3, 1}},
              .flow = FlowPolicy::byte_stream,
              .way = TraceWay::pairs},
             {.syscall = "socket",
              .verb = "socket",
              .words = {"AF_UNIX", "SOCK_STREAM"},
              .makes = {{"socket"}},
              .flow = FlowPolicy::byte_stream},
             {.syscall = "socketpair",
              .verb = "socketpair",
              .words = {"AF_UNIX", "SOCK_DGRAM"},
              .makes = {{"socket", 3, 0}, {"socket", 3, 1}},
              .flow = FlowPolicy::packets,
              .way = TraceWay::pairs},
             {.syscall = "socket",
              .verb = "socket",
              .words = {"AF_UNIX", "SOCK_DGRAM"},
              .makes = {{"socket"}},
              .flow = FlowPolicy::packets},
             {.syscall = "socketpair",
              .verb = "socketpair",
              .words = {"AF_UNIX", "SOCK_SEQPACKET"},
              .makes = {{"socket", 3, 0}, {"socket", 3, 1}},
              .flow = FlowPolicy::packets,
              .way = TraceWay::pairs},
             {.syscall = "socket",
              .verb = "socket",
              .words = {"AF_UNIX", "SOCK_SEQPACKET"},
              .makes = {{"socket"}},
              .flow = FlowPolicy::packets},
             {.syscall = "bind", .verb = "bind", .way = TraceWay::binds},
             {.syscall = "connect", .verb = "connect", .way = TraceWay::connects},
             {.syscall = "accept4|accept", .verb = "accept", .makes = {{"socket"}}, .way = TraceWay::accepts},
             {.syscall = "sendto|write|writev", .verb = "send"},
             {.syscall = "recvfrom|read|readv", .verb = "recv"},
             {.syscall = "sendmsg", .verb = "sendmsg"},
             {.syscall = "recvmsg", .verb = "recvmsg"}},
        .notes = {"UNIX-STREAM:", "UNIX-DGRAM:", "UNIX-SEQPACKET:", "UNIX:"}};
    return rules;
}

}  // namespace ipcscope::mechanisms
