#include "schema/limits.h"

#include "schema/text.h"

#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace ipcscope {

Result<std::string> limit_now(const LimitSpec& limit) {
    const std::string_view source = limit.source;
    const auto mark = source.find('#');
    const std::string path(source.substr(0, mark));
    errno = 0;
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) return system_failure(path, "read");
    std::size_t field = 0;
    if (mark != std::string_view::npos) {
        const auto digits = source.substr(mark + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), field);
    }
    std::istringstream words(line);
    std::string word;
    for (std::size_t i = 0; i <= field; ++i)
        if (!(words >> word)) return failure(fmt::format("{} holds no field {}", path, field));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error == std::errc::result_out_of_range) return std::string("unlimited");
    if (error != std::errc() || end != word.data() + word.size()) return word;
    return print_quantity(number, limit.unit);
}

}  // namespace ipcscope
