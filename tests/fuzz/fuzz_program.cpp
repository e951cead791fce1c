// The text of a program: parsed, printed as it was written and as the printer would write it, completed.
#include "fuzz/targets.h"
#include "session/completion.h"
#include "session/program.h"
#include "session/settings.h"

#include <algorithm>

namespace ipcscope::fuzz {

namespace {

// As if every line had been made by clicks.
std::string printed_afresh(Program program) {
    for (auto& statement : program.statements)
        statement.written = {};
    return print_program(registry(), program);
}

void complete_at(std::string_view text, std::size_t cursor) {
    const auto offers = complete_program(registry(), text, cursor);
    must(offers.begin <= offers.end && offers.end <= text.size(), "an offer replaces a part of the text");
    for (const auto& item : offers.items)
        must(item.back <= item.insert.size(), "the cursor stays within what is inserted");
}

}  // namespace

static void program(std::string_view input) {
    const auto text = grown(input);
    const auto parsed = parse_program(registry(), text);
    must(parsed.errors.size() <= 3 * max_errors, "errors are not told without end");
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const auto& error : parsed.errors)
        must(error.line >= 1 && error.line <= lines && error.column >= 1 && !error.message.empty(),
             "an error says where it is");
    must(print_program(registry(), parsed.program) == text, "a program is printed as it was written");
    for (const std::size_t part : {0u, 1u, 2u, 3u})
        complete_at(text, text.size() * part / 3);
    if (!parsed.errors.empty()) return;

    const auto afresh = printed_afresh(parsed.program);
    const auto again = parse_program(registry(), afresh);
    must(again.errors.empty(), "what is printed can be parsed");
    must(again.program.statements.size() == parsed.program.statements.size(), "a statement stays one");
    must(printed_afresh(again.program) == afresh, "what is printed means the same");
    for (const auto& parameter : parameters_of(parsed.program)) {
        if (parameter.value.size() > 1000) continue;
        const auto set = apply_settings(registry(), text, {parameter.name + "=" + parameter.value});
        if (set) use(set->size());
    }
}

FUZZ_TARGET(program)

}  // namespace ipcscope::fuzz
