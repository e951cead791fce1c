// ipcscope-cli replay: a session's program again, for real, held against what was recorded.
#include "cli/compare_text.h"
#include "cli/interrupts.h"
#include "cli/junit.h"
#include "cli/output.h"
#include "cli/program_file.h"
#include "cli/recording_file.h"
#include "compare/replay.h"
#include "mechanisms/driver.h"

#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

// "" = as fast as possible (0). Nothing: it is no speed.
std::optional<double> speed_of(const std::string& text) {
    if (text.empty() || text == "max") return 0.0;
    char* end = nullptr;
    auto value = std::strtod(text.c_str(), &end);
    if (*end == 'x') ++end;
    if (*end != 0 || end == text.c_str() || !(value > 0) || value > 1e9) return {};
    return value;
}

// Asks before each statement; false = the run is to end.
bool asked(const Registry& registry, const Statement& statement) {
    if (statement.kind == Statement::Kind::blank) return true;
    fmt::print(stderr, "line {}: {}   [Enter, q] ", statement.line, print_statement(registry, statement));
    std::fflush(stderr);
    int key = std::getchar();
    const bool go = key != 'q' && key != EOF;
    while (key != '\n' && key != EOF)
        key = std::getchar();
    return go;
}

class Replaying {
public:
    explicit Replaying(const ReplayCommand& command) : command_(command), registry_(all_specs()) {}

    int run() {
        const auto speed = speed_of(command_.speed);
        if (!speed) {
            fmt::print(stderr,
                       "ipcscope-cli: --speed {}: not a speed; 1 is as recorded, 10 ten times as fast\n",
                       command_.speed);
            return cannot_run;
        }
        if (command_.step && isatty(STDIN_FILENO) == 0) {
            fmt::print(stderr, "ipcscope-cli: --step asks at a terminal, and standard input is none\n");
            return cannot_run;
        }
        auto recorded = open_recording(registry_, command_.file, command_.outside, command_.settings);
        if (!recorded) return cannot_run;
        if (recorded->run_code() != 0) return recorded->run_code();
        program_ = recorded->program();
        if (recorded->file() && !reread(*recorded->file())) return cannot_run;
        if (!command_.outside) {
            left_out_ = own_part(registry_, program_).left_out;
            tell_left_out();
        }
        for (int round = 0; round < command_.times; ++round)
            if (const auto code = once(recorded->recording(), *speed); code != all_fine) return code;
        tell();
        if (out_.failed()) return our_failure;
        return tally_.diverged() == 0 && unmet_ == 0 ? all_fine : differed;
    }

private:
    // What it says must be known to this build; otherwise nothing of it is run.
    bool reread(const FileRecording& file) {
        auto parsed = parse_text(registry_, file.program(), command_.file, command_.settings);
        if (!parsed) return false;
        program_ = std::move(*parsed);
        for (const auto& statement : program_.statements)
            if (statement.kind != Statement::Kind::blank) return true;
        fmt::print(stderr, "ipcscope-cli: {} holds no program: there is nothing to run again\n",
                   command_.file);
        const auto others = others_work(file, 20);
        for (const auto& name : others)
            fmt::print(stderr, "  left out, it is not this recording's own: {}\n", name);
        if (others.size() == 20) fmt::print(stderr, "  and what else it has seen of others\n");
        return false;
    }

    int once(const Recording& recorded, double speed) {
        ReplayOptions options;
        options.compare = compare_options(command_.flags);
        options.verify = command_.verify;
        options.outside = command_.outside;
        options.speed = speed;
        options.timeout_ns = static_cast<std::int64_t>(command_.timeout_s * 1e9);
        options.cancelled = [] { return Interrupts::received() != 0; };
        std::optional<Interrupts> interrupts;
        Conductor* conductor = nullptr;
        options.begun = [&](Conductor& begun, const std::shared_ptr<Supervisor>&) {
            conductor = &begun;
            interrupts.emplace(begun);
        };
        if (command_.step)
            options.at_statement = [&](const Statement& statement) {
                if (!asked(registry_, statement)) conductor->cancel();
            };
        const auto played = replay(registry_, recorded, program_, options);
        interrupts.reset();
        if (Interrupts::received() != 0) return 128 + Interrupts::received();
        if (!played) {
            fmt::print(stderr, "ipcscope-cli: {}\n", played.error().text());
            return our_failure;
        }
        tally_.add(recorded, *played->run, played->comparison);
        for (const auto& difference : played->report.differences) {
            if (told_unmet_.size() >= most_unmet) break;
            told_unmet_.push_back(difference);
            tell_expectation(difference);
        }
        unmet_ += played->report.differing;
        expectations_ += played->report.expectations;
        if (!played->cleaned) {
            fmt::print(stderr, "ipcscope-cli: {}\n", played->cleaned.error().text());
            return our_failure;
        }
        if (!played->report.problem.empty()) {
            fmt::print(stderr, "{}:{}: {}\n", command_.file, played->report.problem_line,
                       played->report.problem);
            tell();
            return tally_.diverged() > 0 ? differed : cannot_run;
        }
        return played->report.cancelled ? cannot_run : all_fine;
    }

    void tell_left_out() const {
        if (left_out_.empty()) return;
        fmt::print(stderr,
                   "ipcscope-cli: {} statement{} left out, which may touch what this run has not made "
                   "(--outside does that, too):\n",
                   left_out_.size(), left_out_.size() == 1 ? "" : "s");
        for (const auto& one : left_out_)
            fmt::print(stderr, "  line {}: {}\n    {}\n", one.line, one.text, one.why);
    }

    static void tell_expectation(const Difference& difference) {
        fmt::print(stderr, "{}", difference_text(difference));
    }

    void tell() {
        if (command_.json) {
            auto document = tally_json(tally_);
            document["session"] = command_.file;
            document["left_out"] = nlohmann::ordered_json::array();
            for (const auto& one : left_out_)
                document["left_out"].push_back(
                    {{"line", one.line}, {"statement", one.text}, {"why", one.why}});
            if (command_.verify) document["expectations"] = expectations_json();
            out_.write(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
        } else if (command_.junit) {
            out_.write(junit_text(command_.file, registry_, program_, tally_, left_out_, told_unmet_));
        } else {
            out_.write(tally_text(tally_, command_.most));
            if (command_.verify)
                out_.write(fmt::format("{} of {} expectations met\n", expectations_ - unmet_, expectations_));
        }
    }

    nlohmann::ordered_json expectations_json() const {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& one : told_unmet_)
            rows.push_back({{"line", one.line},
                            {"round", one.round},
                            {"statement", one.statement},
                            {"expected", one.expected},
                            {"got", one.got}});
        return {{"compared", expectations_}, {"unmet", unmet_}, {"differences", rows}};
    }

    static constexpr std::size_t most_unmet = 1000;  // that are told; all are counted
    const ReplayCommand& command_;
    const Registry registry_;
    Program program_;
    std::vector<LeftOut> left_out_;
    std::vector<Difference> told_unmet_;
    Tally tally_;
    Output out_;
    std::size_t unmet_ = 0, expectations_ = 0;
};

}  // namespace

int replay_verb(const ReplayCommand& command) {
    return Replaying(command).run();
}

}  // namespace ipcscope::cli
