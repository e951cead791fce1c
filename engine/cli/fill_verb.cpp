// ipcscope-cli fill: expectations out of a run.
#include "base/clock.h"
#include "base/unique_fd.h"
#include "cli/interrupts.h"
#include "cli/output.h"
#include "cli/program_file.h"
#include "cli/verbs.h"
#include "compare/fill_expectations.h"
#include "mechanisms/driver.h"
#include "runtime/conductor.h"
#include "session_file/file_recording.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/stat.h>

namespace ipcscope::cli {

namespace {

bool is_session(const std::string& file) {
    return std::string_view(file).ends_with(".ipcscope") || (file != "-" && is_session_file(file));
}

// Beside it first, so that what stands there is never half written. A link stays one.
Status replace_file(const std::string& file, std::string_view text) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(file.c_str(), nullptr), std::free);
    const std::string path = real ? real.get() : file;
    auto beside = path + ".XXXXXX";
    struct stat before {};
    const bool was_there = ::stat(path.c_str(), &before) == 0;
    const UniqueFd fd(::mkostemp(beside.data(), O_CLOEXEC));
    if (!fd) return system_failure(path, "open");
    const auto give_up = [&](const char* call) {
        const int code = errno;
        ::unlink(beside.c_str());
        errno = code;
        return system_failure(path, call);
    };
    while (!text.empty()) {
        const auto done = ::write(fd.get(), text.data(), text.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return give_up("write");
        text.remove_prefix(static_cast<std::size_t>(done));
    }
    constexpr ::mode_t usual = 0644;
    if (::fchmod(fd.get(), was_there ? before.st_mode & 07777 : usual) != 0) return give_up("fchmod");
    if (::rename(beside.c_str(), path.c_str()) != 0) return give_up("rename");
    return {};
}

class Filling {
public:
    explicit Filling(const FillCommand& command) : command_(command), registry_(all_specs()) {}

    int run() {
        options_.replace = command_.replace;
        const bool session = is_session(command_.file);
        if (session && command_.in_place)
            return cannot("a session file holds its program as it was run: --output says where to write it");
        if (session) return from_file(command_.file, {});
        auto text = read_text(command_.file);
        if (!text) return cannot(text.error().text());
        if (!command_.from.empty()) return from_file(command_.from, *text);
        return from_run(*text);
    }

private:
    static int cannot(const std::string& why) {
        fmt::print(stderr, "ipcscope-cli: {}\n", why);
        return cannot_run;
    }

    int from_file(const std::string& file, std::optional<std::string> text) {
        auto opened = open_session(file, registry_);
        if (!opened) return cannot(opened.error().text());
        (*opened)->wait_loaded();
        for (const auto& problem : (*opened)->problems())
            fmt::print(stderr, "ipcscope-cli: {}: {}\n", file, problem);
        return write(fill_expectations(registry_, text ? *text : (*opened)->program(), **opened, options_));
    }

    int from_run(const std::string& text) {
        const auto program = parse_text(registry_, text, command_.file);
        if (!program) return cannot_run;
        auto supervisor = Supervisor::create(registry_);
        if (!supervisor) {
            fmt::print(stderr, "ipcscope-cli: {}\n", supervisor.error().text());
            return our_failure;
        }
        RunOptions how;
        how.timeout_ns = static_cast<std::int64_t>(command_.timeout_s * 1e9);
        Conductor conductor(**supervisor);
        const Interrupts interrupts(conductor);
        const auto report = conductor.run(*program, how);
        options_.until_ns = now_ns();
        const auto cleaned = (*supervisor)->shutdown();
        if (Interrupts::received() != 0) return 128 + Interrupts::received();
        auto code = write(fill_expectations(registry_, text, **supervisor, options_));
        if (!report.problem.empty()) {
            fmt::print(stderr, "{}:{}: {}\n", command_.file, report.problem_line, report.problem);
            code = cannot_run;
        }
        if (cleaned) return code;
        fmt::print(stderr, "ipcscope-cli: {}\n", cleaned.error().text());
        return our_failure;
    }

    int write(const Filled& filled) {
        for (const auto& error : filled.errors)
            fmt::print(stderr, "{}:{}:{}: {}\n", command_.file, error.line, error.column, error.message);
        if (!filled.errors.empty()) return cannot_run;
        for (const auto& [line, words] : filled.kept)
            fmt::print(stderr, "{}:{}: left as it is: {}\n", command_.file, line, words);
        fmt::print(stderr, "{} expectations written, {} held, {} lines left as they are\n",
                   filled.lines.size(), filled.held, filled.kept.size());
        const bool to_file = command_.in_place || !command_.output.empty();
        if (to_file && !(command_.in_place && filled.lines.empty())) {
            const auto done = replace_file(command_.in_place ? command_.file : command_.output, filled.text);
            if (!done) {
                fmt::print(stderr, "ipcscope-cli: {}\n", done.error().text());
                return our_failure;
            }
        } else if (!to_file) {
            Output out;
            out.write(filled.text);
            if (out.failed()) return our_failure;
        }
        return filled.differ > 0 ? differed : all_fine;
    }

    const FillCommand& command_;
    const Registry registry_;
    FillOptions options_;
};

}  // namespace

int fill_verb(const FillCommand& command) {
    if (command.in_place && command.file == "-") {
        fmt::print(stderr, "ipcscope-cli: --in-place: standard input is no file\n");
        return cannot_run;
    }
    return Filling(command).run();
}

}  // namespace ipcscope::cli
