// ipcscope-cli watch: a line for whatever appears, changes or vanishes on this machine.
#include "base/clock.h"
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"
#include "monitor/recording.h"
#include "monitor/watch.h"
#include "session_file/recorder.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <ctime>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

std::string clock_words(std::int64_t unix_ns) {
    const std::time_t seconds = unix_ns / 1'000'000'000;
    std::tm local{};
    char text[32] = "";
    if (localtime_r(&seconds, &local)) std::strftime(text, sizeof text, "%H:%M:%S", &local);
    return fmt::format("{}.{:03}", text, unix_ns / 1'000'000 % 1000);
}

// Prints samples; on the watch's thread only.
class Printer {
public:
    Printer(const MonitorWatchCommand& command, const RowFilter& filter, const MonitorClient& client)
        : command_(command), filter_(filter), client_(client) {}

    bool shown(const Snapshot& snapshot, ObjectIndex object) const {
        if (object == none_index) return false;
        const auto& kind = snapshot.kind(snapshot.objects[object]);
        return (command_.mechanism.empty() || command_.mechanism == kind.mechanism->mechanism) &&
               !is_own(snapshot, snapshot.objects[object], getpid(), client_.probe()) &&
               filter_.matches(snapshot, object);
    }

    void operator()(const Watched& sample) {
        const auto& now = *sample.snapshot;
        if (!sample.before) return begin(sample);
        std::string text;
        for (const auto& change : sample.changes)
            if (const auto& before = change.before_in(*sample.before); wanted(change, before, now))
                text += line(change, before, now);
        text += changed_gaps(now);
        if (!text.empty() && !out_.write(text)) broken_ = true;
        if (sample.slowed && !told_slow_) {
            told_slow_ = true;
            fmt::print(stderr,
                       "a sample takes {} ms: one every {:.1f} s, so that it costs {} % of one core\n",
                       sample.cost_ns / 1'000'000, static_cast<double>(sample.next_ns) / 1e9, command_.share);
        }
    }
    bool broken() const { return broken_; }
    bool failed() const { return out_.failed(); }  // when the watch is over

private:
    void begin(const Watched& sample) {
        const auto& now = *sample.snapshot;
        std::size_t objects = 0;
        for (ObjectIndex i = 0; i < now.objects.size(); ++i)
            objects += shown(now, i);
        if (command_.json) {
            auto head = head_json(now);
            head["change"] = "began";
            head["objects"] = objects;
            head["gaps"] = gaps_json(now);
            gaps_.next(now);
            if (!out_.write(dumped(head, false))) broken_ = true;
            return;
        }
        gaps_.next(now);
        tell_gaps(now);
        if (!out_.write(fmt::format("{} watching {} objects\n", clock_words(now.taken_at), objects)))
            broken_ = true;
    }
    // A line for the document; for people they stand beside it, as at the beginning.
    std::string changed_gaps(const Snapshot& now) {
        const auto changes = gaps_.next(now);
        if (!changes.any()) return {};
        if (command_.json)
            return dumped({{"change", "gaps"}, {"time_unix_ns", now.taken_at}, {"gaps", gaps_json(now)}},
                          false);
        for (const auto gap : changes.begun)
            tell_gap(now, now.gaps[gap]);
        for (const auto& words : changes.ended)
            fmt::print(stderr, "shown again: {}\n", printable(words));
        return {};
    }
    bool wanted(const ObjectChange& change, const Snapshot& before, const Snapshot& now) const {
        return shown(now, change.now) || shown(before, change.before);
    }
    std::string line(const ObjectChange& change, const Snapshot& before, const Snapshot& now) const {
        if (command_.json) return dumped(change_json(change, before, now), false);
        const char* mark = change.what == ObjectChange::What::appeared   ? "+"
                           : change.what == ObjectChange::What::vanished ? "-"
                                                                         : "~";
        auto words = change_words(change, &before, now);
        if (change.what == ObjectChange::What::appeared)
            if (const auto state = state_text(now, now.objects[change.now], true); !state.empty())
                words += ", " + state;
        return fmt::format("{} {} {}  {}\n", clock_words(now.taken_at), mark, change.ref, words);
    }
    const MonitorWatchCommand& command_;
    const RowFilter& filter_;
    const MonitorClient& client_;
    Output out_;
    std::atomic<bool> broken_{false};
    bool told_slow_ = false;
    GapChanges gaps_;
};

