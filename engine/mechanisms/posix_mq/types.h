// Types and parameters that several tables of this mechanism use. Tables only: nothing to link.
#pragma once

#include "base/signals.h"
#include "mechanisms/posix_mq/queue.h"

#include <csignal>
#include <fcntl.h>
#include <utility>

namespace ipcscope::mechanisms::posix_mq {

inline constexpr const char* queue_kind = "posix_mq.queue";

inline ParamSpec queue_param(
    const char* help = IPC_TR("A descriptor of the queue that is open in this process.")) {
    return {.name = "queue", .type = types::handle({queue_kind}), .label = IPC_TR("Queue"), .help = help};
}

inline ParamSpec name_param(const char* help) {
    return {.name = "name", .type = types::path(), .label = IPC_TR("Name"), .help = help};
}

inline ParamSpec timeout_param() {
    return {.name = "timeout",
            .type = types::duration(),
            .label = IPC_TR("Limit"),
            .help = IPC_TR("How long to wait at most. The call itself is given the moment on the wall clock "
                           "(CLOCK_REALTIME) that lies so far ahead."),
            .initial = std::int64_t{1'000'000'000}};
}

inline TypeSpec flags_type() {
    return types::flags(
        {{"O_NONBLOCK", O_NONBLOCK, IPC_TR("sending and receiving fail with EAGAIN instead of waiting")}});
}

// Capacity: at least 1, but any number can be given to see what the kernel says.
inline TypeSpec capacity_type(Unit unit) {
    return types::integer(by_default, INT64_MAX, unit,
                          {{"default", by_default, IPC_TR("what the system gives to new queues")}});
}

inline TypeSpec notify_type(const char* deregister_help) {
    return types::choice(
        {{"SIGEV_SIGNAL", SIGEV_SIGNAL, IPC_TR("a signal is sent to this process, with a value")},
         {"SIGEV_NONE", SIGEV_NONE, IPC_TR("nothing is sent, but nobody else can register")},
         {"NULL", deregister, deregister_help}});
}

inline TypeSpec signal_type() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back({name, number});
    return types::choice(std::move(names));
}

// State fields that the driver and the monitor tell.
inline StateSpec capacity_field() {
    return {.name = "capacity",
            .type = types::integer(0, INT64_MAX, Unit::bytes),
            .label = IPC_TR("Bytes at most"),
            .help = IPC_TR("The longest message, times the messages at most.")};
}

inline StateSpec notify_field() {
    auto type = notify_type(IPC_TR("nobody is registered"));
    type.names.push_back(
        {"SIGEV_THREAD", SIGEV_THREAD, IPC_TR("a function is started in a thread of the process")});
    return {.name = "notify",
            .type = std::move(type),
            .label = IPC_TR("Notification"),
            .help = IPC_TR("What the registered process asked for; NULL = nobody is registered.")};
}

inline StateSpec signal_field() {
    return {.name = "signal",
            .type = types::integer(0, INT32_MAX, Unit::signal),
            .label = IPC_TR("Signal"),
            .help = IPC_TR("What the registered process gets.")};
}

inline StateSpec notify_pid_field() {
    return {.name = "notify_pid",
            .type = types::integer(0, INT32_MAX, Unit::pid),
            .label = IPC_TR("Registered process"),
            .help = IPC_TR("Who gets the next notification; 0 = nobody.")};
}

}  // namespace ipcscope::mechanisms::posix_mq
