// Texts kept once, one after the other; their numbers are what a snapshot holds. They keep their numbers from
// one sample to the next: nearly the same texts come again, in the same order, and are found without a
// search.
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
    // The next sample begins. True: all numbers are new, because most of the texts were of the past.
    bool next();
    TextIndex add(std::string_view octets);
    bool find(std::string_view octets, TextIndex& index) const;
    std::string_view text(TextIndex index) const {
        return std::string_view(texts_).substr(begins_[index], begins_[index + 1] - begins_[index]);
    }
    // All of them, and where each begins (one more than there are). Only take_back() may follow.
    void give(std::string& texts, std::vector<std::uint32_t>& begins) {
        texts.swap(texts_);
        begins.swap(begins_);
        given_ = true;
    }
    // What was given; nothing if nothing was.
    void take_back(std::string& texts, std::vector<std::uint32_t>& begins) {
        if (!given_) return;
        texts.swap(texts_);
        begins.swap(begins_);
        given_ = false;
    }

private:
    void clear();
    void grow();
    TextIndex kept(std::string_view octets);
    TextIndex note(TextIndex index);
    std::size_t place(std::string_view octets, std::uint32_t hash) const;
    std::string texts_;
    struct Entry {
        std::uint32_t hash = 0;
        TextIndex index = 0;  // 0 = free
    };
    std::vector<std::uint32_t> begins_;
    std::vector<Entry> table_;  // open addressing
    bool given_ = false;
    std::vector<TextIndex> before_, now_;  // what was asked for, in this order: in the last sample, in this
    std::size_t expected_ = 0;             // in before_
    std::vector<std::uint32_t> used_;      // each text's last sample
    std::uint32_t sample_ = 0;
    std::size_t in_use_ = 0;  // texts of this sample
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
