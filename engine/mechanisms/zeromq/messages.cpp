#include "mechanisms/zeromq/encoding.h"
#include "mechanisms/zeromq/socket.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <span>

namespace ipcscope::mechanisms::zeromq {

namespace {

using Frames = std::vector<std::string>;

constexpr std::size_t most_frames = 4096;  // that a receive keeps

// What of a message is the same at both ends: a ROUTER has the address of its peer in front, and a DEALER or
// ROUTER that speaks with REQ or REP the empty frame that those hide.
std::span<const std::string> content(const Socket& socket, const Frames& frames) {
    std::span<const std::string> rest(frames);
    if (socket.type == ZMQ_ROUTER && rest.size() > 1) rest = rest.subspan(1);
    const bool raw = socket.type == ZMQ_ROUTER || socket.type == ZMQ_DEALER;
    if (raw && rest.size() > 1 && rest.front().empty()) rest = rest.subspan(1);
    return rest;
}

// Kept until the next call: the event is written after the driver is done.
void tell_content(Call& call, const Socket& socket, const Frames& frames) {
    static std::string out;
    out.clear();
    bool first = true;
    for (const auto& frame : content(socket, frames)) {
        if (!first) out += ' ';
        out += frame;
        first = false;
    }
    call.payload(out);
}

class Part {
public:
    Part() { zmq::msg_init(&message_); }
    ~Part() { zmq::msg_close(&message_); }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    int receive(void* socket, int flags) { return zmq::msg_recv(&message_, socket, flags); }
    std::string text() {
        return {static_cast<const char*>(zmq::msg_data(&message_)), zmq::msg_size(&message_)};
    }
    // Of the connection that it came through; -1 = not known.
    int descriptor() {
        const char* text = zmq::msg_gets(&message_, "__fd");
        return text ? std::atoi(text) : -1;
    }

private:
    zmq_msg_t message_{};
};

bool more(void* socket) {
    int value = 0;
    std::size_t size = sizeof value;
    return zmq::getsockopt(socket, ZMQ_RCVMORE, &value, &size) == 0 && value != 0;
}

}  // namespace

void send(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    Frames frames;
    for (const auto& item : call.list("frames"))
        frames.push_back(item.bytes());
    if (frames.empty()) return call.refuse("frames: a message has at least one");
    std::string problem;
    frames.back() = encode(static_cast<Format>(call.integer("format")), frames.back(), problem);
    if (!problem.empty()) return call.refuse("frames: the last one is " + problem);
    const auto flags = static_cast<int>(call.integer("flags"));
    call.run([&] {
        return made([&]() -> std::int64_t {
            std::int64_t bytes = 0;
            for (std::size_t i = 0; i < frames.size(); ++i) {
                const int part = i + 1 < frames.size() ? flags | ZMQ_SNDMORE : flags;
                if (zmq::send(socket->socket, frames[i].data(), frames[i].size(), part) < 0) return -1;
                bytes += static_cast<std::int64_t>(frames[i].size());
            }
            return bytes;
        });
    });
    if (!call.ok()) return;
    call.flow_key(flow_of(*socket, true));
    tell_content(call, *socket, frames);
}

void receive(Call& call) {
    auto* socket = socket_of(call);
    if (!socket) return;
    const auto flags = static_cast<int>(call.integer("flags"));
    Frames frames;
    std::size_t count = 0;
    int descriptor = -1;
    call.run([&] {
        return made([&]() -> std::int64_t {
            std::int64_t bytes = 0;
            do {
                Part part;
                // The parts of a message come together: only the first one can be waited for.
                const int got = part.receive(socket->socket, flags);
                if (got < 0) return -1;
                bytes += got;
                descriptor = part.descriptor();
                if (++count <= most_frames) frames.push_back(part.text());
            } while (more(socket->socket));
            return bytes;
        });
    });
    if (!call.ok()) return;
    call.flow_key(flow_through(*socket, descriptor));
    tell_content(call, *socket, frames);
    if (socket->type == ZMQ_ROUTER) call.result("routing_id", frames.front());
    if (count > most_frames) call.result("frames_left_out", count - most_frames);
    const auto shown = decode(static_cast<Format>(call.integer("format")), frames.back());
    if (shown)
        frames.back() = *shown;
    else
        call.result("problem", std::string("the last frame is not of this format"));
    call.result("frames", List(frames.begin(), frames.end()));
}

}  // namespace ipcscope::mechanisms::zeromq
