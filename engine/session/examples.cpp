#include "session/examples.h"

namespace ipcscope {

namespace {
constexpr std::string_view look_for = "Look for:";
}

Example read_example(std::string_view text) {
    Example out;
    out.text = text;
    std::string paragraph;
    const auto end_paragraph = [&] {
        if (paragraph.empty()) return;
        if (paragraph.starts_with(look_for)) {
            const auto begin = paragraph.find_first_not_of(' ', look_for.size());
            out.look_for = begin == std::string::npos ? "" : paragraph.substr(begin);
        } else {
            out.paragraphs.push_back(paragraph);
        }
        paragraph.clear();
    };
    for (bool first = true; !text.empty() && text.front() == '#'; first = false) {
        const auto end = text.find('\n');
        auto line = text.substr(1, end == std::string_view::npos ? end : end - 1);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '#'))
            line.remove_prefix(1);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
            line.remove_suffix(1);
        if (first) {
            out.title = line;
        } else if (line.empty()) {
            end_paragraph();
        } else {
            if (!paragraph.empty()) paragraph += ' ';
            paragraph += line;
        }
    }
    end_paragraph();
    return out;
}

const std::vector<Example>& examples() {
    static const auto all = [] {
        std::vector<Example> out;
        for (const auto& source : example_sources()) {
            out.push_back(read_example(source.text));
            out.back().name = source.name;
            out.back().group = source.group;
        }
        return out;
    }();
    return all;
}

const Example* find_example(std::string_view name) {
    for (const auto& example : examples())
        if (example.name == name) return &example;
    return nullptr;
}

}  // namespace ipcscope
