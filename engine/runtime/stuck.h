// Why is it stuck: who waits for what, who could end that, and whether anybody ever will. Pure: made of what
// was recorded and of the state at one moment. The rules stand in stuck.md.
#pragma once

#include "runtime/recording.h"

#include <functional>
#include <memory>
#include <set>
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
    WorkerId worker = {};
    HandleId handle = {};        // through this one, if it takes one
    OperationId operation = {};  // by this one; none = a lock is given up, a process ends
    std::uint64_t held = 0;      // a holder: sequence plus one of the event by which it got the lock
    bool blocked = false;        // it waits itself
    bool stuck = false;          // and nobody of the run ends that
    bool ended = false;          // a holder that is no more, and has not given it up
};

struct StuckWait {
    WorkerId worker;
    CallId call;
    ObjectId object;  // none = it waits for no object (a child's end)
    EndedBy kind = EndedBy::partner;
    std::int64_t since_ns = 0;  // CLOCK_MONOTONIC
    std::uint64_t seq = 0;      // of its enter event, plus one; 0 = not known
    // Holders (and leavers) are all needed: an AND-wait. Of the others any `needed` will do.
    bool all = false;
    std::size_t needed = 1;
    std::vector<Releaser> releasers;
    bool outside = false;      // others than the run's workers could end it, too
    bool unowned = false;      // possible only: anybody who has the semaphore could post
    bool limited = false;      // it comes back by itself
    std::int64_t ends_ns = 0;  // limited: when, at about (CLOCK_MONOTONIC); 0 = not known
    std::uint64_t posted = 0;  // sequence plus one of the last operation that ended such waits here; 0 = none
    Verdict verdict = Verdict::waiting;
    // In words, English (see tell_stuck):
    std::string what;   // "m to be unlocked"
    std::string by;     // "m to be unlocked, held by child"; "a writer of p (child or logger)"
    std::string words;  // "child waits for m to be unlocked: parent has held it since line 4."
    std::string
        advice;  // what would end it, or prevent it: "Close p.write_end in child."; "" = nothing to say
};

struct Deadlock {
    bool certain = false;
    std::vector<WorkerId> workers;  // each waits for the next one (or for one that has ended)
    std::string words;              // "a waits for ..., which b holds. b waits for ..., which a holds."
    std::string reason;             // why it is not certain; "" = it is
    std::string advice;
};

// Workers have taken locks in orders that can end in a deadlock, though they have not yet.
struct LockOrderWarning {
    struct Step {
        WorkerId worker;
        ObjectId held, wanted;
        std::uint64_t held_seq = 0, wanted_seq = 0;  // leave events of the two
    };
    std::vector<Step> steps;  // each has taken what the one before held; the first, what the last held
    std::string words;
};

struct StuckReport {
    std::vector<StuckWait> waits;     // by worker
    std::vector<Deadlock> deadlocks;  // certain ones first
    std::vector<LockOrderWarning> warnings;
    // Of a run that goes on, false: a deadlock is suspected, and told when it was seen a second time.
    bool settled = true;

    bool empty() const { return waits.empty() && warnings.empty(); }
    const StuckWait* wait_of(WorkerId worker) const;     // nullptr = it does not wait
    const Deadlock* deadlock_of(WorkerId worker) const;  // nullptr = it is in none
    Verdict verdict() const;                             // the worst of all
};

// Keeps what it has read of a recording (who holds what, who posted last), so that each analysis reads only
// what is new. One thread, the one that appends or one that is alone.
class StuckAnalyser {
public:
    // `until`: of later events nothing is known.
    StuckAnalyser(const Registry& registry, const EventStore& events, const CallTable& calls,
                  std::uint64_t until = ~std::uint64_t{0});
    ~StuckAnalyser();
    // `on_their_way`: objects whose descriptors a message carries that nobody has received yet.
    StuckReport analyse(const RunState& state, const std::set<ObjectId>& on_their_way = {});

private:
    const Registry& registry_;
    const EventStore& events_;
    const CallTable& calls_;
    std::unique_ptr<class StuckHistory> history_;
    std::vector<LockOrderWarning> warnings_;
    std::size_t orders_known_ = 0;
};

// At once: reads the whole recording, or its first events up to the moment that `state` is of.
StuckReport analyse_stuck(const Recording& recording, const RunState& state,
                          std::uint64_t events = ~std::uint64_t{0});

// Fills the words of a report in anew, `translate` getting every text before names are filled in; empty =
// English.
using Translate = std::function<std::string(const char*)>;
void tell_stuck(StuckReport& report, const RunState& state, const Registry& registry,
                const EventStore& events, const CallTable& calls, const Translate& translate = {});

const char* verdict_words(Verdict verdict);  // IPC_TR "deadlock", "possible deadlock", "waiting"

}  // namespace ipcscope
