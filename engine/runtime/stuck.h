// Why is it stuck: who waits for what, who could end that, and whether anybody ever can. Pure: out of what
// was recorded and the state at one moment. See stuck.md for the rules.
#pragma once

#include "runtime/recording.h"

#include <memory>
#include <string>
#include <vector>

namespace ipcscope {

enum class Verdict : std::uint8_t {
    waiting,   // somebody can end it, or it ends by itself
    possible,  // nobody of the run will, as far as can be told; the reason why that is not certain is said
    certain,   // nobody ever will: a deadlock
};

// Somebody who could end a wait.
struct Releaser {
    WorkerId worker;
    std::string how;  // "by pipe.write(p.write_end)", "which holds m since line 5": goes on after the name
    bool blocked = false;     // it waits itself
    bool stuck = false;       // and nobody of the run ends that
    bool ended = false;       // a holder that is no more, and has not given it up
    bool itself = false;      // the very worker that waits
    std::uint64_t since = 0;  // a holder: sequence plus one of the event by which it got it; 0 = none
};

struct StuckWait {
    WorkerId worker;
    CallId call;
    ObjectId object;            // none = it waits for no object (a child's end)
    std::int64_t since_ns = 0;  // CLOCK_MONOTONIC
    std::uint64_t seq = 0;      // of its enter event, plus one; 0 = not known
    std::string what;           // "m to be unlocked"
    std::string by;             // "m to be unlocked by child", "a writer of p: child or logger"
    bool all = false;           // an AND-wait: all releasers are needed. Else any `needed` of them
    std::size_t needed = 1;
    std::vector<Releaser> releasers;
    std::string outside;       // who else could end it, beside the run's workers; "" = nobody
    bool limited = false;      // it comes back by itself
    std::int64_t ends_ns = 0;  // limited: when, at about (CLOCK_MONOTONIC); 0 = not known
    Verdict verdict = Verdict::waiting;
    std::string words;   // a sentence: "child waits for m to be unlocked; parent has held it since line 4."
    std::string advice;  // what would end it: "close p.write_end in child"; "" = nothing to say
};

struct Deadlock {
    bool certain = false;
    std::vector<WorkerId>
        workers;         // that wait for each other (or for one that has ended), in a ring if there is
    std::string words;   // "a waits for m2, which b holds; b waits for m1, which a holds."
    std::string reason;  // why it is not certain; "" = it is
    std::string advice;
};

// Two or more workers have taken locks in an order that can end in a deadlock, though it has not yet.
struct LockOrderWarning {
    struct Step {
        WorkerId worker;
        ObjectId held, wanted;
        std::uint64_t held_seq = 0, wanted_seq = 0;  // leave events of the two
        int held_line = 0, wanted_line = 0;          // of the program; 0 = none
    };
    std::vector<Step> steps;  // each wants what the next one holds, the last what the first holds
    std::string words;
};

struct StuckReport {
    std::uint64_t revision = 0;  // grows with each new one of a run
    std::vector<StuckWait> waits;
    std::vector<Deadlock> deadlocks;
    std::vector<LockOrderWarning> warnings;

    bool empty() const { return waits.empty() && warnings.empty(); }
    const StuckWait* wait_of(WorkerId worker) const;     // nullptr = it does not wait
    const Deadlock* deadlock_of(WorkerId worker) const;  // the certain one first; nullptr = in none
    Verdict verdict() const;                             // the worst of all
};

// Keeps what it has read of a recording (who holds what, who posted last), so that each analysis reads only
// what is new. One thread.
class StuckAnalyser {
public:
    StuckAnalyser(const Registry& registry, const EventStore& events, const CallTable& calls);
    ~StuckAnalyser();
    StuckReport analyse(const RunState& state);

private:
    std::unique_ptr<class HoldHistory> history_;
    const Registry& registry_;
    const EventStore& events_;
    const CallTable& calls_;
};

// All at once; reads the whole recording.
StuckReport analyse_stuck(const Recording& recording, const RunState& state);

// "deadlock", "possible deadlock", "waits".
const char* verdict_words(Verdict verdict);  // IPC_TR

}  // namespace ipcscope
