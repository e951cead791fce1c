#include "session/line_parser.h"

#include <fmt/format.h>

namespace ipcscope {

namespace {
// A line that is kept as it is written, behind too many errors.
Statement unread(std::string_view line, int number) {
    Statement out;
    out.line = number;
    out.comment = line;
    return out;
}
}  // namespace

ParsedProgram parse_program(const Registry& registry, std::string_view text,
                            const std::vector<std::string>& known) {
    ParsedProgram out;
    Names scope;
    for (const auto& name : known)
        scope.bind(name, nullptr);
    LineParser::Text above;
    int number = 0;
    out.program.final_newline = text.empty() || text.back() == '\n';
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (out.errors.size() >= max_errors || above.strings > max_strings) {
            out.program.statements.push_back(unread(line, ++number));
            continue;
        }
        LineParser parser(registry, scope, above, out.errors);
        out.program.statements.push_back(parser.parse(line, ++number));
        if (above.strings <= max_strings && above.strings + scope.variables.made() > max_strings) {
            above.strings = max_strings + 1;
            out.errors.push_back({number, 1,
                                  fmt::format("the strings of this program are longer than the limit {} MiB "
                                              "in all",
                                              max_strings >> 20)});
        }
    }
    if (out.errors.size() >= max_errors)
        out.errors.push_back({number, 1, "more errors than are told: what is behind was not read"});
    for (const auto& open : above.rounds)
        out.errors.push_back({open.line, 1, "this repeat has no 'end'"});
    if (above.loop) out.errors.push_back({above.loop->line, 1, "this repeat has no 'end'"});
    return out;
}

}  // namespace ipcscope
