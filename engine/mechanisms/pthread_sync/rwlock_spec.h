#pragma once

#include "mechanisms/pthread_sync/spec_parts.h"

namespace ipcscope::mechanisms::pthread_sync {

inline ParamSpec rwlock_param() {
    return {.name = "rwlock",
            .type = types::handle({rwlock_kind}),
            .label = IPC_TR("Read-write lock"),
            .help = IPC_TR("A read-write lock in memory that this process has mapped.")};
}

inline TypeSpec rwlock_preference() {
    return types::choice(
        {{"PTHREAD_RWLOCK_PREFER_READER_NP", PTHREAD_RWLOCK_PREFER_READER_NP,
          IPC_TR("readers get in while others read; writers may starve")},
         {"PTHREAD_RWLOCK_PREFER_WRITER_NP", PTHREAD_RWLOCK_PREFER_WRITER_NP,
          IPC_TR("the same: a reader may read twice, so it cannot be kept")},
         {"PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP", PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP,
          IPC_TR("a writer that waits keeps new readers out")}});
}

inline OperationSpec rwlock_init() {
    auto params = anonymous::place_params();
    params.push_back({.name = "preference",
                      .type = rwlock_preference(),
                      .label = IPC_TR("Preference"),
                      .help = IPC_TR("Who comes first when readers and writers wait (only in glibc)."),
                      .initial = std::int64_t{PTHREAD_RWLOCK_PREFER_READER_NP}});
    params.push_back(shared_param());
    return {
        .verb = "rwlock_init",
        .title = IPC_TR("Make a read-write lock"),
        .summary = IPC_TR("Makes a lock for many readers or one writer at a place in shared memory."),
        .call = "pthread_rwlock_init",
        .syscall = "-",
        .man = "pthread_rwlock_init(3)",
        .side = Side::create,
        .params = std::move(params),
        .results = {{.name = "rwlock",
                     .type = types::handle({rwlock_kind}),
                     .label = IPC_TR("Read-write lock")}},
        .errnos = {{EAGAIN, IPC_TR("The system cannot make another one."), not_in_glibc},
                   {ENOMEM, IPC_TR("There is no memory for it."), not_in_glibc},
                   {EPERM, IPC_TR("This user must not make one."), not_in_glibc}},
    };
}

inline OperationSpec rdlock() {
    return {
        .verb = "rwlock_rdlock",
        .title = IPC_TR("Lock for reading"),
        .summary = IPC_TR("Lets this process in together with other readers; sleeps while there is a "
                          "writer."),
        .call = "pthread_rwlock_rdlock",
        .syscall = "-",  // futex(2), but only if it has to wait
        .man = "pthread_rwlock_rdlock(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "rwlock",
        .params = {rwlock_param()},
        .errnos = {{EDEADLK, IPC_TR("This process has it for writing: it would wait for itself.")},
                   {EAGAIN, IPC_TR("There are too many readers."), "needs half a billion of them"},
                   {EINVAL, IPC_TR("This is no read-write lock."), no_check}},
        .waits = {{.text = IPC_TR("the writer of {rwlock} to leave"), .by = EndedBy::holders}},
        .holds = {{.shared = true, .outlives = true}},
        .uninterruptible = true,
    };
}

inline OperationSpec wrlock() {
    auto spec = rdlock();
    spec.verb = "rwlock_wrlock";
    spec.title = IPC_TR("Lock for writing");
    spec.summary = IPC_TR("Lets this process in alone; sleeps while anybody else is in.");
    spec.call = "pthread_rwlock_wrlock";
    spec.man = "pthread_rwlock_wrlock(3)";
    spec.errnos = {{EDEADLK, IPC_TR("This process has it for writing already. (That it has it for reading is "
                                    "not noticed: it then waits for itself for ever.)")},
                   {EINVAL, IPC_TR("This is no read-write lock."), no_check}};
    spec.waits = {{.text = IPC_TR("all others to leave {rwlock}"), .by = EndedBy::holders}};
    spec.holds = {{.outlives = true}};
    return spec;
}

// try: fails instead of sleeping.
inline OperationSpec attempt(OperationSpec spec, const char* verb, const char* title, const char* summary,
                             const char* call, const char* man) {
    spec.verb = verb;
    spec.title = title;
    spec.summary = summary;
    spec.call = call;
    spec.man = man;
    spec.errnos.front() = {EBUSY, IPC_TR("It would have to wait.")};
    spec.waits.clear();
    spec.uninterruptible = false;
    return spec;
}

inline OperationSpec timed(OperationSpec spec, const char* verb, const char* title, const char* summary,
                           const char* call, const char* man) {
    spec.verb = verb;
    spec.title = title;
    spec.summary = summary;
    spec.call = call;
    spec.man = man;
    spec.params.push_back(timeout_param());
    spec.waits.front().limit = "timeout";
    spec.errnos.push_back(timed_out());
    return spec;
}

inline OperationSpec rwlock_unlock() {
    return {
        .verb = "rwlock_unlock",
        .title = IPC_TR("Unlock"),
        .summary = IPC_TR("Leaves, whether as reader or as writer. glibc does not look who calls: one "
                          "unlock too many spoils the lock."),
        .call = "pthread_rwlock_unlock",
        .syscall = "-",
        .man = "pthread_rwlock_unlock(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "rwlock",
        .params = {rwlock_param()},
        .errnos = {{EPERM, IPC_TR("This process does not have it."), no_check},
                   {EINVAL, IPC_TR("This is no read-write lock."), no_check}},
        .holds = {{.act = HoldAct::give}},
    };
}

inline OperationSpec rwlock_destroy() {
    return {
        .verb = "rwlock_destroy",
        .title = IPC_TR("Destroy"),
        .summary = IPC_TR("Ends the lock; its memory may be used anew."),
        .call = "pthread_rwlock_destroy",
        .syscall = "-",
        .man = "pthread_rwlock_destroy(3)",
        .side = Side::remove,
        .object = "rwlock",
        .params = {rwlock_param()},
        .errnos = {{EBUSY, IPC_TR("It is locked."), no_check},
                   {EINVAL, IPC_TR("This is no read-write lock."), no_check}},
    };
}

inline std::vector<OperationSpec> rwlock_operations() {
    return {rwlock_init(),
            at_spec("rwlock_at", "(pthread_rwlock_t *)", "rwlock", rwlock_kind, IPC_TR("Read-write lock")),
            rdlock(),
            wrlock(),
            attempt(rdlock(), "rwlock_tryrdlock", IPC_TR("Try to lock for reading"),
                    IPC_TR("As rdlock, but fails at once instead of sleeping."), "pthread_rwlock_tryrdlock",
                    "pthread_rwlock_tryrdlock(3)"),
            attempt(wrlock(), "rwlock_trywrlock", IPC_TR("Try to lock for writing"),
                    IPC_TR("As wrlock, but fails at once instead of sleeping."), "pthread_rwlock_trywrlock",
                    "pthread_rwlock_trywrlock(3)"),
            timed(rdlock(), "rwlock_timedrdlock", IPC_TR("Lock for reading, with a time limit"),
                  IPC_TR("As rdlock, but until a moment of the wall clock at the most."),
                  "pthread_rwlock_timedrdlock", "pthread_rwlock_timedrdlock(3)"),
            timed(wrlock(), "rwlock_timedwrlock", IPC_TR("Lock for writing, with a time limit"),
                  IPC_TR("As wrlock, but until a moment of the wall clock at the most."),
                  "pthread_rwlock_timedwrlock", "pthread_rwlock_timedwrlock(3)"),
            rwlock_unlock(),
            rwlock_destroy()};
}

inline ObjectSpec rwlock_object() {
    const auto count = types::integer(0, UINT_MAX, Unit::count);
    return {
        .id = "rwlock",
        .label = IPC_TR("Read-write lock"),
        .flow = FlowPolicy::wake,
        .view = ViewHint::level,
        .state = {level_state(
                      IPC_TR("Read-write lock"),
                      IPC_TR("As glibc keeps it: not part of any standard. Who the readers are is not kept."),
                      {{.name = "value", .type = types::integer(0, UINT_MAX), .label = IPC_TR("Inside")},
                       {.name = "writer",
                        .type = types::integer(0, INT_MAX, Unit::pid),
                        .label = IPC_TR("Writer")},
                       {.name = "readers_waiting", .type = count, .label = IPC_TR("waiting to read")},
                       {.name = "writers_waiting",
                        .type = count,
                        .label = IPC_TR("waiting to write"),
                        .help = IPC_TR("Where readers come first, glibc knows of one at the most.")}}),
                  {.name = "preference", .type = rwlock_preference(), .label = IPC_TR("Preference")},
                  shared_state()},
        .level_label = IPC_TR("inside"),
        .level_unit = Unit::count,
        .reach = Reach::memory,
    };
}

}  // namespace ipcscope::mechanisms::pthread_sync
