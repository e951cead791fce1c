#include "mechanisms/zeromq/transfer_spec.h"

namespace ipcscope::mechanisms {

namespace zeromq {
namespace {

OperationSpec context_spec() {
    return {.verb = "context",
            .title = IPC_TR("Make context"),
            .summary = IPC_TR(
                "Makes what holds the sockets of a process, and the threads that move their messages."),
            .call = "zmq_ctx_new",
            .syscall = "-",
            .man = "zmq_ctx_new(3)",
            .side = Side::create,
            .params = {{.name = "io_threads",
                        .type = types::integer(0, 64, Unit::count),
                        .label = IPC_TR("Threads"),
                        .help = IPC_TR("How many threads move messages."),
                        .initial = std::int64_t{1}},
                       {.name = "max_sockets",
                        .type = types::integer(1, 65535, Unit::count),
                        .label = IPC_TR("Most sockets"),
                        .help = IPC_TR("How many sockets it may have."),
                        .initial = std::int64_t{1023}}},
            .results = {{.name = "context",
                         .type = types::handle({"zeromq.context"}),
                         .label = IPC_TR("Context"),
                         .help = IPC_TR("To make sockets in.")}},
            .errnos = {{EMFILE, IPC_TR("This process has as many files open as it may have."),
                        "files are opened with the first socket"}}};
}

OperationSpec shutdown_spec() {
    return {.verb = "shutdown",
            .title = IPC_TR("Shut context down"),
            .summary = IPC_TR("Whatever its sockets are asked from now on fails with ETERM."),
            .call = "zmq_ctx_shutdown",
            .syscall = "-",
            .man = "zmq_ctx_shutdown(3)",
            .side = Side::control,
            .object = "context",
            .params = {context_param()},
            .errnos = {{EFAULT, IPC_TR("The context is gone.")}}};
}

OperationSpec term_spec() {
    return {.verb = "term",
            .title = IPC_TR("End context"),
            .summary =
                IPC_TR("Waits until all sockets are closed and what they had to send is sent, then ends it."),
            .call = "zmq_ctx_term",
            .syscall = "-",
            .man = "zmq_ctx_term(3)",
            .side = Side::close,
            .object = "context",
            .params = {context_param()},
            .errnos = {{EFAULT, IPC_TR("The context is gone.")}, {EINTR, interrupted}},
            .waits = {{.text = IPC_TR("the sockets of {context} to be closed and their messages to be sent"),
                       .by = EndedBy::itself,
                       .open = "zeromq.socket"}},
            .consumes = {"context"}};
}

OperationSpec socket_spec() {
    return {
        .verb = "socket",
        .title = IPC_TR("Make socket"),
        .summary = IPC_TR("Makes a socket; its type says whom it can speak with, and in which order."),
        .call = "zmq_socket",
        .syscall = "-",
        .man = "zmq_socket(3)",
        .side = Side::create,
        .params = {context_param(),
                   {.name = "type",
                    .type = types::choice(
                        {{"ZMQ_REQ", ZMQ_REQ, IPC_TR("asks: sends one, receives one, and so on")},
                         {"ZMQ_REP", ZMQ_REP, IPC_TR("answers: receives one, sends one, and so on")},
                         {"ZMQ_PUB", ZMQ_PUB, IPC_TR("publishes to all who subscribed; never waits")},
                         {"ZMQ_SUB", ZMQ_SUB, IPC_TR("receives what it has subscribed to")},
                         {"ZMQ_PUSH", ZMQ_PUSH,
                          IPC_TR("hands out: each message goes to one of the peers, by turns")},
                         {"ZMQ_PULL", ZMQ_PULL, IPC_TR("collects, from all peers by turns")},
                         {"ZMQ_DEALER", ZMQ_DEALER, IPC_TR("asks without order: to its peers by turns")},
                         {"ZMQ_ROUTER", ZMQ_ROUTER,
                          IPC_TR("answers without order: the first frame is the peer")},
                         {"ZMQ_PAIR", ZMQ_PAIR, IPC_TR("exactly one peer, both ways")},
                         {"ZMQ_XPUB", ZMQ_XPUB, IPC_TR("publishes, and receives the subscriptions")},
                         {"ZMQ_XSUB", ZMQ_XSUB, IPC_TR("subscribes by sending messages")}}),
                    .label = IPC_TR("Type"),
                    .help = IPC_TR(
                        "REQ speaks with REP or ROUTER, PUB with SUB, PUSH with PULL, DEALER with ROUTER, "
                        "REP or DEALER.")}},
        .results = {{.name = "socket",
                     .type = types::handle({"zeromq.socket"}),
                     .label = IPC_TR("Socket"),
                     .help = IPC_TR("To be bound or connected.")}},
        .errnos = {{EFAULT, IPC_TR("The context is gone.")},
                   {EINVAL, IPC_TR("There is no such type."), "only types that exist can be chosen"},
                   {EMFILE, IPC_TR("The context has as many sockets as it may have.")},
                   {kept_errno(ETERM), IPC_TR("The context is shut down.")}},
    };
}

OperationSpec bind_spec() {
    return {
        .verb = "bind",
        .title = IPC_TR("Bind"),
        .summary = IPC_TR("Listens at an endpoint. Who binds and who connects is independent of who sends."),
        .call = "zmq_bind",
        .syscall = "bind",
        .man = "zmq_bind(3)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(),
                   endpoint_param(
                       IPC_TR("ipc://name (in the private directory of the run), tcp://127.0.0.1:5555, "
                              "tcp://127.0.0.1:* for any free port, inproc://name within this process."))},
        .results = {{.name = "endpoint",
                     .type = types::varying(types::text()),
                     .label = IPC_TR("Endpoint"),
                     .help = IPC_TR("Where it listens: with the port that was chosen.")}},
        .errnos = living_errnos(
            {{EACCES, IPC_TR("The directory does not admit this user, or the port is one of the system's."),
              "the tests may run as root, who may do all this"},
             {EADDRINUSE, IPC_TR("Something else listens there.")},
             {EADDRNOTAVAIL, IPC_TR("This machine does not have that address.")},
             {EINVAL, IPC_TR("This is not an endpoint: transport://address is one.")},
             {kept_errno(EMTHREAD), IPC_TR("The context has no threads to move messages.")},
             {ENAMETOOLONG, IPC_TR("The path is longer than a socket's name may be (107 bytes).")},
             {ENODEV, IPC_TR("There is no such network interface.")},
             {ENOENT, IPC_TR("A directory of the path does not exist.")},
             {kept_errno(ENOCOMPATPROTO), IPC_TR("Sockets of this type do not work over this transport.")},
             {EPROTONOSUPPORT, IPC_TR("libzmq does not know this transport.")}}),
    };
}

OperationSpec connect_spec() {
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary =
            IPC_TR("Connects to an endpoint, in the background: also to one that nobody has bound yet."),
        .call = "zmq_connect",
        .syscall = "-",
        .man = "zmq_connect(3)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(), endpoint_param(IPC_TR("Where another socket is bound, or will be."))},
        .errnos = living_errnos(
            {{EINVAL, IPC_TR("This is not an endpoint: transport://address is one.")},
             {kept_errno(EMTHREAD), IPC_TR("The context has no threads to move messages.")},
             {ENAMETOOLONG, IPC_TR("The path is longer than a socket's name may be (107 bytes).")},
             {kept_errno(ENOCOMPATPROTO), IPC_TR("Sockets of this type do not work over this transport.")},
             {EPROTONOSUPPORT, IPC_TR("libzmq does not know this transport.")}}),
    };
}

OperationSpec unbind_spec(bool bound) {
    return {.verb = bound ? "unbind" : "disconnect",
            .title = bound ? IPC_TR("Unbind") : IPC_TR("Disconnect"),
            .summary = bound ? IPC_TR("Listens at an endpoint no more; connections that stand remain.")
                             : IPC_TR("Ends a connection; what was not sent over it is lost."),
            .call = bound ? "zmq_unbind" : "zmq_disconnect",
            .syscall = "-",
            .man = bound ? "zmq_unbind(3)" : "zmq_disconnect(3)",
            .side = Side::control,
            .object = "socket",
            .params = {socket_param(), endpoint_param(IPC_TR("As the call that bound or connected has it."))},
            .errnos = living_errnos({{EINVAL, IPC_TR("This is not an endpoint: transport://address is one.")},
                                     {ENOENT, IPC_TR("The socket has nothing to do with this endpoint.")}})};
}

OperationSpec set_option_spec() {
    return {
        .verb = "set_option",
        .title = IPC_TR("Set option"),
        .summary =
            IPC_TR("Sets an option of the socket; most count for what is bound or connected afterwards."),
        .call = "zmq_setsockopt",
        .syscall = "-",
        .man = "zmq_setsockopt(3)",
        .side = Side::control,
        .object = "socket",
        .params =
            {socket_param(),
             {.name = "option", .type = option_type(), .label = IPC_TR("Option"), .help = IPC_TR("Which.")},
             {.name = "value",
              .type = types::integer(INT32_MIN, INT32_MAX),
              .label = IPC_TR("Value"),
              .help = IPC_TR("Times in ms.")}},
        .errnos =
            living_errnos({{EINVAL, IPC_TR("The option does not take this value, or sockets of this type do "
                                           "not have it.")}})};
}

OperationSpec get_option_spec() {
    return {.verb = "get_option",
            .title = IPC_TR("Read option"),
            .summary = IPC_TR("Reads an option of the socket."),
            .call = "zmq_getsockopt",
            .syscall = "-",
            .man = "zmq_getsockopt(3)",
            .side = Side::query,
            .object = "socket",
            .params = {socket_param(),
                       {.name = "option",
                        .type = option_type(),
                        .label = IPC_TR("Option"),
                        .help = IPC_TR("Which.")}},
            .results = {{.name = "value",
                         .type = types::integer(INT32_MIN, INT32_MAX),
                         .label = IPC_TR("Value"),
                         .help = IPC_TR("Times in ms.")}},
            .errnos = living_errnos({{EINVAL, IPC_TR("This option can only be set.")}}),
            .pure = true};
}

OperationSpec set_routing_id_spec() {
    return {.verb = "set_routing_id",
            .title = IPC_TR("Set address"),
            .summary = IPC_TR(
                "Says under which address a ROUTER shall know this socket; to be set before connecting."),
            .call = "zmq_setsockopt",
            .syscall = "-",
            .man = "zmq_setsockopt(3)",
            .side = Side::control,
            .object = "socket",
            .params = {socket_param(),
                       {.name = "id",
                        .type = types::bytes(1024),
                        .label = IPC_TR("Address"),
                        .help = IPC_TR("1 to 255 bytes, the first not 0.")}},
            .errnos = living_errnos({{EINVAL, IPC_TR("An address has 1 to 255 bytes, the first not 0.")}})};
}

OperationSpec close_spec() {
    return {.verb = "close",
            .title = IPC_TR("Close socket"),
            .summary =
                IPC_TR("Closes it; what it still has to send is sent in the background, as ZMQ_LINGER says."),
            .call = "zmq_close",
            .syscall = "-",
            .man = "zmq_close(3)",
            .side = Side::close,
            .object = "socket",
            .params = {socket_param()},
            .errnos = socket_errnos(),
            .consumes = {"socket"}};
}

ObjectSpec socket_object() {
    return {.id = "socket",
            .label = IPC_TR("Socket"),
            .flow = FlowPolicy::spread,
            .state = {{.name = "type", .type = types::text(), .label = IPC_TR("Type")},
                      {.name = "endpoints",
                       .type = types::array(
                           {.name = "endpoint", .type = types::text(), .label = IPC_TR("Endpoint")}, 4096),
                       .label = IPC_TR("Endpoints"),
                       .help = IPC_TR("Flows are joined over the first one.")},
                      {.name = "readable", .type = types::boolean(), .label = IPC_TR("Something to receive")},
                      {.name = "writable", .type = types::boolean(), .label = IPC_TR("Room to send")},
                      {.name = "send_limit",
                       .type = types::integer(0, INT32_MAX),
                       .label = IPC_TR("Sending limit"),
                       .help = IPC_TR("Messages for each peer, ZMQ_SNDHWM.")},
                      {.name = "receive_limit",
                       .type = types::integer(0, INT32_MAX),
                       .label = IPC_TR("Receiving limit"),
                       .help = IPC_TR("Messages of each peer, ZMQ_RCVHWM.")},
                      {.name = "linger",
                       .type = types::integer(-1, INT32_MAX),
                       .label = IPC_TR("Linger, ms"),
                       .help = IPC_TR("-1 = until all is sent.")}},
            .streams_by_key = true,
            .reach = Reach::machine};
}

MechanismSpec make_spec() {
    return {
        .id = "zeromq",
        .title = IPC_TR("ZeroMQ"),
        .summary = IPC_TR(
            "Whole messages between processes or machines, in patterns: ask and answer, publish, hand out."),
        .group = Group::message_queues,
        .rank = 40,
        .man = {"zmq(7)", "zmq_socket(3)", "zmq_ipc(7)", "zmq_tcp(7)"},
        .objects = {socket_object(), {.id = "context", .label = IPC_TR("Context")}},
        .handles = {{.id = "socket", .label = IPC_TR("Socket"), .object = "socket"},
                    {.id = "context", .label = IPC_TR("Context"), .object = "context"}},
        .operations = {context_spec(), socket_spec(), bind_spec(), connect_spec(), send_spec(),
                       receive_spec(), subscribe_spec(true), subscribe_spec(false), set_option_spec(),
                       get_option_spec(), set_routing_id_spec(), unbind_spec(true), unbind_spec(false),
                       close_spec(), shutdown_spec(), term_spec()},
        .privileges =
            IPC_TR("Whoever reaches the endpoint may connect: over ipc the permissions of the socket's file "
                   "decide, over tcp only the network does."),
    };
}

}  // namespace
}  // namespace zeromq

const MechanismSpec& zeromq_spec();
const MechanismSpec& zeromq_spec() {
    static const MechanismSpec spec = zeromq::make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms
