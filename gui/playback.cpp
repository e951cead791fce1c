#include "playback.h"

#include "base/clock.h"
#include "run_controller.h"
#include "words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {
constexpr int frameMs = 40;
constexpr int restMs = 150;  // the cursor rests
constexpr std::uint64_t readAtOnce = 200'000;
constexpr double wholeSeconds = 12;  // how long playing all of it should take, if nobody chose a speed
constexpr double longWait = 0.4, shortWait = 0.1;  // seconds of playing
}  // namespace

const std::vector<double>& Playback::speeds() {
    static const std::vector<double> all{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};
    return all;
}

Playback::Playback(RunController& controller, QObject* parent) : QObject(parent), controller_(controller) {
    jobs_.setMaxThreadCount(1);
    timer_.setInterval(frameMs);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Playback::tick);
    rest_.setSingleShot(true);
    rest_.setInterval(restMs);
    connect(&rest_, &QTimer::timeout, this, &Playback::explain);
    connect(&controller_, &RunController::runChanged, this, [this] {
        dropReader();
        loopRange_.reset();
        chosenSpeed_ = false;
        live();
        emit changed();
    });
}

Playback::~Playback() {
    dropReader();
    jobs_.waitForDone();
}

void Playback::dropReader() {
    ++generation_;
    asks_.clear();
    busy_ = false;
    rest_.stop();
    percent_ = 100;
    if (reader_) reader_->stop = true;
    reader_.reset();
}

bool Playback::possible() const {
    const auto run = controller_.recording();
    return run && run->events().size() > 0 && run->lanes().last_ns() > 0;
}

qint64 Playback::begin() const {
    const auto run = controller_.recording();
    if (!run) return 0;
    const qint64 first = run->lanes().first_ns();
    return first ? first : run->started_ns();
}

qint64 Playback::end() const {
    const auto run = controller_.recording();
    return run ? std::max<qint64>(run->lanes().last_ns(), begin()) : 0;
}

std::shared_ptr<const RunState> Playback::state() const {
    return moment_ ? moment_->state : controller_.state();
}

qint64 Playback::now() const {
    return moment_ ? moment_->time_ns : now_ns();
}

