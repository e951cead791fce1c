#include "cli/monitor_options.h"
#include "cli/program_options.h"
#include "cli/verbs.h"
#include "schema/registry.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>

namespace {

using namespace ipcscope;

constexpr const char* filter_words = R"(
A filter: worker == child and verb in {read, write}; duration > 2ms; failed and not errno == EAGAIN;
payload contains "Hello"; bytes >= 4KiB; time in 1s..2s; blocked or lost. All fields: ipcscope-cli events --list-fields)";

// --filter, --fields, --json, --csv
void add_query(CLI::App& verb, cli::QueryOptions& query) {
    verb.add_option("--filter", query.filter, "Print only the events that match");
    verb.add_option(
        "--fields", query.fields,
        "Print only these fields of each event, with tabs between: seq,time,worker,op,ret (times in ns)");
    auto* json = verb.add_flag("--json", query.json, "One JSON object per event and line");
    verb.add_flag("--csv", query.csv,
                  "One line per event with commas, after one with the names of the fields")
        ->excludes(json);
}

constexpr const char* exit_codes = R"(
Exit status:
  0      done; with --verify: all outcomes were as expected
  1      with --verify: an outcome differed (each is printed: line, expected, got)
  2      the program or the command line could not be run (with the place and the nearest names)
  3      a failure of ipcscope itself
  128+N  ended by signal N (130: SIGINT, 143: SIGTERM), after all that was made had been removed)";

constexpr const char* compare_codes = R"(
Not called different: process ids, times and what the kernel numbers (descriptors, ids, addresses).

Exit status:
  0      the same
  1      something came out otherwise (each is printed: line, expected, got)
  2      a file cannot be read, or its program could not be run to its end
  3      a failure of ipcscope itself)";

// --ignore, --late
void add_compare(CLI::App& verb, cli::CompareFlags& flags) {
    verb.add_option("--ignore", flags.ignore,
                    "What does not count: return, errno, bytes, results, arguments, blocked")
        ->delimiter(',')
        ->check(CLI::IsMember({"return", "errno", "bytes", "results", "arguments", "blocked"}));
    verb.add_option(
            "--late", flags.late,
            "An operation that takes longer than so many times what it took (and than 10 ms) is late; "
            "0 = durations do not count")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e9));
}

