// What a mechanism's monitor.cpp gives: how its objects are found on this machine. Run in the probe, a
// process of its own, so that nothing that hangs can stop the window. Whatever it does must not disturb the
// processes that use the objects; what would is never done here without being asked for
// (PeekRequest::allow_fetch).
#pragma once

#include "base/result.h"
#include "schema/value.h"
#include "snapshot/snapshot.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ipcscope {

// A descriptor of a process, as /proc/PID/fd has it.
class SeenDescriptor {
public:
    virtual ~SeenDescriptor() = default;
    ProcessIndex process = none_index;
    pid_t pid = 0;
    int fd = -1;
    std::string_view link;            // "pipe:[4711]", "/memfd:name (deleted)", a path
    Access access = Access::unknown;  // as it was opened
    // Said by a monitor whose object it is, and never another's as long as the process has it: only that one
    // is asked about it from then on.
    void settle() const { settled_ = true; }
    // Costs a system call, once: device and inode of what it leads to. Nothing: it is gone.
    virtual bool identity(std::uint64_t& device, std::uint64_t& inode) const = 0;
    // Of what it leads to: S_IFIFO, S_IFREG, ... as stat(2) has it; the same call as identity(). 0 = it is
    // gone.
    virtual unsigned file_type() const = 0;
    // Costs three, once: the text of fdinfo; "" = gone or not permitted.
    virtual std::string_view info() const = 0;

protected:
    mutable bool settled_ = false;
};

// A line of /proc/PID/maps (only those that Interests::mappings asks for).
struct SeenMapping {
    ProcessIndex process = none_index;
    pid_t pid = 0;
    std::uint64_t begin = 0, end = 0, offset = 0;
    std::uint64_t device = 0, inode = 0;  // device as makedev(3) has it
    bool readable = false, writable = false, shared = false;
    std::string_view path;  // may end in " (deleted)"
};

// A thread that sleeps in a system call (/proc/PID/task/TID/syscall). Waits on descriptors (read, write,
// send, recv, accept, poll, select, epoll, flock on a path's descriptor ...) are joined by the walk itself:
// only other calls come here.
class SeenSleep {
public:
    virtual ~SeenSleep() = default;
    ProcessIndex process = none_index;
    pid_t pid = 0;
    pid_t thread = 0;
    int syscall = -1;
    std::uint64_t args[6] = {};
    std::string_view place;  // wchan; "" = not known
    // Memory of the process at an address; false: not permitted, gone or unmapped. (Needs MODE_ATTACH.)
    virtual bool memory(std::uint64_t address, void* to, std::size_t size) const = 0;
    // What address is mapped from: a key equal for the same memory in other processes.
    virtual bool mapped(std::uint64_t address, SeenMapping& mapping) const = 0;
    // The object that a descriptor of the process leads to; none_index = no object of ours.
    virtual ObjectIndex object_of(int fd) const = 0;
};

// How many descriptors a process has, and may have (RLIMIT_NOFILE, getrlimit(2)).
struct OpenFiles {
    std::uint32_t used = 0;
    std::uint64_t most = 0, hard = 0;  // soft and hard limit; 0 = not known
};

// For Sample::gap: what is missing may be of any kind.
inline constexpr std::size_t every_kind = no_kind - 1;

