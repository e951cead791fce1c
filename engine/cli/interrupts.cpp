#include "cli/interrupts.h"

#include "runtime/conductor.h"

#include <atomic>
#include <csignal>

namespace ipcscope::cli {

namespace {

std::atomic<Conductor*> to_cancel{nullptr};
std::atomic<int> got{0};

void handle(int number) {
    got = number;
    if (auto* conductor = to_cancel.load()) conductor->cancel();
}

}  // namespace

Interrupts::Interrupts(Conductor& conductor) {
    to_cancel = &conductor;
    struct sigaction action {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &action, nullptr);
}

// They stay handled: a second Ctrl-C does not cut off the clean-up that follows.
Interrupts::~Interrupts() {
    to_cancel = nullptr;
}

int Interrupts::received() {
    return got;
}

}  // namespace ipcscope::cli
