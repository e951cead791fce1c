#include "mechanisms/sysv_params.h"
#include "mechanisms/sysv_sem/limits.h"

#include <sys/sem.h>

namespace ipcscope::mechanisms {
namespace {

using sysv::as_results;

constexpr const char* set_kind = "sysv_sem.set";
constexpr const char* slot_reused = "needs the id's slot to come round, after dozens of other sets";
constexpr const char* no_memory = "needs a machine without free memory";

ParamSpec set_param() {
    return {.name = "set",
            .type = types::handle({set_kind}),
            .label = IPC_TR("Semaphore set"),
            .help = IPC_TR("The set's identifier; every process may use it that has the permission.")};
}

ParamSpec number_param() {
    return {.name = "num",
            .type = types::integer(0, UINT16_MAX),
            .label = IPC_TR("Number"),
            .help = IPC_TR("Which semaphore of the set; the first one is 0."),
            .initial = 0};
}

std::vector<StateSpec> facts() {
    const auto time = types::integer(0, INT64_MAX, Unit::unix_time);
    return sysv::permission_state({
        {.name = "nsems",
         .type = types::integer(0),
         .label = IPC_TR("Semaphores"),
         .help = IPC_TR("How many the set holds.")},
        {.name = "otime",
         .type = time,
         .label = IPC_TR("Last operation"),
         .help = IPC_TR("Of semop; 0 = none yet. A set whose maker has not yet set it up shows 0.")},
        {.name = "ctime", .type = time, .label = IPC_TR("Made or changed")},
    });
}

std::vector<StateSpec> observed() {
    auto state = facts();
    state.push_back(
        {.name = "semaphores",
         .type = types::array(
             {.name = "semaphore",
              .type = types::structure({
                  {.name = "value", .type = types::integer(0, INT32_MAX), .label = IPC_TR("Value")},
                  {.name = "ncnt",
                   .type = types::integer(0, INT32_MAX, Unit::count),
                   .label = IPC_TR("waiting for an increase")},
                  {.name = "zcnt",
                   .type = types::integer(0, INT32_MAX, Unit::count),
                   .label = IPC_TR("waiting for zero")},
                  {.name = "pid",
                   .type = types::integer(0, INT32_MAX, Unit::pid),
                   .label = IPC_TR("Last operator")},
              }),
              .label = IPC_TR("Semaphore")},
             sysv_sem::max_shown),
         .label = IPC_TR("Semaphores"),
         .help = IPC_TR(
             "The first 256 of the set. The last operator changed it last; nobody owns a semaphore.")});
    return state;
}

std::vector<ErrnoSpec> control_errnos(std::vector<ErrnoSpec> more, const char* einval) {
    more.push_back({EINVAL, einval});
    more.push_back({EIDRM, IPC_TR("The set was removed, and another one has its place."), slot_reused});
    return more;
}

constexpr const char* no_set = IPC_TR("No semaphore set has this identifier any more.");
constexpr const char* no_set_or_number =
    IPC_TR("No semaphore set has this identifier any more, or the set has no semaphore of this number.");
const ErrnoSpec not_read{EACCES, IPC_TR("This user must not read from the set.")};
const ErrnoSpec not_altered{EACCES, IPC_TR("This user must not alter the set.")};

OperationSpec get() {
    return {
        .verb = "get",
        .title = IPC_TR("Create or open"),
        .summary = IPC_TR("Makes a set of semaphores with value 0, or finds the one that has this key."),
        .call = "semget",
        .man = "semget(2)",
        .side = Side::create,
        .params = {sysv::key_param(),
                   {.name = "count",
                    .type = types::integer(INT32_MIN, INT32_MAX),
                    .label = IPC_TR("Semaphores"),
                    .help = IPC_TR(
                        "How many a new set has; of an existing one at most as many as it has, 0 = any."),
                    .initial = 1},
                   sysv::get_flags_param(),
                   sysv::get_mode_param()},
        .returns = IPC_TR("the set's identifier"),
        .results = {{.name = "set", .type = types::handle({set_kind}), .label = IPC_TR("Semaphore set")}},
        .errnos = {
            {EEXIST, IPC_TR("A set with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.")},
            {ENOENT, IPC_TR("No set has this key, and IPC_CREAT was not given.")},
            {EINVAL, IPC_TR("A new set needs 1 semaphore or more, at most the first figure of "
                            "/proc/sys/kernel/sem; an existing set has fewer than asked for.")},
            {EACCES, IPC_TR("The set exists, but its permissions do not allow what the mode asks for.")},
            {ENOSPC,
             IPC_TR(
                 "The system's number of sets, or of semaphores in all, is reached: /proc/sys/kernel/sem.")},
            {ENOMEM, IPC_TR("The kernel has no memory for a set."), no_memory}}};
}

OperationSpec use() {
    auto spec = sysv::use_operation("semctl", "semctl(2)",
                                    IPC_TR("Takes a semaphore set that another program made, by its "
                                           "identifier, after a look at it (IPC_STAT)."),
                                    "set", set_kind, IPC_TR("Semaphore set"));
    spec.errnos = {{EINVAL, IPC_TR("No semaphore set has this identifier.")},
                   {EACCES, IPC_TR("This user must not read from the set.")},
                   {EIDRM, IPC_TR("The set was removed, and another one has its place."), slot_reused}};
    return spec;
}

ParamSpec operations_param() {
    const auto one = types::structure(
        {{.name = "num",
          .type = types::integer(0, UINT16_MAX),
          .label = IPC_TR("Number"),
          .help = IPC_TR("Which semaphore of the set; the first one is 0."),
          .initial = 0},
         {.name = "op",
          .type = types::integer(INT16_MIN, INT16_MAX),
          .label = IPC_TR("Change"),
          .help = IPC_TR("Above 0: added at once. Below 0: waits until the value is large enough. 0: waits "
                         "until the value is 0."),
          .initial = 1},
         {.name = "flags",
          .type = types::flags({{"IPC_NOWAIT", IPC_NOWAIT, IPC_TR("EAGAIN instead of waiting")},
                                {"SEM_UNDO", SEM_UNDO, IPC_TR("taken back when the process ends")}}),
          .label = IPC_TR("Flags"),
          .initial = 0}});
    return {.name = "ops",
            .type = types::array({.name = "operation", .type = one, .label = IPC_TR("Operation")},
                                 sysv_sem::max_operations),
            .label = IPC_TR("Operations"),
            .help = IPC_TR("All of them are done at one moment, in this order, or none.")};
}

OperationSpec operate(bool timed) {
    OperationSpec spec{
        .verb = "op",
        .title = IPC_TR("Operate"),
        .summary = IPC_TR("Raises, lowers or waits for zero, on one or more semaphores at once; waits until "
                          "all can be done."),
        .call = "semop",
        .syscall = "semtimedop|semop",
        .man = "semop(2)",
        .side = Side::control,
        .flow = FlowRole::exchange,
        .object = "set",
        .params = {set_param(), operations_param()},
        .errnos =
            {{EAGAIN, IPC_TR("It would have to wait, and that operation had IPC_NOWAIT.")},
             {EIDRM, IPC_TR("The set was removed, before or while this call waited.")},
             {EINTR,
              IPC_TR("A signal came while this waited. semop is never restarted, not even with SA_RESTART.")},
             {EFBIG, IPC_TR("The set has no semaphore of one of these numbers.")},
             {ERANGE, IPC_TR("A value would rise above 32767 (SEMVMX).")},
             {E2BIG, IPC_TR("More operations than the third figure of /proc/sys/kernel/sem (SEMOPM).")},
             {EINVAL,
              IPC_TR("No semaphore set has this identifier any more, or there is no operation in the list.")},
             {EACCES,
              IPC_TR("This user must not alter the set (only waiting for zero needs no more than reading).")},
             {EFAULT, IPC_TR("An address is not readable."), "the worker's own arrays are always readable"},
             {ENOMEM, IPC_TR("The kernel has no memory for the list or its undo record."), no_memory}},
        .waits = {
            {.text = IPC_TR("semaphore {num} of {set} to reach {-op}"), .each = "ops", .negative = "op"},
            {.text = IPC_TR("semaphore {num} of {set} to become 0"), .when = {"op", {0}}, .each = "ops"}}};
    if (timed) {
        spec.verb = "timed_op";
        spec.title = IPC_TR("Operate, with a time limit");
        spec.summary = IPC_TR("As op, but waits no longer than the timeout.");
        spec.call = "semtimedop";
        spec.params.push_back(
            {.name = "timeout",
             .type = types::duration(),
             .label = IPC_TR("Timeout"),
             .help = IPC_TR("After this long without success the call comes back with EAGAIN."),
             .initial = std::int64_t{1'000'000'000}});
        for (auto& wait : spec.waits)
            wait.limit = "timeout";
        spec.errnos[0] = {
            EAGAIN, IPC_TR("The time is over, or it would have to wait and that operation had IPC_NOWAIT.")};
    }
    return spec;
}

// GETVAL and its kin: one number about one semaphore.
OperationSpec query(const char* verb, const char* title, const char* summary, const char* returns,
                    Unit unit) {
    return {.verb = verb,
            .title = title,
            .summary = summary,
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::query,
            .object = "set",
            .params = {set_param(), number_param()},
            .returns = returns,
            .returns_unit = unit,
            .errnos = control_errnos({not_read}, no_set_or_number),
            .pure = true};
}

OperationSpec set_value() {
    return {.verb = "set_value",
            .title = IPC_TR("Set a value"),
            .summary =
                IPC_TR("Gives one semaphore a value, whatever it was (SETVAL); what may go on then, does."),
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::control,
            .flow = FlowRole::send,
            .object = "set",
            .params = {set_param(),
                       number_param(),
                       {.name = "value",
                        .type = types::integer(INT32_MIN, INT32_MAX),
                        .label = IPC_TR("Value"),
                        .help = IPC_TR(
                            "0 to 32767. Undo records of this semaphore are dropped in all processes."),
                        .initial = 1}},
            .errnos = control_errnos(
                {{ERANGE, IPC_TR("The value is below 0 or above 32767 (SEMVMX).")}, not_altered},
                no_set_or_number)};
}

ParamSpec values_param() {
    return {.name = "values",
            .type = types::array(
                {.name = "value", .type = types::integer(0, UINT16_MAX), .label = IPC_TR("Value")},
                sysv_sem::max_semaphores),
            .label = IPC_TR("Values"),
            .help = IPC_TR("One for each semaphore, 0 to 32767; surplus ones are not looked at.")};
}

OperationSpec set_all() {
    return {.verb = "set_all",
            .title = IPC_TR("Set all values"),
            .summary = IPC_TR("Gives all semaphores of the set their values at one moment (SETALL)."),
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::control,
            .flow = FlowRole::send,
            .object = "set",
            .params = {set_param(), values_param()},
            .errnos = control_errnos(
                {{ERANGE, IPC_TR("A value is above 32767 (SEMVMX); none was set.")}, not_altered}, no_set)};
}

OperationSpec get_all() {
    return {
        .verb = "get_all",
        .title = IPC_TR("Get all values"),
        .summary = IPC_TR("Reads the values of all semaphores at one moment (GETALL)."),
        .call = "semctl",
        .man = "semctl(2)",
        .side = Side::query,
        .object = "set",
        .params = {set_param()},
        .results = {{.name = "values",
                     .type = types::array(
                         {.name = "value", .type = types::integer(0, UINT16_MAX), .label = IPC_TR("Value")},
                         sysv_sem::max_semaphores),
                     .label = IPC_TR("Values")}},
        .errnos = control_errnos({not_read}, no_set),
        .pure = true};
}

OperationSpec stat() {
    return {.verb = "stat",
            .title = IPC_TR("State"),
            .summary = IPC_TR("Reads the set's owner, permissions, size and times (IPC_STAT)."),
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::query,
            .object = "set",
            .params = {set_param()},
            .results = as_results(facts()),
            .errnos = control_errnos({not_read}, no_set),
            .pure = true};
}

OperationSpec set() {
    std::vector<ParamSpec> params = {set_param()};
    for (auto& param : sysv::set_owner_params())
        params.push_back(std::move(param));
    return {.verb = "set",
            .title = IPC_TR("Change"),
            .summary = IPC_TR("Changes the set's permissions or owner (IPC_SET, on what IPC_STAT gave)."),
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::control,
            .object = "set",
            .params = params,
            .errnos = control_errnos(
                {{EPERM, IPC_TR("Only its owner, its creator and root may change the set.")},
                 {EACCES,
                  IPC_TR("The state before must be read first, and this user must not read from the set.")}},
                IPC_TR("No semaphore set has this identifier any more, or user or group do not exist here.")),
            .destructive = true};
}

OperationSpec remove() {
    return {.verb = "remove",
            .title = IPC_TR("Remove"),
            .summary = IPC_TR("Removes the set at once; who waits on it gets EIDRM."),
            .call = "semctl",
            .man = "semctl(2)",
            .side = Side::remove,
            .object = "set",
            .params = {set_param()},
            .errnos =
                control_errnos({{EPERM, IPC_TR("Only its owner, its creator and root may remove the set.")}},
                               IPC_TR("No semaphore set has this identifier: it was removed already.")),
            .destructive = true};
}

std::vector<OperationSpec> operations() {
    return {sysv::ftok_operation(),
            get(),
            use(),
            operate(false),
            operate(true),
            set_value(),
            set_all(),
            query("get_value", IPC_TR("Get a value"), IPC_TR("Reads the value of one semaphore (GETVAL)."),
                  IPC_TR("the value"), Unit::none),
            get_all(),
            query("get_pid", IPC_TR("Last operator"),
                  IPC_TR("Which process operated on this semaphore last (GETPID); it does not own it."),
                  IPC_TR("process id, 0 = none"), Unit::pid),
            query("get_ncnt", IPC_TR("Waiting for an increase"),
                  IPC_TR("How many processes wait until this semaphore rises (GETNCNT)."),
                  IPC_TR("processes waiting"), Unit::count),
            query("get_zcnt", IPC_TR("Waiting for zero"),
                  IPC_TR("How many processes wait until this semaphore is 0 (GETZCNT)."),
                  IPC_TR("processes waiting"), Unit::count),
            stat(),
            set(),
            remove()};
}

}  // namespace

const MechanismSpec& sysv_sem_spec();

const MechanismSpec& sysv_sem_spec() {
    static const MechanismSpec spec{
        .id = "sysv_sem",
        .title = IPC_TR("System V semaphores"),
        .summary = IPC_TR("Sets of counters in the kernel that processes raise, lower and wait for, several "
                          "at one moment."),
        .group = Group::synchronisation,
        .rank = 10,
        .man = {"sysvipc(7)", "semget(2)", "semop(2)", "semctl(2)", "ftok(3)"},
        .limits = {{IPC_TR("Semaphores in a set"), "/proc/sys/kernel/sem#0", Unit::count},
                   {IPC_TR("Semaphores in the system"), "/proc/sys/kernel/sem#1", Unit::count},
                   {IPC_TR("Operations in one call"), "/proc/sys/kernel/sem#2", Unit::count},
                   {IPC_TR("Sets in the system"), "/proc/sys/kernel/sem#3", Unit::count}},
        .objects = {{.id = "set",
                     .label = IPC_TR("Semaphore set"),
                     .flow = FlowPolicy::wake,
                     .view = ViewHint::level,
                     .state = observed(),
                     .level_label = IPC_TR("semaphore {n}"),
                     .level_unit = Unit::none}},
        .handles = {{.id = "set", .label = IPC_TR("Semaphore set"), .scope = Scope::system, .object = "set"}},
        .operations = operations(),
        .privileges = IPC_TR(
            "The permission bits decide who may read values and alter them; CAP_IPC_OWNER passes them. "
            "Only owner, creator and CAP_SYS_ADMIN may change or remove a set."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms
