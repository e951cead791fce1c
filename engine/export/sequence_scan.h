// Finds the rows of a sequence diagram without keeping anybody waiting: a few events at once, many on a
// thread of its own, with what it has found so far published on the way.
#pragma once

#include "export/sequence_rows.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace ipcscope {

class SequenceScan {
public:
    static constexpr std::uint64_t at_once = 20'000;  // events that update() looks at before it returns

    SequenceScan(std::shared_ptr<const Recording> recording, SequenceChoice choice);
    ~SequenceScan();  // cancels
    SequenceScan(const SequenceScan&) = delete;
    SequenceScan& operator=(const SequenceScan&) = delete;

    void update();  // there may be more events, or flows; call it as often as the view is refreshed
    void cancel();  // what has been found stays; update() goes on
    bool busy() const;
    double progress() const;                           // 0 to 1
    std::shared_ptr<const SequenceRows> rows() const;  // never nullptr
    void wait();                                       // until it is no longer busy; for tests and exporters

private:
    void work(const std::stop_token& stop);
    void publish();

    const std::shared_ptr<const Recording> recording_;
    SequenceBuilder builder_;  // of whoever is working: update(), or the thread while busy_
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::shared_ptr<const SequenceRows> rows_ = std::make_shared<SequenceRows>();
    bool busy_ = false, cancelled_ = false;
    std::jthread thread_;  // the last member: it ends first
};

}  // namespace ipcscope