// SIGINT, SIGTERM, SIGHUP are taken from here on by wait(): blocked in all threads that are started then.
class EndSignals {
public:
    EndSignals() {
        sigemptyset(&set_);
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&set_, number);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    // The signal that came; 0 = none within the time.
    int wait(std::int64_t ns) const {
        const timespec limit{static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
        const int number = sigtimedwait(&set_, nullptr, &limit);
        return number > 0 ? number : 0;
    }

private:
    sigset_t set_{};
};

}  // namespace

int monitor_watch_verb(const MonitorWatchCommand& command) {
    if (!known_mechanism(command.mechanism)) return cannot_run;
    const auto filter = read_row_filter(command.filter);
    if (!filter) return cannot_run;
    auto client = open_probe();
    if (!client) return our_failure;
    const EndSignals signals;
    Printer print(command, *filter, *client);
    MonitorRecording recording(
        [&print](const Snapshot& snapshot, ObjectIndex object) { return print.shown(snapshot, object); });
    std::unique_ptr<Recorder> recorder;
    if (!command.record.empty()) {
        RecorderOptions how;
        how.replace = command.replace_record;
        auto made = Recorder::create(command.record, recording, SessionTexts{}, std::move(how));
        if (!made) {
            fmt::print(stderr, "ipcscope-cli: {}\n", made.error().text());
            return cannot_run;
        }
        recorder = std::move(*made);
    }
    // What fails at once and again, before there was any sample, fails for ever. A probe that did not answer
    // in time, or was ended, may do better the next time: this machine may have been too busy.
    constexpr int most_failures = 3;
    std::atomic<int> failures{0};
    std::atomic<bool> began{false};
    Watch::Options options;
    options.period_ns = static_cast<std::int64_t>(command.period_s * 1e9);
    options.share = command.share / 100;
    options.on_sample = [&](const std::shared_ptr<const Watched>& sample) {
        began = true;
        if (recorder) recording.add(*sample);
        print(*sample);
    };
    options.on_problem = [&](const std::string& problem) {
        fmt::print(stderr, "ipcscope-cli: {}\n", problem.empty() ? "it works again" : problem);
    };
    const auto sample = [&](const SampleOptions& how) {
        const auto asked = now_ns();
        auto made = client->sample(how);
        if (!made && now_ns() - asked < how.timeout_ns) ++failures;
        return made;
    };
    const auto dead = [&] { return !began && failures >= most_failures; };
    Watch watch(sample, options);
    watch.start();
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    int received = 0;
    while (received == 0 && !print.broken() && !dead()) {
        std::int64_t left = 100'000'000;
        if (command.seconds > 0) {
            const auto spent = std::chrono::nanoseconds(Clock::now() - begun).count();
            const auto whole = static_cast<std::int64_t>(command.seconds * 1e9);
            if (spent >= whole) break;
            left = std::min(left, whole - spent);
        }
        received = signals.wait(left);
    }
    watch.stop();
    if (recorder) {
        if (recording.left_out() > 0)
            fmt::print(stderr, "{} waits of further threads are not in the recording\n",
                       recording.left_out());
        recording.settle();
        if (const auto done = recorder->finish(); !done) {
            fmt::print(stderr, "ipcscope-cli: {}\n", done.error().text());
            return our_failure;
        }
    }
    if (print.failed() || dead() || (!began && received == 0)) return our_failure;
    return received != 0 ? 128 + received : static_cast<int>(all_fine);
}

}  // namespace ipcscope::cli
