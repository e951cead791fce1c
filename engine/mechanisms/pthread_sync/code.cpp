#include "mechanisms/shared_place_code.h"

namespace ipcscope::mechanisms {

namespace {

HelperCode result_of_code() {
    return {"result_of",
            {.c = R"(// pthread functions return the error number instead of setting errno.
static long result_of(int error)
{
    errno = error;
    return error == 0 ? 0 : -1;
})",
             .cpp = R"(// pthread functions return the error number instead of setting errno.
long result_of(int error)
{
    errno = error;
    return error == 0 ? 0 : -1;
})"},
            {.includes = "errno.h"}};
}

HelperCode pthread_call_code() {
    return {"pthread_call",
            {.python = R"(def pthread_call(function, *arguments):
    """A function that returns the error number, which becomes an OSError."""
    error = getattr(ctypes.CDLL(None), function)(*arguments)
    if error != 0:
        raise OSError(error, os.strerror(error)))"},
            {.imports = "ctypes os"}};
}

HelperCode barrier_wait_code() {
    return {"barrier_wait",
            {.python = R"(def barrier_wait(barrier):
    """Arrives, and waits for the others. True: to be the one who does what is done once."""
    code = ctypes.CDLL(None).pthread_barrier_wait(ctypes.c_void_p(barrier))
    if code not in (0, -1):  # PTHREAD_BARRIER_SERIAL_THREAD is -1
        raise OSError(code, os.strerror(code))
    return code == -1)"},
            {.imports = "ctypes os"}};
}

HelperCode python_constant(const char* name, const char* text) {
    return {name, {.python = text}};
}

OperationCode mutex_init_code() {
    return {"mutex_init",
            {.c = R"(pthread_mutexattr_t attributes;
pthread_mutex_t *mutex = (pthread_mutex_t *)({memory}.address + {offset});
pthread_mutexattr_init(&attributes);
pthread_mutexattr_settype(&attributes, {type});
{if robust}
pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
{/if}
{if !protocol=PTHREAD_PRIO_NONE}
pthread_mutexattr_setprotocol(&attributes, {protocol});
{/if}
{if pshared}
pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
{if protocol=PTHREAD_PRIO_PROTECT}
ret = result_of(pthread_mutexattr_setprioceiling(&attributes, {ceiling}));
if (ret == 0)
    ret = result_of(pthread_mutex_init(mutex, &attributes));
{else}
ret = result_of(pthread_mutex_init(mutex, &attributes));
{/if}
pthread_mutexattr_destroy(&attributes);)",
             .cpp = R"(pthread_mutexattr_t attributes;
auto* const mutex = reinterpret_cast<pthread_mutex_t*>({memory}.address + {offset});
pthread_mutexattr_init(&attributes);
pthread_mutexattr_settype(&attributes, {type});
{if robust}
pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
{/if}
{if !protocol=PTHREAD_PRIO_NONE}
pthread_mutexattr_setprotocol(&attributes, {protocol});
{/if}
{if pshared}
pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
{if protocol=PTHREAD_PRIO_PROTECT}
ret = result_of(pthread_mutexattr_setprioceiling(&attributes, {ceiling}));
if (ret == 0) ret = result_of(pthread_mutex_init(mutex, &attributes));
{else}
ret = result_of(pthread_mutex_init(mutex, &attributes));
{/if}
pthread_mutexattr_destroy(&attributes);)",
             .python = R"(attributes = ctypes.create_string_buffer(64)
mutex = {memory}.address + {offset}
pthread_call("pthread_mutexattr_init", attributes)
pthread_call("pthread_mutexattr_settype", attributes, {type})
{if robust}
pthread_call("pthread_mutexattr_setrobust", attributes, PTHREAD_MUTEX_ROBUST)
{/if}
{if !protocol=PTHREAD_PRIO_NONE}
pthread_call("pthread_mutexattr_setprotocol", attributes, {protocol})
{/if}
{if protocol=PTHREAD_PRIO_PROTECT}
pthread_call("pthread_mutexattr_setprioceiling", attributes, {ceiling})
{/if}
{if pshared}
pthread_call("pthread_mutexattr_setpshared", attributes, PTHREAD_PROCESS_SHARED)
{/if}
pthread_call("pthread_mutex_init", ctypes.c_void_p(mutex), attributes))"},
            {{"mutex", {.c = "mutex", .python = "mutex"}}}};
}

