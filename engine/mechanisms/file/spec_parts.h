// Parameters and outcomes that the tables of the file mechanism share. Tables only: nothing to link.
#pragma once

#include "schema/spec.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>

namespace ipcscope::mechanisms::files {

inline constexpr const char* descriptor_kind = "file.descriptor";
inline constexpr const char* mapping_kind = "file.mapping";
inline constexpr const char* inotify_kind = "file.inotify";

inline constexpr const char* no_disk_fault = "needs a failing disk";
inline constexpr const char* no_full_disk = "needs a full file system";
inline constexpr const char* no_quota = "needs a quota";
inline constexpr const char* no_read_only = "needs a file system that is mounted for reading only";
inline constexpr const char* no_starving = "would starve the machine";

inline ParamSpec file_param(const char* name = "file",
                            const char* help = IPC_TR("A descriptor of it that is open in this process.")) {
    return {.name = name, .type = types::handle({descriptor_kind}), .label = IPC_TR("File"), .help = help};
}

inline ParamSpec path_param(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::path(), .label = label, .help = help};
}

// Any number, so that the kernel can say what is wrong with one.
inline ParamSpec number_param(const char* name, const char* label, const char* help, Value initial = {}) {
    return {.name = name,
            .type = types::integer(INT64_MIN, INT64_MAX, Unit::bytes),
            .label = label,
            .help = help,
            .initial = std::move(initial)};
}

inline ResultSpec file_result() {
    return {.name = "file",
            .type = types::handle({descriptor_kind}),
            .label = IPC_TR("File"),
            .help = IPC_TR("The descriptor.")};
}

inline ErrnoSpec closed() {
    return {EBADF, IPC_TR("The descriptor is closed in this process.")};
}

// What every call with a path may say (path_resolution(7)), and the file system behind it.
inline std::vector<ErrnoSpec> with_path_errnos(std::vector<ErrnoSpec> own) {
    own.insert(own.end(),
               {{EACCES, IPC_TR("A directory of the path, or the file, does not admit this user.")},
                {ELOOP, IPC_TR("Too many symbolic links in the path.")},
                {ENAMETOOLONG, IPC_TR("The path, or a name in it, is too long (255 bytes a name).")},
                {ENOENT, IPC_TR("The file, or a directory of the path, does not exist.")},
                {ENOTDIR, IPC_TR("A part of the path that should be a directory is not one.")}});
    return own;
}

inline std::vector<NamedValue> whence_names() {
    return {{"SEEK_SET", SEEK_SET, IPC_TR("from the beginning")},
            {"SEEK_CUR", SEEK_CUR, IPC_TR("from the position of the descriptor")},
            {"SEEK_END", SEEK_END, IPC_TR("from the end of the file")}};
}

}  // namespace ipcscope::mechanisms::files
