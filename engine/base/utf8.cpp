#include "base/utf8.h"

#include <algorithm>

namespace ipcscope {

std::size_t utf8_sequence(std::string_view text, std::size_t at, std::uint32_t* point) {
    const auto octet = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const auto first = octet(at);
    std::size_t length = 0;
    std::uint32_t value = 0;
    if (at >= text.size()) return 0;
    if (first < 0x80) {
        length = 1, value = first;
    } else if (first >= 0xc2 && first < 0xe0) {
        length = 2, value = first & 0x1f;
    } else if (first >= 0xe0 && first < 0xf0) {
        length = 3, value = first & 0x0f;
    } else if (first >= 0xf0 && first < 0xf5) {
        length = 4, value = first & 0x07;
    } else {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = octet(at + i);
        if ((next & 0xc0) != 0x80) return 0;
        value = value << 6 | (next & 0x3f);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return 0;
    if (point) *point = value;
    return length;
}

std::size_t utf8_fault(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto length = utf8_sequence(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::size_t utf8_columns(std::string_view text, std::size_t bytes) {
    std::size_t columns = 0;
    bytes = std::min(bytes, text.size());
    for (std::size_t at = 0; at < bytes; ++columns)
        at += std::max<std::size_t>(1, utf8_sequence(text, at));
    return columns;
}

}  // namespace ipcscope
