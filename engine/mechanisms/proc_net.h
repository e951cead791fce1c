// What /proc/net says of sockets (proc_net(5)): less than sock_diag(7), but everywhere. Shared by the
// monitors of the socket mechanisms, for where sock_diag is refused.
#pragma once

#include "mechanisms/sock_diag.h"

namespace ipcscope::mechanisms::diag {

// The whole file; fails with the errno of open or read.
Result<std::string> read_whole(const char* path);

struct ProcUnix {
    std::vector<UnixSocket> sockets;  // names are views into `names`
    std::string names;                // abstract ones with a NUL before, as from sock_diag
    std::size_t without_inode = 0;    // not accepted yet
};
// /proc/net/unix. A name may hold newlines: lines that are no rows belong to the row before.
ProcUnix parse_unix(std::string_view text);
// /proc/net/tcp, tcp6, udp, udp6.
std::vector<InetSocket> parse_inet(std::string_view text, int family, bool tcp);

}  // namespace ipcscope::mechanisms::diag
