// Two octets of the needle are compared at sixteen places at once; what passes is compared in full.
#include "runtime/byte_search.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace ipcscope {

namespace {

constexpr std::size_t lanes = 16;
using Octets __attribute__((vector_size(lanes))) = unsigned char;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// How common an octet is in what programs send, roughly: text, then zeros and small numbers.
int commonness(char c) {
    constexpr std::string_view letters = " etaoinsrhldcum";
    const auto at = letters.find(lower(c));
    if (at != std::string_view::npos) return 100 - static_cast<int>(at);
    if (c == '\0') return 99;
    if (c >= '0' && c <= '9') return 80;
    if (c == '\n' || c == '"' || c == ',' || c == '.' || c == '/' || c == '-' || c == ':') return 70;
    if (lower(c) >= 'a' && lower(c) <= 'z') return 60;
    return 10;
}

Octets load(const char* at) {
    Octets out;
    std::memcpy(&out, at, sizeof out);
    return out;
}

Octets all(char c) {
    return Octets{} + static_cast<unsigned char>(c);
}

bool any(Octets mask) {
    std::uint64_t halves[2];
    std::memcpy(halves, &mask, sizeof mask);
    return (halves[0] | halves[1]) != 0;
}

// ASCII letters as lower case ones, and some others changed: only to be ruled out by.
Octets folded(Octets text) {
    return text | 0x20;
}

}  // namespace

ByteSearch::ByteSearch(std::string needle, bool any_case) : needle_(std::move(needle)), any_case_(any_case) {
    if (any_case_)
        for (auto& c : needle_)
            c = lower(c);
    if (needle_.empty()) return;
    for (std::size_t i = 1; i < needle_.size(); ++i)
        if (commonness(needle_[i]) < commonness(needle_[first_])) first_ = i;
    second_ = first_ == 0 ? needle_.size() - 1 : 0;
    for (std::size_t i = 0; i < needle_.size(); ++i)
        if (i != first_ && needle_[i] != needle_[first_] &&
            (second_ == first_ || commonness(needle_[i]) < commonness(needle_[second_])))
            second_ = i;
}

bool ByteSearch::here(const char* at) const {
    if (!any_case_) return std::memcmp(at, needle_.data(), needle_.size()) == 0;
    for (std::size_t i = 0; i < needle_.size(); ++i)
        if (lower(at[i]) != needle_[i]) return false;
    return true;
}

std::size_t ByteSearch::find_slowly(std::string_view text, std::size_t from) const {
    for (auto at = from; at + needle_.size() <= text.size(); ++at)
        if (lower(text[at + first_]) == lower(needle_[first_]) && here(text.data() + at)) return at;
    return std::string_view::npos;
}

std::size_t ByteSearch::find(std::string_view text, std::size_t from) const {
    if (from > text.size() || needle_.size() > text.size() - from) return std::string_view::npos;
    if (needle_.empty()) return from;
    const auto a = all(needle_[first_]), b = all(needle_[second_]);
    const auto fold_a = folded(a), fold_b = folded(b);
    const char* base = text.data();
    std::size_t at = from;
    const auto last = text.size() - needle_.size();  // the last place where it can begin
    const auto candidates = [&](std::size_t place) -> Octets {
        const auto x = load(base + place + first_), y = load(base + place + second_);
        if (any_case_) return reinterpret_cast<Octets>((folded(x) == fold_a) & (folded(y) == fold_b));
        return reinterpret_cast<Octets>((x == a) & (y == b));
    };
    const auto look = [&](std::size_t place, Octets mask) {
        std::array<std::uint64_t, 2> halves;
        std::memcpy(halves.data(), &mask, sizeof mask);
        for (std::size_t half = 0; half < 2; ++half)
            for (auto bits = halves[half] & 0x0101010101010101u; bits != 0; bits &= bits - 1) {
                const auto octet = static_cast<std::size_t>(std::countr_zero(bits)) / 8;
                if (here(base + place + half * 8 + octet)) return place + half * 8 + octet;
            }
        return std::string_view::npos;
    };
    for (; at + 4 * lanes <= last + 1; at += 4 * lanes) {
        const Octets masks[4] = {candidates(at), candidates(at + lanes), candidates(at + 2 * lanes),
                                 candidates(at + 3 * lanes)};
        if (!any(masks[0] | masks[1] | masks[2] | masks[3])) continue;
        for (std::size_t i = 0; i < 4; ++i)
            if (const auto found = look(at + i * lanes, masks[i]); found != std::string_view::npos)
                return found;
    }
    for (; at + lanes <= last + 1; at += lanes)
        if (const auto mask = candidates(at); any(mask))
            if (const auto found = look(at, mask); found != std::string_view::npos) return found;
    return find_slowly(text, at);
}

}  // namespace ipcscope
