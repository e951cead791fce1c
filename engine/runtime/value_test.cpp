#include "runtime/value_test.h"

namespace ipcscope {

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

NumberTest::NumberTest(Relation relation, const std::vector<Operand>& values) {
    const auto n = values.empty() ? 0 : values[0].low.number;
    switch (relation) {
        case Relation::equal: ranges_ = {{n, n}}; break;
        case Relation::unequal: ranges_ = {{n, n}}, inverted_ = true; break;
        case Relation::less:
            if (n > least) ranges_ = {{least, n - 1}};
            break;
        case Relation::at_most: ranges_ = {{least, n}}; break;
        case Relation::greater:
            if (n < most) ranges_ = {{n + 1, most}};
            break;
        case Relation::at_least: ranges_ = {{n, most}}; break;
        case Relation::contains:
            bits_ = n;
            if (n == 0) ranges_ = {{least, most}};
            break;
        case Relation::in:
            for (const auto& value : values) {
                const auto high = value.high ? value.high->number : value.low.number;
                if (value.low.number <= high) ranges_.push_back({value.low.number, high});
            }
            break;
        case Relation::present: ranges_ = {{least, most}}; break;
        case Relation::matches: break;
    }
}

TextTest::TextTest(Relation relation, const std::vector<Operand>& values, bool octets) : relation_(relation) {
    for (const auto& value : values) {
        values_.push_back({value.low.text, value.low.any_case});
        if (relation == Relation::contains) searches_.emplace_back(value.low.text, value.low.any_case);
        if (relation == Relation::matches)
            pattern_ = std::make_shared<const Pattern>(value.low.text, value.low.any_case, octets);
    }
}

bool TextTest::operator()(std::string_view text) const {
    const auto equal = [&](const Value& value) {
        return value.any_case ? same_letters(value.text, text) : value.text == text;
    };
    switch (relation_) {
        case Relation::present: return true;
        case Relation::equal: return equal(values_[0]);
        case Relation::unequal: return !equal(values_[0]);
        case Relation::in: return std::any_of(values_.begin(), values_.end(), equal);
        case Relation::contains: return searches_[0].found_in(text);
        case Relation::matches: return pattern_->found_in(text);
        default: return false;
    }
}

}  // namespace ipcscope
