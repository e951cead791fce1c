#include "cli/program_options.h"

namespace ipcscope::cli {

ProgramOptions::ProgramOptions(CLI::App& app) {
    check_ = app.add_subcommand(
        "check", "Read a program without running it: its errors, or its parameters (--set) and what it uses");
    check_
        ->add_option("FILE", checked_.file,
                     "Program text (.ips), - reads standard input; or a session (.ipcscope): its program")
        ->required();
    add_settings(*check_, checked_.settings);
    auto* text = check_->add_flag("--text", checked_.text,
                                  "Print the program itself, with what --set says: a session becomes text");
    check_->add_flag("--json", checked_.json, "One JSON document instead of text")->excludes(text);
    fill_ = app.add_subcommand(
        "fill", "Run a program and write behind the '#' of each line what it came to, as its expectation");
    fill_
        ->add_option("FILE", filled_.file,
                     "Program text (.ips), - reads standard input; or a session (.ipcscope): the outcomes "
                     "that it holds behind the lines of its program")
        ->required();
    auto* from = fill_->add_option("--from", filled_.from,
                                   "Take the outcomes of this session (.ipcscope) instead of running FILE");
    fill_->add_option("--timeout", filled_.timeout_s, "Seconds to wait for each outcome; 0 = for ever")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e6))
        ->excludes(from);
    fill_->add_flag("--replace", filled_.replace, "Expectations that do not hold are written anew, too");
    auto* output = fill_->add_option("-o,--output", filled_.output, "Where to; standard output if not given");
    fill_->add_flag("--in-place", filled_.in_place, "Change FILE itself")->excludes(output);
    fill_->footer(R"(
What varies by its nature (process ids, times, what the kernel numbers) is left out; formatting and comments
stay as they are.

Exit status:
  0      done
  1      an expectation that stands there does not hold, and --replace was not given (each is told)
  2      the program cannot be read, or was not run to its end: then it is filled in as far as it came
  3      a failure of ipcscope itself)");
}

void ProgramOptions::add_settings(CLI::App& verb, std::vector<std::string>& settings) {
    verb.add_option(
            "--set", settings,
            "Another value for a 'let' of the program; may be given more than once. The list of them: "
            "ipcscope-cli check FILE")
        ->type_name("NAME=VALUE")
        ->take_all()
        ->expected(1);
}

std::optional<int> ProgramOptions::run() const {
    if (*check_) return check_verb(checked_);
    if (*fill_) return fill_verb(filled_);
    return {};
}

std::vector<std::string> ProgramOptions::verbs() {
    return {"check", "fill"};
}

}  // namespace ipcscope::cli
