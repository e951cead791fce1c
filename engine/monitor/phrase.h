// What is said to a person, kept apart so that it can be said in any language.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct Phrase {
    const char* pattern = nullptr;  // IPC_TR, with %1, %2 ... for `args`; nullptr: `text`, as it is
    std::vector<Phrase> args = {};
    std::string text = {};  // a name, a figure, a reference
    bool by_probe = false;  // `text` is English of the probe (see spoken.h)
};

inline Phrase as_it_is(std::string_view text) {
    return {.text = std::string(text)};
}
inline Phrase by_probe(std::string_view english) {
    return {.text = std::string(english), .by_probe = true};
}
template <typename... Args>
Phrase phrase(const char* pattern, Args... args) {
    return {.pattern = pattern, .args = {std::move(args)...}};
}

// How a language has it: a pattern, with its places still in it, and words of the probe.
struct Tongue {
    std::function<std::string(const char*)> pattern;
    std::function<std::string(std::string_view)> by_probe;
};
std::string said(const Phrase& phrase, const Tongue& tongue);
std::string in_english(const Phrase& phrase);

}  // namespace ipcscope
