// Watches the machine: a thread of its own that samples, at most so often that it costs its share of one
// core, and keeps the newest snapshot, what has changed and the levels over time.
#pragma once

#include "monitor/client.h"
#include "monitor/difference.h"
#include "monitor/history.h"
#include "monitor/overlooked.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace ipcscope {

// One sample of a watch; never changes once it is published.
struct Watched {
    std::uint64_t number = 0;                  // from 1; 0 = the quick look before the first sample
    std::shared_ptr<const Snapshot> snapshot;  // never nullptr
    std::shared_ptr<const Snapshot> before;    // nullptr = the first one
    // Since `before`; of the first one none. What was left out for a while is compared with the last sample
    // that had it.
    std::vector<ObjectChange> changes;
    std::int64_t cost_ns = 0;  // time that the probe took, and processor time of the comparison
    std::int64_t next_ns = 0;  // until the next one begins: the period, or longer (see slowed)
    bool slowed = false;       // the period was not kept: a sample costs more than its share
};

class Watch {
public:
    struct Options {
        std::int64_t period_ns = 1'000'000'000;
        double share = 0.05;  // of one core
        SampleOptions sample = {};
        // Before the first sample a look without owners, so that there is something to show at once. No
        // sample is compared with it.
        bool quick_first = false;
        std::size_t points_each = 4096;  // of each level's history
        // Both are called on the watch's thread, without any lock: all functions may be called from them but
        // stop(). A failure is told once until it changes; sampling goes on.
        std::function<void(std::shared_ptr<const Watched>)> on_sample = {};
        std::function<void(const std::string&)> on_problem = {};  // "" = it works again
    };
    // Any thread but never two at a time; how a snapshot is made.
    using Sampler = std::function<Result<std::shared_ptr<const Snapshot>>(const SampleOptions&)>;

    Watch(Sampler sampler, Options options);
    Watch(std::shared_ptr<MonitorClient> client, Options options);
    ~Watch();  // stop
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    // --- any thread ---
    void start();  // the first sample is taken at once
    void stop();   // waits for the sample that is being taken
    void set_period(std::int64_t ns);
    void set_paused(bool paused);  // nothing is sampled but by now()
    bool paused() const;
    void now();                                     // a sample as soon as can be, also if paused
    std::shared_ptr<const Watched> latest() const;  // nullptr = none yet
    std::string problem() const;                    // why the last sample failed; "" = it did not
    std::vector<HistoryPoint> history(std::string_view ref, std::string_view field) const;
    std::int64_t began_ns() const;  // the first sample; 0 = none yet

private:
    void loop();
    std::int64_t sample();  // what it cost
    void quick_look();
    std::int64_t pause_after(std::int64_t cost_ns, std::int64_t period_ns, bool& slowed) const;
    const Sampler sampler_;
    const Options options_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::shared_ptr<const Watched> latest_;
    LevelHistory history_;
    Overlooked left_out_;  // of the watch's thread
    std::string problem_;
    std::int64_t period_ns_;
    bool paused_ = false, asked_ = false, changed_ = false, stop_ = false;
    std::thread thread_;
};

}  // namespace ipcscope
