// How operations that the System V mechanisms know alike look in C, C++ and Python. Tables only: nothing to
// link.
#pragma once

#include "schema/code.h"

#include <vector>

namespace ipcscope::mechanisms::sysv {

inline OperationCode ftok_code() {
    return {"ftok",
            {.c = "ret = ftok({path}, {project});",
             .python = "ret = call_libc(libc.ftok, os.fsencode({path}), {project})"},
            {{"key", {.c = "ret", .python = "ret"}}},
            {.includes = "sys/ipc.h", .imports = "os"}};
}

// struct ipc_perm as the kernel fills it in on 64-bit machines.
inline HelperCode ipc_perm_code() {
    return {"ipc_perm", {.python = R"(class ipc_perm(ctypes.Structure):
    _fields_ = [("key", ctypes.c_int), ("uid", ctypes.c_uint), ("gid", ctypes.c_uint),
                ("cuid", ctypes.c_uint), ("cgid", ctypes.c_uint), ("mode", ctypes.c_ushort),
                ("pad", ctypes.c_ushort), ("seq", ctypes.c_ushort), ("reserved", ctypes.c_ulong * 2)])"}};
}

// The commands of the ...ctl calls, in front of a mechanism's own helpers.
inline std::vector<HelperCode> with_commands(std::vector<HelperCode> own) {
    own.insert(own.begin(), {{"IPC_RMID", {.python = "IPC_RMID = 0"}},
                             {"IPC_SET", {.python = "IPC_SET = 1"}},
                             {"IPC_STAT", {.python = "IPC_STAT = 2"}},
                             ipc_perm_code()});
    return own;
}

}  // namespace ipcscope::mechanisms::sysv