QStringList Playback::times() const {
    const auto run = controller_.recording();
    const qint64 zero = run ? run->started_ns() : 0;
    // To the microsecond, as steps are often as short.
    const auto whole = static_cast<double>(std::max<qint64>(0, end() - zero)) / 1e6;
    const auto now = static_cast<double>(std::max<qint64>(0, time() - zero)) / 1e6;
    const double unit = whole < 10'000 ? 1 : 1e3;
    const QLocale locale;
    return {locale.toString(now / unit, 'f', 3), locale.toString(whole / unit, 'f', 3),
            whole < 10'000 ? QStringLiteral("ms") : QStringLiteral("s")};
}

QString Playback::words() const {
    if (!active()) return {};
    const auto said = times();
    auto text = (said[2] == QLatin1String("ms") ? tr("Moment %1 of %2 ms") : tr("Moment %1 of %2 s"))
                    .arg(said[0], said[1]);
    // A number and its unit stay in one line.
    if (const auto last = text.lastIndexOf(QLatin1Char(' ')); last >= 0) text[last] = QChar(0xa0);
    return text;
}

QString Playback::figures() const {
    if (!active()) return {};
    const auto said = times();
    return QStringLiteral("%1 / %2 %3").arg(said[0], said[1], said[2]);
}

std::pair<qint64, qint64> Playback::range() const {
    if (loops_ && loopRange_)
        return {std::max(begin(), loopRange_->first), std::min(end(), loopRange_->second)};
    return {begin(), end()};
}

void Playback::enter(qint64 time) {
    if (active() || !possible()) return;
    if (!reader_) reader_ = std::make_shared<Reader>(controller_.recording());
    if (!chosenSpeed_) suggestSpeed();
    time_ = time;
    controller_.setFrozen(true);
}

void Playback::suggestSpeed() {
    const double wanted = static_cast<double>(end() - begin()) / 1e9 / wholeSeconds;
    double best = 1;
    for (const double one : speeds())
        if (std::abs(std::log(one / wanted)) < std::abs(std::log(best / wanted))) best = one;
    if (wanted <= 0 || best == speed_) return;
    speed_ = best;
    emit optionsChanged();
}

void Playback::move(qint64 time, bool byPerson) {
    time_ = std::clamp(time, begin(), end());
    emit moved(*time_, byPerson);
}

void Playback::seek(qint64 time) {
    if (!possible()) return;
    enter(time);
    move(time, true);
    want({*time_, 0, {}});
}

void Playback::step(int direction, MomentIndex::Step what) {
    if (!possible() || direction == 0) return;
    pause();
    if (!active()) {
        const auto start = startsAt ? startsAt() : std::nullopt;
        return seek(start.value_or(direction > 0 ? begin() : end()));
    }
    want({*time_, direction > 0 ? 1 : -1, what});
}

void Playback::play() {
    if (!possible() || playing()) return;
    const auto [from, to] = range();
    if (!active() || *time_ >= to || (loops_ && *time_ < from)) {
        const auto start = !active() && startsAt ? startsAt() : std::nullopt;
        seek(start && *start >= from && *start < to ? *start : from);
    }
    clock_.restart();
    timer_.start();
    emit playingChanged();
}

void Playback::pause() {
    if (!playing()) return;
    timer_.stop();
    emit playingChanged();
    if (settled()) rest_.start();
}

void Playback::toggle() {
    playing() ? pause() : play();
}

void Playback::live() {
    pause();
    if (!active()) return;
    ++generation_;
    asks_.clear();
    busy_ = false;
    rest_.stop();
    percent_ = 100;
    time_.reset();
    moment_.reset();
    controller_.setFrozen(false);
    emit changed();
}

void Playback::tick() {
    const double passed = static_cast<double>(clock_.nsecsElapsed());
    clock_.restart();
    if (!active()) return pause();
    const auto [from, to] = range();
    auto time = *time_ + static_cast<qint64>(passed * speed_);
    if (skips_ && moment_ && moment_->next_ns && moment_->time_ns <= time && *moment_->next_ns > time) {
        const double wait = static_cast<double>(*moment_->next_ns - time) / 1e9 / speed_;
        if (wait > longWait) time = *moment_->next_ns - static_cast<qint64>(shortWait * 1e9 * speed_);
    }
    if (time >= to) {
        if (loops_ && to > from) {
            time = from;
        } else {
            time = to;
            pause();
        }
    }
    move(time, false);
    want({*time_, 0, {}});
}

void Playback::setSpeed(double factor) {
    chosenSpeed_ = true;
    if (factor == speed_) return;
    speed_ = std::clamp(factor, speeds().front(), speeds().back());
    emit optionsChanged();
}

void Playback::setLoops(bool on) {
    if (on == loops_) return;
    loops_ = on;
    emit optionsChanged();
}

void Playback::setSkipsWaiting(bool on) {
    if (on == skips_) return;
    skips_ = on;
    emit optionsChanged();
}

void Playback::setLoopRange(std::optional<std::pair<qint64, qint64>> range) {
    if (range && range->first > range->second) std::swap(range->first, range->second);
    loopRange_ = range;
}

// --- the job ---

// Only the latest of many moments is wanted; of steps, each one.
void Playback::want(const Ask& ask) {
    if (ask.direction == 0 && !asks_.empty() && asks_.back().direction == 0)
        asks_.back() = ask;
    else
        asks_.push_back(ask);
    work();
}

void Playback::work() {
    if (busy_ || asks_.empty() || !reader_) return;
    busy_ = true;
    auto ask = asks_.front();
    asks_.pop_front();
    if (ask.direction != 0) ask.time = time();  // from where the last step led
    jobs_.start([this, ask, reader = reader_, generation = generation_]() mutable {
        auto& index = reader->index;
        const auto covered = [&] {
            // To know what comes next, a bit more than the moment must be read: all of it is simplest.
            return ask.direction == 0 && index.covers(ask.time);
        };
        while (!covered() && !index.read(readAtOnce, &reader->stop)) {
            if (reader->stop) return;
            const auto all = std::max<quint64>(1, index.recording().events().size());
            const int percent = static_cast<int>(index.events() * 100 / all);
            QMetaObject::invokeMethod(this, [this, percent, generation] {
                if (generation != generation_ || percent == percent_) return;
                percent_ = percent;
                emit changed();
            });
        }
        bool found = true;
        if (ask.direction != 0) {
            const auto next =
                ask.direction > 0 ? index.next(ask.time, ask.what) : index.previous(ask.time, ask.what);
            found = next.has_value();
            if (next) ask.time = *next;
        }
        auto moment = std::make_shared<const Moment>(index.at(ask.time));
        QMetaObject::invokeMethod(this, [this, ask, moment = std::move(moment), found, generation] {
            if (generation == generation_) took(ask, moment, found);
        });
    });
}

void Playback::took(const Ask& ask, std::shared_ptr<const Moment> moment, bool found) {
    busy_ = false;
    percent_ = 100;
    moment_ = std::move(moment);
    if (ask.direction != 0) {
        if (found)
            move(ask.time, true);
        else
            emit told(ask.direction > 0 ? tr("Nothing happens after this moment")
                                        : tr("Nothing happened before this moment"));
    } else if (active() && asks_.empty() && !playing() && time() != ask.time) {
        move(ask.time, false);  // a step that was still being worked out has moved the cursor since
    }
    emit changed();
    work();
    if (!busy_ && !playing()) rest_.start();
}

// Why workers are blocked is worked out when the cursor rests.
void Playback::explain() {
    const auto run = controller_.recording();
    if (!moment_ || moment_->explained || !run || playing() || !settled()) return;
    jobs_.start([this, run, moment = moment_, generation = generation_] {
        auto explained = explain_waits(*run, *moment);
        QMetaObject::invokeMethod(this, [this, moment, explained = std::move(explained), generation] {
            if (generation != generation_ || moment != moment_) return;
            moment_ = explained;
            emit changed();
        });
    });
}

}  // namespace ipcscope
