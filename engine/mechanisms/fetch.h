// A copy of a holder's descriptor, taken for some microseconds (pidfd_getfd(2)): for peeks that have been
// agreed to. While it is held, the last close by the others is not the last: take, ask, close.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"
#include "mechanisms/monitor.h"

#include <functional>
#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

struct Fetched {
    UniqueFd fd;
    pid_t pid = 0;
    int number = -1;            // in that process
    std::int64_t taken_ns = 0;  // CLOCK_MONOTONIC
    std::string from() const;   // "descriptor 5 of process 123 (sh)"
};

// The first descriptor of the request for which `same` holds (it may have been closed, and its number used
// again). `purpose` completes the refusal without PeekRequest::allow_fetch: "copy the bytes with tee(2)".
Result<Fetched> fetch(const PeekRequest& request, const char* purpose,
                      const std::function<bool(int fd, const struct stat&)>& same);

// Closes it; "descriptor 5 of process 123 (sh) was fetched for 23 microseconds: <what was done>".
std::string give_back(Fetched& fetched, const char* done);

// Inode of a socket or pipe with the key "[4711]"; 0 = the key is of another form.
std::uint64_t inode_of_key(std::string_view key);

// What waits in a socket's receive queue, at most `limit` octets: recv(2) with MSG_PEEK. Only if there is
// something and no error waits to be told to its owner, who alone may take that.
struct SocketLook {
    std::string data;
    std::int64_t bytes = 0;  // that wait; of datagrams: in the first one
    std::string note;        // why there is nothing, or what is not shown
};
SocketLook look_into_socket(int fd, std::size_t limit);

}  // namespace ipcscope::mechanisms
