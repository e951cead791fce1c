#include "mechanisms/sysv_monitor_spec.h"

namespace ipcscope::mechanisms {
namespace {

std::vector<StateSpec> fields() {
    using sysv::pid_field;
    using sysv::time_field;
    const auto bytes = types::integer(0, INT64_MAX, Unit::bytes);
    return sysv::with_identity(
        {{.name = "size",
          .type = bytes,
          .label = IPC_TR("Size"),
          .help = IPC_TR("As it was asked for; whole pages are attached.")},
         {.name = "nattch",
          .type = types::integer(0, INT32_MAX, Unit::count),
          .label = IPC_TR("Attachments"),
          .help = IPC_TR("How often it is attached now, in all processes."),
          .level = true},
         {.name = "rss",
          .type = bytes,
          .label = IPC_TR("In memory"),
          .help = IPC_TR("Pages that were touched; the others are not there yet."),
          .level = true},
         {.name = "swap", .type = bytes, .label = IPC_TR("Swapped out"), .help = ""},
         {.name = "marked",
          .type = types::boolean(),
          .label = IPC_TR("Marked for removal"),
          .help = IPC_TR("IPC_RMID was said: it goes away with its last attachment (SHM_DEST).")},
         {.name = "locked",
          .type = types::boolean(),
          .label = IPC_TR("Locked"),
          .help = IPC_TR("Its pages are not swapped out (SHM_LOCK).")},
         pid_field("cpid", IPC_TR("Made by"), ""),
         pid_field("lpid", IPC_TR("Last attached or detached by"), IPC_TR("0 = nobody yet.")),
         time_field("atime", IPC_TR("Last attached"), ""),
         time_field("dtime", IPC_TR("Last detached"), ""),
         time_field("ctime", IPC_TR("Made or changed"), IPC_TR("IPC_SET sets it, too."))});
}

MonitoredKind segment() {
    MonitoredKind kind{.id = "segment",
                       .label = IPC_TR("System V shared memory"),
                       .prefix = "sysv_shm",
                       .object = "segment",
                       .fields = fields(),
                       .persists = true,
                       .peekable = true};
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove segment"),
         .command = "ipcrm -m {key}",
         .warning = IPC_TR("It goes with its last attachment; nobody can find it by its key any more, and "
                           "its contents are lost then.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "printf 'workers: w\\nw: m = sysv_shm.use(id: {key})\\nw: sysv_shm.set(m, mode: {mode}, "
                    "uid: {uid}, "
                    "gid: {gid})\\n' | ipcscope-cli run -",
         .warning = IPC_TR("Processes that attach it later may be refused; those that have it keep it."),
         .params = sysv::set_owner_params()},
    };
    kind.opens = {{.label = IPC_TR("Attach and use"),
                   .line = "sysv_shm.use(id: {key})",
                   .warning = IPC_TR("To attach it changes its count of attachments, its times and its "
                                     "last user.")}};
    kind.asked_look = IPC_TR(
        "Nobody who may be looked into has the segment attached. For a look it is attached, read only, and "
        "detached again: that changes its times and its last user, and nothing in it.");
    return kind;
}

}  // namespace

const MonitorSpec& sysv_shm_monitor_spec();

const MonitorSpec& sysv_shm_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "sysv_shm",
        .title = IPC_TR("System V shared memory"),
        .group = Group::shared_memory,
        .kinds = {segment()},
        .words = {IPC_TR("shared memory segments"),
                  IPC_TR("the file behind the attachment of process %1, read only: nothing was attached"),
                  IPC_TR("the memory of processes that have it attached"),
                  IPC_TR("%1: it would have to be attached for a look, which changes its last user and "
                         "times; that must be allowed first"),
                  IPC_TR("nobody has it attached"),
                  IPC_TR("attached for reading for a moment: its last user and the times of attaching and "
                         "detaching have changed"),
                  IPC_TR("those who have it attached do not let this user look into them")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
