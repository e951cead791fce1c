// Which events of a recording match: one bit an event. One writer, any number of readers that never block it.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ipcscope {

class MatchSet {
public:
    static constexpr std::size_t chunk_bits = std::size_t{1} << 16;
    static constexpr std::size_t chunk_words = chunk_bits / 64;
    static constexpr std::size_t max_chunks = std::size_t{1} << 14;  // 2^30 events

    MatchSet();
    ~MatchSet();
    MatchSet(const MatchSet&) = delete;
    MatchSet& operator=(const MatchSet&) = delete;

    // --- any thread ---
    std::uint64_t covered() const { return covered_.load(std::memory_order_acquire); }  // seq < this is known
    std::uint64_t count() const { return rank(covered()); }
    bool contains(std::uint64_t seq) const;  // what is not covered does not match
    // How many of the events before `seq` match: the row that `seq` has, or would have.
    std::uint64_t rank(std::uint64_t seq) const;
    // The n-th match, from 0; nothing if there are no more.
    std::optional<std::uint64_t> seq_of(std::uint64_t n) const;
    std::optional<std::uint64_t> next(std::uint64_t seq) const;      // the first match at or after seq
    std::optional<std::uint64_t> previous(std::uint64_t seq) const;  // the last match before seq
    // Grows with every change that is not only an event more.
    std::uint64_t revision() const { return revision_.load(std::memory_order_acquire); }

    // --- the writer: a chunk by one thread at a time ---
    // 64 events each; bits at or behind `covered` may be written again.
    void put(std::size_t chunk, std::size_t first_word, const std::uint64_t* words, std::size_t count);
    void cover(std::uint64_t end);              // all before `end` is written; never less than before
    void set(std::uint64_t seq, bool matches);  // seq < covered()
    void clear();                               // covers nothing

private:
    using Words = std::array<std::atomic<std::uint64_t>, chunk_words>;
    const Words* words(std::uint64_t seq) const {
        return chunks_[seq / chunk_bits].load(std::memory_order_acquire);
    }
    void add_up(std::size_t chunk);  // before_[chunk + 1]
    std::vector<std::atomic<Words*>> chunks_;
    std::vector<std::atomic<std::uint64_t>> before_;  // matches in all chunks before
    std::atomic<std::uint64_t> covered_{0};
    std::atomic<std::uint64_t> revision_{0};
};

}  // namespace ipcscope
