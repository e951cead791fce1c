#include "cli/interrupts.h"
#include "cli/printer.h"
#include "cli/program_file.h"
#include "cli/stepper.h"
#include "cli/stuck_text.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "runtime/conductor.h"
#include "session_file/recorder.h"

#include <filesystem>
#include <fmt/format.h>
#include <optional>

namespace ipcscope::cli {

namespace {

std::string differences_text(const RunReport& report) {
    std::string out;
    for (const auto& difference : report.differences)
        out += difference_text(difference);
    if (report.differing > report.differences.size())
        out += fmt::format("... and {} more\n", report.differing - report.differences.size());
    if (report.problem.empty() && !report.cancelled)
        out += fmt::format("{} of {} expectations met\n", report.expectations - report.differing,
                           report.expectations);
    return out;
}

// Says what differed (a result; beside JSON a diagnostic) and what went wrong.
int verdict(const RunCommand& command, const RunReport& report, Output& out) {
    if (command.verify) {
        const auto text = differences_text(report);
        if (command.query.json || command.query.csv)
            fmt::print(stderr, "{}", text);
        else
            out.write(text);
    }
    if (!report.problem.empty())
        fmt::print(stderr, "{}:{}: {}\n", command.file, report.problem_line, report.problem);
    if (!report.differences.empty()) return differed;
    return report.problem.empty() ? all_fine : cannot_run;
}

std::string full_path(const std::string& file) {
    std::error_code none;
    const auto path = std::filesystem::absolute(file, none);
    return file == "-" || file == "do" || none ? "" : path.string();
}

// nullptr: it cannot be written, and standard error says why.
std::unique_ptr<Recorder> begin_record(const RunCommand& command, const Recording& recording,
                                       const Program& program) {
    SessionTexts texts;
    texts.program = print_program(recording.registry(), program);
    texts.program_path = full_path(command.file);
    RecorderOptions options;
    options.replace = command.replace_record;
    options.told = [](const std::string& problem) {
        fmt::print(stderr, "ipcscope-cli: {}\n", problem.empty() ? "the recording goes on" : problem);
    };
    auto made = Recorder::create(command.record, recording, texts, std::move(options));
    if (made) return std::move(*made);
    const bool exists = made.error().code == EEXIST;
    fmt::print(stderr, "ipcscope-cli: {}{}\n", made.error().text(), exists ? " (--force replaces it)" : "");
    return nullptr;
}

// At the end of the run, before its workers are ended: who is still blocked, and why.
std::string why_stuck(Supervisor& supervisor, bool json) {
    constexpr std::int64_t seen_twice_ns = 1'000'000'000;
    supervisor.wait_until([](const RunState& state) { return !state.stuck || state.stuck->settled; },
                          seen_twice_ns);
    const auto state = supervisor.state();
    const auto report = state->stuck ? *state->stuck : analyse_stuck(supervisor, *state);
    return json ? stuck_json(report, *state) : stuck_text(report, *state);
}

int run_program(const Registry& registry, const Program& program, const RunCommand& command) {
    if (!Stepper::check(registry, command.breaks)) return cannot_run;
    const auto query = read_query(registry, command.query);
    if (!query) return cannot_run;
    auto supervisor = Supervisor::create(registry);
    if (!supervisor) {
        fmt::print(stderr, "ipcscope-cli: {}\n", supervisor.error().text());
        return our_failure;
    }
    std::unique_ptr<Recorder> recorder;
    if (!command.record.empty() && !(recorder = begin_record(command, **supervisor, program)))
        return cannot_run;
    RunOptions options;
    options.verify = command.verify;
    options.speed = command.speed;
    options.timeout_ns = static_cast<std::int64_t>(command.timeout_s * 1e9);
    Conductor conductor(**supervisor);
    const Interrupts interrupts(conductor);
    Printer printer(**supervisor, program, *query, [&] { conductor.cancel(); });
    std::optional<Stepper> stepper;
    if (!command.breaks.empty()) stepper.emplace(**supervisor, conductor, printer, command.breaks);
    const auto report = conductor.run(program, options);
    stepper.reset();
    const auto stuck = why_stuck(**supervisor, command.query.json);
    const auto cleaned = (*supervisor)->shutdown();
    printer.finish();
    // Beside events of a chosen form it is a remark.
    if (query->csv || !query->fields.empty())
        fmt::print(stderr, "{}", stuck);
    else
        printer.output().write(stuck);
    tell_doubts(**supervisor, command.query);
    Status recorded;
    if (recorder) recorded = recorder->finish();
    int code = verdict(command, report, printer.output());
    if (!cleaned) fmt::print(stderr, "ipcscope-cli: {}\n", cleaned.error().text());
    if (!recorded)
        fmt::print(stderr, "ipcscope-cli: {}: {} of {} events are in {}\n", recorded.error().text(),
                   recorder->events_written(), (*supervisor)->events().size(), command.record);
    if (!cleaned || !recorded || printer.output().failed()) code = our_failure;
    return Interrupts::received() != 0 ? 128 + Interrupts::received() : code;
}

}  // namespace

int run_verb(const RunCommand& command) {
    const Registry registry(all_specs());
    const auto program = read_program(registry, command.file, command.settings);
    return program ? run_program(registry, *program, command) : cannot_run;
}

int run_text(const std::string& text, const RunCommand& command) {
    const Registry registry(all_specs());
    const auto program = parse_text(registry, text, command.file, command.settings);
    return program ? run_program(registry, *program, command) : cannot_run;
}

}  // namespace ipcscope::cli
