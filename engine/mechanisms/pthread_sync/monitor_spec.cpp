#include "schema/monitor_spec.h"

#include "mechanisms/pthread_sync/monitor_futex.h"

#include <limits>

namespace ipcscope::mechanisms {
namespace {

using namespace pthread_sync;

MonitoredKind futex_kind() {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const auto of = [](auto value) { return static_cast<std::int64_t>(value); };
    std::vector<StateSpec> fields(futex_field_count);
    fields[futex_private] = {"private", types::boolean(), IPC_TR("Private"),
                             IPC_TR("Only threads of one process can use it.")};
    fields[futex_word] = {"word", types::integer(0, most), IPC_TR("Word"),
                          IPC_TR("Its value in memory, read while the thread sleeps.")};
    fields[futex_waiters] = {.name = "waiting",
                             .type = types::integer(0, most, Unit::count),
                             .label = IPC_TR("Waiting"),
                             .help = IPC_TR("Threads that sleep on it."),
                             .level = true};
    fields[futex_use] = {
        "use",
        types::choice({{"unknown", of(FutexUse::unknown)},
                       {"mutex", of(FutexUse::mutex), IPC_TR("a mutex of glibc, as it seems")},
                       {"robust-mutex", of(FutexUse::robust_mutex)},
                       {"pi-mutex", of(FutexUse::pi_mutex), IPC_TR("inherits priorities")},
                       {"thread-end", of(FutexUse::thread_end), IPC_TR("pthread_join")}}),
        IPC_TR("Use")};
    fields[futex_owner] = {"owner", types::integer(0, most, Unit::pid), IPC_TR("Owner"),
                           IPC_TR("The thread that has locked it.")};
    fields[futex_owner_by] = {
        "owner_by",
        types::choice({{"pi-word", of(OwnerBy::pi_word), IPC_TR("the kernel keeps it in the word")},
                       {"robust-list", of(OwnerBy::robust_list), IPC_TR("it stands in the owner's list")},
                       {"robust-word", of(OwnerBy::robust_word), IPC_TR("the word looks like it: a guess")},
                       {"glibc", of(OwnerBy::glibc), IPC_TR("the layout of glibc's mutex: a guess")}}),
        IPC_TR("Owner known by")};
    fields[futex_owner_dead] = {"owner_dead", types::boolean(), IPC_TR("Owner is dead"),
                                IPC_TR("It has ended without unlocking.")};
    fields[futex_guess] = {"guess", types::boolean(), IPC_TR("Owner is a guess")};
    return {.id = "futex", .label = IPC_TR("Futex"), .prefix = "futex", .fields = std::move(fields)};
}

}  // namespace

const MonitorSpec& pthread_sync_monitor_spec() {
    static const MonitorSpec spec = {
        .mechanism = "pthread_sync",
        .title = IPC_TR("Futexes: mutexes, conditions, thread ends"),
        .group = Group::synchronisation,
        .kinds = {futex_kind()},
        .words = {IPC_TR("the mutex to be unlocked by thread %1"), IPC_TR("the end of thread %1"),
                  IPC_TR("to be woken: the word was %1"), IPC_TR("its process cannot be seen from here")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
