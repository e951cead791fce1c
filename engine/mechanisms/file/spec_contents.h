// Operations on what a file holds, and on its descriptors. Tables only: nothing to link.
#pragma once

#include "mechanisms/file/spec_parts.h"

namespace ipcscope::mechanisms::files {

inline ErrnoSpec not_open_for(const char* meaning) {
    return {EBADF, meaning};
}

inline ParamSpec size_param(const char* help, std::int64_t initial) {
    return {.name = "size",
            .type = types::integer(0, max_payload, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = help,
            .initial = initial};
}

inline OperationSpec reading(OperationSpec spec, bool at_offset) {
    spec.side = Side::receive;
    spec.flow = FlowRole::receive;
    spec.object = "from";
    spec.params = {file_param("from", IPC_TR("The descriptor to read from.")),
                   size_param(IPC_TR("At most so many bytes; fewer come where the file ends."), 4096)};
    spec.returns = IPC_TR("bytes read, 0 at the end of the file");
    spec.returns_unit = Unit::bytes;
    spec.results = {{.name = "data",
                     .type = types::bytes(),
                     .label = IPC_TR("Data"),
                     .help = IPC_TR("The bytes that were read."),
                     .payload = true}};
    spec.errnos = {not_open_for(IPC_TR("The descriptor is closed, or not open for reading.")),
                   {EIO, IPC_TR("An input or output error."), no_disk_fault}};
    if (!at_offset) return spec;
    spec.params.push_back(number_param("offset", IPC_TR("Offset"),
                                       IPC_TR("Where, counted from the beginning of the file."), 0));
    spec.errnos.push_back({EINVAL, IPC_TR("The offset is below 0, or too far.")});
    return spec;
}

inline OperationSpec read_spec() {
    return reading({.verb = "read",
                    .title = IPC_TR("Read"),
                    .summary = IPC_TR("Reads at the position of the descriptor, and moves it on."),
                    .call = "read",
                    .man = "read(2)"},
                   false);
}

inline OperationSpec pread_spec() {
    return reading({.verb = "pread",
                    .title = IPC_TR("Read at offset"),
                    .summary = IPC_TR("Reads at an offset; the position of the descriptor stays."),
                    .call = "pread",
                    .syscall = "pread64",
                    .man = "pread(2)"},
                   true);
}

inline OperationSpec writing(OperationSpec spec, bool at_offset) {
    spec.side = Side::send;
    spec.flow = FlowRole::send;
    spec.object = "to";
    spec.params = {
        file_param("to", IPC_TR("The descriptor to write to.")),
        {.name = "data",
         .type = types::bytes(),
         .label = IPC_TR("Data"),
         .help = IPC_TR("The bytes to write.")},
        size_param(IPC_TR("How many bytes: the data is cut or repeated to fit. 0 = as the data is."), 0)};
    spec.returns = IPC_TR("bytes written");
    spec.returns_unit = Unit::bytes;
    spec.results = {{.name = "offset",
                     .type = types::integer(0, INT64_MAX, Unit::bytes),
                     .label = IPC_TR("Offset"),
                     .help = IPC_TR("Where in the file they stand; not told when processes that share the "
                                    "position moved it meanwhile.")}};
    spec.errnos = {
        not_open_for(IPC_TR("The descriptor is closed, or not open for writing.")),
        {EDQUOT, IPC_TR("The user's share of the disk is used up."), no_quota},
        {EFBIG, IPC_TR("Beyond the largest file that the process (RLIMIT_FSIZE) or the file system may have. "
                       "SIGXFSZ is sent as well: only who ignores, blocks or handles it gets to see this.")},
        {EINTR, IPC_TR("A signal came before any byte was written."),
         "writing to a local file does not wait"},
        {EIO, IPC_TR("An input or output error."), no_disk_fault},
        {ENOSPC, IPC_TR("The disk is full."), no_full_disk},
        {EPERM, IPC_TR("A seal forbids it (fcntl(2), F_SEAL_WRITE)."), "no operation here puts seals on"}};
    if (!at_offset) return spec;
    spec.params.push_back(number_param(
        "offset", IPC_TR("Offset"), IPC_TR("Where; with O_APPEND Linux writes to the end all the same."), 0));
    spec.errnos.push_back({EINVAL, IPC_TR("The offset is below 0, or too far.")});
    return spec;
}

inline OperationSpec write_spec() {
    return writing(
        {.verb = "write",
         .title = IPC_TR("Write"),
         .summary = IPC_TR("Writes at the position of the descriptor and moves it on; with O_APPEND "
                           "at the end of the file, which nobody can get in between of."),
         .call = "write",
         .man = "write(2)"},
        false);
}

inline OperationSpec pwrite_spec() {
    return writing({.verb = "pwrite",
                    .title = IPC_TR("Write at offset"),
                    .summary = IPC_TR("Writes at an offset; the position of the descriptor stays."),
                    .call = "pwrite",
                    .syscall = "pwrite64",
                    .man = "pwrite(2)"},
                   true);
}

inline OperationSpec seek_spec() {
    auto names = whence_names();
    names.push_back({"SEEK_DATA", SEEK_DATA, IPC_TR("to the next bytes at or behind the offset")});
    names.push_back({"SEEK_HOLE", SEEK_HOLE, IPC_TR("to the next hole at or behind the offset")});
    return {
        .verb = "seek",
        .title = IPC_TR("Set position"),
        .summary =
            IPC_TR("Moves the position of the descriptor, which all share that inherited or duplicated it."),
        .call = "lseek",
        .man = "lseek(2)",
        .side = Side::control,
        .object = "file",
        .params = {file_param(),
                   number_param("offset", IPC_TR("Offset"), IPC_TR("How far; below 0 = back."), 0),
                   {.name = "whence",
                    .type = types::choice(std::move(names)),
                    .label = IPC_TR("From"),
                    .help = IPC_TR("What the offset is counted from."),
                    .initial = std::int64_t{SEEK_SET}}},
        .returns = IPC_TR("the new position"),
        .returns_unit = Unit::bytes,
        .errnos = {closed(),
                   {EINVAL, IPC_TR("The position would be before the beginning, or too far.")},
                   {ENXIO, IPC_TR("SEEK_DATA or SEEK_HOLE: nothing is at or behind the offset.")}},
    };
}

inline OperationSpec truncate_spec() {
    return {
        .verb = "truncate",
        .title = IPC_TR("Set size"),
        .summary =
            IPC_TR("Cuts the file, or makes it longer: the new part reads as zeros and takes no room."),
        .call = "ftruncate",
        .man = "ftruncate(2)",
        .side = Side::control,
        .object = "file",
        .params = {file_param(),
                   number_param("length", IPC_TR("Size"), IPC_TR("How long the file is then."), 0)},
        .errnos = {closed(),
                   {EFBIG,
                    IPC_TR("Longer than the process (RLIMIT_FSIZE) or the file system allows; SIGXFSZ is "
                           "sent as well.")},
                   {EINTR, IPC_TR("A signal came while the file system was waited for."),
                    "local file systems do not make it wait"},
                   {EINVAL, IPC_TR("The size is below 0, or the descriptor is not open for writing.")},
                   {EIO, IPC_TR("An input or output error."), no_disk_fault},
                   {EPERM, IPC_TR("A seal forbids it, or the file may only be appended to."),
                    "no operation here does that to a file"}},
        .destructive = true,
    };
}

inline OperationSpec fsync_spec(bool data_only) {
    OperationSpec spec{
        .verb = "fsync",
        .title = IPC_TR("Write to disk"),
        .summary = IPC_TR("Returns when all that was written to the file, and its inode, is on the disk."),
        .call = "fsync",
        .man = "fsync(2)",
        .side = Side::control,
        .object = "file",
        .params = {file_param()},
        .errnos = {closed(),
                   {EDQUOT, IPC_TR("The user's share of the disk is used up."), no_quota},
                   {EINTR, IPC_TR("A signal came before it was done."),
                    "local file systems do not return early"},
                   {EIO, IPC_TR("Writing failed: some of the data is lost."), no_disk_fault},
                   {ENOSPC, IPC_TR("The disk is full."), no_full_disk}},
    };
    if (data_only) {
        spec.verb = spec.call = "fdatasync";
        spec.title = IPC_TR("Write data to disk");
        spec.summary = IPC_TR(
            "As fsync, but leaves out of the inode what is not needed to read the data back, such as times.");
    }
    return spec;
}

inline std::vector<ResultSpec> stat_results() {
    return {{.name = "size", .type = types::integer(0, INT64_MAX, Unit::bytes), .label = IPC_TR("Size")},
            {.name = "links",
             .type = types::integer(0),
             .label = IPC_TR("Names"),
             .help = IPC_TR("How many names (hard links) it has; 0 = removed, but still open.")},
            {.name = "inode", .type = types::varying(types::integer(0)), .label = IPC_TR("Inode")},
            {.name = "mode", .type = types::mode(), .label = IPC_TR("Permissions")},
            {.name = "uid", .type = types::integer(0, UINT32_MAX, Unit::uid), .label = IPC_TR("Owner")},
            {.name = "gid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Group")},
            {.name = "blocks",
             .type = types::integer(0),
             .label = IPC_TR("Blocks"),
             .help = IPC_TR("Room that it takes, in blocks of 512 bytes; holes take none.")},
            {.name = "mtime",
             .type = types::integer(INT64_MIN, INT64_MAX, Unit::unix_time),
             .label = IPC_TR("Last change of the data")}};
}

inline OperationSpec stat_spec() {
    return {.verb = "stat",
            .title = IPC_TR("Status"),
            .summary = IPC_TR("Size, names, inode, owner and times of the file."),
            .call = "fstat",
            .syscall = "newfstatat",
            .man = "fstat(2)",
            .side = Side::query,
            .object = "file",
            .params = {file_param()},
            .results = stat_results(),
            .errnos = {closed()},
            .pure = true};
}

inline OperationSpec dup_spec() {
    return {
        .verb = "dup",
        .title = IPC_TR("Duplicate"),
        .summary =
            IPC_TR("A second descriptor of the same open file: position, flags, flock and OFD locks are "
                   "shared by both."),
        .call = "dup",
        .man = "dup(2)",
        .side = Side::open,
        .object = "file",
        .params = {file_param()},
        .returns = IPC_TR("descriptor"),
        .results = {file_result()},
        .errnos = {closed(),
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")}},
        .duplicates = true,
    };
}

inline OperationSpec close_spec() {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary =
            IPC_TR("Closes a descriptor. That gives up all fcntl locks of this process on the file, also "
                   "those taken through other descriptors; flock and OFD locks go with the last copy."),
        .call = "close",
        .man = "close(2)",
        .side = Side::close,
        .flow = FlowRole::send,
        .flow_policy = FlowPolicy::wake,
        .object = "what",
        .params = {{.name = "what",
                    .type = types::handle({descriptor_kind, inotify_kind}),
                    .label = IPC_TR("Descriptor"),
                    .help = IPC_TR("A file or an inotify instance to close in this process.")}},
        .errnos = {{EBADF, IPC_TR("The descriptor is closed in this process already.")},
                   {EINTR, IPC_TR("A signal came; the descriptor is closed all the same."),
                    "closing a local file does not wait"},
                   {EIO, IPC_TR("An earlier write failed; the descriptor is closed all the same."),
                    no_disk_fault},
                   {ENOSPC, IPC_TR("An earlier write found no room, as network file systems tell it now."),
                    "needs a network file system"},
                   {EDQUOT, IPC_TR("An earlier write was above the user's share of the disk."), no_quota}},
        .consumes = {"what"},
    };
}

}  // namespace ipcscope::mechanisms::files
