#include "mechanisms/zeromq/socket.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <unistd.h>

namespace ipcscope::mechanisms::zeromq {

namespace {

// By number, which is the native one of the handle, for the state view.
std::map<std::int64_t, Socket*>& sockets() {
    static std::map<std::int64_t, Socket*> all;
    return all;
}

std::int64_t next_number() {
    static std::int64_t last = 0;
    return ++last;
}

bool refused_fork(Call& call, std::string_view param, pid_t owner) {
    if (owner == ::getpid()) return false;
    call.refuse(
        fmt::format("{}: it belongs to process {}, whose threads this one does not have: after a fork, a "
                    "process makes a context and sockets of its own",
                    param, owner));
    return true;
}

Context* context_of(Call& call) {
    auto* context = static_cast<Context*>(call.aux("context"));
    if (!context) {
        call.run_errno([] { return EFAULT; });  // what libzmq says of a context that is none
        return nullptr;
    }
    return refused_fork(call, "context", context->owner) ? nullptr : context;
}

int integer_option(void* socket, int option) {
    int value = 0;
    std::size_t size = sizeof value;
    return zmq::getsockopt(socket, option, &value, &size) == 0 ? value : -1;
}

}  // namespace

const char* type_name(int type) {
    static constexpr const char* names[] = {"ZMQ_PAIR", "ZMQ_PUB",    "ZMQ_SUB",    "ZMQ_REQ",
                                            "ZMQ_REP",  "ZMQ_DEALER", "ZMQ_ROUTER", "ZMQ_PULL",
                                            "ZMQ_PUSH", "ZMQ_XPUB",   "ZMQ_XSUB"};
    return type >= 0 && type < static_cast<int>(std::size(names)) ? names[type] : "";
}

Socket* socket_of(Call& call, std::string_view param) {
    auto* socket = static_cast<Socket*>(call.aux(param));
    if (!socket) {
        call.run_errno([] { return ENOTSOCK; });  // what libzmq says of a socket that is none
        return nullptr;
    }
    return refused_fork(call, param, socket->owner) ? nullptr : socket;
}

void context(Call& call) {
    if (const auto& problem = zmq::load(); !problem.empty()) return call.refuse(problem);
    auto own = std::make_unique<Context>();
    own->owner = ::getpid();
    call.run([&] {
        return made([&] {
            own->context = zmq::ctx_new();
            if (!own->context) return -1;
            if (zmq::ctx_set(own->context, ZMQ_IO_THREADS, static_cast<int>(call.integer("io_threads"))) !=
                    0 ||
                zmq::ctx_set(own->context, ZMQ_MAX_SOCKETS, static_cast<int>(call.integer("max_sockets"))) !=
                    0)
                return -1;
            return 0;
        });
    });
    if (!call.ok()) return;
    const auto number = next_number();
    call.opened("context", {.kind = "context",
                            .native = number,
                            .key = fmt::format("context:{}:{}", ::getpid(), number),
                            .aux = own.release()});
}

void shutdown(Call& call) {
    auto* own = context_of(call);
    if (own) call.run([&] { return made([&] { return zmq::ctx_shutdown(own->context); }); });
}

void term(Call& call) {
    auto* own = context_of(call);
    if (!own) return;
    call.run([&] { return made([&] { return zmq::ctx_term(own->context); }); });
    if (!call.ok()) return;
    delete own;
    call.closed("context");
}

void open_socket(Call& call) {
    auto* own = context_of(call);
    if (!own) return;
    auto socket = std::make_unique<Socket>();
    socket->owner = ::getpid();
    socket->type = static_cast<int>(call.integer("type"));
    call.run([&] {
        return made([&] {
            socket->socket = zmq::socket(own->context, socket->type);
            return socket->socket ? 0 : -1;
        });
    });
    call.threads_started();  // the first socket starts the context's threads
    if (!call.ok()) return;
    const auto number = next_number();
    const bool publishes = socket->type == ZMQ_PUB || socket->type == ZMQ_XPUB || socket->type == ZMQ_SUB ||
                           socket->type == ZMQ_XSUB;
    sockets()[number] = socket.get();
    call.opened("socket", {.kind = "socket",
                           .native = number,
                           .key = fmt::format("socket:{}:{}", ::getpid(), number),
                           .label = type_name(socket->type),
                           .aux = socket.release(),
                           .flow = publishes ? FlowPolicy::copies : FlowPolicy::spread});
}

void close(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    call.run([&] { return made([&] { return zmq::close(socket->socket); }); });
    if (!call.ok()) return;
    std::erase_if(sockets(), [&](const auto& entry) { return entry.second == socket; });
    delete socket;
    call.closed("socket");
}

void set_option(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    const auto option = static_cast<int>(call.integer("option"));
    const auto value = static_cast<int>(call.integer("value"));
    call.run(
        [&] { return made([&] { return zmq::setsockopt(socket->socket, option, &value, sizeof value); }); });
}

void get_option(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    const auto option = static_cast<int>(call.integer("option"));
    int value = 0;
    std::size_t size = sizeof value;
    call.run([&] { return made([&] { return zmq::getsockopt(socket->socket, option, &value, &size); }); });
    if (call.ok()) call.result("value", value);
}

void set_routing_id(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    const auto& id = call.bytes("id");
    call.run([&] {
        return made([&] { return zmq::setsockopt(socket->socket, ZMQ_ROUTING_ID, id.data(), id.size()); });
    });
    if (call.ok()) socket->routing_id = id;
}

// A subscription travels to the publisher as a message: 1 or 0, and the prefix.
static void tell_subscription(Call& call, int option, char first) {
    auto* socket = socket_of(call);
    if (!socket) return;
    static std::string message;
    message = first + call.bytes("prefix");
    call.run([&] {
        return made(
            [&] { return zmq::setsockopt(socket->socket, option, message.data() + 1, message.size() - 1); });
    });
    if (!call.ok()) return;
    call.flow_key(flow_of(*socket, true));
    call.payload(message);
}

void subscribe(Call& call) {
    tell_subscription(call, ZMQ_SUBSCRIBE, '\x01');
}

void unsubscribe(Call& call) {
    tell_subscription(call, ZMQ_UNSUBSCRIBE, '\x00');
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    if (handle == "context") return Fields{};
    const auto found = sockets().find(native);
    if (found == sockets().end() || found->second->owner != ::getpid())
        return failure("only the process of the socket can look at it, while it does nothing else");
    const auto& socket = *found->second;
    List endpoints;
    for (const auto& link : socket.links)
        endpoints.push_back(fmt::format("{} {}", link.bound ? "bound" : "connected", link.endpoint));
    const auto events = integer_option(socket.socket, ZMQ_EVENTS);
    return Fields{{"type", type_name(socket.type)},
                  {"endpoints", std::move(endpoints)},
                  {"readable", events > 0 && (events & ZMQ_POLLIN) != 0},
                  {"writable", events > 0 && (events & ZMQ_POLLOUT) != 0},
                  {"send_limit", integer_option(socket.socket, ZMQ_SNDHWM)},
                  {"receive_limit", integer_option(socket.socket, ZMQ_RCVHWM)},
                  {"linger", integer_option(socket.socket, ZMQ_LINGER)}};
}

}  // namespace ipcscope::mechanisms::zeromq
