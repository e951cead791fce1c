#include "unit/fuzz/watch.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace ipcscope::testing {

namespace {

constexpr unsigned most_seconds = 120;
constexpr long most_kib = 3L << 20;

const char* now_target = nullptr;
const std::string* now_input = nullptr;
char path_of_failed[512];

void say(const char* text) {
    static_cast<void>(write(2, text, std::strlen(text)) > 0);
}

// In a signal handler, or while the process ends.
void tell() {
    if (!now_input) return;
    const auto* input = now_input;
    now_input = nullptr;
    say("\nfuzz target ");
    say(now_target);
    say(": this input failed: ");
    say(path_of_failed);
    say("\n");
    const int fd = open(path_of_failed, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0) return;
    static_cast<void>(write(fd, input->data(), input->size()) > 0);
    close(fd);
}

void fatal(int signo) {
    if (signo == SIGALRM) say("\nit takes longer than two minutes");
    tell();
    std::signal(signo == SIGALRM ? SIGABRT : signo, SIG_DFL);
    std::raise(signo == SIGALRM ? SIGABRT : signo);
}

}  // namespace

void watch_inputs(const std::string& directory) {
    std::snprintf(path_of_failed, sizeof path_of_failed, "%s/fuzz-failed-%d", directory.c_str(), getpid());
    std::signal(SIGABRT, fatal);
    std::signal(SIGALRM, fatal);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(tell);
#else
    for (const int signo : {SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signo, fatal);
#endif
}

WatchedInput::WatchedInput(const char* target, const std::string& input) {
    now_target = target;
    now_input = &input;
    alarm(most_seconds);
}

WatchedInput::~WatchedInput() {
    alarm(0);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    if (usage.ru_maxrss > most_kib) {
        say("\nit takes more than 3 GiB");
        std::abort();
    }
    now_input = nullptr;
}

}  // namespace ipcscope::testing
