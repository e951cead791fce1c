#include "replay_runner.h"

#include "base/clock.h"
#include "runtime/program_run.h"
#include "session_file/file_recording.h"
#include "words.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace ipcscope {

namespace {
constexpr int pollMs = 100;
// Outcomes are waited for as long as a person likes: there is a button. Of many runs nobody watches each.
constexpr qint64 timeoutNs = 10'000'000'000;
}  // namespace

// Shared with the threads; outlives the runner, if need be.
struct ReplayRunner::Job {
    std::mutex mutex;
    std::condition_variable changed;
    Conductor* conductor = nullptr;  // of the round that runs
    bool cancelled = false;
    int permits = 0;      // steps that were asked for and not done
    std::string waiting;  // the statement that it waits before
    std::atomic<int> line{0};
    std::atomic<bool> stopped{false};

    void stop() {
        stopped = true;
        const std::lock_guard lock(mutex);
        cancelled = true;
        if (conductor) conductor->cancel();
        changed.notify_all();
    }
};

ReplayRunner::ReplayRunner(const Registry& registry, QObject* parent) : QObject(parent), registry_(registry) {
    plays_.setMaxThreadCount(1);
    compares_.setMaxThreadCount(1);
    timer_.setInterval(pollMs);
    connect(&timer_, &QTimer::timeout, this, &ReplayRunner::poll);
}

ReplayRunner::~ReplayRunner() {
    if (job_) job_->stop();
    job_ = nullptr;
    plays_.waitForDone();
    compares_.waitForDone();
}

void ReplayRunner::start(Wanted wanted) {
    cancel();
    wanted_ = std::move(wanted);
    leftOut_.clear();
    if (!wanted_.outside) leftOut_ = own_part(registry_, wanted_.program).left_out;
    runs_.clear();
    tally_ = std::make_shared<const Tally>();
    problem_.clear();
    waits_.clear();
    cancelled_ = false;
    round_ = 1;
    line_ = 0;
    job_ = std::make_shared<Job>();
    timer_.start();
    emit changed();
    plays_.start([this, job = job_, wanted = wanted_, registry = &registry_] {
        const auto tell = [&](auto what) {
            QMetaObject::invokeMethod(
                this,
                [this, job, what = std::move(what)]() mutable {
                    if (job_ == job) what();
                },
                Qt::QueuedConnection);
        };
        if (const auto* file = dynamic_cast<const FileRecording*>(wanted.recorded.get()))
            file->wait_loaded([&](double) { return !job->stopped; });
        Tally sum;
        for (int round = 1; round <= wanted.times && !job->stopped; ++round) {
            ReplayOptions options;
            options.compare = wanted.compare;
            options.compare.pairs = true;
            options.speed = wanted.speed;
            options.outside = wanted.outside;
            options.timeout_ns = wanted.step ? 0 : timeoutNs;
            options.cancelled = [job] { return job->stopped.load(); };
            options.begun = [&](Conductor& conductor, const std::shared_ptr<Supervisor>& run) {
                {
                    const std::lock_guard lock(job->mutex);
                    job->conductor = &conductor;
                    if (job->cancelled) conductor.cancel();
                }
                tell([this, run, round] { adopt(run, round); });
            };
            options.at_statement = [&](const Statement& statement) {
                job->line = statement.line;
                if (!wanted.step) return;
                std::unique_lock lock(job->mutex);
                job->waiting = statement_text(*registry, statement);
                job->changed.wait(lock, [&] { return job->cancelled || job->permits > 0; });
                if (job->permits > 0) --job->permits;
                job->waiting.clear();
            };
            options.ended = [job] {
                const std::lock_guard lock(job->mutex);
                job->conductor = nullptr;
            };
            auto played = replay(*registry, *wanted.recorded, wanted.program, options);
            PlayedRun run;
            run.number = round;
            run.ended = true;
            QString problem;
            if (!played) {
                problem = fromUtf8(played.error().text());
            } else {
                run.recording = played->run;
                run.comparison = std::make_shared<Comparison>(std::move(played->comparison));
                if (!played->report.problem.empty() && !played->report.cancelled)
                    problem = tr("line %1: %2")
                                  .arg(played->report.problem_line)
                                  .arg(fromUtf8(played->report.problem));
                else if (!played->cleaned)
                    problem = fromUtf8(played->cleaned.error().text());
            }
            const bool over = job->stopped;
            if (run.comparison && !over) sum.add(*wanted.recorded, *run.recording, *run.comparison);
            tell([this, run, problem, tally = std::make_shared<const Tally>(sum)] {
                tally_ = tally;
                keep(run, problem);
            });
            if (!played) break;
        }
        tell([this] { done(); });
    });
}

