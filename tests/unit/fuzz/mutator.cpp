#include "unit/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ipcscope::testing {

namespace {
constexpr std::array edges = {"0",
                              "-1",
                              "1",
                              "63",
                              "64",
                              "65",
                              "255",
                              "256",
                              "65535",
                              "65536",
                              "2147483647",
                              "4294967295",
                              "4294967296",
                              "1000000000",
                              "9223372036854775807",
                              "-9223372036854775808",
                              "99999999999999999999",
                              "1.5",
                              "1e308",
                              "0x7fffffff"};
}  // namespace

std::vector<std::string> words_of(const std::string& dictionary) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < dictionary.size();) {
        const auto end = std::min(dictionary.find('\n', at), dictionary.size());
        const auto line = dictionary.substr(at, end - at);
        at = end + 1;
        const auto first = line.find('"'), last = line.rfind('"');
        if (line.starts_with('#') || first == last) continue;
        std::string word;
        for (auto i = first + 1; i < last; ++i) {
            if (line[i] != '\\') {
                word += line[i];
            } else if (line[++i] == 'x') {
                word += static_cast<char>(std::strtol(line.substr(i + 1, 2).c_str(), nullptr, 16));
                i += 2;
            } else {
                word += line[i];
            }
        }
        out.push_back(std::move(word));
    }
    return out;
}

Mutator::Mutator(std::vector<std::string> inputs, std::vector<std::string> words, std::uint64_t seed)
    : inputs_(std::move(inputs)), words_(std::move(words)), random_(seed) {
    if (inputs_.empty()) inputs_.emplace_back();
    if (words_.empty()) words_.emplace_back("\n");
}

std::string Mutator::next() {
    auto input = any();
    for (auto changes = 1 + below(6); changes > 0; --changes)
        change(input);
    if (input.size() > longest) input.resize(longest);
    return input;
}

void Mutator::change(std::string& input) {
    switch (below(9)) {
        case 0:
        case 1: return change_octet(input);
        case 2: return change_number(input);
        case 3: return copy_piece(input);
        case 4: input.erase(below(input.size() + 1), 1 + below(below(2) ? 4 : 64)); return;
        case 5: input.insert(below(input.size() + 1), words_[below(words_.size())]); return;
        case 6: {  // one behind the other
            const auto& other = any();
            input.resize(below(input.size() + 1));
            input += other.substr(below(other.size() + 1));
            return;
        }
        case 7: {  // a word in the place of octets
            const auto& word = words_[below(words_.size())];
            const auto at = below(input.size() + 1);
            input.replace(at, std::min(word.size(), input.size() - at), word);
            return;
        }
        default: {
            std::string noise(1 + below(12), '\0');
            for (auto& c : noise)
                c = static_cast<char>(random_());
            input.insert(below(input.size() + 1), noise);
        }
    }
}

void Mutator::change_octet(std::string& input) {
    if (input.empty()) return;
    auto& octet = input[below(input.size())];
    switch (below(3)) {
        case 0: octet = static_cast<char>(octet ^ static_cast<char>(1u << below(8))); break;
        case 1: octet = static_cast<char>(random_()); break;
        default: octet = std::array{'\0', '\x7f', '\x80', '\xff', ' ', '"', '\n', '9'}[below(8)];
    }
}

// A decimal one, to one at which something may end.
void Mutator::change_number(std::string& input) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    auto at = below(input.size() + 1);
    while (at < input.size() && !digit(input[at]))
        ++at;
    auto end = at;
    while (end < input.size() && digit(input[end]))
        ++end;
    input.replace(at, end - at, edges[below(edges.size())]);
}

void Mutator::copy_piece(std::string& input) {
    const auto piece = input.substr(below(input.size() + 1), 1 + below(below(4) ? 16 : 400));
    const auto to = below(input.size() + 1);
    for (auto times = 1 + below(below(8) ? 2 : 200); times > 0 && input.size() < longest; --times)
        input.insert(to, piece);
}

}  // namespace ipcscope::testing
