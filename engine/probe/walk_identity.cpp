// What is asked of a process only when it is new to us, or has run: who it is, what it may have, and with
// whom it has its descriptors or its memory in common.
#include "probe/walk.h"

#include <algorithm>
#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <map>
#include <unistd.h>

#include <sys/resource.h>
#include <sys/syscall.h>

namespace ipcscope {
namespace {

enum class Common { memory = 1, descriptors = 2 };  // as kcmp(2) numbers them

// Not only when it is not so: also when it may not be asked.
bool have_in_common(pid_t a, pid_t b, Common what) {
    return syscall(SYS_kcmp, a, b, static_cast<int>(what), 0, 0) == 0;
}
bool differ(pid_t a, pid_t b, Common what) {
    return syscall(SYS_kcmp, a, b, static_cast<int>(what), 0, 0) > 0;
}

// clone(2) with CLONE_FILES or CLONE_VM, without CLONE_THREAD.
bool shares_with_parent(const KnownProcess& process) {
    if (process.stat.parent <= 0 || process.stat.state == 'Z') return false;
    return have_in_common(process.pid, process.stat.parent, Common::descriptors) ||
           have_in_common(process.pid, process.stat.parent, Common::memory);
}

// A thread that has made itself some (unshare(2)). The first thread has none once it has ended.
bool has_own_tables(const KnownProcess& process) {
    pid_t first = 0;
    for (const auto& thread : process.threads) {
        if (thread.tid == process.pid && process.stat.state == 'Z') continue;
        if (first == 0)
            first = thread.tid;
        else if (differ(first, thread.tid, Common::descriptors))
            return true;
    }
    return false;
}

// A 32-bit program on a 64-bit kernel: only where the stack lies is its file looked at.
bool is_foreign(const KnownProcess& process) {
    constexpr std::uint64_t end_of_32_bits = std::uint64_t{1} << 32;
    if (sizeof(void*) != 8 || process.stat.stack == 0 || process.stat.stack >= end_of_32_bits) return false;
    const UniqueFd program(openat(process.directory.get(), "exe", O_RDONLY | O_CLOEXEC | O_NOCTTY));
    unsigned char head[EI_NIDENT] = {};
    return program && pread(program.get(), head, sizeof head, 0) == sizeof head &&
           std::memcmp(head, ELFMAG, SELFMAG) == 0 && head[EI_CLASS] == ELFCLASS32;
}

}  // namespace

void Walk::refresh_limits(KnownProcess& process) {
    rlimit64 files{};
    const bool known = prlimit64(process.pid, RLIMIT_NOFILE, nullptr, &files) == 0;
    process.files_most = known ? files.rlim_cur : 0;
    process.files_hard = known ? files.rlim_max : 0;
}

void Walk::refresh_identity(KnownProcess& process, Reading& with) {
    const int directory = process.directory.get();
    int error = 0;
    process.ipc_namespace = namespace_of(with.reader, directory, "ns/ipc");
    process.net_namespace = namespace_of(with.reader, directory, "ns/net");
    process.pid_namespace = namespace_of(with.reader, directory, "ns/pid");
    constexpr std::size_t longest = 200;
    process.command.assign(with.reader.read(directory, "cmdline", error).substr(0, longest));
    while (!process.command.empty() && process.command.back() == 0)
        process.command.pop_back();
    std::replace(process.command.begin(), process.command.end(), '\0', ' ');
    if (process.identity_ns == 0) {  // a program that was just begun
        process.shares_with = shares_with_parent(process) ? process.stat.parent : 0;
        process.begun = true;
        process.foreign = is_foreign(process);
    }
    process.own_tables = has_own_tables(process);
    refresh_limits(process);
    process.identity_ns = builder_.head().taken_ns;
    process.identity_due = false;
}

// A process gets another parent without running, when its own has ended: whoever has that one's number then
// is younger.
void Walk::refresh_parents() {
    for (auto& [pid, process] : processes_) {
        const auto parent = process.stat.parent;
        if (process.seen != sample_ || parent <= 0) continue;
        const auto known = processes_.find(parent);
        const bool there =
            known != processes_.end() && (known->second.seen == sample_ || known->second.stat.kernel);
        const bool younger = there && known->second.stat.start_ticks > process.stat.start_ticks;
        if (there ? !younger : process.parent_asked == parent) continue;
        int error = 0;
        StatLine stat;
        const auto text = reader_.read(process.directory.get(), "stat", error);
        if (error != 0 || !parse_stat(text, stat)) continue;
        process.stat.parent = process.parent_asked = stat.parent;
    }
}

// Once for each program that was begun; parents first.
void Walk::join_family(KnownProcess& process) {
    if (process.family != 0) families_ran_[process.family] = true;
    process.family = 0;
    process.begun = false;
    const auto found = processes_.find(process.shares_with);
    if (process.shares_with == 0 || found == processes_.end() || found->second.seen != sample_ ||
        found->second.stat.start_ticks > process.stat.start_ticks)
        return;
    auto& parent = found->second;
    if (parent.begun) join_family(parent);
    if (parent.family == 0) parent.family = ++families_;
    process.family = parent.family;
}

// Whoever of them has run may have changed what all of them have.
void Walk::join_sharers() {
    for (auto& [pid, process] : processes_)
        if (process.seen == sample_ && process.begun) join_family(process);
    for (const auto& [pid, process] : processes_)
        if (process.family != 0 && process.ran) families_ran_[process.family] = true;
    for (auto& [pid, process] : processes_)
        if (process.seen == sample_ && process.family != 0 && families_ran_[process.family])
            process.ran = process.unread = process.maps_unread = true;
    families_ran_.clear();
}

}  // namespace ipcscope
