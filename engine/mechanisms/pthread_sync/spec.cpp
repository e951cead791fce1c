#include "mechanisms/pthread_sync/barrier_spec.h"
#include "mechanisms/pthread_sync/condition_spec.h"
#include "mechanisms/pthread_sync/mutex_spec.h"
#include "mechanisms/pthread_sync/rwlock_spec.h"

namespace ipcscope::mechanisms {
namespace {

using namespace pthread_sync;

std::vector<OperationSpec> operations() {
    std::vector<OperationSpec> all = {
        anonymous::map_spec(memory_kind),
        mutex_init(),
        at_spec("mutex_at", "(pthread_mutex_t *)", "mutex", mutex_kind, IPC_TR("Mutex")),
        mutex_lock(),
        mutex_trylock(),
        mutex_timedlock(),
        mutex_clocklock(),
        mutex_unlock(),
        mutex_consistent(),
        mutex_destroy(),
        cond_init(),
        at_spec("cond_at", "(pthread_cond_t *)", "condition", condition_kind, IPC_TR("Condition")),
        cond_wait(),
        cond_timedwait(),
        cond_clockwait(),
        cond_signal(false),
        cond_signal(true),
        cond_destroy()};
    for (auto& operation : rwlock_operations())
        all.push_back(std::move(operation));
    all.insert(all.end(),
               {barrier_init(),
                at_spec("barrier_at", "(pthread_barrier_t *)", "barrier", barrier_kind, IPC_TR("Barrier")),
                barrier_wait(), barrier_destroy(), anonymous::unmap_spec(memory_kind)});
    return all;
}

HandleSpec handle(const char* id, const char* label) {
    return {.id = id, .label = label, .scope = Scope::process, .object = id};
}

}  // namespace

const MechanismSpec& pthread_sync_spec();

const MechanismSpec& pthread_sync_spec() {
    static const MechanismSpec spec{
        .id = "pthread_sync",
        .title = IPC_TR("Mutexes, locks, barriers"),
        .summary = IPC_TR("Mutexes, condition variables, read-write locks and barriers: what threads use to "
                          "wait for each other, put into memory that processes share."),
        .group = Group::synchronisation,
        .rank = 30,
        .man = {"pthreads(7)", "pthread_mutex_lock(3)", "pthread_mutexattr_setrobust(3)",
                "pthread_mutexattr_setpshared(3)", "pthread_cond_wait(3)", "pthread_rwlock_rdlock(3)",
                "pthread_barrier_wait(3)", "futex(7)"},
        .objects = {mutex_object(), condition_object(), rwlock_object(), barrier_object(),
                    anonymous::memory_object()},
        .handles = {handle("mutex", IPC_TR("Mutex")), handle("condition", IPC_TR("Condition variable")),
                    handle("rwlock", IPC_TR("Read-write lock")), handle("barrier", IPC_TR("Barrier")),
                    anonymous::memory_handle()},
        .operations = operations(),
        .privileges = IPC_TR("Whoever has the memory mapped may do everything. A mutex with a ceiling needs "
                             "a real-time priority, and so CAP_SYS_NICE."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms
