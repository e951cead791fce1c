#include "runtime/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ipcscope {

std::uint64_t Histogram::low_of(std::uint32_t bucket) {
    if (bucket < exact) return bucket;
    const auto shift = (bucket >> sub_bits) - 1;
    return (std::uint64_t{bucket} - (std::uint64_t{shift} << sub_bits)) << shift;
}

void Histogram::make_room(std::uint32_t bucket) {
    constexpr std::uint32_t step = 1u << sub_bits;  // grows by whole doublings of the value
    const auto low = bucket / step * step, high = low + step;
    if (counts_.empty()) {
        first_ = low;
        counts_.resize(step);
    } else if (low < first_) {
        counts_.insert(counts_.begin(), first_ - low, 0);
        first_ = low;
    } else {
        counts_.resize(high - first_);
    }
}

void Histogram::merge(const Histogram& other) {
    if (other.count_ == 0) return;
    for (std::size_t i = 0; i < other.counts_.size(); ++i) {
        if (other.counts_[i] == 0) continue;
        const auto bucket = other.first_ + static_cast<std::uint32_t>(i);
        if (bucket - first_ >= counts_.size()) make_room(bucket);
        counts_[bucket - first_] += other.counts_[i];
    }
    min_ = count_ ? std::min(min_, other.min_) : other.min_;
    max_ = std::max(max_, other.max_);
    count_ += other.count_;
    sum_ += other.sum_;
}

std::int64_t Histogram::quantile(double share) const {
    if (count_ == 0) return 0;
    const auto wanted = std::clamp<std::uint64_t>(
        static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_))), 1, count_);
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        seen += counts_[i];
        if (seen < wanted) continue;
        const auto bucket = first_ + static_cast<std::uint32_t>(i);
        const auto low = low_of(bucket), width = low_of(bucket + 1) - low;
        return static_cast<std::int64_t>(std::clamp(low + width / 2, min_, max_));
    }
    return max();
}

std::vector<Histogram::Bar> Histogram::bars(std::size_t most) const {
    std::vector<Bar> out;
    if (count_ == 0 || most == 0) return out;
    const auto begin = bucket_of(min_), end = bucket_of(max_) + 1;
    const auto per_bar = static_cast<std::uint32_t>((end - begin + most - 1) / most);
    for (auto bucket = begin; bucket < end; bucket += per_bar) {
        const auto next = std::min(bucket + per_bar, end);
        constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
        Bar bar{static_cast<std::int64_t>(low_of(bucket)),
                static_cast<std::int64_t>(std::min(low_of(next), largest)), 0};
        for (auto i = bucket; i < next; ++i)
            bar.count += counts_[i - first_];
        out.push_back(bar);
    }
    return out;
}

}  // namespace ipcscope