OperationCode cond_init_code() {
    return {"cond_init",
            {.c = R"(pthread_condattr_t attributes;
pthread_cond_t *condition = (pthread_cond_t *)({memory}.address + {offset});
pthread_condattr_init(&attributes);
{if pshared}
pthread_condattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_condattr_setclock(&attributes, {clock}));
if (ret == 0)
    ret = result_of(pthread_cond_init(condition, &attributes));
pthread_condattr_destroy(&attributes);)",
             .cpp = R"(pthread_condattr_t attributes;
auto* const condition = reinterpret_cast<pthread_cond_t*>({memory}.address + {offset});
pthread_condattr_init(&attributes);
{if pshared}
pthread_condattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_condattr_setclock(&attributes, {clock}));
if (ret == 0) ret = result_of(pthread_cond_init(condition, &attributes));
pthread_condattr_destroy(&attributes);)",
             .python = R"(attributes = ctypes.create_string_buffer(64)
condition = {memory}.address + {offset}
pthread_call("pthread_condattr_init", attributes)
{if pshared}
pthread_call("pthread_condattr_setpshared", attributes, PTHREAD_PROCESS_SHARED)
{/if}
pthread_call("pthread_condattr_setclock", attributes, {clock})
pthread_call("pthread_cond_init", ctypes.c_void_p(condition), attributes))"},
            {{"condition", {.c = "condition", .python = "condition"}}}};
}

OperationCode rwlock_init_code() {
    return {"rwlock_init",
            {.c = R"(pthread_rwlockattr_t attributes;
pthread_rwlock_t *rwlock = (pthread_rwlock_t *)({memory}.address + {offset});
pthread_rwlockattr_init(&attributes);
pthread_rwlockattr_setkind_np(&attributes, {preference});
{if pshared}
pthread_rwlockattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_rwlock_init(rwlock, &attributes));
pthread_rwlockattr_destroy(&attributes);)",
             .cpp = R"(pthread_rwlockattr_t attributes;
auto* const rwlock = reinterpret_cast<pthread_rwlock_t*>({memory}.address + {offset});
pthread_rwlockattr_init(&attributes);
pthread_rwlockattr_setkind_np(&attributes, {preference});
{if pshared}
pthread_rwlockattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_rwlock_init(rwlock, &attributes));
pthread_rwlockattr_destroy(&attributes);)",
             .python = R"(attributes = ctypes.create_string_buffer(64)
rwlock = {memory}.address + {offset}
pthread_call("pthread_rwlockattr_init", attributes)
pthread_call("pthread_rwlockattr_setkind_np", attributes, {preference})
{if pshared}
pthread_call("pthread_rwlockattr_setpshared", attributes, PTHREAD_PROCESS_SHARED)
{/if}
pthread_call("pthread_rwlock_init", ctypes.c_void_p(rwlock), attributes))"},
            {{"rwlock", {.c = "rwlock", .python = "rwlock"}}}};
}

OperationCode barrier_init_code() {
    return {"barrier_init",
            {.c = R"(pthread_barrierattr_t attributes;
pthread_barrier_t *barrier = (pthread_barrier_t *)({memory}.address + {offset});
pthread_barrierattr_init(&attributes);
{if pshared}
pthread_barrierattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_barrier_init(barrier, &attributes, {count}));
pthread_barrierattr_destroy(&attributes);)",
             .cpp = R"(pthread_barrierattr_t attributes;
auto* const barrier = reinterpret_cast<pthread_barrier_t*>({memory}.address + {offset});
pthread_barrierattr_init(&attributes);
{if pshared}
pthread_barrierattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
{/if}
ret = result_of(pthread_barrier_init(barrier, &attributes, {count}));
pthread_barrierattr_destroy(&attributes);)",
             .python = R"(attributes = ctypes.create_string_buffer(64)
