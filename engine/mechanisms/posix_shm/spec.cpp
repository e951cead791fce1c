#include "mechanisms/memory_access.h"
#include "mechanisms/posix_shm/names.h"

#include <cerrno>

namespace ipcscope::mechanisms {
namespace {

const char* const starves = "would starve the machine";
const char* const says_einval = "the C library says EINVAL instead";
const char* const says_enoent = "the C library says ENOENT instead";

std::vector<std::string> descriptors() {
    return {"posix_shm.object", "posix_shm.memfd"};
}
std::vector<std::string> mappings() {
    return {"posix_shm.mapping"};
}

ParamSpec name_param(const char* help) {
    return {.name = "name",
            .type = types::text(),
            .label = IPC_TR("Name"),
            .help = help,
            .names = NameKind::name};
}

ParamSpec object_param(const char* help) {
    return {.name = "object",
            .type = types::handle(descriptors()),
            .label = IPC_TR("Memory object"),
            .help = help};
}

ErrnoSpec not_open() {
    return {EBADF, IPC_TR("The descriptor is closed in this process.")};
}

ErrnoSpec too_many_files() {
    return {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")};
}

ErrnoSpec no_files() {
    return {ENFILE, IPC_TR("The system has as many files open as it may have."), starves};
}

OperationSpec open_spec() {
    return {
        .verb = "open",
        .title = IPC_TR("Create or open"),
        .summary =
            IPC_TR("Makes a shared memory object of size 0 under a name, or opens the one that is there."),
        .call = "shm_open",
        .syscall = "openat",
        .man = "shm_open(3)",
        .side = Side::create,
        .params =
            {name_param(IPC_TR("With a leading / the same for all programs of the machine; without one "
                               "private to this run.")),
             {.name = "access",
              .type = types::choice({{"O_RDONLY", O_RDONLY, IPC_TR("to be mapped for reading only")},
                                     {"O_RDWR", O_RDWR, IPC_TR("to be mapped for reading and writing")}}),
              .label = IPC_TR("Access"),
              .help = IPC_TR("What mappings may do, and whether the size may be set."),
              .initial = std::int64_t{O_RDWR}},
             {.name = "flags",
              .type = types::flags({{"O_CREAT", O_CREAT, IPC_TR("make it if there is none of this name")},
                                    {"O_EXCL", O_EXCL, IPC_TR("with O_CREAT: fail if there is one already")},
                                    {"O_TRUNC", O_TRUNC, IPC_TR("cut an existing one to size 0")}}),
              .label = IPC_TR("Flags"),
              .help = IPC_TR("Without O_CREAT only an object that exists is opened."),
              .initial = std::int64_t{O_CREAT}},
             {.name = "mode",
              .type = types::mode(),
              .label = IPC_TR("Permissions"),
              .help = IPC_TR("Of a new object; the umask takes bits away."),
              .initial = std::int64_t{0600}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "object",
                     .type = types::handle({"posix_shm.object"}),
                     .label = IPC_TR("Memory object"),
                     .help = IPC_TR("To set its size and to map it; a mapping outlives it.")}},
        .errnos = {{EACCES, IPC_TR("The object exists, but its permissions do not admit this user.")},
                   {EEXIST,
                    IPC_TR("An object of this name exists, and O_CREAT with O_EXCL asked for a new one.")},
                   {EINVAL, IPC_TR("The name is empty, has a further slash in it, or is too long.")},
                   too_many_files(),
                   {ENAMETOOLONG, IPC_TR("The name is longer than 255 bytes."), says_einval},
                   no_files(),
                   {ENOENT, IPC_TR("No object has this name, and O_CREAT was not given.")},
                   {ENOSPC, IPC_TR("The file system of /dev/shm has no room for another object."), starves}},
    };
}

OperationSpec memfd_spec() {
    return {
        .verb = "memfd_create",
        .title = IPC_TR("Create without a name"),
        .summary = IPC_TR("Makes a memory object that only its descriptor leads to; fork and sockets hand it "
                          "on."),
        .call = "memfd_create",
        .man = "memfd_create(2)",
        .side = Side::create,
        .params = {{.name = "name",
                    .type = types::text(),
                    .label = IPC_TR("Label"),
                    .help = IPC_TR("Only to be seen in /proc; several may have the same."),
                    .initial = "memory"},
                   {.name = "flags",
                    .type =
                        types::flags({{"MFD_CLOEXEC", MFD_CLOEXEC,
                                       IPC_TR("a program that is executed does not get the descriptor")},
                                      {"MFD_ALLOW_SEALING", MFD_ALLOW_SEALING, IPC_TR("seals may be added")},
                                      {"MFD_HUGETLB", MFD_HUGETLB,
                                       IPC_TR("of huge pages, if the system has set some aside")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Without MFD_ALLOW_SEALING the object is sealed against seals."),
                    .initial = std::int64_t{MFD_CLOEXEC | MFD_ALLOW_SEALING}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "memfd",
                     .type = types::handle({"posix_shm.memfd"}),
                     .label = IPC_TR("Memory file"),
                     .help = IPC_TR(
                         "The only way to the object; it goes with the last descriptor and mapping.")}},
        .errnos = {{EFAULT, IPC_TR("The label does not lie in memory of this process."),
                    "the call is only given valid memory"},
                   {EINVAL, IPC_TR("The label is longer than 249 bytes.")},
                   too_many_files(),
                   no_files(),
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), starves},
                   {EPERM,
                    IPC_TR("MFD_HUGETLB is for CAP_IPC_LOCK, or the group in "
                           "/proc/sys/vm/hugetlb_shm_group."),
                    "current kernels let everybody make one"}},
    };
}

OperationSpec truncate_spec() {
    return {
        .verb = "truncate",
        .title = IPC_TR("Set size"),
        .summary =
            IPC_TR("Makes the object longer, with zeros, or shorter: touching a mapping beyond its end "
                   "then is SIGBUS."),
        .call = "ftruncate",
        .man = "ftruncate(2)",
        .side = Side::control,
        .object = "object",
        .params = {object_param(IPC_TR("The object whose size is set.")),
                   {.name = "size",
                    .type = types::integer(INT64_MIN, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("The new length; a new object has 0 bytes."),
                    .initial = std::int64_t{4096}}},
        .errnos = {not_open(),
                   {EFBIG, IPC_TR("Larger than RLIMIT_FSIZE allows; SIGXFSZ is sent as well. Only who "
                                  "ignores, blocks or handles that sees this.")},
                   {EINTR, IPC_TR("A signal handler ran."), "setting the size of memory does not wait"},
                   {EINVAL, IPC_TR("The size is below 0 or no multiple of the huge page size, or the object "
                                   "was opened for reading only.")},
                   {EPERM, IPC_TR("A seal forbids it: F_SEAL_GROW, F_SEAL_SHRINK.")}},
    };
}

std::vector<ParamSpec> map_params() {
    return {object_param(IPC_TR("The object to map; it may be closed afterwards.")),
            {.name = "length",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Length"),
             .help = IPC_TR(
                 "How many bytes. It may reach beyond the end of the object: touching that is SIGBUS."),
             .initial = std::int64_t{4096}},
            {.name = "prot",
             .type = types::flags({{"PROT_READ", PROT_READ, IPC_TR("may be read")},
                                   {"PROT_WRITE", PROT_WRITE, IPC_TR("may be written")},
                                   {"PROT_EXEC", PROT_EXEC, IPC_TR("may be executed")}}),
             .label = IPC_TR("Protection"),
             .help = IPC_TR("What is allowed; anything else is SIGSEGV. 0 = nothing (PROT_NONE)."),
             .initial = std::int64_t{PROT_READ | PROT_WRITE}},
            {.name = "flags",
             .type = types::flags(
                 {{"MAP_SHARED", MAP_SHARED, IPC_TR("all see what is written")},
                  {"MAP_PRIVATE", MAP_PRIVATE, IPC_TR("what is written stays in a copy of one's own")},
                  {"MAP_POPULATE", MAP_POPULATE, IPC_TR("fetch all pages at once")},
                  {"MAP_LOCKED", MAP_LOCKED, IPC_TR("keep the pages from being swapped out")}}),
             .label = IPC_TR("Flags"),
             .help = IPC_TR("MAP_SHARED or MAP_PRIVATE must be there."),
             .initial = std::int64_t{MAP_SHARED}},
            {.name = "offset",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Offset"),
             .help = IPC_TR("Where in the object the mapping begins; a multiple of the page size."),
             .initial = std::int64_t{0}}};
}

OperationSpec map_spec() {
    return {
        .verb = "map",
        .title = IPC_TR("Map"),
        .summary = IPC_TR("Puts the object, or a part of it, into this process's memory."),
        .call = "mmap",
        .man = "mmap(2)",
        .side = Side::open,
        .object = "object",
        .params = map_params(),
        .returns = IPC_TR("address"),
        .results = {{.name = "mapping",
                     .type = types::handle(mappings()),
                     .label = IPC_TR("Mapping"),
                     .help = IPC_TR("This process's window on the object; fork hands it down.")},
                    {.name = "address",
                     .type = types::varying(types::integer()),
                     .label = IPC_TR("Address"),
                     .help = IPC_TR("Where it begins in this process.")}},
        .errnos =
            {{EACCES, IPC_TR("The object was opened for reading only, and MAP_SHARED with PROT_WRITE was "
                             "asked for.")},
             {EAGAIN, IPC_TR("MAP_LOCKED: more than RLIMIT_MEMLOCK would be locked.")},
             not_open(),
             {EINVAL, IPC_TR("The length is 0, the offset is no multiple of the page size, or neither "
                             "MAP_SHARED nor MAP_PRIVATE was given.")},
             no_files(),
             {ENODEV, IPC_TR("What the descriptor leads to cannot be mapped."),
              "memory can always be mapped"},
             {ENOMEM, IPC_TR("There is not so much room in the address space, or no huge page is free.")},
             {EOVERFLOW, IPC_TR("Offset and length together are beyond what a file can hold.")},
             {EPERM, IPC_TR("A seal forbids PROT_WRITE with MAP_SHARED, or the file system PROT_EXEC.")}},
    };
}

OperationSpec unmap_spec() {
    return {
        .verb = "unmap",
        .title = IPC_TR("Unmap"),
        .summary = IPC_TR("Takes the mapping out of this process; the object and its bytes stay."),
        .call = "munmap",
        .man = "munmap(2)",
        .side = Side::close,
        .object = "mapping",
        .params = {memory::mapping_param("mapping", mappings(),
                                         IPC_TR("The mapping to end in this process."))},
        .errnos = {{EINVAL, IPC_TR("The address is no multiple of the page size."),
                    "only whole mappings are given to the call"}},
        .consumes = {"mapping"},
    };
}

ErrnoSpec knows_no_seals() {
    return {EINVAL, IPC_TR("The object does not know seals."), "all shared memory knows seals"};
}

OperationSpec seal_spec() {
    return {
        .verb = "seal",
        .title = IPC_TR("Add seals"),
        .summary = IPC_TR("Gives up, for everybody and for ever, what the seals forbid (F_ADD_SEALS)."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::control,
        .object = "object",
        .params = {object_param(IPC_TR("A memory file made with MFD_ALLOW_SEALING.")),
                   {.name = "seals",
                    .type = posix_shm::seals_type(),
                    .label = IPC_TR("Seals"),
                    .help = IPC_TR("They are added to those that are there; none is ever taken away."),
                    .initial = std::int64_t{F_SEAL_SHRINK}}},
        .errnos = {not_open(),
                   {EBUSY, IPC_TR("F_SEAL_WRITE, while somebody has it mapped MAP_SHARED and may write.")},
                   knows_no_seals(),
                   {EPERM, IPC_TR("It is sealed against seals (no MFD_ALLOW_SEALING, an object with a name, "
                                  "F_SEAL_SEAL), or not open for writing.")}},
    };
}

OperationSpec get_seals_spec() {
    return {
        .verb = "get_seals",
        .title = IPC_TR("Get seals"),
        .summary = IPC_TR("Which seals the object has (F_GET_SEALS); who receives it can rely on them."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::query,
        .object = "object",
        .params = {object_param(IPC_TR("The object whose seals are asked for."))},
        .returns = IPC_TR("the seals as a number"),
        .results = {{.name = "seals", .type = posix_shm::seals_type(), .label = IPC_TR("Seals")}},
        .errnos = {not_open(), knows_no_seals()},
        .pure = true,
    };
}

OperationSpec stat_spec() {
    return {
        .verb = "stat",
        .title = IPC_TR("State"),
        .summary = IPC_TR("Reads the object's size, owner and number of names."),
        .call = "fstat",
        .syscall = "newfstatat",
        .man = "fstat(2)",
        .side = Side::query,
        .object = "object",
        .params = {object_param(IPC_TR("The object to ask about."))},
        .results = posix_shm::as_results(posix_shm::facts_spec()),
        .errnos = {not_open()},
        .pure = true,
    };
}

OperationSpec close_spec() {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary = IPC_TR("Closes the descriptor; mappings made through it stay."),
        .call = "close",
        .man = "close(2)",
        .side = Side::close,
        .object = "object",
        .params = {object_param(IPC_TR("The descriptor to close in this process."))},
        .errnos = {{EBADF, IPC_TR("The descriptor is closed in this process already.")},
                   {EINTR, IPC_TR("A signal came; the descriptor is closed all the same."),
                    "closing memory does not wait for anything"},
                   {EIO, IPC_TR("An input or output error."), "memory has no device that could fail"}},
        .consumes = {"object"},
    };
}

OperationSpec unlink_spec() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove name"),
        .summary = IPC_TR("Removes the name; who has the object open or mapped goes on using it."),
        .call = "shm_unlink",
        .syscall = "unlink",
        .man = "shm_unlink(3)",
        .side = Side::remove,
        .params = {name_param(IPC_TR("The object whose name goes; without a leading / one of this run."))},
        .errnos = {{EACCES, IPC_TR("The object is another user's."), "needs objects of another user"},
                   {ENAMETOOLONG, IPC_TR("The name is longer than 255 bytes."), says_enoent},
                   {ENOENT, IPC_TR("No object has this name, or it can be none: empty, too long, with a "
                                   "further slash.")}},
        .destructive = true,
    };
}

std::vector<OperationSpec> operations() {
    std::vector<OperationSpec> all{open_spec(), memfd_spec(), truncate_spec(), map_spec()};
    for (auto& access : memory::operations(mappings()))
        all.push_back(std::move(access));
    for (const auto& rest :
         {unmap_spec(), stat_spec(), seal_spec(), get_seals_spec(), close_spec(), unlink_spec()})
        all.push_back(rest);
    return all;
}

}  // namespace

const MechanismSpec& posix_shm_spec();

const MechanismSpec& posix_shm_spec() {
    static const MechanismSpec spec{
        .id = "posix_shm",
        .title = IPC_TR("POSIX shared memory"),
        .summary = IPC_TR("Memory behind a descriptor, with a name or without, that processes map: what one "
                          "writes, all see at once."),
        .group = Group::shared_memory,
        .rank = 20,
        .man = {"shm_overview(7)", "shm_open(3)", "mmap(2)", "memfd_create(2)", "fcntl(2)"},
        .limits = {{IPC_TR("Mappings of a process"), "/proc/sys/vm/max_map_count", Unit::count}},
        .objects = {{.id = "memory",
                     .label = IPC_TR("Shared memory"),
                     .flow = FlowPolicy::memory,
                     .view = ViewHint::memory,
                     .state = posix_shm::state_spec(),
                     .reach = Reach::named}},
        .handles =
            {{.id = "object", .label = IPC_TR("Memory object"), .object = "memory", .roles = {"descriptor"}},
             {.id = "memfd", .label = IPC_TR("Memory file"), .object = "memory", .roles = {"descriptor"}},
             {.id = "mapping", .label = IPC_TR("Mapping"), .object = "memory", .roles = {"memory"}}},
        .operations = operations(),
        .privileges =
            IPC_TR("The permission bits of the object decide who may open it for reading and for writing. A "
                   "memory file belongs to whoever has been handed its descriptor."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms
