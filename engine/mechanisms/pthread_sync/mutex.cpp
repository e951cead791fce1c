#include "mechanisms/pthread_sync/objects.h"

#include <linux/futex.h>

namespace ipcscope::mechanisms::pthread_sync {
namespace {

// Bits of __data.__kind.
constexpr int robust_bit = 16, inherit_bit = 32, protect_bit = 64, shared_bit = 128, type_bits = 3;
constexpr unsigned ceiling_bits = 0xfff80000;      // of __data.__lock, if it has a ceiling
constexpr int inconsistent = 0x7fffffff;           // instead of an owner: locked after its death
constexpr int not_recoverable = inconsistent - 1;  // unlocked without being made consistent

struct MutexState {
    bool locked, waiters;
    int owner;
    unsigned depth;
    int condition;  // as the spec's choice
};

MutexState state_of(const pthread_mutex_t& mutex) {
    const auto& data = mutex.__data;
    const auto word = static_cast<unsigned>(data.__lock);
    if (data.__kind == -1) return {false, false, 0, 0, 4};
    MutexState state{};
    if (data.__kind & (robust_bit | inherit_bit)) {  // the word holds the thread id, as futex(2) wants it
        state.locked = (word & FUTEX_TID_MASK) != 0;
        state.waiters = (word & FUTEX_WAITERS) != 0;
        state.owner = static_cast<int>(word & FUTEX_TID_MASK);
        if (word & FUTEX_OWNER_DIED) state.condition = 1;
        if (data.__owner == inconsistent && state.locked) state.condition = 2;
        if (data.__owner == not_recoverable) state = {false, state.waiters, 0, 0, 3};
    } else {
        const auto lock = data.__kind & protect_bit ? word & ~ceiling_bits : word;
        state.locked = lock != 0;
        state.waiters = lock > 1;
        state.owner = state.locked ? data.__owner : 0;
    }
    const bool counts = (data.__kind & type_bits) == PTHREAD_MUTEX_RECURSIVE;
    state.depth = !state.locked ? 0 : counts ? data.__count : 1;
    return state;
}

// Was the call made, and did it succeed?
template <typename F>
bool operate(Call& call, F&& how) {
    auto* mutex = place_of<pthread_mutex_t>(call, "mutex");
    if (!mutex) return false;
    call.run_errno([&] { return how(mutex); });
    if (call.ok() || call.err() == EOWNERDEAD) tell_locked(call, mutex);
    return call.ok();
}

}  // namespace

// Looked up afresh: what others did meanwhile is told by them at a later time.
void tell_locked(Call& call, const pthread_mutex_t* mutex) {
    if (const auto now = peek<pthread_mutex_t>(getpid(), mutex))
        call.level_of("mutex", 0, state_of(*now).locked ? 1 : 0, false);
}

void mutex_init(Call& call) {
    const auto place = place_in(call, "pthread_mutex_t", sizeof(pthread_mutex_t), alignof(pthread_mutex_t));
    if (!place) return;
    const auto type = static_cast<int>(call.integer("type"));
    const auto protocol = static_cast<int>(call.integer("protocol"));
    const int robust = call.flag("robust") ? PTHREAD_MUTEX_ROBUST : PTHREAD_MUTEX_STALLED;
    const int shared = shared_of(call);
    const auto ceiling = static_cast<int>(call.integer("ceiling"));
    auto* mutex = reinterpret_cast<pthread_mutex_t*>(place->address);
    call.run_errno([&] {
        pthread_mutexattr_t attributes;
        int error = pthread_mutexattr_init(&attributes);
        if (!error) error = pthread_mutexattr_settype(&attributes, type);
        if (!error) error = pthread_mutexattr_setrobust(&attributes, robust);
        if (!error) error = pthread_mutexattr_setprotocol(&attributes, protocol);
        if (!error && protocol == PTHREAD_PRIO_PROTECT)
            error = pthread_mutexattr_setprioceiling(&attributes, ceiling);
        if (!error) error = pthread_mutexattr_setpshared(&attributes, shared);
        if (!error) error = pthread_mutex_init(mutex, &attributes);
        pthread_mutexattr_destroy(&attributes);
        return error;
    });
    if (!call.ok()) return;
    tell_opened(call, "mutex", *place);
    call.level(0, 0, false);
}

void mutex_at(Call& call) {
    const auto place = place_in(call, "pthread_mutex_t", sizeof(pthread_mutex_t), alignof(pthread_mutex_t));
    if (!place) return;
    call.run_errno([] { return 0; });
    tell_opened(call, "mutex", *place);
    if (const auto now = peek<pthread_mutex_t>(getpid(), place->address))
        call.level(0, state_of(*now).locked ? 1 : 0, false);
}

void mutex_lock(Call& call) {
    operate(call, [](pthread_mutex_t* mutex) { return pthread_mutex_lock(mutex); });
}

void mutex_trylock(Call& call) {
    operate(call, [](pthread_mutex_t* mutex) { return pthread_mutex_trylock(mutex); });
}

void mutex_timedlock(Call& call) {
    const auto limit = moment_after(call.integer("timeout"), CLOCK_REALTIME);
    operate(call, [&](pthread_mutex_t* mutex) { return pthread_mutex_timedlock(mutex, &limit); });
}

void mutex_clocklock(Call& call) {
    const auto clock = static_cast<clockid_t>(call.integer("clock"));
    const auto limit = moment_after(call.integer("timeout"), clock);
    operate(call, [&](pthread_mutex_t* mutex) { return pthread_mutex_clocklock(mutex, clock, &limit); });
}

void mutex_unlock(Call& call) {
    operate(call, [](pthread_mutex_t* mutex) { return pthread_mutex_unlock(mutex); });
}

void mutex_consistent(Call& call) {
    operate(call, [](pthread_mutex_t* mutex) { return pthread_mutex_consistent(mutex); });
}

void mutex_destroy(Call& call) {
    if (operate(call, [](pthread_mutex_t* mutex) { return pthread_mutex_destroy(mutex); }))
        call.removed("mutex");
}

Result<Fields> observe_mutex(pid_t process, const void* address) {
    const auto mutex = peek<pthread_mutex_t>(process, address);
    if (!mutex) return tl::unexpected(mutex.error());
    const auto now = state_of(*mutex);
    Fields out{
        {"now", List{Fields{
                    {"value", now.locked ? 1 : 0}, {"owner", std::max(now.owner, 0)}, {"depth", now.depth}}}},
        {"waiters", now.waiters},
        {"condition", now.condition}};
    const int kind = mutex->__data.__kind;
    if (kind == -1) return out;
    out.emplace_back("type", kind & type_bits);
    out.emplace_back("robust", (kind & robust_bit) != 0);
    out.emplace_back("protocol", kind & inherit_bit   ? PTHREAD_PRIO_INHERIT
                                 : kind & protect_bit ? PTHREAD_PRIO_PROTECT
                                                      : PTHREAD_PRIO_NONE);
    out.emplace_back("shared", (kind & shared_bit) != 0);
    return out;
}

}  // namespace ipcscope::mechanisms::pthread_sync
