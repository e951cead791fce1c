#include "mechanisms/sysv_monitor_spec.h"

namespace ipcscope::mechanisms {
namespace {

std::vector<StateSpec> fields() {
    const auto count = types::integer(0, INT64_MAX, Unit::count);
    return sysv::with_identity(
        {{.name = "nsems", .type = count, .label = IPC_TR("Semaphores"), .help = ""},
         {.name = "value",
          .type = types::integer(0, INT64_MAX),
          .label = IPC_TR("Value"),
          .help = IPC_TR("Of all semaphores of the set together."),
          .level = true},
         {.name = "values",
          .type = types::text(),
          .label = IPC_TR("Values"),
          .help = IPC_TR("Of the first 16 semaphores, one after the other.")},
         {.name = "ncnt",
          .type = count,
          .label = IPC_TR("Waiting for an increase"),
          .help = IPC_TR("How many processes wait until a semaphore of the set rises, as the kernel counts."),
          .level = true},
         {.name = "zcnt",
          .type = count,
          .label = IPC_TR("Waiting for zero"),
          .help = IPC_TR("How many processes wait until a semaphore of the set is 0."),
          .level = true},
         sysv::time_field("otime", IPC_TR("Last operation"), IPC_TR("The last semop; 0 = none yet.")),
         sysv::time_field("ctime", IPC_TR("Made or changed"),
                          IPC_TR("IPC_SET, SETVAL and SETALL set it, too."))});
}

MonitoredKind set() {
    MonitoredKind kind{.id = "set",
                       .label = IPC_TR("System V semaphore set"),
                       .prefix = "sysv_sem",
                       .object = "set",
                       .fields = fields(),
                       .persists = true,
                       .peekable = true};
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove semaphore set"),
         .command = "ipcrm -s {key}",
         .warning = IPC_TR("Its values are lost, and who waits on it gets EIDRM.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "printf 'workers: w\\nw: s = sysv_sem.use(id: {key})\\nw: sysv_sem.set(s, mode: {mode}, "
                    "uid: {uid}, "
                    "gid: {gid})\\n' | ipcscope-cli run -",
         .warning = IPC_TR("Processes that use it may be refused from now on."),
         .params = sysv::set_owner_params()},
    };
    kind.opens = {{.label = IPC_TR("Operate on it"),
                   .line = "sysv_sem.use(id: {key})",
                   .warning = IPC_TR("What a worker takes from a semaphore, others wait for.")}};
    return kind;
}

}  // namespace

const MonitorSpec& sysv_sem_monitor_spec();

const MonitorSpec& sysv_sem_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "sysv_sem",
        .title = IPC_TR("System V semaphores"),
        .group = Group::synchronisation,
        .kinds = {set()},
        .words = {
            IPC_TR("semaphore sets"), IPC_TR("read permission of the set, or CAP_IPC_OWNER"),
            IPC_TR("this machine has more than %1 semaphores: asked only where a process is seen waiting"),
            IPC_TR("a change of its semaphores"), IPC_TR("semaphore %1 to become 0"),
            IPC_TR("semaphore %1 to reach %2"), IPC_TR("%1 and %2"), IPC_TR("%1 (one of %2 operations)"),
            IPC_TR("semctl with GETALL, GETNCNT, GETZCNT and GETPID: they only read"),
            IPC_TR("the first %1 of %2 semaphores")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
