#include "mechanisms/unix_socket/monitor_peek.h"

#include "mechanisms/fetch.h"
#include "mechanisms/seen_identities.h"
#include "mechanisms/sock_diag.h"

#include <cstddef>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

namespace ipcscope::mechanisms::unix_socket {

namespace {

// A key without the network namespace that it may begin with.
std::string_view name_in(std::string_view key) {
    if (!key.starts_with("net:[")) return key;
    const auto end = key.find("]/");
    return end == std::string_view::npos ? key : key.substr(end + 2);
}

// Is this descriptor the socket that has the name itself, and was not accepted under it?
bool has_name(int fd, std::string_view wanted) {
    sockaddr_un address{};
    socklen_t size = sizeof address;
    constexpr auto begin = offsetof(sockaddr_un, sun_path);
    if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return false;
    if (address.sun_family != AF_UNIX || size <= begin) return false;
    std::string_view name(address.sun_path, std::min<std::size_t>(size, sizeof address) - begin);
    const bool abstract = name.front() == '\0';
    if (!abstract) name = name.substr(0, name.find('\0'));
    if (abstract ? wanted.empty() || wanted.front() != '@' || name.substr(1) != wanted.substr(1)
                 : name != wanted)
        return false;
    int type = 0, listens = 0;
    size = sizeof type;
    ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size);
    size = sizeof listens;
    ::getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size);
    return type == SOCK_DGRAM || listens != 0;
}

}  // namespace

Result<Peeked> peek_socket(const PeekRequest& request) {
    const auto inode = inode_of_key(request.key);
    const auto name = name_in(request.key);
    auto fetched = fetch(request, "look at what waits with recv and MSG_PEEK, which takes nothing",
                         [&](int fd, const struct stat& seen) {
                             if (!S_ISSOCK(seen.st_mode)) return false;
                             return inode != 0 ? seen.st_ino == inode : has_name(fd, name);
                         });
    if (!fetched) return tl::unexpected(fetched.error());
    auto look = look_into_socket(fetched->fd.get(), request.limit);
    Peeked out;
    out.tier = Tier::fetched;
    out.how = give_back(*fetched, "recv with MSG_PEEK, nothing was taken");
    out.note = std::move(look.note);
    out.state = {{"bytes", look.bytes}, {"contents", std::move(look.data)}};
    return out;
}

Status act_on_path(const ActRequest& request) {
    const std::string& path = request.key;
    if (request.action != ActionKind::remove) return failure("there is no such action");
    if (!path.starts_with('/')) return failure("only the file of an absolute path can be removed");
    struct statx file {};
    if (::statx(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW, STATX_TYPE | STATX_INO | STATX_BTIME, &file) !=
        0)
        return system_failure(path, "statx");
    if (!S_ISSOCK(file.stx_mode)) return failure(path + " is no socket");
    if (made_since(file, request.seen_ns))
        return failure(path + " is not the one that was seen: it was made anew since");
    // The kernel packs a device number in its own way (kdev_t.h).
    const auto device = file.stx_dev_major << 20 | file.stx_dev_minor;
    for (const auto& link : diag::open_all_links()) {
        std::string answer;
        const auto status = link.link ? diag::dump_unix(link.link.get(), answer)
                                      : Status(system_failure("sockets", "socket", link.error));
        // Without the list nobody can say that it is not in use.
        if (!status) return status;
        std::uint32_t bound = 0;
        diag::each_message<unix_diag_msg>(answer, [&](const unix_diag_msg& head, std::string_view rest) {
            const auto socket = diag::unix_socket(head, rest);
            if (socket.has_file && socket.file_inode == static_cast<std::uint32_t>(file.stx_ino) &&
                socket.file_device == device)
                bound = socket.inode;
        });
        if (bound != 0) return failure(fmt::format("{} is in use: socket:[{}] is bound to it", path, bound));
    }
    if (::unlink(path.c_str()) != 0) return system_failure(path, "unlink");
    return {};
}

}  // namespace ipcscope::mechanisms::unix_socket
