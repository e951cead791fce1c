// Mermaid's sequenceDiagram (https://mermaid.js.org/syntax/sequenceDiagram.html).
#include "export/diagram_writer.h"
#include "export/sequence_text.h"

#include <fmt/format.h>

namespace ipcscope {

// Entities are Mermaid's own: #35; by number. A message ends at a semicolon or a line's end, '#' begins an
// entity or a comment, '<' HTML, and '%' could begin a directive. "wrap:" at its beginning is a directive as
// well.
std::string mermaid_text(std::string_view text) {
    std::string out;
    const bool directive = text.starts_with("wrap:") || text.starts_with("nowrap:");
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool code = c == '#' || c == ';' || c == '<' || c == '>' || c == '%' || c == '&' || c == '\\' ||
                          (directive && c == ':');
        if (code)
            out += fmt::format("#{};", static_cast<int>(c));
        else
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out.empty() ? " " : out;
}

namespace {

class Mermaid : public DiagramWriter {
public:
    void begin(std::string_view title) override {
        text += "sequenceDiagram\n";
        if (!title.empty()) text += fmt::format("    title {}\n", mermaid_text(title));
    }
    void column(std::size_t column, std::string_view name, bool object) override {
        text += fmt::format("    participant c{} as {}{}\n", column, mermaid_text(name),
                            object ? " (object)" : "");
    }
    void arrow(std::size_t from, std::size_t to, Arrow arrow, std::string_view label) override {
        const char* line = "->>";
        switch (arrow) {
            case Arrow::level:
            case Arrow::itself: break;
            case Arrow::later: line = "-->>"; break;
            case Arrow::failed:
            case Arrow::lost: line = "-x"; break;
        }
        text += fmt::format("    c{}{}c{}: {}\n", from, line, to, mermaid_text(label));
    }
    void waits(std::size_t column, bool on) override {
        text += fmt::format("    {} c{}\n", on ? "activate" : "deactivate", column);
    }
    void note(std::size_t first, std::size_t last, std::string_view label) override {
        text += first == last ? fmt::format("    Note over c{}: {}\n", first, mermaid_text(label))
                              : fmt::format("    Note over c{},c{}: {}\n", first, last, mermaid_text(label));
    }
    void gap(std::size_t columns, std::string_view label) override { note(0, columns - 1, label); }
    void end() override {}
};

}  // namespace

std::unique_ptr<DiagramWriter> mermaid_writer() {
    return std::make_unique<Mermaid>();
}

}  // namespace ipcscope
