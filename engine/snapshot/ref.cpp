#include "snapshot/ref.h"

#include <charconv>

namespace ipcscope {
namespace {

bool plain(unsigned char octet) {
    return octet > 0x20 && octet < 0x7f && octet != '%' && octet != '"';
}

}  // namespace

std::string escape_key(std::string_view octets) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : octets) {
        const auto octet = static_cast<unsigned char>(c);
        if (plain(octet))
            out += c;
        else
            ((out += '%') += digits[octet >> 4]) += digits[octet & 15];
    }
    return out;
}

std::string unescape_key(std::string_view key) {
    std::string out;
    for (std::size_t i = 0; i < key.size(); ++i) {
        unsigned value = 0;
        if (key[i] == '%' && i + 2 < key.size()) {
            const char* begin = key.data() + i + 1;
            const auto [end, error] = std::from_chars(begin, begin + 2, value, 16);
            if (error == std::errc() && end == begin + 2) {
                out += static_cast<char>(value);
                i += 2;
                continue;
            }
        }
        out += key[i];
    }
    return out;
}

RefParts split_ref(std::string_view ref) {
    const auto colon = ref.find(':');
    if (colon == std::string_view::npos) return {{}, ref};
    return {ref.substr(0, colon), ref.substr(colon + 1)};
}

}  // namespace ipcscope
