#pragma once

#include "mechanisms/pthread_sync/spec_parts.h"

namespace ipcscope::mechanisms::pthread_sync {

inline TypeSpec mutex_type() {
    return types::choice(
        {{"PTHREAD_MUTEX_NORMAL", PTHREAD_MUTEX_NORMAL, IPC_TR("no checks: a second lock waits for ever")},
         {"PTHREAD_MUTEX_ERRORCHECK", PTHREAD_MUTEX_ERRORCHECK, IPC_TR("mistakes are told: EDEADLK, EPERM")},
         {"PTHREAD_MUTEX_RECURSIVE", PTHREAD_MUTEX_RECURSIVE, IPC_TR("its owner may lock it again")}});
}

inline TypeSpec mutex_protocol() {
    return types::choice(
        {{"PTHREAD_PRIO_NONE", PTHREAD_PRIO_NONE, IPC_TR("priorities do not matter")},
         {"PTHREAD_PRIO_INHERIT", PTHREAD_PRIO_INHERIT,
          IPC_TR("its owner runs with the highest priority of those who wait")},
         {"PTHREAD_PRIO_PROTECT", PTHREAD_PRIO_PROTECT, IPC_TR("its owner runs with the ceiling")}});
}

inline OperationSpec mutex_init() {
    auto params = anonymous::place_params();
    params.push_back({.name = "type",
                      .type = mutex_type(),
                      .label = IPC_TR("Type"),
                      .help = IPC_TR("What happens when its owner locks it again, or another unlocks it."),
                      .initial = std::int64_t{PTHREAD_MUTEX_NORMAL}});
    params.push_back({.name = "robust",
                      .type = types::boolean(),
                      .label = IPC_TR("Robust"),
                      .help = IPC_TR("When its owner dies, the next one gets EOWNERDEAD instead of waiting "
                                     "for ever."),
                      .initial = false});
    params.push_back({.name = "protocol",
                      .type = mutex_protocol(),
                      .label = IPC_TR("Protocol"),
                      .help = IPC_TR("Against a low priority that holds up a high one."),
                      .initial = std::int64_t{PTHREAD_PRIO_NONE}});
    params.push_back({.name = "ceiling",
                      .type = types::integer(0, 1000),
                      .label = IPC_TR("Ceiling"),
                      .help = IPC_TR("A real-time priority, 1 to 99. Only a process that has one can lock "
                                     "such a mutex."),
                      .initial = std::int64_t{1},
                      .visible_when = {"protocol", {PTHREAD_PRIO_PROTECT}}});
    params.push_back(shared_param());
    return {
        .verb = "mutex_init",
        .title = IPC_TR("Make a mutex"),
        .summary = IPC_TR("Makes a mutex at a place in shared memory."),
        .call = "pthread_mutex_init",
        .syscall = "-",
        .man = "pthread_mutex_init(3)",
        .side = Side::create,
        .params = std::move(params),
        .results = {{.name = "mutex", .type = types::handle({mutex_kind}), .label = IPC_TR("Mutex")}},
        .errnos = {{EINVAL, IPC_TR("The ceiling is not a real-time priority.")},
                   {ENOTSUP, IPC_TR("A mutex cannot be robust and have a ceiling.")},
                   {EAGAIN, IPC_TR("The system cannot make another one."), not_in_glibc},
                   {ENOMEM, IPC_TR("There is no memory for it."), not_in_glibc},
                   {EPERM, IPC_TR("This user must not make one."), not_in_glibc}},
    };
}

inline std::vector<ErrnoSpec> lock_errnos() {
    return {{EDEADLK,
             IPC_TR("This process owns it already, and its type is PTHREAD_MUTEX_ERRORCHECK: it would wait "
                    "for itself.")},
            {EOWNERDEAD,
             IPC_TR("Its owner has died. It is locked now, but what it protects may be half done: repair "
                    "that, then call consistent.")},
            {ENOTRECOVERABLE,
             IPC_TR("Its owner died, and the next one unlocked it without calling consistent: it can only be "
                    "destroyed.")},
            {EINVAL, IPC_TR("It was destroyed, or it has a ceiling and this process no real-time priority.")},
            {EAGAIN, IPC_TR("Its owner has locked it too often."), "needs four billion locks"}};
}

inline OperationSpec mutex_lock() {
    return {
        .verb = "mutex_lock",
        .title = IPC_TR("Lock"),
        .summary = IPC_TR("Makes this process the owner; sleeps while another one is."),
        .call = "pthread_mutex_lock",
        .syscall = "-",  // futex(2), but only if it has to wait
        .man = "pthread_mutex_lock(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "mutex",
        .params = {mutex_param()},
        .errnos = lock_errnos(),
        .waits = {{.text = IPC_TR("{mutex} to be unlocked"), .by = EndedBy::holders}},
        .holds = {{.outlives = true, .robust = "robust", .also_on = EOWNERDEAD}},
        .uninterruptible = true,
    };
}

inline OperationSpec mutex_trylock() {
    auto spec = mutex_lock();
    spec.verb = "mutex_trylock";
    spec.title = IPC_TR("Try to lock");
    spec.summary = IPC_TR("Makes this process the owner, or fails at once when there is one.");
    spec.call = "pthread_mutex_trylock";
    spec.man = "pthread_mutex_trylock(3)";
    spec.errnos.front() = {EBUSY, IPC_TR("It is locked, maybe by this process itself.")};
    spec.waits.clear();
    spec.uninterruptible = false;
    return spec;
}

inline OperationSpec mutex_timedlock() {
    auto spec = mutex_lock();
    spec.verb = "mutex_timedlock";
    spec.title = IPC_TR("Lock, with a time limit");
    spec.summary = IPC_TR("As lock, but until a moment of the wall clock (CLOCK_REALTIME) at the most.");
    spec.call = "pthread_mutex_timedlock";
    spec.man = "pthread_mutex_timedlock(3)";
    spec.params.push_back(timeout_param());
    spec.waits.front().limit = "timeout";
    spec.errnos.push_back(timed_out());
    return spec;
}

inline OperationSpec mutex_clocklock() {
    auto spec = mutex_timedlock();
    spec.verb = "mutex_clocklock";
    spec.title = IPC_TR("Lock, by a chosen clock");
    spec.summary = IPC_TR("As timedlock, by a clock that nobody can set, if wanted (glibc 2.30).");
    spec.call = "pthread_mutex_clocklock";
    spec.params.push_back(clock_param(CLOCK_MONOTONIC));
    spec.errnos[3] = {EINVAL, IPC_TR("It was destroyed, it has a ceiling and this process no real-time "
                                     "priority, or it cannot wait by this clock.")};
    return spec;
}

inline OperationSpec mutex_unlock() {
    return {
        .verb = "mutex_unlock",
        .title = IPC_TR("Unlock"),
        .summary = IPC_TR("Gives it up, and wakes one that waits. Only its owner may."),
        .call = "pthread_mutex_unlock",
        .syscall = "-",
        .man = "pthread_mutex_unlock(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "mutex",
        .params = {mutex_param()},
        .errnos = {{EPERM, IPC_TR("This process does not own it. (A mutex of type PTHREAD_MUTEX_NORMAL that "
                                  "is neither robust nor inherits priorities does not look.)")},
                   {EINVAL, IPC_TR("It was destroyed.")}},
        .holds = {{.act = HoldAct::give}},
    };
}

inline OperationSpec mutex_consistent() {
    return {
        .verb = "mutex_consistent",
        .title = IPC_TR("Declare consistent"),
        .summary = IPC_TR("After EOWNERDEAD: what it protects is in order again, others may use it."),
        .call = "pthread_mutex_consistent",
        .syscall = "-",
        .man = "pthread_mutex_consistent(3)",
        .side = Side::control,
        .object = "mutex",
        .params = {mutex_param()},
        .errnos = {{EINVAL, IPC_TR("It is not robust, or no owner of it has died.")}},
    };
}

inline OperationSpec mutex_destroy() {
    return {
        .verb = "mutex_destroy",
        .title = IPC_TR("Destroy"),
        .summary = IPC_TR("Ends the mutex; its memory may be used anew."),
        .call = "pthread_mutex_destroy",
        .syscall = "-",
        .man = "pthread_mutex_destroy(3)",
        .side = Side::remove,
        .object = "mutex",
        .params = {mutex_param()},
        .errnos = {{EBUSY, IPC_TR("It is locked.")}, {EINVAL, IPC_TR("This is no mutex."), no_check}},
    };
}

inline ObjectSpec mutex_object() {
    return {
        .id = "mutex",
        .label = IPC_TR("Mutex"),
        .flow = FlowPolicy::wake,
        .view = ViewHint::level,
        .state =
            {level_state(
                 IPC_TR("Mutex"), IPC_TR("As glibc keeps it: not part of any standard."),
                 {{.name = "value", .type = types::integer(0, 1), .label = IPC_TR("Locked")},
                  {.name = "owner", .type = types::integer(0, INT_MAX, Unit::pid), .label = IPC_TR("Owner")},
                  {.name = "depth",
                   .type = types::integer(0, UINT_MAX),
                   .label = IPC_TR("Times locked"),
                   .help = IPC_TR("More than 1 only if it is recursive.")}}),
             {.name = "waiters",
              .type = types::boolean(),
              .label = IPC_TR("Somebody waits"),
              .help = IPC_TR("Or has waited: it is noted for the next unlock.")},
             {.name = "condition",
              .type = types::choice(
                  {{"consistent", 0, IPC_TR("in order")},
                   {"owner-died", 1, IPC_TR("its owner has died, and nobody has locked it since")},
                   {"inconsistent", 2, IPC_TR("locked after its owner's death, consistent not yet called")},
                   {"not-recoverable", 3, IPC_TR("can only be destroyed")},
                   {"destroyed", 4, IPC_TR("no mutex any more")}}),
              .label = IPC_TR("Consistency"),
              .help = IPC_TR("Of a robust mutex: what became of it after its owner's death.")},
             {.name = "type", .type = mutex_type(), .label = IPC_TR("Type")},
             {.name = "robust", .type = types::boolean(), .label = IPC_TR("Robust")},
             {.name = "protocol", .type = mutex_protocol(), .label = IPC_TR("Protocol")},
             shared_state()},
        .level_label = IPC_TR("locked"),
        .reach = Reach::memory,
    };
}

}  // namespace ipcscope::mechanisms::pthread_sync
