#include "unit/fuzz/hostile_worker.h"

#include "schema/wire.h"
#include "worker/link/protocol.h"

#include <array>
#include <cstdlib>
#include <random>
#include <unistd.h>

#undef signals  // keywords of Qt, which rings had first
#undef slots
#include "worker/link/ring.h"

namespace ipcscope::testing {

namespace {

constexpr int control = 3, ring = 4;

class Nonsense {
public:
    Nonsense(RingPair rings, std::uint64_t seed) : rings_(std::move(rings)), random_(seed) {}

    // False: it has had enough.
    bool answer(const Frame& frame) {
        if (frame.kind == FrameKind::hello) {
            Writer out;
            out.u32(random_() % 4 ? static_cast<std::uint32_t>(getpid()) : 0x7ffffff0u);
            return say(FrameKind::ready, out.data());
        }
        Run run;
        if (frame.kind != FrameKind::run || !decode(frame.body, run)) return true;
        for (int i = 0; i < 8; ++i)
            write_event(run.steps.front());
        if (random_() % 2) say(FrameKind::opened, encode(opened(run.steps.front())));
        if (random_() % 3 == 0) say(static_cast<FrameKind>(random_() % 12), bytes(random_() % 200));
        if (random_() % 8 == 0) return shout();
        return say(FrameKind::done, random_() % 4 ? encode(done(run.steps.front())) : bytes(60));
    }

private:
    bool say(FrameKind kind, std::string_view body) { return send_frame(control, kind, body).has_value(); }
    // A frame of which the length cannot be.
    bool shout() {
        const std::string head = "\xff\xff\xff\xff\x05" + bytes(5000);
        static_cast<void>(send_some(control, head, {}));
        return false;
    }
    std::string bytes(std::size_t n) {
        std::string out(n, '\0');
        for (auto& c : out)
            c = static_cast<char>(random_());
        return out;
    }
    std::uint64_t any() {
        constexpr std::array<std::uint64_t, 8> edges = {0,      1,          2,          7,
                                                        0xffff, 0xffffffff, 0x7fffffff, ~std::uint64_t{0}};
        return random_() % 3 ? edges[random_() % edges.size()] : random_();
    }
    void write_event(const Step& step) {
        Event event;
        event.time_ns = static_cast<std::int64_t>(any());
        event.ret = static_cast<std::int64_t>(any());
        event.duration_ns = static_cast<std::int64_t>(any());
        event.captured = static_cast<std::uint32_t>(any());
        event.results = random_() % 2 ? 0 : static_cast<std::uint32_t>(any());
        event.object = static_cast<std::uint32_t>(any());
        event.call = random_() % 2 ? step.call.value : static_cast<std::uint32_t>(any());
        event.flow = static_cast<std::uint32_t>(any());
        event.worker = static_cast<std::uint16_t>(any());
        event.operation = random_() % 2 ? step.operation.value : static_cast<std::uint16_t>(any());
        event.err = static_cast<std::uint16_t>(any());
        event.phase = static_cast<Phase>(random_() % 8);
        event.flags = static_cast<std::uint8_t>(random_());
        auto& where = random_() % 8 ? rings_.events : rings_.signals;
        where.write(event, bytes(random_() % 100), bytes(random_() % 100));
        if (random_() % 16 == 0) where.header().head.store(any());
        if (random_() % 16 == 0) where.header().current.store(static_cast<std::uint32_t>(any()));
        if (random_() % 16 == 0) where.header().lost.store(any());
    }
    Opened opened(const Step& step) {
        Opened out;
        out.call = step.call;
        for (const auto* kind : {"read_end", "write_end", "nothing"}) {
            OpenedHandle handle{
                .result = kind, .kind = kind, .handle = HandleId{static_cast<std::uint32_t>(any())}};
            if (random_() % 2) handle.handle = step.first_handle;
            handle.native = static_cast<std::int64_t>(any());
            handle.key = bytes(random_() % 3);
            handle.label = bytes(random_() % 3);
            handle.flow = static_cast<FlowPolicy>(any());
            handle.received = random_() % 2 != 0;
            out.handles.push_back(std::move(handle));
        }
        out.takes_in.push_back({step.first_handle, static_cast<std::uint32_t>(any()), 3});
        return out;
    }
    Done done(const Step& step) {
        Done out;
        out.call = random_() % 4 ? step.call : CallId{static_cast<std::uint32_t>(any())};
        out.ret = static_cast<std::int64_t>(any());
        out.err = static_cast<int>(any());
        out.duration_ns = static_cast<std::int64_t>(any());
        out.rounds = any();
        out.results.emplace_back(bytes(3), Value(bytes(9)));
        out.closed = {step.first_handle, HandleId{static_cast<std::uint32_t>(any())}};
        out.removed = {HandleId{static_cast<std::uint32_t>(any())}};
        return out;
    }

    RingPair rings_;
    std::mt19937_64 random_;
};

}  // namespace

int hostile_worker() {
    const auto* seed = std::getenv(hostile_seed);
    auto rings = RingPair::attach(ring);
    if (!seed || !rings) return 1;
    Nonsense nonsense(std::move(*rings), std::strtoull(seed, nullptr, 10));
    for (int i = 0; i < 5; ++i) {  // a greeting, and four operations
        const auto frame = receive_frame(control);
        if (!frame || !nonsense.answer(*frame)) break;
    }
    return 0;
}

}  // namespace ipcscope::testing