barrier = {memory}.address + {offset}
pthread_call("pthread_barrierattr_init", attributes)
{if pshared}
pthread_call("pthread_barrierattr_setpshared", attributes, PTHREAD_PROCESS_SHARED)
{/if}
pthread_call("pthread_barrier_init", ctypes.c_void_p(barrier), attributes, ctypes.c_uint({count})))"},
            {{"barrier", {.c = "barrier", .python = "barrier"}}}};
}

OperationCode plain(const char* verb, const char* c, const char* python) {
    return {verb, {.c = c, .python = python}};
}

OperationCode timed(const char* verb, const char* c, const char* cpp, const char* python) {
    return {verb, {.c = c, .cpp = cpp, .python = python}};
}

std::vector<OperationCode> mutex_operations() {
    return {mutex_init_code(),
            {"mutex_at",
             {.c = "pthread_mutex_t *mutex = (pthread_mutex_t *)({memory}.address + {offset});\nret = 0;",
              .cpp = "auto* const mutex = reinterpret_cast<pthread_mutex_t*>({memory}.address + "
                     "{offset});\nret = 0;",
              .python = "mutex = {memory}.address + {offset}"},
             {{"mutex", {.c = "mutex", .python = "mutex"}}}},
            plain("mutex_lock", "ret = result_of(pthread_mutex_lock({mutex}));",
                  "pthread_call(\"pthread_mutex_lock\", ctypes.c_void_p({mutex}))"),
            plain("mutex_trylock", "ret = result_of(pthread_mutex_trylock({mutex}));",
                  "pthread_call(\"pthread_mutex_trylock\", ctypes.c_void_p({mutex}))"),
            timed("mutex_timedlock",
                  "struct timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
                  "ret = result_of(pthread_mutex_timedlock({mutex}, &limit));",
                  "const timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
                  "ret = result_of(pthread_mutex_timedlock({mutex}, &limit));",
                  "limit = moment_after({timeout}, time.CLOCK_REALTIME)\n"
                  "pthread_call(\"pthread_mutex_timedlock\", ctypes.c_void_p({mutex}), ctypes.byref(limit))"),
            timed("mutex_clocklock",
                  "struct timespec limit = moment_after({timeout}, {clock});\n"
                  "ret = result_of(pthread_mutex_clocklock({mutex}, {clock}, &limit));",
                  "const timespec limit = moment_after({timeout}, {clock});\n"
                  "ret = result_of(pthread_mutex_clocklock({mutex}, {clock}, &limit));",
                  "limit = moment_after({timeout}, {clock})\n"
                  "pthread_call(\"pthread_mutex_clocklock\", ctypes.c_void_p({mutex}), {clock}, "
                  "ctypes.byref(limit))"),
            plain("mutex_unlock", "ret = result_of(pthread_mutex_unlock({mutex}));",
                  "pthread_call(\"pthread_mutex_unlock\", ctypes.c_void_p({mutex}))"),
            plain("mutex_consistent", "ret = result_of(pthread_mutex_consistent({mutex}));",
                  "pthread_call(\"pthread_mutex_consistent\", ctypes.c_void_p({mutex}))"),
            plain("mutex_destroy", "ret = result_of(pthread_mutex_destroy({mutex}));",
                  "pthread_call(\"pthread_mutex_destroy\", ctypes.c_void_p({mutex}))")};
}

