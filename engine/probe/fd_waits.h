// Which descriptors a blocked system call waits for, and for what.
#pragma once

#include "probe/proc_files.h"
#include "snapshot/snapshot.h"

#include <functional>
#include <vector>

namespace ipcscope {

struct FdWait {
    int fd = -1;
    Access direction = Access::unknown;
    std::uint64_t device = 0, inode = 0;  // of a member of an epoll; 0 = not known
};
struct CallWaits {
    std::vector<FdWait> fds;
    int epoll = -1;      // the members of this one, too
    bool any = false;    // for any of them
    bool timed = false;  // it ends by itself
};
// Of the caller's memory. False: not permitted, or gone.
using CallMemory = std::function<bool(std::uint64_t address, void* to, std::size_t size)>;

// False: the call has to do with no descriptors.
bool waits_on_descriptors(const CallLine& call, const CallMemory& memory, CallWaits& waits);
// Waits for one thing and for as long as it takes: what a circle of processes that wait for each other is
// made of.
bool waits_for_one(const CallLine& call);
// What the `tfd:` lines of an epoll descriptor's fdinfo ask for.
void add_epoll_members(std::string_view info, std::vector<FdWait>& waits);

}  // namespace ipcscope
