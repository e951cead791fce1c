#include "snapshot/fdinfo.h"

#include <charconv>

namespace ipcscope {

std::string_view info_line(std::string_view info, std::string_view name) {
    while (!info.empty()) {
        const auto end = info.find('\n');
        auto line = info.substr(0, end);
        info = end == std::string_view::npos ? std::string_view() : info.substr(end + 1);
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':') continue;
        line.remove_prefix(name.size() + 1);
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string_view::npos) return {};
        return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
    }
    return {};
}

bool info_number(std::string_view info, std::string_view name, std::int64_t& value, int base) {
    auto line = info_line(info, name);
    if (base == 16 && line.starts_with("0x")) line.remove_prefix(2);
    const auto* end = line.data() + line.size();
    return !line.empty() && std::from_chars(line.data(), end, value, base).ec == std::errc();
}

}  // namespace ipcscope
