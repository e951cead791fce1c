// How values are spread, in bounded memory: 32 buckets to each doubling, so that what is read from it is at
// most 1/64 (1.6 %) beside the true value; values below 64 are exact. At most 1,920 buckets of 4 bytes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipcscope {

class Histogram {
public:
    static constexpr double quantile_error = 1.0 / 64;  // relative, of quantile()

    void add(std::int64_t value) {  // below 0 counts as 0
        const auto v = value < 0 ? std::uint64_t{0} : static_cast<std::uint64_t>(value);
        const auto bucket = bucket_of(v);
        if (bucket - first_ >= counts_.size()) make_room(bucket);  // also if below first_
        ++counts_[bucket - first_];
        if (count_ == 0 || v < min_) min_ = v;
        if (v > max_) max_ = v;
        ++count_;
        sum_ += static_cast<double>(v);
    }
    void merge(const Histogram& other);

    std::uint64_t count() const { return count_; }
    std::int64_t min() const { return static_cast<std::int64_t>(min_); }  // exact; 0 if empty
    std::int64_t max() const { return static_cast<std::int64_t>(max_); }  // exact
    double sum() const { return sum_; }
    double mean() const { return count_ ? sum_ / static_cast<double>(count_) : 0; }
    // The ceil(share * count)-th smallest value, to quantile_error; share 0 to 1. 0 if empty.
    std::int64_t quantile(double share) const;

    // A bar: how many values lie in [low, high).
    struct Bar {
        std::int64_t low = 0, high = 0;
        std::uint64_t count = 0;
    };
    // What is there, in at most `most` bars, from the smallest value's to the largest's without a gap, whose
    // widths are equal on an axis that is logarithmic from 64 on and linear below. Sums up to count().
    std::vector<Bar> bars(std::size_t most) const;
    std::size_t memory_bytes() const { return sizeof *this + counts_.capacity() * sizeof(std::uint32_t); }

private:
    static constexpr unsigned sub_bits = 5;
    static constexpr std::uint64_t exact = std::uint64_t{1} << (sub_bits + 1);
    static std::uint32_t bucket_of(std::uint64_t v) {
        if (v < exact) return static_cast<std::uint32_t>(v);
        const auto shift = static_cast<unsigned>(std::bit_width(v)) - sub_bits - 1;
        return static_cast<std::uint32_t>((std::uint64_t{shift} << sub_bits) + (v >> shift));
    }
    static std::uint64_t low_of(std::uint32_t bucket);
    void make_room(std::uint32_t bucket);

    std::vector<std::uint32_t> counts_;  // of the buckets from first_ on
    std::uint32_t first_ = 0;
    std::uint64_t count_ = 0, min_ = 0, max_ = 0;
    double sum_ = 0;
};

}  // namespace ipcscope
