#include "base/result.h"

#include <cstring>

namespace ipcscope {

namespace {

struct LibraryErrno {
    int code;
    const char* name;
    const char* words;
};
// zmq_strerror(3)
constexpr LibraryErrno library_errnos[] = {
    {library_errno_base + 51, "EFSM", "Operation cannot be accomplished in current state"},
    {library_errno_base + 52, "ENOCOMPATPROTO", "The protocol is not compatible with the socket type"},
    {library_errno_base + 53, "ETERM", "Context was terminated"},
    {library_errno_base + 54, "EMTHREAD", "No thread available"}};

}  // namespace

const char* errno_words(int code) {
    for (const auto& own : library_errnos)
        if (own.code == code) return own.words;
    return strerrordesc_np(code);
}

const char* errno_name(int code) {
    if (code == 0) return "0";
    for (const auto& own : library_errnos)
        if (own.code == code) return own.name;
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
    for (const auto& own : library_errnos)
        if (name == own.name) return own.code;
    if (name == "EWOULDBLOCK") return EWOULDBLOCK;
    if (name == "ENOTSUP") return ENOTSUP;
    if (name == "EDEADLOCK") return EDEADLOCK;
    return -1;
}

std::string Error::text() const {
    if (code == 0) return message;
    const char* words = errno_words(code);
    return message + ": " + call + ": " + (words ? words : "unknown error") + " (" + errno_name(code) + ")";
}

}  // namespace ipcscope
