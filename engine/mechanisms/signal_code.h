// What generated programs need to write signals as a person reads them. Tables only: nothing to link.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms {

inline HelperCode signal_name_code() {
    return {"signal_name",
            {.c = R"(// SIGUSR1 for 10. It is good until the next call.
static const char *signal_name(int signo)
{
    static char name[32];
    const char *known = sigabbrev_np(signo);

    if (known != NULL)
        snprintf(name, sizeof name, "SIG%s", known);
    else if (signo == SIGRTMIN)
        snprintf(name, sizeof name, "SIGRTMIN");
    else
        snprintf(name, sizeof name, "SIGRTMIN+%d", signo - SIGRTMIN);
    return name;
})",
             .cpp = R"(// "SIGUSR1" for 10.
std::string signal_name(int signo)
{
    const char* known = sigabbrev_np(signo);
    if (known) return std::string("SIG") + known;
    return signo == SIGRTMIN ? "SIGRTMIN" : "SIGRTMIN+" + std::to_string(signo - SIGRTMIN);
})",
             .python = R"(def signal_name(signo):
    """SIGUSR1 for 10."""
    if signo <= signal.SIGRTMIN:
        return signal.Signals(signo).name
    return f"SIGRTMIN+{signo - signal.SIGRTMIN}")"},
            {"signal.h string.h", "string", "signal"}};
}

}  // namespace ipcscope::mechanisms
