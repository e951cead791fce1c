#include "base/unique_fd.h"
#include "cli/interrupts.h"
#include "cli/printer.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "runtime/conductor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

constexpr std::size_t max_program = std::size_t{256} << 20;

Result<std::string> read_program(const std::string& file) {
    UniqueFd opened;
    int fd = STDIN_FILENO;
    if (file != "-") {
        opened.reset(open(file.c_str(), O_RDONLY | O_CLOEXEC));
        if (!opened) return system_failure(file, "open");
        fd = opened.get();
    }
    std::string text;
    char block[1 << 16];
    for (;;) {
        const auto got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure(file, "read");
        if (got == 0) return text;
        text.append(block, static_cast<std::size_t>(got));
        if (text.size() > max_program)
            return failure(
                fmt::format("{}: longer than the limit of {} MiB for a program", file, max_program >> 20));
    }
}

std::string differences_text(const RunReport& report) {
    std::string out;
    for (const auto& difference : report.differences)
        out += fmt::format("line {}: {}\n  expected: {}\n  got:      {}\n", difference.line,
                           difference.statement, difference.expected, difference.got);
    if (report.problem.empty() && !report.cancelled)
        out += fmt::format("{} of {} expectations met\n", report.expectations - report.differences.size(),
                           report.expectations);
    return out;
}

// Says what differed (a result; beside JSON a diagnostic) and what went wrong.
int verdict(const RunCommand& command, const RunReport& report, Output& out) {
    if (command.verify) {
        const auto text = differences_text(report);
        if (command.json)
            fmt::print(stderr, "{}", text);
        else
            out.write(text);
    }
    if (!report.problem.empty())
        fmt::print(stderr, "{}:{}: {}\n", command.file, report.problem_line, report.problem);
    if (!report.differences.empty()) return differed;
    return report.problem.empty() ? all_fine : cannot_run;
}

}  // namespace

int run_verb(const RunCommand& command) {
    const auto text = read_program(command.file);
    if (!text) {
        fmt::print(stderr, "ipcscope-cli: {}\n", text.error().text());
        return cannot_run;
    }
    return run_text(*text, command);
}

int run_text(const std::string& text, const RunCommand& command) {
    const Registry registry(all_specs());
    const auto parsed = parse_program(registry, text);
    for (const auto& error : parsed.errors)
        fmt::print(stderr, "{}:{}:{}: {}\n", command.file, error.line, error.column, error.message);
    if (!parsed.errors.empty()) return cannot_run;

    auto supervisor = Supervisor::create(registry);
    if (!supervisor) {
        fmt::print(stderr, "ipcscope-cli: {}\n", supervisor.error().text());
        return our_failure;
    }
    RunOptions options;
    options.verify = command.verify;
    options.speed = command.speed;
    options.timeout_ns = static_cast<std::int64_t>(command.timeout_s * 1e9);
    Conductor conductor(**supervisor);
    const Interrupts interrupts(conductor);
    Printer printer(**supervisor, parsed.program, command.json, [&] { conductor.cancel(); });
    const auto report = conductor.run(parsed.program, options);
    const auto cleaned = (*supervisor)->shutdown();
    printer.finish();
    int code = verdict(command, report, printer.output());
    if (!cleaned) fmt::print(stderr, "ipcscope-cli: {}\n", cleaned.error().text());
    if (!cleaned || printer.output().failed()) code = our_failure;
    return Interrupts::received() != 0 ? 128 + Interrupts::received() : code;
}

}  // namespace ipcscope::cli
