// What supervisor and worker say to each other: the bodies of frames, frames on a socket, both ways, and the
// ring of events. The first octet says which.
#include "base/unique_fd.h"
#include "fuzz/targets.h"
#include "runtime/event_store.h"
#include "runtime/lane_index.h"
#include "schema/wire.h"
#include "worker/link/protocol.h"
#include "worker/link/ring.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/socket.h>

namespace ipcscope::fuzz {

namespace {

template <typename Message>
void body(std::string_view bytes) {
    Message message;
    if (!decode(bytes, message)) return;
    const auto encoded = encode(message);
    Message again;
    must(decode(encoded, again), "what is encoded can be decoded");
    must(encode(again) == encoded, "a message stays the same");
}

void values(std::string_view bytes) {
    Reader in(bytes);
    const auto value = in.value();
    if (!in.ok()) return;
    Writer out;
    out.value(value);
    Reader again(out.data());
    Writer twice;
    twice.value(again.value());
    must(again.ok() && again.done() && twice.data() == out.data(), "a value stays the same");
}

struct Sockets {
    UniqueFd ours, theirs;
    Sockets() {
        int ends[2] = {-1, -1};
        must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0, "there are sockets");
        ours.reset(ends[0]);
        theirs.reset(ends[1]);
    }
    // The octets, in two pieces, as far as there is room, with a descriptor beside the first; then its end.
    void say(std::string_view bytes, std::size_t piece) const {
        const auto first = bytes.substr(0, piece);
        if (!first.empty()) static_cast<void>(send_some(theirs.get(), first, {theirs.get()}));
        if (first.size() < bytes.size())
            static_cast<void>(send_some(theirs.get(), bytes.substr(first.size()), {}));
        shutdown(theirs.get(), SHUT_WR);
    }
};

// As the worker reads its commands.
void commands(std::string_view bytes) {
    const Sockets sockets;
    sockets.say(bytes, 1 + bytes.size() / 3);
    while (auto frame = receive_frame(sockets.ours.get())) {
        must(frame->body.size() <= max_frame, "a frame is not too long");
        body<Hello>(frame->body);
        body<Run>(frame->body);
        body<Observe>(frame->body);
    }
}

// As the supervisor reads what a worker says.
void answers(std::string_view bytes) {
    const Sockets sockets;
    sockets.say(bytes, bytes.size() / 2);
    FrameBuffer buffer;
    Frame frame;
    for (bool more = true; more;) {
        more = buffer.fill(sockets.ours.get());
        while (buffer.next(frame)) {
            body<Opened>(frame.body);
            body<Done>(frame.body);
        }
    }
}

// A ring of which nothing is as a worker would have written it.
void ring(std::string_view bytes) {
    constexpr std::uint32_t slots = 16;
    UniqueFd fd;
    auto rings = RingPair::create(slots, fd);
    must(rings.has_value(), "there is a ring");
    Octets octets(bytes);
    EventStore store;
    LaneIndex lanes;
    std::string spill;
    for (int round = 0; round < 4 && !octets.done(); ++round) {
        rings->events.header().head.store(octets.u8() == 255 ? static_cast<std::uint64_t>(octets.i64())
                                                             : rings->events.header().tail + octets.u8(),
                                          std::memory_order_release);
        const auto filled = octets.take(slots * sizeof(Event));
        must(filled.empty() || pwrite(fd.get(), filled.data(), filled.size(), 4096) > 0,
             "the ring is written");
        const auto limit = rings->events.published();
        std::size_t taken = 0;
        while (!rings->events.empty_at(limit)) {
            must(++taken <= slots, "a ring holds no more than it has room for");
            const auto extra = rings->events.front_extra(spill);
            const auto event = believed(rings->events.front(), extra.size());
            lanes.append(store.append(event, extra), event);
            rings->events.pop();
        }
        rings->events.release();
    }
    for (std::uint64_t seq = 0; seq < store.size(); ++seq)
        use(sum_of(store.payload(store[seq])) + sum_of(store.results(store[seq])));
    std::vector<Span> spans;
    for (const auto& key : lanes.lanes())
        lanes.spans(key, lanes.first_ns(), lanes.last_ns(), 10, spans);
}

}  // namespace

static void protocol(std::string_view input) {
    if (input.empty()) return;
    const auto bytes = grown(input.substr(1));
    switch (static_cast<unsigned char>(input[0]) % 9) {
        case 0: return body<Hello>(bytes);
        case 1: return body<Run>(bytes);
        case 2: return body<Opened>(bytes);
        case 3: return body<Done>(bytes);
        case 4: return body<Observe>(bytes);
        case 5: return values(bytes);
        case 6: return commands(bytes);
        case 7: return answers(bytes);
        default: return ring(bytes);
    }
}

FUZZ_TARGET(protocol)

}  // namespace ipcscope::fuzz
