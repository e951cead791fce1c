// Which object had a name or an id, and since when: so that nothing is done to another one that has it by the
// time somebody who has looked at the first one has made up their mind.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <ctime>
#include <fmt/format.h>
#include <unordered_map>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

template <typename Key, typename Identity>
class SeenIdentities {
public:
    // Before a sample that was taken at `now_ns`: those that the last one did not see again are forgotten.
    void begin(std::int64_t now_ns) {
        std::erase_if(all_, [&](const auto& one) { return one.second.sample != sample_; });
        now_ns_ = now_ns;
        ++sample_;
    }
    void add(const Key& key, const Identity& identity) {
        const auto [place, fresh] = all_.try_emplace(key);
        auto& one = place->second;
        if (fresh || !(one.identity == identity)) one = {identity, now_ns_, sample_};
        one.sample = sample_;
    }
    const Identity* find(const Key& key) const {
        const auto found = all_.find(key);
        return found == all_.end() || found->second.sample != sample_ ? nullptr : &found->second.identity;
    }
    // Nothing = what has the key now (`same`: it is what the last sample has seen) has had it at `seen_ns`,
    // as far as is known. 0 = nobody says when it was looked at.
    template <typename Same>
    Status check(const Key& key, std::int64_t seen_ns, const std::string& words, Same same) const {
        const auto found = all_.find(key);
        const bool there = found != all_.end() && found->second.sample == sample_;
        if (!there && seen_ns == 0) return {};
        if (now_ns_ == 0)
            return failure(fmt::format(
                "{} was seen by a probe that has ended since: it has to be looked at again", words));
        if (there && same(found->second.identity) && (seen_ns == 0 || found->second.since_ns <= seen_ns))
            return {};
        return failure(
            fmt::format("{} is not the one that was seen: that one is gone, and another has its "
                        "name or number now",
                        words));
    }

private:
    struct Entry {
        Identity identity{};
        std::int64_t since_ns = 0;
        std::uint64_t sample = 0;
    };
    std::unordered_map<Key, Entry> all_;
    std::int64_t now_ns_ = 0;  // of the last sample; 0 = none yet
    std::uint64_t sample_ = 0;
};

// Of a file whose name was looked at: was it made after `seen_ns` (CLOCK_MONOTONIC)? False also where its
// file system does not tell. `status`: with STATX_BTIME.
inline bool made_since(const struct statx& status, std::int64_t seen_ns) {
    if (seen_ns == 0 || (status.stx_mask & STATX_BTIME) == 0) return false;
    const auto clock = [](clockid_t which) {
        timespec now{};
        clock_gettime(which, &now);
        return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
    };
    const auto born = std::int64_t{status.stx_btime.tv_sec} * 1'000'000'000 + status.stx_btime.tv_nsec;
    return born > seen_ns + clock(CLOCK_REALTIME) - clock(CLOCK_MONOTONIC);
}

}  // namespace ipcscope::mechanisms
