#include "find_hits.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>

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
    std::vector<Hit> found;  // since it was last taken
    std::atomic<bool> done{false};

    void run() {
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
    if (done) {
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
