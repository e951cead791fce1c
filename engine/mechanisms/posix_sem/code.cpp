#include "mechanisms/posix_name_code.h"
#include "mechanisms/shared_place_code.h"

namespace ipcscope::mechanisms {

namespace {

HelperCode python_open_code() {
    return {"sem_open",
            {.python = R"(def sem_open(name, flags, mode=0, value=0):
    """The address of the semaphore of this name. NULL becomes an OSError."""
    call = ctypes.CDLL(None, use_errno=True).sem_open
    call.restype = ctypes.c_void_p
    address = call(os.fsencode(name), flags, mode, ctypes.c_uint(value))
    if address is None:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return address)"},
            {.imports = "ctypes os"}};
}

OperationCode open_code() {
    return {.verb = "open",
            .call = {.c = "sem_t *semaphore = sem_open(posix_name({name}), {flags}{if flags:O_CREAT}, "
                          "{mode}, {value}{/if});\n"
                          "ret = semaphore == SEM_FAILED ? -1 : 0;",
                     .cpp = "sem_t* const semaphore = sem_open(posix_name({name}).c_str(), {flags}{if "
                            "flags:O_CREAT}, {mode}, {value}{/if});\n"
                            "ret = semaphore == SEM_FAILED ? -1 : 0;",
                     .python = "semaphore = sem_open(posix_name({name}), {flags}{if flags:O_CREAT}, {mode}, "
                               "{value}{/if})"},
            .results = {{"semaphore", {.c = "semaphore", .python = "semaphore"}}},
            .needs = {.includes = "fcntl.h"},
            .cleanup = {.c = "{if flags:O_CREAT}sem_unlink(posix_name({name}));{/if}",
                        .cpp = "{if flags:O_CREAT}sem_unlink(posix_name({name}).c_str());{/if}",
                        .python = "{if flags:O_CREAT}libc_call(\"sem_unlink\", "
                                  "os.fsencode(posix_name({name}))){/if}"}};
}

OperationCode init_code() {
    return {"init",
            {.c = "sem_t *semaphore = (sem_t *)({memory}.address + {offset});\n"
                  "ret = sem_init(semaphore, {pshared}, {value});",
             .cpp = "auto* const semaphore = reinterpret_cast<sem_t*>({memory}.address + {offset});\n"
                    "ret = sem_init(semaphore, {pshared}, {value});",
             .python = "semaphore = {memory}.address + {offset}\n"
                       "libc_call(\"sem_init\", ctypes.c_void_p(semaphore), {pshared}, "
                       "ctypes.c_uint({value}))"},
            {{"semaphore", {.c = "semaphore", .python = "semaphore"}}},
            {.includes = "stdbool.h"}};
}

OperationCode at_code() {
    return {"at",
            {.c = "sem_t *semaphore = (sem_t *)({memory}.address + {offset});\nret = 0;",
             .cpp = "auto* const semaphore = reinterpret_cast<sem_t*>({memory}.address + {offset});\n"
                    "ret = 0;",
             .python = "semaphore = {memory}.address + {offset}"},
            {{"semaphore", {.c = "semaphore", .python = "semaphore"}}}};
}

OperationCode simple_code(const char* verb, const char* c, const char* python) {
    return {verb, {.c = c, .python = python}};
}

OperationCode timed_code() {
    return {"timedwait",
            {.c = "struct timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
                  "ret = sem_timedwait({semaphore}, &limit);",
             .cpp = "const timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
                    "ret = sem_timedwait({semaphore}, &limit);",
             .python = "limit = moment_after({timeout}, time.CLOCK_REALTIME)\n"
                       "libc_call(\"sem_timedwait\", ctypes.c_void_p({semaphore}), ctypes.byref(limit))"}};
}

OperationCode clock_code() {
    return {"clockwait",
            {.c = "struct timespec limit = moment_after({timeout}, {clock});\n"
                  "ret = sem_clockwait({semaphore}, {clock}, &limit);",
             .cpp = "const timespec limit = moment_after({timeout}, {clock});\n"
                    "ret = sem_clockwait({semaphore}, {clock}, &limit);",
             .python = "limit = moment_after({timeout}, {clock})\n"
                       "libc_call(\"sem_clockwait\", ctypes.c_void_p({semaphore}), {clock}, "
                       "ctypes.byref(limit))"}};
}

OperationCode value_code() {
    return {"getvalue",
            {.c = "int value = 0;\nret = sem_getvalue({semaphore}, &value);",
             .python = "value = ctypes.c_int()\n"
                       "libc_call(\"sem_getvalue\", ctypes.c_void_p({semaphore}), ctypes.byref(value))"},
            {{"value", {.c = "value", .python = "value.value"}}}};
}

OperationCode unlink_code() {
    return {"unlink",
            {.c = "ret = sem_unlink(posix_name({name}));",
             .cpp = "ret = sem_unlink(posix_name({name}).c_str());",
             .python = "libc_call(\"sem_unlink\", os.fsencode(posix_name({name})))"}};
}

}  // namespace

const MechanismCode& posix_sem_code();
const MechanismCode& posix_sem_code() {
    static const MechanismCode code{
        .id = "posix_sem",
        .needs = {.includes = "limits.h semaphore.h time.h", .imports = "ctypes os"},
        .python_names = {{"CLOCK_", "time."}},
        .handles = {{"named", {.c = "sem_t *"}, {.c = "SEM_FAILED"}},
                    {"unnamed", {.c = "sem_t *"}, {.c = "NULL", .cpp = "nullptr"}},
                    memory::mapping_code("memory")},
        .helpers = shared_place::helpers({posix_name_code(), python_open_code()}),
        .operations = {open_code(), shared_place::map_code(), init_code(), at_code(),
                       simple_code("wait", "ret = sem_wait({semaphore});",
                                   "libc_call(\"sem_wait\", ctypes.c_void_p({semaphore}))"),
                       simple_code("trywait", "ret = sem_trywait({semaphore});",
                                   "libc_call(\"sem_trywait\", ctypes.c_void_p({semaphore}))"),
                       timed_code(), clock_code(),
                       simple_code("post", "ret = sem_post({semaphore});",
                                   "libc_call(\"sem_post\", ctypes.c_void_p({semaphore}))"),
                       value_code(),
                       simple_code("close", "ret = sem_close({semaphore});",
                                   "libc_call(\"sem_close\", ctypes.c_void_p({semaphore}))"),
                       unlink_code(),
                       simple_code("destroy", "ret = sem_destroy({semaphore});",
                                   "libc_call(\"sem_destroy\", ctypes.c_void_p({semaphore}))"),
                       shared_place::unmap_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms
