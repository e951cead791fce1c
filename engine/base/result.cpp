#include "base/result.h"

#include <cstring>

namespace ipcscope {

const char* errno_name(int code) {
    if (code == 0) return "0";
    if (const char* name = strerrorname_np(code)) return name;
    thread_local char text[16];
    std::snprintf(text, sizeof text, "E%d", code);
    return text;
}

int errno_value(const std::string& name) {
    for (int code = 1; code < 256; ++code) {
        const char* known = strerrorname_np(code);
        if (known && name == known) return code;
    }
    if (name == "EWOULDBLOCK") return EWOULDBLOCK;
    if (name == "EDEADLOCK") return EDEADLOCK;
    return -1;
}

std::string Error::text() const {
    if (code == 0) return message;
    const char* words = strerrordesc_np(code);
    return message + ": " + call + ": " + (words ? words : "unknown error") + " (" + errno_name(code) + ")";
}

}  // namespace ipcscope
