// All IPC objects that could be seen at one moment, who holds them, who waits for them and what is at their
// other ends. Flat arrays, so that it goes through shared memory between processes as it is.
#pragma once

#include "base/result.h"
#include "schema/value.h"
#include "snapshot/kinds.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

// How an answer was come by, the least first. Every view says which.
enum class Tier : std::uint8_t {
    everyone,    // what any process of the machine may read
    same_user,   // what a process of the same user may read
    privileged,  // what took a capability (CAP_SYS_PTRACE, CAP_IPC_OWNER, ...)
    fetched,     // a descriptor was fetched from a holder for some microseconds (pidfd_getfd(2))
    tracer,      // a program in the kernel (BPF)
};
const char* tier_words(Tier tier);  // IPC_TR

using ObjectIndex = std::uint32_t;
using ProcessIndex = std::uint32_t;
using TextIndex = std::uint32_t;  // in Snapshot::text(); 0 = ""
inline constexpr std::uint32_t none_index = ~std::uint32_t{0};

enum class Hold : std::uint8_t {
    descriptor,  // fd
    mapping,     // its memory is mapped
    attachment,  // shmat(2)
    owner,       // has the lock, owns the name
    creator,     // made it, as far as the kernel remembers
    last_user,   // operated on it last (lspid, lrpid, GETPID): no hold, a trace
    listener,    // asked to be told (mq_notify, inotify)
};
enum class Access : std::uint8_t { unknown = 0, read = 1, write = 2, both = 3 };  // of a pipe: which end

struct SeenProcess {
    std::int32_t pid = 0;
    std::int32_t parent = 0;
    std::uint32_t uid = 0;
    std::uint64_t start_ticks = 0;  // since boot: (pid, start_ticks) is the process
    std::uint64_t ipc_namespace = 0, net_namespace = 0, pid_namespace = 0;  // inode; 0 = not known
    TextIndex name = 0;                                                     // comm(5): any octets but NUL
    TextIndex command =
        0;              // the command line, arguments separated by blanks, cut at 200 octets; 0 = not known
    char state = '?';   // as proc(5) has it
    bool ours = false;  // of this program: workers, the probe
    // What could not be read of it, with errno; 0 = it could.
    std::int16_t descriptors_errno = 0, maps_errno = 0, calls_errno = 0;
};

struct SeenObject {
    std::uint16_t kind = 0;  // index in monitored_kinds()
    Tier tier = Tier::everyone;
    bool removed = false;          // marked for removal, or its name is gone
    bool holders_complete = true;  // false: processes that we cannot look into could hold it, too
    bool waiters_complete = true;  // false: processes that we cannot look into could wait for it, too
    TextIndex key = 0;             // what stands behind the prefix in its reference, escaped (see ref.h)
    TextIndex name = 0;            // for people: path, name, address pair; may hold any octets; 0 = none
    std::uint32_t uid = ~0u, gid = ~0u;  // ~0 = not known
    std::int32_t mode = -1;              // permission bits; -1 = has none
    std::int32_t creator = 0;            // pid; 0 = not known
    std::int64_t created = 0;            // seconds since 1970; 0 = not known
    std::uint64_t space = 0;             // inode of the namespace that it belongs to; 0 = none or not known
    std::uint32_t cells = 0;             // first of its fields in the cells
    std::uint32_t holds = 0, hold_count = 0;
    std::uint32_t waits = 0, wait_count = 0;
    std::uint32_t ends = 0, end_count = 0;
};

struct SeenHold {
    ObjectIndex object = none_index;
    ProcessIndex process = none_index;
    std::int32_t fd = -1;  // of Hold::descriptor
    Hold kind = Hold::descriptor;
    Access access = Access::unknown;
    std::uint16_t count = 1;  // so many of the same (mappings, attachments)
    std::int64_t detail = 0;  // mapping, attachment: address
};

