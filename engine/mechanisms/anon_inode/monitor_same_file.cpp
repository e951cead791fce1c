#include "mechanisms/anon_inode/same_file.h"

#include <cerrno>
#include <unistd.h>

#include <linux/kcmp.h>
#include <sys/syscall.h>

namespace ipcscope::mechanisms::anon_inode {

namespace {

// 0 = the same, 1 = less, 2 = greater; below 0: errno, negated.
int compare(pid_t pid, int fd, pid_t other_pid, int other_fd) {
    const auto order = ::syscall(SYS_kcmp, pid, other_pid, KCMP_FILE, fd, other_fd);
    return order < 0 ? -errno : static_cast<int>(order);
}

}  // namespace

SameFiles::Found SameFiles::find(pid_t pid, int fd) {
    std::size_t begin = 0, end = files_.size();
    while (begin < end) {
        const auto middle = begin + (end - begin) / 2;
        const auto& file = files_[middle];
        const int order = compare(pid, fd, file.pid, file.fd);
        if (order == 0) return {file.object, 0, middle};
        if (order == 1) {
            end = middle;
        } else if (order == 2) {
            begin = middle + 1;
        } else if (order < 0 && compare(file.pid, file.fd, file.pid, file.fd) < 0) {
            // That process has ended meanwhile, or closed it.
            files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(middle));
            begin = 0;
            end = files_.size();
        } else {
            return {none_index, order < 0 ? -order : EINVAL, 0};
        }
    }
    return {none_index, 0, begin};
}

void SameFiles::add(const Found& found, pid_t pid, int fd) {
    if (found.code != 0) return;
    files_.insert(files_.begin() + static_cast<std::ptrdiff_t>(found.place), File{pid, fd, found.object});
}

}  // namespace ipcscope::mechanisms::anon_inode
