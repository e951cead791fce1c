#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace ipcscope::cli {

bool Output::write(std::string_view text) {
    while (!text.empty() && !broken_) {
        const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready{STDOUT_FILENO, POLLOUT, 0};
            poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            broken_ = true;
            failed_ = errno != EPIPE;
            if (failed_) std::fprintf(stderr, "ipcscope-cli: standard output: %s\n", std::strerror(errno));
        }
    }
    return !broken_;
}

}  // namespace ipcscope::cli
