#include "monitor/phrase.h"

namespace ipcscope {

std::string said(const Phrase& phrase, const Tongue& tongue) {
    if (!phrase.pattern) return phrase.by_probe ? tongue.by_probe(phrase.text) : phrase.text;
    const auto pattern = tongue.pattern(phrase.pattern);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' &&
                           static_cast<std::size_t>(pattern[i + 1] - '0') <= phrase.args.size();
        if (place)
            out += said(phrase.args[static_cast<std::size_t>(pattern[++i] - '1')], tongue);
        else
            out += pattern[i];
    }
    return out;
}

std::string in_english(const Phrase& phrase) {
    static const Tongue english{[](const char* pattern) { return std::string(pattern); },
                                [](std::string_view words) { return std::string(words); }};
    return said(phrase, english);
}

}  // namespace ipcscope
