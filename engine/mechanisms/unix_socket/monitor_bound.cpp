#include "mechanisms/unix_socket/monitor_bound.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace ipcscope::mechanisms::unix_socket {

BoundBy bound_by(const diag::UnixSocket& socket, const SocketFile& file) {
    const bool same_number = socket.has_file && socket.file_inode == file.inode;
    if (socket.has_file && socket.file_device == file.device) return same_number ? BoundBy::yes : BoundBy::no;
    return same_number || socket.name == file.path ? BoundBy::maybe : BoundBy::no;
}

bool leads_to_its_file(const diag::UnixSocket& socket) {
    if (!socket.has_file || !socket.name.starts_with('/')) return false;
    struct statx file {};
    // As it is known: a server of files that does not answer is not waited for.
    return ::statx(AT_FDCWD, std::string(socket.name).c_str(), AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT,
                   STATX_INO, &file) == 0 &&
           bound_by(socket, {{},
                             file.stx_dev_major << 20 | file.stx_dev_minor,
                             static_cast<std::uint32_t>(file.stx_ino)}) == BoundBy::yes;
}

BoundAsked::Answer BoundAsked::ask(int file) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // The file that the descriptor leads to: no other one by its name, and no name that is too long.
    const auto path = fmt::format("/proc/self/fd/{}", file);
    std::copy(path.begin(), path.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + 1);
    bool other_type = false;
    int refused = 0;
    constexpr int types[] = {SOCK_STREAM, SOCK_SEQPACKET};
    for (std::size_t i = 0; i < std::size(types); ++i) {
        auto& pair = pairs_[i];
        int ends[2];
        if (!pair.asks) {
            if (::socketpair(AF_UNIX, types[i] | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0) {
                error_ = errno;
                return Answer::unknown;
            }
            pair.asks.reset(ends[0]);
            pair.partner.reset(ends[1]);
        }
        error_ = 0;
        if (::connect(pair.asks.get(), reinterpret_cast<const sockaddr*>(&address), size) != 0)
            error_ = errno;
        other_type = other_type || error_ == EPROTOTYPE;
        if (error_ == ECONNREFUSED) ++refused;
        // A socket of the same type that does not listen refuses, too: the other type's question tells.
        const bool answer =
            error_ == ECONNREFUSED || error_ == EPROTOTYPE || error_ == EISCONN || error_ == EAGAIN;
        if (!answer) return Answer::unknown;
    }
    if (other_type) return Answer::somebody;
    return refused == 2 ? Answer::nobody : Answer::unknown;
}

}  // namespace ipcscope::mechanisms::unix_socket
