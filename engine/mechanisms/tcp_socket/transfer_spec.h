// send and recv of a TCP socket. Tables only: nothing to link.
#pragma once

#include "mechanisms/inet_spec.h"

namespace ipcscope::mechanisms::tcp {

inline OperationSpec send_spec(const char* kind) {
    return {
        .verb = "send",
        .title = IPC_TR("Send"),
        .summary = IPC_TR("Puts bytes on their way; sleeps while the buffers of both sides are full. Success "
                          "does not mean that the partner has received them."),
        .call = "send",
        .syscall = "sendto",
        .man = "send(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = {inet::socket_param(kind, IPC_TR("The connected socket.")), inet::data_param(),
                   inet::stretch_param(),
                   inet::flags_param({{"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("EAGAIN instead of sleeping")},
                                      {"MSG_NOSIGNAL", MSG_NOSIGNAL, IPC_TR("EPIPE without SIGPIPE")},
                                      {"MSG_MORE", MSG_MORE, IPC_TR("wait for more before a packet goes")},
                                      {"MSG_OOB", MSG_OOB, IPC_TR("one byte, as urgent data")}})},
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos =
            {{EAGAIN, IPC_TR("It would have to sleep, and must not: O_NONBLOCK, MSG_DONTWAIT, or SO_SNDTIMEO "
                             "is over.")},
             inet::not_open(),
             {ECONNRESET, IPC_TR("The partner reset the connection; said once, then EPIPE.")},
             {EFAULT, IPC_TR("The data is not in memory of this process."), inet::driver_memory},
             {EINTR, IPC_TR("A signal handler ran before any byte was taken.")},
             {ENOBUFS, IPC_TR("The kernel has no memory for it."), inet::starve},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve},
             {EPIPE, IPC_TR("The connection is closed, by either side, or was never made. SIGPIPE is sent as "
                            "well, unless MSG_NOSIGNAL is given.")},
             {ETIMEDOUT, IPC_TR("The partner has fallen silent."), "needs a partner that falls silent"}},
        .waits = {{.text = IPC_TR("the partner of {socket} to make room"),
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_SNDTIMEO}}}}};
}

inline OperationSpec recv_spec(const char* kind) {
    return {
        .verb = "recv",
        .title = IPC_TR("Receive"),
        .summary = IPC_TR("Takes bytes that have come; sleeps while there are none. 0 = the partner sends no "
                          "more."),
        .call = "recv",
        .syscall = "recvfrom",
        .man = "recv(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "socket",
        .params = {inet::socket_param(kind, IPC_TR("The connected socket.")),
                   inet::room_param(IPC_TR("At most so many bytes; fewer come if there are no more.")),
                   inet::flags_param(
                       {{"MSG_PEEK", MSG_PEEK, IPC_TR("look only: the bytes stay")},
                        {"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("EAGAIN instead of sleeping")},
                        {"MSG_WAITALL", MSG_WAITALL, IPC_TR("sleep until all the bytes are there")},
                        {"MSG_OOB", MSG_OOB, IPC_TR("the urgent byte")}})},
        .returns = IPC_TR("bytes received, 0 at the end"),
        .returns_unit = Unit::bytes,
        .results = {inet::data_result()},
        .errnos = {{EAGAIN, IPC_TR("Nothing is there, and it must not sleep: O_NONBLOCK, MSG_DONTWAIT, or "
                                   "SO_RCVTIMEO is over.")},
                   inet::not_open(),
                   {ECONNREFUSED, IPC_TR("The connect that did not wait was refused.")},
                   {ECONNRESET, IPC_TR("The partner reset the connection: it closed with data unread, with "
                                       "SO_LINGER 0, or its process ended so. Said once, then 0.")},
                   {EFAULT, IPC_TR("The buffer is not in memory of this process."), inet::driver_memory},
                   {EINTR, IPC_TR("A signal handler ran before any byte was there.")},
                   {EINVAL, IPC_TR("MSG_OOB, and no urgent byte is there or announced.")},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve},
                   {ENOTCONN, IPC_TR("The socket was never connected.")},
                   {ETIMEDOUT, IPC_TR("The partner has fallen silent."),
                    "needs a partner that falls silent"}},
        .waits = {{.text = IPC_TR("data from the partner of {socket}"),
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_RCVTIMEO}}}}};
}

}  // namespace ipcscope::mechanisms::tcp
