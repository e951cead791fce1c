#include "compare/replay.h"

#include "base/clock.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace ipcscope {

namespace {

// Waits until each statement's time has come.
class Pace {
public:
    Pace(const Recording& recorded, const ReplayOptions& options) : options_(options) {
        if (options.speed > 0) times_ = recorded_times(recorded);
    }
    void before(const Statement& statement) {
        const auto known = times_.find(statement.line);
        if (known == times_.end()) return;
        const auto round = rounds_[statement.line]++;
        if (round >= known->second.size()) return;
        const auto due = known->second[round];
        if (first_ < 0) {
            first_ = due;
            begun_ = now_ns();
        }
        const auto at =
            begun_ + static_cast<std::int64_t>(static_cast<double>(due - first_) / options_.speed);
        constexpr std::int64_t slice_ns = 20'000'000;
        std::mutex mutex;
        std::condition_variable nobody;  // a wait that ends by its time only
        std::unique_lock lock(mutex);
        for (auto left = at - now_ns(); left > 0; left = at - now_ns()) {
            if (options_.cancelled && options_.cancelled()) return;
            nobody.wait_for(lock, std::chrono::nanoseconds(std::min(left, slice_ns)));
        }
    }

private:
    const ReplayOptions& options_;
    std::map<int, std::vector<std::int64_t>> times_;
    std::map<int, std::size_t> rounds_;  // how often each line was done
    std::int64_t begun_ = 0, first_ = -1;
};

}  // namespace

CompareOptions without(CompareOptions options, const std::vector<LeftOut>& left_out) {
    for (const auto& one : left_out)
        options.left_out.push_back(one.line);
    std::sort(options.left_out.begin(), options.left_out.end());
    return options;
}

std::map<int, std::vector<std::int64_t>> recorded_times(const Recording& recording) {
    std::map<int, std::vector<std::int64_t>> times;
    const auto& events = recording.events();
    const auto calls = recording.calls().size();
    std::vector<bool> seen(calls + 1, false);
    std::size_t left = calls;
    for (std::uint64_t seq = 0; seq < events.size() && left > 0; ++seq) {
        const auto& event = events[seq];
        if (event.phase != Phase::enter || event.call == 0 || event.call > calls || seen[event.call])
            continue;
        seen[event.call] = true;
        --left;
        const auto* call = recording.calls().find(CallId{event.call});
        if (call && call->line > 0) times[call->line].push_back(event.time_ns - recording.started_ns());
    }
    return times;
}

Result<Replayed> replay(const Registry& registry, const Recording& recorded, const Program& program,
                        const ReplayOptions& options) {
    auto supervisor = Supervisor::create(registry);
    if (!supervisor) return tl::unexpected(supervisor.error());
    Replayed out;
    out.run = std::move(*supervisor);
    Conductor conductor(*out.run);
    if (options.begun) options.begun(conductor, out.run);
    OwnPart own;
    if (!options.outside) own = own_part(registry, program);
    out.left_out = std::move(own.left_out);
    Pace pace(recorded, options);
    RunOptions how;
    how.verify = options.verify;
    how.timeout_ns = options.timeout_ns;
    how.delays = options.speed <= 0;  // else the times hold them
    how.at_statement = [&](const Statement& statement) {
        pace.before(statement);
        if (options.at_statement) options.at_statement(statement);
    };
    out.report = conductor.run(options.outside ? program : own.program, how);
    if (options.ended) options.ended();
    out.cleaned = out.run->shutdown();
    // What was done until it was cancelled is still compared, if that takes no time.
    const auto patience = now_ns() + 1'000'000'000;
    out.comparison = compare(recorded, *out.run, without(options.compare, out.left_out), [&](double) {
        return !options.cancelled || !options.cancelled() || now_ns() < patience;
    });
    return out;
}

}  // namespace ipcscope
