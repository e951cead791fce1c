#include "mechanisms/monitor.h"

#include "base/signals.h"
#include "base/unique_fd.h"
#include "mechanisms/signal/monitor_fields.h"
#include "mechanisms/signal/observe.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <sys/syscall.h>

namespace ipcscope::mechanisms {
namespace {

// Without 32 and 33, which are the C library's business.
std::uint64_t usable() {
    static const std::uint64_t bits = [] {
        std::uint64_t all = 0;
        for (const auto& [name, number] : signal_names())
            all |= std::uint64_t{1} << (number - 1);
        return all;
    }();
    return bits;
}

bool pid_of(std::string_view key, pid_t& pid) {
    const auto* end = key.data() + key.size();
    const auto [stop, error] = std::from_chars(key.data(), end, pid);
    return error == std::errc() && stop == end && pid > 0;
}

// When the process began, as CLOCK_MONOTONIC counts now, rounded down to a tick; -1 = it has ended. (What the
// machine has slept since then makes it earlier.)
std::int64_t began_ns(pid_t pid) {
    char path[40], text[4096];
    std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    const auto size = file ? ::read(file.get(), text, sizeof text) : -1;
    std::string_view rest(text, size > 0 ? static_cast<std::size_t>(size) : 0);
    // The name may hold any character: it ends at the last parenthesis, and field 3 follows.
    rest.remove_prefix(std::min(rest.rfind(')'), rest.size()));
    for (int field = 2; field < 22; ++field) {
        const auto blank = rest.find(' ');
        if (blank == std::string_view::npos) return -1;
        rest.remove_prefix(blank + 1);
    }
    std::int64_t ticks = 0;
    if (std::from_chars(rest.data(), rest.data() + rest.size(), ticks).ec != std::errc()) return -1;
    const auto clock = [](clockid_t which) {
        timespec now{};
        ::clock_gettime(which, &now);
        return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
    };
    const auto tick_ns = 1'000'000'000 / ::sysconf(_SC_CLK_TCK);
    return ticks * tick_ns - (clock(CLOCK_BOOTTIME) - clock(CLOCK_MONOTONIC));
}

class SignalMonitor : public Monitor {
public:
    SignalMonitor() : kind_(kind_index("signal", "process")) {}

    void begin(Sample& sample) override {
        const auto& processes = sample.processes();
        for (ProcessIndex i = 0; i < processes.size(); ++i) {
            status_ = sample.status(i);
            if (!status_.empty()) show(sample, i, processes[i].pid);  // else it has ended
        }
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        pid_t pid = 0;
        if (!pid_of(request.key, pid)) return failure("there is no process " + request.key);
        auto state = observe_signals("", pid);
        if (!state) return tl::unexpected(state.error());
        Peeked out;
        out.how = fmt::format("/proc/{}/status", pid);
        out.note = "pending and blocked signals are those of the first thread";
        out.state = std::move(*state);
        return out;
    }

    Status act(const ActRequest& request) override {
        pid_t pid = 0;
        if (request.action != ActionKind::signal || !pid_of(request.key, pid))
            return failure("a signal goes to one process");
        if (pid == 1) return failure("the first process of the system is sent nothing");
        if (pid == ::getpid() || pid == ::getppid()) return failure("this program sends itself nothing");
        const auto found = std::find_if(request.args.begin(), request.args.end(),
                                        [](const auto& arg) { return arg.first == "signal"; });
        const auto number = found == request.args.end() ? 0 : found->second.integer();
        if (number < 1 || number > SIGRTMAX) return failure("which signal is not said");
        const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
        if (!process) return system_failure(fmt::format("process {}", pid), "pidfd_open");
        // Numbers are given again: what began after the person has looked is another process.
        if (request.seen_ns > 0 && began_ns(pid) > request.seen_ns)
            return failure(fmt::format(
                "process {} is not the one that was seen: that one has ended, and another has its number now",
                pid));
        if (::syscall(SYS_pidfd_send_signal, process.get(), static_cast<int>(number), nullptr, 0) != 0)
            return system_failure(fmt::format("{} to process {}", signal_name(static_cast<int>(number)), pid),
                                  "pidfd_send_signal");
        return {};
    }

private:
    void show(Sample& sample, ProcessIndex process, pid_t pid) {
        const auto object = sample.object(kind_, fmt::format_int(pid).str());
        auto& seen = sample.at(object);
        seen.uid = sample.processes()[process].uid;
        seen.name = sample.processes()[process].name;
        seen.space = sample.processes()[process].pid_namespace;
        static constexpr std::pair<std::size_t, const char*> sets[] = {{field_process_pending, "ShdPnd"},
                                                                       {field_thread_pending, "SigPnd"},
                                                                       {field_blocked, "SigBlk"},
                                                                       {field_ignored, "SigIgn"},
                                                                       {field_caught, "SigCgt"}};
        for (const auto& [field, name] : sets) {
            std::uint64_t bits = 0;
            const auto hex = info_line(status_, name);
            if (std::from_chars(hex.data(), hex.data() + hex.size(), bits, 16).ec == std::errc())
                sample.set(object, field, static_cast<std::int64_t>(bits & usable()));
        }
        const auto queue = info_line(status_, "SigQ");  // "3/96365"
        const auto slash = std::min(queue.find('/'), queue.size());
        number(sample, object, field_queued, queue.substr(0, slash));
        if (slash < queue.size()) number(sample, object, field_queue_limit, queue.substr(slash + 1));
        number(sample, object, field_threads, info_line(status_, "Threads"));
        SeenHold own;
        own.object = object;
        own.process = process;
        own.kind = Hold::owner;
        sample.hold(own);
    }

    static void number(Sample& sample, ObjectIndex object, std::size_t field, std::string_view text) {
        std::int64_t value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc())
            sample.set(object, field, value);
    }

    std::size_t kind_;
    std::string_view status_;
};

}  // namespace

std::unique_ptr<Monitor> signal_monitor() {
    return std::make_unique<SignalMonitor>();
}

}  // namespace ipcscope::mechanisms
