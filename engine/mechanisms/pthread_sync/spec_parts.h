// What the four kinds of object declare alike. Tables only: nothing to link.
#pragma once

#include "mechanisms/anonymous_map_spec.h"

#include <climits>
#include <ctime>
#include <pthread.h>

namespace ipcscope::mechanisms::pthread_sync {

inline constexpr const char* mutex_kind = "pthread_sync.mutex";
inline constexpr const char* condition_kind = "pthread_sync.condition";
inline constexpr const char* rwlock_kind = "pthread_sync.rwlock";
inline constexpr const char* barrier_kind = "pthread_sync.barrier";
inline constexpr const char* memory_kind = "pthread_sync.memory";

inline constexpr const char* not_in_glibc = "glibc never gives it";
inline constexpr const char* no_check = "glibc does not look whether it is one";

inline ParamSpec mutex_param() {
    return {.name = "mutex",
            .type = types::handle({mutex_kind}),
            .label = IPC_TR("Mutex"),
            .help = IPC_TR("A mutex in memory that this process has mapped.")};
}

inline ParamSpec shared_param() {
    return {.name = "pshared",
            .type = types::boolean(),
            .label = IPC_TR("Shared"),
            .help = IPC_TR("PTHREAD_PROCESS_SHARED. false: for threads of one process only; who waits in "
                           "another process is then not woken."),
            .initial = true};
}

inline ParamSpec timeout_param() {
    return {.name = "timeout",
            .type = types::duration(),
            .label = IPC_TR("Timeout"),
            .help = IPC_TR("The call is given the moment that lies so far ahead."),
            .initial = std::int64_t{1'000'000'000}};
}

inline ParamSpec clock_param(std::int64_t initial) {
    return {
        .name = "clock",
        .type = types::choice({{"CLOCK_REALTIME", CLOCK_REALTIME, IPC_TR("the wall clock")},
                               {"CLOCK_MONOTONIC", CLOCK_MONOTONIC, IPC_TR("time since the start")},
                               {"CLOCK_BOOTTIME", CLOCK_BOOTTIME, IPC_TR("with suspension: not allowed")}}),
        .label = IPC_TR("Clock"),
        .help = IPC_TR("Which clock says when the time is over; nobody can set CLOCK_MONOTONIC."),
        .initial = initial};
}

inline ErrnoSpec timed_out() {
    return {ETIMEDOUT, IPC_TR("The moment has come before it was this call's turn.")};
}

// One thing that a level shows, with the figures that belong to it (ViewHint::level).
inline StateSpec level_state(const char* label, const char* help, std::vector<ParamSpec> fields) {
    return {
        .name = "now",
        .type = types::array({.name = "now", .type = types::structure(std::move(fields)), .label = label}, 1),
        .label = label,
        .help = help};
}

inline StateSpec shared_state() {
    return {.name = "shared",
            .type = types::boolean(),
            .label = IPC_TR("Between processes"),
            .help = IPC_TR("PTHREAD_PROCESS_SHARED: who waits in another process is woken.")};
}

// `at`: the object that somebody made at a place of the same memory.
inline OperationSpec at_spec(const char* verb, const char* call, const char* result, const char* kind,
                             const char* label) {
    return {
        .verb = verb,
        .title = IPC_TR("Use what lies in shared memory"),
        .summary = IPC_TR("What somebody made at this place of the same memory. No call is made: it is a "
                          "matter of the address."),
        .call = call,
        .syscall = "-",
        .man = "pthreads(7)",
        .side = Side::open,
        .params = anonymous::place_params(),
        .results = {{.name = result, .type = types::handle({kind}), .label = label}},
        .pure = true,
    };
}

}  // namespace ipcscope::mechanisms::pthread_sync
