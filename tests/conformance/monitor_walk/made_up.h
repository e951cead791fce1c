// The walk over /proc with a hand-made mechanism, and questions about what it has seen. Whoever includes this
// has the made-up mechanism's kinds: 0 are things, 1 is memory.
#pragma once

#include "probe/walk.h"
#include "snapshot/snapshot_wire.h"

#include <QtGlobal>

#include <fmt/format.h>
#include <map>
#include <memory>
#include <unistd.h>

#include <sys/syscall.h>

namespace ipcscope::testing::monitor_walk {

inline constexpr std::size_t thing = 0, memory_kind = 1;

// Pipes, sockets and epolls are things by link; shared memory by device and inode.
class MadeUp : public Monitor {
public:
    Interests interests() const override {
        return {{"pipe:[", "socket:[", "anon_inode:[eventpoll]", "/memfd:", "/dev/shm/ipcscope-walk-"},
                true,
                {SYS_futex}};
    }
    void begin(Sample& sample) override { sample.set(sample.object(thing, "odd key\n%\"\xff"), 0, 7); }
    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        std::uint64_t device = 0, inode = 0;
        if (!seen.identity(device, inode)) return;
        SeenHold hold;
        hold.object = seen.link.starts_with("anon_inode:")
                          ? sample.object(thing, fmt::format("{}/{}", seen.pid, seen.fd))
                          : sample.object(thing, seen.link);
        hold.process = seen.process;
        hold.fd = seen.fd;
        hold.access = seen.access;
        sample.hold(hold);
        std::int64_t flags = -1;
        (void)seen.info();
        sample.set(hold.object, 1, flags);
    }
    void mapping(Sample& sample, const SeenMapping& seen) override {
        SeenHold hold;
        hold.object = sample.object(memory_kind, fmt::format("{}:{}", seen.device, seen.inode));
        hold.process = seen.process;
        hold.kind = Hold::mapping;
        hold.detail = static_cast<std::int64_t>(seen.begin);
        sample.hold(hold);
    }
    void end(Sample& sample) override {
        statuses.clear();
        for (ProcessIndex i = 0; i < sample.processes().size(); ++i)
            statuses[sample.processes()[i].pid] = sample.status(i);
    }
    void sleeping(Sample& sample, const SeenSleep& seen) override {
        SeenMapping mapping;
        std::uint32_t word = 0;
        if (!seen.mapped(seen.args[0], mapping) || !seen.memory(seen.args[0], &word, sizeof word)) return;
        if (!mapping.shared) return;
        SeenWait wait;
        wait.object = sample.object(memory_kind, fmt::format("{}:{}", mapping.device, mapping.inode));
        wait.process = seen.process;
        wait.thread = seen.thread;
        wait.syscall = seen.syscall;
        wait.words = sample.text(fmt::format("word {}", word));
        sample.wait(wait);
    }
    std::map<pid_t, std::string> statuses;
};

class Look {
public:
    Look() : walk({{0, made_up}}) {}
    const Snapshot& now() {
        const auto& taken = walk.take(options);
        if (!write_snapshot(taken, memory)) qFatal("no memory");  // as between two processes
        auto read = read_snapshot(memory.get());
        if (!read) qFatal("%s", read.error().text().c_str());
        kept = *read;
        return *kept;
    }
    // What the kernel says of a process's signals (Sample::status), as of the last sample.
    std::string status(pid_t pid) const { return made_up->statuses[pid]; }

    WalkOptions options;
    std::shared_ptr<MadeUp> made_up = std::make_shared<MadeUp>();
    Walk walk;
    UniqueFd memory;
    std::shared_ptr<const Snapshot> kept;
};

inline std::string ref_of(int fd) {
    char link[64] = {};
    const auto got = readlink(fmt::format("/proc/self/fd/{}", fd).c_str(), link, sizeof link - 1);
    return "thing:" + std::string(link, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
}

inline const SeenObject* find(const Snapshot& snapshot, const std::string& ref) {
    const auto index = snapshot.find(ref);
    return index ? &snapshot.objects[*index] : nullptr;
}

inline const SeenWait* wait_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
    const auto* object = find(snapshot, ref);
    if (!object) return nullptr;
    for (const auto& wait : snapshot.waits_of(*object))
        if (snapshot.processes[wait.process].pid == pid) return &wait;
    return nullptr;
}

}  // namespace ipcscope::testing::monitor_walk
