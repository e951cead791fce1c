// Operations that every descriptor of a pipe or FIFO knows alike (pipe(7)). Tables only: nothing to link.
#pragma once

#include "schema/spec.h"

#include <cerrno>
#include <climits>
#include <cstdint>
#include <fcntl.h>

namespace ipcscope::mechanisms::stream {

inline constexpr std::uint32_t packet_bytes = PIPE_BUF;  // pipe(2), O_DIRECT
inline constexpr const char* driver_memory = "the call is only given valid memory";

inline ParamSpec end_param(const char* name, std::vector<std::string> accepts, const char* help) {
    return {.name = name, .type = types::handle(std::move(accepts)), .label = IPC_TR("End"), .help = help};
}

inline ErrnoSpec not_open() {
    return {EBADF, IPC_TR("The end is closed in this process, or not open for this direction.")};
}

inline OperationSpec write_spec(std::vector<std::string> accepts) {
    return {
        .verb = "write",
        .title = IPC_TR("Write"),
        .summary = IPC_TR("Puts bytes in; sleeps while they do not fit. Up to 4096 bytes go in all at once "
                          "or not at all."),
        .call = "write",
        .man = "write(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "to",
        .params = {end_param("to", std::move(accepts), IPC_TR("The end to write to.")),
                   {.name = "data",
                    .type = types::bytes(),
                    .label = IPC_TR("Data"),
                    .help = IPC_TR("The bytes to write.")},
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes: the data is cut or repeated to fit. 0 = as the data is."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("bytes written"),
        .returns_unit = Unit::bytes,
        .errnos = {{EAGAIN, IPC_TR("O_NONBLOCK is set and there is no room: the bytes would have to wait.")},
                   not_open(),
                   {EFAULT, IPC_TR("The data does not lie in memory of this process."), driver_memory},
                   {EINTR, IPC_TR("A signal handler ran before any byte was written.")},
                   {EPIPE,
                    IPC_TR("No process has the reading end open any more. SIGPIPE is sent as well: only who "
                           "ignores, blocks or handles it gets to see this.")}},
        .waits = {{IPC_TR("a reader of {to} to make room")}},
    };
}

inline OperationSpec read_spec(std::vector<std::string> accepts) {
    return {
        .verb = "read",
        .title = IPC_TR("Read"),
        .summary = IPC_TR("Takes bytes out; sleeps while there are none. 0 bytes = end of file: no writer is "
                          "left."),
        .call = "read",
        .man = "read(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "from",
        .params = {end_param("from", std::move(accepts), IPC_TR("The end to read from.")),
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("At most so many bytes; fewer come if there are no more."),
                    .initial = std::int64_t{4096}}},
        .returns = IPC_TR("bytes read, 0 at end of file"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "data",
                     .type = types::bytes(),
                     .label = IPC_TR("Data"),
                     .help = IPC_TR("The bytes that were read."),
                     .payload = true}},
        .errnos = {{EAGAIN,
                    IPC_TR("O_NONBLOCK is set and nothing is there to read, though a writer exists.")},
                   not_open(),
                   {EFAULT, IPC_TR("The buffer does not lie in memory of this process."), driver_memory},
                   {EINTR, IPC_TR("A signal handler ran before any byte was there.")}},
        .waits = {{IPC_TR("a writer of {from}")}},
    };
}

inline OperationSpec close_spec(std::vector<std::string> accepts, const char* summary) {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary = summary,
        .call = "close",
        .man = "close(2)",
        .side = Side::close,
        .object = "end",
        .params = {end_param("end", std::move(accepts), IPC_TR("The end to close in this process."))},
        .errnos = {{EBADF, IPC_TR("The end is closed in this process already.")},
                   {EINTR, IPC_TR("A signal came; the end is closed all the same."),
                    "closing a pipe does not wait for anything on Linux"},
                   {EIO, IPC_TR("An input or output error."), "a pipe has no device that could fail"}},
        .consumes = {"end"},
    };
}

