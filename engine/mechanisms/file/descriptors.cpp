#include "mechanisms/file/files.h"

#include <unistd.h>

namespace ipcscope::mechanisms::files {

void dup(Call& call) {
    const int fd = call.fd("file");
    struct stat status {};
    // NOLINTNEXTLINE(android-cloexec-dup): this very call is asked for
    const int copy = static_cast<int>(call.run([&] { return ::dup(fd); }));
    if (!call.ok()) return;
    ::fstat(copy, &status);
    call.opened("file", {.kind = "descriptor", .native = copy, .key = key_of(status)});
}

void close(Call& call) {
    const int fd = call.fd("what");
    if (!give_up_locks(fd)) call.received_only();
    call.run([&] { return ::close(fd); });
    if (call.err() == EBADF) return;
    call.closed("what");  // whatever else it says, Linux has closed it
    forget_watches(fd);
}

}  // namespace ipcscope::mechanisms::files
