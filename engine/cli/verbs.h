// The verbs of ipcscope-cli: what each is told, and the exit codes that all share.
#pragma once

#include "cli/query_options.h"

#include <string>
#include <vector>

namespace ipcscope::cli {

// Besides these 128 + signal number: ended by SIGINT, SIGTERM or SIGHUP, after all that was made is removed.
enum ExitCode : int { all_fine = 0, differed = 1, cannot_run = 2, our_failure = 3 };

struct RunCommand {
    std::string file;  // "-" = standard input
    bool verify = false;
    QueryOptions query;  // what is printed, and how
    double speed = 0;    // statements a second, 0 = no limit
    double timeout_s = 10;
    std::string record;                      // session file to be written; "" = none
    bool replace_record = false;             // if it exists
    std::vector<std::string> breaks = {};    // filters: paused before what they match
    std::vector<std::string> settings = {};  // name=value, of the program's parameters
};

struct StatisticsCommand {
    std::string file;
    std::string by;      // "operation", "object", "worker"; "" = all three
    std::string filter;  // "" = all events
    bool json = false, csv = false;
};

struct EventsCommand {
    std::string file;  // session file, or a program, which is run
    QueryOptions query;
    bool list_fields = false;  // instead; needs no file
};

// What counts when two runs are held against each other.
struct CompareFlags {
    std::vector<std::string> ignore;  // "return", "errno", "bytes", "results", "arguments", "blocked"
    double late = 0;                  // factor; 0 = durations do not count
};

struct CompareCommand {
    std::string first, second;  // sessions, or programs, which are run
    CompareFlags flags;
    bool json = false, statistics = false;
    std::size_t most = 100;  // differences printed as text
};

struct ReplayCommand {
    std::string file;   // session, or program: then its first run is what the others are held against
    std::string speed;  // "" = as fast as possible; "1" = as recorded, "0.5", "10"
    bool verify = false, step = false;
    bool outside = false;  // also what may touch objects that the run has not made
    int times = 1;
    double timeout_s = 10;
    CompareFlags flags;
    bool json = false, junit = false;
    std::size_t most = 100;
    std::vector<std::string> settings = {};  // as RunCommand's
};

struct FillCommand {
    std::string file;       // a program, which is run; or a session, whose program it is
    std::string from;       // session whose outcomes are taken instead of running `file`; "" = none
    std::string output;     // "" = standard output
    bool in_place = false;  // `file` itself
    bool replace = false;   // also expectations that did not hold
    double timeout_s = 10;
};

struct CheckCommand {
    std::string file;  // program or session; "-" = standard input
    std::vector<std::string> settings = {};
    bool json = false, text = false;  // text: prints the program itself
};

struct CodeCommand {
    std::string file;      // "-" = standard input
    std::string language;  // "c", "cpp", "python"
    std::string output;    // "" = standard output
};

struct ExportCommand {
    std::string file;                  // a program, run first ("-" = standard input), or a recording
    std::string language;              // "mermaid", "plantuml", "perfetto", "pcapng"
    std::string dissector = "data";    // pcapng: what the bytes are
    std::string output;                // "" = standard output
    std::string from, to;              // since the beginning, as durations; "" = all
    std::vector<std::string> workers;  // empty = all
    std::string filter;                // "" = all
    bool objects = false;              // as columns
    bool messages_only = false;
    std::size_t max_messages = 500;
};

int run_verb(const RunCommand& command);
int run_text(const std::string& text, const RunCommand& command);  // `file` is its name in messages
// `words`: an operation and its options, as often as wanted, with "+" between. `text_only`: prints the
// program that they come to instead of running it.
int do_verb(const std::vector<std::string>& words, bool text_only, RunCommand command);
int check_verb(const CheckCommand& command);
int fill_verb(const FillCommand& command);
int code_verb(const CodeCommand& command);
int mechanisms_verb(const std::string& name, bool json);  // "" = all of them; else with its page and limits
int statistics_verb(const StatisticsCommand& command);
int events_verb(const EventsCommand& command);
struct ImportCommand {
    std::string file, output;
    std::string form;  // "strace", "jsonl"; "" = told by its first line
    bool force = false;
};
int import_verb(const ImportCommand& command);
int info_verb(const std::string& file, bool json);
int export_verb(const ExportCommand& command);
int compare_verb(const CompareCommand& command);
int replay_verb(const ReplayCommand& command);
int clean_verb(bool dry_run);
// `name` "" = lists all; else prints that example, or runs it.
int examples_verb(const std::string& name, bool run, RunCommand command);

}  // namespace ipcscope::cli
