#include "runtime/stuck_history.h"

#include "runtime/wait_text.h"
#include "runtime/worker_words.h"

#include <algorithm>
#include <limits>

namespace ipcscope {

namespace {

constexpr std::size_t most_orders = 4096;  // pairs of locks that are remembered
constexpr std::size_t most_limits = 64;    // of an object

bool same_holder(const HeldLock& held, WorkerId worker, HandleId open_file) {
    return held.facts.open_file == open_file && (open_file || held.worker == worker);
}

// Whole locks and locks on ranges of one object know nothing of each other.
bool ranged(const LockFacts& facts) {
    return facts.spec->start[0] != '\0';
}

void set_range(LockFacts& facts, std::int64_t start, std::int64_t length) {
    constexpr auto furthest = std::numeric_limits<std::int64_t>::max();
    if (length < 0) {
        facts.range = {start + length, start};
    } else {
        const bool to_end = length == 0 || start > furthest - length;
        facts.range = {start, to_end ? furthest : start + length};
    }
}

std::uint64_t level_key(std::uint32_t object, std::uint32_t level) {
    return std::uint64_t{object} << 32 | level;
}

template <typename T>
T& at(std::vector<T>& all, std::size_t index) {
    if (all.size() <= index) all.resize(index + 1);
    return all[index];
}

}  // namespace

std::optional<LockFacts> lock_facts(const RunState& state, const OperationSpec& operation,
                                    const std::vector<Value>& args, ObjectId object) {
    for (const auto& spec : operation.holds) {
        const bool meant = std::all_of(spec.when.begin(), spec.when.end(),
                                       [&](const auto& when) { return fits(when, operation, args); });
        if (!meant) continue;
        LockFacts out;
        out.spec = &spec;
        out.object = object;
        if (spec.of[0] || spec.of_open_file || !object) {
            const auto* value = argument(operation, args, spec.of[0] ? spec.of : operation.object);
            const auto* ref = value ? value->as<HandleRef>() : nullptr;
            const auto handle = ref ? state.handles.find(ref->id) : state.handles.end();
            if (handle == state.handles.end()) return {};
            out.object = handle->second.object;
            if (spec.of_open_file) out.open_file = handle->second.open_file;
        }
        if (spec.start[0]) {
            const auto number = [&](const char* name) {
                const auto* value = name[0] ? argument(operation, args, name) : nullptr;
                return value ? value->integer() : 0;
            };
            out.exact = number(spec.whence) == 0;
            if (out.exact) set_range(out, number(spec.start), number(spec.length));
        }
        return out;
    }
    return {};
}

bool conflict(const HeldLock& held, WorkerId worker, const LockFacts& wanted) {
    if (ranged(held.facts) != ranged(wanted)) return false;
    if (held.facts.spec->shared && wanted.spec->shared) return false;
    if (!held.facts.range.touches(wanted.range)) return false;
    // A lock that takes the place of the holder's own is never in its way.
    return !wanted.spec->replaces || !same_holder(held, worker, wanted.open_file);
}

StuckHistory::StuckHistory(const Registry& registry, const EventStore& events, const CallTable& calls,
                           std::uint64_t until)
    : events_(events), calls_(calls), until_(until) {
    for (const auto& ref : registry.operations()) {
        const auto& spec = *ref.operation;
        OperationFacts facts;
        facts.spec = &spec;
        facts.holds = !spec.holds.empty();
        facts.lends = facts.holds && spec.holds.front().act == HoldAct::lend;
        const auto& first = facts.holds ? spec.holds.front() : HoldSpec{};
        facts.plain = first.when.empty() && !first.of[0] && !first.of_open_file && !first.start[0];
        facts.closes = spec.side == Side::close;
        for (const auto& other : ref.mechanism->operations)
            for (const auto& wait : other.waits)
                facts.limits |= std::string_view(wait.limited_by) == spec.verb;
        facts.spawns = !spec.forks && spec.side == Side::create &&
                       std::any_of(spec.results.begin(), spec.results.end(),
                                   [](const auto& result) { return result.type.unit == Unit::pid; });
        facts.counts = !facts.holds && spec.flow != FlowRole::none &&
                       (spec.waits.empty() || spec.waits.front().by == EndedBy::partner);
        facts.delivers = spec.actor == Actor::kernel && spec.flow == FlowRole::receive;
        const auto& objects = ref.mechanism->objects;
        facts.told =
            spec.actor != Actor::worker && !objects.empty() && objects.front().flow == FlowPolicy::lifetime;
        facts_.push_back(facts);
    }
}

void StuckHistory::put(std::vector<bool>& set, std::size_t index, bool value) {
    if (set.size() <= index) set.resize(index + 1);
    set[index] = value;
}

const std::vector<HeldLock>& StuckHistory::held(ObjectId object) const {
    static const std::vector<HeldLock> none;
    const auto found = held_.find(object.value);
    return found == held_.end() ? none : found->second;
}

const std::vector<CallId>& StuckHistory::limits(ObjectId object) const {
    static const std::vector<CallId> none;
    const auto found = limits_.find(object.value);
    return found == limits_.end() ? none : found->second;
}

std::uint64_t StuckHistory::last_done(ObjectId object, bool received) const {
    const auto& all = received ? received_ : sent_;
    return object.value < all.size() ? all[object.value] : 0;
}

std::uint64_t StuckHistory::entered(WorkerId worker) const {
    return worker.value < entered_.size() ? entered_[worker.value] : 0;
}

std::uint64_t StuckHistory::ended(WorkerId worker) const {
    return worker.value < told_.size() ? told_[worker.value] : 0;
}

std::vector<WorkerId> StuckHistory::takers(ObjectId object, std::uint32_t level) const {
    const auto found = taken_.find(level_key(object.value, level));
    std::vector<WorkerId> out;
    if (found == taken_.end()) return out;
    for (const auto& [worker, taken] : found->second) {
        if (taken < 0) return {};  // one only gives: it is no lock
        if (taken > 0) out.push_back(WorkerId{worker});
    }
    return out;
}

void StuckHistory::read(const RunState& state) {
    const auto end = std::min(events_.size(), until_);
    for (; read_ < end; ++read_) {
        const auto& event = events_[read_];
        if (event.phase == Phase::lost) lossy_ = true;
        const auto index = event.operation - 1u;
        if (event.phase == Phase::state) {
            if ((event.flags & event_flag::relative) == 0 && event.worker == 0)
                taken_.erase(level_key(event.object, event.call));  // it was looked at anew
            else if (index < facts_.size() && facts_[index].counts)
                level(event, facts_[index]);
            continue;
        }
        if (index >= facts_.size()) continue;
        const auto& facts = facts_[index];
        if (event.phase == Phase::enter) {
            at(entered_, event.worker) = read_ + 1;
            if (has(raised_, event.worker)) put(raised_, event.worker, false);
            if (facts.lends) lend(state, event, facts);
        } else if (event.phase == Phase::leave) {
            leave(state, read_, event, facts);
        } else if (facts.told) {
            at(told_, event.worker) = read_ + 1;
        } else if (event.phase == Phase::instant && facts.delivers && event.object == 0) {
            put(later_, event.worker, false);
        }
    }
    drop_dead(state);
}

void StuckHistory::level(const Event& event, const OperationFacts&) {
    if ((event.flags & event_flag::relative) == 0 || event.worker == 0) return;
    auto& all = taken_[level_key(event.object, event.call)];
    auto mine =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == event.worker; });
    if (mine == all.end()) mine = all.insert(all.end(), {event.worker, 0});
    // A file may claim any numbers: such a one is not counted.
    if (std::int64_t left = 0; !__builtin_sub_overflow(mine->second, event.ret, &left)) mine->second = left;
    if (event.ret > 0) put(raised_, event.worker, true);
}

void StuckHistory::leave(const RunState& state, std::uint64_t seq, const Event& event,
                         const OperationFacts& facts) {
    const auto& spec = *facts.spec;
    const WorkerId worker{event.worker};
    if (facts.lends) {
        for (auto& lock : lent_[event.worker])
            if ((event.flags & event_flag::ended) == 0) take(lock, false);
        lent_.erase(event.worker);
        if (event.err == 0 && spec.flow != FlowRole::none) at(received_, event.object) = seq + 1;
        return;
    }
    if (facts.holds) {
        static const std::vector<Value> no_args;
        const auto* call = facts.plain ? nullptr : calls_.find(CallId{event.call});
        const auto lock = lock_facts(state, spec, call ? call->args : no_args, ObjectId{event.object});
        if (lock && lock->object) {
            const bool done = event.err == 0 || (event.err == lock->spec->also_on && event.err != 0);
            if (done && (event.flags & event_flag::ended) == 0) {
                if (lock->spec->act == HoldAct::take)
                    take({worker, *lock, 1, seq}, !spec.waits.empty());
                else
                    give(worker, *lock);
            }
        }
    }
    if (event.err != 0) return;
    const bool posts = spec.flow == FlowRole::exchange && has(raised_, event.worker);
    if (spec.flow == FlowRole::send || posts) at(sent_, event.object) = seq + 1;
    if (spec.flow == FlowRole::receive || spec.flow == FlowRole::exchange)
        at(received_, event.object) = seq + 1;
    if (facts.closes && event.object != 0)
        if (const auto found = held_.find(event.object); found != held_.end())
            std::erase_if(found->second, [&](const HeldLock& lock) {
                return ranged(lock.facts) && !lock.facts.open_file && lock.worker == worker;
            });
    if (facts.limits) {
        auto& calls = limits_[event.object];
        if (calls.empty() || calls.back().value != event.call) calls.push_back(CallId{event.call});
        if (calls.size() > most_limits) calls.erase(calls.begin());
    }
    if (facts.spawns) put(others_, event.worker, true);
    if (spec.later) put(later_, event.worker, true);
}

void StuckHistory::lend(const RunState& state, const Event& event, const OperationFacts& facts) {
    const auto* call = calls_.find(CallId{event.call});
    const auto lock = call ? lock_facts(state, *facts.spec, call->args) : std::nullopt;
    if (!lock) return;
    auto& locks = held_[lock->object.value];
    for (const auto& one : locks)
        if (one.worker.value == event.worker) lent_[event.worker].push_back(one);
    std::erase_if(locks, [&](const HeldLock& one) { return one.worker.value == event.worker; });
}

