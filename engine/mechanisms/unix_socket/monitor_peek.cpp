#include "mechanisms/unix_socket/monitor_peek.h"

#include "mechanisms/fetch.h"
#include "mechanisms/seen_file.h"
#include "mechanisms/sock_diag.h"
#include "mechanisms/special_files.h"
#include "mechanisms/unix_socket/monitor_bound.h"

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

namespace {

// Which socket of the list is bound to the file, or may be; 0 = none. `complete`: false if there may be
// sockets that are not in the list.
Result<std::uint32_t> bound_in_list(const SocketFile& file, bool& complete) {
    std::uint32_t bound = 0;
    for (const auto& link : diag::open_all_links(complete)) {
        std::string answer;
        const auto status = link.link ? diag::dump_unix(link.link.get(), answer)
                                      : Status(system_failure("sockets", "socket", link.error));
        // Without the list nobody can say that it is not in use.
        if (!status) return tl::unexpected(status.error());
        diag::each_message<unix_diag_msg>(answer, [&](const unix_diag_msg& head, std::string_view rest) {
            const auto socket = diag::unix_socket(head, rest);
            const auto by = bound_by(socket, file);
            if (by == BoundBy::yes || (by == BoundBy::maybe && !leads_to_its_file(socket)))
                bound = socket.inode;
        });
    }
    return bound;
}

}  // namespace

Status act_on_path(const ActRequest& request, const KnownFiles& known) {
    if (request.action != ActionKind::remove) return failure("there is no such action");
    if (!request.key.starts_with('/')) return failure("only the file of an absolute path can be removed");
    const auto seen = seen_file(known, request);
    if (!seen) return tl::unexpected(seen.error());
    const auto& path = seen->path;
    if (!S_ISSOCK(seen->status.stx_mode)) return failure(path + " is no socket");
    if (leads_nowhere_on_purpose(path))
        return failure(path +
                       " leads nowhere on purpose: systemd covers with it what a service may not reach");
    BoundAsked kernel;
    const auto answer = kernel.ask(seen->file.get());
    bool complete = true;
    // The kernel packs a device number in its own way (kdev_t.h).
    const auto bound = bound_in_list({path, seen->status.stx_dev_major << 20 | seen->status.stx_dev_minor,
                                      static_cast<std::uint32_t>(seen->status.stx_ino)},
                                     complete);
    if (bound && *bound != 0)
        return failure(fmt::format("{} is in use: socket:[{}] is bound to it", path, *bound));
    if (answer == BoundAsked::Answer::somebody)
        return failure(fmt::format("{} is in use: {}", path,
                                   "a socket of a network namespace that may not be entered is bound to it"));
    if (!bound) return tl::unexpected(bound.error());
    if (answer == BoundAsked::Answer::unknown)
        return failure(fmt::format("nobody can say that {} is not in use: the kernel does not tell ({})",
                                   path, errno_name(kernel.error())));
    // An overlay shows its files a second time, so that the kernel's word is about one of two.
    if (!complete && seen->status.stx_uid != ::geteuid())
        return failure(path +
                       " belongs to another user, whose processes may not be looked into: it takes "
                       "CAP_SYS_PTRACE");
    if (::unlink(path.c_str()) != 0) return system_failure(path, "unlink");
    return {};
}

}  // namespace ipcscope::mechanisms::unix_socket
