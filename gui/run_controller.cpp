#include "run_controller.h"

#include "words.h"

#include <algorithm>
#include <signal.h>
#include <utility>

namespace ipcscope {

namespace {
constexpr int busyMs = 40;  // 25 Hz
constexpr int quietMs =
    200;  // nothing new for a while, but workers live: they may be sent signals from outside
constexpr int restMs = 1000;
constexpr std::int64_t endLimitNs = 1'000'000'000;

bool ended(const WorkerInfo& worker) {
    return worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
}
}  // namespace

RunController::RunController(const Registry& registry, QObject* parent)
    : QObject(parent), registry_(registry) {
    jobs_.setMaxThreadCount(1);
    connect(&timer_, &QTimer::timeout, this, &RunController::poll);
}

RunController::~RunController() {
    if (run_) run_->conductor->cancel();
    ++generation_;
    // Every worker's end answers what is still waited for, so the job below returns.
    if (run_) static_cast<void>(run_->supervisor->shutdown());
    jobs_.waitForDone();
    ends_.waitForDone();
}

std::shared_ptr<const Recording> RunController::recording() const {
    if (shown_) return shown_;
    return run_ ? std::shared_ptr<const Recording>(run_, run_->supervisor.get()) : nullptr;
}

std::shared_ptr<const RunState> RunController::state() const {
    if (shown_) return shown_->state();
    return run_ ? run_->supervisor->state() : none_;
}

void RunController::show(std::shared_ptr<const FileRecording> recording) {
    if (auto old = std::exchange(run_, nullptr)) {
        old->conductor->cancel();
        jobs_.start([old = std::move(old)] { static_cast<void>(old->supervisor->shutdown()); });
    }
    ++generation_;
    report_ = {};
    line_ = 0;
    shown_ = std::move(recording);
    seenRevision_ = seenEvents_ = ~quint64{0};
    setPhase(shown_ ? Phase::ended : Phase::none);
    emit runChanged();
    arm();
}

void RunController::startProgram(Program program, int pauseAt) {
    start(std::move(program), true, pauseAt);
}

void RunController::startLive() {
    start({}, false);
}

void RunController::start(Program program, bool hasProgram, int pauseAt) {
    auto old = std::exchange(run_, nullptr);
    shown_.reset();
    if (old) old->conductor->cancel();
    report_ = {};
    line_ = 0;
    const quint64 generation = ++generation_;
    setPhase(Phase::starting);
    emit runChanged();
    jobs_.start([this, old = std::move(old), program = std::move(program), hasProgram, generation, pauseAt,
                 breaks = breaks_]() mutable {
        if (old) static_cast<void>(old->supervisor->shutdown());
        old.reset();
        auto supervisor = Supervisor::create(registry_);
        if (!supervisor) {
            const QString why = fromUtf8(supervisor.error().text());
            QMetaObject::invokeMethod(this, [this, why, generation] {
                if (generation != generation_) return;
                setPhase(Phase::none);
                for (auto& click : std::exchange(waiting_, {}))
                    if (click.context && click.done) click.done({why, {}});
                emit failed(why);
            });
            return;
        }
        if (pauseAt == 0) (*supervisor)->set_breaks(std::move(breaks));
        auto run = std::make_shared<Run>();
        run->supervisor = std::move(*supervisor);
        run->conductor = std::make_unique<Conductor>(*run->supervisor);
        QMetaObject::invokeMethod(this, [this, run, hasProgram, generation] {
            if (generation == generation_) adopt(run, hasProgram);
        });
        if (!hasProgram) return;
        RunOptions options;
        options.verify = true;
        options.timeout_ns = 0;  // a person is watching, and there is a Stop button
        options.at_statement = [this, line = run->line, supervisor = run->supervisor.get(), pauseAt,
                                generation, reached = false](const Statement& statement) mutable {
            *line = statement.line;
            if (pauseAt == 0 || reached || statement.line < pauseAt) return;
            reached = true;
            supervisor->pause();
            // As they are by now; whoever is paused goes on only after this.
            QMetaObject::invokeMethod(this, [this, generation] {
                if (generation == generation_) setBreaks(breaks_);
            });
        };
        const auto report = run->conductor->run(program, options);
        QMetaObject::invokeMethod(this, [this, report, generation] {
            if (generation == generation_) programDone(report);
        });
    });
}

void RunController::adopt(std::shared_ptr<Run> run, bool hasProgram) {
    run_ = std::move(run);
    seenRevision_ = seenEvents_ = ~quint64{0};
    setPhase(hasProgram ? Phase::program : Phase::live);
    emit runChanged();
    for (auto& click : std::exchange(waiting_, {}))
        if (click.context) perform(click.statement, click.context, std::move(click.done));
    arm();
}

void RunController::programDone(const RunReport& report) {
    report_ = report;
    if (phase_ == Phase::program) setPhase(Phase::live);
    poll();
    line_ = 0;
    emit lineReached(0);
    emit programEnded();
}

void RunController::stopProgram() {
    if (!run_ || phase_ != Phase::program) return;
    run_->conductor->cancel();
    run_->supervisor->withdraw_held();
    arm();
}

void RunController::endRun() {
    if (!run_ || !alive()) return;
    run_->conductor->cancel();
    auto run = run_;
    const quint64 generation = generation_;
    setPhase(Phase::ended);
    // Not on jobs_: the program that it executes may wait for what only the end of the workers can answer.
    ends_.start([this, run, generation] {
        // Killed first, so that their ends stand among the events.
        const auto last = run->supervisor->state();
        for (const auto& worker : last->workers)
            if (!ended(worker)) run->supervisor->kill(worker.id, SIGKILL);
        run->supervisor->wait_until(
            [](const RunState& state) {
                return std::all_of(state.workers.begin(), state.workers.end(), ended);
            },
            endLimitNs);
        const auto status = run->supervisor->shutdown();
        const QString why = status ? QString() : fromUtf8(status.error().text());
        QMetaObject::invokeMethod(this, [this, why, generation] {
            if (generation != generation_) return;
            poll();
            if (!why.isEmpty()) emit failed(why);
        });
    });
    arm();
}

void RunController::perform(const Statement& statement, QObject* context, ClickDone done) {
    if (frozen_) {
        if (done) done({tr("A moment of the past is shown: go back to live to send something"), {}});
        return;
    }
    if (phase_ != Phase::starting && !alive()) startLive();
    if (phase_ == Phase::starting) {
        waiting_.push_back({statement, context, std::move(done)});
        return;
    }
    const auto status = run_->conductor->perform(
        statement, [this, context = QPointer<QObject>(context), done](const Outcome& outcome) {
            QMetaObject::invokeMethod(this, [this, context, done, outcome] {
                arm();
                if (context && done) done({QString(), outcome});
            });
        });
    if (!status && done) done({fromUtf8(status.error().text()), {}});
    arm();
}

void RunController::kill(WorkerId worker, int signal) {
    if (run_ && drives()) run_->supervisor->kill(worker, signal);
    arm();
}

void RunController::setBreaks(std::vector<Break> breaks) {
    breaks_ = std::move(breaks);
    if (run_ && alive()) run_->supervisor->set_breaks(breaks_);
    arm();
}

void RunController::pause() {
    if (run_ && drives()) run_->supervisor->pause();
    arm();
}

void RunController::step(WorkerId worker) {
    if (run_ && drives()) run_->supervisor->step(worker);
    arm();
}

void RunController::goOn(WorkerId worker) {
    if (run_ && drives()) run_->supervisor->go_on(worker);
    arm();
}

void RunController::observe(ObjectId object, QObject* context,
                            std::function<void(const Result<Fields>&)> done) {
    if (!run_ || !alive()) return;
    run_->supervisor->observe(
        object, [this, context = QPointer<QObject>(context), done](Result<Fields> fields) {
            QMetaObject::invokeMethod(this, [context, done, fields = std::move(fields)] {
                if (context) done(fields);
            });
        });
}

void RunController::setFrozen(bool on) {
    if (on == frozen_) return;
    frozen_ = on;
    emit frozenChanged();
}

void RunController::setPhase(Phase phase) {
    if (phase_ == phase) return;
    phase_ = phase;
    emit phaseChanged();
}

void RunController::arm() {
    quiet_.restart();
    if (!timer_.isActive() || timer_.interval() != busyMs) timer_.start(busyMs);
}

void RunController::poll() {
    const auto what = recording();
    if (!what) return timer_.stop();
    const auto state = what->state();
    const quint64 events = what->events().size();
    const bool newState = state->revision != std::exchange(seenRevision_, state->revision);
    const bool newEvents = events != std::exchange(seenEvents_, events);
    if (phase_ == Phase::program) {
        const int line = *run_->line;
        if (line != std::exchange(line_, line)) emit lineReached(line_);
    }
    if (newState) emit stateChanged();
    if (newEvents) emit eventsArrived();
    if (newState || newEvents) return arm();
    if (quiet_.elapsed() < restMs || (shown_ && !shown_->loaded())) return;
    if (alive())
        timer_.start(quietMs);
    else
        timer_.stop();
}

}  // namespace ipcscope
