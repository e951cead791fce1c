#include "session_file/block.h"

#include <algorithm>
#include <cstring>

namespace ipcscope::session_file {

namespace {

constexpr std::size_t widest = 20;  // -9223372036854775808

std::size_t width_of(std::int64_t value) {
    auto rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::size_t width = value < 0 ? 2 : 1;
    for (; rest >= 10; rest /= 10)
        ++width;
    return width;
}

constexpr auto pairs = [] {
    std::array<char, 200> out{};
    for (std::size_t i = 0; i < 100; ++i) {
        out[2 * i] = static_cast<char>('0' + i / 10);
        out[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return out;
}();

// Ends before `end`.
void print(std::int64_t value, char* end) {
    auto rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    const auto two = [&end](std::size_t digits) {
        end -= 2;
        std::memcpy(end, &pairs[2 * digits], 2);
    };
    for (; rest >> 32 != 0; rest /= 100)
        two(rest % 100);
    auto small = static_cast<std::uint32_t>(rest);  // divided faster
    for (; small >= 100; small /= 100)
        two(small % 100);
    if (small >= 10)
        two(small);
    else
        *--end = static_cast<char>('0' + small);
    if (value < 0) *--end = '-';
}

}  // namespace

void print_column(const Numbers& numbers, std::size_t n, bool nullable, std::string& out) {
    out.clear();
    if (n == 0) return;
    std::int64_t low = 0, high = 0;
    bool any = false;
    for (std::size_t i = 0; i < n; ++i) {
        if (nullable && numbers[i] == null_number) continue;
        any = true;
        low = std::min(low, numbers[i]);
        high = std::max(high, numbers[i]);
    }
    if (nullable ? !any : low == 0 && high == 0) return;
    const auto width = std::max(width_of(low), width_of(high));
    if (width == 1 && !nullable) {  // most columns, most of the time
        out.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            out[i] = static_cast<char>('0' + numbers[i]);
        return;
    }
    out.assign(n * width, ' ');
    for (std::size_t i = 0; i < n; ++i)
        if (!nullable || numbers[i] != null_number) print(numbers[i], out.data() + (i + 1) * width);
}

bool parse_column(std::string_view text, std::size_t n, bool nullable, Numbers& out) {
    const std::int64_t otherwise = nullable ? null_number : 0;
    const auto width = n == 0 ? 0 : text.size() / n;
    std::fill_n(out.begin(), n, otherwise);
    if (text.empty()) return true;
    if (n == 0 || width > widest || text.size() != n * width) return false;
    bool sound = true;
    const char* at = text.data();
    for (std::size_t i = 0; i < n; ++i) {
        const char* const end = at + width;
        while (at != end && *at == ' ')
            ++at;
        if (at == end) {
            sound = sound && nullable;
            continue;
        }
        const bool negative = *at == '-';
        if (negative) ++at;
        bool good = at != end;
        std::uint64_t value = 0;
        for (; at != end; ++at) {
            const auto digit = static_cast<unsigned>(*at - '0');
            good = good && digit < 10;
            value = value * 10 + digit;
        }
        const auto most = static_cast<std::uint64_t>(INT64_MAX) + (negative ? 1 : 0);
        if (!good || value > most) {
            sound = false;
            continue;
        }
        out[i] = static_cast<std::int64_t>(negative ? 0 - value : value);
    }
    return sound;
}

}  // namespace ipcscope::session_file
