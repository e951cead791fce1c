// Functions of generated programs that deal with signals: handlers, sets, what is told of a signal.
#pragma once

#include "mechanisms/signal_code.h"

#include <vector>

namespace ipcscope::mechanisms::signals {

inline HelperCode on_signal_code() {
    return {
        "on_signal",
        {.c =
             R"(// Runs when a signal is delivered. It may call async-signal-safe functions only, so no printf.
static void on_signal(int signo)
{
    char text[] = "--- signal 00 is handled\n";
    int kept = errno;

    text[11] = (char)('0' + signo / 10);
    text[12] = (char)('0' + signo % 10);
    if (write(STDOUT_FILENO, text, sizeof text - 1) != -1)
        errno = kept;
})",
         .cpp =
             R"(// Runs when a signal is delivered. It may call async-signal-safe functions only, so no std::cout.
void on_signal(int signo)
{
    char text[] = "--- signal 00 is handled\n";
    const int kept = errno;
    text[11] = static_cast<char>('0' + signo / 10);
    text[12] = static_cast<char>('0' + signo % 10);
    if (write(STDOUT_FILENO, text, sizeof text - 1) != -1) errno = kept;
})",
         .python = R"(def on_signal(restart, once):
    """A handler. The call that it interrupts fails with EINTR, unless it is to be restarted."""
    def handle(signo, frame):
        if once:
            signal.signal(signo, signal.SIG_DFL)
        tell(f"--- {signal_name(signo)} is handled")
        if Call.inside and not restart:
            raise InterruptedError(errno.EINTR, os.strerror(errno.EINTR))
    return handle)"},
        {"errno.h unistd.h signal.h", "cerrno", "errno os signal"}};
}

inline HelperCode on_signal_info_code() {
    return {
        "on_signal_info",
        {.c =
             R"(// As on_signal, but with SA_SIGINFO, so that it is told more: who sent it, and which value came with it.
static void on_signal_info(int signo, siginfo_t *info, void *context)
{
    (void)info, (void)context;
    on_signal(signo);
})",
         .cpp =
             R"(// As on_signal, but with SA_SIGINFO, so that it is told more: who sent it, and which value came with it.
void on_signal_info(int signo, siginfo_t* info, void*)
{
    (void)info;
    on_signal(signo);
})"},
        {}};
}

inline HelperCode signals_in_code() {
    return {"signals_in",
            {.c = R"(// The signals of a set, [SIGUSR1, SIGTERM]. It is good until the next call.
static const char *signals_in(const sigset_t *set)
{
    static char text[2048];
    char *end = text + sprintf(text, "[");

    for (int signo = 1; signo <= SIGRTMAX; signo++)
        if (sigismember(set, signo) == 1)
            end += sprintf(end, "%s%s", end > text + 1 ? ", " : "", signal_name(signo));
    sprintf(end, "]");
    return text;
})",
             .cpp = R"(// The signals of a set: "[SIGUSR1, SIGTERM]".
std::string signals_in(const sigset_t* set)
{
    std::string text;
    for (int signo = 1; signo <= SIGRTMAX; ++signo)
        if (sigismember(set, signo) == 1) text += (text.empty() ? "" : ", ") + signal_name(signo);
    return "[" + text + "]";
})",
             .python = R"(def signals_in(signals):
    """The signals of a set: [SIGUSR1, SIGTERM]."""
    return "[" + ", ".join(signal_name(signo) for signo in sorted(signals)) + "]")"},
            {"signal.h stdio.h", "string"}};
}

inline HelperCode disposition_code() {
    return {"disposition_of",
            {.c = R"(static const char *disposition_of(const struct sigaction *action)
{
    if (action->sa_handler == SIG_DFL)
        return "SIG_DFL";
    return action->sa_handler == SIG_IGN ? "SIG_IGN" : "handler";
})",
             .cpp = R"(const char* disposition_of(const struct sigaction* action)
{
    if (action->sa_handler == SIG_DFL) return "SIG_DFL";
    return action->sa_handler == SIG_IGN ? "SIG_IGN" : "handler";
})"},
            {}};
}

inline HelperCode disposition_name_code() {
    return {"disposition_name", {.python = R"(def disposition_name(handler):
    return handler.name if isinstance(handler, signal.Handlers) else "handler")"}};
}

inline HelperCode origin_code() {
    return {"origin_of",
            {.c = R"(// How the signal came about.
static const char *origin_of(const siginfo_t *info)
{
    switch (info->si_code) {
    case SI_USER: return "SI_USER";
    case SI_QUEUE: return "SI_QUEUE";
    case SI_TKILL: return "SI_TKILL";
    case SI_MESGQ: return "SI_MESGQ";
    case SI_KERNEL: return "SI_KERNEL";
    default: return "";
    }
})",
             .cpp = R"(// How the signal came about.
const char* origin_of(const siginfo_t* info)
{
    switch (info->si_code) {
        case SI_USER: return "SI_USER";
        case SI_QUEUE: return "SI_QUEUE";
        case SI_TKILL: return "SI_TKILL";
        case SI_MESGQ: return "SI_MESGQ";
        case SI_KERNEL: return "SI_KERNEL";
        default: return "";
    }
})",
             .python = R"(def origin_of(info):
    """How the signal came about."""
    return {0: "SI_USER", SI_QUEUE: "SI_QUEUE", SI_MESGQ: "SI_MESGQ", -6: "SI_TKILL", 128: "SI_KERNEL"}.get(info.code, ""))"}};
}

inline std::vector<HelperCode> python_only() {
    return {{"SI_QUEUE", {.python = "SI_QUEUE = -1"}},
            {"SI_MESGQ", {.python = "SI_MESGQ = -3"}},
            {"siginfo", {.python = R"(class siginfo(ctypes.Structure):
    """siginfo_t of a signal that a process has sent; signal.sigwaitinfo leaves the value out."""
    _fields_ = [("signo", ctypes.c_int), ("errno", ctypes.c_int), ("code", ctypes.c_int),
                ("padding", ctypes.c_int), ("pid", ctypes.c_int), ("uid", ctypes.c_uint),
                ("value", ctypes.c_int), ("rest", ctypes.c_char * 100)])"}},
            {"signal_set", {.python = R"(def signal_set(signals):
    """A sigset_t: bit n - 1 is signal n."""
    return sum(1 << (signo - 1) for signo in signals).to_bytes(128, "little"))"}}};
}

inline std::vector<HelperCode> helpers() {
    std::vector<HelperCode> all{signal_name_code(),     on_signal_code(),   on_signal_info_code(),
                                signals_in_code(),      disposition_code(), origin_code(),
                                disposition_name_code()};
    for (auto& helper : python_only())
        all.push_back(helper);
    return all;
}

}  // namespace ipcscope::mechanisms::signals