std::vector<OperationCode> condition_operations() {
    return {
        cond_init_code(),
        {"cond_at",
         {.c = "pthread_cond_t *condition = (pthread_cond_t *)({memory}.address + {offset});\nret = 0;",
          .cpp = "auto* const condition = reinterpret_cast<pthread_cond_t*>({memory}.address + "
                 "{offset});\nret = 0;",
          .python = "condition = {memory}.address + {offset}"},
         {{"condition", {.c = "condition", .python = "condition"}}}},
        plain("cond_wait", "ret = result_of(pthread_cond_wait({condition}, {mutex}));",
              "pthread_call(\"pthread_cond_wait\", ctypes.c_void_p({condition}), ctypes.c_void_p({mutex}))"),
        // By the wall clock, which a condition has that was not made for another one.
        timed("cond_timedwait",
              "struct timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_cond_timedwait({condition}, {mutex}, &limit));",
              "const timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_cond_timedwait({condition}, {mutex}, &limit));",
              "limit = moment_after({timeout}, time.CLOCK_REALTIME)\n"
              "pthread_call(\"pthread_cond_timedwait\", ctypes.c_void_p({condition}), "
              "ctypes.c_void_p({mutex}),\n             ctypes.byref(limit))"),
        timed("cond_clockwait",
              "struct timespec limit = moment_after({timeout}, {clock});\n"
              "ret = result_of(pthread_cond_clockwait({condition}, {mutex}, {clock}, &limit));",
              "const timespec limit = moment_after({timeout}, {clock});\n"
              "ret = result_of(pthread_cond_clockwait({condition}, {mutex}, {clock}, &limit));",
              "limit = moment_after({timeout}, {clock})\n"
              "pthread_call(\"pthread_cond_clockwait\", ctypes.c_void_p({condition}), "
              "ctypes.c_void_p({mutex}), {clock},\n             ctypes.byref(limit))"),
        plain("cond_signal", "ret = result_of(pthread_cond_signal({condition}));",
              "pthread_call(\"pthread_cond_signal\", ctypes.c_void_p({condition}))"),
        plain("cond_broadcast", "ret = result_of(pthread_cond_broadcast({condition}));",
              "pthread_call(\"pthread_cond_broadcast\", ctypes.c_void_p({condition}))"),
        plain("cond_destroy", "ret = result_of(pthread_cond_destroy({condition}));",
              "pthread_call(\"pthread_cond_destroy\", ctypes.c_void_p({condition}))")};
}

std::vector<OperationCode> rwlock_operations() {
    return {
        rwlock_init_code(),
        {"rwlock_at",
         {.c = "pthread_rwlock_t *rwlock = (pthread_rwlock_t *)({memory}.address + {offset});\nret = 0;",
          .cpp = "auto* const rwlock = reinterpret_cast<pthread_rwlock_t*>({memory}.address + "
                 "{offset});\nret = 0;",
          .python = "rwlock = {memory}.address + {offset}"},
         {{"rwlock", {.c = "rwlock", .python = "rwlock"}}}},
        plain("rwlock_rdlock", "ret = result_of(pthread_rwlock_rdlock({rwlock}));",
              "pthread_call(\"pthread_rwlock_rdlock\", ctypes.c_void_p({rwlock}))"),
        plain("rwlock_wrlock", "ret = result_of(pthread_rwlock_wrlock({rwlock}));",
              "pthread_call(\"pthread_rwlock_wrlock\", ctypes.c_void_p({rwlock}))"),
        plain("rwlock_tryrdlock", "ret = result_of(pthread_rwlock_tryrdlock({rwlock}));",
              "pthread_call(\"pthread_rwlock_tryrdlock\", ctypes.c_void_p({rwlock}))"),
        plain("rwlock_trywrlock", "ret = result_of(pthread_rwlock_trywrlock({rwlock}));",
              "pthread_call(\"pthread_rwlock_trywrlock\", ctypes.c_void_p({rwlock}))"),
        timed("rwlock_timedrdlock",
              "struct timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_rwlock_timedrdlock({rwlock}, &limit));",
              "const timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_rwlock_timedrdlock({rwlock}, &limit));",
              "limit = moment_after({timeout}, time.CLOCK_REALTIME)\n"
              "pthread_call(\"pthread_rwlock_timedrdlock\", ctypes.c_void_p({rwlock}), ctypes.byref(limit))"),
        timed("rwlock_timedwrlock",
              "struct timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_rwlock_timedwrlock({rwlock}, &limit));",
              "const timespec limit = moment_after({timeout}, CLOCK_REALTIME);\n"
              "ret = result_of(pthread_rwlock_timedwrlock({rwlock}, &limit));",
              "limit = moment_after({timeout}, time.CLOCK_REALTIME)\n"
              "pthread_call(\"pthread_rwlock_timedwrlock\", ctypes.c_void_p({rwlock}), ctypes.byref(limit))"),
        plain("rwlock_unlock", "ret = result_of(pthread_rwlock_unlock({rwlock}));",
              "pthread_call(\"pthread_rwlock_unlock\", ctypes.c_void_p({rwlock}))"),
        plain("rwlock_destroy", "ret = result_of(pthread_rwlock_destroy({rwlock}));",
              "pthread_call(\"pthread_rwlock_destroy\", ctypes.c_void_p({rwlock}))")};
}

std::vector<OperationCode> barrier_operations() {
    return {
        barrier_init_code(),
        {"barrier_at",
         {.c = "pthread_barrier_t *barrier = (pthread_barrier_t *)({memory}.address + {offset});\nret = 0;",
          .cpp = "auto* const barrier = reinterpret_cast<pthread_barrier_t*>({memory}.address + "
                 "{offset});\nret = 0;",
          .python = "barrier = {memory}.address + {offset}"},
         {{"barrier", {.c = "barrier", .python = "barrier"}}}},
        {"barrier_wait",
         {.c = "int code = pthread_barrier_wait({barrier});\n"
               "bool serial = code == PTHREAD_BARRIER_SERIAL_THREAD;\n"
               "ret = result_of(serial ? 0 : code);",
          .cpp = "const int code = pthread_barrier_wait({barrier});\n"
                 "const bool serial = code == PTHREAD_BARRIER_SERIAL_THREAD;\n"
                 "ret = result_of(serial ? 0 : code);",
          .python = "serial = barrier_wait({barrier})"},
         {{"serial", {.c = "serial", .python = "serial"}}},
         {.includes = "stdbool.h"}},
        plain("barrier_destroy", "ret = result_of(pthread_barrier_destroy({barrier}));",
              "pthread_call(\"pthread_barrier_destroy\", ctypes.c_void_p({barrier}))")};
}

std::vector<OperationCode> operations() {
    std::vector<OperationCode> all{shared_place::map_code(), shared_place::unmap_code()};
    for (const auto& part :
         {mutex_operations(), condition_operations(), rwlock_operations(), barrier_operations()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

HandleCode pointer(const char* id, const char* type) {
    return {id, {.c = type}, {.c = "NULL", .cpp = "nullptr"}};
}

}  // namespace

const MechanismCode& pthread_sync_code();
const MechanismCode& pthread_sync_code() {
    static const MechanismCode code{
        .id = "pthread_sync",
        .needs = {.includes = "pthread.h time.h", .imports = "ctypes"},
        .python_names = {{"CLOCK_", "time."}},
        .handles = {pointer("mutex", "pthread_mutex_t *"), pointer("condition", "pthread_cond_t *"),
                    pointer("rwlock", "pthread_rwlock_t *"), pointer("barrier", "pthread_barrier_t *"),
                    memory::mapping_code("memory")},
        .helpers =
            shared_place::helpers({result_of_code(), pthread_call_code(), barrier_wait_code(),
                                   python_constant("PTHREAD_MUTEX_ROBUST", "PTHREAD_MUTEX_ROBUST = 1"),
                                   python_constant("PTHREAD_PROCESS_SHARED", "PTHREAD_PROCESS_SHARED = 1")}),
        .operations = operations(),
    };
    return code;
}

}  // namespace ipcscope::mechanisms
