// The comparisons of a filter, made ready: numbers as ranges, text as searches.
#pragma once

#include "filter/filter.h"
#include "filter/pattern.h"
#include "runtime/byte_search.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace ipcscope {

struct NumberRange {
    std::int64_t low = 0, high = 0;  // both belong to it
    bool holds(std::int64_t n) const {
        return static_cast<std::uint64_t>(n) - static_cast<std::uint64_t>(low) <=
               static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    }
};

class NumberTest {
public:
    // present: any number.
    NumberTest(Relation relation, const std::vector<Operand>& values);
    bool operator()(std::int64_t n) const {
        if (bits_ != 0) return (n & bits_) == bits_;
        bool in = false;
        for (const auto& range : ranges_)
            in |= range.holds(n);
        return in != inverted_;
    }
    // It comes down to one range: the quickest.
    const NumberRange* single() const {
        return ranges_.size() == 1 && !inverted_ && bits_ == 0 ? &ranges_[0] : nullptr;
    }

private:
    std::vector<NumberRange> ranges_;
    bool inverted_ = false;
    std::int64_t bits_ = 0;  // flags: all of these
};

class TextTest {
public:
    TextTest(Relation relation, const std::vector<Operand>& values, bool octets);
    bool operator()(std::string_view text) const;

private:
    struct Value {
        std::string text;
        bool any_case;
    };
    Relation relation_;
    std::vector<Value> values_;
    std::vector<ByteSearch> searches_;        // contains
    std::shared_ptr<const Pattern> pattern_;  // matches
};

}  // namespace ipcscope
