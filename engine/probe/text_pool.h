// Texts kept once, one after the other; their numbers are what a snapshot holds.
#pragma once

#include "snapshot/snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

class TextPool {
public:
    TextPool() { clear(); }
    void clear();
    TextIndex add(std::string_view octets);
    bool find(std::string_view octets, TextIndex& index) const;
    std::string_view text(TextIndex index) const {
        return std::string_view(texts_).substr(begins_[index], begins_[index + 1] - begins_[index]);
    }
    // All of them, and where each begins (one more than there are). Only clear() may follow.
    void give(std::string& texts, std::vector<std::uint32_t>& begins) {
        texts.swap(texts_);
        begins.swap(begins_);
    }

private:
    void grow();
    std::size_t place(std::string_view octets, std::uint32_t hash) const;
    std::string texts_;
    struct Entry {
        std::uint32_t hash = 0;
        TextIndex index = 0;  // 0 = free
    };
    std::vector<std::uint32_t> begins_;
    std::vector<Entry> table_;  // open addressing
};

// Numbers of things known by a pair of numbers: open addressing, as the other.
class PairTable {
public:
    void clear();
    // The place of the pair; `none_index` in it = it is new.
    std::uint32_t& at(std::uint32_t a, std::uint32_t b);
    std::uint32_t find(std::uint32_t a, std::uint32_t b) const;  // none_index = not there

private:
    struct Entry {
        std::uint32_t a = 0, b = 0, value = none_index;
        bool used = false;
    };
    std::size_t place(std::uint32_t a, std::uint32_t b) const;
    std::vector<Entry> table_;
    std::size_t used_ = 0;
};

}  // namespace ipcscope