int run(int argc, char** argv) {
    CLI::App app{"Drives and records real Linux IPC from the command line.", "ipcscope-cli"};
    app.set_version_flag("--version", IPCSCOPE_VERSION);
    app.require_subcommand(1);
    app.footer(exit_codes);

    bool json = false;
    auto* mechanisms = app.add_subcommand("mechanisms", "List mechanisms, operations, parameters and errnos");
    std::string mechanism;
    mechanisms->add_option("NAME", mechanism, "Only this one, with its page and the limits of this machine");
    mechanisms->add_flag("--json", json, "One JSON document instead of text");

    cli::RunCommand command;
    auto* run = app.add_subcommand("run", "Run a program on fresh objects and workers, and print its events");
    run->add_option("FILE", command.file, "Program text (.ips); - reads standard input")->required();
    auto* verify =
        run->add_flag("--verify", command.verify, "Compare outcomes with the expectations behind '#'");
    add_query(*run, command.query);
    run->add_option("--speed", command.speed, "At most this many statements a second; 0 = no limit")
        ->check(CLI::Range(0.0, 1e6));
    run->add_option("--timeout", command.timeout_s,
                    "Seconds to wait for an outcome before the run is given up; 0 = for ever")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e6));
    cli::ProgramOptions::add_settings(*run, command.settings);
    run->add_option("--record", command.record, "Keep all of it in this session file (.ipcscope)");
    run->add_flag("--force", command.replace_record, "With --record: replace the file if there is one");
    run->add_option(
           "--break", command.breaks,
           "Pause before each operation that this filter matches, and ask at the terminal: step, continue "
           "or quit; may be given more than once")
        ->type_name("FILTER")
        ->take_all()
        ->expected(1)
        ->excludes(verify);
    run->footer(std::string(filter_words) + "\n" + exit_codes);

    cli::StatisticsCommand statistics_command;
    auto* statistics =
        app.add_subcommand("statistics", "Counts, durations and bytes by operation, object and worker");
    statistics
        ->add_option("FILE", statistics_command.file,
                     "Session (.ipcscope), or program text (.ips), which is run")
        ->required();
    statistics->add_option("--by", statistics_command.by, "Only one of: operation (op), object, worker")
        ->check(CLI::IsMember({"operation", "op", "object", "worker"}));
    statistics->add_option("--filter", statistics_command.filter, "Count only the events that match");
    auto* as_json =
        statistics->add_flag("--json", statistics_command.json, "One JSON document, with histograms");
    statistics->add_flag("--csv", statistics_command.csv, "Comma-separated values")->excludes(as_json);

    cli::EventsCommand events_command;
    auto* events = app.add_subcommand(
        "events",
        "Print the events of a session file. Opening one runs nothing; a program (.ips) is run for them");
    auto* events_file =
        events->add_option("FILE", events_command.file,
                           "Session (.ipcscope), or program text (.ips), which is run; - reads a "
                           "program from standard input");
    add_query(*events, events_command.query);
    events->add_flag("--list-fields", events_command.list_fields,
                     "Tell what a filter may ask for; needs no FILE");
    events->footer(filter_words);

    std::string info_file;
    auto* info = app.add_subcommand("info", "Tell what a session file holds, and what is wrong with it");
    info->add_option("FILE", info_file, "Session (.ipcscope)")->required();
    info->add_flag("--json", json, "One JSON document instead of text");

    cli::ImportCommand import_command;
    auto* import = app.add_subcommand(
        "import", "Make a session of what strace -f -ttt -T printed, or of events as JSON Lines");
    import->add_option("FILE", import_command.file, "What strace wrote (-o FILE), or events --json")
        ->required();
    import->add_option("-o,--output", import_command.output, "Session to write (default: FILE.ipcscope)");
    import->add_option("--from", import_command.form, "What FILE is, if its first line does not tell")
        ->check(CLI::IsMember({"strace", "jsonl"}));
    import->add_flag("--force", import_command.force, "Replace a session that is there");

    bool text_only = false;
    cli::RunCommand single;
    auto* once =
        app.add_subcommand("do", "Do one operation, or several with + between, in a worker of its own");
    once->add_flag("--text", text_only, "Print the program that it comes to instead of running it");
    once->add_flag("--json", single.query.json, "One JSON object per event and line");
    once->add_option("--timeout", single.timeout_s, "Seconds to wait for each outcome; 0 = for ever")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e6));
    once->prefix_command();
    once->footer(R"(
  ipcscope-cli do OPERATION --PARAMETER VALUE ... [+ OPERATION ...]
  ipcscope-cli do OPERATION --help      its parameters, results and errnos
The results of the first operation are r1, of the second r2, and so on: --to r1.write_end)");

    std::string example;
    bool run_example = false;
    cli::RunCommand shown;
    auto* examples =
        app.add_subcommand("examples", "List the examples; with a name: explain, or run, that one");
    examples->add_option("NAME", example, "As the list says it");
    examples->add_flag("--run", run_example, "Run it and print its events");
    examples->add_flag("--verify", shown.verify,
                       "With --run: compare outcomes with the expectations behind '#'");
    examples->add_flag("--json", shown.query.json,
                       "The list as one JSON document; with --run: one JSON object per event");

    cli::CodeCommand code_command;
    auto* code =
        app.add_subcommand("code", "Write a complete C, C++ or Python program that does what a program does");
    code->add_option("FILE", code_command.file, "Program text (.ips); - reads standard input")->required();
    code->add_option("--lang", code_command.language, "Its language: c, cpp or python")
        ->required()
        ->check(CLI::IsMember({"c", "cpp", "python"}));
    code->add_option("-o,--output", code_command.output, "Where to; standard output if not given");

    cli::ExportCommand exported;
    auto* exports = app.add_subcommand("export",
                                       "Write what happened for other tools: a sequence diagram (Mermaid, "
                                       "PlantUML), a trace (Perfetto's UI), "
                                       "packets (Wireshark)");
    exports
        ->add_option("FILE", exported.file,
                     "Session (.ipcscope), or a program (.ips), which is run first; - reads standard input")
        ->required();
    exports
        ->add_option(
            "--as", exported.language,
            "mermaid or plantuml (diagrams), perfetto (trace events as JSON), pcapng (the bytes of every "
            "message)")
        ->required()
        ->check(CLI::IsMember({"mermaid", "plantuml", "perfetto", "pcapng"}));
    exports
        ->add_option("--dissector", exported.dissector,
                     "pcapng: Wireshark's name for what the bytes are: http, json, protobuf")
        ->capture_default_str();
    exports->add_option("-o,--output", exported.output, "Where to; standard output if not given");
    exports->add_option("--from", exported.from,
                        "Only what ended at or after this time since the beginning: 1.5s");
    exports->add_option("--to", exported.to, "Only what ended before this time");
    exports->add_option("--workers", exported.workers, "Only these workers: parent,child")->delimiter(',');
    exports->add_option("--filter", exported.filter, "Only events that match: 'failed or duration > 2ms'");
    exports->add_flag("--objects", exported.objects, "Draw objects as columns, too");
    exports->add_flag("--messages-only", exported.messages_only,
                      "Leave out calls that send and receive nothing");
    exports
        ->add_option("--max-messages", exported.max_messages,
                     "At most this many calls and messages; what is cut is counted in the diagram")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));

    cli::CompareCommand compared;
    cli::ReplayCommand replayed;
    auto* compare = app.add_subcommand(
        "compare", "Hold two sessions against each other, operation by operation: what came out otherwise");
    compare->add_option("FIRST", compared.first, "Session (.ipcscope), or program (.ips), which is run")
        ->required();
    compare->add_option("SECOND", compared.second, "The other one")->required();
    add_compare(*compare, compared.flags);
    compare->add_flag("--statistics", compared.statistics, "Figures of both side by side, too");
    compare->add_option("--most", compared.most, "Print at most this many differences")
        ->capture_default_str();
    compare->add_flag("--json", compared.json, "One JSON document instead of text");
    compare->footer(compare_codes);

    auto* replay = app.add_subcommand(
        "replay",
        "Run a session's program again, for real, and hold what comes out against what was recorded");
    replay
        ->add_option("FILE", replayed.file,
                     "Session (.ipcscope); or a program (.ips): its first run counts as the recording")
        ->required();
    cli::ProgramOptions::add_settings(*replay, replayed.settings);
    replay->add_flag("--verify", replayed.verify, "Expectations behind '#' count, too");
    replay->add_flag("--outside", replayed.outside,
                     "Also do what may touch objects that the run has not made: keys, absolute paths, "
                     "identifiers, real addresses, shell commands. Else this is left out, and named");
    auto* speed = replay->add_option(
        "--speed", replayed.speed,
        "Begin each statement when it began then: 1 = as recorded, 10 = ten times as fast; as "
        "fast as possible if not given");
    replay->add_flag("--step", replayed.step, "Ask at the terminal before each statement")->excludes(speed);
    replay->add_option("--times", replayed.times, "Run it so often, and tell how often what differed")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));
    replay->add_option("--timeout", replayed.timeout_s, "Seconds to wait for each outcome; 0 = for ever")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e6));
    add_compare(*replay, replayed.flags);
    replay->add_option("--most", replayed.most, "Print at most this many differences")->capture_default_str();
    auto* replay_json = replay->add_flag("--json", replayed.json, "One JSON document instead of text");
    replay->add_flag("--junit", replayed.junit, "JUnit's XML instead of text: one test case for every line")
        ->excludes(replay_json);
    replay->footer(compare_codes);

    const cli::ProgramOptions programs(app);
    const cli::MonitorOptions monitor(app, exit_codes);

    bool dry_run = false;
    auto* clean = app.add_subcommand("clean", "Find and remove what runs that were cut off have left behind");
    clean->add_flag("--dry-run", dry_run, "Only print what would be removed");

    try {
        app.parse(argc, argv);
        if (*events && events_command.file.empty() && !events_command.list_fields)
            throw CLI::RequiredError(events_file->get_name());
    } catch (const CLI::ParseError& error) {
        const std::string verb = argc > 1 ? argv[1] : "";
        std::vector<std::string> verbs{"mechanisms", "examples", "run",  "events", "statistics",
                                       "info",       "import",   "do",   "code",   "export",
                                       "compare",    "replay",   "clean"};
        for (auto& one : cli::ProgramOptions::verbs())
            verbs.push_back(std::move(one));
        for (auto& one : cli::MonitorOptions::verbs())
            verbs.push_back(std::move(one));
        if (!verb.empty() && verb[0] != '-' && std::find(verbs.begin(), verbs.end(), verb) == verbs.end()) {
            const auto near = nearest(verb.substr(0, 32), verbs);
            std::fprintf(stderr, "ipcscope-cli: unknown verb '%s'%s%s%s\n", verb.c_str(),
                         near.empty() ? "" : ": did you mean ", near.empty() ? "" : near[0].c_str(),
                         near.empty() ? "" : "?");
        }
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        app.exit(error);
        return asked ? cli::all_fine : cli::cannot_run;
    }
    if (*mechanisms) return cli::mechanisms_verb(mechanism, json);
    if (*once) return cli::do_verb(once->remaining(), text_only, single);
    if (*examples) return cli::examples_verb(example, run_example, shown);
    if (*code) return cli::code_verb(code_command);
    if (*statistics) return cli::statistics_verb(statistics_command);
    if (*events) return cli::events_verb(events_command);
    if (*info) return cli::info_verb(info_file, json);
    if (*import) return cli::import_verb(import_command);
    if (*exports) return cli::export_verb(exported);
    if (*compare) return cli::compare_verb(compared);
    if (*replay) return cli::replay_verb(replayed);
    if (*clean) return cli::clean_verb(dry_run);
    if (const auto done = programs.run()) return *done;
    if (const auto done = monitor.run()) return *done;
    return cli::run_verb(command);
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away is seen by write(2); workers start with default dispositions all the same.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a limit of file sizes: the write fails, and is told
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ipcscope-cli: %s\n", error.what());
        return cli::our_failure;
    }
}
