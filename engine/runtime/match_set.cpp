#include "runtime/match_set.h"

#include <algorithm>
#include <bit>

namespace ipcscope {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

// The bits below `bit`.
std::uint64_t below(std::size_t bit) {
    return (std::uint64_t{1} << bit) - 1;
}

}  // namespace

MatchSet::MatchSet() : chunks_(max_chunks), before_(max_chunks + 1) {}

MatchSet::~MatchSet() {
    for (auto& chunk : chunks_)
        delete chunk.load();
}

bool MatchSet::contains(std::uint64_t seq) const {
    if (seq >= covered()) return false;
    return ((*words(seq))[seq % chunk_bits / 64].load(relaxed) >> (seq % 64) & 1) != 0;
}

std::uint64_t MatchSet::rank(std::uint64_t seq) const {
    seq = std::min(seq, covered());
    const auto chunk = seq / chunk_bits;
    auto out = before_[chunk].load(relaxed);
    const auto rest = seq % chunk_bits;
    if (rest == 0) return out;
    const auto& bits = *words(seq);
    for (std::size_t i = 0; i < rest / 64; ++i)
        out += static_cast<std::uint64_t>(std::popcount(bits[i].load(relaxed)));
    if (rest % 64 != 0)
        out += static_cast<std::uint64_t>(std::popcount(bits[rest / 64].load(relaxed) & below(rest % 64)));
    return out;
}

std::optional<std::uint64_t> MatchSet::seq_of(std::uint64_t n) const {
    const auto end = covered();
    const auto chunks = (end + chunk_bits - 1) / chunk_bits;
    if (chunks == 0) return {};
    // The last chunk that begins with no more than n.
    std::uint64_t low = 0, high = chunks;
    while (high - low > 1) {
        const auto middle = (low + high) / 2;
        (before_[middle].load(relaxed) <= n ? low : high) = middle;
    }
    auto left = n - before_[low].load(relaxed);
    const auto& bits = *chunks_[low].load(std::memory_order_acquire);
    for (std::size_t i = 0; i < chunk_words; ++i) {
        auto word = bits[i].load(relaxed);
        const auto here = static_cast<std::uint64_t>(std::popcount(word));
        if (left >= here) {
            left -= here;
            continue;
        }
        for (; left > 0; --left)
            word &= word - 1;
        const auto seq = low * chunk_bits + i * 64 + static_cast<std::uint64_t>(std::countr_zero(word));
        return seq < end ? std::optional(seq) : std::nullopt;
    }
    return {};
}

std::optional<std::uint64_t> MatchSet::next(std::uint64_t seq) const {
    const auto end = covered();
    while (seq < end) {
        if (seq % chunk_bits == 0 && seq + chunk_bits <= end &&
            before_[seq / chunk_bits].load(relaxed) == before_[seq / chunk_bits + 1].load(relaxed)) {
            seq += chunk_bits;
            continue;
        }
        const auto word = (*words(seq))[seq % chunk_bits / 64].load(relaxed) & ~below(seq % 64);
        if (word == 0) {
            seq = (seq | 63) + 1;
            continue;
        }
        seq = (seq & ~std::uint64_t{63}) + static_cast<std::uint64_t>(std::countr_zero(word));
        return seq < end ? std::optional(seq) : std::nullopt;
    }
    return {};
}

std::optional<std::uint64_t> MatchSet::previous(std::uint64_t seq) const {
    seq = std::min(seq, covered());
    while (seq > 0) {
        const auto last = seq - 1;
        if (seq % chunk_bits == 0 &&
            before_[last / chunk_bits].load(relaxed) == before_[last / chunk_bits + 1].load(relaxed)) {
            seq -= chunk_bits;
            continue;
        }
        const auto word = (*words(last))[last % chunk_bits / 64].load(relaxed) &
                          (last % 64 == 63 ? ~std::uint64_t{0} : below(last % 64 + 1));
        const auto first = last & ~std::uint64_t{63};
        if (word != 0) return first + 63 - static_cast<std::uint64_t>(std::countl_zero(word));
        seq = first;
    }
    return {};
}

void MatchSet::put(std::size_t chunk, std::size_t first_word, const std::uint64_t* from, std::size_t count) {
    auto* bits = chunks_[chunk].load(relaxed);
    if (!bits) chunks_[chunk].store(bits = new Words{}, std::memory_order_release);
    for (std::size_t i = 0; i < count; ++i)
        (*bits)[first_word + i].store(from[i], relaxed);
}

// Sums from this chunk on, as far as it is covered.
void MatchSet::add_up(std::size_t chunk) {
    std::uint64_t sum = before_[chunk].load(relaxed);
    if (const auto* bits = chunks_[chunk].load(relaxed))
        for (const auto& word : *bits)
            sum += static_cast<std::uint64_t>(std::popcount(word.load(relaxed)));
    before_[chunk + 1].store(sum, relaxed);
}

void MatchSet::cover(std::uint64_t end) {
    const auto before = covered_.load(relaxed);
    for (auto chunk = before / chunk_bits; chunk < (end + chunk_bits - 1) / chunk_bits; ++chunk)
        add_up(chunk);
    covered_.store(end, std::memory_order_release);
}

void MatchSet::set(std::uint64_t seq, bool matches) {
    if (contains(seq) == matches) return;
    auto& word = (*chunks_[seq / chunk_bits].load(relaxed))[seq % chunk_bits / 64];
    word.store(word.load(relaxed) ^ std::uint64_t{1} << (seq % 64), relaxed);
    const auto end = covered_.load(relaxed);
    for (auto chunk = seq / chunk_bits; chunk < (end + chunk_bits - 1) / chunk_bits; ++chunk)
        before_[chunk + 1].store(before_[chunk + 1].load(relaxed) + (matches ? 1 : ~std::uint64_t{0}),
                                 relaxed);
    revision_.fetch_add(1, std::memory_order_release);
}

void MatchSet::clear() {
    covered_.store(0, std::memory_order_release);
    revision_.fetch_add(1, std::memory_order_release);
}

}  // namespace ipcscope
