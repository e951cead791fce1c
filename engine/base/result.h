// Result<T>: a value, or why there is none. For *our* failures only; the errno of a driven call is an
// outcome.
#pragma once

#include <cerrno>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace ipcscope {

// What went wrong, in words for a person; `call` and `code` are set when a system call said so.
struct Error {
    std::string message;       // names the thing: path, name, limit
    const char* call = "";     // "open", "mmap", ... or ""
    int code = 0;              // errno, or 0
    std::string text() const;  // "message: call: No such file or directory (ENOENT)"
};

template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(tl::unexpected<Error> error) : tl::expected<T, Error>(std::move(error)) {}
};

using Status = Result<void>;

inline tl::unexpected<Error> failure(std::string message) {
    return tl::unexpected<Error>(Error{std::move(message), "", 0});
}

// Takes errno as it is now.
inline tl::unexpected<Error> system_failure(std::string message, const char* call, int code = errno) {
    return tl::unexpected<Error>(Error{std::move(message), call, code});
}

// Libraries have errnos of their own, numbered far above those of the kernel (libzmq's EFSM is 156384763).
// They stand here as 60000 and what they lie above the library's first number, so that an event can hold
// them.
inline constexpr int library_errno_base = 60000;
inline constexpr int library_errno_first = 156384712;  // ZMQ_HAUSNUMERO of <zmq.h>
constexpr int kept_errno(int code) {
    return code >= library_errno_first ? library_errno_base + (code - library_errno_first) : code;
}
// The reverse: the number that the library itself uses.
constexpr int own_errno(int code) {
    return code >= library_errno_base ? library_errno_first + (code - library_errno_base) : code;
}

// "EAGAIN" for 11; "E<number>" for one that libc does not name. Static storage.
const char* errno_name(int code);
// 11 for "EAGAIN"; -1 when there is no such name.
int errno_value(const std::string& name);
// "Resource temporarily unavailable" for 11; nullptr = it is not known.
const char* errno_words(int code);

}  // namespace ipcscope
