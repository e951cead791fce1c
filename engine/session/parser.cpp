#include "session/line_parser.h"

namespace ipcscope {

ParsedProgram parse_program(const Registry& registry, std::string_view text,
                            const std::vector<std::string>& known) {
    ParsedProgram out;
    Names scope;
    for (const auto& name : known)
        scope.bind(name, nullptr);
    std::optional<LineParser::Loop> loop;
    int number = 0;
    out.program.final_newline = text.empty() || text.back() == '\n';
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        LineParser parser(registry, scope, loop, out.errors);
        out.program.statements.push_back(parser.parse(line, ++number));
    }
    if (loop) out.errors.push_back({loop->line, 1, "this repeat has no 'end'"});
    return out;
}

}  // namespace ipcscope
