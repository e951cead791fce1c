#include "runtime/worker_words.h"

#include "base/signals.h"

#include <fmt/format.h>

namespace ipcscope {

bool has_ended(const WorkerInfo& worker) {
    return worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
}

std::string end_words(const WorkerInfo& worker) {
    if (worker.exit_code < 0) return "has ended";
    if (worker.status == WorkerStatus::killed)
        return fmt::format("was killed by {}", signal_name(worker.exit_code));
    return fmt::format("has exited with status {}", worker.exit_code);
}

std::string state_words(const WorkerInfo& worker, const std::string& call) {
    const auto inside = call.empty() ? "a call" : call;
    switch (worker.status) {
        case WorkerStatus::starting: return "has not begun yet";
        case WorkerStatus::idle: return "is idle";
        case WorkerStatus::running: return fmt::format("is running in {}", inside);
        case WorkerStatus::blocked:
            return fmt::format("is blocked in {}{}{}", inside, worker.waits_for.empty() ? "" : ": waits for ",
                               worker.waits_for);
        case WorkerStatus::stopped: return fmt::format("is stopped in {}", inside);
        case WorkerStatus::held: return fmt::format("is paused before {}", inside);
        case WorkerStatus::exited:
        case WorkerStatus::killed: return end_words(worker);
    }
    return "";
}

std::string no_interrupt_words(const WorkerInfo& worker, const std::string& call) {
    if (!worker.uninterruptible) return "";
    return state_words(worker, call) + ", and no signal ends that wait: only what it waits for does, or kill";
}

}  // namespace ipcscope
