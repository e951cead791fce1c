// Storage of a lane: blocks of neighbouring entries packed column by column, and arrays that grow without
// moving what is there. Both are written by one thread under the lane's lock; what a reader learnt of under
// that lock it may read without it.
#pragma once

#include "runtime/arena.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <type_traits>
#include <vector>

namespace ipcscope::lanes {

// Elements never move; a reader's copy of the directory stays valid, as outgrown ones are kept (they sum up
// to less than the last one).
template <typename T, std::size_t chunk_size>
class GrowingArray {
public:
    explicit GrowingArray(Arena& arena) : arena_(&arena) {}
    struct View {
        T* const* chunks = nullptr;
        const T& operator[](std::size_t i) const { return chunks[i / chunk_size][i % chunk_size]; }
    };
    View view() const { return {directories_.empty() ? nullptr : directories_.back().get()}; }
    std::size_t size() const { return size_; }
    std::size_t memory_bytes() const {
        return owned_.size() * chunk_size * sizeof(T) + 2 * capacity_ * sizeof(T*);
    }
    // The slot after `skip` unused ones.
    T* extend(std::size_t count, std::size_t skip = 0) {
        size_ += skip;
        while (size_ + count > owned_.size() * chunk_size)
            add_chunk();
        T* slot = &owned_[size_ / chunk_size][size_ % chunk_size];
        size_ += count;
        return slot;
    }

private:
    void add_chunk() {
        static_assert(std::is_trivially_destructible_v<T>);
        owned_.push_back(static_cast<T*>(arena_->take(chunk_size * sizeof(T))));
        if (owned_.size() > capacity_) {
            capacity_ = std::max<std::size_t>(4, capacity_ * 2);
            directories_.push_back(std::make_unique<T*[]>(capacity_));
            for (std::size_t i = 0; i + 1 < owned_.size(); ++i)
                directories_.back()[i] = owned_[i];
        }
        directories_.back()[owned_.size() - 1] = owned_.back();
    }
    Arena* arena_;
    std::vector<T*> owned_;
    std::vector<std::unique_ptr<T*[]>> directories_;
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
};

inline std::uint64_t fold_sign(std::int64_t v) {
    return (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63);
}
inline std::int64_t unfold_sign(std::uint64_t v) {
    return static_cast<std::int64_t>((v >> 1) ^ (~(v & 1) + 1));
}

// A column: its smallest value (as far as it fits 32 bits), then each one's distance to it: all in as few
// bytes as the largest distance needs, none if all are alike; or, if that is less, each in as few bytes as
// itself needs, of which half a byte per value tells.
inline constexpr std::size_t column_head = 5;
inline constexpr unsigned own_widths = 0xff;

inline unsigned bytes_of(std::uint64_t value) {
    return (static_cast<unsigned>(std::bit_width(value)) + 7) / 8;
}
inline std::uint64_t low_bytes(std::uint64_t value, unsigned width) {
    return width == 8 ? value : value & ((std::uint64_t{1} << (8 * width)) - 1);
}

inline char* pack_column(char* out, const std::uint64_t* values, std::size_t n) {
    std::uint64_t low = UINT32_MAX, high = 0;
    for (std::size_t i = 0; i < n; ++i) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
    }
    const unsigned width = bytes_of(high - low);
    std::size_t own = (n + 1) / 2;
    for (std::size_t i = 0; i < n; ++i)
        own += bytes_of(values[i] - low);
    const bool each = own < width * n;
    const auto base = static_cast<std::uint32_t>(low);
    std::memcpy(out, &base, sizeof base);
    out[4] = static_cast<char>(each ? own_widths : width);
    out += column_head;
    if (each) {
        char* const widths = out;
        std::memset(widths, 0, (n + 1) / 2);
        out += (n + 1) / 2;
        for (std::size_t i = 0; i < n; ++i) {
            const std::uint64_t rest = values[i] - low;
            const unsigned bytes = bytes_of(rest);
            widths[i / 2] = static_cast<char>(widths[i / 2] | bytes << (i % 2 * 4));
            std::memcpy(out, &rest,
                        sizeof rest);  // little endian; the next value overwrites what is too much
            out += bytes;
        }
        return out;
    }
    if (!width) return out;
    for (std::size_t i = 0; i < n; ++i, out += width) {
        const std::uint64_t rest = values[i] - low;
        std::memcpy(out, &rest, sizeof rest);
    }
    return out;
}

inline const char* unpack_column(const char* in, std::uint64_t* values, std::size_t n) {
    std::uint32_t base;
    std::memcpy(&base, in, sizeof base);
    const unsigned width = static_cast<unsigned char>(in[4]);
    in += column_head;
    if (!width) {
        std::fill_n(values, n, std::uint64_t{base});
        return in;
    }
    std::uint64_t rest;
    if (width == own_widths) {
        const char* const widths = in;
        in += (n + 1) / 2;
        for (std::size_t i = 0; i < n; ++i) {
            const unsigned bytes = static_cast<unsigned char>(widths[i / 2]) >> (i % 2 * 4) & 15u;
            std::memcpy(&rest, in, sizeof rest);
            values[i] = base + low_bytes(rest, bytes);
            in += bytes;
        }
        return in;
    }
    const std::uint64_t mask = low_bytes(~std::uint64_t{0}, width);
    for (std::size_t i = 0; i < n; ++i, in += width) {
        std::memcpy(&rest, in, sizeof rest);
        values[i] = base + (rest & mask);
    }
    return in;
}

// Where to end a block: at the longest pause between `least` and `most` entries, so that what is summed up
// stands close together. `pause(i)` is the one before entry i.
template <typename Pause>
std::size_t block_end(std::size_t least, std::size_t most, Pause pause) {
    std::size_t best = most;
    for (std::size_t i = most; i-- > least;)
        if (pause(i) > pause(best)) best = i;
    return best;
}

// Packed blocks, each in one piece. Positions count eight bytes.
class BlockStore {
public:
    static constexpr std::size_t chunk_words = 1024;
    using Array = GrowingArray<std::uint64_t, chunk_words>;
    using View = Array::View;
    explicit BlockStore(Arena& arena) : words_(arena) {}

    std::uint32_t put(const char* bytes, std::size_t size) {
        // Reading eight bytes at the last value may look up to seven beyond the block.
        const std::size_t words = size / 8 + 2;
        const std::size_t left = chunk_words - words_.size() % chunk_words;
        std::uint64_t* slot = words_.extend(words, words > left ? left : 0);
        slot[words - 1] = slot[words - 2] = 0;
        std::memcpy(slot, bytes, size);
        return static_cast<std::uint32_t>(words_.size() - words);
    }
    View view() const { return words_.view(); }
    static const char* at(const View& view, std::uint32_t position) {
        return reinterpret_cast<const char*>(&view[position]);
    }
    std::size_t memory_bytes() const { return words_.memory_bytes(); }

private:
    Array words_;
};

}  // namespace ipcscope::lanes
