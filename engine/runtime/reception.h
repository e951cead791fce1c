// How each worker takes what is sent to it (ReceptionSpec), as its recorded calls have made it: whether a
// number that comes is thrown away, or waits.
#pragma once

#include "runtime/event_store.h"
#include "runtime/run_state.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace ipcscope {

enum class Reception : std::uint8_t {
    taken,    // it does something at once: a handler, an end, a stop
    ignored,  // thrown away
    held,     // waits (pending)
};

class Receptions {
public:
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    explicit Receptions(const Registry& registry);
    // Every event once, in the order of the store.
    void add(const Event& event, const CallTable& calls);
    // What becomes of a number that is sent to a worker at `time_ns`.
    Reception at(const RunState& state, WorkerId worker, std::int64_t number, std::int64_t time_ns) const;
    // Until when a number that is held then waits, if nothing takes it before; never = it still does.
    struct Wait {
        std::int64_t until_ns = never;
        bool discarded = false;  // it is thrown away then
    };
    Wait held(const RunState& state, WorkerId worker, std::int64_t number, std::int64_t time_ns) const;
    std::uint64_t revision() const { return revision_; }  // another one: the answers can be others

private:
    // A set of the numbers 1 to 64 as bits, and what has become of one: first `off`, then `on`.
    struct Deed {
        std::uint64_t on = 0, off = 0;
        std::uint64_t done(std::uint64_t set) const { return (set & ~off) | on; }
    };
    struct Change {  // all that a worker has done until then
        std::int64_t time_ns = 0;
        Deed ignored, held;
    };
    struct Worker {
        std::int64_t first_ns = never;  // its first event
        std::vector<Change> changes;    // in order of time
    };
    struct Sets {
        std::uint64_t ignored = 0, held = 0;
    };
    Sets inherited(const RunState& state, WorkerId worker, int generation) const;
    Sets sets(const RunState& state, WorkerId worker, std::int64_t time_ns, int generation = 0) const;

    const Registry& registry_;
    std::vector<std::uint8_t> changing_;  // by operation: it changes something
    Sets first_;                          // of a process that nobody has forked
    std::vector<Worker> workers_;         // by id
    std::uint64_t revision_ = 0;
};

}  // namespace ipcscope
