// How operations that pipes and FIFOs know alike look in C, C++ and Python. Tables only: nothing to link.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms::stream {

inline OperationCode write_code() {
    return {"write",
            {.c = "ret = write({to}, {if size}repeated({data}, {data.size}, {size}), {size}{else}{data}, "
                  "{data.size}{/if});",
             .python = "ret = os.write({to}, {if size}repeated({data}, {size}){else}{data}{/if})"}};
}

inline OperationCode read_code() {
    return {"read",
            {.c = "ret = read({from}, {buffer:size}, {size});",
             .python = "data = os.read({from}, {size})\nret = len(data)"},
            {{"data", {.c = "{buffer}, ret", .python = "data"}}}};
}

inline OperationCode close_code() {
    return {"close", {.c = "ret = close({end.release});", .python = "os.close({end})"}};
}

inline OperationCode pending_code() {
    return {
        "pending",
        {.c = "int pending = 0;\nret = ioctl({end}, FIONREAD, &pending);",
         .python = "pending = int.from_bytes(fcntl.ioctl({end}, termios.FIONREAD, bytes(4)), sys.byteorder)"},
        {{"bytes", {.c = "pending", .python = "pending"}}},
        {.includes = "sys/ioctl.h", .imports = "fcntl termios sys"}};
}

inline OperationCode get_size_code() {
    return {
        "get_size",
        {.c = "ret = fcntl({end}, F_GETPIPE_SZ);", .python = "ret = fcntl.fcntl({end}, fcntl.F_GETPIPE_SZ)"},
        {},
        {.includes = "fcntl.h", .imports = "fcntl"}};
}

inline OperationCode set_size_code() {
    return {"set_size",
            {.c = "ret = fcntl({end}, F_SETPIPE_SZ, {size});",
             .python = "ret = fcntl.fcntl({end}, fcntl.F_SETPIPE_SZ, {size})"},
            {},
            {.includes = "fcntl.h", .imports = "fcntl"}};
}

// The other flags of the end stay as they are.
inline OperationCode set_flags_code() {
    return {"set_flags",
            {.c = "int others = fcntl({end}, F_GETFL) & ~O_NONBLOCK;\n"
                  "ret = fcntl({end}, F_SETFL, others{if flags} | {flags}{/if});",
             .python = "others = fcntl.fcntl({end}, fcntl.F_GETFL) & ~os.O_NONBLOCK\n"
                       "ret = fcntl.fcntl({end}, fcntl.F_SETFL, others{if flags} | {flags}{/if})"},
            {},
            {.includes = "fcntl.h", .imports = "fcntl"}};
}

}  // namespace ipcscope::mechanisms::stream
