#include "codegen/helpers.h"

#include "codegen/template.h"

#include <algorithm>

namespace ipcscope {

namespace {

// Without comments, and in C and C++ without the contents of strings: words there are no uses.
std::string only_code(std::string_view text, Language language) {
    const bool python = language == Language::python;
    std::string out;
    char inside = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inside != 0) {
            if (c == '\\') ++at;
            if (c == inside) inside = 0;
            continue;
        }
        const bool comment = python ? c == '#' : text.substr(at, 2) == "//";
        if (comment) at = std::min(text.find('\n', at), text.size() - 1);
        if (!python && (c == '"' || c == '\'')) inside = c;
        out += comment ? '\n' : c;
    }
    return out;
}

}  // namespace

std::vector<const HelperCode*> needed_helpers(const std::vector<HelperCode>& known, std::string text,
                                              Language language) {
    text = only_code(text, language);
    std::vector<bool> taken(known.size());
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (taken[i] || !has_word(text, known[i].name)) continue;
            taken[i] = more = true;
            text += only_code(known[i].text.in(language), language);
        }
    }
    std::vector<const HelperCode*> out;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (taken[i] && known[i].text.in(language)[0] != '\0') out.push_back(&known[i]);
    return out;
}

}  // namespace ipcscope
