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
    if (table_.empty())
        table_.resize(1024);
    else
        std::fill(table_.begin(), table_.end(), Entry{});
}

void TextPool::grow() {
    const auto old = std::move(table_);
    table_.assign(old.size() * 4, Entry{});
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

TextIndex TextPool::add(std::string_view octets) {
    if (octets.empty()) return 0;
    if (texts_.size() + octets.size() > 0xffff'ffff) return 0;  // 4 GiB of names: no machine has them
    if (begins_.size() * 2 > table_.size()) grow();
    const auto hash = hash_of(octets);
    auto& entry = table_[place(octets, hash)];
    if (entry.index != 0) return entry.index;
    entry = {hash, static_cast<TextIndex>(begins_.size() - 1)};
    texts_.append(octets);
    begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
    return entry.index;
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
