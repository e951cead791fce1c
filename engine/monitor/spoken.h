// What the probe says in words (what is not shown and why, what a thread waits for) is English with names and
// figures filled in. Here it is taken apart again, so that a display can say it in its own language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

// IPC_TR patterns with %1, %2 ... in them: those that the mechanisms declare (MonitorSpec::words), and those
// of the look at the processes.
const std::vector<const char*>& spoken_patterns();

struct Spoken {
    const char* pattern = nullptr;       // nullptr: none fits, and it is shown as it is
    std::vector<std::string_view> args;  // for %1, %2 ...; may be such words themselves
};
Spoken take_apart(std::string_view english);

// In another language: `translate` gives that of a pattern. Arguments are translated, too, where they are
// such words.
template <typename Text, typename Translate, typename Plain>
Text say(std::string_view english, Translate translate, Plain plain, int deepest = 3) {
    const auto spoken = take_apart(english);
    if (!spoken.pattern || deepest == 0) return plain(english);
    auto out = translate(spoken.pattern);
    // What is filled in may hold a %1 itself: all places are marked first, by what no printable text has.
    const auto place = [](char mark, std::size_t i) { return mark + std::to_string(i); };
    for (std::size_t i = 1; i <= spoken.args.size(); ++i)
        out.replace(plain(place('%', i)), plain(place('\x1a', i)));
    for (std::size_t i = 1; i <= spoken.args.size(); ++i)
        out.replace(plain(place('\x1a', i)), say<Text>(spoken.args[i - 1], translate, plain, deepest - 1));
    return out;
}

}  // namespace ipcscope
