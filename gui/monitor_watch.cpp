#include "monitor_watch.h"

#include "words.h"

#include <QPointer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace ipcscope {

namespace {
constexpr std::size_t mostBefore = 64;
}

// The client answers one question at a time, whoever asks.
struct MonitorWatch::Probe {
    Watch::Sampler sampler;  // instead of the client
    std::mutex asking;
    mutable std::mutex guard;  // of `client`
    std::shared_ptr<MonitorClient> client;
    std::mutex tapping;
    Tap tap;
    std::atomic<bool> closing{false};
    std::atomic<bool> told{false};  // that there is a sample which the window has not taken yet

    std::shared_ptr<MonitorClient> held() const {
        const std::lock_guard lock(guard);
        return client;
    }
    Result<std::shared_ptr<MonitorClient>> started() {
        if (sampler) return failure("there is no probe that could be asked");
        if (auto known = held()) return known;
        auto made = MonitorClient::start();
        if (!made) return tl::unexpected(made.error());
        const std::lock_guard lock(guard);
        client = std::shared_ptr<MonitorClient>(std::move(*made));
        // Whoever closes has abandoned the one that there was before, or sees this one.
        if (closing) return failure("the window is closed");
        return client;
    }
    Result<std::shared_ptr<const Snapshot>> sample(const SampleOptions& options) {
        if (sampler) return sampler(options);
        const std::lock_guard lock(asking);
        const auto asked = started();
        if (!asked) return tl::unexpected(asked.error());
        return (*asked)->sample(options);
    }
};

MonitorWatch::MonitorWatch(QObject* parent, Watch::Sampler sampler)
    : QObject(parent), probe_(std::make_shared<Probe>()) {
    probe_->sampler = std::move(sampler);
    pool_.setMaxThreadCount(1);
}

MonitorWatch::~MonitorWatch() {
    // A probe that hangs holds up no window.
    probe_->closing = true;
    if (const auto client = probe_->held()) client->abandon();
    watch_.reset();  // nothing comes from its thread any more
    pool_.clear();
    pool_.waitForDone();
}

void MonitorWatch::setWatching(bool on) {
    if (watching_ == on) return;
    watching_ = on;
    if (watch_) {
        watch_->set_paused(!on);
        if (on) watch_->now();
    } else if (on) {
        Watch::Options options;
        options.quick_first = !probe_->sampler;
        // Many samples may come while the window is busy: only the newest is taken, once.
        const auto tell = [this] {
            if (!probe_->told.exchange(true))
                QMetaObject::invokeMethod(this, &MonitorWatch::take, Qt::QueuedConnection);
        };
        options.on_sample = [tell, probe = probe_](const std::shared_ptr<const Watched>& sample) {
            {
                const std::lock_guard lock(probe->tapping);
                if (probe->tap && sample->number > 0) probe->tap(*sample);
            }
            tell();
        };
        options.on_problem = [tell](const std::string&) { tell(); };
        watch_ = std::make_unique<Watch>(
            [probe = probe_](const SampleOptions& how) { return probe->sample(how); }, std::move(options));
        watch_->start();
    }
    emit watchingChanged();
}

void MonitorWatch::take() {
    probe_->told = false;
    if (!watch_) return;
    const QString problem = fromUtf8(watch_->problem());
    const auto newest = watch_->latest();
    if (std::exchange(problem_, problem) != problem) emit problemChanged();
    if (newest && std::exchange(latest_, newest) != newest) emit sampled();
}

void MonitorWatch::setTap(Tap tap) {
    const std::lock_guard lock(probe_->tapping);
    probe_->tap = std::move(tap);
}

void MonitorWatch::sampleSoon() {
    if (watch_) watch_->now();
}

void MonitorWatch::setPeriod(qint64 ns) {
    if (watch_) watch_->set_period(ns);
}

std::vector<HistoryPoint> MonitorWatch::history(const std::string& ref, const std::string& field) const {
    return watch_ ? watch_->history(ref, field) : std::vector<HistoryPoint>();
}

qint64 MonitorWatch::began() const {
    return watch_ ? watch_->began_ns() : 0;
}

pid_t MonitorWatch::probe() const {
    const auto client = probe_->held();
    return client ? client->probe() : 0;
}

void MonitorWatch::peek(std::shared_ptr<const Snapshot> of, const std::string& ref, const PeekRequest& how,
                        QObject* context, Peeks done) {
    pool_.start([probe = probe_, of = std::move(of), ref, how, self = this, to = QPointer<QObject>(context),
                 done = std::move(done)] {
        auto answer = [&]() -> Result<Peeked> {
            const std::lock_guard lock(probe->asking);
            const auto client = probe->started();
            if (!client) return tl::unexpected(client.error());
            return (*client)->peek(*of, ref, how);
        }();
        QMetaObject::invokeMethod(self, [to, done, answer = std::move(answer)] {
            if (to) done(answer);
        });
    });
}

void MonitorWatch::act(const ActRequest& request, const std::string& ref, QObject* context, Acts done) {
    // Who closes the question while others are being answered has cancelled it.
    const auto wanted = std::make_shared<std::atomic<bool>>(true);
    if (context) connect(context, &QObject::destroyed, this, [wanted] { *wanted = false; });
    pool_.start([probe = probe_, request, ref, self = this, to = QPointer<QObject>(context),
                 done = std::move(done), wanted] {
        auto answer = [&]() -> Status {
            const std::lock_guard lock(probe->asking);
            if (!*wanted) return failure("it was cancelled");
            const auto client = probe->started();
            if (!client) return tl::unexpected(client.error());
            return (*client)->act(request, ref);
        }();
        QMetaObject::invokeMethod(self, [self, to, done, answer = std::move(answer)] {
            self->sampleSoon();
            if (to) done(answer);
        });
    });
}

// --- what is selected ---

void MonitorWatch::select(Place place, bool remembers) {
    if (place.object == object_ && place.process == process_) return;
    if (remembers && (!object_.empty() || process_)) {
        before_.push_back({object_, process_});
        if (before_.size() > mostBefore) before_.erase(before_.begin());
    }
    object_ = std::move(place.object);
    process_ = place.process;
    emit selectionChanged();
}

void MonitorWatch::selectObject(const std::string& ref) {
    select({ref, std::nullopt}, true);
}

void MonitorWatch::selectProcess(const ProcessKey& process) {
    select({{}, process}, true);
}

void MonitorWatch::clearSelection() {
    select({}, true);
}

bool MonitorWatch::back() {
    if (before_.empty()) return false;
    auto place = std::move(before_.back());
    before_.pop_back();
    select(std::move(place), false);
    return true;
}

bool MonitorWatch::isPinned(const std::string& ref) const {
    return std::find(pinned_.begin(), pinned_.end(), ref) != pinned_.end();
}

void MonitorWatch::setPinned(const std::string& ref, bool on) {
    if (isPinned(ref) == on) return;
    if (on)
        pinned_.push_back(ref);
    else
        std::erase(pinned_, ref);
    emit pinsChanged();
}

}  // namespace ipcscope
