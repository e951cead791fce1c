// What is known of one process, kept from sample to sample. A process that was not given the processor since
// then has changed nothing: only those that have run are read again.
#pragma once

#include "probe/proc_files.h"
#include "snapshot/snapshot.h"

#include <string>
#include <vector>

namespace ipcscope {

struct KnownDescriptor {
    std::int32_t fd = -1;
    std::uint32_t link = 0, link_size = 0;  // in KnownProcess::links
    Access access = Access::unknown;
    bool identified = false;              // the following are known
    std::uint16_t type = 0;               // S_IFIFO, ...
    std::uint64_t device = 0, inode = 0;  // of what it leads to
    std::uint64_t claims = 0;             // a bit for each monitor that wants it
};

struct KnownMapping {
    MapLine line;                           // `path` is not used
    std::uint32_t path = 0, path_size = 0;  // in KnownProcess::paths
};

struct KnownThread {
    explicit KnownThread(std::int32_t id = 0) : tid(id) {}
    std::int32_t tid;
    std::uint64_t turns = 0;  // changes whenever it has run (/proc/PID/schedstat); 0 = not known
    bool ran = true;          // since the last sample, or nobody knows
    bool unread = true;       // it has run since `call` was read
    bool called = false;      // `call` was read
    CallLine call;
    std::int64_t since_ns = 0;  // seen in this call since
    std::string place;          // wchan, where somebody asks for it
};

struct KnownProcess {
    std::int32_t pid = 0;
    UniqueFd directory;      // /proc/PID
    UniqueFd live;           // /proc/PID/task/TID of a thread that lives, where the first one has ended
    std::uint64_t seen = 0;  // number of the last sample that had it
    StatLine stat;           // `name` is not used
    std::string name, command;
    std::string status;  // of it, the lines that Sample::status gives; "" = not read yet

    std::uint32_t uid = ~0u;
    std::uint64_t ipc_namespace = 0, net_namespace = 0, pid_namespace = 0;
    std::int64_t identity_ns = 0;  // when these were read
    bool identity_due = true;      // it has run since then
    bool foreign = false;          // its system calls have other numbers than ours: a 32-bit program
    std::uint64_t files_most = 0, files_hard = 0;  // RLIMIT_NOFILE; 0 = not known
    std::uint32_t files_open = 0;                  // when its descriptors were read
    Tier tier = Tier::everyone;

    std::vector<KnownThread> threads;  // by tid
    bool ran = true;     // since the last sample, or another that has its descriptors or memory in common
    bool unread = true;  // it has run since its descriptors were read
    bool maps_unread = true;  // it has run since its mappings were read
    bool in_turn = true;      // what may change though it does not run is looked at in this sample
    std::uint32_t turn = 0;
    std::uint64_t listed = 0;  // number of the last sample for which /proc had its number
    bool begun = true;         // a program: with whom it has descriptors or memory in common is not settled
    std::int32_t shares_with = 0;    // with this parent; 0 = with none
    std::uint32_t family = 0;        // the same for all that have them in common; 0 = nobody else has
    std::int32_t parent_asked = -1;  // the parent cannot be seen, but it is this one

    std::vector<KnownDescriptor> descriptors;  // those that somebody claims
    std::string links;
    std::int64_t descriptors_ns = 0;     // when they were read; 0 = not yet
    std::vector<KnownMapping> mappings;  // shared ones
    std::string paths;
    std::int64_t mappings_ns = 0;
    std::uint64_t mapped_space = 0, mapped_faults = 0;  // of `stat`, then
    bool renamable = false;                             // some are of files, whose names may change
    std::int16_t descriptors_errno = 0, maps_errno = 0, calls_errno = 0;
    bool own_tables = false;  // a thread has descriptors of its own, as of identity_ns

    // Where its descriptors and its memory are found.
    int files() const { return live ? live.get() : directory.get(); }

    ProcessIndex index = none_index;  // in the sample that is being made
};

}  // namespace ipcscope