inline OperationSpec pending_spec(std::vector<std::string> accepts) {
    return {
        .verb = "pending",
        .title = IPC_TR("Pending bytes"),
        .summary = IPC_TR("How many bytes are in flight: written, and not read yet."),
        .call = "ioctl",
        .man = "pipe(7)",
        .side = Side::query,
        .object = "end",
        .params = {end_param("end", std::move(accepts), IPC_TR("Any end that is open in this process."))},
        .results = {{.name = "bytes",
                     .type = types::integer(0, INT32_MAX, Unit::bytes),
                     .label = IPC_TR("Bytes in flight"),
                     .help = IPC_TR("As FIONREAD says it.")}},
        .errnos = {{EBADF, IPC_TR("The end is closed in this process.")},
                   {EFAULT, IPC_TR("The result does not lie in memory of this process."), driver_memory}},
        .pure = true,
    };
}

inline OperationSpec get_size_spec(std::vector<std::string> accepts) {
    return {
        .verb = "get_size",
        .title = IPC_TR("Get capacity"),
        .summary = IPC_TR("How many bytes fit in before a writer has to wait (F_GETPIPE_SZ)."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::query,
        .object = "end",
        .params = {end_param("end", std::move(accepts), IPC_TR("Any end that is open in this process."))},
        .returns = IPC_TR("capacity"),
        .returns_unit = Unit::bytes,
        .errnos = {{EBADF, IPC_TR("The end is closed in this process.")}},
        .pure = true,
    };
}

inline OperationSpec set_size_spec(std::vector<std::string> accepts) {
    return {
        .verb = "set_size",
        .title = IPC_TR("Set capacity"),
        .summary = IPC_TR("Changes how many bytes fit in; the kernel rounds up to a power of two of pages "
                          "(F_SETPIPE_SZ)."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::control,
        .object = "end",
        .params = {end_param("end", std::move(accepts), IPC_TR("Any end that is open in this process.")),
                   {.name = "size",
                    .type = types::integer(0, UINT32_MAX, Unit::bytes),
                    .label = IPC_TR("Capacity"),
                    .help = IPC_TR("Wanted capacity; at least one page is given.")}},
        .returns = IPC_TR("capacity that was set"),
        .returns_unit = Unit::bytes,
        .errnos = {{EBADF, IPC_TR("The end is closed in this process.")},
                   {EBUSY, IPC_TR("More bytes are in flight than would fit in.")},
                   {EINVAL, IPC_TR("More than 2 GiB were asked for.")},
                   {ENOMEM, IPC_TR("The kernel has no memory for so many pages."),
                    "would starve the machine"},
                   {EPERM,
                    IPC_TR("Above /proc/sys/fs/pipe-max-size, or the user's share of pipe memory is used "
                           "up; more needs CAP_SYS_RESOURCE.")}},
    };
}

inline OperationSpec set_flags_spec(std::vector<std::string> accepts) {
    return {
        .verb = "set_flags",
        .title = IPC_TR("Set flags"),
        .summary = IPC_TR("Makes calls on this end sleep, or fail with EAGAIN instead (F_SETFL). Processes "
                          "that inherited the end share its flags."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::control,
        .object = "end",
        .params = {end_param("end", std::move(accepts), IPC_TR("The end whose flags are set.")),
                   {.name = "flags",
                    .type = types::flags(
                        {{"O_NONBLOCK", O_NONBLOCK, IPC_TR("calls fail with EAGAIN instead of sleeping")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Set or, if left out, cleared; other flags stay as they are."),
                    .initial = std::int64_t{O_NONBLOCK}}},
        .errnos = {{EBADF, IPC_TR("The end is closed in this process.")}},
    };
}

inline std::vector<StateSpec> state_spec() {
    return {{.name = "bytes",
             .type = types::integer(0, INT32_MAX, Unit::bytes),
             .label = IPC_TR("Bytes in flight"),
             .help = IPC_TR("Written, and not read yet."),
             .level = true},
            {.name = "capacity",
             .type = types::integer(0, INT32_MAX, Unit::bytes),
             .label = IPC_TR("Capacity"),
             .help = IPC_TR("More than this makes a writer wait.")}};
}

inline std::vector<LimitSpec> limits_spec() {
    return {
        {IPC_TR("Largest capacity without CAP_SYS_RESOURCE"), "/proc/sys/fs/pipe-max-size", Unit::bytes},
        {IPC_TR("Pages per user before new ones get smaller"), "/proc/sys/fs/pipe-user-pages-soft",
         Unit::count},
        {IPC_TR("Pages per user at most (0 = no limit)"), "/proc/sys/fs/pipe-user-pages-hard", Unit::count}};
}

}  // namespace ipcscope::mechanisms::stream
