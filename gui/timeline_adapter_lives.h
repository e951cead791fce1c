// When each worker began and ended, and what was sent to it and has not been seen to arrive.
#pragma once

#include "runtime/reception.h"
#include "runtime/recording.h"

#include <QtGlobal>

#include <set>
#include <unordered_map>
#include <vector>

namespace ipcscope {

struct Life {
    qint64 born = 0, died = 0;  // ns; 0 = not known, not yet
    quint64 born_seq = 0, died_seq = 0;
    bool born_told = false, died_told = false;  // the seqs are valid
    bool moments = false;                       // it has had others: signals
    qint64 first_call = 0;                      // ns; 0 = none yet
};

struct Undelivered {
    quint64 seq = 0;
    qint64 time = 0;  // when it had been sent
    std::uint16_t target = 0;
    qint64 number = 0;  // of the signal, 0 = not known
    Reception way = Reception::taken;
    Receptions::Wait wait = {};  // held: until when
};

class TimelineLives {
public:
    explicit TimelineLives(const Registry& registry) : receptions_(registry) {}
    // Looks at a piece of what is new, never at all events at once. GUI thread.
    void update(const Recording& run, const RunState& state);
    bool behind(const Recording& run) const { return scanned_ < run.events().size(); }
    const Life& of(std::uint16_t worker) const;
    const std::vector<Undelivered>& undelivered() const { return undelivered_; }
    // Something that was sent to it waits, or was thrown away.
    bool undelivered(std::uint16_t worker) const { return waited_for_.count(worker) > 0; }
    qint64 firstCall() const { return first_call_; }

private:
    void scan(const Recording& run);
    void sent(const Recording& run, const Event& event);
    Receptions receptions_;
    quint64 receptions_of_ = 0;  // revision
    std::unordered_map<std::uint16_t, Life> lives_;
    std::vector<Undelivered> undelivered_;
    std::set<std::uint16_t> waited_for_;
    std::vector<signed char> sends_;  // by operation: 1 = sends to a worker, 0 = does not, -1 = not known
    quint64 scanned_ = 0;
    qint64 first_call_ = 0;
};

}  // namespace ipcscope