// The snapshot while it is being made.
class Sample {
public:
    virtual ~Sample() = default;
    // Finds the object of this kind (index in monitored_kinds()) and key (octets, not escaped) or adds it.
    virtual ObjectIndex object(std::size_t kind, std::string_view key) = 0;
    virtual ObjectIndex find(std::size_t kind, std::string_view key) const = 0;  // none_index = not there
    virtual std::string_view key(ObjectIndex object) const = 0;                  // not escaped
    // Valid until the next object is added. `key` and the counts are the sample's own business.
    SeenObject& at(ObjectIndex object) { return out_.objects[object]; }
    virtual TextIndex text(std::string_view octets) = 0;  // kept once
    // Fields, by index in the kind's `fields`.
    void set(ObjectIndex object, std::size_t field, std::int64_t number) {
        if (auto* cell = cell_at(object, field)) *cell = {number, 0, CellState::known};
    }
    virtual void set_text(ObjectIndex object, std::size_t field, std::string_view octets) = 0;
    virtual void set_missing(ObjectIndex object, std::size_t field, CellState why,
                             std::string_view words) = 0;
    virtual const Cell& cell(ObjectIndex object, std::size_t field) const = 0;
    void hold(const SeenHold& hold) {
        if (hold.object < out_.objects.size() && hold.process < out_.processes.size())
            out_.holds.push_back(hold);
    }
    virtual void wait(const SeenWait& wait) = 0;
    virtual void join(ObjectIndex a, ObjectIndex b) = 0;  // each is the other's other end
    virtual void gap(std::size_t kind, std::string_view words, std::string_view needs) = 0;
    // Of the processes of this sample; they are all known from begin() on.
    virtual ProcessIndex process(pid_t pid) const = 0;  // none_index = gone, or of another pid namespace
    virtual const std::vector<SeenProcess>& processes() const = 0;
    // False: there are, or may be, others: who is not there need not be gone.
    virtual bool processes_complete() const = 0;
    virtual std::string_view name(ProcessIndex process) const = 0;  // comm(5)
    virtual Tier tier_of(ProcessIndex process) const = 0;           // by which we see into it
    // Lines of /proc/PID/status from "Threads:" to the signals ("SigCgt:"); "" = it has ended. Of a process
    // that has not run they may be some samples old, where there are very many.
    virtual std::string_view status(ProcessIndex process) const = 0;
    virtual OpenFiles open_files(ProcessIndex process) const = 0;  // known when all were looked at: in end()
    virtual bool capable(int capability) const = 0;                // CAP_SYS_PTRACE, ...
    virtual bool owners() const = 0;                               // false: the processes are not looked into
    virtual std::int64_t taken_ns() const = 0;                     // Snapshot::taken_ns
    virtual std::uint64_t boot_ns() const = 0;                     // Snapshot::boot_ns
    virtual std::uint64_t ipc_namespace() const = 0;
    virtual std::uint64_t net_namespace() const = 0;

protected:
    // What is called some hundred thousand times in a sample is done here.
    Cell* cell_at(ObjectIndex object, std::size_t field) {
        const auto& seen = out_.objects[object];
        return field < field_counts_[seen.kind] ? &out_.cells[seen.cells + field] : nullptr;
    }
    Snapshot out_;
    std::vector<std::uint32_t> field_counts_;  // of each kind
};

struct Interests {
    // Links that begin so come to descriptor(): "pipe:[", "anon_inode:[eventfd". "/" = all paths.
    std::vector<std::string> links = {};
    bool mappings = false;           // shared mappings of files, memfds, segments come to mapping()
    std::vector<int> syscalls = {};  // numbers that come to sleeping()
};

struct PeekRequest {
    std::size_t kind = 0;
    std::string key;                // octets, not escaped
    std::uint64_t offset = 0;       // of memory
    std::size_t limit = 64 * 1024;  // octets at most
    bool allow_fetch = false;       // a descriptor may be fetched from a holder for some microseconds
    std::vector<std::pair<pid_t, int>> descriptors;  // of its holders, as the last sample had them
};
struct Peeked {
    Tier tier = Tier::everyone;
    std::string how;   // English: "msgrcv with MSG_COPY: nothing was taken", "the glibc layout of the file"
    std::string note;  // what is not shown and why; "" = all is
    Fields state;      // by the state of the kind's ObjectSpec, or by the kind's own fields
};
struct ActRequest {
    std::size_t kind = 0;
    std::string key;
    ActionKind action = ActionKind::remove;
    Fields args;               // by ActionSpec::params
    std::int64_t seen_ns = 0;  // Snapshot::taken_ns of what the person has agreed to; 0 = not known
};

class Monitor {
public:
    virtual ~Monitor() = default;
    virtual Interests interests() const { return {}; }
    virtual void begin(Sample&) {}  // before the walk over the processes: sources of its own
    virtual void descriptor(Sample&, const SeenDescriptor&) {}
    virtual void mapping(Sample&, const SeenMapping&) {}
    virtual void sleeping(Sample&, const SeenSleep&) {}
    virtual void end(Sample&) {}  // when all is known: other ends
    virtual Result<Peeked> peek(const PeekRequest&) { return failure("its contents cannot be looked at"); }
    virtual Status act(const ActRequest&) { return failure("there is no such action"); }
};

// Of a folder with a monitor_spec.cpp; nullptr = there is none. Each folder's monitor.cpp defines
// `std::unique_ptr<Monitor> mechanisms::<folder>_monitor()`, its monitor_spec.cpp `const MonitorSpec&
// mechanisms::<folder>_monitor_spec()`.
std::unique_ptr<Monitor> monitor_of(std::string_view mechanism);

}  // namespace ipcscope
