#include "mechanisms/file/spec_contents.h"
#include "mechanisms/file/spec_inotify.h"
#include "mechanisms/file/spec_locks.h"
#include "mechanisms/file/spec_mapping.h"
#include "mechanisms/file/spec_names.h"

namespace ipcscope::mechanisms {

namespace {

using namespace files;

std::vector<StateSpec> file_state() {
    const auto lock = types::structure(
        {{.name = "kind",
          .type = types::text(),
          .label = IPC_TR("Kind"),
          .help = IPC_TR("FLOCK: flock; POSIX: fcntl, of a process; OFDLCK: fcntl, of an open file.")},
         {.name = "type", .type = types::text(), .label = IPC_TR("Type")},
         {.name = "waits", .type = types::boolean(), .label = IPC_TR("Waits")},
         {.name = "pid",
          .type = types::integer(-1, INT32_MAX, Unit::pid, {{"OFD", -1, IPC_TR("no process")}}),
          .label = IPC_TR("Process")},
         {.name = "start", .type = types::integer(0), .label = IPC_TR("First byte")},
         {.name = "end",
          .type = types::integer(0, INT64_MAX, Unit::none, {{"EOF", INT64_MAX, IPC_TR("to the end")}}),
          .label = IPC_TR("Last byte")}});
    return {{.name = "contents",
             .type = types::bytes(),
             .label = IPC_TR("Contents"),
             .help = IPC_TR("The first 64 KiB.")},
            {.name = "size",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Size"),
             .level = true},
            {.name = "locks",
             .type = types::array({.name = "lock", .type = lock, .label = IPC_TR("Lock")}, 256),
             .label = IPC_TR("Locks"),
             .help = IPC_TR("As /proc/locks tells them: who holds one, and who waits.")},
            {.name = "links",
             .type = types::integer(0),
             .label = IPC_TR("Names"),
             .help = IPC_TR("0 = removed, but still open.")},
            {.name = "mode", .type = types::mode(), .label = IPC_TR("Permissions")},
            {.name = "uid", .type = types::integer(0, UINT32_MAX, Unit::uid), .label = IPC_TR("Owner")},
            {.name = "inode", .type = types::integer(0), .label = IPC_TR("Inode")},
            {.name = "mtime",
             .type = types::integer(INT64_MIN, INT64_MAX, Unit::unix_time),
             .label = IPC_TR("Last change of the data")},
            {.name = "note", .type = types::text(), .label = IPC_TR("Note")}};
}

std::vector<OperationSpec> all_operations() {
    std::vector<OperationSpec> all{
        open_spec(),     read_spec(),       write_spec(),     pread_spec(), pwrite_spec(),   seek_spec(),
        truncate_spec(), fsync_spec(false), fsync_spec(true), stat_spec(),  dup_spec(),      close_spec(),
        unlink_spec(),   rename_spec(),     flock_spec(),     lock_spec(),  get_lock_spec(), map_spec()};
    for (auto& one : memory_specs())
        all.push_back(std::move(one));
    for (auto& one : {sync_spec(), unmap_spec(), inotify_init_spec(), add_watch_spec(), remove_watch_spec(),
                      read_events_spec()})
        all.push_back(one);
    return all;
}

MechanismSpec make_spec() {
    return {
        .id = "file",
        .title = IPC_TR("File"),
        .summary = IPC_TR("Bytes with a name that outlive their processes: read, written, mapped, locked and "
                          "watched by several at once."),
        .group = Group::files,
        .rank = 10,
        .man = {"open(2)", "fcntl(2)", "flock(2)", "mmap(2)", "inotify(7)", "proc_locks(5)"},
        .limits = {{IPC_TR("Open files of the system"), "/proc/sys/fs/file-max", Unit::count},
                   {IPC_TR("Inotify instances per user"), "/proc/sys/fs/inotify/max_user_instances",
                    Unit::count},
                   {IPC_TR("Inotify watches per user"), "/proc/sys/fs/inotify/max_user_watches", Unit::count},
                   {IPC_TR("Events in an inotify queue"), "/proc/sys/fs/inotify/max_queued_events",
                    Unit::count}},
        .objects = {{.id = "file",
                     .label = IPC_TR("File"),
                     .flow = FlowPolicy::memory,
                     .view = ViewHint::memory,
                     .state = file_state(),
                     .level_label = IPC_TR("size"),
                     .level_unit = Unit::bytes,
                     .reach = Reach::named},
                    {.id = "inotify",
                     .label = IPC_TR("Inotify instance"),
                     .view = ViewHint::tree,
                     .state = inotify_state()}},
        .handles = {{.id = "descriptor",
                     .label = IPC_TR("File descriptor"),
                     .object = "file",
                     .roles = {"descriptor"}},
                    {.id = "mapping", .label = IPC_TR("Mapping"), .object = "file", .roles = {"memory"}},
                    {.id = "inotify",
                     .label = IPC_TR("Inotify instance"),
                     .object = "inotify",
                     .roles = {"descriptor"}}},
        .operations = all_operations(),
        .privileges =
            IPC_TR("The permission bits of the file decide who may open it to read or to write; who may "
                   "write to the directory may make, rename and remove it. Locks bind only those who "
                   "ask for them: they are advisory."),
    };
}

}  // namespace

const MechanismSpec& file_spec();
const MechanismSpec& file_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms
