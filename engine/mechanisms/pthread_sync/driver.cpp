#include "mechanisms/anonymous_map.h"
#include "mechanisms/pthread_sync/objects.h"

namespace ipcscope::mechanisms {
namespace {

using namespace pthread_sync;

Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native) {
    const auto* address = address_of(native);
    if (handle == "mutex") return observe_mutex(process, address);
    if (handle == "condition") return observe_condition(process, address);
    if (handle == "rwlock") return observe_rwlock(process, address);
    if (handle == "barrier") return observe_barrier(process, address);
    return anonymous::observe(process, native);
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    return observe_in(getpid(), handle, native);
}

}  // namespace

const Driver& pthread_sync_driver();

const Driver& pthread_sync_driver() {
    static const Driver driver{.operations = {{"map", anonymous::map},
                                              {"mutex_init", mutex_init},
                                              {"mutex_at", mutex_at},
                                              {"mutex_lock", mutex_lock},
                                              {"mutex_trylock", mutex_trylock},
                                              {"mutex_timedlock", mutex_timedlock},
                                              {"mutex_clocklock", mutex_clocklock},
                                              {"mutex_unlock", mutex_unlock},
                                              {"mutex_consistent", mutex_consistent},
                                              {"mutex_destroy", mutex_destroy},
                                              {"cond_init", cond_init},
                                              {"cond_at", cond_at},
                                              {"cond_wait", cond_wait},
                                              {"cond_timedwait", cond_timedwait},
                                              {"cond_clockwait", cond_clockwait},
                                              {"cond_signal", cond_signal},
                                              {"cond_broadcast", cond_broadcast},
                                              {"cond_destroy", cond_destroy},
                                              {"rwlock_init", rwlock_init},
                                              {"rwlock_at", rwlock_at},
                                              {"rwlock_rdlock", rdlock},
                                              {"rwlock_wrlock", wrlock},
                                              {"rwlock_tryrdlock", tryrdlock},
                                              {"rwlock_trywrlock", trywrlock},
                                              {"rwlock_timedrdlock", timedrdlock},
                                              {"rwlock_timedwrlock", timedwrlock},
                                              {"rwlock_unlock", rwlock_unlock},
                                              {"rwlock_destroy", rwlock_destroy},
                                              {"barrier_init", barrier_init},
                                              {"barrier_at", barrier_at},
                                              {"barrier_wait", barrier_wait},
                                              {"barrier_destroy", barrier_destroy},
                                              {"unmap", anonymous::unmap}},
                               .observe = observe,
                               .observe_in = observe_in};
    return driver;
}

}  // namespace ipcscope::mechanisms
