#include "schema/monitor_spec.h"

#include <ctime>

namespace ipcscope::mechanisms {

namespace {

StateSpec text(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::text(), .label = label, .help = help};
}

StateSpec number(const char* name, Unit unit, const char* label, const char* help, bool level = false) {
    return {.name = name,
            .type = types::integer(0, INT64_MAX, unit),
            .label = label,
            .help = help,
            .level = level};
}

StateSpec duration(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::duration(), .label = label, .help = help};
}

std::vector<MonitoredKind> kinds() {
    return {
        {.id = "signalfd",
         .label = IPC_TR("Signal descriptor"),
         .prefix = "signalfd",
         .fields = {text("signals", IPC_TR("Signals"), IPC_TR("Those that are read from it."))}},
        {.id = "timerfd",
         .label = IPC_TR("Timer descriptor"),
         .prefix = "timerfd",
         .fields = {{.name = "clock",
                     .type = types::choice({{"CLOCK_REALTIME", CLOCK_REALTIME},
                                            {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
                                            {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
                                            {"CLOCK_REALTIME_ALARM", CLOCK_REALTIME_ALARM},
                                            {"CLOCK_BOOTTIME_ALARM", CLOCK_BOOTTIME_ALARM}}),
                     .label = IPC_TR("Clock"),
                     .help = IPC_TR("Which clock it goes by.")},
                    number("ticks", Unit::count, IPC_TR("Expirations"),
                           IPC_TR("Since it was last read or set."), true),
                    duration("remaining", IPC_TR("Time left"),
                             IPC_TR("Until it expires next; 0 = it is not armed.")),
                    duration("interval", IPC_TR("Interval"), IPC_TR("0 = it expires only once."))}},
        {.id = "epoll",
         .label = IPC_TR("Event poll"),
         .prefix = "epoll",
         .fields = {number("members", Unit::count, IPC_TR("Members"), IPC_TR("Descriptors that it watches.")),
                    text("watched", IPC_TR("Watched"),
                         IPC_TR("Each descriptor, as its number was when it was added, and the events "
                                "that are asked for."))}},
        {.id = "inotify",
         .label = IPC_TR("File watch (inotify)"),
         .prefix = "inotify",
         .fields = {number("watches", Unit::count, IPC_TR("Watches"),
                           IPC_TR("Files and directories that it watches.")),
                    text("watched", IPC_TR("Watched"),
                         IPC_TR("Each by device and inode, with the events that are asked for. The "
                                "kernel keeps no path."))}},
        {.id = "pidfd",
         .label = IPC_TR("Process descriptor"),
         .prefix = "pidfd",
         .fields = {number("target", Unit::pid, IPC_TR("Process"),
                           IPC_TR("Which process it stands for; nothing = it has ended."))}}};
}

}  // namespace

const MonitorSpec& anon_inode_monitor_spec();
const MonitorSpec& anon_inode_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "anon_inode",
        .title = IPC_TR("Event descriptors"),
        .group = Group::synchronisation,
        .kinds = kinds(),
        .words = {IPC_TR(
            "whether %1 of the event descriptors are shared: each process's is shown by itself (kcmp: %2)")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
