#include "mechanisms/anonymous_map_spec.h"

#include <climits>
#include <ctime>
#include <fcntl.h>

namespace ipcscope::mechanisms {
namespace {

constexpr const char* named_kind = "posix_sem.named";
constexpr const char* unnamed_kind = "posix_sem.unnamed";
constexpr const char* memory_kind = "posix_sem.memory";
constexpr const char* no_memory = "needs a machine without free memory";

ParamSpec semaphore_param(std::vector<std::string> accepts = {named_kind, unnamed_kind}) {
    return {.name = "semaphore",
            .type = types::handle(std::move(accepts)),
            .label = IPC_TR("Semaphore"),
            .help = IPC_TR("A semaphore that this process has open, or mapped.")};
}

ParamSpec name_param() {
    return {.name = "name",
            .type = types::path(),
            .label = IPC_TR("Name"),
            .help = IPC_TR("\"/name\" is one for the whole machine; without the slash it belongs to this "
                           "run. Further slashes are not allowed.")};
}

ParamSpec value_param(const char* help) {
    return {.name = "value",
            .type = types::integer(0, UINT_MAX, Unit::none,
                                   {{"SEM_VALUE_MAX", INT_MAX, IPC_TR("the highest value there can be")}}),
            .label = IPC_TR("Value"),
            .help = help,
            .initial = std::int64_t{1}};
}

ParamSpec timeout_param() {
    return {.name = "timeout",
            .type = types::duration(),
            .label = IPC_TR("Timeout"),
            .help = IPC_TR("The call is given the moment that lies so far ahead."),
            .initial = std::int64_t{1'000'000'000}};
}

OperationSpec open() {
    return {
        .verb = "open",
        .title = IPC_TR("Create or open by name"),
        .summary = IPC_TR("Makes a semaphore that has a name, or opens the one that has it."),
        .call = "sem_open",
        .syscall = "openat",
        .man = "sem_open(3)",
        .side = Side::create,
        .params = {name_param(),
                   {.name = "flags",
                    .type = types::flags(
                        {{"O_CREAT", O_CREAT, IPC_TR("make it if no semaphore has this name")},
                         {"O_EXCL", O_EXCL, IPC_TR("with O_CREAT: fail if there is one already")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Without O_CREAT only a semaphore that exists is opened."),
                    .initial = std::int64_t{O_CREAT}},
                   {.name = "mode",
                    .type = types::mode(),
                    .label = IPC_TR("Permissions"),
                    .help =
                        IPC_TR("Of a new semaphore; who uses one must be allowed to read and to write it."),
                    .initial = std::int64_t{0600},
                    .visible_when = {"flags", {O_CREAT}}},
                   [] {
                       auto value =
                           value_param(IPC_TR("Of a new semaphore; an existing one keeps its value."));
                       value.visible_when = {"flags", {O_CREAT}};
                       return value;
                   }()},
        .results = {{.name = "semaphore", .type = types::handle({named_kind}), .label = IPC_TR("Semaphore")}},
        .errnos =
            {{EEXIST, IPC_TR("A semaphore has this name, and O_CREAT with O_EXCL asked for a new one.")},
             {ENOENT, IPC_TR("No semaphore has this name, and O_CREAT was not given.")},
             {EACCES, IPC_TR("The semaphore exists, but this user must not read and write it.")},
             {EINVAL,
              IPC_TR("The value is above 2147483647 (SEM_VALUE_MAX), or the name is but a slash or has a "
                     "further one in it.")},
             {ENAMETOOLONG, IPC_TR("The name is longer than 251 characters.")},
             {EMFILE, IPC_TR("This process has all the descriptors open that it may have.")},
             {ENFILE, IPC_TR("The machine has all the files open that it can have."),
              "would starve the machine"},
             {ENOMEM, IPC_TR("There is no memory for it."), no_memory}},
    };
}

OperationSpec init() {
    auto params = anonymous::place_params();
    params.push_back(value_param(IPC_TR("How many waits get through before the next one sleeps.")));
    params.push_back({.name = "pshared",
                      .type = types::boolean(),
                      .label = IPC_TR("Shared"),
                      .help = IPC_TR("false: for threads of one process only; posts then do not wake who "
                                     "waits in another process."),
                      .initial = true});
    return {
        .verb = "init",
        .title = IPC_TR("Make in shared memory"),
        .summary = IPC_TR("Makes a semaphore without a name at a place in shared memory."),
        .call = "sem_init",
        .syscall = "-",
        .man = "sem_init(3)",
        .side = Side::create,
        .params = std::move(params),
        .results = {{.name = "semaphore",
                     .type = types::handle({unnamed_kind}),
                     .label = IPC_TR("Semaphore")}},
        .errnos = {{EINVAL, IPC_TR("The value is above 2147483647 (SEM_VALUE_MAX).")},
                   {ENOSYS, IPC_TR("This system has no semaphores that processes share."),
                    "Linux has had them since 2.6"}},
    };
}

OperationSpec at() {
    return {
        .verb = "at",
        .title = IPC_TR("Use what lies in shared memory"),
        .summary = IPC_TR("The semaphore that somebody made at this place of the same memory. No call is "
                          "made: it is a matter of the address."),
        .call = "(sem_t *)",
        .syscall = "-",
        .man = "sem_overview(7)",
        .side = Side::open,
        .params = anonymous::place_params(),
        .results = {{.name = "semaphore",
                     .type = types::handle({unnamed_kind}),
                     .label = IPC_TR("Semaphore")}},
        .pure = true,
    };
}

OperationSpec wait() {
    return {
        .verb = "wait",
        .title = IPC_TR("Wait"),
        .summary = IPC_TR("Lowers the value by one; sleeps while it is 0."),
        .call = "sem_wait",
        .syscall = "-",  // futex(2), but only if it has to wait
        .man = "sem_wait(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "semaphore",
        .params = {semaphore_param()},
        .errnos = {{EINTR,
                    IPC_TR("A signal handler ran while this waited, and was set up without SA_RESTART.")},
                   {EINVAL, IPC_TR("This is no semaphore."), "Linux takes any memory for a semaphore"}},
        .waits = {{IPC_TR("a post to {semaphore}")}},
    };
}

OperationSpec try_wait() {
    return {
        .verb = "trywait",
        .title = IPC_TR("Try to wait"),
        .summary = IPC_TR("Lowers the value by one, or fails at once when it is 0."),
        .call = "sem_trywait",
        .syscall = "-",
        .man = "sem_wait(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "semaphore",
        .params = {semaphore_param()},
        .errnos = {{EAGAIN, IPC_TR("The value is 0: wait would sleep.")},
                   {EINVAL, IPC_TR("This is no semaphore."), "Linux takes any memory for a semaphore"}},
    };
}

OperationSpec timed_wait() {
    auto spec = wait();
    spec.verb = "timedwait";
    spec.title = IPC_TR("Wait, with a time limit");
    spec.summary = IPC_TR("As wait, but until a moment of the wall clock (CLOCK_REALTIME) at the most.");
    spec.call = "sem_timedwait";
    spec.params.push_back(timeout_param());
    spec.waits.front().limit = "timeout";
    spec.errnos = {
        {ETIMEDOUT, IPC_TR("The moment has come, and the value is still 0.")},
        {EINTR, IPC_TR("A signal handler ran while this waited, and was set up without SA_RESTART.")},
        {EINVAL, IPC_TR("The moment is not a valid one."), "the call is given valid moments"}};
    return spec;
}

OperationSpec clock_wait() {
    auto spec = timed_wait();
    spec.verb = "clockwait";
    spec.title = IPC_TR("Wait, by a chosen clock");
    spec.summary = IPC_TR("As timedwait, by a clock that nobody can set, if wanted (glibc 2.30).");
    spec.call = "sem_clockwait";
    spec.params.push_back(
        {.name = "clock",
         .type = types::choice({{"CLOCK_MONOTONIC", CLOCK_MONOTONIC, IPC_TR("time since the start")},
                                {"CLOCK_REALTIME", CLOCK_REALTIME, IPC_TR("the wall clock")},
                                {"CLOCK_BOOTTIME", CLOCK_BOOTTIME, IPC_TR("with suspension: not allowed")}}),
         .label = IPC_TR("Clock"),
         .help = IPC_TR("Setting the time or a leap second does not change how long CLOCK_MONOTONIC waits."),
         .initial = std::int64_t{CLOCK_MONOTONIC}});
    spec.errnos.back() = {EINVAL, IPC_TR("sem_clockwait cannot wait by this clock.")};
    return spec;
}

OperationSpec post() {
    return {
        .verb = "post",
        .title = IPC_TR("Post"),
        .summary = IPC_TR("Raises the value by one, and wakes one that waits. Anybody may, not only who "
                          "waited before."),
        .call = "sem_post",
        .syscall = "-",
        .man = "sem_post(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "semaphore",
        .params = {semaphore_param()},
        .errnos = {{EOVERFLOW, IPC_TR("The value is 2147483647 (SEM_VALUE_MAX) already.")},
                   {EINVAL, IPC_TR("This is no semaphore."), "Linux takes any memory for a semaphore"}},
    };
}

OperationSpec get_value() {
    return {
        .verb = "getvalue",
        .title = IPC_TR("Get the value"),
        .summary = IPC_TR("Reads the value, which may have changed by the time that the call is back."),
        .call = "sem_getvalue",
        .syscall = "-",
        .man = "sem_getvalue(3)",
        .side = Side::query,
        .object = "semaphore",
        .params = {semaphore_param()},
        .results = {{.name = "value",
                     .type = types::integer(0, INT_MAX),
                     .label = IPC_TR("Value"),
                     .help = IPC_TR("0 on Linux, however many wait.")}},
        .errnos = {{EINVAL, IPC_TR("This is no semaphore."), "Linux takes any memory for a semaphore"}},
        .pure = true,
    };
}

OperationSpec close() {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary = IPC_TR("This process is done with a semaphore that has a name; name and value stay."),
        .call = "sem_close",
        .syscall = "munmap",
        .man = "sem_close(3)",
        .side = Side::close,
        .object = "semaphore",
        .params = {semaphore_param()},
        .errnos = {{EINVAL, IPC_TR("It is not open by name in this process: closed already, or made by "
                                   "init.")}},
        .consumes = {"semaphore"},
    };
}

OperationSpec unlink() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove the name"),
        .summary = IPC_TR("Takes the name away; who has the semaphore open goes on with it."),
        .call = "sem_unlink",
        .syscall = "unlink",
        .man = "sem_unlink(3)",
        .side = Side::remove,
        .params = {name_param()},
        .errnos = {{ENOENT, IPC_TR("No semaphore has this name.")},
                   {EACCES, IPC_TR("Only its owner and root may remove the name."),
                    "root, who runs the tests, may remove every name"},
                   {ENAMETOOLONG, IPC_TR("The name is longer than 251 characters.")}},
        .destructive = true,
    };
}

OperationSpec destroy() {
    return {
        .verb = "destroy",
        .title = IPC_TR("Destroy"),
        .summary = IPC_TR("Ends a semaphore that was made by init; its memory may be used anew."),
        .call = "sem_destroy",
        .syscall = "-",
        .man = "sem_destroy(3)",
        .side = Side::remove,
        .object = "semaphore",
        .params = {semaphore_param({unnamed_kind})},
        .errnos = {{EINVAL, IPC_TR("This is no semaphore."), "Linux takes any memory for a semaphore"}},
    };
}

ObjectSpec semaphore_object() {
    const auto count = types::integer(0, UINT_MAX, Unit::count);
    return {
        .id = "semaphore",
        .label = IPC_TR("Semaphore"),
        .flow = FlowPolicy::wake,
        .view = ViewHint::level,
        .state = {{.name = "semaphore",
                   .type = types::array(
                       {.name = "semaphore",
                        .type = types::structure(
                            {{.name = "value", .type = types::integer(0, INT_MAX), .label = IPC_TR("Value")},
                             {.name = "waiters", .type = count, .label = IPC_TR("waiting for a post")}}),
                        .label = IPC_TR("Semaphore")},
                       1),
                   .label = IPC_TR("Semaphore"),
                   .help = IPC_TR("As glibc keeps it on machines with 64 bits. Who was killed while it "
                                  "waited is still counted. Nobody owns a semaphore.")},
                  {.name = "shared",
                   .type = types::boolean(),
                   .label = IPC_TR("Between processes"),
                   .help = IPC_TR("A post wakes who waits in another process.")},
                  {.name = "address",
                   .type = types::integer(0, INT64_MAX),
                   .label = IPC_TR("Address"),
                   .help = IPC_TR("In the process that was asked; every process has its own.")}},
        .level_label = IPC_TR("value"),
        .reach = Reach::memory,
    };
}

}  // namespace

const MechanismSpec& posix_sem_spec();

const MechanismSpec& posix_sem_spec() {
    static const MechanismSpec spec{
        .id = "posix_sem",
        .title = IPC_TR("POSIX semaphores"),
        .summary = IPC_TR("A counter that processes lower and raise, by a name or in memory that they share; "
                          "no system call while nobody has to wait."),
        .group = Group::synchronisation,
        .rank = 20,
        .man = {"sem_overview(7)", "sem_open(3)", "sem_init(3)", "sem_wait(3)", "sem_post(3)",
                "sem_getvalue(3)", "futex(7)"},
        .limits = {{IPC_TR("Open files per process"), "/proc/sys/fs/nr_open", Unit::count}},
        .objects = {semaphore_object(), anonymous::memory_object()},
        .handles = {{.id = "named",
                     .label = IPC_TR("Semaphore with a name"),
                     .scope = Scope::process,
                     .object = "semaphore"},
                    {.id = "unnamed",
                     .label = IPC_TR("Semaphore in shared memory"),
                     .scope = Scope::process,
                     .object = "semaphore"},
                    anonymous::memory_handle()},
        .operations = {open(), anonymous::map_spec(memory_kind), init(), at(), wait(), try_wait(),
                       timed_wait(), clock_wait(), post(), get_value(), close(), unlink(), destroy(),
                       anonymous::unmap_spec(memory_kind)},
        .privileges = IPC_TR("A name is a file of /dev/shm: its permission bits must allow reading and "
                             "writing. Whoever has the memory mapped may do everything."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms
