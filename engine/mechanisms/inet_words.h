// Words that spec and driver of the internet sockets both need.
#pragma once

#include <cstdint>

namespace ipcscope::mechanisms::inet {

// What may stand for an address in numbers: the one of the socket's family.
inline constexpr const char* loopback = "loopback";  // 127.0.0.1, ::1
inline constexpr const char* any = "any";            // 0.0.0.0, ::

// A socket option as one number: level and name.
constexpr std::int64_t option_code(int level, int name) {
    return (std::int64_t{level} << 16) | name;
}
constexpr int option_level(std::int64_t code) {
    return static_cast<int>(code >> 16);
}
constexpr int option_name(std::int64_t code) {
    return static_cast<int>(code & 0xffff);
}

}  // namespace ipcscope::mechanisms::inet
