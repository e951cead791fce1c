#include "cli/recording_file.h"

#include "base/clock.h"
#include "cli/interrupts.h"
#include "cli/program_file.h"
#include "cli/verbs.h"
#include "compare/own_part.h"
#include "runtime/conductor.h"

#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

bool ends_with_suffix(const std::string& file) {
    return std::string_view(file).ends_with(".ipcscope");
}

}  // namespace

std::optional<RecordingFile> open_recording(const Registry& registry, const std::string& file, bool outside,
                                            const std::vector<std::string>& settings) {
    RecordingFile out;
    if (ends_with_suffix(file) || is_session_file(file)) {
        auto opened = open_session(file, registry);
        if (!opened) {
            fmt::print(stderr, "ipcscope-cli: {}\n", opened.error().text());
            return {};
        }
        out.file_ = std::move(*opened);
        out.file_->wait_loaded();
        for (const auto& problem : out.file_->problems())
            fmt::print(stderr, "ipcscope-cli: {}: {}\n", file, problem);
        out.program_ = parse_program(registry, out.file_->program()).program;
        return out;
    }
    auto program = read_program(registry, file, settings);
    if (!program) return {};
    out.program_ = std::move(*program);
    fmt::print(stderr, "ipcscope-cli: {} is a program: it is run for its events\n", file);
    OwnPart own;
    if (!outside) own = own_part(registry, out.program_);
    auto supervisor = Supervisor::create(registry);
    if (!supervisor) {
        fmt::print(stderr, "ipcscope-cli: {}\n", supervisor.error().text());
        return {};
    }
    out.run_ = std::move(*supervisor);
    Conductor conductor(*out.run_);
    const Interrupts interrupts(conductor);
    const auto report = conductor.run(outside ? out.program_ : own.program);
    out.until_ns_ = now_ns();
    if (!report.problem.empty()) {
        fmt::print(stderr, "{}:{}: {}\n", file, report.problem_line, report.problem);
        out.code_ = cannot_run;
    }
    if (const auto cleaned = out.run_->shutdown(); !cleaned)
        fmt::print(stderr, "ipcscope-cli: {}\n", cleaned.error().text());
    if (Interrupts::received() != 0) out.code_ = 128 + Interrupts::received();
    return out;
}

}  // namespace ipcscope::cli
