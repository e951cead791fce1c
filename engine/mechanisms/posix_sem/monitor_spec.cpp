#include "schema/monitor_spec.h"

#include "mechanisms/read_times.h"

#include <climits>

namespace ipcscope::mechanisms {
namespace {

MonitoredKind semaphore() {
    MonitoredKind kind{.id = "semaphore",
                       .label = IPC_TR("POSIX semaphore"),
                       .prefix = "posix_sem",
                       .object = "semaphore",
                       .persists = true,
                       .peekable = true};
    kind.fields = {{.name = "value",
                    .type = types::integer(0, INT_MAX),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR("As glibc keeps it in the file on machines with 64 bits."),
                    .level = true},
                   {.name = "sem_waiters",
                    .type = types::integer(0, UINT_MAX, Unit::count),
                    .label = IPC_TR("Waiting for a post"),
                    .help = IPC_TR("As glibc counts: who was killed while it waited is still counted."),
                    .level = true},
                   {.name = "mtime",
                    .type = types::integer(0, INT64_MAX, Unit::unix_time),
                    .label = IPC_TR("Made"),
                    .help = IPC_TR("When the file was written; posts and waits are not seen.")},
                   read_time_field(),
                   {.name = "inode", .type = types::integer(), .label = IPC_TR("Inode"), .help = ""}};
    auto mode = types::mode();
    mode.max = 0777;
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove name"),
         .command = "n={name}; rm -- \"/dev/shm/sem.${n#/}\"",
         .warning = IPC_TR("Nobody can open it any more: who does makes another semaphore. Who has it "
                           "goes on using it.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "n={name}; chmod {mode} -- \"/dev/shm/sem.${n#/}\"",
         .warning = IPC_TR("Processes that open it later may be refused; those that have it keep it."),
         .params = {{.name = "mode",
                     .type = mode,
                     .label = IPC_TR("Permissions"),
                     .help = IPC_TR("Who uses a semaphore must be allowed to read and to write it."),
                     .initial = std::int64_t{0600}}}},
    };
    kind.opens = {{.label = IPC_TR("Wait and post"),
                   .line = "posix_sem.open(name: \"{name}\", flags: 0)",
                   .warning = IPC_TR("What a worker takes from it, others wait for.")}};
    return kind;
}

}  // namespace

const MonitorSpec& posix_sem_monitor_spec();

const MonitorSpec& posix_sem_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "posix_sem",
        .title = IPC_TR("POSIX semaphores"),
        .group = Group::synchronisation,
        .kinds = {semaphore()},
        .words = {IPC_TR("semaphores with a name: /dev/shm cannot be read"),
                  IPC_TR("a file system mounted on /dev/shm"), IPC_TR("permission to open it for reading"),
                  IPC_TR("a post"), IPC_TR("the file %1 in glibc's layout for 64 bits: value and waiters"),
                  IPC_TR("it has no name any more: only who has it open can read it")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
