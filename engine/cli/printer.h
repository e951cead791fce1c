// Prints events while the run goes on, on a thread of its own.
#pragma once

#include "cli/event_source.h"
#include "cli/event_text.h"
#include "cli/output.h"

#include <atomic>
#include <functional>
#include <thread>

namespace ipcscope::cli {

class Printer {
public:
    // `broken` is called once, on the printer's thread, when nobody reads any more.
    Printer(const Recording& recording, const Program& program, bool json, std::function<void()> broken);
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
    EventText text_{source_};
    Output output_;
    const bool json_;
    std::function<void()> broken_;
    std::uint64_t printed_ = 0;
    std::atomic<std::uint64_t> shown_{0};
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace ipcscope::cli
