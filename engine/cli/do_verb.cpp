// ipcscope-cli do: operations as commands, their options made of the spec.
#include "cli/operation_text.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "schema/registry.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

bool is_literal(const TypeSpec& type) {
    return type.kind == Kind::bytes || type.kind == Kind::text || type.kind == Kind::path;
}

// "pipe.write", "--to", "r1.write_end", "--data=Hello" -> "pipe.write(to: r1.write_end, data: \"Hello\")"
Result<std::string> operation_line(const Registry& registry, const std::vector<std::string>& words) {
    if (words.empty()) return failure("an operation is missing");
    const auto* ref = registry.operation(words.front());
    if (!ref) {
        const auto near = registry.nearest_operations(words.front().substr(0, 64));
        return failure(
            fmt::format("unknown operation '{}'{}", words.front().substr(0, 64),
                        near.empty() ? "" : fmt::format(": did you mean {}?", fmt::join(near, ", "))));
    }
    if (ref->operation->actor != Actor::worker)
        return failure(fmt::format("{} is recorded when it happens; it cannot be asked for", ref->name));
    std::vector<std::string> known;
    for (const auto& param : ref->operation->params)
        known.push_back(fmt::format("--{}", param.name));
    std::string arguments;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        const auto option = words[i].substr(0, equals);
        const auto found = std::find(known.begin(), known.end(), option);
        if (found == known.end()) {
            const auto near = nearest(option.substr(0, 64), known);
            return failure(fmt::format("{} has no option '{}'{}", ref->name, option.substr(0, 64),
                                       near.empty() ? "" : fmt::format(": did you mean {}?", near.front())));
        }
        const auto& param = ref->operation->params[static_cast<std::size_t>(found - known.begin())];
        std::string value;
        if (equals != std::string::npos) {
            value = words[i].substr(equals + 1);
        } else if (++i < words.size()) {
            value = words[i];
        } else {
            return failure(fmt::format("{}: {} needs a value", ref->name, option));
        }
        // Octets are taken as they stand, so that a shell needs one pair of quotes only.
        if (is_literal(param.type)) value = quote(value);
        arguments += fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", param.name, value);
    }
    return fmt::format("{}({})", ref->name, arguments);
}

bool asks_for_help(const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), "--help") != words.end() ||
           std::find(words.begin(), words.end(), "-h") != words.end();
}

}  // namespace

int do_verb(const std::vector<std::string>& words, bool text_only, RunCommand command) {
    const Registry registry(all_specs());
    if (asks_for_help(words)) {
        if (const auto* ref = registry.operation(words.front())) {
            Output out;
            out.write(operation_text(*ref));
            return all_fine;
        }
    }
    std::string program = "workers: worker\n";
    std::vector<std::string> operation;
    int number = 0;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i < words.size() && words[i] != "+") {
            operation.push_back(words[i]);
            continue;
        }
        const auto line = operation_line(registry, operation);
        if (!line) {
            fmt::print(stderr, "ipcscope-cli: {}\n", line.error().text());
            return cannot_run;
        }
        program += fmt::format("worker: r{} = {}\n", ++number, *line);
        operation.clear();
    }
    if (text_only) {
        Output out;
        out.write(program);
        return out.failed() ? our_failure : all_fine;
    }
    command.file = "do";
    return run_text(program, command);
}

}  // namespace ipcscope::cli
