// Numbers with units, exactly.
#include "filter/values.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>

namespace ipcscope::filter_internal {

namespace {

__extension__ typedef __int128 Wide;

struct NamedUnit {
    std::string_view name;
    std::int64_t size;
};
// The first that fits is printed.
constexpr std::array<NamedUnit, 9> times = {{{"d", 86'400'000'000'000},
                                             {"h", 3'600'000'000'000},
                                             {"min", 60'000'000'000},
                                             {"s", 1'000'000'000},
                                             {"ms", 1'000'000},
                                             {"us", 1'000},
                                             {"µs", 1'000},
                                             {"μs", 1'000},
                                             {"ns", 1}}};
constexpr std::array<NamedUnit, 10> sizes = {{{"TiB", std::int64_t{1} << 40},
                                              {"GiB", std::int64_t{1} << 30},
                                              {"MiB", std::int64_t{1} << 20},
                                              {"KiB", std::int64_t{1} << 10},
                                              {"B", 1},
                                              {"TB", 1'000'000'000'000},
                                              {"GB", 1'000'000'000},
                                              {"MB", 1'000'000},
                                              {"kB", 1'000},
                                              {"KB", 1'000}}};

bool is_time(FieldType type) {
    return type == FieldType::duration || type == FieldType::time;
}

int digit(char c, int base) {
    int value = 99;
    if (c >= '0' && c <= '9') value = c - '0';
    if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
    return value < base ? value : -1;
}

constexpr Wide too_large = Wide{1} << 100;

// digits[.digits], scaled by 10^18 for the part behind the point.
struct Mantissa {
    Wide whole = 0;
    std::int64_t fraction = 0;  // in 10^-18
    bool any = false, point = false, exact = true;
};

Mantissa take_mantissa(std::string_view& text) {
    Mantissa out;
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) base = 16;
    if (text.starts_with("0o")) base = 8;
    if (base != 10) text.remove_prefix(2);
    for (int d = 0; !text.empty() && (d = digit(text[0], base)) >= 0; text.remove_prefix(1)) {
        out.any = true;
        if (out.whole < too_large) out.whole = out.whole * base + d;
    }
    if (base != 10 || text.size() < 2 || text[0] != '.' || digit(text[1], 10) < 0) return out;
    out.point = true;
    text.remove_prefix(1);
    std::int64_t unit = 100'000'000'000'000'000;
    for (int d = 0; !text.empty() && (d = digit(text[0], 10)) >= 0; text.remove_prefix(1), unit /= 10) {
        out.any = true;
        out.fraction += unit * d;
        out.exact = out.exact && (unit > 0 || d == 0);
    }
    return out;
}

std::string no_number(FieldType type, std::string_view text) {
    if (is_time(type)) return fmt::format("{} is not a time: write it as 2ms, 1.5s or 300ns", shown(text));
    if (type == FieldType::bytes_count)
        return fmt::format("{} is not a number of bytes: write it as 4096 or 4KiB", shown(text));
    return fmt::format("{} is not a number", shown(text));
}

std::int64_t unit_size(FieldType type, std::string_view name) {
    if (is_time(type)) {
        for (const auto& unit : times)
            if (unit.name == name) return unit.size;
        return 0;
    }
    if (name.empty()) return 1;
    for (const auto& unit : sizes)
        if (unit.name == name) return unit.size;
    return 0;
}

std::string no_unit(FieldType type, std::string_view number, std::string_view unit) {
    if (is_time(type) && unit.empty())
        return fmt::format("a time needs a unit: {0}ms, {0}us or {0}s", number);
    if (is_time(type))
        return fmt::format("there is no unit of time {}: ns, us, ms, s, min, h and d are known", shown(unit));
    if (unit == "k" || unit == "K")
        return fmt::format("say {0}KiB (times 1024) or {0}kB (times 1000)", number);
    if (type == FieldType::bytes_count)
        return fmt::format("there is no unit of bytes {}: B, KiB, MiB, GiB, kB, MB and GB are known",
                           shown(unit));
    return no_number(type, fmt::format("{}{}", number, unit));
}

}  // namespace

Quantity read_quantity(FieldType type, std::string_view text) {
    auto rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    const auto number = take_mantissa(rest);
    if (!number.any) return {0, no_number(type, text)};
    const bool zero = number.whole == 0 && number.fraction == 0;
    const auto size = is_time(type) && rest.empty() && zero ? 1 : unit_size(type, rest);
    if (size == 0) return {0, no_unit(type, text.substr(0, text.size() - rest.size()), rest)};
    constexpr std::int64_t scale = 1'000'000'000'000'000'000;
    const Wide parts = Wide{number.fraction} * size;
    if (number.point && (parts % scale != 0 || !number.exact))
        return {0, fmt::format("{} is not a whole number of {}", shown(text),
                               is_time(type)                    ? "nanoseconds"
                               : type == FieldType::bytes_count ? "bytes"
                                                                : "ones")};
    Wide value = number.whole * size + parts / scale;
    if (negative) value = -value;
    constexpr Wide least = std::numeric_limits<std::int64_t>::min();
    constexpr Wide most = std::numeric_limits<std::int64_t>::max();
    if (value < least || value > most) return {0, fmt::format("{} is too large", shown(text))};
    return {static_cast<std::int64_t>(value), {}};
}

bool is_unit(FieldType type, std::string_view word) {
    const auto named = [&](const auto& units) {
        return std::any_of(units.begin(), units.end(), [&](const auto& unit) { return unit.name == word; });
    };
    if (is_time(type)) return named(times);
    return (type == FieldType::bytes_count || type == FieldType::integer) && named(sizes);
}

std::string print_quantity_exactly(FieldType type, std::int64_t value) {
    if (is_time(type)) {
        if (value == 0) return "0s";
        for (const auto& unit : times)
            if (value % unit.size == 0) return fmt::format("{}{}", value / unit.size, unit.name);
    }
    if (type == FieldType::bytes_count && value != 0)
        for (const auto& unit : sizes)
            if (unit.size > 1 && value % unit.size == 0 && unit.name.find('i') != std::string_view::npos)
                return fmt::format("{}{}", value / unit.size, unit.name);
    return fmt::format("{}", value);
}

}  // namespace ipcscope::filter_internal
