// Things that two threads do, each once: one from the front, the other where it is needed.
#pragma once

#include "base/try_thread.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipcscope {

class Shares {
public:
    explicit Shares(std::size_t count) : states_(count) {}
    std::size_t size() const { return states_.size(); }
    // False: the other one has it.
    bool claim(std::size_t at) {
        std::uint8_t expected = open;
        return states_[at].compare_exchange_strong(expected, claimed, std::memory_order_acquire);
    }
    void done(std::size_t at) {
        states_[at].store(finished, std::memory_order_release);
        states_[at].notify_one();
    }
    bool is_done(std::size_t at) const { return states_[at].load(std::memory_order_acquire) == finished; }
    void wait(std::size_t at) const {
        while (!is_done(at))
            states_[at].wait(claimed, std::memory_order_acquire);
    }

private:
    static constexpr std::uint8_t open = 0, claimed = 1, finished = 2;
    std::vector<std::atomic<std::uint8_t>> states_;
};

// All of them: `there` in a thread of its own, `here` in this one. A few are not worth a thread.
template <typename Here, typename There>
void do_all(std::size_t count, Here here, There there) {
    constexpr std::size_t few = 16;
    if (count <= few) {
        for (std::size_t i = 0; i < count; ++i)
            here(i);
        return;
    }
    constexpr std::size_t step = 8;
    std::atomic<std::size_t> next{0};
    const auto work = [&](auto& one) {
        for (std::size_t begin = 0; (begin = next.fetch_add(step)) < count;)
            for (std::size_t i = begin; i < count && i < begin + step; ++i)
                one(i);
    };
    auto other = try_thread([&] { work(there); });
    work(here);
    if (other.joinable()) other.join();
}

}  // namespace ipcscope
