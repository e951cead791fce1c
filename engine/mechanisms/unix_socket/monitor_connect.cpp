#include "mechanisms/unix_socket/monitor_connect.h"

#include <algorithm>
#include <cstddef>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace ipcscope::mechanisms::unix_socket {

std::optional<ConnectTarget> connect_target(const SeenSleep& seen) {
    sockaddr_un address{};
    const auto size = std::min<std::uint64_t>(seen.args[2], sizeof address);
    if (size <= offsetof(sockaddr_un, sun_path) || !seen.memory(seen.args[1], &address, size) ||
        address.sun_family != AF_UNIX)
        return {};
    const std::string_view name(address.sun_path, size - offsetof(sockaddr_un, sun_path));
    ConnectTarget out;
    out.name = name;
    if (name.starts_with('\0')) return out;
    out.name.resize(std::min(name.find('\0'), name.size()));
    struct statx file {};
    // As it is known: a server of files that does not answer is not waited for.
    const auto path =
        fmt::format("/proc/{}/{}/{}", seen.pid, out.name.starts_with('/') ? "root" : "cwd", out.name);
    if (::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT, STATX_INO, &file) != 0)
        return out;
    out.has_file = true;
    out.device = file.stx_dev_major << 20 | file.stx_dev_minor;  // as the kernel packs it (kdev_t.h)
    out.inode = static_cast<std::uint32_t>(file.stx_ino);
    return out;
}

}  // namespace ipcscope::mechanisms::unix_socket
