#include "mechanisms/stream_monitor.h"

#include "mechanisms/fetch.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>

#include <sys/ioctl.h>

namespace ipcscope::mechanisms::stream {

bool all_descriptors_seen(const Sample& sample) {
    const auto& all = sample.processes();
    return sample.owners() && std::none_of(all.begin(), all.end(), [](const SeenProcess& process) {
               return process.descriptors_errno != 0 && process.descriptors_errno != ENOENT &&
                      process.descriptors_errno != ESRCH;
           });
}

void show_ends(Sample& sample, const KindFields& kind, const Ends& ends, bool all_seen) {
    const auto show = [&](std::size_t field, std::uint32_t count) {
        if (count > 0 || all_seen)
            sample.set(ends.object, field, count);
        else
            sample.set_missing(ends.object, field,
                               sample.owners() ? CellState::not_permitted : CellState::not_available,
                               sample.owners() ? "CAP_SYS_PTRACE" : "not asked for");
    };
    show(kind["readers"], ends.readers);
    show(kind["writers"], ends.writers);
    for (const auto* field : {"bytes", "capacity"})
        sample.set_missing(ends.object, kind[field], CellState::not_available,
                           "only by fetching a descriptor: peek");
}

namespace {

struct OwnPipe {
    UniqueFd out, in;
};

// With as many slots as the other one: tee fills a slot for each of its slots, however few bytes are in it.
Result<OwnPipe> pipe_of(int capacity) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return system_failure("a pipe for the copy", "pipe2");
    OwnPipe pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
    if (capacity > 0) ::fcntl(ends[1], F_SETPIPE_SZ, capacity);  // else the first slots are shown
    return pipe;
}

std::string read_all(int fd, std::size_t size) {
    std::string out(size, '\0');
    std::size_t used = 0;
    while (used < size) {
        const auto got = ::read(fd, out.data() + used, size - used);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        used += static_cast<std::size_t>(got);
    }
    out.resize(used);
    return out;
}

// The reading ends first: only from them can be copied.
bool is_open_to_read(int fd) {
    const int flags = ::fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_WRONLY;
}

}  // namespace

Result<Peeked> peek(const PeekRequest& request, const std::function<bool(const struct stat&)>& same) {
    constexpr auto purpose = "count its bytes and copy them with tee(2), which leaves them there";
    auto fetched = fetch(request, purpose, [&](int fd, const struct stat& seen) {
        return S_ISFIFO(seen.st_mode) && same(seen) && is_open_to_read(fd);
    });
    const bool readable = fetched.has_value();
    if (!readable) {
        const auto first = fetched.error();
        if (request.allow_fetch)
            fetched = fetch(request, purpose, [&](int, const struct stat& seen) {
                return S_ISFIFO(seen.st_mode) && same(seen);
            });
        if (!fetched) return tl::unexpected(first);
    }
    // The copy's pipe is made while the other one is held: it has to have its size.
    int bytes = 0;
    const int fd = fetched->fd.get();
    const bool counted = ::ioctl(fd, FIONREAD, &bytes) == 0;
    const int capacity = ::fcntl(fd, F_GETPIPE_SZ);
    std::size_t copied = 0;
    int code = 0;
    Result<OwnPipe> own = failure("");
    if (readable && bytes > 0) {
        own = pipe_of(capacity);
        if (own) {
            const auto wanted = std::min(static_cast<std::size_t>(bytes), request.limit);
            const auto got = ::tee(fd, own->in.get(), wanted, SPLICE_F_NONBLOCK);
            code = got < 0 ? errno : 0;
            copied = got < 0 ? 0 : static_cast<std::size_t>(got);
        }
    }
    Peeked out;
    out.tier = Tier::fetched;
    out.how = give_back(*fetched, !readable   ? "FIONREAD and F_GETPIPE_SZ"
                                  : bytes > 0 ? "FIONREAD, F_GETPIPE_SZ and tee(2), nothing was taken"
                                              : "FIONREAD and F_GETPIPE_SZ, there is nothing in it");
    if (counted) out.state.emplace_back("bytes", bytes);
    if (capacity > 0) out.state.emplace_back("capacity", capacity);
    if (!readable) {
        out.note =
            "no process that may be looked into has it open to read: its contents can be copied only "
            "from such an end";
        return out;
    }
    out.state.emplace_back("contents", own ? read_all(own->out.get(), copied) : std::string());
    if (bytes > 0 && !own)
        out.note = own.error().text();
    else if (code != 0)
        out.note = code == EAGAIN ? "somebody was faster: it is empty now"
                                  : fmt::format("tee: {}", errno_name(code));
    else if (copied < static_cast<std::size_t>(bytes))
        out.note = fmt::format("the first {} of {} bytes", copied, bytes);
    return out;
}

}  // namespace ipcscope::mechanisms::stream