// A thread that sleeps in a call that has to do with an object.
struct SeenWait {
    ObjectIndex object = none_index;
    ProcessIndex process = none_index;
    std::int32_t thread = 0;
    std::int32_t fd = -1;
    std::int32_t syscall = -1;           // number
    Access direction = Access::unknown;  // read: waits for something to come; write: for room
    std::uint8_t any = 0;       // it waits for any of several objects (poll, epoll): a number that they share
    bool timed = false;         // it ends by itself
    TextIndex words = 0;        // English: "semaphore 0 to reach 2"; 0 = nothing more to say
    std::int64_t since_ns = 0;  // CLOCK_MONOTONIC: seen waiting since, at the latest; 0 = first seen now
};

// What is not shown, and why: never silently.
struct SeenGap {
    std::uint16_t mechanism = 0xffff;  // index in monitor_specs(); 0xffff = all
    TextIndex words = 0;               // English: "descriptors of 12 processes of other users"
    TextIndex needs = 0;               // "CAP_SYS_PTRACE"; 0 = nothing would help
};

// A field of an object: a value, or why there is none.
enum class CellState : std::uint8_t {
    absent,  // the object does not have it
    known,
    not_permitted,  // `text` says what it would take
    not_available,  // the kernel does not tell; `text` says why
};
struct Cell {
    std::int64_t number = 0;  // integer, boolean, choice, flags, mode, duration in ns
    TextIndex text = 0;       // text, bytes; or the reason
    CellState state = CellState::absent;
};

class Snapshot {
public:
    std::int64_t taken_ns = 0;  // CLOCK_MONOTONIC, when it was begun
    std::int64_t taken_at = 0;  // ns since 1970
    std::int64_t took_ns = 0;
    std::uint64_t boot_ns = 0;  // CLOCK_REALTIME of boot, for start_ticks
    std::uint64_t ipc_namespace = 0, net_namespace = 0, pid_namespace = 0;  // of the probe
    std::uint32_t uid = 0;                                                  // effective, of the probe
    std::uint64_t capabilities = 0;                                         // effective, of the probe
    // Bit i: monitor_specs()[i] was not asked, as it did not answer in time before: nothing of it is here.
    std::uint64_t left_out = 0;
    bool owners = true;  // false: who holds and waits was not asked for, nor what only holders show
    // False: there are, or may be, processes that are not in the list: who is not there need not be gone.
    bool processes_complete = true;
    bool calls_complete = true;  // false: what some processes wait for is not known
    TextIndex needs = 0;  // what it takes to see them all, and into all of them; 0 = nothing would help

    std::vector<SeenProcess> processes;  // by pid
    std::vector<SeenObject> objects;     // by kind, then by key
    std::vector<SeenHold> holds;         // by object
    std::vector<SeenWait> waits;         // by object
    std::vector<ObjectIndex> ends;       // other ends, by object
    std::vector<Cell> cells;             // each object's, in the order of its kind's fields
    std::vector<SeenGap> gaps;
    std::string texts;                       // all texts, one after the other
    std::vector<std::uint32_t> text_begins;  // text i = texts[begins[i] .. begins[i + 1])

    std::string_view text(TextIndex index) const {
        return index + 1 < text_begins.size()
                   ? std::string_view(texts).substr(text_begins[index],
                                                    text_begins[index + 1] - text_begins[index])
                   : std::string_view();
    }
    const KindRef& kind(const SeenObject& object) const { return monitored_kinds()[object.kind]; }
    std::span<const SeenHold> holds_of(const SeenObject& o) const {
        return {holds.data() + o.holds, o.hold_count};
    }
    std::span<const SeenWait> waits_of(const SeenObject& o) const {
        return {waits.data() + o.waits, o.wait_count};
    }
    std::span<const ObjectIndex> ends_of(const SeenObject& o) const {
        return {ends.data() + o.ends, o.end_count};
    }
    const Cell& cell(const SeenObject& o, std::size_t field) const { return cells[o.cells + field]; }
    // The field as a Value of its declared type; an empty Value if it is not known.
    Value value(const SeenObject& o, std::size_t field) const;
    std::string ref(const SeenObject& o) const;  // "sysv_msg:32768"
    std::optional<ObjectIndex> find(std::string_view ref) const;
    std::optional<ProcessIndex> process(pid_t pid) const;
    std::size_t bytes() const;  // of memory
};

}  // namespace ipcscope
