#include "find_hits.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <utility>

namespace ipcscope {

// A call is found where it came back; its beginning stands for it only as long as it runs.
bool EventFinder::counts(quint64 seq) const {
    const auto& events = recording->events();
    if (shown && !shown->contains(seq)) return false;
    if (events[seq].phase != Phase::enter) return true;
    const auto end = events.size();
    for (auto next = seq + 1; next < end; ++next)
        if (events[next].worker == events[seq].worker)
            if (events[next].phase == Phase::leave || events[next].phase == Phase::enter) return false;
    return true;
}

std::optional<quint64> EventFinder::forwards(quint64 begin, quint64 end) const {
    while (begin < end) {
        const auto hit = search.next(begin);
        if (!hit || *hit >= end) return std::nullopt;
        if (counts(*hit)) return hit;
        begin = *hit + 1;
    }
    return std::nullopt;
}

std::optional<quint64> EventFinder::back(quint64 from, quint64 first) const {
    for (auto at = from;; --at) {
        const auto hit = search.previous(at);
        if (!hit || *hit < first) return std::nullopt;
        if (counts(*hit)) return hit;
        if (*hit == first) return std::nullopt;
        at = *hit;
    }
}

struct FindHits::Job : EventFinder {
    using EventFinder::EventFinder;
    quint64 begin = 0, end = 0;
    std::size_t room = 0;
    std::mutex mutex;
    std::vector<Hit> found;     // since it was last taken
    std::vector<quint64> open;  // found earlier, and not come back by then; when done: those that have since
    std::atomic<bool> done{false};

    // A worker is in one call at a time: its next event of a call ends the one that was open.
    void keepEnded() {
        std::map<std::uint16_t, quint64> running;
        const auto& events = recording->events();
        for (const auto seq : std::exchange(open, {}))
            running[events[seq].worker] = seq;
        for (auto at = begin; at < end && !running.empty() && !search.cancelled(); ++at) {
            const auto& event = events[at];
            if (event.phase != Phase::enter && event.phase != Phase::leave) continue;
            const auto ended = running.find(event.worker);
            if (ended == running.end()) continue;
            open.push_back(ended->second);
            running.erase(ended);
        }
    }

    void run() {
        keepEnded();
        for (auto at = begin; room > 0; --room) {
            const auto hit = forwards(at, end);
            if (!hit) break;
            const std::lock_guard lock(mutex);
            found.push_back({*hit, recording->events()[*hit].time_ns});
            at = *hit + 1;
        }
        done = true;
    }
};

FindHits::FindHits(QObject* parent) : QObject(parent) {
    watch_.setInterval(60);
    connect(&watch_, &QTimer::timeout, this, &FindHits::poll);
}

FindHits::~FindHits() {
    if (job_) job_->search.cancel();
}

void FindHits::clear() {
    if (job_) job_->search.cancel();
    job_.reset();
    watch_.stop();
    recording_.reset();
    shown_.reset();
    seen_ = 0;
    open_.clear();
    if (hits_.empty()) return;
    hits_.clear();
    emit changed();
}

void FindHits::find(std::shared_ptr<const Recording> recording, const TextQuery& query,
                    std::shared_ptr<const MatchSet> shown) {
    if (recording_ == recording && shown_ == shown && query_ == query) return goOn();
    clear();
    recording_ = std::move(recording);
    shown_ = std::move(shown);
    query_ = query;
    start();
}

void FindHits::goOn() {
    if (recording_ && !job_ && !cut() && recording_->events().size() > seen_) start();
}

void FindHits::start() {
    auto job = std::make_shared<Job>(recording_, query_, shown_);
    job->begin = seen_;
    job->end = seen_ = recording_->events().size();
    job->room = most - hits_.size();
    job->open = open_;
    job_ = job;
    watch_.start();
    QThreadPool::globalInstance()->start([job] { job->run(); });
}

void FindHits::poll() {
    if (!job_) return;
    const bool done = job_->done;
    std::vector<Hit> more;
    {
        const std::lock_guard lock(job_->mutex);
        more.swap(job_->found);
    }
    hits_.insert(hits_.end(), more.begin(), more.end());
    for (const auto& hit : more)
        if (recording_->events()[hit.seq].phase == Phase::enter) open_.push_back(hit.seq);
    if (done) {
        // What has come back meanwhile is found there, and counts once.
        auto ended = std::move(job_->open);
        std::sort(ended.begin(), ended.end());
        const auto isEnded = [&](quint64 seq) { return std::binary_search(ended.begin(), ended.end(), seq); };
        std::erase_if(open_, isEnded);
        if (!ended.empty()) std::erase_if(hits_, [&](const Hit& hit) { return isEnded(hit.seq); });
        job_.reset();
        watch_.stop();
    }
    if (done || !more.empty()) emit changed();
    if (done) goOn();
}

std::optional<quint64> FindHits::placeOf(quint64 seq) const {
    const auto found = std::lower_bound(hits_.begin(), hits_.end(), seq,
                                        [](const Hit& hit, quint64 wanted) { return hit.seq < wanted; });
    if (found == hits_.end() || found->seq != seq) return std::nullopt;
    return static_cast<quint64>(found - hits_.begin()) + 1;
}

}  // namespace ipcscope
