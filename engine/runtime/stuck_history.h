// What an analysis of waits has to know of the past: who holds which lock, who posted last, in which order
// locks were taken. Reads every event once.
#pragma once

#include "runtime/stuck.h"

#include <optional>
#include <unordered_map>
#include <utility>

namespace ipcscope {

// Bytes [begin, end) of an object; the whole of it by default.
struct LockRange {
    std::int64_t begin = 0, end = INT64_MAX;
    bool touches(const LockRange& other) const { return begin < other.end && other.begin < end; }
};

// What a call takes or gives, in numbers.
struct LockFacts {
    const HoldSpec* spec = nullptr;
    ObjectId object;
    HandleId open_file;  // held by it; none = by the process
    LockRange range;
    bool exact = true;  // false = which bytes is not known
};
// The hold of these arguments; `object`: of the call's event, if it is known.
std::optional<LockFacts> lock_facts(const RunState& state, const OperationSpec& operation,
                                    const std::vector<Value>& args, ObjectId object = {});

struct HeldLock {
    WorkerId worker;  // who took it; the holder, unless an open file is
    LockFacts facts;
    unsigned depth = 1;
    std::uint64_t seq = 0;  // of the event by which it was taken

    bool shared() const { return facts.spec->shared; }
};

class StuckHistory {
public:
    // `until`: of later events nothing is known.
    StuckHistory(const Registry& registry, const EventStore& events, const CallTable& calls,
                 std::uint64_t until = ~std::uint64_t{0});

    void read(const RunState& state);  // up to the end of the store

    const std::vector<HeldLock>& held(ObjectId object) const;
    bool may_come_back_later(WorkerId worker) const { return has(later_, worker.value); }
    bool has_other_children(WorkerId worker) const { return has(others_, worker.value); }
    // Calls on the object that some wait names as limiting it.
    const std::vector<CallId>& limits(ObjectId object) const;
    // The last operation that sent to, posted to or took from (`received`) the object: sequence plus one.
    std::uint64_t last_done(ObjectId object, bool received) const;
    std::uint64_t entered(WorkerId worker) const;  // its last enter event, plus one
    std::uint64_t ended(WorkerId worker) const;  // when it was told that it has ended, plus one; 0 = not yet
    // Who has taken more from the level than given back, if that is how everybody uses it: as a lock. {} =
    // not.
    std::vector<WorkerId> takers(ObjectId object, std::uint32_t level) const;
    bool lossy() const { return lossy_; }  // events were lost: what is known of locks may be wrong

    // "held while another was taken", the first time by each worker.
    struct Order {
        WorkerId worker;
        HeldLock held, wanted;
        std::vector<std::pair<ObjectId, std::int64_t>> gates;  // other locks that it held alone then
    };
    const std::vector<Order>& orders() const { return orders_; }

private:
    struct OperationFacts {
        const OperationSpec* spec = nullptr;
        bool holds = false, lends = false, plain = false;  // plain: the arguments do not matter
        bool closes = false, limits = false, spawns = false, counts = false, delivers = false;
        bool told = false;  // by the supervisor, of a worker
    };
    static bool has(const std::vector<bool>& set, std::size_t index) {
        return index < set.size() && set[index];
    }
    static void put(std::vector<bool>& set, std::size_t index, bool value);
    void leave(const RunState& state, std::uint64_t seq, const Event& event, const OperationFacts& facts);
    void lend(const RunState& state, const Event& event, const OperationFacts& facts);
    void level(const Event& event, const OperationFacts& facts);
    void take(const HeldLock& lock, bool can_wait);
    void give(WorkerId worker, const LockFacts& facts);
    void note_order(const HeldLock& wanted);
    void drop_dead(const RunState& state);

    const EventStore& events_;
    const CallTable& calls_;
    const std::uint64_t until_;
    std::vector<OperationFacts> facts_;  // by OperationId - 1
    std::uint64_t read_ = 0;
    bool lossy_ = false;
    std::unordered_map<std::uint32_t, std::vector<HeldLock>> held_;  // by object
    std::unordered_map<std::uint32_t, std::vector<HeldLock>> lent_;  // by worker
    std::unordered_map<std::uint32_t, std::vector<CallId>> limits_;  // by object
    std::vector<std::uint64_t> entered_, told_;                      // by worker
    std::vector<bool> later_, others_, raised_;                      // by worker
    std::vector<std::uint64_t> sent_, received_;                     // by object
    // By object and level: how much more each worker has taken than given.
    std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint16_t, std::int64_t>>> taken_;
    std::vector<Order> orders_;
};

bool conflict(const HeldLock& held, WorkerId worker, const LockFacts& wanted);

}  // namespace ipcscope
