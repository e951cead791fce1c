// Strings: C escapes, readable UTF-8.
#include "base/utf8.h"
#include "schema/text.h"

#include <fmt/format.h>

namespace ipcscope {

namespace {

// Characters that would hide or reorder what stands in the text: shown as octets.
bool invisible(std::uint32_t point) {
    return (point >= 0x80 && point < 0xa0) || point == 0xad || (point >= 0x200b && point <= 0x200f) ||
           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) || point == 0xfeff ||
           (point >= 0xfff9 && point <= 0xfffb) || (point >= 0xe0000 && point <= 0xe0fff);
}

void put_octet(std::string& out, char c) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(c));
}

constexpr std::pair<char, char> escapes[] = {{'n', '\n'}, {'t', '\t'},  {'r', '\r'},  {'\\', '\\'},
                                             {'"', '"'},  {'\'', '\''}, {'a', '\a'},  {'b', '\b'},
                                             {'f', '\f'}, {'v', '\v'},  {'e', '\x1b'}};

}  // namespace

std::string quote(std::string_view bytes) {
    std::string out = "\"";
    for (std::size_t at = 0; at < bytes.size();) {
        const char c = bytes[at];
        std::uint32_t point = 0;
        const auto length = utf8_sequence(bytes, at, &point);
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '"' || c == '\\') {
            out += '\\', out += c;
        } else if (length == 0 || point < 0x20 || point == 0x7f) {
            put_octet(out, c);
            ++at;
            continue;
        } else if (invisible(point)) {
            for (std::size_t i = 0; i < length; ++i)
                put_octet(out, bytes[at + i]);
        } else {
            out.append(bytes.substr(at, length));
        }
        at += length;
    }
    return out + '"';
}

Result<std::string> unquote(std::string_view quoted) {
    const auto at_error = [](std::size_t at, std::string what) {
        return failure(fmt::format("{} at character {}", what, at + 1));
    };
    if (quoted.size() < 2 || quoted.front() != '"') return failure("a string begins with \"");
    std::string out;
    for (std::size_t at = 1; at < quoted.size(); ++at) {
        const char c = quoted[at];
        if (c == '"') {
            if (at + 1 != quoted.size()) return at_error(at + 1, "text behind the closing \"");
            return out;
        }
        if (c != '\\') {
            out += c;
            continue;
        }
        if (++at >= quoted.size()) break;
        const char kind = quoted[at];
        if (kind == 'x') {
            const auto digit = [&](std::size_t i) {
                const char d = i < quoted.size() ? quoted[i] : ' ';
                if (d >= '0' && d <= '9') return d - '0';
                if (d >= 'a' && d <= 'f') return d - 'a' + 10;
                if (d >= 'A' && d <= 'F') return d - 'A' + 10;
                return -1;
            };
            const int high = digit(at + 1);
            const int low = digit(at + 2);
            if (high < 0 || low < 0) return at_error(at - 1, "\\x needs two hexadecimal digits");
            out += static_cast<char>(high * 16 + low);
            at += 2;
            continue;
        }
        if (kind >= '0' && kind <= '9') {
            const bool more = at + 1 < quoted.size() && quoted[at + 1] >= '0' && quoted[at + 1] <= '9';
            if (kind != '0' || more) return at_error(at - 1, "octal escapes are not known here: write \\xNN");
            out += '\0';
            continue;
        }
        bool known = false;
        for (const auto& [letter, octet] : escapes)
            if (letter == kind) out += octet, known = true;
        if (!known) return at_error(at - 1, fmt::format("unknown escape \\{}", kind));
    }
    return at_error(quoted.size(), "the closing \" is missing");
}

}  // namespace ipcscope
