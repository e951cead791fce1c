// The locks of /proc/locks (proc_locks(5)) while a sample is made: who holds them, by which descriptors, and
// who waits behind which.
#pragma once

#include "mechanisms/file/monitor_fields.h"
#include "mechanisms/monitor.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ipcscope::mechanisms::files {

// "1: -> POSIX  ADVISORY  WRITE 4711 fe:00:1234 0 EOF"; also behind "lock:" in fdinfo.
struct LockLine {
    bool waits = false;
    bool mandatory = false;
    LockType type = LockType::other;
    LockMode mode = LockMode::none;
    std::int64_t pid = 0;     // -1: held by an open file
    std::string_view place;   // "fe:00:1234": device and inode
    std::string_view device;  // "fe:00"
    std::uint64_t inode = 0;
    std::int64_t start = 0, end = 0;  // of bytes, the last one is within; lock_eof = to the end
};
bool parse_lock(std::string_view line, LockLine& out);
// May not both be held, if their owners differ.
bool conflict(const LockLine& a, const LockLine& b);

class LockTable {
public:
    explicit LockTable(std::size_t kind) : kind_(kind) {}
    void begin(Sample& sample);
    void descriptor(Sample& sample, const SeenDescriptor& descriptor);
    void sleeping(Sample& sample, const SeenSleep& sleep);
    void end(Sample& sample);

private:
    struct Held {
        LockLine line;
        ObjectIndex object = none_index;
        bool owner_seen = false;
        bool named = false;
        std::int64_t waiting = 0;
    };
    struct Waiter {
        LockLine line;
        std::size_t behind = 0;  // in held_
        bool told = false;
    };
    struct Sleeper {  // a thread in fcntl(2) or flock(2)
        ProcessIndex process = none_index;
        pid_t pid = 0, thread = 0;
        int syscall = -1, fd = -1;
        LockType type = LockType::other;
        std::string info;  // fdinfo of the descriptor
        std::uint64_t inode = 0;
        bool range_known = false;
        std::int64_t start = 0, end = 0;
    };
    void wait(Sample& sample, const Waiter& waiter, const Sleeper* sleeper);

    std::size_t kind_;
    std::string text_;
    std::vector<Held> held_;
    std::vector<Waiter> waiters_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_inode_;
    std::unordered_set<std::int64_t> owners_;  // pids that the table names
};

}  // namespace ipcscope::mechanisms::files
