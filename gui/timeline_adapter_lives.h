// When each worker began and ended, and what was sent to it and has not been seen to arrive.
#pragma once

#include "runtime/recording.h"

#include <QtGlobal>

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
};

class TimelineLives {
public:
    // Looks at a piece of what is new, never at all events at once. GUI thread.
    void update(const Recording& run, const RunState& state);
    bool behind(const Recording& run) const { return scanned_ < run.events().size(); }
    const Life& of(std::uint16_t worker) const;
    const std::vector<Undelivered>& undelivered() const { return undelivered_; }
    qint64 firstCall() const { return first_call_; }

private:
    void scan(const Recording& run);
    std::unordered_map<std::uint16_t, Life> lives_;
    std::vector<Undelivered> undelivered_;
    std::vector<signed char> sends_;  // by operation: 1 = sends to a worker, 0 = does not, -1 = not known
    quint64 scanned_ = 0;
    qint64 first_call_ = 0;
};

}  // namespace ipcscope
