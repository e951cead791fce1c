// All events that a search finds, counted beside the window: how many there are and where they lie, for the
// bar and the overview.
#pragma once

#include "runtime/match_set.h"
#include "runtime/text_search.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ipcscope {

// Finds one after the other. Holds all that it reads; one thread at a time.
struct EventFinder {
    EventFinder(std::shared_ptr<const Recording> r, TextQuery query, std::shared_ptr<const MatchSet> only)
        : recording(std::move(r)), search(*recording, std::move(query)), shown(std::move(only)) {}
    std::shared_ptr<const Recording> recording;
    TextSearch search;
    std::shared_ptr<const MatchSet> shown;  // nullptr = all

    bool counts(quint64 seq) const;
    std::optional<quint64> forwards(quint64 begin, quint64 end) const;  // end: not looked at any more
    std::optional<quint64> back(quint64 from, quint64 first) const;     // both may be found
};

class FindHits : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 1'000'000;  // that are kept
    struct Hit {
        quint64 seq = 0;
        qint64 time = 0;  // ns
    };
    explicit FindHits(QObject* parent = nullptr);
    ~FindHits() override;
    // Another search; the same one goes on.
    void find(std::shared_ptr<const Recording> recording, const TextQuery& query,
              std::shared_ptr<const MatchSet> shown);
    void clear();
    void goOn();                                           // there are more events
    const std::vector<Hit>& all() const { return hits_; }  // in the order of the events
    std::size_t count() const { return hits_.size(); }
    bool cut() const { return hits_.size() >= most; }
    bool busy() const { return job_ != nullptr; }
    std::optional<quint64> placeOf(quint64 seq) const;  // the first is 1

Q_SIGNALS:
    void changed();

private:
    struct Job;
    void start();
    void poll();
    std::shared_ptr<const Recording> recording_;
    std::shared_ptr<const MatchSet> shown_;
    TextQuery query_;
    std::shared_ptr<Job> job_;
    QTimer watch_;
    std::vector<Hit> hits_;
    quint64 seen_ = 0;           // events that were looked at
    std::vector<quint64> open_;  // of the hits: calls that had not come back by then
};

}  // namespace ipcscope
