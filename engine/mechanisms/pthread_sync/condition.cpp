#include "mechanisms/pthread_sync/objects.h"

namespace ipcscope::mechanisms::pthread_sync {
namespace {

// Bits of __data.__wrefs; above them the number of those who wait.
constexpr unsigned shared_bit = 1, monotonic_bit = 2, waiting_shift = 3;

clockid_t clock_of(const pthread_cond_t& condition) {
    return condition.__data.__wrefs & monotonic_bit ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

void tell_waiting(Call& call, const void* address) {
    if (const auto now = peek<pthread_cond_t>(getpid(), address))
        call.level(0, now->__data.__wrefs >> waiting_shift, false);
}

// Was the call made, and did it succeed?
template <typename F>
bool operate(Call& call, F&& how) {
    auto* condition = place_of<pthread_cond_t>(call, "condition");
    if (!condition) return false;
    call.run_errno([&] { return how(condition); });
    return call.ok();
}

// Whoever waits has given the mutex away: both levels change as the call begins, and again with its end.
template <typename F>
void wait(Call& call, F&& how) {
    auto* condition = place_of<pthread_cond_t>(call, "condition");
    auto* mutex = condition ? place_of<pthread_mutex_t>(call, "mutex") : nullptr;
    if (!mutex) return;
    call.level(0, 1, true);
    call.level_of("mutex", 0, 0, false);
    call.run_errno([&] { return how(condition, mutex); });
    call.level(0, -1, true);
    tell_locked(call, mutex);
}

}  // namespace

void cond_init(Call& call) {
    const auto place = place_in(call, "pthread_cond_t", sizeof(pthread_cond_t), alignof(pthread_cond_t));
    if (!place) return;
    const auto clock = static_cast<clockid_t>(call.integer("clock"));
    const int shared = shared_of(call);
    auto* condition = reinterpret_cast<pthread_cond_t*>(place->address);
    call.run_errno([&] {
        pthread_condattr_t attributes;
        int error = pthread_condattr_init(&attributes);
        if (!error) error = pthread_condattr_setclock(&attributes, clock);
        if (!error) error = pthread_condattr_setpshared(&attributes, shared);
        if (!error) error = pthread_cond_init(condition, &attributes);
        pthread_condattr_destroy(&attributes);
        return error;
    });
    if (!call.ok()) return;
    tell_opened(call, "condition", *place);
    call.level(0, 0, false);
}

void cond_at(Call& call) {
    const auto place = place_in(call, "pthread_cond_t", sizeof(pthread_cond_t), alignof(pthread_cond_t));
    if (!place) return;
    call.run_errno([] { return 0; });
    tell_opened(call, "condition", *place);
    tell_waiting(call, place->address);
}

void cond_wait(Call& call) {
    wait(call, [](auto* condition, auto* mutex) { return pthread_cond_wait(condition, mutex); });
}

void cond_timedwait(Call& call) {
    const auto ns = call.integer("timeout");
    wait(call, [&](auto* condition, auto* mutex) {
        const auto limit = moment_after(ns, clock_of(*condition));
        return pthread_cond_timedwait(condition, mutex, &limit);
    });
}

void cond_clockwait(Call& call) {
    const auto clock = static_cast<clockid_t>(call.integer("clock"));
    const auto limit = moment_after(call.integer("timeout"), clock);
    wait(call, [&](auto* condition, auto* mutex) {
        return pthread_cond_clockwait(condition, mutex, clock, &limit);
    });
}

void cond_signal(Call& call) {
    operate(call, [](pthread_cond_t* condition) { return pthread_cond_signal(condition); });
}

void cond_broadcast(Call& call) {
    operate(call, [](pthread_cond_t* condition) { return pthread_cond_broadcast(condition); });
}

void cond_destroy(Call& call) {
    if (operate(call, [](pthread_cond_t* condition) { return pthread_cond_destroy(condition); }))
        call.removed("condition");
}

Result<Fields> observe_condition(pid_t process, const void* address) {
    const auto condition = peek<pthread_cond_t>(process, address);
    if (!condition) return tl::unexpected(condition.error());
    return Fields{{"now", List{Fields{{"value", condition->__data.__wrefs >> waiting_shift}}}},
                  {"clock", clock_of(*condition)},
                  {"shared", (condition->__data.__wrefs & shared_bit) != 0}};
}

}  // namespace ipcscope::mechanisms::pthread_sync
