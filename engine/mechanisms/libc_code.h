// Functions of the C library that Python has no module for, in generated programs. Tables only: nothing to
// link.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms {

// libc_call("mq_close", queue)
inline HelperCode libc_call_code() {
    return {"libc_call",
            {.python = R"(def libc_call(function, *arguments):
    """A function of the C library that Python has no module for. -1 becomes an OSError."""
    ret = getattr(ctypes.CDLL(None, use_errno=True), function)(*arguments)
    if ret == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return ret)"},
            {.imports = "ctypes os"}};
}

}  // namespace ipcscope::mechanisms
