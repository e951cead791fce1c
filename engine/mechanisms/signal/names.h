// What spec and driver of the signal mechanism both need to know.
#pragma once

#include "base/tr.h"

#include <cstdint>
#include <signal.h>

namespace ipcscope::mechanisms {

enum Disposition : std::int64_t { disposition_default, disposition_ignore, disposition_handler };

// What the kernel does without a handler (signal(7)).
inline const char* default_action(int number) {
    switch (number) {
        case SIGCHLD:
        case SIGURG:
        case SIGWINCH: return IPC_TR("default: ignored");
        case SIGSTOP: return IPC_TR("stops the process; cannot be caught, blocked or ignored");
        case SIGKILL: return IPC_TR("ends the process; cannot be caught, blocked or ignored");
        case SIGTSTP:
        case SIGTTIN:
        case SIGTTOU: return IPC_TR("default: stops the process");
        case SIGCONT: return IPC_TR("lets a stopped process go on");
        case SIGQUIT:
        case SIGILL:
        case SIGABRT:
        case SIGFPE:
        case SIGSEGV:
        case SIGBUS:
        case SIGSYS:
        case SIGTRAP:
        case SIGXCPU:
        case SIGXFSZ: return IPC_TR("default: ends the process and dumps core");
        default: return IPC_TR("default: ends the process");
    }
}

}  // namespace ipcscope::mechanisms