void StuckHistory::take(const HeldLock& lock, bool can_wait) {
    auto& locks = held_[lock.facts.object.value];
    const auto mine = [&](const HeldLock& one) {
        return ranged(one.facts) == ranged(lock.facts) && same_holder(one, lock.worker, lock.facts.open_file);
    };
    if (lock.facts.spec->replaces) {
        // What is left of its own on both sides.
        std::vector<HeldLock> rest;
        for (const auto& one : locks) {
            if (!mine(one) || !one.facts.range.touches(lock.facts.range)) continue;
            for (const LockRange part : {LockRange{one.facts.range.begin, lock.facts.range.begin},
                                         LockRange{lock.facts.range.end, one.facts.range.end}})
                if (part.begin < part.end) rest.push_back(one), rest.back().facts.range = part;
        }
        std::erase_if(locks, [&](const HeldLock& one) {
            return mine(one) && one.facts.range.touches(lock.facts.range);
        });
        locks.insert(locks.end(), rest.begin(), rest.end());
    } else {
        const auto again = std::find_if(locks.begin(), locks.end(), mine);
        if (again != locks.end() && again->facts.spec->shared == lock.facts.spec->shared) {
            ++again->depth;
            return;
        }
    }
    // It was free, so whoever was thought to have it has not: the memory was made anew, an event was lost.
    if (lock.facts.exact)
        std::erase_if(locks, [&](const HeldLock& one) {
            return one.facts.exact && !mine(one) && conflict(one, lock.worker, lock.facts);
        });
    if (can_wait) note_order(lock);
    locks.push_back(lock);
}

void StuckHistory::give(WorkerId worker, const LockFacts& facts) {
    auto& locks = held_[facts.object.value];
    if (facts.spec->replaces) {
        HeldLock nothing{worker, facts, 1, 0};
        take(nothing, false);
        std::erase_if(held_[facts.object.value], [](const HeldLock& one) { return one.seq == 0; });
        // A lock of unknown bytes: which are left is not known either.
        if (!facts.exact)
            std::erase_if(held_[facts.object.value], [&](const HeldLock& one) {
                return ranged(one.facts) && same_holder(one, worker, facts.open_file);
            });
        return;
    }
    auto found =
        std::find_if(locks.rbegin(), locks.rend(), [&](const HeldLock& one) { return one.worker == worker; });
    if (found == locks.rend() && !locks.empty())
        found = locks.rbegin();  // somebody else's: some may be given so
    if (found != locks.rend() && --found->depth == 0) locks.erase(std::next(found).base());
}

void StuckHistory::note_order(const HeldLock& wanted) {
    if (orders_.size() >= most_orders || wanted.facts.open_file) return;
    std::vector<const HeldLock*> now;
    for (const auto& [object, locks] : held_)
        for (const auto& one : locks)
            if (one.worker == wanted.worker && !one.facts.open_file) now.push_back(&one);
    for (const auto* one : now) {
        const bool same =
            one->facts.object == wanted.facts.object && one->facts.range.begin == wanted.facts.range.begin;
        const bool known = std::any_of(orders_.begin(), orders_.end(), [&](const Order& order) {
            return order.worker == wanted.worker && order.held.facts.object == one->facts.object &&
                   order.held.facts.range.begin == one->facts.range.begin &&
                   order.wanted.facts.object == wanted.facts.object &&
                   order.wanted.facts.range.begin == wanted.facts.range.begin &&
                   order.held.shared() == one->shared() && order.wanted.shared() == wanted.shared();
        });
        if (same || known) continue;
        Order order{wanted.worker, *one, wanted, {}};
        for (const auto* gate : now)
            if (gate != one && !gate->shared())
                order.gates.emplace_back(gate->facts.object, gate->facts.range.begin);
        orders_.push_back(std::move(order));
    }
}

// What a process or the last copy of an open file takes with it.
void StuckHistory::drop_dead(const RunState& state) {
    for (auto& [object, locks] : held_) {
        if (locks.empty()) continue;
        const auto info = state.objects.find(ObjectId{object});
        std::erase_if(locks, [&](const HeldLock& lock) {
            if (lock.facts.open_file)
                return std::none_of(state.handles.begin(), state.handles.end(), [&](const auto& item) {
                    return item.second.open_file == lock.facts.open_file && !item.second.open_in.empty();
                });
            const auto* worker = state.worker(lock.worker);
            if (!worker || !has_ended(*worker)) return false;
            const auto& spec = *lock.facts.spec;
            if (!spec.outlives || info == state.objects.end()) return true;
            const auto* made = calls_.find(info->second.made_by);
            const auto index = made ? made->operation.value - 1u : facts_.size();
            if (!spec.robust[0] || index >= facts_.size()) return false;
            const auto* robust = argument(*facts_[index].spec, made->args, spec.robust);
            return robust && robust->integer() != 0;
        });
    }
}

}  // namespace ipcscope
