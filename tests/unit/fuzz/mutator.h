// Inputs for a fuzz target, made of those that there are: octets changed, left out, doubled, joined, words
// put in. The same seed gives the same inputs.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ipcscope::testing {

// Of a dictionary as libFuzzer reads it: "text" or name="text", with \\ \" \xNN, a line each.
std::vector<std::string> words_of(const std::string& dictionary);

class Mutator {
public:
    static constexpr std::size_t longest = std::size_t{1} << 18;

    Mutator(std::vector<std::string> inputs, std::vector<std::string> words, std::uint64_t seed);
    std::string next();

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random_() % n); }
    const std::string& any() { return inputs_[below(inputs_.size())]; }
    void change(std::string& input);
    void change_octet(std::string& input);
    void change_number(std::string& input);
    void copy_piece(std::string& input);
    std::vector<std::string> inputs_, words_;
    std::mt19937_64 random_;
};

}  // namespace ipcscope::testing
