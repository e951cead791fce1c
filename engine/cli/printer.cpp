#include "cli/printer.h"

#include <chrono>

namespace ipcscope::cli {

namespace {
constexpr auto tick = std::chrono::milliseconds(20);
}

Printer::Printer(const Recording& recording, const Program& program, EventQuery query,
                 std::function<void()> broken)
    : source_(recording, program),
      query_(std::move(query)),
      filter_(recording, query_.filter),
      writer_(source_, recording, query_),
      at_the_end_(filter_.settles_late()),
      broken_(std::move(broken)),
      thread_([this] { loop(); }) {}

void Printer::finish() {
    stop_ = true;
    if (!thread_.joinable()) return;
    thread_.join();
    print(source_.size());
    output_.write(writer_.flush());
}

// An event is joined to others a moment after it was stored, so it is printed one tick after it was seen.
void Printer::loop() {
    std::uint64_t seen = 0;
    output_.write(writer_.begin());
    while (!stop_) {
        const auto size = source_.size();
        if (seen > printed_ && !at_the_end_)
            print(seen);
        else if (size == seen)
            output_.write(writer_.flush());
        if (size == seen && (printed_ == seen || at_the_end_)) shown_ = seen;
        seen = size;
        if (output_.broken() && broken_) std::exchange(broken_, nullptr)();
        std::this_thread::sleep_for(tick);
    }
}

void Printer::print(std::uint64_t end) {
    constexpr std::size_t batch = 1 << 16;
    std::string out;
    filter_.refresh();
    writer_.refresh();
    for (; printed_ < end && !output_.broken(); ++printed_) {
        if (query_.filtered && !filter_.matches(printed_)) continue;
        out += writer_.add(printed_);
        if (out.size() < batch) continue;
        output_.write(out);
        out.clear();
    }
    output_.write(out);
}

}  // namespace ipcscope::cli
