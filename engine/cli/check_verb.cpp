// ipcscope-cli check: a program is read, nothing is run.
#include "cli/output.h"
#include "cli/program_file.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "session/settings.h"
#include "session_file/file_recording.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace ipcscope::cli {

namespace {

struct Summary {
    std::size_t statements = 0, expectations = 0;
    std::set<std::string> mechanisms;
    std::vector<Parameter> parameters;
};

Summary summary_of(const Registry& registry, const Program& program) {
    Summary out;
    for (const auto& statement : program.statements) {
        out.statements += statement.kind != Statement::Kind::blank ? 1u : 0u;
        out.expectations += statement.expect.kind != Expectation::Kind::none ? 1u : 0u;
        if (const auto* operation = registry.operation(statement.operation))
            out.mechanisms.insert(operation->mechanism->id);
    }
    out.parameters = parameters_of(program);
    return out;
}

std::string as_json(const Summary& summary) {
    nlohmann::json out{{"statements", summary.statements},
                       {"expectations", summary.expectations},
                       {"mechanisms", summary.mechanisms},
                       {"parameters", nlohmann::json::array()}};
    for (const auto& one : summary.parameters)
        out["parameters"].push_back({{"name", one.name},
                                     {"value", one.value},
                                     {"kind", literal_words(one.kind)},
                                     {"line", one.line},
                                     {"comment", one.comment}});
    return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_text(const Summary& summary) {
    auto out =
        fmt::format("{} statements, {} expectations; uses {}\n", summary.statements, summary.expectations,
                    summary.mechanisms.empty() ? std::string("nothing")
                                               : fmt::format("{}", fmt::join(summary.mechanisms, ", ")));
    if (summary.parameters.empty()) return out + "no parameters ('let NAME = VALUE' makes one)\n";
    out += "parameters (--set NAME=VALUE):\n";
    for (const auto& one : summary.parameters)
        out += fmt::format("  {:<16} {}{}{}\n", one.name, one.value, one.comment.empty() ? "" : "    # ",
                           one.comment);
    return out;
}

}  // namespace

int check_verb(const CheckCommand& command) {
    const Registry registry(all_specs());
    std::optional<Program> program;
    const bool session = std::string_view(command.file).ends_with(".ipcscope") ||
                         (command.file != "-" && is_session_file(command.file));
    if (session) {
        const auto opened = open_session(command.file, registry);
        if (!opened) {
            fmt::print(stderr, "ipcscope-cli: {}\n", opened.error().text());
            return cannot_run;
        }
        (*opened)->wait_loaded();
        program = parse_text(registry, (*opened)->program(), command.file, command.settings);
    } else {
        program = read_program(registry, command.file, command.settings);
    }
    if (!program) return cannot_run;
    Output out;
    if (command.text) {
        out.write(print_program(registry, *program));
    } else {
        const auto summary = summary_of(registry, *program);
        out.write(command.json ? as_json(summary) : as_text(summary));
    }
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
