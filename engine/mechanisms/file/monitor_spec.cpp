#include "schema/monitor_spec.h"

#include "mechanisms/file/monitor_fields.h"

namespace ipcscope::mechanisms {
namespace {

using namespace files;

std::int64_t number(LockType type) {
    return static_cast<std::int64_t>(type);
}

MonitoredKind lock_kind() {
    std::vector<StateSpec> fields(lock_field_count);
    fields[lock_type] = {
        "type",
        types::choice({{"POSIX", number(LockType::posix), IPC_TR("fcntl, held by a process")},
                       {"OFD", number(LockType::open_file), IPC_TR("fcntl, held by an open file")},
                       {"FLOCK", number(LockType::flock), IPC_TR("flock, held by an open file")},
                       {"LEASE", number(LockType::lease), IPC_TR("told before others open the file")},
                       {"DELEG", number(LockType::delegation), IPC_TR("a lease of a file server")},
                       {"OTHER", number(LockType::other)}}),
        IPC_TR("Type")};
    fields[lock_mode] = {
        "access",
        types::choice({{"READ", static_cast<std::int64_t>(LockMode::read), IPC_TR("shared")},
                       {"WRITE", static_cast<std::int64_t>(LockMode::write), IPC_TR("exclusive")},
                       {"UNLCK", static_cast<std::int64_t>(LockMode::none)}}),
        IPC_TR("Access")};
    fields[lock_mandatory] = {"mandatory", types::boolean(), IPC_TR("Mandatory")};
    fields[lock_start] = {"start", types::integer(0), IPC_TR("First byte")};
    fields[lock_end] = {"end",
                        types::integer(0, lock_eof, Unit::none, {{"EOF", lock_eof, IPC_TR("to the end")}}),
                        IPC_TR("Last byte")};
    fields[lock_waiting] = {.name = "waiting",
                            .type = types::integer(0, lock_eof, Unit::count),
                            .label = IPC_TR("Waiting"),
                            .help = IPC_TR("How many requests wait behind it."),
                            .level = true};
    fields[lock_device] = {"device", types::text(), IPC_TR("Device"),
                           IPC_TR("Major and minor number of the file system, hexadecimal.")};
    fields[lock_inode] = {"inode", types::integer(0), IPC_TR("Inode")};
    return {.id = "lock", .label = IPC_TR("File lock"), .prefix = "lock", .fields = std::move(fields)};
}

MonitoredKind mapping_kind() {
    std::vector<StateSpec> fields(mapping_field_count);
    const auto many = types::integer(0, lock_eof, Unit::count);
    fields[mapping_bytes] = {"bytes", types::integer(0, lock_eof, Unit::bytes), IPC_TR("Mapped"),
                             IPC_TR("The longest mapping of one process.")};
    fields[mapping_readers] = {"readers", many, IPC_TR("Read only"),
                               IPC_TR("Processes that have mapped it and may only read.")};
    fields[mapping_writers] = {"writers", many, IPC_TR("Writable"),
                               IPC_TR("Processes that have mapped it and may write.")};
    fields[mapping_device] = {"device", types::text(), IPC_TR("Device"),
                              IPC_TR("Major and minor number of the file system, hexadecimal.")};
    fields[mapping_inode] = {"inode", types::integer(0), IPC_TR("Inode")};
    return {
        .id = "mapping", .label = IPC_TR("Shared mapping"), .prefix = "mapping", .fields = std::move(fields)};
}

}  // namespace

const MonitorSpec& file_monitor_spec() {
    static const MonitorSpec spec = {
        .mechanism = "file",
        .title = IPC_TR("File locks and shared mappings"),
        .group = Group::files,
        .kinds = {lock_kind(), mapping_kind()},
        .words = {IPC_TR("file locks: /proc/locks cannot be read"),
                  IPC_TR("the holders of %1 file locks, which are in processes that cannot be seen"),
                  IPC_TR("%1 lines of /proc/locks that are not understood"), IPC_TR("read lock of %1"),
                  IPC_TR("write lock of %1"), IPC_TR("bytes from %1"), IPC_TR("bytes %1 to %2"),
                  IPC_TR("shared anonymous memory")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
