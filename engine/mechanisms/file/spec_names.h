// Operations on names of files. Tables only: nothing to link.
#pragma once

#include "mechanisms/file/spec_parts.h"

#include <cstdio>

namespace ipcscope::mechanisms::files {

inline OperationSpec open_spec() {
    return {
        .verb = "open",
        .title = IPC_TR("Open"),
        .summary = IPC_TR("Opens a regular file, or makes it: a new descriptor with a position of its own."),
        .call = "open",
        .syscall = "openat",
        .man = "open(2)",
        .side = Side::open,
        .params = {path_param("path", IPC_TR("Path"),
                              IPC_TR("Which file; without a leading / in the private directory of the run.")),
                   {.name = "access",
                    .type = types::choice({{"O_RDONLY", O_RDONLY, IPC_TR("for reading")},
                                           {"O_WRONLY", O_WRONLY, IPC_TR("for writing")},
                                           {"O_RDWR", O_RDWR, IPC_TR("for both")}}),
                    .label = IPC_TR("Access"),
                    .help = IPC_TR("What the descriptor is for."),
                    .initial = std::int64_t{O_RDWR}},
                   {.name = "flags",
                    .type = types::flags(
                        {{"O_CREAT", O_CREAT, IPC_TR("make it if it is not there")},
                         {"O_EXCL", O_EXCL, IPC_TR("with O_CREAT: fail if it is there")},
                         {"O_TRUNC", O_TRUNC, IPC_TR("empty it: what it held is lost")},
                         {"O_APPEND", O_APPEND, IPC_TR("every write goes to the end, in one step")},
                         {"O_SYNC", O_SYNC, IPC_TR("a write returns when data and inode are on the disk")},
                         {"O_DSYNC", O_DSYNC, IPC_TR("a write returns when the data is on the disk")},
                         {"O_NONBLOCK", O_NONBLOCK, IPC_TR("changes nothing: regular files never wait")},
                         {"O_NOFOLLOW", O_NOFOLLOW, IPC_TR("fail if the last name is a symbolic link")},
                         {"O_CLOEXEC", O_CLOEXEC, IPC_TR("a program that is executed does not get it")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Without O_CREAT only a file that is there is opened."),
                    .initial = std::int64_t{O_CREAT}},
                   {.name = "mode",
                    .type = types::mode(),
                    .label = IPC_TR("Permissions"),
                    .help = IPC_TR("Of a new file: who may read and write it; the umask takes bits away."),
                    .initial = std::int64_t{0600},
                    .visible_when = {"flags", {O_CREAT}}}},
        .returns = IPC_TR("descriptor"),
        .results = {file_result()},
        .errnos = with_path_errnos(
            {{EDQUOT, IPC_TR("The user's share of files on this file system is used up."), no_quota},
             {EEXIST, IPC_TR("It is there already, and O_CREAT with O_EXCL asked for a new one.")},
             {EINTR, IPC_TR("A signal came while the file system was waited for."),
              "local file systems do not make open wait"},
             {EINVAL, IPC_TR("The file system does not take this name, or the flags contradict each other."),
              "the file systems of Linux take every name"},
             {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
             {ENFILE, IPC_TR("The system has as many files open as it may have."), no_starving},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), no_starving},
             {ENOSPC, IPC_TR("There is no room for a new file."), no_full_disk},
             {EPERM, IPC_TR("The file may only be appended to, or not be changed at all (chattr(1))."),
              "needs such an attribute on a file"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), no_read_only},
             {ETXTBSY, IPC_TR("It is a program that runs: it cannot be opened for writing.")}}),
    };
}

inline OperationSpec unlink_spec() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove name"),
        .summary =
            IPC_TR("Removes the name; the file lives on until the last descriptor and mapping is gone."),
        .call = "unlink",
        .man = "unlink(2)",
        .side = Side::remove,
        .params = {path_param("path", IPC_TR("Path"),
                              IPC_TR("The file to remove; what is not a regular file is left alone."))},
        .errnos = with_path_errnos(
            {{EBUSY, IPC_TR("The file is in use by the system."),
              "does not happen to regular files on Linux"},
             {EIO, IPC_TR("An input or output error."), no_disk_fault},
             {EPERM,
              IPC_TR("The directory is sticky and neither it nor the file is the user's; or the file "
                     "must not be changed (chattr(1))."),
              "needs files of another user"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), no_read_only}}),
        .destructive = true,
    };
}

inline OperationSpec rename_spec() {
    return {
        .verb = "rename",
        .title = IPC_TR("Rename"),
        .summary = IPC_TR("Gives a file another name in one step; a file that had that name is replaced, so "
                          "readers see the old or the new one, never half of it."),
        .call = "renameat2",
        .man = "rename(2)",
        .side = Side::control,
        .params = {path_param("from", IPC_TR("From"), IPC_TR("The file as it is named now.")),
                   path_param("to", IPC_TR("To"), IPC_TR("Its new name, on the same file system.")),
                   {.name = "flags",
                    .type = types::flags(
                        {{"RENAME_NOREPLACE", RENAME_NOREPLACE, IPC_TR("fail if the new name is taken")},
                         {"RENAME_EXCHANGE", RENAME_EXCHANGE, IPC_TR("swap the two files")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("At most one of them; 0 = replace what has the name."),
                    .initial = std::int64_t{0}}},
        .errnos = with_path_errnos(
            {{EBUSY, IPC_TR("One of them is in use by the system."),
              "does not happen to regular files on Linux"},
             {EDQUOT, IPC_TR("The user's share of the file system is used up."), no_quota},
             {EEXIST, IPC_TR("The new name is taken, and RENAME_NOREPLACE was given.")},
             {EINVAL, IPC_TR("Both flags were given, or the file system knows neither.")},
             {EIO, IPC_TR("An input or output error."), no_disk_fault},
             {ENOSPC, IPC_TR("The directory has no room for a new name."), no_full_disk},
             {EPERM, IPC_TR("A sticky directory holds a file of another user."),
              "needs files of another user"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), no_read_only},
             {EXDEV, IPC_TR("The two names are on different file systems: it would have to be copied.")}}),
        .destructive = true,
    };
}

}  // namespace ipcscope::mechanisms::files
