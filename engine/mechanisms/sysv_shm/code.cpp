#include "mechanisms/libc_code.h"
#include "mechanisms/memory_code.h"

namespace ipcscope::mechanisms {

namespace {

HelperCode segment_size_code() {
    return {"segment_size",
            {.c = R"(// How many bytes a segment has.
static size_t segment_size(int segment)
{
    struct shmid_ds state;

    return shmctl(segment, IPC_STAT, &state) == 0 ? state.shm_segsz : 0;
})",
             .cpp = R"(// How many bytes a segment has.
std::size_t segment_size(int segment)
{
    shmid_ds state{};
    return shmctl(segment, IPC_STAT, &state) == 0 ? state.shm_segsz : 0;
})",
             .python = R"(def segment_size(segment):
    """How many bytes a segment has."""
    state = ShmidDs()
    libc_call("shmctl", segment, IPC_STAT, ctypes.byref(state))
    return state.segsz)"}};
}

HelperCode state_code() {
    return {"ShmidDs",
            {.python = R"(class ShmidDs(ctypes.Structure):
    """struct shmid_ds of x86-64."""
    _fields_ = [("key", ctypes.c_int), ("uid", ctypes.c_uint), ("gid", ctypes.c_uint),
                ("cuid", ctypes.c_uint), ("cgid", ctypes.c_uint), ("mode", ctypes.c_uint),
                ("seq", ctypes.c_ushort), ("reserved1", ctypes.c_ulong * 2), ("segsz", ctypes.c_size_t),
                ("atime", ctypes.c_long), ("dtime", ctypes.c_long), ("ctime", ctypes.c_long),
                ("cpid", ctypes.c_int), ("lpid", ctypes.c_int), ("nattch", ctypes.c_ulong),
                ("reserved2", ctypes.c_ulong * 2)])"},
            {.imports = "ctypes"}};
}

OperationCode ftok_code() {
    return {"ftok",
            {.c = "ret = ftok({path}, {project});",
             .python = "ret = libc_call(\"ftok\", os.fsencode({path}), {project})"},
            {{"key", {.c = "ret", .python = "ret"}}},
            {.includes = "sys/ipc.h", .imports = "os"}};
}

OperationCode get_code() {
    return {.verb = "get",
            .call = {.c = "ret = shmget({key}, {size}, {flags|mode});",
                     .python = "ret = libc_call(\"shmget\", {key}, ctypes.c_size_t({size}), {flags|mode})"},
            .cleanup = {
                .c = "{if flags:IPC_CREAT}shmctl({segment}, IPC_RMID, NULL);{/if}",
                .cpp = "{if flags:IPC_CREAT}shmctl({segment}, IPC_RMID, nullptr);{/if}",
                .python = "{if flags:IPC_CREAT}ctypes.CDLL(None).shmctl({segment}, IPC_RMID, None){/if}"}};
}

OperationCode attach_code() {
    return {"at",
            {.c = "void *address = shmat({segment}, {if address}(void *)(uintptr_t){address}{else}NULL{/if}, "
                  "{flags});\nret = (long)address;",
             .cpp = "void* const address = shmat({segment}, {if address}reinterpret_cast<void*>("
                    "static_cast<std::uintptr_t>({address})){else}nullptr{/if}, {flags});\n"
                    "ret = reinterpret_cast<long>(address);",
             .python = "ret = address_call(\"shmat\", {segment}, {if address}ctypes.c_void_p({address})"
                       "{else}None{/if}, {flags})"},
            {{"mapping",
              {.c = "(struct mapping){address, segment_size({segment})}",
               .cpp = "mapping{static_cast<char*>(address), segment_size({segment})}",
               .python = "Mapping(ret, segment_size({segment}))"}},
             {"address", {.c = "ret", .python = "ret"}}},
            {"stdint.h", "cstdint", ""}};
}

OperationCode use_code() {
    return {
        "use",
        {.c = "struct shmid_ds state;\nret = shmctl({id}, IPC_STAT, &state) == -1 ? -1 : {id};",
         .python =
             "state = ShmidDs()\nlibc_call(\"shmctl\", {id}, IPC_STAT, ctypes.byref(state))\nret = {id}"}};
}

OperationCode stat_code() {
    return {
        "stat",
        {.c = "struct shmid_ds state;\nret = shmctl({segment}, IPC_STAT, &state);",
         .cpp = "shmid_ds state{};\nret = shmctl({segment}, IPC_STAT, &state);",
         .python = "state = ShmidDs()\nlibc_call(\"shmctl\", {segment}, IPC_STAT, ctypes.byref(state))"},
        {{"size", {.c = "state.shm_segsz", .python = "state.segsz"}},
         {"nattch", {.c = "state.shm_nattch", .python = "state.nattch"}},
         {"marked", {.c = "(state.shm_perm.mode & SHM_DEST) != 0", .python = "bool(state.mode & SHM_DEST)"}},
         {"locked",
          {.c = "(state.shm_perm.mode & SHM_LOCKED) != 0", .python = "bool(state.mode & SHM_LOCKED)"}},
         {"cpid", {.c = "state.shm_cpid", .python = "state.cpid"}},
         {"lpid", {.c = "state.shm_lpid", .python = "state.lpid"}},
         {"atime", {.c = "state.shm_atime", .python = "state.atime"}},
         {"dtime", {.c = "state.shm_dtime", .python = "state.dtime"}},
         {"ctime", {.c = "state.shm_ctime", .python = "state.ctime"}},
         {"key", {.c = "state.shm_perm.__key", .python = "state.key"}},
         {"mode", {.c = "state.shm_perm.mode & 0777", .python = "state.mode & 0o777"}},
         {"uid", {.c = "state.shm_perm.uid", .python = "state.uid"}},
         {"gid", {.c = "state.shm_perm.gid", .python = "state.gid"}},
         {"cuid", {.c = "state.shm_perm.cuid", .python = "state.cuid"}},
         {"cgid", {.c = "state.shm_perm.cgid", .python = "state.cgid"}}}};
}

// IPC_SET wants all of it: what is not changed is as IPC_STAT gave it.
OperationCode set_code() {
    return {"set",
            {.c = R"(struct shmid_ds state;
ret = shmctl({segment}, IPC_STAT, &state);
{if !mode=unchanged}
state.shm_perm.mode = {mode};
{/if}
{if !uid=unchanged}
state.shm_perm.uid = {uid};
{/if}
{if !gid=unchanged}
state.shm_perm.gid = {gid};
{/if}
if (ret == 0)
    ret = shmctl({segment}, IPC_SET, &state);)",
             .cpp = R"(shmid_ds state{};
ret = shmctl({segment}, IPC_STAT, &state);
{if !mode=unchanged}
state.shm_perm.mode = {mode};
{/if}
{if !uid=unchanged}
state.shm_perm.uid = {uid};
{/if}
{if !gid=unchanged}
state.shm_perm.gid = {gid};
{/if}
if (ret == 0) ret = shmctl({segment}, IPC_SET, &state);)",
             .python = R"(state = ShmidDs()
libc_call("shmctl", {segment}, IPC_STAT, ctypes.byref(state))
{if !mode=unchanged}
state.mode = {mode}
{/if}
{if !uid=unchanged}
state.uid = {uid}
{/if}
{if !gid=unchanged}
state.gid = {gid}
{/if}
libc_call("shmctl", {segment}, IPC_SET, ctypes.byref(state)))"}};
}

// SHM_LOCK, SHM_UNLOCK, IPC_RMID: nothing but the command.
OperationCode command_code(const char* verb, const char* c, const char* cpp, const char* python) {
    return {verb, {.c = c, .cpp = cpp, .python = python}};
}

}  // namespace

const MechanismCode& sysv_shm_code();
const MechanismCode& sysv_shm_code() {
    static const MechanismCode code{
        .id = "sysv_shm",
        .needs = {.includes = "sys/shm.h", .imports = "ctypes"},
        .handles = {memory::mapping_code("attachment")},
        .helpers = memory::helpers({libc_call_code(),
                                    segment_size_code(),
                                    state_code(),
                                    {"IPC_RMID", {.python = "IPC_RMID = 0"}},
                                    {"IPC_SET", {.python = "IPC_SET = 1"}},
                                    {"IPC_STAT", {.python = "IPC_STAT = 2"}},
                                    {"SHM_LOCK", {.python = "SHM_LOCK = 11"}},
                                    {"SHM_UNLOCK", {.python = "SHM_UNLOCK = 12"}},
                                    {"SHM_DEST", {.python = "SHM_DEST = 0o1000"}},
                                    {"SHM_LOCKED", {.python = "SHM_LOCKED = 0o2000"}}}),
        .operations =
            memory::operations({ftok_code(),
                                get_code(),
                                attach_code(),
                                {"dt",
                                 {.c = "ret = shmdt({mapping}.address);",
                                  .python = "libc_call(\"shmdt\", ctypes.c_void_p({mapping}.address))"}},
                                use_code(),
                                stat_code(),
                                set_code(),
                                command_code("lock", "ret = shmctl({segment}, SHM_LOCK, NULL);",
                                             "ret = shmctl({segment}, SHM_LOCK, nullptr);",
                                             "libc_call(\"shmctl\", {segment}, SHM_LOCK, None)"),
                                command_code("unlock", "ret = shmctl({segment}, SHM_UNLOCK, NULL);",
                                             "ret = shmctl({segment}, SHM_UNLOCK, nullptr);",
                                             "libc_call(\"shmctl\", {segment}, SHM_UNLOCK, None)"),
                                command_code("remove", "ret = shmctl({segment}, IPC_RMID, NULL);",
                                             "ret = shmctl({segment}, IPC_RMID, nullptr);",
                                             "libc_call(\"shmctl\", {segment}, IPC_RMID, None)")}),
    };
    return code;
}

}  // namespace ipcscope::mechanisms
