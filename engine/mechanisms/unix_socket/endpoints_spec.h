// Tables of the operations that make, name, join and end sockets.
#pragma once

#include "mechanisms/unix_socket/params.h"

namespace ipcscope::mechanisms::unix_socket {

inline OperationSpec socket_spec() {
    return {
        .verb = "socket",
        .title = IPC_TR("Create socket"),
        .summary = IPC_TR("Makes a socket without a name or a peer yet."),
        .call = "socket",
        .man = "socket(2)",
        .side = Side::create,
        .params = {type_param(), creation_flags()},
        .returns = IPC_TR("descriptor"),
        .results = {socket_result("socket", IPC_TR("Socket"), IPC_TR("What was made."))},
        .errnos = no_descriptor_left(),
    };
}

inline OperationSpec socketpair_spec() {
    return {
        .verb = "socketpair",
        .title = IPC_TR("Create pair"),
        .summary =
            IPC_TR("Makes two sockets that are connected to each other, without names: for a parent and its "
                   "child."),
        .call = "socketpair",
        .man = "socketpair(2)",
        .side = Side::create,
        .params = {type_param(), creation_flags()},
        .results = {socket_result("first", IPC_TR("First socket"), IPC_TR("One end.")),
                    socket_result("second", IPC_TR("Second socket"),
                                  IPC_TR("The other end; they are alike."))},
        .errnos = no_descriptor_left(),
    };
}

inline OperationSpec bind_spec() {
    std::vector<ParamSpec> params{socket_param(IPC_TR("The socket that gets the name."))};
    for (auto& param : address_params({path_choice(),
                                       abstract_choice(),
                                       {"autobind", autobind, IPC_TR("the kernel chooses an abstract name")}},
                                      IPC_TR("What kind of name.")))
        params.push_back(std::move(param));
    return {
        .verb = "bind",
        .title = IPC_TR("Bind to a name"),
        .summary =
            IPC_TR("Gives the socket a name under which others find it. A path becomes a file, which stays "
                   "until somebody removes it."),
        .call = "bind",
        .man = "bind(2)",
        .side = Side::open,
        .object = "socket",
        .params = std::move(params),
        .results = {{.name = "name",
                     .type = types::varying(types::bytes()),
                     .label = IPC_TR("Name"),
                     .help = IPC_TR("The path, or the abstract name, that it has now.")}},
        .errnos = with_path_errnos(
            {{EADDRINUSE,
              IPC_TR("Something of this path is there already, perhaps left behind by a server that has "
                     "ended; or a socket has this abstract name.")},
             not_open(),
             {EINVAL, IPC_TR("The socket has a name already, or the name is too long.")},
             {ENOENT, IPC_TR("A directory of the path does not exist.")},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), starves_kernel},
             {ENOSPC,
              IPC_TR("No abstract name is left that the kernel could choose, or the file system is full."),
              "needs a million sockets, or a full file system"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), "needs such a file system"}}),
    };
}

inline OperationSpec listen_spec() {
    return {
        .verb = "listen",
        .title = IPC_TR("Listen"),
        .summary = IPC_TR("From now on others may connect; they wait in a queue until they are accepted."),
        .call = "listen",
        .man = "listen(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(IPC_TR("A socket with a name.")),
                   {.name = "backlog",
                    .type = types::integer(INT32_MIN, INT32_MAX, Unit::count),
                    .label = IPC_TR("Backlog"),
                    .help = IPC_TR("When more than so many wait to be accepted, connecting sleeps; at most "
                                   "net.core.somaxconn."),
                    .initial = std::int64_t{128}}},
        .errnos = {not_open(),
                   {EINVAL, IPC_TR("The socket has no name, or is connected.")},
                   {EOPNOTSUPP, IPC_TR("Datagram sockets know no connections.")}},
    };
}

inline OperationSpec accept_spec() {
    return {
        .verb = "accept",
        .title = IPC_TR("Accept"),
        .summary =
            IPC_TR("Takes the first waiting connection: a new socket, of which the client has the other end. "
                   "Sleeps while there is none."),
        .call = "accept4",
        .man = "accept(2)",
        .side = Side::open,
        .object = "socket",
        .params = {socket_param(IPC_TR("A listening socket.")), creation_flags()},
        .returns = IPC_TR("descriptor"),
        .results = name_results({socket_result("connection", IPC_TR("Connection"),
                                               IPC_TR("The server's end of the connection."))}),
        .errnos = {{EAGAIN,
                    IPC_TR("The listening socket does not block, or its SO_RCVTIMEO is over, and nobody has "
                           "connected.")},
                   not_open(),
                   {ECONNABORTED, IPC_TR("The client gave up before it was accepted."),
                    "Linux hands out the connection all the same"},
                   {EFAULT, IPC_TR("The address does not lie in memory of this process."), driver_memory},
                   {EINTR, IPC_TR("A signal handler ran before somebody connected.")},
                   {EINVAL, IPC_TR("The socket does not listen, or was shut down.")},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."),
                    "would starve the whole machine of files"},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), starves_kernel},
                   {EOPNOTSUPP, IPC_TR("Datagram sockets know no connections.")}},
        .waits = {{.text = IPC_TR("a connection to {socket}"),
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_RCVTIMEO}}}},
    };
}

inline OperationSpec connect_spec() {
    std::vector<ParamSpec> params{socket_param(IPC_TR("The socket that gets a peer."))};
    for (auto& param :
         address_params({path_choice(),
                         abstract_choice(),
                         {"unnamed", unnamed, IPC_TR("datagrams: no peer any more (AF_UNSPEC)")}},
                        IPC_TR("What kind of name the peer has.")))
        params.push_back(std::move(param));
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary = IPC_TR(
            "Joins a listening socket's queue; it need not accept before bytes can be sent. A datagram "
            "socket only remembers whom send is for. Sleeps while the queue is full."),
        .call = "connect",
        .man = "connect(2)",
        .side = Side::open,
        .object = "socket",
        .params = std::move(params),
        .errnos = with_path_errnos(
            {{EAGAIN,
              IPC_TR("The socket does not block, or its SO_SNDTIMEO is over, and the listener's queue is "
                     "full.")},
             not_open(),
             {ECONNREFUSED,
              IPC_TR("Nobody listens there: the file of this name was left behind by a server that "
                     "has ended, or the server does not listen yet.")},
             {EINTR, IPC_TR("A signal handler ran while the listener's queue was full.")},
             {EINVAL,
              IPC_TR("The name is too long, or this kind of socket cannot be disconnected, or it listens "
                     "itself.")},
             {EISCONN, IPC_TR("The socket is connected already.")},
             {ENOENT, IPC_TR("Nothing of this name is there.")},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), starves_kernel},
             {EPERM, IPC_TR("That datagram socket is connected itself, and takes only from its own peer.")},
             {EPROTOTYPE, IPC_TR("The socket of that name is of another type.")}}),
        .waits = {{.text = IPC_TR("room among the connections that wait for {path} to accept"),
                   .when = {"address", {path}},
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_SNDTIMEO}}},
                  {.text = IPC_TR("room among the connections that wait for {name} to accept"),
                   .when = {"address", {abstract}},
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_SNDTIMEO}}}},
    };
}

inline OperationSpec shutdown_spec() {
    return {
        .verb = "shutdown",
        .title = IPC_TR("Shut down"),
        .summary =
            IPC_TR("Ends one direction or both for everybody who has the socket: the peer reads end of file, "
                   "or its sending fails."),
        .call = "shutdown",
        .man = "shutdown(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to shut down; it stays open.")),
                   {.name = "how",
                    .type = types::choice({{"SHUT_RD", SHUT_RD, IPC_TR("nothing comes in any more")},
                                           {"SHUT_WR", SHUT_WR, IPC_TR("nothing is sent any more")},
                                           {"SHUT_RDWR", SHUT_RDWR, IPC_TR("neither")}}),
                    .label = IPC_TR("Direction"),
                    .help = IPC_TR("Which direction ends."),
                    .initial = std::int64_t{SHUT_WR}}},
        .errnos = {not_open(),
                   {ENOTCONN, IPC_TR("The socket has no peer."), "Linux allows it without a peer"}},
    };
}

inline OperationSpec close_spec() {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary =
            IPC_TR("Closes it in this process. The peer sees the end only when every process that has it has "
                   "closed it; what nobody received is lost then."),
        .call = "close",
        .man = "close(2)",
        .side = Side::close,
        .object = "descriptor",
        .params = {{.name = "descriptor",
                    .type = types::handle({"unix_socket.socket", "unix_socket.descriptor"}),
                    .label = IPC_TR("Descriptor"),
                    .help = IPC_TR("A socket, or a descriptor of another kind that was passed.")}},
        .errnos = {{EBADF, IPC_TR("It is closed in this process already.")},
                   {EINTR, IPC_TR("A signal came; it is closed all the same."),
                    "closing a socket does not wait for anything on Linux"},
                   {EIO, IPC_TR("An input or output error."), "a socket has no device that could fail"}},
        .consumes = {"descriptor"},
    };
}

inline OperationSpec unlink_spec() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove path"),
        .summary = IPC_TR(
            "Removes the file of a socket's name; who is connected stays so, and nobody new finds it."),
        .call = "unlink",
        .man = "unlink(2)",
        .side = Side::remove,
        .params = {{.name = "path",
                    .type = types::path(),
                    .label = IPC_TR("Path"),
                    .help = IPC_TR("The socket's file; a file of any other kind is left alone.")}},
        .errnos = with_path_errnos(
            {{EBUSY, IPC_TR("The file is in use by the system."), "does not happen to sockets on Linux"},
             {EIO, IPC_TR("An input or output error."), "needs a failing disk"},
             {ENAMETOOLONG, IPC_TR("The path, or a name in it, is too long (255 bytes a name).")},
             {ENOENT, IPC_TR("Nothing of this name is there.")},
             {EPERM, IPC_TR("The directory is sticky and neither it nor the socket is the user's."),
              "needs files of another user"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), "needs such a file system"}}),
        .destructive = true,
    };
}

}  // namespace ipcscope::mechanisms::unix_socket
