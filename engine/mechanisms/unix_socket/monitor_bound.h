// Is a socket bound to a file? What decides whether its name leads nowhere, and may go.
#pragma once

#include "base/unique_fd.h"
#include "mechanisms/sock_diag.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms::unix_socket {

// The file of a socket as a path leads to it here.
struct SocketFile {
    std::string_view path;
    std::uint32_t device = 0, inode = 0;  // as sock_diag tells them
};

// What the list of sockets says of one of them. `maybe`: it has the same name, or a file of the same number
// on a device of another number. File systems that show their files under a device number of their own
// (Btrfs, overlays) make one file look like two so; and a name may lead to another file in another tree.
enum class BoundBy : std::uint8_t { no, maybe, yes };
BoundBy bound_by(const diag::UnixSocket& socket, const SocketFile& file);

// Does the name of the socket lead to the file that it is bound to? Then that is no other file.
bool leads_to_its_file(const diag::UnixSocket& socket);

// What the kernel says of the file itself, whatever network namespace its socket may be in: asked by
// connect(2) from sockets that are connected already, so that it can connect to nothing and nobody notices.
// (The file's access time may be set if somebody is bound to it.)
class BoundAsked {
public:
    enum class Answer : std::uint8_t { nobody, somebody, unknown };
    // `file`: a descriptor of it, O_PATH is enough. unknown: error() says why, EACCES = it may not be
    // written.
    Answer ask(int file);
    int error() const { return error_; }

private:
    struct Pair {
        UniqueFd asks, partner;
    };
    Pair pairs_[2];  // of streams and of packets: one of them is of another type than what is bound
    int error_ = 0;
};

}  // namespace ipcscope::mechanisms::unix_socket
