#include "base/result.h"
#include "cli/output.h"
#include "cli/program_file.h"
#include "cli/verbs.h"
#include "codegen/generate.h"
#include "mechanisms/driver.h"

#include <cctype>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>

namespace ipcscope::cli {

namespace {

// "hello" of "sessions/hello.ips".
std::string stem(const std::string& file) {
    auto name = file == "-" ? std::string("session") : file.substr(file.rfind('/') + 1);
    if (const auto dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.resize(dot);
    for (auto& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-') c = '_';
    return name;
}

bool write_file(const std::string& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) fmt::print(stderr, "ipcscope-cli: {}\n", system_failure(path, "write").value().text());
    return out.good();
}

}  // namespace

int code_verb(const CodeCommand& command) {
    const Registry registry(all_specs());
    const auto program = read_program(registry, command.file);
    if (!program) return cannot_run;
    const auto language = command.language == "python" ? Language::python
                          : command.language == "cpp"  ? Language::cpp
                                                       : Language::c;
    const auto name = stem(command.output.empty() ? command.file : command.output);
    const auto code = generate_code(registry, *program, language, name, code_of);
    for (const auto& operation : code.missing)
        fmt::print(stderr, "ipcscope-cli: there is no code for {} in {}\n", operation,
                   language_title(language));
    if (!code.missing.empty()) return cannot_run;
    if (!command.output.empty()) return write_file(command.output, code.text) ? all_fine : our_failure;
    Output out;
    out.write(code.text);
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
