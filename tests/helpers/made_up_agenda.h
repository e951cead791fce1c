// What is going to happen in a made-up recording, in the order of its times.
#pragma once

#include "helpers/made_up_cast.h"
#include "runtime/recording.h"

#include <queue>

#include <cstdint>
#include <deque>
#include <vector>

namespace ipcscope::testing::made_up {

enum class Then : std::uint8_t { nothing, sent, received, wrote, read };

// An event that will happen, and what follows from it.
struct Planned {
    Event event;
    const char* payload = nullptr;
    Then then = Then::nothing;
    std::uint32_t flow = 0;  // which message, for its ends
    Channel* channel = nullptr;
};

class Agenda {
public:
    Planned& add(std::int64_t time) {
        std::uint32_t slot;
        if (free_.empty()) {
            slot = static_cast<std::uint32_t>(pool_.size());
            pool_.emplace_back();
        } else {
            slot = free_.back();
            free_.pop_back();
        }
        pending_.push({time, added_++, slot});
        Planned& one = pool_[slot] = Planned{};
        one.event.time_ns = time;
        return one;
    }
    // What comes before `until`, and is over with that.
    template <typename Store>
    void happen(std::int64_t until, Store store) {
        while (!pending_.empty() && pending_.top().time < until) {
            const auto slot = pending_.top().slot;
            pending_.pop();
            store(pool_[slot]);
            free_.push_back(slot);
        }
    }
    std::size_t size() const { return pending_.size(); }
    std::uint64_t added() const { return added_; }  // ever

private:
    struct Due {
        std::int64_t time;
        std::uint64_t number;
        std::uint32_t slot;
        bool operator<(const Due& other) const {  // a queue has its greatest first
            return time != other.time ? time > other.time : number > other.number;
        }
    };

    std::uint64_t added_ = 0;
    std::priority_queue<Due> pending_;
    std::deque<Planned> pool_;
    std::vector<std::uint32_t> free_;
};

}  // namespace ipcscope::testing::made_up
