// Regular expressions, as `matches` has them: linear in time whatever the expression (RE2).
#pragma once

#include "filter/filter.h"

#include <memory>
#include <string>

namespace ipcscope {

class Pattern {
public:
    // `octets`: the text is any octets, of which "." is one; else UTF-8. Not valid: error() says why.
    Pattern(const std::string& expression, bool any_case, bool octets);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    std::string error() const;                   // "" = valid
    bool found_in(std::string_view text) const;  // any thread

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope
