// Prints events while the run goes on, on a thread of its own.
#pragma once

#include "cli/event_query.h"
#include "cli/output.h"
#include "export/event_source.h"
#include "runtime/event_filter.h"

#include <atomic>
#include <functional>
#include <thread>

namespace ipcscope::cli {

class Printer {
public:
    // `broken` is called once, on the printer's thread, when nobody reads any more.
    // What matches the query only; if names, flows or waits can decide later whether an event does, all of it
    // is printed at the end.
    Printer(const Recording& recording, const Program& program, EventQuery query,
            std::function<void()> broken);
    ~Printer() { finish(); }
    void finish();  // prints what is left; idempotent
    Output& output() { return output_; }
    bool caught_up() const {
        return shown_ >= source_.size();
    }  // all that has happened is printed; any thread

private:
    void loop();
    void print(std::uint64_t end);
    EventSource source_;
    const EventQuery query_;
    EventFilter filter_;
    EventWriter writer_;
    Output output_;
    const bool at_the_end_;
    std::function<void()> broken_;
    std::uint64_t printed_ = 0;
    std::atomic<std::uint64_t> shown_{0};
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace ipcscope::cli
