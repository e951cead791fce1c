#include "filter/pattern.h"

#include <re2/re2.h>

namespace ipcscope {

struct Pattern::Impl {
    re2::RE2 expression;
};

namespace {

re2::RE2::Options options(bool any_case, bool octets) {
    re2::RE2::Options out(octets ? re2::RE2::Latin1 : re2::RE2::DefaultOptions);
    out.set_log_errors(false);
    out.set_case_sensitive(!any_case);
    out.set_max_mem(std::int64_t{16} << 20);
    return out;
}

}  // namespace

Pattern::Pattern(const std::string& expression, bool any_case, bool octets)
    : impl_(new Impl{re2::RE2(expression, options(any_case, octets))}) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::string Pattern::error() const {
    return impl_->expression.ok() ? std::string() : impl_->expression.error();
}

bool Pattern::found_in(std::string_view text) const {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->expression);
}

}  // namespace ipcscope
