// Numbers as they lie in memory: what the parameters `type` and `order` of memory_access.h hold.
#pragma once

#include "schema/spec.h"

#include <cstdint>

namespace ipcscope::mechanisms::memory {

// Values of the parameter `type`: how many bytes, and what they mean.
inline constexpr std::int64_t is_signed = 16;
inline constexpr std::int64_t is_real = 32;
inline constexpr std::int64_t int32 = 4 + is_signed;

// Values of the parameter `order`.
enum : std::int64_t { native_order, little_endian, big_endian };

inline std::vector<NamedValue> integer_names() {
    return {{"int8_t", 1 + is_signed, IPC_TR("1 byte, -128 to 127")},
            {"uint8_t", 1, IPC_TR("1 byte, 0 to 255")},
            {"int16_t", 2 + is_signed, IPC_TR("2 bytes, -32768 to 32767")},
            {"uint16_t", 2, IPC_TR("2 bytes, 0 to 65535")},
            {"int32_t", int32, IPC_TR("4 bytes with a sign")},
            {"uint32_t", 4, IPC_TR("4 bytes without a sign")},
            {"int64_t", 8 + is_signed, IPC_TR("8 bytes with a sign")},
            {"uint64_t", 8, IPC_TR("8 bytes without a sign")}};
}

inline TypeSpec number_type() {
    auto names = integer_names();
    names.push_back({"float", 4 + is_real, IPC_TR("4 bytes, IEEE 754")});
    names.push_back({"double", 8 + is_real, IPC_TR("8 bytes, IEEE 754")});
    return types::choice(std::move(names));
}

}  // namespace ipcscope::mechanisms::memory
