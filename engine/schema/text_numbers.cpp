// Numbers with units: durations as programs write them, quantities as people read them.
#include "base/signals.h"
#include "schema/text_internal.h"

#include <array>
#include <cmath>
#include <ctime>
#include <fmt/format.h>

namespace ipcscope {

namespace {

__extension__ typedef unsigned __int128 Wide;

struct TimeUnit {
    std::string_view name;
    std::int64_t ns;
};
constexpr std::array<TimeUnit, 7> time_units{{{"h", 3'600'000'000'000},
                                              {"min", 60'000'000'000},
                                              {"s", 1'000'000'000},
                                              {"ms", 1'000'000},
                                              {"us", 1'000},
                                              {"µs", 1'000},
                                              {"ns", 1}}};

bool digit(char c) {
    return c >= '0' && c <= '9';
}

// value / unit with as few decimals as show `places` at most; "1.5", "64".
std::string rounded(double value, int places) {
    auto out = fmt::format("{:.{}f}", value, places);
    if (out.find('.') == std::string::npos) return out;
    while (out.back() == '0')
        out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string bytes_for_people(std::int64_t value) {
    constexpr std::array<const char*, 6> names{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (value == 1 || value == -1) return fmt::format("{} byte", value);
    if (std::abs(static_cast<double>(value)) < 1024) return fmt::format("{} bytes", value);
    double scaled = static_cast<double>(value);
    std::size_t unit = 0;
    for (scaled /= 1024; std::abs(scaled) >= 1024 && unit + 1 < names.size(); ++unit)
        scaled /= 1024;
    return fmt::format("{} {}", rounded(scaled, 1), names[unit]);
}

std::string time_for_people(std::int64_t ns) {
    const double value = static_cast<double>(ns);
    const double size = std::abs(value);
    if (size < 1e3) return fmt::format("{} ns", ns);
    if (size < 1e6) return rounded(value / 1e3, 1) + " µs";
    if (size < 1e9) return rounded(value / 1e6, 1) + " ms";
    if (size < 120e9) return rounded(value / 1e9, 2) + " s";
    return rounded(value / 60e9, 1) + " min";
}

std::string date_for_people(std::int64_t seconds) {
    if (seconds == 0) return "never";
    const std::time_t when = seconds;
    std::tm parts{};
    char text[64];
    if (!localtime_r(&when, &parts) || std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts) == 0)
        return fmt::format("{}", seconds);
    return text;
}

}  // namespace

std::string print_duration(std::int64_t ns) {
    if (ns == 0) return "0s";
    if (ns < 0) return fmt::format("{}ns", ns);
    const TimeUnit* unit = &time_units.back();
    for (const auto& candidate : time_units)
        if (candidate.ns <= 1'000'000'000 && ns >= candidate.ns) {
            unit = &candidate;
            break;
        }
    auto out = fmt::format("{}", ns / unit->ns);
    if (const auto rest = ns % unit->ns) {
        const auto places = fmt::format("{}", unit->ns).size() - 1;
        auto fraction = fmt::format("{:0{}}", rest, places);
        while (fraction.back() == '0')
            fraction.pop_back();
        out += "." + fraction;
    }
    return out + std::string(unit->name);
}

std::string print_quantity(std::int64_t value, Unit unit) {
    switch (unit) {
        case Unit::bytes: return bytes_for_people(value);
        case Unit::messages: return fmt::format("{} message{}", value, value == 1 ? "" : "s");
        case Unit::nanoseconds: return time_for_people(value);
        case Unit::signal: return value == 0 ? "0" : signal_name(static_cast<int>(value));
        case Unit::unix_time: return date_for_people(value);
        case Unit::none:
        case Unit::count:
        case Unit::pid:
        case Unit::uid: break;
    }
    return fmt::format("{}", value);
}

namespace text_internal {

std::optional<Digits> take_integer(Cursor& cursor) {
    const auto begin = cursor.at;
    const auto text = cursor.text;
    auto at = begin;
    Digits out;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) out.negative = text[at++] == '-';
    const auto first = at;
    const bool hex = text.substr(at, 2) == "0x" || text.substr(at, 2) == "0X";
    if (hex) at += 2;
    const auto digits = at;
    Wide value = 0;
    constexpr Wide too_much = static_cast<Wide>(1) << 64;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        unsigned d = 16;
        if (digit(c)) d = static_cast<unsigned>(c - '0');
        if (hex && c >= 'a' && c <= 'f') d = static_cast<unsigned>(c - 'a') + 10;
        if (hex && c >= 'A' && c <= 'F') d = static_cast<unsigned>(c - 'A') + 10;
        if (d == 16) break;
        if (value < too_much) value = value * (hex ? 16 : 10) + d;
    }
    if (at == digits) return std::nullopt;
    const auto limit = (static_cast<Wide>(1) << 63) - (out.negative ? 0 : 1);
    out.overflow = value > limit;
    const auto low = static_cast<std::uint64_t>(value);
    if (!out.overflow) out.value = static_cast<std::int64_t>(out.negative ? 0 - low : low);
    out.ambiguous = !hex && at - first > 1 && text[first] == '0';
    out.text = text.substr(begin, at - begin);
    cursor.at = at;
    return out;
}

Result<Value> take_duration(Cursor& cursor) {
    const auto begin = cursor.at;
    const auto text = cursor.text;
    if (cursor.peek() == '-') return failure("a duration is not negative");
    auto at = begin;
    while (at < text.size() && (digit(text[at]) || text[at] == '.'))
        ++at;
    const auto number = text.substr(begin, at - begin);
    const auto unit_at = at;
    while (at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) || (text[at] & 0x80) != 0))
        ++at;
    const auto unit_name = text.substr(unit_at, at - unit_at);
    const auto point = number.find('.');
    const auto whole = number.substr(0, point);
    auto fraction = point == std::string_view::npos ? std::string_view{} : number.substr(point + 1);
    if (whole.empty() || fraction.find('.') != std::string_view::npos ||
        (point != std::string_view::npos && fraction.empty()))
        return failure("a duration was expected, such as 1.5s, 200ms, 10us or 5ns");
    const bool zero = number.find_first_not_of("0.") == std::string_view::npos;
    const TimeUnit* unit = nullptr;
    for (const auto& candidate : time_units)
        if (candidate.name == unit_name) unit = &candidate;
    if (!unit && unit_name.empty() && zero) unit = &time_units[2];
    if (!unit) {
        cursor.at = unit_at;
        if (unit_name.empty()) return failure(fmt::format("{} needs a unit: s, ms, us or ns", shown(number)));
        return failure(fmt::format("unknown unit {}: known are h, min, s, ms, us, ns", shown(unit_name)));
    }
    constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
    Wide total = 0;
    for (const char c : whole)
        total = std::min<Wide>(total * 10 + static_cast<unsigned>(c - '0'), limit + 1);
    const auto factor = static_cast<Wide>(unit->ns);
    total = total > limit / factor ? limit + 1 : total * factor;
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    bool exact = fraction.size() <= 13;  // an hour has no more decimals in nanoseconds
    Wide rest = 0;
    Wide power = 1;
    for (std::size_t i = 0; exact && i < fraction.size(); ++i) {
        rest = rest * 10 + static_cast<unsigned>(fraction[i] - '0');
        power *= 10;
    }
    rest *= factor;
    exact = exact && rest % power == 0;
    if (!exact)
        return failure(fmt::format("{} is finer than a nanosecond", shown(text.substr(begin, at - begin))));
    total += rest / power;
    if (total > limit)
        return failure(fmt::format("{} is above the limit {}", shown(text.substr(begin, at - begin)),
                                   print_duration(std::numeric_limits<std::int64_t>::max())));
    cursor.at = at;
    return Value(static_cast<std::int64_t>(total));
}

}  // namespace text_internal
}  // namespace ipcscope
