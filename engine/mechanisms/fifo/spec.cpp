#include "mechanisms/stream_spec.h"

namespace ipcscope::mechanisms {

namespace {

ParamSpec path_param(const char* help) {
    return {.name = "path", .type = types::path(), .label = IPC_TR("Path"), .help = help};
}

// What every call with a path may say (path_resolution(7)).
std::vector<ErrnoSpec> path_errnos() {
    return {{EACCES, IPC_TR("A directory of the path, or the FIFO, does not admit this user."),
             "the tests may run as root, who may do all this"},
            {ELOOP, IPC_TR("Too many symbolic links in the path.")},
            {ENAMETOOLONG, IPC_TR("The path, or a name in it, is too long (255 bytes a name).")},
            {ENOTDIR, IPC_TR("A part of the path that should be a directory is not one.")}};
}

std::vector<ErrnoSpec> with_path_errnos(std::vector<ErrnoSpec> own) {
    const auto common = path_errnos();
    own.insert(own.end(), common.begin(), common.end());
    return own;
}

OperationSpec create_spec() {
    return {
        .verb = "create",
        .title = IPC_TR("Create FIFO"),
        .summary = IPC_TR("Makes a FIFO special file: a name where readers and writers meet."),
        .call = "mkfifo",
        .syscall = "mknodat",
        .man = "mkfifo(3)",
        .side = Side::create,
        .params = {path_param(IPC_TR("Where; without a leading / in the private directory of the run.")),
                   {.name = "mode",
                    .type = types::mode(),
                    .label = IPC_TR("Permissions"),
                    .help = IPC_TR("Who may read and write; the umask takes bits away."),
                    .initial = std::int64_t{0600}}},
        .errnos = with_path_errnos(
            {{EDQUOT, IPC_TR("The user's share of files on this file system is used up."), "needs a quota"},
             {EEXIST, IPC_TR("Something of this name is there already.")},
             {ENOENT, IPC_TR("A directory of the path does not exist.")},
             {ENOSPC, IPC_TR("The file system is full."), "needs a full file system"},
             {EPERM, IPC_TR("This file system cannot hold FIFOs."),
              "needs a file system without FIFOs that we may write to"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), "needs such a file system"}}),
    };
}

OperationSpec open_spec() {
    return {
        .verb = "open",
        .title = IPC_TR("Open FIFO"),
        .summary = IPC_TR("Opens one end, or both; one end alone sleeps until the other is opened."),
        .call = "open",
        .syscall = "openat",
        .man = "fifo(7)",
        .side = Side::open,
        .params = {path_param(IPC_TR("The FIFO to open.")),
                   {.name = "access",
                    .type = types::choice(
                        {{"O_RDONLY", O_RDONLY, IPC_TR("to read: sleeps until a writer opens it")},
                         {"O_WRONLY", O_WRONLY, IPC_TR("to write: sleeps until a reader opens it")},
                         {"O_RDWR", O_RDWR, IPC_TR("both: never sleeps, and never sees end of file")}}),
                    .label = IPC_TR("Access"),
                    .help = IPC_TR("Which end."),
                    .initial = std::int64_t{O_RDONLY}},
                   {.name = "flags",
                    .type = types::flags(
                        {{"O_NONBLOCK", O_NONBLOCK, IPC_TR("do not sleep, neither now nor in later calls")},
                         {"O_CLOEXEC", O_CLOEXEC,
                          IPC_TR("a program that is executed does not get the end")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("With O_NONBLOCK, opening to write needs a reader to be there already."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "end",
                     .type = types::handle({"fifo.read_end", "fifo.write_end", "fifo.both_ends"}),
                     .label = IPC_TR("End"),
                     .help = IPC_TR("What was opened.")}},
        .errnos = with_path_errnos(
            {{EINTR, IPC_TR("A signal handler ran before the other end was opened.")},
             {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
             {ENFILE, IPC_TR("The system has as many files open as it may have."),
              "would starve the whole machine of files"},
             {ENOENT, IPC_TR("Nothing of this name is there.")},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), "would starve the machine"},
             {ENXIO, IPC_TR("O_NONBLOCK to write, and no process has it open to read.")}}),
        .waits = {{.text = IPC_TR("a writer to open {path}"),
                   .when = {"access", {O_RDONLY}},
                   .by = EndedBy::anybody},
                  {.text = IPC_TR("a reader to open {path}"),
                   .when = {"access", {O_WRONLY}},
                   .by = EndedBy::anybody}},
    };
}

OperationSpec unlink_spec() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove name"),
        .summary = IPC_TR("Removes the name; who has the FIFO open goes on using it."),
        .call = "unlink",
        .man = "unlink(2)",
        .side = Side::remove,
        .params = {path_param(IPC_TR("The FIFO to remove; anything else is left alone."))},
        .errnos = with_path_errnos(
            {{EBUSY, IPC_TR("The file is in use by the system."), "does not happen to FIFOs on Linux"},
             {EIO, IPC_TR("An input or output error."), "needs a failing disk"},
             {ENOENT, IPC_TR("Nothing of this name is there.")},
             {EPERM, IPC_TR("The directory is sticky and neither it nor the FIFO is the user's."),
              "needs files of another user"},
             {EROFS, IPC_TR("The file system is mounted for reading only."), "needs such a file system"}}),
        .destructive = true,
    };
}

MechanismSpec make_spec() {
    const std::vector<std::string> all{"fifo.read_end", "fifo.write_end", "fifo.both_ends"};
    const std::vector<std::string> readable{"fifo.read_end", "fifo.both_ends"};
    const std::vector<std::string> writable{"fifo.write_end", "fifo.both_ends"};
    return {
        .id = "fifo",
        .title = IPC_TR("FIFO"),
        .summary = IPC_TR("A pipe with a name in the file system: processes that are not related can meet."),
        .group = Group::byte_streams,
        .rank = 20,
        .man = {"fifo(7)", "mkfifo(3)", "pipe(7)"},
        .limits = stream::limits_spec(),
        .objects = {{.id = "fifo",
                     .label = IPC_TR("FIFO"),
                     .flow = FlowPolicy::byte_stream,
                     .view = ViewHint::bytes_in_flight,
                     .state = stream::state_spec(),
                     .level_label = IPC_TR("bytes in flight"),
                     .level_unit = Unit::bytes,
                     .level_from_flow = true,
                     .held_by_handles = true,
                     .reach = Reach::named}},
        .handles = {{.id = "read_end", .label = IPC_TR("Reading end"), .roles = {"descriptor"}},
                    {.id = "write_end", .label = IPC_TR("Writing end"), .roles = {"descriptor"}},
                    {.id = "both_ends", .label = IPC_TR("Both ends"), .roles = {"descriptor"}}},
        .operations = {create_spec(), open_spec(), stream::write_spec(writable), stream::read_spec(readable),
                       stream::close_spec(all,
                                          IPC_TR("Closes what was opened; when nobody has the FIFO open any "
                                                 "more, bytes that were not read are lost.")),
                       stream::pending_spec(all), stream::get_size_spec(all), stream::set_size_spec(all),
                       stream::set_flags_spec(all), unlink_spec()},
        .privileges =
            IPC_TR("The permission bits of the file decide who may open it to read or to write; who "
                   "may write to the directory may make and remove it."),
    };
}

}  // namespace

const MechanismSpec& fifo_spec();
const MechanismSpec& fifo_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms
