#include "cli/printer.h"

#include "cli/event_json.h"

#include <chrono>

namespace ipcscope::cli {

namespace {
constexpr auto tick = std::chrono::milliseconds(20);
}

Printer::Printer(const Recording& recording, const Program& program, bool json, std::function<void()> broken)
    : source_(recording, program), json_(json), broken_(std::move(broken)), thread_([this] { loop(); }) {}

void Printer::finish() {
    stop_ = true;
    if (!thread_.joinable()) return;
    thread_.join();
    print(source_.size());
    if (!json_) output_.write(text_.flush());
}

// An event is joined to others a moment after it was stored, so it is printed one tick after it was seen.
void Printer::loop() {
    std::uint64_t seen = 0;
    while (!stop_) {
        const auto size = source_.size();
        if (seen > printed_)
            print(seen);
        else if (!json_ && size == seen)
            output_.write(text_.flush());
        if (size == seen && printed_ == seen) shown_ = seen;
        seen = size;
        if (output_.broken() && broken_) std::exchange(broken_, nullptr)();
        std::this_thread::sleep_for(tick);
    }
}

void Printer::print(std::uint64_t end) {
    constexpr std::size_t batch = 1 << 16;
    std::string out;
    for (; printed_ < end && !output_.broken(); ++printed_) {
        const auto facts = source_.facts(printed_);
        out += json_ ? event_json(source_, facts) + "\n" : text_.add(facts);
        if (out.size() < batch) continue;
        output_.write(out);
        out.clear();
    }
    output_.write(out);
}

}  // namespace ipcscope::cli
