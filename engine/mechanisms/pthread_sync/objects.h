// Shared by the files of this driver: how glibc keeps these objects (nptl, 2.25 and later; 64 bits).
#pragma once

#include "mechanisms/shared_place.h"

#include <pthread.h>

namespace ipcscope::mechanisms::pthread_sync {

void mutex_init(Call& call);
void mutex_at(Call& call);
void mutex_lock(Call& call);
void mutex_trylock(Call& call);
void mutex_timedlock(Call& call);
void mutex_clocklock(Call& call);
void mutex_unlock(Call& call);
void mutex_consistent(Call& call);
void mutex_destroy(Call& call);
Result<Fields> observe_mutex(pid_t process, const void* address);
// Whether it is locked now, for the level lane of the mutex that the parameter names.
void tell_locked(Call& call, const pthread_mutex_t* mutex);

void cond_init(Call& call);
void cond_at(Call& call);
void cond_wait(Call& call);
void cond_timedwait(Call& call);
void cond_clockwait(Call& call);
void cond_signal(Call& call);
void cond_broadcast(Call& call);
void cond_destroy(Call& call);
Result<Fields> observe_condition(pid_t process, const void* address);

void rwlock_init(Call& call);
void rwlock_at(Call& call);
void rdlock(Call& call);
void wrlock(Call& call);
void tryrdlock(Call& call);
void trywrlock(Call& call);
void timedrdlock(Call& call);
void timedwrlock(Call& call);
void rwlock_unlock(Call& call);
void rwlock_destroy(Call& call);
Result<Fields> observe_rwlock(pid_t process, const void* address);

void barrier_init(Call& call);
void barrier_at(Call& call);
void barrier_wait(Call& call);
void barrier_destroy(Call& call);
Result<Fields> observe_barrier(pid_t process, const void* address);

// The object at a place of shared memory becomes a handle: result and handle kind have one name.
inline void tell_opened(Call& call, const char* name, const SharedPlace& place) {
    call.opened(name, {.kind = name,
                       .native = native_of(place.address),
                       .key = fmt::format("{}:{}", name, place.key),
                       .label = place.key,
                       .aux = keep_place(place)});
}

inline int shared_of(Call& call) {
    return call.flag("pshared") ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE;
}

}  // namespace ipcscope::mechanisms::pthread_sync
