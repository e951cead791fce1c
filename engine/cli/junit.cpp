#include "cli/junit.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

// XML 1.0 has no way to write most control characters.
std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\n': out += "&#10;"; break;
            case '\t': out += "&#9;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20)
                    out += c;
                else
                    out += '?';
        }
    }
    return out;
}

bool does_something(const Statement& statement) {
    return statement.kind == Statement::Kind::operation || statement.kind == Statement::Kind::action;
}

}  // namespace

std::string junit_text(const std::string& file, const Registry& registry, const Program& program,
                       const Tally& tally, const std::vector<LeftOut>& left_out,
                       const std::vector<Difference>& unmet) {
    std::map<int, std::string> failures;  // by line
    for (const auto* told : tally.told()) {
        auto& text = failures[told->words.line];
        text += fmt::format("{}: {}\n{}\nexpected: {}\ngot: {}\n", told->worker, told->words.call,
                            told->words.why, told->words.expected, told->words.got);
        if (tally.runs() > 1) text += fmt::format("in {} of {} runs\n", told->runs, tally.runs());
    }
    for (const auto& one : unmet)
        failures[one.line] +=
            fmt::format("{}{}{}\nexpected: {}\ngot: {}\n", one.round, one.round.empty() ? "" : ": ",
                        one.statement, one.expected, one.got);
    std::string cases;
    std::map<int, std::string> skipped;  // by line
    for (const auto& one : left_out)
        skipped[one.line] = one.why;
    std::size_t tests = 0, failed = 0, passed_over = 0;
    const auto add = [&](int line, const std::string& name) {
        ++tests;
        cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml(file), xml(name));
        const auto found = failures.find(line);
        if (const auto why = skipped.find(line); found == failures.end() && why != skipped.end()) {
            ++passed_over;
            cases += fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", xml(why->second));
            return;
        }
        if (found == failures.end()) {
            cases += "/>\n";
            return;
        }
        ++failed;
        cases += fmt::format(">\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n",
                             xml(found->second.substr(0, found->second.find('\n'))), xml(found->second));
        failures.erase(found);
    };
    for (const auto& statement : program.statements) {
        if (!does_something(statement)) continue;
        Statement bare = statement;
        bare.written = {};
        bare.expect = {};
        bare.comment.clear();
        bare.indent.clear();
        add(statement.line, fmt::format("line {}: {}", statement.line, print_statement(registry, bare)));
    }
    while (!failures.empty())  // of lines that this program does not have
        add(failures.begin()->first, fmt::format("line {}", failures.begin()->first));
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}"
        "  </testsuite>\n</testsuites>\n",
        xml(file), tests, failed, passed_over, cases);
}

}  // namespace ipcscope::cli
