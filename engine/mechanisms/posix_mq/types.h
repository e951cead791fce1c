// Types and parameters that several tables of this mechanism use. Tables only: nothing to link.
#pragma once

#include "base/signals.h"
#include "mechanisms/posix_mq/queue.h"

#include <csignal>
#include <fcntl.h>

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

}  // namespace ipcscope::mechanisms::posix_mq
