// PlantUML's sequence diagrams (https://plantuml.com/sequence-diagram).
#include "export/diagram_writer.h"
#include "export/sequence_text.h"

#include <fmt/format.h>

namespace ipcscope {

// What could be markup (Creole, HTML, escapes, preprocessor) is written as <U+XXXX>.
std::string plantuml_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool twice =
            (c == '*' || c == '/' || c == '_' || c == '-' || c == '"' || c == '\'' || c == '.' || c == '=') &&
            i + 1 < text.size() && text[i + 1] == c;
        const bool comment = (c == '/' && i + 1 < text.size() && text[i + 1] == '\'') ||
                             (c == '\'' && i + 1 < text.size() && text[i + 1] == '/');
        const bool begins =
            i == 0 && (c == '*' || c == '#' || c == '|' || c == '!' || c == '\'' || c == '=' || c == '-');
        const bool code = c == '\\' || c == '<' || c == '>' || c == '~' || c == '%' || c == '[' || c == ']' ||
                          c == '{' || c == '}' || c == '&' || c == '$' || c == '@' || c == '^';
        if (code || twice || comment || begins)
            out += fmt::format("<U+{:04X}>", static_cast<int>(c));
        else
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out.empty() ? " " : out;
}

namespace {

// Within quotes there is no way to write a quote but by its number.
std::string quoted(std::string_view name) {
    std::string out;
    for (const char c : plantuml_text(name))
        out += c == '"' ? std::string("<U+0022>") : std::string(1, c);
    return '"' + out + '"';
}

class PlantUml : public DiagramWriter {
public:
    void begin(std::string_view title) override {
        text += "@startuml\n";
        if (!title.empty()) text += fmt::format("title {}\n", plantuml_text(title));
        text += "hide footbox\nskinparam shadowing false\n";
    }
    void column(std::size_t column, std::string_view name, bool object) override {
        text += fmt::format("{} {} as c{}\n", object ? "queue" : "participant", quoted(name), column);
    }
    void born(std::size_t column) override { text += fmt::format("create c{}\n", column); }
    void died(std::size_t column) override { text += fmt::format("destroy c{}\n", column); }
    void arrow(std::size_t from, std::size_t to, Arrow arrow, std::string_view label) override {
        const char* line = "->";
        switch (arrow) {
            case Arrow::level:
            case Arrow::itself: break;
            case Arrow::later: line = "-->"; break;
            case Arrow::failed: line = "-[#red]>"; break;
            case Arrow::lost: line = "->x"; break;
        }
        text += fmt::format("c{} {} c{} : {}\n", from, line, to, plantuml_text(label));
    }
    void waits(std::size_t column, bool on) override {
        text += fmt::format("{} c{}\n", on ? "activate" : "deactivate", column);
    }
    void note(std::size_t first, std::size_t last, std::string_view label) override {
        text += first == last ? fmt::format("note over c{} : {}\n", first, plantuml_text(label))
                              : fmt::format("note over c{}, c{} : {}\n", first, last, plantuml_text(label));
    }
    void gap(std::size_t, std::string_view label) override {
        text += fmt::format("... {} ...\n", plantuml_text(label));
    }
    void end() override { text += "@enduml\n"; }
};

}  // namespace

std::unique_ptr<DiagramWriter> plantuml_writer() {
    return std::make_unique<PlantUml>();
}

}  // namespace ipcscope
