#include "schema/monitor_spec.h"

#include "mechanisms/posix_shm/names.h"
#include "mechanisms/read_times.h"

#include <utility>

namespace ipcscope::mechanisms {
namespace {

StateSpec size_field() {
    return {.name = "size",
            .type = types::integer(0, INT64_MAX, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = IPC_TR("As ftruncate set it."),
            .level = true};
}

StateSpec allocated_field() {
    return {.name = "allocated",
            .type = types::integer(0, INT64_MAX, Unit::bytes),
            .label = IPC_TR("In memory or swapped"),
            .help = IPC_TR("Pages that were touched; the others are not there yet."),
            .level = true};
}

std::vector<StateSpec> times() {
    const auto time = types::integer(0, INT64_MAX, Unit::unix_time);
    return {{.name = "mtime",
             .type = time,
             .label = IPC_TR("Last changed"),
             .help = IPC_TR("By a call: ftruncate, write. What a mapping stores is not seen.")},
            {.name = "inode", .type = types::integer(), .label = IPC_TR("Inode"), .help = ""}};
}

MonitoredKind named() {
    MonitoredKind kind{.id = "object",
                       .label = IPC_TR("POSIX shared memory"),
                       .prefix = "posix_shm",
                       .object = "memory",
                       .fields = {size_field(), allocated_field()},
                       .persists = true,
                       .peekable = true};
    for (auto& field : times())
        kind.fields.push_back(std::move(field));
    kind.fields.push_back(read_time_field());
    auto mode = types::mode();
    mode.max = 0777;
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove name"),
         .command = "rm -- /dev/shm{name}",
         .warning = IPC_TR("Nobody can open it any more; who has it goes on using it. With nobody, its "
                           "contents are lost.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "chmod {mode} -- /dev/shm{name}",
         .warning = IPC_TR("Processes that open it later may be refused; those that have it keep it."),
         .params = {{.name = "mode",
                     .type = mode,
                     .label = IPC_TR("Permissions"),
                     .help = IPC_TR("The new permission bits."),
                     .initial = std::int64_t{0600}}}},
    };
    kind.opens = {{.label = IPC_TR("Open for reading and writing"),
                   .line = "posix_shm.open(name: \"{name}\", access: O_RDWR, flags: 0)",
                   .warning = IPC_TR("What a worker writes there, all who have it mapped see at once.")},
                  {.label = IPC_TR("Open for reading"),
                   .line = "posix_shm.open(name: \"{name}\", access: O_RDONLY, flags: 0)"}};
    return kind;
}

MonitoredKind nameless() {
    MonitoredKind kind{.id = "memfd",
                       .label = IPC_TR("Memory file"),
                       .prefix = "memfd",
                       .object = "memory",
                       .fields = {size_field(), allocated_field()},
                       .peekable = true};
    auto seals = posix_shm::seals_type();
    constexpr int seal_exec = 0x20;  // F_SEAL_EXEC, Linux 6.3; not in the headers of the libraries yet
    seals.names.push_back({"F_SEAL_EXEC", seal_exec, IPC_TR("whether it may be executed never changes")});
    kind.fields.push_back({.name = "seals",
                           .type = std::move(seals),
                           .label = IPC_TR("Seals"),
                           .help = IPC_TR("What nobody can do to it any more.")});
    for (auto& field : times())
        kind.fields.push_back(std::move(field));
    return kind;
}

}  // namespace

const MonitorSpec& posix_shm_monitor_spec();

const MonitorSpec& posix_shm_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "posix_shm",
        .title = IPC_TR("POSIX shared memory"),
        .group = Group::shared_memory,
        .kinds = {named(), nameless()},
        .words = {IPC_TR("shared memory objects with a name: /dev/shm cannot be read"),
                  IPC_TR("only mapped, and map_files needs CAP_CHECKPOINT_RESTORE"),
                  IPC_TR("the file behind a mapping of process %1, opened for reading"),
                  IPC_TR("the memory of processes that have it mapped"),
                  IPC_TR("%1 bytes, from %2 on, as far as it is mapped"),
                  IPC_TR("the file %1, opened for reading"),
                  IPC_TR("opened for reading through a descriptor of process %1"),
                  IPC_TR("those who have it mapped do not let this user look into them"),
                  IPC_TR("nobody has it open or mapped any more, or lets this user see it")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
