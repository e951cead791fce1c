#include "base/signals.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <signal.h>
#include <string.h>
#include <vector>

namespace ipcscope {

namespace {

struct Table {
    std::deque<std::string> texts;  // a deque: what stands in it does not move
    std::vector<std::pair<const char*, int>> names;

    void add(std::string name, int number) {
        texts.push_back(std::move(name));
        names.emplace_back(texts.back().c_str(), number);
    }
    Table() {
        for (int number = 1; number < 32; ++number)
            if (number == SIGIO)
                add("SIGIO", number);  // the C library prefers SIGPOLL, signal(7) and the kernel do not
            else if (const char* name = sigabbrev_np(number))
                add(std::string("SIG") + name, number);
        const int first = SIGRTMIN, last = SIGRTMAX;
        for (int number = first; number <= last; ++number) {
            const auto offset = std::to_string(number - first);
            add(number == first ? "SIGRTMIN" : number == last ? "SIGRTMAX" : "SIGRTMIN+" + offset, number);
        }
    }
};

const Table& table() {
    static const auto* const all = new Table;  // never destroyed: names are used until the very end
    return *all;
}

// "+3" or "-3" -> 3; -1 = neither.
int offset_of(std::string_view text, char sign) {
    int n = -1;
    if (text.size() < 2 || text[0] != sign) return -1;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), n);
    return error == std::errc{} && end == text.data() + text.size() && n >= 0 ? n : -1;
}

}  // namespace

std::span<const std::pair<const char*, int>> signal_names() {
    return table().names;
}

std::string signal_name(int number) {
    const auto names = signal_names();
    const auto found = std::ranges::find(names, number, &std::pair<const char*, int>::second);
    return found != names.end() ? found->first : "signal " + std::to_string(number);
}

int signal_value(std::string_view name) {
    for (const auto& [known, number] : signal_names())
        if (name == known) return number;
    constexpr std::string_view first = "SIGRTMIN", last = "SIGRTMAX";
    if (name == "SIGCLD") return SIGCHLD;
    if (name == "SIGPOLL") return SIGIO;
    if (name == "SIGIOT") return SIGABRT;
    const auto number = name.starts_with(first)  ? offset_of(name.substr(first.size()), '+')
                        : name.starts_with(last) ? offset_of(name.substr(last.size()), '-')
                                                 : -1;
    if (number < 0 || number > SIGRTMAX - SIGRTMIN) return -1;
    return name.starts_with(first) ? SIGRTMIN + number : SIGRTMAX - number;
}

}  // namespace ipcscope
