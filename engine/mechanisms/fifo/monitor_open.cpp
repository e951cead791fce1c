#include "mechanisms/fifo/monitor_open.h"

#include "base/unique_fd.h"
#include "mechanisms/seen_file.h"
#include "mechanisms/special_files.h"

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::fifo_open {

namespace {

// The string at an address: page by page, because it may end just before memory that is not there.
std::string string_at(const SeenSleep& sleep, std::uint64_t address) {
    std::string out;
    char part[256];
    while (out.size() < 4096) {
        const auto size = std::min<std::uint64_t>(sizeof part, 4096 - (address + out.size()) % 4096);
        if (!sleep.memory(address + out.size(), part, size)) return {};
        const std::string_view seen(part, size);
        const auto end = seen.find('\0');
        out += seen.substr(0, end);
        if (end != std::string_view::npos) return out;
    }
    return {};
}

std::string link_text(const std::string& path) {
    char text[4096];
    const auto size = ::readlink(path.c_str(), text, sizeof text);
    return std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0);
}

// A thread that sleeps now, outside of any sample.
class SleepNow : public SeenSleep {
public:
    SleepNow(pid_t of, pid_t tid) {
        pid = of;
        thread = tid;
    }
    // False: it sleeps in no call, or we may not know.
    bool read_call() {
        const auto line = text_of("syscall");
        unsigned long long at[6] = {};
        if (std::sscanf(line.c_str(), "%d %llx %llx %llx %llx %llx %llx", &syscall, &at[0], &at[1], &at[2],
                        &at[3], &at[4], &at[5]) != 7)
            return false;
        std::copy(std::begin(at), std::end(at), args);
        return true;
    }
    std::string text_of(const char* name) const {
        char text[256];
        const UniqueFd file(
            ::open(fmt::format("/proc/{}/task/{}/{}", pid, thread, name).c_str(), O_RDONLY | O_CLOEXEC));
        const auto size = file ? ::read(file.get(), text, sizeof text - 1) : -1;
        return std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0);
    }
    bool memory(std::uint64_t address, void* to, std::size_t size) const override {
        if (!memory_) memory_.reset(::open(fmt::format("/proc/{}/mem", pid).c_str(), O_RDONLY | O_CLOEXEC));
        return memory_ && address <= INT64_MAX &&
               ::pread(memory_.get(), to, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
    }
    bool mapped(std::uint64_t, SeenMapping&) const override { return false; }
    ObjectIndex object_of(int) const override { return none_index; }

private:
    mutable UniqueFd memory_;
};

using Directory = std::unique_ptr<DIR, int (*)(DIR*)>;
Directory directory(const std::string& path) {
    return {::opendir(path.c_str()), ::closedir};
}

}  // namespace

bool read(const SeenSleep& sleep, Opening& out) {
    const bool plain = sleep.syscall == SYS_open;
    const auto address = sleep.args[plain ? 0 : 1];
    auto flags = sleep.args[plain ? 1 : 2];
    if (sleep.syscall == SYS_openat2) {
        open_how how{};
        if (!sleep.memory(flags, &how, sizeof how)) return false;
        flags = how.flags;
    }
    const auto path = string_at(sleep, address);
    if (path.empty()) return false;
    // As the process sees it: its root, its directory or the one of the descriptor.
    const auto at = plain ? AT_FDCWD : static_cast<int>(sleep.args[0]);
    const auto base = path.front() == '/' ? fmt::format("/proc/{}/root", sleep.pid)
                      : at == AT_FDCWD    ? fmt::format("/proc/{}/task/{}/cwd", sleep.pid, sleep.thread)
                                          : fmt::format("/proc/{}/fd/{}", sleep.pid, at);
    if (::statx(AT_FDCWD, (base + "/" + path).c_str(), AT_STATX_DONT_SYNC,
                STATX_TYPE | STATX_MODE | STATX_INO | STATX_UID | STATX_GID, &out.file) != 0)
        return false;
    out.path = path.front() == '/' ? path : link_text(base) + "/" + path;
    const auto mode = flags & O_ACCMODE;
    out.access = mode == O_RDONLY ? Access::read : mode == O_WRONLY ? Access::write : Access::both;
    return true;
}

namespace {

bool same_file(const struct statx& a, const struct statx& b) {
    return S_ISFIFO(a.stx_mode) && a.stx_ino == b.stx_ino && a.stx_dev_major == b.stx_dev_major &&
           a.stx_dev_minor == b.stx_dev_minor;
}

// Who has it open, or sleeps in opening it; "" = nobody. `all_seen`: false if some could not be looked into.
std::string who_uses(const struct statx& file, bool& all_seen) {
    const auto processes = directory("/proc");
    while (const auto* process = processes ? ::readdir(processes.get()) : nullptr) {
        const auto pid = static_cast<pid_t>(std::strtol(process->d_name, nullptr, 10));
        if (pid <= 0) continue;
        const auto folder = fmt::format("/proc/{}/fd", pid);
        const auto descriptors = directory(folder);
        if (!descriptors && errno == EACCES) all_seen = false;
        while (const auto* entry = descriptors ? ::readdir(descriptors.get()) : nullptr) {
            // Also of files whose server does not answer: as they are known.
            struct statx seen {};
            if (::statx(AT_FDCWD, (folder + "/" + entry->d_name).c_str(), AT_STATX_DONT_SYNC,
                        STATX_TYPE | STATX_INO, &seen) == 0 &&
                same_file(seen, file))
                return fmt::format("process {} has it open", pid);
        }
        const auto threads = directory(fmt::format("/proc/{}/task", pid));
        while (const auto* entry = threads ? ::readdir(threads.get()) : nullptr) {
            const auto tid = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
            SleepNow sleep(pid, tid);
            Opening opening;
            // Some kernels do not say where a thread sleeps: then its call has to.
            if (const auto place = tid > 0 ? sleep.text_of("wchan") : std::string("-");
                place != "wait_for_partner" && place != "0" && !place.empty())
                continue;
            if (!sleep.read_call()) continue;
            const bool opens =
                sleep.syscall == SYS_openat || sleep.syscall == SYS_openat2 || sleep.syscall == SYS_open;
            if (opens && read(sleep, opening) && same_file(opening.file, file))
                return fmt::format("process {} waits for its other end to be opened", pid);
        }
    }
    return {};
}

}  // namespace

Status remove(const ActRequest& request, const KnownFiles& known) {
    if (request.action != ActionKind::remove) return failure("there is no such action");
    auto seen = seen_file(known, request);
    if (!seen) return tl::unexpected(seen.error());
    seen->file.reset();  // it is not among those who have it open
    const auto& path = seen->path;
    if (!S_ISFIFO(seen->status.stx_mode)) return failure(path + " is no FIFO");
    if (leads_nowhere_on_purpose(path))
        return failure(path +
                       " leads nowhere on purpose: systemd covers with it what a service may not reach");
    bool all_seen = true;
    if (const auto who = who_uses(seen->status, all_seen); !who.empty())
        return failure(fmt::format("{} is in use: {}", path, who));
    // Of others' processes nothing is known: then only what is the user's own is removed.
    if (!all_seen && seen->status.stx_uid != ::geteuid())
        return failure(path +
                       " belongs to another user, whose processes may not be looked into: it takes "
                       "CAP_SYS_PTRACE");
    if (::unlink(path.c_str()) != 0) return system_failure(path, "unlink");
    return {};
}

}  // namespace ipcscope::mechanisms::fifo_open
