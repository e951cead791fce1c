#include "probe/text_pool.h"

#include <algorithm>
#include <cstring>

namespace ipcscope {
namespace {

constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;

std::uint32_t hash_of(std::string_view octets) {
    std::uint64_t hash = octets.size() * odd;
    while (octets.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, octets.data(), 8);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
        octets.remove_prefix(8);
    }
    std::uint64_t word = 0;
    if (!octets.empty()) std::memcpy(&word, octets.data(), octets.size());
    hash = (hash ^ word) * odd;
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

void TextPool::clear() {
    texts_.clear();
    begins_.assign({0, 0});  // text 0 = ""
    before_.clear();
    now_.clear();
    used_.assign(1, 0);
    expected_ = in_use_ = sample_ = 0;
    if (table_.empty())
        table_.resize(1024);
    else
        std::fill(table_.begin(), table_.end(), Entry{});
}

bool TextPool::next() {
    constexpr std::size_t spare = 4096;
    if (begins_.size() > 2 * in_use_ + spare) {
        clear();
        return true;
    }
    before_.swap(now_);
    now_.clear();
    expected_ = in_use_ = 0;
    ++sample_;
    return false;
}

void TextPool::grow() {
    const auto old = std::move(table_);
    table_.assign(old.size() * 2, Entry{});
    const auto mask = table_.size() - 1;
    for (const auto& entry : old) {
        if (entry.index == 0) continue;
        std::size_t at = entry.hash & mask;
        while (table_[at].index != 0)
            at = (at + 1) & mask;
        table_[at] = entry;
    }
}

std::size_t TextPool::place(std::string_view octets, std::uint32_t hash) const {
    const auto mask = table_.size() - 1;
    std::size_t at = hash & mask;
    while (table_[at].index != 0 && (table_[at].hash != hash || text(table_[at].index) != octets))
        at = (at + 1) & mask;
    return at;
}

bool TextPool::find(std::string_view octets, TextIndex& index) const {
    index = octets.empty() ? 0 : table_[place(octets, hash_of(octets))].index;
    return octets.empty() || index != 0;
}

TextIndex TextPool::kept(std::string_view octets) {
    if (texts_.size() + octets.size() > 0xffff'ffff) return 0;  // 4 GiB of names: no machine has them
    if (begins_.size() * 2 > table_.size()) grow();
    const auto hash = hash_of(octets);
    auto& entry = table_[place(octets, hash)];
    if (entry.index != 0) return entry.index;
    entry = {hash, static_cast<TextIndex>(begins_.size() - 1)};
    texts_.append(octets);
    begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
    used_.push_back(sample_ - 1);
    return entry.index;
}

TextIndex TextPool::note(TextIndex index) {
    now_.push_back(index);
    if (used_[index] != sample_) {
        used_[index] = sample_;
        ++in_use_;
    }
    return index;
}

TextIndex TextPool::add(std::string_view octets) {
    if (octets.empty()) return 0;
    if (expected_ < before_.size() && text(before_[expected_]) == octets) return note(before_[expected_++]);
    const auto index = kept(octets);
    if (index == 0) return 0;
    // Some may have come or gone: the others follow not far behind, or are searched for one by one.
    constexpr std::size_t most_gone = 256;
    const auto from = before_.begin() + static_cast<std::ptrdiff_t>(expected_);
    const auto to =
        before_.begin() + static_cast<std::ptrdiff_t>(std::min(before_.size(), expected_ + most_gone));
    const auto found = std::find(from, to, index);
    if (found != to) expected_ = static_cast<std::size_t>(found - before_.begin()) + 1;
    return note(index);
}

void PairTable::clear() {
    std::fill(table_.begin(), table_.end(), Entry{});
    used_ = 0;
}

std::size_t PairTable::place(std::uint32_t a, std::uint32_t b) const {
    const auto mask = table_.size() - 1;
    auto hash = (std::uint64_t{a} << 32 | b) * odd;
    auto at = static_cast<std::size_t>(hash >> 32) & mask;
    while (table_[at].used && (table_[at].a != a || table_[at].b != b))
        at = (at + 1) & mask;
    return at;
}

std::uint32_t& PairTable::at(std::uint32_t a, std::uint32_t b) {
    if (used_ * 2 >= table_.size()) {
        auto old = std::move(table_);
        table_ = std::vector<Entry>(old.empty() ? 1024 : old.size() * 4);
        for (const auto& entry : old)
            if (entry.used) table_[place(entry.a, entry.b)] = entry;
    }
    auto& entry = table_[place(a, b)];
    if (!entry.used) {
        entry = {a, b, none_index, true};
        ++used_;
    }
    return entry.value;
}

std::uint32_t PairTable::find(std::uint32_t a, std::uint32_t b) const {
    return table_.empty() ? none_index : table_[place(a, b)].value;
}

}  // namespace ipcscope
