// Tables of the operations that send and receive.
#pragma once

#include "mechanisms/unix_socket/params.h"

namespace ipcscope::mechanisms::unix_socket {

inline ParamSpec data_param() {
    return {.name = "data",
            .type = types::bytes(),
            .label = IPC_TR("Data"),
            .help = IPC_TR("The bytes to send.")};
}

inline ParamSpec stretch_param() {
    return {.name = "size",
            .type = types::integer(0, max_payload, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = IPC_TR("How many bytes: the data is cut or repeated to fit. 0 = as the data is."),
            .initial = std::int64_t{0}};
}

inline ParamSpec send_flags() {
    return {.name = "flags",
            .type = types::flags(
                {{"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("this call does not sleep")},
                 {"MSG_NOSIGNAL", MSG_NOSIGNAL, IPC_TR("no SIGPIPE when nobody can receive: only EPIPE")}}),
            .label = IPC_TR("Flags"),
            .help = IPC_TR(
                "Without MSG_NOSIGNAL, sending to a closed connection kills the process with SIGPIPE."),
            .initial = std::int64_t{0}};
}

inline std::vector<ErrnoSpec> send_errnos(std::vector<ErrnoSpec> more = {}) {
    std::vector<ErrnoSpec> out{
        {EAGAIN, IPC_TR("It would have to wait for the receiver to make room, and the socket, the flag or "
                        "SO_SNDTIMEO forbids it.")},
        {EBADF, IPC_TR("The socket, or a descriptor to be passed, is closed in this process.")},
        {ECONNREFUSED, IPC_TR("The datagram socket that it goes to is closed.")},
        {ECONNRESET,
         IPC_TR("The peer closed the connection with bytes of ours unread, or chose another peer."),
         "sending says EPIPE or ECONNREFUSED instead, as long as nothing came before it"},
        {EFAULT, IPC_TR("The data does not lie in memory of this process."), driver_memory},
        {EINTR, IPC_TR("A signal handler ran before any byte was sent.")},
        {EMSGSIZE, IPC_TR("A message of this length can never fit into the send buffer (SO_SNDBUF).")},
        {ENOBUFS, IPC_TR("The kernel has no memory for it."), starves_kernel},
        {ENOMEM, IPC_TR("The kernel has no memory for it."), starves_kernel},
        {ENOTCONN, IPC_TR("The socket has no peer, and no address was given.")},
        {EPIPE,
         IPC_TR("The connection is shut down here, or the peer has closed it. Connections send SIGPIPE as "
                "well: only who ignores, blocks or handles it, or gives MSG_NOSIGNAL, gets to see this.")}};
    for (auto& one : more)
        out.push_back(one);
    return out;
}

inline std::vector<ErrnoSpec> addressed_errnos() {
    return with_path_errnos(
        {{EINVAL, IPC_TR("The name is too long.")},
         {EISCONN, IPC_TR("The connection has a peer: no other address can be given.")},
         {ENOENT, IPC_TR("Nothing of this path is there.")},
         {EOPNOTSUPP, IPC_TR("A stream socket without a connection takes no address.")},
         {EPERM, IPC_TR("That socket is connected itself, and takes only from its own peer.")},
         {EPROTOTYPE, IPC_TR("The socket of that name is of another type.")}});
}

inline std::vector<WaitSpec> send_waits() {
    return {{.text = IPC_TR("the receiver of {socket} to make room"),
             .limited_by = "setsockopt",
             .limited_when = {"option", {SO_SNDTIMEO}}}};
}

inline OperationSpec send_spec() {
    return {
        .verb = "send",
        .title = IPC_TR("Send"),
        .summary = IPC_TR("Sends to the peer; sleeps while the receiver has no room."),
        .call = "send",
        .syscall = "sendto",
        .man = "send(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = {socket_param(IPC_TR("A socket that has a peer.")), data_param(), stretch_param(),
                   send_flags()},
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos = send_errnos(),
        .waits = send_waits(),
    };
}

inline OperationSpec sendto_spec() {
    std::vector<ParamSpec> params{socket_param(IPC_TR("A datagram socket.")), data_param()};
    for (auto& param :
         address_params({path_choice(), abstract_choice()}, IPC_TR("What kind of name the receiver has.")))
        params.push_back(std::move(param));
    params.push_back(stretch_param());
    params.push_back(send_flags());
    return {
        .verb = "sendto",
        .title = IPC_TR("Send to a name"),
        .summary = IPC_TR("Sends one datagram to the socket of this name; sleeps while its queue is full."),
        .call = "sendto",
        .man = "send(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = std::move(params),
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos = send_errnos(addressed_errnos()),
        .waits = send_waits(),
    };
}

inline OperationSpec sendmsg_spec() {
    std::vector<ParamSpec> params{
        socket_param(IPC_TR("The socket to send by.")),
        data_param(),
        {.name = "descriptors",
         .type = types::array({.name = "descriptor",
                               .type = types::handle({"@descriptor"}),
                               .label = IPC_TR("Descriptor"),
                               .help = IPC_TR("Any descriptor of this process, of any mechanism.")},
                              max_passed),
         .label = IPC_TR("Descriptors to pass"),
         .help = IPC_TR(
             "The receiver gets descriptors of its own for the same open files (SCM_RIGHTS); at most 8 "
             "here, 253 for the kernel."),
         .initial = List{}},
        {.name = "credentials",
         .type = types::choice({{"none", 0, IPC_TR("nothing is said of the sender")},
                                {"own", 1, IPC_TR("those of this process")},
                                {"other", 2, IPC_TR("those given here: needs privileges")}}),
         .label = IPC_TR("Credentials"),
         .help = IPC_TR(
             "Who sends (SCM_CREDENTIALS), as far as the kernel allows; a receiver with SO_PASSCRED sees "
             "it."),
         .initial = std::int64_t{0}},
        {.name = "pid",
         .type = types::integer(INT32_MIN, INT32_MAX, Unit::pid),
         .label = IPC_TR("Process"),
         .help = IPC_TR("The process that claims to send."),
         .initial = std::int64_t{0},
         .visible_when = {"credentials", {2}}},
        {.name = "uid",
         .type = types::integer(-1, UINT32_MAX, Unit::uid),
         .label = IPC_TR("User"),
         .help = IPC_TR("Its user."),
         .initial = std::int64_t{0},
         .visible_when = {"credentials", {2}}},
        {.name = "gid",
         .type = types::integer(-1, UINT32_MAX),
         .label = IPC_TR("User group"),
         .help = IPC_TR("Its group of users."),
         .initial = std::int64_t{0},
         .visible_when = {"credentials", {2}}}};
    for (auto& param : address_params(
             {{"peer", absent, IPC_TR("the one it is connected to")}, path_choice(), abstract_choice()},
             IPC_TR("To whom; only datagram sockets take a name.")))
        params.push_back(std::move(param));
    params.push_back(stretch_param());
    params.push_back(send_flags());
    auto errnos = send_errnos(addressed_errnos());
    for (auto& one : errnos)
        if (one.code == EINVAL)
            one.meaning = IPC_TR("The name is too long, or there is no such user.");
        else if (one.code == EPERM)
            one.meaning = IPC_TR(
                "Credentials of somebody else need privileges; or that socket is connected itself, "
                "and takes only from its own peer.");
    errnos.push_back({ESRCH, IPC_TR("There is no process with the number that was given.")});
    errnos.push_back({ETOOMANYREFS, IPC_TR("More descriptors are on their way than this user may have open."),
                      "needs as many as RLIMIT_NOFILE, in messages that nobody receives"});
    return {
        .verb = "sendmsg",
        .title = IPC_TR("Send with descriptors"),
        .summary = IPC_TR("Sends bytes, and beside them open descriptors and who the sender is."),
        .call = "sendmsg",
        .man = "sendmsg(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = std::move(params),
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos = std::move(errnos),
        .waits = send_waits(),
    };
}

inline ParamSpec receive_size() {
    return {.name = "size",
            .type = types::integer(0, max_payload, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = IPC_TR("At most so many bytes; what is left of a longer datagram is lost."),
            .initial = std::int64_t{4096}};
}

inline std::vector<NamedValue> receive_flag_names() {
    return {{"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("this call does not sleep")},
            {"MSG_PEEK", MSG_PEEK, IPC_TR("look only: it stays in the queue")},
            {"MSG_TRUNC", MSG_TRUNC, IPC_TR("return the whole length of a datagram, even if it was cut")},
            {"MSG_WAITALL", MSG_WAITALL, IPC_TR("streams: sleep until all of the size is there")}};
}

inline ParamSpec receive_flags(std::vector<NamedValue> names = receive_flag_names()) {
    return {.name = "flags",
            .type = types::flags(std::move(names)),
            .label = IPC_TR("Flags"),
            .help = IPC_TR("How to receive."),
            .initial = std::int64_t{0}};
}

inline ResultSpec data_result() {
    return {.name = "data",
            .type = types::bytes(),
            .label = IPC_TR("Data"),
            .help = IPC_TR("The bytes that were received."),
            .payload = true};
}

inline std::vector<ErrnoSpec> receive_errnos() {
    return {
        {EAGAIN, IPC_TR("Nothing is there, and the socket, the flag or SO_RCVTIMEO forbids to wait for it.")},
        not_open(),
        {ECONNRESET,
         IPC_TR("The peer closed the connection without having received all that was sent to it.")},
        {EFAULT, IPC_TR("The buffer does not lie in memory of this process."), driver_memory},
        {EINTR, IPC_TR("A signal handler ran before anything was there.")},
        {EINVAL, IPC_TR("A stream socket without a connection cannot receive.")},
        {ENOTCONN, IPC_TR("A socket of type SOCK_SEQPACKET needs a connection.")}};
}

inline std::vector<WaitSpec> receive_waits() {
    return {{.text = IPC_TR("data for {socket}"),
             .limited_by = "setsockopt",
             .limited_when = {"option", {SO_RCVTIMEO}}}};
}

inline OperationSpec recv_spec() {
    return {
        .verb = "recv",
        .title = IPC_TR("Receive"),
        .summary =
            IPC_TR("Takes bytes, or one message; sleeps while there are none. 0 = the peer has closed, or an "
                   "empty message. Descriptors that came along are lost."),
        .call = "recv",
        .syscall = "recvfrom",
        .man = "recv(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to receive from.")), receive_size(), receive_flags()},
        .returns = IPC_TR("bytes received, 0 at the end"),
        .returns_unit = Unit::bytes,
        .results = {data_result()},
        .errnos = receive_errnos(),
        .waits = receive_waits(),
    };
}

inline OperationSpec recvfrom_spec() {
    auto spec = recv_spec();
    spec.verb = "recvfrom";
    spec.title = IPC_TR("Receive, and from whom");
    spec.summary = IPC_TR("As receive, and tells the name of the socket that sent it, if it has one.");
    spec.call = "recvfrom";
    spec.results = name_results({data_result()});
    return spec;
}

inline OperationSpec recvmsg_spec() {
    auto flags = receive_flag_names();
    flags.push_back({"MSG_CMSG_CLOEXEC", MSG_CMSG_CLOEXEC, IPC_TR("passed descriptors are closed by exec")});
    auto results = name_results({data_result()});
    results.push_back(
        {.name = "msg_flags",
         .type = types::flags(
             {{"MSG_TRUNC", MSG_TRUNC, IPC_TR("the message was longer: the rest is lost")},
              {"MSG_CTRUNC", MSG_CTRUNC, IPC_TR("there was no room for what came beside the bytes")},
              {"MSG_CMSG_CLOEXEC", MSG_CMSG_CLOEXEC, IPC_TR("as it was asked for")}}),
         .label = IPC_TR("Message flags"),
         .help = IPC_TR("What became of the message.")});
    for (const auto& [name, label] :
         {std::pair{"pid", IPC_TR("Sender's process")}, std::pair{"uid", IPC_TR("Sender's user")},
          std::pair{"gid", IPC_TR("Sender's group")}}) {
        const auto unit = std::string_view(name) == "pid" ? Unit::pid : Unit::uid;
        results.push_back({.name = name,
                           .type = types::integer(0, UINT32_MAX, unit),
                           .label = label,
                           .help = IPC_TR("Only if SO_PASSCRED is set on the receiving socket.")});
    }
    results.push_back({.name = "passed",
                       .type = types::integer(0, max_passed, Unit::count),
                       .label = IPC_TR("Descriptors passed"),
                       .help = IPC_TR("How many came along; they are passed_1, passed_2 and so on.")});
    static constexpr std::pair<const char*, const char*> passed[max_passed] = {
        {"passed_1", IPC_TR("First descriptor")},   {"passed_2", IPC_TR("Second descriptor")},
        {"passed_3", IPC_TR("Third descriptor")},   {"passed_4", IPC_TR("Fourth descriptor")},
        {"passed_5", IPC_TR("Fifth descriptor")},   {"passed_6", IPC_TR("Sixth descriptor")},
        {"passed_7", IPC_TR("Seventh descriptor")}, {"passed_8", IPC_TR("Eighth descriptor")}};
    for (const auto& [name, label] : passed)
        results.push_back(
            {.name = name,
             .type = types::handle({"@descriptor", "unix_socket.descriptor"}),
             .label = label,
             .help = IPC_TR("Used as if it had been opened here, by the operations of its kind.")});
    return {
        .verb = "recvmsg",
        .title = IPC_TR("Receive with descriptors"),
        .summary = IPC_TR("As receive, and takes the descriptors that were passed and who the sender is."),
        .call = "recvmsg",
        .man = "recvmsg(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to receive from.")),
                   receive_size(),
                   {.name = "descriptors",
                    .type = types::integer(0, max_passed, Unit::count),
                    .label = IPC_TR("Room for descriptors"),
                    .help = IPC_TR("More than so many are closed by the kernel, and MSG_CTRUNC says so."),
                    .initial = static_cast<std::int64_t>(max_passed)},
                   receive_flags(std::move(flags))},
        .returns = IPC_TR("bytes received, 0 at the end"),
        .returns_unit = Unit::bytes,
        .results = std::move(results),
        .errnos = receive_errnos(),
        .waits = receive_waits(),
    };
}

}  // namespace ipcscope::mechanisms::unix_socket
