#include "worker/descriptor.h"

#include <climits>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

#include <sys/stat.h>

namespace ipcscope {

namespace {

// Some anonymous files have a number of their own (proc_pid_fdinfo(5)): "eventfd-id: 3".
std::string anonymous_id(int fd) {
    std::ifstream in(fmt::format("/proc/self/fdinfo/{}", fd));
    for (std::string line; std::getline(in, line);)
        if (line.rfind("eventfd-id:", 0) == 0) return line;
    return {};
}

}  // namespace

DescriptorFacts descriptor_of(int fd) {
    DescriptorFacts out;
    char link[PATH_MAX];
    const auto length = ::readlink(fmt::format("/proc/self/fd/{}", fd).c_str(), link, sizeof link);
    out.label.assign(link, length > 0 ? static_cast<std::size_t>(length) : 0);
    struct stat status {};
    if (::fstat(fd, &status) != 0) return out;
    const bool anonymous = out.label.rfind("anon_inode:", 0) == 0;
    const auto inode = anonymous ? anonymous_id(fd) : fmt::format("{}:{}", status.st_dev, status.st_ino);
    if (inode.empty()) return out;
    out.identity = fmt::format("{} {}", inode, ::fcntl(fd, F_GETFL) & O_ACCMODE);
    out.key = fmt::format("{} {}", out.label, inode);
    return out;
}

}  // namespace ipcscope
