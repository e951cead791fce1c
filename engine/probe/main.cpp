// ipcscope-probe: looks at what other processes have. Started by the monitor's client, never by hand: socket
// at descriptor 3, memory in which it says where it is at 4. It asks nothing back and does nothing unasked.
#include "base/clock.h"
#include "mechanisms/monitor_wire.h"
#include "probe/walk.h"
#include "snapshot/ref.h"
#include "snapshot/snapshot_wire.h"

#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <poll.h>
#include <thread>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>

namespace ipcscope {
namespace {

using namespace monitor_wire;

// When the client is gone, so are we, also in the middle of a look at something that hangs.
void end_with_client() {
    std::thread([] {
        pollfd socket{socket_fd, 0, 0};
        while (poll(&socket, 1, -1) < 0 || (socket.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0) {
        }
        _exit(0);
    }).detach();
}

bool decode_options(std::string_view body, WalkOptions& options) {
    Reader in(body);
    options.owners = in.u8() != 0;
    options.uid = in.u32();
    const auto count = in.u32();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Suspect suspect;
        suspect.pid = static_cast<std::int32_t>(in.i64());
        suspect.start_ticks = in.u64();
        suspect.mechanism = static_cast<std::int32_t>(in.i64());
        options.avoid.push_back(suspect);
    }
    return in.ok() && in.done();
}

class Probe {
public:
    explicit Probe(Progress* progress)
        : progress_(progress), asked_(all_monitors()), walk_(asked_, progress) {}

    Result<UniqueFd> answer(What what, std::string_view body) {
        switch (what) {
            case What::sample: return sample(body);
            case What::peek: return peek(body);
            case What::act: return act(body);
            default: return failure("the probe does not know what it was asked");
        }
    }

private:
    // Says which mechanism is asked, for whoever finds that it hangs.
    template <typename F>
    auto ask(std::size_t kind, F f) const -> decltype(f(*static_cast<Monitor*>(nullptr))) {
        for (const auto& one : asked_) {
            if (monitor_specs()[one.mechanism] != monitored_kinds()[kind].mechanism) continue;
            progress_->mechanism = one.mechanism;
            auto answer = f(*one.monitor);
            progress_->mechanism = -1;
            return answer;
        }
        return failure("nobody here knows this kind of object");
    }
    Result<UniqueFd> sample(std::string_view body) {
        WalkOptions options;
        if (!decode_options(body, options)) return failure("the request is damaged");
        if (auto written = write_snapshot(walk_.take(options), memory_); !written)
            return tl::unexpected(written.error());
        return UniqueFd(fcntl(memory_.get(), F_DUPFD_CLOEXEC, 10));
    }
    Result<UniqueFd> peek(std::string_view body) const {
        PeekRequest request;
        if (!decode(body, request)) return failure("the request is damaged");
        auto peeked = ask(request.kind, [&](Monitor& monitor) { return monitor.peek(request); });
        if (!peeked) return tl::unexpected(peeked.error());
        return in_memory(encode(*peeked));
    }
    Result<UniqueFd> act(std::string_view body) const {
        ActRequest request;
        std::string confirmed;
        if (!decode(body, request, confirmed)) return failure("the request is damaged");
        const auto& kind = *monitored_kinds()[request.kind].kind;
        if (confirmed != std::string(kind.prefix) + ":" + escape_key(request.key))
            return failure("nothing was done: it was not confirmed for this object");
        if (request.action == ActionKind::signal) {
            std::int64_t pid = 0;
            std::from_chars(request.key.data(), request.key.data() + request.key.size(), pid);
            if (pid <= 1 || pid == getpid() || pid == getppid())
                return failure("nothing was done: init and IPC Scope itself are never sent a signal");
        }
        const auto done = ask(request.kind, [&](Monitor& monitor) { return monitor.act(request); });
        if (!done) return tl::unexpected(done.error());
        return in_memory({});
    }

    Progress* progress_;
    std::vector<Asked> asked_;
    Walk walk_;
    UniqueFd memory_;  // of snapshots
};

int serve() {
    prctl(PR_SET_NAME, "ipcscope-probe");
    mallopt(M_ARENA_MAX, 1);  // two threads take turns: one heap for both is smaller
    // What a look needs for a moment goes back to the system, however large it was before.
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    end_with_client();
    struct stat info {};
    void* memory = MAP_FAILED;
    if (fstat(progress_fd, &info) == 0 && info.st_size >= static_cast<off_t>(sizeof(Progress)))
        memory = mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED, progress_fd, 0);
    Progress own;
    Probe probe(memory == MAP_FAILED ? &own : static_cast<Progress*>(memory));
    while (true) {
        Head head;
        UniqueFd body_memory;
        if (!receive_message(socket_fd, head, body_memory)) return 0;
        Result<UniqueFd> answer = failure("the probe is of another build");
        if (head.kinds == monitored_kinds().size()) {
            const auto body = from_memory(body_memory.get());
            answer = body ? probe.answer(head.what, *body) : tl::unexpected(body.error());
        }
        if (!answer) {
            Writer words;
            put_error(words, answer.error());
            answer = in_memory(words.data());
            head.what = What::refused;
        }
        head.kinds = monitored_kinds().size();
        if (!answer || !send_message(socket_fd, head, answer->get())) return 1;
    }
}

}  // namespace
}  // namespace ipcscope

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--serve") _exit(ipcscope::serve());
    fmt::print(stderr, "ipcscope-probe is started by IPC Scope, not by hand\n");
    return 2;
}
