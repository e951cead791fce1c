// ipcscope-worker: started by the supervisor, never by hand.
//   ipcscope-worker --drive          control socket, ring, doorbell and journal at descriptors 3 to 6
//   ipcscope-worker --clean JOURNAL [--dry-run]
//   ipcscope-worker --operations     what it has functions for, one a line
#include "worker/worker.h"

#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/resource.h>

namespace {

// Out of the way of the descriptors that a person's calls get: those begin with 3, as in any other program.
int move_up(int fd) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const int lowest = limit.rlim_cur > 1040 ? 1000 : static_cast<int>(limit.rlim_cur) - 24;
    const int moved = fcntl(fd, F_DUPFD_CLOEXEC, lowest);
    close(fd);
    return moved;
}

int drive() {
    using namespace ipcscope;
    auto rings = RingPair::attach(4);
    if (!rings) {
        fmt::print(stderr, "ipcscope-worker: {}\n", rings.error().text());
        return 127;
    }
    close(4);
    const int control = move_up(3);
    const int doorbell = move_up(5);
    const int journal = move_up(6);
    if (const auto installed = install_interrupt_signal(); !installed) {
        fmt::print(stderr, "ipcscope-worker: {}\n", installed.error().text());
        return 127;
    }
    const Registry registry(all_specs());
    Worker worker(registry, control, std::move(*rings), doorbell, journal);
    return worker.loop();
}

int operations() {
    for (const auto* mechanism : ipcscope::all_specs())
        if (const auto* driver = ipcscope::driver_of(mechanism->id))
            for (const auto& operation : driver->operations)
                fmt::print("{}.{}{}\n", mechanism->id, operation.verb,
                           operation.run ? "" : " without function");
    return 0;
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// A worker begins with all signals at their default, also in an instrumented build.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
    return "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0:use_sigaltstack=0";
}
#endif

int main(int argc, char** argv) {
    if (argc >= 3 && std::strcmp(argv[1], "--clean") == 0)
        return ipcscope::clean_by_journal(argv[2], argc > 3 && std::strcmp(argv[3], "--dry-run") == 0);
    if (argc == 2 && std::strcmp(argv[1], "--drive") == 0) _exit(drive());
    if (argc == 2 && std::strcmp(argv[1], "--operations") == 0) return operations();
    fmt::print(stderr, "ipcscope-worker is started by IPC Scope, not by hand\n");
    return 2;
}
