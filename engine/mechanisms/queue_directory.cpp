#include "mechanisms/queue_directory.h"

#include "mechanisms/queue_space.h"

#include <sys/mount.h>
#include <sys/vfs.h>

namespace ipcscope::mechanisms::posix_mq {
namespace {

std::uint64_t device_of(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 ? status.st_dev : 0;
}

// A file system that is attached nowhere, so that the machine stays as it is. Needs CAP_SYS_ADMIN.
UniqueFd mount_nowhere() {
    const UniqueFd context(::fsopen("mqueue", FSOPEN_CLOEXEC));
    if (!context || ::fsconfig(context.get(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) != 0) return {};
    return UniqueFd(::fsmount(context.get(), FSMOUNT_CLOEXEC, 0));
}

}  // namespace

QueueDirectory open_directory() {
    QueueDirectory out;
    if (out.fd = mount_nowhere(); out.fd) {
        out.device = device_of(out.fd.get());
        out.privileged = true;
        return out;
    }
    UniqueFd mounted(::open("/dev/mqueue", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct statfs about {};
    if (!mounted || ::fstatfs(mounted.get(), &about) != 0 || about.f_type != file_system_magic) return out;
    if (!queues_are_ours(mounted.get())) {
        out.other = true;
        return out;
    }
    out.device = device_of(mounted.get());
    out.fd = std::move(mounted);
    return out;
}

}  // namespace ipcscope::mechanisms::posix_mq
