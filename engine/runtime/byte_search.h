// Finds octets in octets, many at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ipcscope {

class ByteSearch {
public:
    explicit ByteSearch(std::string needle, bool any_case = false);  // any_case: ASCII letters
    // Where the first one begins at or behind `from`; npos = none. "" is found everywhere.
    std::size_t find(std::string_view text, std::size_t from = 0) const;
    bool found_in(std::string_view text) const { return find(text) != std::string_view::npos; }
    const std::string& needle() const { return needle_; }

private:
    bool here(const char* at) const;
    std::size_t find_slowly(std::string_view text, std::size_t from) const;
    std::string needle_;  // lower case with any_case
    bool any_case_;
    std::size_t first_ = 0, second_ = 0;  // the two octets of the needle that are looked for, rare ones
};

}  // namespace ipcscope
