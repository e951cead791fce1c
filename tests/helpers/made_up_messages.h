// What is said in a made-up recording: random numbers that are always the same, and messages of them.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope::testing::made_up {

// Quicker than those of the library, and good enough for traffic.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}
    std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_ * 0x2545f4914f6cdd1du;
    }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(static_cast<std::uint32_t>(high - low + 1));
    }
    bool one_in(std::uint32_t n) { return below(n) == 0; }
    // Most are short, a few very long.
    double waiting(double mean) {
        const double u = (static_cast<double>(below(1 << 24)) + 1) / (1 << 24);
        const double one = -std::log(u) * mean;
        return one_in(50) ? one * 25 : one * 0.5;
    }

private:
    std::uint64_t state_;
};

struct Message {
    const char* bytes;
    std::uint32_t captured, original;
    std::uint64_t sent_seq;
};

// The messages that are on their way.
class Messages {
public:
    Messages(Random& random, bool payloads);

    std::uint32_t make();  // free again: let_go
    void let_go(std::uint32_t id) { free_.push_back(id); }
    Message& operator[](std::uint32_t id) { return messages_[id]; }

private:
    Random& random_;
    const bool payloads_;
    std::string pool_, rare_;
    std::vector<Message> messages_;
    std::vector<std::uint32_t> free_;
};

}  // namespace ipcscope::testing::made_up
