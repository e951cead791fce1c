// Storage of a lane: blocks of neighbouring entries packed column by column, and arrays that grow without
// moving what is there. Both are written by one thread under the lane's lock; what a reader learnt of under
// that lock it may read without it.
#pragma once

#include "runtime/arena.h"

#include <algorithm>
#include <array>
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

inline std::uint64_t low_bits(std::uint64_t value, unsigned width) {
    return width >= 64 ? value : value & ((std::uint64_t{1} << width) - 1);
}
inline unsigned bytes_of(std::uint64_t value) {
    return (static_cast<unsigned>(std::bit_width(value)) + 7) / 8;
}

// A column: its smallest value, if that saves room; of each value what is above it, all in as many bits as
// suits most of them; then the few that need more, each with its place and the bits above those.
// Head: bits, number of the larger ones, bytes of the smallest value (low half) and of a larger one (high).
inline constexpr std::size_t column_head = 3;
inline constexpr unsigned most_bits = 56;  // so that eight bytes from the first bit on hold a value
// The most that n values take.
inline constexpr std::size_t column_room(std::size_t n) {
    return column_head + 8 + n * (8 + 2) + 8;
}

inline char* pack_column(char* out, const std::uint64_t* values, std::size_t n) {
    std::uint64_t low = ~std::uint64_t{0}, high = 0;
    for (std::size_t i = 0; i < n; ++i) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
    }
    const auto widest = static_cast<unsigned>(std::bit_width(high - low));
    const unsigned base_bytes = bytes_of(low);
    if (static_cast<std::size_t>(std::bit_width(high)) * n <= widest * n + 8 * base_bytes) low = 0;
    std::array<std::uint8_t, 65> of_width{};
    for (std::size_t i = 0; i < n; ++i)
        ++of_width[static_cast<std::size_t>(std::bit_width(values[i] - low))];
    const auto all = static_cast<unsigned>(std::bit_width(high - low));
    unsigned width = std::min(all, most_bits), larger = 0;
    std::size_t best = ~std::size_t{0};
    unsigned above = 0;
    for (unsigned bits = all + 1; bits-- > 0;) {
        if (bits < all) above += of_width[bits + 1];
        if (bits > most_bits) continue;
        const std::size_t cost = n * bits + above * (8 + (all - bits + 7) / 8 * 8);
        if (cost < best) {
            best = cost;
            width = bits;
            larger = above;
        }
    }
    const unsigned larger_bytes = larger ? (all - width + 7) / 8 : 0;
    const unsigned low_bytes = bytes_of(low);
    *out++ = static_cast<char>(width);
    *out++ = static_cast<char>(larger);
    *out++ = static_cast<char>(low_bytes | larger_bytes << 4);
    // Little endian; what follows overwrites what is too much.
    std::memcpy(out, &low, sizeof low);
    out += low_bytes;
    char* const packed = out;
    out += (n * width + 7) / 8;
    if (width) {
        std::uint64_t held = 0;
        unsigned bits = 0;
        char* to = packed;
        for (std::size_t i = 0; i < n; ++i) {
            held |= low_bits(values[i] - low, width) << bits;
            bits += width;
            std::memcpy(to, &held, sizeof held);
            to += bits / 8;
            held >>= bits / 8 * 8;
            bits %= 8;
        }
    }
    for (std::size_t i = 0; larger && i < n; ++i) {
        const std::uint64_t rest = values[i] - low;
        if (static_cast<unsigned>(std::bit_width(rest)) <= width) continue;
        const std::uint64_t more = rest >> width;
        *out++ = static_cast<char>(i);
        std::memcpy(out, &more, sizeof more);
        out += larger_bytes;
    }
    return out;
}

inline const char* unpack_column(const char* in, std::uint64_t* values, std::size_t n) {
    const auto byte = [in](std::size_t at) { return static_cast<unsigned char>(in[at]); };
    const unsigned width = byte(0), larger = byte(1), low_bytes = byte(2) & 15u, larger_bytes = byte(2) >> 4;
    in += column_head;
    std::uint64_t low, rest;
    std::memcpy(&low, in, sizeof low);
    low = low_bits(low, 8 * low_bytes);
    in += low_bytes;
    if (!width) {
        std::fill_n(values, n, low);
    } else {
        const std::uint64_t mask = low_bits(~std::uint64_t{0}, width);
        std::size_t bit = 0;
        for (std::size_t i = 0; i < n; ++i, bit += width) {
            std::memcpy(&rest, in + bit / 8, sizeof rest);
            values[i] = low + (rest >> bit % 8 & mask);
        }
        in += (bit + 7) / 8;
    }
    for (unsigned i = 0; i < larger; ++i) {
        const auto at = static_cast<unsigned char>(*in++);
        std::memcpy(&rest, in, sizeof rest);
        values[at] += low_bits(rest, 8 * larger_bytes) << width;
        in += larger_bytes;
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
        // Reading looks up to eight bytes beyond the block.
        const std::size_t words = (size + 8 + 7) / 8;
        const std::size_t left = chunk_words - words_.size() % chunk_words;
        std::uint64_t* slot = words_.extend(words, words > left ? left : 0);
        slot[words - 1] = 0;
        slot[words - 2] = 0;
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
