// A file system of message queues shows those of whoever mounted it (mq_overview(7)).
#pragma once

#include "base/unique_fd.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <mqueue.h>
#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

// Is it of our IPC namespace? Only a queue tells; of an empty directory it makes no difference.
inline bool queues_are_ours(int directory) {
    UniqueFd again(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, int (*)(DIR*)> list(again ? ::fdopendir(again.get()) : nullptr, ::closedir);
    if (list) static_cast<void>(again.release());  // it is closed with the list
    while (const auto* entry = list ? ::readdir(list.get()) : nullptr) {
        struct stat there {
        }, own{};
        if (::fstatat(directory, entry->d_name, &there, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(there.st_mode))
            continue;
        const UniqueFd queue(::mq_open(("/" + std::string(entry->d_name)).c_str(), O_RDONLY | O_CLOEXEC));
        if (queue) return ::fstat(queue.get(), &own) == 0 && own.st_ino == there.st_ino;
        if (errno == ENOENT) return false;
    }
    return true;
}

}  // namespace ipcscope::mechanisms
