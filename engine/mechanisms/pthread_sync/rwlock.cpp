#include "mechanisms/pthread_sync/objects.h"

namespace ipcscope::mechanisms::pthread_sync {
namespace {

// Bits of __data.__readers; above them the readers: those inside, or, in a writers' phase, those who wait.
constexpr unsigned write_phase = 1, write_locked = 2, readers_shift = 3;
constexpr unsigned hand_over = 0x80000000;  // of __data.__writers, beside the number of writers who wait

struct RwlockState {
    unsigned inside, readers_waiting, writers_waiting;
    int writer;
};

RwlockState state_of(const pthread_rwlock_t& rwlock) {
    const auto& data = rwlock.__data;
    const auto readers = data.__readers >> readers_shift;
    RwlockState state{};
    const bool writers = (data.__readers & write_phase) != 0;
    // The phase outlives the writer, until the next one comes in.
    const bool locked = (data.__readers & write_locked) != 0;
    state.writer = data.__cur_writer;
    state.inside = state.writer != 0 ? 1 : writers ? 0 : readers;
    state.readers_waiting = writers ? readers : 0;
    state.writers_waiting = (data.__writers & ~hand_over) + (locked && state.writer == 0 ? 1 : 0);
    return state;
}

void tell_inside(Call& call, const void* address) {
    if (const auto now = peek<pthread_rwlock_t>(getpid(), address))
        call.level(0, state_of(*now).inside, false);
}

// Was the call made, and did it succeed?
template <typename F>
bool operate(Call& call, F&& how) {
    auto* rwlock = place_of<pthread_rwlock_t>(call, "rwlock");
    if (!rwlock) return false;
    call.run_errno([&] { return how(rwlock); });
    if (call.ok()) tell_inside(call, rwlock);
    return call.ok();
}

}  // namespace

void rwlock_init(Call& call) {
    const auto place =
        place_in(call, "pthread_rwlock_t", sizeof(pthread_rwlock_t), alignof(pthread_rwlock_t));
    if (!place) return;
    const auto preference = static_cast<int>(call.integer("preference"));
    const int shared = shared_of(call);
    auto* rwlock = reinterpret_cast<pthread_rwlock_t*>(place->address);
    call.run_errno([&] {
        pthread_rwlockattr_t attributes;
        int error = pthread_rwlockattr_init(&attributes);
        if (!error) error = pthread_rwlockattr_setkind_np(&attributes, preference);
        if (!error) error = pthread_rwlockattr_setpshared(&attributes, shared);
        if (!error) error = pthread_rwlock_init(rwlock, &attributes);
        pthread_rwlockattr_destroy(&attributes);
        return error;
    });
    if (!call.ok()) return;
    tell_opened(call, "rwlock", *place);
    call.level(0, 0, false);
}

void rwlock_at(Call& call) {
    const auto place =
        place_in(call, "pthread_rwlock_t", sizeof(pthread_rwlock_t), alignof(pthread_rwlock_t));
    if (!place) return;
    call.run_errno([] { return 0; });
    tell_opened(call, "rwlock", *place);
    tell_inside(call, place->address);
}

void rdlock(Call& call) {
    operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_rdlock(rwlock); });
}

void wrlock(Call& call) {
    operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_wrlock(rwlock); });
}

void tryrdlock(Call& call) {
    operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_tryrdlock(rwlock); });
}

void trywrlock(Call& call) {
    operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_trywrlock(rwlock); });
}

void timedrdlock(Call& call) {
    const auto limit = moment_after(call.integer("timeout"), CLOCK_REALTIME);
    operate(call, [&](pthread_rwlock_t* rwlock) { return pthread_rwlock_timedrdlock(rwlock, &limit); });
}

void timedwrlock(Call& call) {
    const auto limit = moment_after(call.integer("timeout"), CLOCK_REALTIME);
    operate(call, [&](pthread_rwlock_t* rwlock) { return pthread_rwlock_timedwrlock(rwlock, &limit); });
}

void rwlock_unlock(Call& call) {
    if (!operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_unlock(rwlock); })) return;
    const auto* place = static_cast<const SharedPlace*>(call.aux("rwlock"));
    const auto now = peek<pthread_rwlock_t>(getpid(), place->address);
    // Other readers are still inside: no writer can go on.
    if (now && state_of(*now).inside > 0 && state_of(*now).writer == 0) call.received_only();
}

void rwlock_destroy(Call& call) {
    if (operate(call, [](pthread_rwlock_t* rwlock) { return pthread_rwlock_destroy(rwlock); }))
        call.removed("rwlock");
}

Result<Fields> observe_rwlock(pid_t process, const void* address) {
    const auto rwlock = peek<pthread_rwlock_t>(process, address);
    if (!rwlock) return tl::unexpected(rwlock.error());
    const auto now = state_of(*rwlock);
    return Fields{{"now", List{Fields{{"value", now.inside},
                                      {"writer", now.writer},
                                      {"readers_waiting", now.readers_waiting},
                                      {"writers_waiting", now.writers_waiting}}}},
                  {"preference", static_cast<int>(rwlock->__data.__flags)},
                  {"shared", rwlock->__data.__shared != 0}};
}

}  // namespace ipcscope::mechanisms::pthread_sync
