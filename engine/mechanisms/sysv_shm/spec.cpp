#include "mechanisms/memory_access.h"
#include "mechanisms/sysv_params.h"

#include <sys/shm.h>

namespace ipcscope::mechanisms {
namespace {

constexpr const char* segment_kind = "sysv_shm.segment";
constexpr const char* mapping_kind = "sysv_shm.attachment";
constexpr const char* slot_reused = "needs the id's slot to come round, after dozens of other segments";
constexpr const char* starves = "would starve the machine";

ParamSpec segment_param() {
    return {.name = "segment",
            .type = types::handle({segment_kind}),
            .label = IPC_TR("Segment"),
            .help = IPC_TR("The segment's identifier; every process may use it that has the permission.")};
}

std::vector<StateSpec> facts() {
    const auto time = types::integer(0, INT64_MAX, Unit::unix_time);
    const auto pid = types::integer(0, INT32_MAX, Unit::pid);
    return sysv::permission_state({
        {.name = "size",
         .type = types::integer(0, INT64_MAX, Unit::bytes),
         .label = IPC_TR("Size"),
         .help = IPC_TR("As it was asked for; whole pages are attached.")},
        {.name = "nattch",
         .type = types::integer(0, INT32_MAX, Unit::count),
         .label = IPC_TR("Attachments"),
         .help = IPC_TR("How often it is attached now, in all processes; fork doubles them, exit ends them."),
         .level = true},
        {.name = "marked",
         .type = types::boolean(),
         .label = IPC_TR("Marked for removal"),
         .help = IPC_TR("IPC_RMID was said: it goes away with its last attachment (SHM_DEST).")},
        {.name = "locked",
         .type = types::boolean(),
         .label = IPC_TR("Locked"),
         .help = IPC_TR("Its pages are not swapped out (SHM_LOCK).")},
        {.name = "cpid", .type = pid, .label = IPC_TR("Made by")},
        {.name = "lpid",
         .type = pid,
         .label = IPC_TR("Last attached or detached by"),
         .help = IPC_TR("0 = nobody yet.")},
        {.name = "atime", .type = time, .label = IPC_TR("Last attached")},
        {.name = "dtime", .type = time, .label = IPC_TR("Last detached")},
        {.name = "ctime", .type = time, .label = IPC_TR("Made or changed")},
    });
}

std::vector<StateSpec> observed() {
    auto state = facts();
    const auto bytes = types::integer(0, INT64_MAX, Unit::bytes);
    state.push_back({.name = "rss",
                     .type = bytes,
                     .label = IPC_TR("In memory"),
                     .help = IPC_TR("Pages that were touched; the others are not there yet.")});
    state.push_back({.name = "swap", .type = bytes, .label = IPC_TR("Swapped out")});
    state.push_back({.name = "contents",
                     .type = types::bytes(),
                     .label = IPC_TR("Contents"),
                     .help = IPC_TR("Through the eyes of a process that has it attached: to attach it for a "
                                    "look would change what is looked at.")});
    state.push_back({.name = "note", .type = types::text(), .label = IPC_TR("Note")});
    return state;
}

std::vector<ErrnoSpec> control_errnos(std::vector<ErrnoSpec> more, const char* einval) {
    more.push_back({EINVAL, einval});
    more.push_back({EIDRM, IPC_TR("The segment was removed, and another one has its place."), slot_reused});
    return more;
}

constexpr const char* no_segment = IPC_TR("No segment has this identifier any more.");

OperationSpec get() {
    auto flags = sysv::get_flags_param();
    flags.type.names.push_back(
        {"SHM_HUGETLB", SHM_HUGETLB, IPC_TR("of huge pages, if the system has set some aside")});
    flags.type.names.push_back(
        {"SHM_NORESERVE", SHM_NORESERVE, IPC_TR("do not set swap space aside for it")});
    return {
        .verb = "get",
        .title = IPC_TR("Create or open"),
        .summary = IPC_TR("Makes a segment full of zeros, or finds the one that has this key."),
        .call = "shmget",
        .man = "shmget(2)",
        .side = Side::create,
        .params = {sysv::key_param(),
                   {.name = "size",
                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("Of a new segment; of an existing one at most its size, 0 = any."),
                    .initial = std::int64_t{4096}},
                   flags,
                   sysv::get_mode_param()},
        .returns = IPC_TR("the segment's identifier"),
        .results = {{.name = "segment", .type = types::handle({segment_kind}), .label = IPC_TR("Segment")}},
        .errnos = {
            {EEXIST,
             IPC_TR("A segment with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.")},
            {ENOENT, IPC_TR("No segment has this key, and IPC_CREAT was not given.")},
            {EINVAL,
             IPC_TR("A new segment needs 1 byte or more, at most /proc/sys/kernel/shmmax; an existing "
                    "one is smaller than asked for.")},
            {EACCES, IPC_TR("The segment exists, but its permissions do not allow what the mode asks for.")},
            {ENOSPC, IPC_TR("The system's number of segments (/proc/sys/kernel/shmmni), or of their pages in "
                            "all (shmall), is reached.")},
            {ENOMEM, IPC_TR("The kernel has no memory, or no free huge pages, for a segment of this size.")},
            {EPERM,
             IPC_TR("SHM_HUGETLB is for CAP_IPC_LOCK, or the group in /proc/sys/vm/hugetlb_shm_group."),
             "the tests may run as root, who is in that group"},
            {ENFILE, IPC_TR("The system has as many files open as it may have."), starves}}};
}

OperationSpec use() {
    auto spec = sysv::use_operation(
        "shmctl", "shmctl(2)",
        IPC_TR(
            "Takes a segment that another program made, by its identifier, after a look at it (IPC_STAT)."),
        "segment", segment_kind, IPC_TR("Segment"));
    spec.errnos = {{EINVAL, IPC_TR("No segment has this identifier.")},
                   {EACCES, IPC_TR("This user must not read from the segment.")},
                   {EIDRM, IPC_TR("The segment was removed, and another one has its place."), slot_reused}};
    return spec;
}

OperationSpec attach() {
    return {
        .verb = "at",
        .title = IPC_TR("Attach"),
        .summary = IPC_TR("Maps the segment into this process: from now on it is memory like any other."),
        .call = "shmat",
        .man = "shmat(2)",
        .side = Side::open,
        .object = "segment",
        .params = {segment_param(),
                   {.name = "address",
                    .type = types::integer(0, INT64_MAX, Unit::none,
                                           {{"NULL", 0, IPC_TR("the kernel chooses, each time anew")}}),
                    .label = IPC_TR("Address"),
                    .help = IPC_TR(
                        "Where; a multiple of the page size. Pointers inside only mean something if all "
                        "processes have the same."),
                    .initial = std::int64_t{0}},
                   {.name = "flags",
                    .type = types::flags(
                        {{"SHM_RDONLY", SHM_RDONLY, IPC_TR("for reading only: writing is SIGSEGV")},
                         {"SHM_RND", SHM_RND, IPC_TR("round the address down to a whole page")},
                         {"SHM_REMAP", SHM_REMAP, IPC_TR("replace what is mapped at the address")},
                         {"SHM_EXEC", SHM_EXEC, IPC_TR("its contents may be executed")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Without SHM_RDONLY the permission to write is needed too."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("address"),
        .results = {{.name = "mapping",
                     .type = types::handle({mapping_kind}),
                     .label = IPC_TR("Attachment"),
                     .help = IPC_TR("This process's window on the segment; fork hands it down.")},
                    {.name = "address",
                     .type = types::varying(types::integer()),
                     .label = IPC_TR("Address"),
                     .help = IPC_TR("Where it begins in this process.")}},
        .errnos = control_errnos(
            {{EACCES, IPC_TR("This user must not read the segment, or not write (without SHM_RDONLY), or not "
                             "execute (with SHM_EXEC).")},
             {ENOMEM, IPC_TR("There is no memory for it, or not enough room at the address.")},
             {EPERM, IPC_TR("The address is below /proc/sys/vm/mmap_min_addr."),
              "that limit may be as low as one page, and the first page is refused"}},
            IPC_TR("No segment has this identifier any more; or the address is not a multiple of the page "
                   "size (without SHM_RND), something is mapped there (without SHM_REMAP), or SHM_REMAP came "
                   "without an address."))};
}

OperationSpec detach() {
    return {.verb = "dt",
            .title = IPC_TR("Detach"),
            .summary = IPC_TR("Takes the segment out of this process; the bytes stay, as long as the segment "
                              "does."),
            .call = "shmdt",
            .man = "shmdt(2)",
            .side = Side::close,
            .object = "mapping",
            .params = {memory::mapping_param("mapping", {mapping_kind},
                                             IPC_TR("The attachment to end in this process."))},
            .errnos = {{EINVAL, IPC_TR("No segment is attached at this address: it was detached already.")}},
            .consumes = {"mapping"}};
}

OperationSpec stat() {
    return {
        .verb = "stat",
        .title = IPC_TR("State"),
        .summary = IPC_TR("Reads the segment's size, attachments, owner and times (IPC_STAT)."),
        .call = "shmctl",
        .man = "shmctl(2)",
        .side = Side::query,
        .object = "segment",
        .params = {segment_param()},
        .results = sysv::as_results(facts()),
        .errnos = control_errnos({{EACCES, IPC_TR("This user must not read from the segment.")}}, no_segment),
        .pure = true};
}

OperationSpec set() {
    std::vector<ParamSpec> params = {segment_param()};
    for (auto& param : sysv::set_owner_params())
        params.push_back(std::move(param));
    return {
        .verb = "set",
        .title = IPC_TR("Change"),
        .summary = IPC_TR("Changes the segment's permissions or owner (IPC_SET, on what IPC_STAT gave)."),
        .call = "shmctl",
        .man = "shmctl(2)",
        .side = Side::control,
        .object = "segment",
        .params = params,
        .errnos = control_errnos(
            {{EPERM, IPC_TR("Only its owner, its creator and root may change the segment.")},
             {EACCES,
              IPC_TR("The state before must be read first, and this user must not read from the segment.")}},
            IPC_TR("No segment has this identifier any more, or user or group do not exist here.")),
        .destructive = true};
}

OperationSpec lock(bool locks) {
    std::vector<ErrnoSpec> errnos{
        {EPERM,
         IPC_TR("Only its owner and creator may do that, and who has CAP_IPC_LOCK; without it nothing can "
                "be locked if RLIMIT_MEMLOCK is 0.")}};
    if (locks)
        errnos.push_back({ENOMEM, IPC_TR("The user's share of locked memory (RLIMIT_MEMLOCK) is used up.")});
    return {.verb = locks ? "lock" : "unlock",
            .title = locks ? IPC_TR("Lock in memory") : IPC_TR("Unlock"),
            .summary = locks ? IPC_TR("Keeps the segment's pages from being swapped out (SHM_LOCK).")
                             : IPC_TR("Lets the segment's pages be swapped out again (SHM_UNLOCK)."),
            .call = "shmctl",
            .man = "shmctl(2)",
            .side = Side::control,
            .object = "segment",
            .params = {segment_param()},
            .errnos = control_errnos(errnos, no_segment)};
}

OperationSpec remove() {
    return {.verb = "remove",
            .title = IPC_TR("Remove"),
            .summary = IPC_TR("Marks the segment for removal and takes its key away; it goes with its last "
                              "attachment (IPC_RMID)."),
            .call = "shmctl",
            .man = "shmctl(2)",
            .side = Side::remove,
            .object = "segment",
            .params = {segment_param()},
            .errnos = control_errnos(
                {{EPERM, IPC_TR("Only its owner, its creator and root may remove the segment.")}},
                IPC_TR("No segment has this identifier: it was removed already.")),
            .destructive = true};
}

std::vector<OperationSpec> operations() {
    std::vector<OperationSpec> all{sysv::ftok_operation(), get(), use(), attach()};
    for (auto& access : memory::operations({mapping_kind}))
        all.push_back(std::move(access));
    for (auto& rest : {detach(), stat(), set(), lock(true), lock(false), remove()})
        all.push_back(rest);
    return all;
}

}  // namespace

const MechanismSpec& sysv_shm_spec();

const MechanismSpec& sysv_shm_spec() {
    static const MechanismSpec spec{
        .id = "sysv_shm",
        .title = IPC_TR("System V shared memory"),
        .summary =
            IPC_TR("Memory in the kernel that processes attach to their own: what one writes, all see at "
                   "once."),
        .group = Group::shared_memory,
        .rank = 10,
        .man = {"sysvipc(7)", "shmget(2)", "shmat(2)", "shmctl(2)", "ftok(3)"},
        .limits = {{IPC_TR("Largest segment"), "/proc/sys/kernel/shmmax", Unit::bytes},
                   {IPC_TR("Pages of all segments"), "/proc/sys/kernel/shmall", Unit::count},
                   {IPC_TR("Segments in the system"), "/proc/sys/kernel/shmmni", Unit::count}},
        .objects = {{.id = "segment",
                     .label = IPC_TR("Segment"),
                     .flow = FlowPolicy::memory,
                     .view = ViewHint::memory,
                     .state = observed(),
                     .level_label = IPC_TR("attachments"),
                     .level_unit = Unit::count}},
        .handles =
            {{.id = "segment", .label = IPC_TR("Segment"), .scope = Scope::system, .object = "segment"},
             {.id = "attachment", .label = IPC_TR("Attachment"), .object = "segment", .roles = {"memory"}}},
        .operations = operations(),
        .privileges = IPC_TR("The permission bits decide who may attach for reading and for writing; "
                             "CAP_IPC_OWNER passes them. "
                             "Only owner, creator and CAP_SYS_ADMIN may change or remove a segment."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms
