// Waiting and judging, for ProgramRun.
#include "base/clock.h"
#include "runtime/outcome_text.h"
#include "runtime/program_run.h"
#include "runtime/stuck.h"
#include "runtime/worker_words.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace ipcscope {

using Expected = Expectation::Kind;

namespace {
// Outcomes are told at once; that a call went to sleep, or that the run was cancelled, is looked up this
// often.
constexpr std::chrono::microseconds look_again{500};
constexpr std::int64_t slice_ns = 20'000'000;
constexpr std::int64_t deadlock_ns = 5'000'000'000;  // until a deadlock is told
}  // namespace

ProgramRun::Waited ProgramRun::wait(const Asked& asked, bool until_blocked) {
    auto deadline = now_ns() + options_.timeout_ns;
    std::unique_lock lock(meeting_->mutex);
    while (!asked.outcome) {
        if (cancelled_) return Waited::cancelled;
        if (supervisor_.holding()) deadline = now_ns() + options_.timeout_ns;  // a person looks
        if (options_.timeout_ns > 0 && now_ns() > deadline) return Waited::late;
        if (until_blocked) {
            lock.unlock();
            const auto state = supervisor_.state();
            const auto* worker = state->worker(asked.worker);
            const bool asleep = worker && (worker->status == WorkerStatus::blocked ||
                                           worker->status == WorkerStatus::stopped);
            lock.lock();
            if (asleep && !asked.outcome) return Waited::blocked;
        }
        meeting_->told.wait_for(lock, until_blocked ? look_again : std::chrono::microseconds(slice_ns / 1000),
                                [&] { return asked.outcome.has_value(); });
    }
    return Waited::done;
}

// What the worker is doing, or did last, was asked for by an earlier run or a click: its outcome is read from
// what was recorded.
bool ProgramRun::asked_before(const Statement& statement, const WorkerInfo& worker, Asked& asked) {
    asked.worker = worker.id;
    const bool quiet = wait_state([&](const RunState& state) {
        const auto& now = *state.worker(worker.id);
        return now.status == WorkerStatus::idle || has_ended(now);
    });
    if (!quiet) {
        if (cancelled_) return false;
        return late(statement, asked);
    }
    const auto& events = supervisor_.events();
    for (auto seq = events.size(); seq > 0; --seq) {
        const auto& event = events[seq - 1];
        if (event.worker != worker.id.value || event.phase != Phase::leave) continue;
        asked.call = CallId{event.call};
        asked.operation = OperationId{event.operation};
        asked.outcome = recorded_outcome(supervisor_, seq - 1);
        return true;
    }
    return fail(statement, fmt::format("'{}' has no operation to wait for", worker.name));
}

bool ProgramRun::wait_state(const std::function<bool(const RunState&)>& holds) {
    auto deadline = now_ns() + options_.timeout_ns;
    while (!cancelled_ && (options_.timeout_ns <= 0 || now_ns() < deadline)) {
        if (supervisor_.wait_until(holds, slice_ns)) return true;
        if (supervisor_.holding()) deadline = now_ns() + options_.timeout_ns;
    }
    return holds(*supervisor_.state());
}

// That it is one is told a moment after the last of them fell asleep.
bool ProgramRun::deadlock(const Statement& statement, WorkerId worker) {
    const auto is_in = [&](const RunState& state) {
        const auto* wait = state.stuck ? state.stuck->wait_of(worker) : nullptr;
        return wait && wait->verdict == Verdict::certain;
    };
    // Nobody is on the way to anything: as it is now it stays.
    const auto quiet = [](const RunState& state) {
        return (!state.stuck || state.stuck->settled) &&
               std::all_of(state.workers.begin(), state.workers.end(), [](const WorkerInfo& one) {
                   return one.status == WorkerStatus::idle || one.status == WorkerStatus::blocked ||
                          has_ended(one);
               });
    };
    const auto most = options_.timeout_ns > 0 ? std::min(options_.timeout_ns, deadlock_ns) : deadlock_ns;
    for (const auto limit = now_ns() + most; !cancelled_ && now_ns() < limit;) {
        if (supervisor_.wait_until(is_in, slice_ns)) return true;
        if (const auto now = supervisor_.state(); now->stuck && quiet(*now)) break;
    }
    const auto state = supervisor_.state();
    if (cancelled_ || is_in(*state)) return !cancelled_;
    const auto* wait = state->stuck ? state->stuck->wait_of(worker) : nullptr;
    const auto* deadlock = state->stuck ? state->stuck->deadlock_of(worker) : nullptr;
    if (wait && wait->verdict == Verdict::possible)
        differ(statement, "possible deadlock: " + wait->words + (deadlock ? " " + deadlock->reason : ""));
    else
        differ(statement, wait ? "blocked, no deadlock: " + wait->words : std::string("no deadlock"));
    return true;
}

std::optional<Outcome> ProgramRun::outcome_of(const Asked& asked) {
    const std::lock_guard lock(meeting_->mutex);
    return asked.outcome;
}

bool ProgramRun::pause() {
    if (options_.speed > 0) {
        const auto step = static_cast<std::int64_t>(1e9 / options_.speed);
        std::unique_lock lock(meeting_->mutex);
        while (!cancelled_ && now_ns() < next_ns_)
            meeting_->told.wait_for(lock, std::chrono::nanoseconds(std::min(slice_ns, next_ns_ - now_ns())));
        next_ns_ = now_ns() + step;
    }
    return !cancelled_;
}

void ProgramRun::compare(const Statement& statement, const Asked& asked, const Outcome& outcome) {
    if (!options_.verify || statement.expect.kind == Expected::none) return;
    ++report_.expectations;
    const auto& registry = supervisor_.registry();
    auto expected = statement.expect;
    if (!expected.operation) expected.operation = asked.operation;
    if (fits(registry, *supervisor_.state(), expected, outcome)) return;
    auto got = describe_outcome(registry, asked.operation, outcome);
    if (asked.loop) got += fmt::format(" rounds={}", outcome.rounds);
    differ(statement, std::move(got));
}

void ProgramRun::differ(const Statement& statement, std::string got) {
    if (++report_.differing > RunReport::most_differences) return;
    report_.differences.push_back({statement.line, round_words(), shortened(text_of(statement)),
                                   shortened(print_expectation(supervisor_.registry(), statement.expect)),
                                   shortened(std::move(got))});
}

bool ProgramRun::late(const Statement& statement, const Asked& asked) {
    const auto state = supervisor_.state();
    const auto& worker = *state->worker(asked.worker);
    const auto* inside = supervisor_.calls().find(worker.current);
    auto words = state_words(worker, inside ? shortened(inside->text, 100) : "");
    const bool queued = inside && !asked.loop && inside->id != asked.call;
    if (queued) words += fmt::format(" (line {}), and this operation waits for its turn", inside->line);
    if (options_.verify && statement.expect.kind != Expected::none) {
        ++report_.expectations;
        differ(statement,
               worker.status == WorkerStatus::blocked && !queued
                   ? worker.waits_for.empty() ? "blocked" : "blocked: waits for " + worker.waits_for
                   : worker.name + " " + words);
    }
    return fail(statement,
                fmt::format("{} did not come back within {} s: {} {}", shortened(text_of(statement), 100),
                            static_cast<double>(options_.timeout_ns) / 1e9, worker.name, words));
}

bool ProgramRun::fail(const Statement& statement, std::string problem) {
    if (report_.problem.empty()) {
        if (const auto round = round_words(); !round.empty()) problem += fmt::format(" ({})", round);
        report_.problem = std::move(problem);
        report_.problem_line = statement.line;
    }
    return false;
}

std::string ProgramRun::text_of(const Statement& statement) const {
    return statement_text(supervisor_.registry(), statement);
}

}  // namespace ipcscope
