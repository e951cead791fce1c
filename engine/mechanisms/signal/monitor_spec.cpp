#include "schema/monitor_spec.h"

#include "base/signals.h"
#include "mechanisms/signal/monitor_fields.h"

#include <limits>
#include <signal.h>

namespace ipcscope::mechanisms {
namespace {

TypeSpec signal_set() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back({name, static_cast<std::int64_t>(std::uint64_t{1} << (number - 1))});
    return types::flags(std::move(names));
}

TypeSpec one_signal() {
    std::vector<NamedValue> names;
    for (const auto& [name, number] : signal_names())
        names.push_back({name, number});
    return types::choice(std::move(names));
}

MonitorSpec make() {
    const auto many = types::integer(0, std::numeric_limits<std::int64_t>::max(), Unit::count);
    std::vector<StateSpec> fields(signal_field_count);
    fields[field_process_pending] = {"process_pending", signal_set(), IPC_TR("Pending (process)"),
                                     IPC_TR("Sent to the process and not delivered yet (ShdPnd).")};
    fields[field_thread_pending] = {"thread_pending", signal_set(), IPC_TR("Pending (thread)"),
                                    IPC_TR("Sent to its first thread and not delivered yet (SigPnd).")};
    fields[field_blocked] = {"blocked", signal_set(), IPC_TR("Blocked"),
                             IPC_TR("The signal mask of its first thread (SigBlk).")};
    fields[field_ignored] = {"ignored", signal_set(), IPC_TR("Ignored"), IPC_TR("Set to SIG_IGN (SigIgn).")};
    fields[field_caught] = {"caught", signal_set(), IPC_TR("Caught"), IPC_TR("Has a handler (SigCgt).")};
    fields[field_queued] = {
        "queued", many, IPC_TR("Queued for the user"),
        IPC_TR("Signals that are queued for all processes of its real user together (SigQ).")};
    fields[field_queue_limit] = {
        "queue_limit", many, IPC_TR("Queue limit"),
        IPC_TR("RLIMIT_SIGPENDING of this process, which that sum is held against.")};
    fields[field_threads] = {"threads", many, IPC_TR("Threads")};
    return {.mechanism = "signal",
            .title = IPC_TR("Signals"),
            .group = Group::signals,
            .kinds = {{.id = "process",
                       .label = IPC_TR("Signals of process"),
                       .prefix = "signals",
                       .object = "signals",
                       .fields = std::move(fields),
                       .peekable = true,
                       .actions = {{.kind = ActionKind::signal,
                                    .label = IPC_TR("Send signal"),
                                    .command = "kill -s {signal} {key}",
                                    .warning = IPC_TR("What it does not catch, block or ignore may end it."),
                                    .params = {{.name = "signal",
                                                .type = one_signal(),
                                                .label = IPC_TR("Signal"),
                                                .help = IPC_TR("It is sent to the process as a whole."),
                                                .initial = SIGTERM}}}}}}};
}

}  // namespace

const MonitorSpec& signal_monitor_spec() {
    static const MonitorSpec spec = make();
    return spec;
}

}  // namespace ipcscope::mechanisms
