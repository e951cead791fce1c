#pragma once

#include "mechanisms/pthread_sync/spec_parts.h"

namespace ipcscope::mechanisms::pthread_sync {

inline ParamSpec condition_param() {
    return {.name = "condition",
            .type = types::handle({condition_kind}),
            .label = IPC_TR("Condition"),
            .help = IPC_TR("A condition variable in memory that this process has mapped.")};
}

inline OperationSpec cond_init() {
    auto params = anonymous::place_params();
    params.push_back(clock_param(CLOCK_REALTIME));
    params.push_back(shared_param());
    return {
        .verb = "cond_init",
        .title = IPC_TR("Make a condition variable"),
        .summary = IPC_TR("Makes a condition variable at a place in shared memory."),
        .call = "pthread_cond_init",
        .syscall = "-",
        .man = "pthread_cond_init(3)",
        .side = Side::create,
        .params = std::move(params),
        .results = {{.name = "condition",
                     .type = types::handle({condition_kind}),
                     .label = IPC_TR("Condition")}},
        .errnos = {{EINVAL, IPC_TR("It cannot wait by this clock.")},
                   {EAGAIN, IPC_TR("The system cannot make another one."), not_in_glibc},
                   {ENOMEM, IPC_TR("There is no memory for it."), not_in_glibc}},
    };
}

inline OperationSpec cond_wait() {
    return {
        .verb = "cond_wait",
        .title = IPC_TR("Wait"),
        .summary = IPC_TR("Unlocks the mutex and sleeps, in one step; comes back with the mutex locked. A "
                          "signal that came before is not remembered."),
        .call = "pthread_cond_wait",
        .syscall = "futex",
        .man = "pthread_cond_wait(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "condition",
        .params = {condition_param(),
                   [] {
                       auto mutex = mutex_param();
                       mutex.help = IPC_TR("Locked by this process; the same one for all who wait.");
                       return mutex;
                   }()},
        .errnos = {{EPERM, IPC_TR("This process does not own the mutex, which looks (type "
                                  "PTHREAD_MUTEX_ERRORCHECK, or robust).")},
                   {EOWNERDEAD,
                    IPC_TR("Woken, but the mutex's owner had died; it is locked now, as after lock.")},
                   {ENOTRECOVERABLE, IPC_TR("Woken, but the mutex has become useless; it is not locked.")},
                   {EINVAL, IPC_TR("The mutex was destroyed.")}},
        .waits = {{IPC_TR("a signal to {condition}, then for {mutex}")}},
        .holds = {{.act = HoldAct::lend, .of = "mutex"}},
        .uninterruptible = true,
    };
}

inline OperationSpec cond_timedwait() {
    auto spec = cond_wait();
    spec.verb = "cond_timedwait";
    spec.title = IPC_TR("Wait, with a time limit");
    spec.summary = IPC_TR(
        "As wait, but until a moment of the condition's clock at the most; the mutex is "
        "locked again in any case.");
    spec.call = "pthread_cond_timedwait";
    spec.man = "pthread_cond_timedwait(3)";
    spec.params.push_back(timeout_param());
    spec.waits.front().limit = "timeout";
    spec.errnos.push_back({ETIMEDOUT, IPC_TR("The moment has come without a signal; the mutex is locked.")});
    return spec;
}

inline OperationSpec cond_clockwait() {
    auto spec = cond_timedwait();
    spec.verb = "cond_clockwait";
    spec.title = IPC_TR("Wait, by a chosen clock");
    spec.summary = IPC_TR("As timedwait, by the clock that is named here (glibc 2.30).");
    spec.call = "pthread_cond_clockwait";
    spec.params.push_back(clock_param(CLOCK_MONOTONIC));
    spec.errnos[3] = {EINVAL, IPC_TR("The mutex was destroyed, or it cannot wait by this clock.")};
    return spec;
}

inline OperationSpec cond_signal(bool all) {
    return {
        .verb = all ? "cond_broadcast" : "cond_signal",
        .title = all ? IPC_TR("Wake all") : IPC_TR("Wake one"),
        .summary = all ? IPC_TR("Wakes all that wait; one after the other gets the mutex.")
                       : IPC_TR("Wakes at least one that waits. When nobody does, nothing is remembered."),
        .call = all ? "pthread_cond_broadcast" : "pthread_cond_signal",
        .syscall = "-",
        .man = all ? "pthread_cond_broadcast(3)" : "pthread_cond_signal(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "condition",
        .params = {condition_param()},
        .errnos = {{EINVAL, IPC_TR("This is no condition variable."), no_check}},
    };
}

inline OperationSpec cond_destroy() {
    return {
        .verb = "cond_destroy",
        .title = IPC_TR("Destroy"),
        .summary = IPC_TR("Ends the condition variable. Waits for all to leave who were woken; for those "
                          "who still wait, or were killed, for ever."),
        .call = "pthread_cond_destroy",
        .syscall = "-",
        .man = "pthread_cond_destroy(3)",
        .side = Side::remove,
        .object = "condition",
        .params = {condition_param()},
        .errnos = {{EBUSY, IPC_TR("Somebody waits."), "glibc waits instead"},
                   {EINVAL, IPC_TR("This is no condition variable."), no_check}},
        .waits = {{.text = IPC_TR("those who wait at {condition} to leave"), .by = EndedBy::leavers}},
        .uninterruptible = true,
    };
}

inline ObjectSpec condition_object() {
    return {
        .id = "condition",
        .label = IPC_TR("Condition variable"),
        .flow = FlowPolicy::wake,
        .view = ViewHint::level,
        .state = {level_state(
                      IPC_TR("Condition variable"),
                      IPC_TR("As glibc keeps it: not part of any standard. Who was killed while it waited is "
                             "still counted."),
                      {{.name = "value",
                        .type = types::integer(0, UINT_MAX, Unit::count),
                        .label = IPC_TR("Waiting")}}),
                  {.name = "clock",
                   .type =
                       types::choice({{"CLOCK_REALTIME", CLOCK_REALTIME, IPC_TR("the wall clock")},
                                      {"CLOCK_MONOTONIC", CLOCK_MONOTONIC, IPC_TR("time since the start")}}),
                   .label = IPC_TR("Clock")},
                  shared_state()},
        .level_label = IPC_TR("waiting"),
        .level_unit = Unit::count,
        .reach = Reach::memory,
    };
}

}  // namespace ipcscope::mechanisms::pthread_sync
