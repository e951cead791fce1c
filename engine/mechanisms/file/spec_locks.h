// Locks on files: flock(2), record locks and open file description locks (fcntl(2)). Tables only.
#pragma once

#include "mechanisms/file/spec_parts.h"

namespace ipcscope::mechanisms::files {

inline OperationSpec flock_spec() {
    return {
        .verb = "flock",
        .title = IPC_TR("Lock whole file"),
        .summary =
            IPC_TR("Takes, changes or gives up the lock of the open file; copies of the descriptor, also "
                   "those that a child inherited, are one holder."),
        .call = "flock",
        .man = "flock(2)",
        .side = Side::control,
        .flow = FlowRole::exchange,
        .flow_policy = FlowPolicy::wake,
        .object = "file",
        .params = {file_param(),
                   {.name = "operation",
                    .type = types::choice({{"LOCK_SH", LOCK_SH, IPC_TR("shared: several may hold it")},
                                           {"LOCK_EX", LOCK_EX, IPC_TR("exclusive: one alone")},
                                           {"LOCK_UN", LOCK_UN, IPC_TR("give it up")}}),
                    .label = IPC_TR("Operation"),
                    .help = IPC_TR("Another kind than before gives up the old lock first: not in one step."),
                    .initial = std::int64_t{LOCK_EX}},
                   {.name = "flags",
                    .type = types::flags({{"LOCK_NB", LOCK_NB, IPC_TR("EAGAIN instead of waiting")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Without LOCK_NB it waits until the lock is free."),
                    .initial = std::int64_t{0}}},
        .errnos = {{EAGAIN,
                    IPC_TR("The lock is held by another open file, and LOCK_NB was given (EWOULDBLOCK).")},
                   closed(),
                   {EINTR, IPC_TR("A signal handler ran while this waited for the lock.")},
                   {EINVAL, IPC_TR("The operation is none of the three."), "the form offers only these"},
                   {ENOLCK, IPC_TR("The kernel has no memory for a lock."), no_starving}},
        .waits = {{.text = IPC_TR("a shared lock on {file}"),
                   .when = {"operation", {LOCK_SH}},
                   .by = EndedBy::holders},
                  {.text = IPC_TR("an exclusive lock on {file}"), .by = EndedBy::holders}},
        .holds =
            {{.when = {{"operation", {LOCK_SH}}}, .shared = true, .of_open_file = true, .replaces = true},
             {.when = {{"operation", {LOCK_EX}}}, .of_open_file = true, .replaces = true},
             {.act = HoldAct::give, .of_open_file = true}},
    };
}

inline std::vector<ParamSpec> range_params(std::vector<NamedValue> lock_types) {
    return {{.name = "type",
             .type = types::choice(std::move(lock_types)),
             .label = IPC_TR("Type"),
             .help = IPC_TR("Read locks go together; a write lock goes with no other."),
             .initial = std::int64_t{F_WRLCK}},
            number_param("start", IPC_TR("Start"), IPC_TR("The first byte; it need not exist yet."), 0),
            {.name = "length",
             .type = types::integer(INT64_MIN, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Length"),
             .help = IPC_TR("How many bytes; 0 = to the end, however far the file grows; below 0 = those "
                            "before the start."),
             .initial = std::int64_t{0}},
            {.name = "whence",
             .type = types::choice(whence_names()),
             .label = IPC_TR("From"),
             .help = IPC_TR("What the start is counted from."),
             .initial = std::int64_t{SEEK_SET}}};
}

inline std::vector<HoldSpec> range_holds() {
    std::vector<HoldSpec> all;
    for (const bool of_open_file : {false, true})
        for (const std::int64_t type : {F_RDLCK, F_WRLCK, F_UNLCK}) {
            const std::vector<std::int64_t> process{F_SETLK, F_SETLKW}, file{F_OFD_SETLK, F_OFD_SETLKW};
            all.push_back({.act = type == F_UNLCK ? HoldAct::give : HoldAct::take,
                           .when = {{"type", {type}}, {"command", of_open_file ? file : process}},
                           .shared = type == F_RDLCK,
                           .of_open_file = of_open_file,
                           .replaces = true,
                           .start = "start",
                           .length = "length",
                           .whence = "whence"});
        }
    return all;
}

inline OperationSpec lock_spec() {
    auto params = range_params({{"F_RDLCK", F_RDLCK, IPC_TR("for reading: several may hold it")},
                                {"F_WRLCK", F_WRLCK, IPC_TR("for writing: one alone")},
                                {"F_UNLCK", F_UNLCK, IPC_TR("give it up")}});
    params.insert(
        params.begin(),
        {file_param(),
         {.name = "command",
          .type = types::choice(
              {{"F_SETLK", F_SETLK, IPC_TR("of the process; EAGAIN if it is taken")},
               {"F_SETLKW", F_SETLKW, IPC_TR("of the process; waits")},
               {"F_OFD_SETLK", F_OFD_SETLK, IPC_TR("of the open file; EAGAIN if it is taken")},
               {"F_OFD_SETLKW", F_OFD_SETLKW, IPC_TR("of the open file; waits, and finds no deadlocks")}}),
          .label = IPC_TR("Command"),
          .help =
              IPC_TR("Whose the lock is, and whether to wait for it. A lock of the process is lost when the "
                     "process closes any descriptor of the file."),
          .initial = std::int64_t{F_SETLKW}}});
    return {
        .verb = "lock",
        .title = IPC_TR("Lock a range"),
        .summary = IPC_TR("Takes, changes or gives up a record lock on a range of bytes."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::control,
        .flow = FlowRole::exchange,
        .flow_policy = FlowPolicy::wake,
        .object = "file",
        .params = std::move(params),
        .errnos = {{EAGAIN, IPC_TR("Another holder has a lock on these bytes that does not go with it.")},
                   {EBADF,
                    IPC_TR(
                        "The descriptor is closed, or not open for reading (F_RDLCK) or writing (F_WRLCK).")},
                   {EDEADLK,
                    IPC_TR("Waiting would be a deadlock: the holder waits for a lock of this process. Only "
                           "F_SETLKW finds that out.")},
                   {EINTR, IPC_TR("A signal handler ran while this waited for the lock.")},
                   {EINVAL, IPC_TR("The range begins before the first byte of the file.")},
                   {ENOLCK, IPC_TR("The kernel has no room for another lock."), no_starving},
                   {EOVERFLOW, IPC_TR("The range ends beyond what a file offset can say.")}},
        .waits = {{.text = IPC_TR("{type} on {file} from byte {start} ({whence}), length {length}"),
                   .when = {"whence", {SEEK_CUR, SEEK_END}},
                   .by = EndedBy::holders},
                  {.text = IPC_TR("{type} on {file} from byte {start} to the end"),
                   .when = {"length", {0}},
                   .by = EndedBy::holders},
                  {.text = IPC_TR("{type} on {file} from byte {start}, length {length}"),
                   .by = EndedBy::holders}},
        .holds = range_holds(),
    };
}

inline OperationSpec get_lock_spec() {
    auto params = range_params({{"F_RDLCK", F_RDLCK, IPC_TR("would a read lock be free?")},
                                {"F_WRLCK", F_WRLCK, IPC_TR("would a write lock be free?")}});
    params.insert(
        params.begin(),
        {file_param(),
         {.name = "command",
          .type = types::choice({{"F_GETLK", F_GETLK, IPC_TR("for a lock of the process")},
                                 {"F_OFD_GETLK", F_OFD_GETLK, IPC_TR("for a lock of the open file")}}),
          .label = IPC_TR("Command"),
          .help = IPC_TR("Whose lock it would be; one's own locks are never in the way."),
          .initial = std::int64_t{F_GETLK}}});
    return {
        .verb = "get_lock",
        .title = IPC_TR("Who has a lock?"),
        .summary =
            IPC_TR("Finds the first record lock that would be in the way. By the time it is told it may be "
                   "gone."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::query,
        .object = "file",
        .params = std::move(params),
        .results = {{.name = "found",
                     .type = types::choice({{"F_RDLCK", F_RDLCK, IPC_TR("a read lock is in the way")},
                                            {"F_WRLCK", F_WRLCK, IPC_TR("a write lock is in the way")},
                                            {"F_UNLCK", F_UNLCK, IPC_TR("nothing is in the way")}}),
                     .label = IPC_TR("Found")},
                    {.name = "start",
                     .type = types::integer(0, INT64_MAX, Unit::bytes),
                     .label = IPC_TR("Start")},
                    {.name = "length",
                     .type = types::integer(0, INT64_MAX, Unit::bytes),
                     .label = IPC_TR("Length"),
                     .help = IPC_TR("0 = to the end, however far the file grows.")},
                    {.name = "pid",
                     .type = types::integer(-1, INT32_MAX, Unit::pid),
                     .label = IPC_TR("Holder"),
                     .help = IPC_TR("The process that has it; -1 = an open file has it, no process.")}},
        .errnos = {closed(),
                   {EINVAL, IPC_TR("The range begins before the first byte of the file.")},
                   {EOVERFLOW, IPC_TR("The range ends beyond what a file offset can say.")}},
        .pure = true,
    };
}

}  // namespace ipcscope::mechanisms::files
