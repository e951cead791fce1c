#include "mechanisms/sysv_code.h"

namespace ipcscope::mechanisms {

namespace {

// semctl(2): the program has to declare it.
HelperCode semun_code() {
    return {"semun", {.c = R"(// The last argument of semctl, which every program has to declare itself.
union semun {
    int val;
    struct semid_ds *buf;
    unsigned short *array;
};)"}};
}

HelperCode numbers_code() {
    return {"numbers",
            {.c = R"(// Numbers as a list, [1, 0]. It is good until the next call.
static const char *numbers(const unsigned short *values, size_t count)
{
    static char text[8 * 1024];
    char *end = text + sprintf(text, "[");

    for (size_t i = 0; i < count && i < 1000; i++)
        end += sprintf(end, "%s%d", i > 0 ? ", " : "", values[i]);
    sprintf(end, "]");
    return text;
})",
             .cpp = R"(// Numbers as a list: [1, 0].
std::string numbers(std::span<const unsigned short> values)
{
    std::string text;
    for (const auto value : values)
        text += (text.empty() ? "" : ", ") + std::to_string(value);
    return "[" + text + "]";
})"},
            {.cpp_includes = "span string"}};
}

HelperCode python_structures() {
    return {"semid_ds", {.python = R"(class semid_ds(ctypes.Structure):
    """Of x86-64."""
    _fields_ = [("perm", ipc_perm), ("otime", ctypes.c_long), ("reserved1", ctypes.c_ulong),
                ("ctime", ctypes.c_long), ("reserved2", ctypes.c_ulong), ("nsems", ctypes.c_ulong),
                ("reserved", ctypes.c_ulong * 2)])"}};
}

HelperCode python_sembuf() {
    return {"sembuf", {.python = R"(class sembuf(ctypes.Structure):
    _fields_ = [("num", ctypes.c_ushort), ("op", ctypes.c_short), ("flg", ctypes.c_short)])"}};
}

std::vector<HelperCode> helpers() {
    return sysv::with_commands({semun_code(),
                                numbers_code(),
                                python_structures(),
                                python_sembuf(),
                                {"GETPID", {.python = "GETPID = 11"}},
                                {"GETVAL", {.python = "GETVAL = 12"}},
                                {"GETALL", {.python = "GETALL = 13"}},
                                {"GETNCNT", {.python = "GETNCNT = 14"}},
                                {"GETZCNT", {.python = "GETZCNT = 15"}},
                                {"SETVAL", {.python = "SETVAL = 16"}},
                                {"SETALL", {.python = "SETALL = 17"}}});
}

OperationCode query_code(const char* verb, const char* c, const char* python) {
    return {verb, {.c = c, .python = python}};
}

OperationCode get_all_code() {
    return {"get_all",
            {.c = R"(static unsigned short values[32000];
struct semid_ds about = {.sem_nsems = 0};
semctl({set}, 0, IPC_STAT, (union semun){.buf = &about});
ret = semctl({set}, 0, GETALL, (union semun){.array = values});)",
             .cpp = R"(semid_ds about{};
semctl({set}, 0, IPC_STAT, semun{.buf = &about});
std::vector<unsigned short> values(about.sem_nsems);
ret = semctl({set}, 0, GETALL, semun{.array = values.data()});)",
             .python = R"(about = semid_ds()
call_libc(libc.semctl, {set}, 0, IPC_STAT, ctypes.byref(about))
values = (ctypes.c_ushort * about.nsems)()
ret = call_libc(libc.semctl, {set}, 0, GETALL, values))"},
            {{"values",
              {.c = "%s numbers(values, about.sem_nsems)",
               .cpp = "%s numbers(values)",
               .python = "list(values)"}}},
            {.cpp_includes = "vector"}};
}

OperationCode use_code() {
    return {
        "use",
        {.c = "struct semid_ds state;\nret = semctl({id}, 0, IPC_STAT, (union semun){.buf = &state}) == -1 ? "
              "-1 : {id};",
         .cpp = "semid_ds state{};\nret = semctl({id}, 0, IPC_STAT, semun{.buf = &state}) == -1 ? -1 : {id};",
         .python = "state = semid_ds()\ncall_libc(libc.semctl, {id}, 0, IPC_STAT, ctypes.byref(state))\nret "
                   "= {id}"}};
}

OperationCode stat_code() {
    return {"stat",
            {.c = "struct semid_ds state;\nret = semctl({set}, 0, IPC_STAT, (union semun){.buf = &state});",
             .cpp = "semid_ds state{};\nret = semctl({set}, 0, IPC_STAT, semun{.buf = &state});",
             .python =
                 "state = semid_ds()\nret = call_libc(libc.semctl, {set}, 0, IPC_STAT, ctypes.byref(state))"},
            {{"nsems", {.c = "state.sem_nsems", .python = "state.nsems"}},
             {"otime", {.c = "state.sem_otime", .python = "state.otime"}},
             {"ctime", {.c = "state.sem_ctime", .python = "state.ctime"}},
             {"key", {.c = "state.sem_perm.__key", .python = "state.perm.key"}},
             {"mode", {.c = "state.sem_perm.mode", .python = "state.perm.mode"}},
             {"uid", {.c = "state.sem_perm.uid", .python = "state.perm.uid"}},
             {"gid", {.c = "state.sem_perm.gid", .python = "state.perm.gid"}},
             {"cuid", {.c = "state.sem_perm.cuid", .python = "state.perm.cuid"}},
             {"cgid", {.c = "state.sem_perm.cgid", .python = "state.perm.cgid"}}}};
}

// IPC_SET wants all of it: what is not changed is as IPC_STAT gave it.
OperationCode set_code() {
    return {"set",
            {.c = R"(struct semid_ds state;
ret = semctl({set}, 0, IPC_STAT, (union semun){.buf = &state});
{if !mode=unchanged}
state.sem_perm.mode = {mode};
{/if}
{if !uid=unchanged}
state.sem_perm.uid = {uid};
{/if}
{if !gid=unchanged}
state.sem_perm.gid = {gid};
{/if}
if (ret == 0)
    ret = semctl({set}, 0, IPC_SET, (union semun){.buf = &state});)",
             .cpp = R"(semid_ds state{};
ret = semctl({set}, 0, IPC_STAT, semun{.buf = &state});
{if !mode=unchanged}
state.sem_perm.mode = {mode};
{/if}
{if !uid=unchanged}
state.sem_perm.uid = {uid};
{/if}
{if !gid=unchanged}
state.sem_perm.gid = {gid};
{/if}
if (ret == 0) ret = semctl({set}, 0, IPC_SET, semun{.buf = &state});)",
             .python = R"(state = semid_ds()
call_libc(libc.semctl, {set}, 0, IPC_STAT, ctypes.byref(state))
{if !mode=unchanged}
state.perm.mode = {mode}
{/if}
{if !uid=unchanged}
state.perm.uid = {uid}
{/if}
{if !gid=unchanged}
state.perm.gid = {gid}
{/if}
ret = call_libc(libc.semctl, {set}, 0, IPC_SET, ctypes.byref(state)))"}};
}

std::vector<OperationCode> operations() {
    return {
        sysv::ftok_code(),
        {.verb = "get",
         .call = {.c = "ret = semget({key}, {count}, {flags|mode});",
                  .python = "ret = call_libc(libc.semget, {key}, {count}, {flags|mode})"},
         .cleanup = {.c = "semctl({set}, 0, IPC_RMID);", .python = "libc.semctl({set}, 0, IPC_RMID)"}},
        {"op",
         {.c = "struct sembuf ops[] = {{list ops}{{num}, {op}, {flags}}{/list}};\nret = semop({set}, ops, "
               "{ops.count});",
          .cpp = "sembuf ops[] = {{list ops}{{num}, {op}, {flags}}{/list}};\nret = semop({set}, ops, "
                 "std::size(ops));",
          .python = "ops = (sembuf * {ops.count})({list ops}({num}, {op}, {flags}){/list})\n"
                    "ret = call_libc(libc.semop, {set}, ops, {ops.count})"},
         {},
         {.cpp_includes = "iterator"}},
        {"timed_op",
         {.c = "struct sembuf ops[] = {{list ops}{{num}, {op}, {flags}}{/list}};\n"
               "struct timespec timeout = {timeout.timespec};\n"
               "ret = semtimedop({set}, ops, {ops.count}, &timeout);",
          .cpp = "sembuf ops[] = {{list ops}{{num}, {op}, {flags}}{/list}};\n"
                 "const timespec timeout{timeout.timespec};\n"
                 "ret = semtimedop({set}, ops, std::size(ops), &timeout);",
          .python = "ops = (sembuf * {ops.count})({list ops}({num}, {op}, {flags}){/list})\n"
                    "timeout = timespec({timeout.timespec})\n"
                    "ret = call_libc(libc.semtimedop, {set}, ops, {ops.count}, ctypes.byref(timeout))"},
         {},
         {"time.h", "iterator"}},
        {"set_value",
         {.c = "ret = semctl({set}, {num}, SETVAL, (union semun){.val = {value}});",
          .cpp = "ret = semctl({set}, {num}, SETVAL, semun{.val = {value}});",
          .python = "ret = call_libc(libc.semctl, {set}, {num}, SETVAL, {value})"}},
        {"set_all",
         {.c = "unsigned short values[] = {{list values}{item}{/list}};\n"
               "ret = semctl({set}, 0, SETALL, (union semun){.array = values});",
          .cpp = "unsigned short values[] = {{list values}{item}{/list}};\n"
                 "ret = semctl({set}, 0, SETALL, semun{.array = values});",
          .python = "values = (ctypes.c_ushort * {values.count})({list values}{item}{/list})\n"
                    "ret = call_libc(libc.semctl, {set}, 0, SETALL, values)"}},
        query_code("get_value", "ret = semctl({set}, {num}, GETVAL);",
                   "ret = call_libc(libc.semctl, {set}, {num}, GETVAL)"),
        get_all_code(),
        query_code("get_pid", "ret = semctl({set}, {num}, GETPID);",
                   "ret = call_libc(libc.semctl, {set}, {num}, GETPID)"),
        query_code("get_ncnt", "ret = semctl({set}, {num}, GETNCNT);",
                   "ret = call_libc(libc.semctl, {set}, {num}, GETNCNT)"),
        query_code("get_zcnt", "ret = semctl({set}, {num}, GETZCNT);",
                   "ret = call_libc(libc.semctl, {set}, {num}, GETZCNT)"),
        use_code(),
        stat_code(),
        set_code(),
        {.verb = "remove",
         .call = {.c = "ret = semctl({set}, 0, IPC_RMID);",
                  .python = "ret = call_libc(libc.semctl, {set}, 0, IPC_RMID)"}},
    };
}

}  // namespace

const MechanismCode& sysv_sem_code();
const MechanismCode& sysv_sem_code() {
    static const MechanismCode code{
        .id = "sysv_sem",
        .needs = {.includes = "sys/sem.h", .imports = "ctypes"},
        .helpers = helpers(),
        .operations = operations(),
    };
    return code;
}

}  // namespace ipcscope::mechanisms
