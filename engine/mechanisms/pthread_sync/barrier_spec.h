#pragma once

#include "mechanisms/pthread_sync/spec_parts.h"

namespace ipcscope::mechanisms::pthread_sync {

inline ParamSpec barrier_param() {
    return {.name = "barrier",
            .type = types::handle({barrier_kind}),
            .label = IPC_TR("Barrier"),
            .help = IPC_TR("A barrier in memory that this process has mapped.")};
}

inline OperationSpec barrier_init() {
    auto params = anonymous::place_params();
    params.push_back({.name = "count",
                      .type = types::integer(0, UINT_MAX),
                      .label = IPC_TR("Count"),
                      .help = IPC_TR("How many must arrive before all of them go on."),
                      .initial = std::int64_t{2}});
    params.push_back(shared_param());
    return {
        .verb = "barrier_init",
        .title = IPC_TR("Make a barrier"),
        .summary = IPC_TR("Makes a meeting point for so many processes at a place in shared memory."),
        .call = "pthread_barrier_init",
        .syscall = "-",
        .man = "pthread_barrier_init(3)",
        .side = Side::create,
        .params = std::move(params),
        .results = {{.name = "barrier", .type = types::handle({barrier_kind}), .label = IPC_TR("Barrier")}},
        .errnos = {{EINVAL, IPC_TR("The count is 0, or 2147483647 and above.")},
                   {EAGAIN, IPC_TR("The system cannot make another one."), not_in_glibc},
                   {ENOMEM, IPC_TR("There is no memory for it."), not_in_glibc}},
    };
}

inline OperationSpec barrier_wait() {
    return {
        .verb = "barrier_wait",
        .title = IPC_TR("Wait"),
        .summary = IPC_TR("Arrives, and sleeps until as many have arrived as the barrier waits for. Then it "
                          "begins anew."),
        .call = "pthread_barrier_wait",
        .syscall = "futex",
        .man = "pthread_barrier_wait(3)",
        .side = Side::control,
        .flow = FlowRole::exchange,
        .object = "barrier",
        .params = {barrier_param()},
        .results = {{.name = "serial",
                     .type = types::varying(types::boolean()),
                     .label = IPC_TR("The serial one"),
                     .help = IPC_TR("Exactly one of a round gets PTHREAD_BARRIER_SERIAL_THREAD, to do what "
                                    "has to be done once.")}},
        .errnos = {{EINVAL, IPC_TR("This is no barrier."), no_check}},
        .waits = {{.text = IPC_TR("the others to arrive at {barrier}"),
                   .by = EndedBy::arrivals,
                   .count = "count"}},
        .uninterruptible = true,
    };
}

inline OperationSpec barrier_destroy() {
    return {
        .verb = "barrier_destroy",
        .title = IPC_TR("Destroy"),
        .summary = IPC_TR("Ends the barrier. Waits for all to leave who have arrived; for one that is still "
                          "short, for ever."),
        .call = "pthread_barrier_destroy",
        .syscall = "-",
        .man = "pthread_barrier_destroy(3)",
        .side = Side::remove,
        .object = "barrier",
        .params = {barrier_param()},
        .errnos = {{EBUSY, IPC_TR("Somebody waits."), "glibc waits instead"},
                   {EINVAL, IPC_TR("This is no barrier."), no_check}},
        .waits = {{.text = IPC_TR("those who wait at {barrier} to leave"), .by = EndedBy::leavers}},
        .uninterruptible = true,
    };
}

inline ObjectSpec barrier_object() {
    return {
        .id = "barrier",
        .label = IPC_TR("Barrier"),
        .flow = FlowPolicy::wake,
        .view = ViewHint::level,
        .state = {level_state(
                      IPC_TR("Barrier"),
                      IPC_TR("As glibc keeps it: not part of any standard. Who was killed after it arrived "
                             "is still counted."),
                      {{.name = "value", .type = types::integer(0, UINT_MAX), .label = IPC_TR("Arrived")}}),
                  {.name = "max",
                   .type = types::integer(0, UINT_MAX),
                   .label = IPC_TR("Count"),
                   .help = IPC_TR("How many must arrive.")},
                  shared_state()},
        .level_label = IPC_TR("arrived"),
        .level_unit = Unit::count,
        .reach = Reach::memory,
    };
}

}  // namespace ipcscope::mechanisms::pthread_sync
