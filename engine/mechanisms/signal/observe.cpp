#include "mechanisms/signal/observe.h"

#include "base/signals.h"

#include <charconv>
#include <fstream>

namespace ipcscope::mechanisms {

namespace {

// All that programs may use: without 32 and 33, which are the C library's business.
std::uint64_t usable() {
    std::uint64_t bits = 0;
    for (const auto& [name, number] : signal_names())
        bits |= std::uint64_t{1} << (number - 1);
    return bits;
}

std::int64_t mask(const std::string& hex) {
    std::uint64_t bits = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), bits, 16);
    return static_cast<std::int64_t>(bits & usable());
}

std::int64_t number(std::string_view text) {
    std::int64_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

}  // namespace

Result<Fields> observe_signals(std::string_view, std::int64_t pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    if (!status) return system_failure("signals of process " + std::to_string(pid), "open", errno);
    Fields out;
    for (std::string line; std::getline(status, line);) {
        const auto colon = line.find(":\t");
        if (colon == std::string::npos) continue;
        const std::string_view key(line.data(), colon);
        const auto text = line.substr(colon + 2);
        if (key == "SigPnd") out.emplace_back("thread_pending", mask(text));
        if (key == "ShdPnd") out.emplace_back("process_pending", mask(text));
        if (key == "SigBlk") out.emplace_back("blocked", mask(text));
        if (key == "SigIgn") out.emplace_back("ignored", mask(text));
        if (key == "SigCgt") out.emplace_back("caught", mask(text));
        if (key == "SigQ") {  // "3/96365"
            const auto slash = text.find('/');
            out.emplace_back("queued", number(text));
            if (slash != std::string::npos) out.emplace_back("queue_limit", number(text.substr(slash + 1)));
        }
    }
    return out;
}

}  // namespace ipcscope::mechanisms
