#include "cli/output.h"
#include "cli/verbs.h"
#include "schema/registry.h"
#include "session/examples.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

// Broken into lines of at most `width` characters at spaces.
std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t line = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (line > 0 && line + 1 + end > width) out += '\n', line = 0;
        if (line > 0) out += ' ', ++line;
        out += text.substr(0, end);
        line += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + '\n';
}

std::string list() {
    std::string out, group;
    for (const auto& example : examples()) {
        if (example.group != group)
            out += fmt::format("{}{}\n", out.empty() ? "" : "\n", group = example.group);
        out += fmt::format("  {:30}{}\n", example.name, example.title);
    }
    return out +
           "\nipcscope-cli examples NAME          what it shows\n"
           "ipcscope-cli examples NAME --run    runs it\n";
}

std::string json() {
    auto out = nlohmann::ordered_json::array();
    for (const auto& example : examples())
        out.push_back({{"name", example.name},
                       {"group", example.group},
                       {"title", example.title},
                       {"paragraphs", example.paragraphs},
                       {"look_for", example.look_for},
                       {"program", std::string(example.text)}});
    return out.dump(2) + "\n";
}

std::string explained(const Example& example) {
    std::string out = example.title + "\n\n";
    for (const auto& paragraph : example.paragraphs)
        out += wrapped(paragraph, 100) + "\n";
    if (!example.look_for.empty()) out += wrapped("Look for: " + example.look_for, 100) + "\n";
    auto program = example.text;
    while (!program.empty() && program.front() == '#')
        program.remove_prefix(std::min(program.find('\n'), program.size() - 1) + 1);
    return out + std::string(program);
}

}  // namespace

int examples_verb(const std::string& name, bool run, RunCommand command) {
    Output out;
    if (name.empty()) {
        if (run) {
            fmt::print(stderr, "ipcscope-cli: --run needs the name of an example\n");
            return cannot_run;
        }
        out.write(command.query.json ? json() : list());
        return out.failed() ? our_failure : all_fine;
    }
    const auto* example = find_example(name);
    if (!example) {
        std::vector<std::string> names;
        for (const auto& each : examples())
            names.push_back(each.name);
        const auto near = nearest(name.substr(0, 64), names);
        fmt::print(stderr, "ipcscope-cli: there is no example '{}'{}\n", name.substr(0, 64),
                   near.empty() ? "" : fmt::format(": did you mean {}?", near.front()));
        return cannot_run;
    }
    if (run) {
        command.file = name;
        return run_text(std::string(example->text), command);
    }
    out.write(explained(*example));
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
