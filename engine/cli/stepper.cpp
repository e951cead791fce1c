#include "cli/stepper.h"

#include "runtime/break_filter.h"

#include <algorithm>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

constexpr int look_again_ms = 20;
constexpr const char* question = "(s)tep, (c)ontinue or (q)uit? ";

bool all_caught_up(const Printer& printer, const std::atomic<bool>& stop) {
    for (int i = 0; i < 25 && !stop && !printer.caught_up(); ++i)
        poll(nullptr, 0, look_again_ms);
    return !stop;
}

}  // namespace

bool Stepper::check(const Registry& registry, const std::vector<std::string>& filters) {
    for (const auto& text : filters)
        if (const auto parsed = parse_break(registry, text); !parsed.errors.empty()) {
            fmt::print(stderr, "ipcscope-cli: --break: {}\n{}", parsed.errors.front().message,
                       underlined(text, parsed.errors.front()));
            return false;
        }
    if (filters.empty() || isatty(STDIN_FILENO)) return true;
    fmt::print(stderr, "ipcscope-cli: --break asks at a terminal how to go on, and standard input is none\n");
    return false;
}

Stepper::Stepper(Supervisor& supervisor, Conductor& conductor, const Printer& printer,
                 std::vector<std::string> filters)
    : supervisor_(supervisor), conductor_(conductor), printer_(printer), filters_(std::move(filters)) {
    std::vector<Break> breaks;
    for (const auto& text : filters_) {
        Break one;
        one.id = static_cast<std::uint32_t>(breaks.size() + 1);
        one.matches = parse_break(supervisor.registry(), text).test;
        breaks.push_back(std::move(one));
    }
    supervisor_.set_breaks(std::move(breaks));
    thread_ = std::thread([this] { loop(); });
}

Stepper::~Stepper() {
    stop_ = true;
    thread_.join();
}

// A person needs no answer within less than the time of a look.
void Stepper::loop() {
    while (!stop_) {
        if (!tell(*supervisor_.state())) {
            static_cast<void>(supervisor_.wait_until(
                [](const RunState& state) {
                    return std::any_of(state.workers.begin(), state.workers.end(), [](const auto& worker) {
                        return worker.status == WorkerStatus::held;
                    });
                },
                look_again_ms * 1'000'000));
            continue;
        }
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (poll(&input, 1, look_again_ms) <= 0) continue;
        char part[256];
        const auto got = read(STDIN_FILENO, part, sizeof part);
        if (got <= 0) answer('q');  // the terminal is gone, or says the end
        for (ssize_t i = 0; i < got; ++i) {
            if (part[i] != '\n') {
                typed_ += part[i];
            } else {
                answer(typed_.empty() ? ' ' : typed_.front());
                typed_.clear();
            }
        }
    }
}

bool Stepper::tell(const RunState& state) {
    const WorkerInfo* first = nullptr;  // who was held first is asked about first
    for (const auto& worker : state.workers)
        if (worker.status == WorkerStatus::held && (!first || worker.since_ns < first->since_ns))
            first = &worker;
    if (!first) {
        held_ = {};
        return false;
    }
    if (first->id == held_ && first->since_ns == held_since_) return true;
    if (!all_caught_up(printer_, stop_)) return false;
    held_ = first->id;
    held_since_ = first->since_ns;
    const auto* call = supervisor_.calls().find(first->current);
    const auto where = call && call->line > 0 ? fmt::format("line {}: ", call->line) : std::string();
    const auto why = first->held_by > 0 && first->held_by <= filters_.size()
                         ? fmt::format("  ({})", filters_[first->held_by - 1])
                         : std::string();
    fmt::print(stderr, "paused before {}{}: {}{}\n{}", where, first->name, call ? call->text : "", why,
               question);
    return true;
}

void Stepper::answer(char key) {
    switch (key) {
        case 's': return supervisor_.step(held_);
        case 'c': return supervisor_.go_on();
        case 'q':
            conductor_.cancel();
            stop_ = true;
            return;
        default: fmt::print(stderr, "{}", question);
    }
}

}  // namespace ipcscope::cli