void ReplayRunner::cancel() {
    if (!job_) return;
    cancelled_ = true;
    job_->stop();
}

void ReplayRunner::next() {
    if (!job_) return;
    const std::lock_guard lock(job_->mutex);
    if (job_->waiting.empty()) return;
    job_->permits = 1;
    job_->changed.notify_all();
}

double ReplayRunner::part() const {
    const auto& statements = wanted_.program.statements;
    int last = 1;
    for (const auto& statement : statements)
        if (statement.kind != Statement::Kind::blank) last = std::max(last, statement.line);
    const auto inside = std::clamp(static_cast<double>(line_) / last, 0.0, 1.0);
    return std::clamp((round_ - 1 + inside) / std::max(1, wanted_.times), 0.0, 1.0);
}

void ReplayRunner::adopt(std::shared_ptr<const Recording> recording, int round) {
    round_ = round;
    looked_ = ~quint64{0};
    lookAt_ = 0;
    // Of many runs those that diverged stay in view.
    if (round > 1) return;
    PlayedRun run;
    run.number = round;
    run.recording = std::move(recording);
    runs_.push_back(std::move(run));
    emit runsChanged();
}

void ReplayRunner::keep(PlayedRun run, const QString& problem) {
    if (problem_.isEmpty()) problem_ = problem;
    if (!run.recording) {  // it could not even begin: what was shown of it does not go on
        if (!runs_.empty()) runs_.back().ended = true;
        return;
    }
    if (!runs_.empty() && !runs_.back().ended) runs_.pop_back();
    // One that was the same is shown until one is not.
    const bool alike = run.comparison->alike();
    if (alike && !runs_.empty()) return;
    if (!alike && !runs_.empty() && runs_.back().comparison->alike()) runs_.pop_back();
    if (runs_.size() >= mostKept) return;
    runs_.push_back(std::move(run));
    emit runsChanged();
}

void ReplayRunner::done() {
    job_ = nullptr;
    timer_.stop();
    line_ = 0;
    waits_.clear();
    emit changed();
    emit finished();
}

void ReplayRunner::poll() {
    if (!job_) return;
    line_ = job_->line;
    {
        const std::lock_guard lock(job_->mutex);
        waits_ = fromUtf8(job_->waiting);
    }
    emit changed();
    lookOn();
}

// The run as far as it has come, held against the recording. It costs by events, so it is done the more
// rarely the longer it takes.
void ReplayRunner::lookOn() {
    if (comparing_ || runs_.empty() || runs_.back().ended || now_ns() / 1'000'000 < lookAt_) return;
    const auto recording = runs_.back().recording;
    const auto events = recording->events().size();
    if (events == looked_) return;
    looked_ = events;
    comparing_ = true;
    auto options = without(wanted_.compare, leftOut_);
    options.pairs = true;
    compares_.start([this, job = job_, recording, recorded = wanted_.recorded, options] {
        const auto begun = now_ns();
        const auto comparison = std::make_shared<Comparison>(
            compare(*recorded, *recording, options, [&](double) { return !job->stopped; }));
        const auto took = (now_ns() - begun) / 1'000'000;
        QMetaObject::invokeMethod(this, [this, job, recording, comparison, took] {
            comparing_ = false;
            lookAt_ = now_ns() / 1'000'000 + 10 * took;
            if (comparison->cancelled || job_ != job || runs_.empty() ||
                runs_.back().recording != recording || runs_.back().ended)
                return;
            runs_.back().comparison = comparison;
            emit runsChanged();
        });
    });
}

}  // namespace ipcscope
