// Contexts and sockets of libzmq in a worker. Both belong to the process that made them: after a fork the
// threads behind them are missing in the child (zmq_ctx_new(3), "fork").
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/zeromq/lib.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope::mechanisms::zeromq {

struct Context {
    void* context = nullptr;
    pid_t owner = 0;
};

struct Link {  // an endpoint that a socket has bound or connected
    std::string endpoint;
    std::string stream;  // what names it on this machine: "tcp:5555", "ipc:/tmp/chat"
    bool bound = false;
};

struct Socket {
    void* socket = nullptr;
    pid_t owner = 0;
    int type = 0;  // ZMQ_REQ, ...
    std::vector<Link> links;
    std::string routing_id;  // that a peer gives it; "" = the peer chooses
};

const char* type_name(int type);

// -1 and errno as an event can hold it.
template <typename F>
std::int64_t made(F&& call) {
    const std::int64_t ret = call();
    if (ret == -1) errno = kept_errno(errno);
    return ret;
}

// Of a handle parameter. nullptr = it cannot be used, and the call says why: closed (what libzmq says then),
// or refused in a process that has it from a fork.
Socket* socket_of(Call& call, std::string_view param = "socket");

// The flow key of what this socket sends, or receives, over one of its links. 0 = it has none.
std::uint32_t flow_of(const Socket& socket, bool sends);
// As above for a message that came through this descriptor; -1 = not known.
std::uint32_t flow_through(const Socket& socket, int descriptor);

// --- operations ---
void context(Call& call);
void shutdown(Call& call);
void term(Call& call);
void open_socket(Call& call);
void bind(Call& call);
void connect(Call& call);
void unbind(Call& call);
void disconnect(Call& call);
void close(Call& call);
void set_option(Call& call);
void get_option(Call& call);
void set_routing_id(Call& call);
void subscribe(Call& call);
void unsubscribe(Call& call);
void send(Call& call);
void receive(Call& call);
Result<Fields> observe(std::string_view handle, std::int64_t native);
Result<std::string> remove(const std::string& record, bool intended);
std::string describe(const std::string& record);

}  // namespace ipcscope::mechanisms::zeromq
