// A file in memory: mmap(2). Tables only: nothing to link.
#pragma once

#include "mechanisms/file/spec_parts.h"
#include "mechanisms/memory_access.h"

namespace ipcscope::mechanisms::files {

inline ParamSpec mapping_param() {
    return memory::mapping_param("mapping", {mapping_kind}, IPC_TR("A mapping of this process."));
}

inline OperationSpec map_spec() {
    return {
        .verb = "map",
        .title = IPC_TR("Map into memory"),
        .summary = IPC_TR("Makes a part of the file appear as memory: who maps it shared, and who reads and "
                          "writes it, all see the same bytes at once."),
        .call = "mmap",
        .man = "mmap(2)",
        .side = Side::open,
        .object = "file",
        .params = {file_param(),
                   {.name = "size",
                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help =
                        IPC_TR("How many bytes; beyond the last page of the file they cannot be touched."),
                    .initial = std::int64_t{4096}},
                   {.name = "access",
                    .type = types::flags({{"PROT_READ", PROT_READ, IPC_TR("may be read")},
                                          {"PROT_WRITE", PROT_WRITE, IPC_TR("may be written")},
                                          {"PROT_EXEC", PROT_EXEC, IPC_TR("may be executed")}}),
                    .label = IPC_TR("Access"),
                    .help = IPC_TR("What else is done to it ends the process with SIGSEGV."),
                    .initial = std::int64_t{PROT_READ | PROT_WRITE}},
                   {.name = "sharing",
                    .type =
                        types::choice({{"MAP_SHARED", MAP_SHARED, IPC_TR("writes go to the file and to all")},
                                       {"MAP_PRIVATE", MAP_PRIVATE,
                                        IPC_TR("a page that is written becomes a copy of one's own")}}),
                    .label = IPC_TR("Sharing"),
                    .help = IPC_TR("Who sees what is written there."),
                    .initial = std::int64_t{MAP_SHARED}},
                   {.name = "offset",
                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Offset"),
                    .help = IPC_TR("Where in the file it begins: a multiple of the page size."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("address"),
        .results = {{.name = "mapping",
                     .type = types::handle({mapping_kind}),
                     .label = IPC_TR("Mapping"),
                     .help = IPC_TR("Where it is; the descriptor may be closed.")}},
        .errnos = {{EACCES,
                    IPC_TR("The descriptor is not open for reading, or, for a shared mapping that may be "
                           "written, not for both.")},
                   {EAGAIN, IPC_TR("The memory would have to be locked, and too much is locked already."),
                    "needs mlockall(2)"},
                   closed(),
                   {EINVAL, IPC_TR("The size is 0, or the offset is not a multiple of the page size.")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."), no_starving},
                   {ENODEV, IPC_TR("The file system cannot map files."), "needs such a file system"},
                   {ENOMEM, IPC_TR("There is no free stretch of addresses of this size.")},
                   {EOVERFLOW, IPC_TR("Offset and size together are more than a file can have.")},
                   {EPERM, IPC_TR("PROT_EXEC on a file system mounted noexec, or a seal forbids it."),
                    "needs such a file system"}},
    };
}

inline OperationSpec sync_spec() {
    return {
        .verb = "sync",
        .title = IPC_TR("Write mapping to disk"),
        .summary =
            IPC_TR("Writes changed pages back to the file. Other processes see changes without it; it is "
                   "for the disk."),
        .call = "msync",
        .man = "msync(2)",
        .side = Side::control,
        .object = "mapping",
        .params = {mapping_param(),
                   memory::offset_param(),
                   {.name = "size",
                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes from there; 0 = all."),
                    .initial = std::int64_t{0}},
                   {.name = "flags",
                    .type = types::flags({{"MS_SYNC", MS_SYNC, IPC_TR("return when it is done")},
                                          {"MS_ASYNC", MS_ASYNC, IPC_TR("only ask for it")},
                                          {"MS_INVALIDATE", MS_INVALIDATE,
                                           IPC_TR("other mappings are to look afresh; EBUSY if locked")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Not MS_SYNC and MS_ASYNC together."),
                    .initial = std::int64_t{MS_SYNC}}},
        .errnos = {{EBUSY, IPC_TR("MS_INVALIDATE, and the memory is locked."), "needs mlock(2)"},
                   {EINVAL,
                    IPC_TR("The offset is not a multiple of the page size, or MS_SYNC and MS_ASYNC were "
                           "both given.")},
                   {EIO, IPC_TR("Writing failed: some of the data is lost."), no_disk_fault},
                   {ENOMEM, IPC_TR("Nothing is mapped there any more.")}},
    };
}

inline OperationSpec unmap_spec() {
    return {
        .verb = "unmap",
        .title = IPC_TR("Unmap"),
        .summary = IPC_TR("Takes the mapping away from this process; what was written stays in the file."),
        .call = "munmap",
        .man = "munmap(2)",
        .side = Side::close,
        .object = "mapping",
        .params = {mapping_param()},
        .errnos = {{EINVAL, IPC_TR("The address is not that of a page."), "mappings begin at a page"}},
        .consumes = {"mapping"},
    };
}

// The bytes of files have verbs of their own: these go to memory.
inline std::vector<OperationSpec> memory_specs() {
    auto all = memory::operations({mapping_kind});
    for (auto& one : all) {
        if (std::string_view(one.verb) == "write") one.verb = "memory_write";
        if (std::string_view(one.verb) == "read") one.verb = "memory_read";
    }
    return all;
}

}  // namespace ipcscope::mechanisms::files
