#include "cli/monitor_options.h"

#include "snapshot/kinds.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>

namespace ipcscope::cli {

namespace {

constexpr const char* filter_words = R"(
A filter: process == nginx and waiters; holders == 0 and age > 1h; bytes >= 4KiB; not removed;
name matches "^/tmp/"; peer == postgres; user in {root, www-data}. All fields: ipcscope-cli list --list-fields)";

constexpr const char* reference_words = R"(
An object is named by its reference, as list prints it in the first column, or by its path or name if only
one is called so.)";

std::string mechanisms() {
    std::string out;
    for (const auto* spec : monitor_specs())
        (out += out.empty() ? "" : ", ") += spec->mechanism;
    return out;
}

}  // namespace

MonitorOptions::MonitorOptions(CLI::App& app, const std::string& exit_codes) {
    add_list(app);
    add_watch(app);
    add_looks(app);
    add_actions(app);
    for (auto* verb : {list_, watch_})
        verb->footer(std::string(filter_words) + "\n" + exit_codes);
    for (auto* verb : {peek_, who_, remove_})
        verb->footer(std::string(reference_words) + "\n" + exit_codes);
}

std::vector<std::string> MonitorOptions::verbs() {
    return {"list", "watch", "peek", "who", "advise", "remove", "kill"};
}

void MonitorOptions::add_list(CLI::App& app) {
    list_ = app.add_subcommand("list", "List the IPC objects of this machine, with state and holders");
    list_->add_option("--mechanism", listed_.mechanism, "Only those of this one: " + mechanisms());
    list_->add_option("--filter", listed_.filter, "Only the objects that match");
    list_->add_option("--sort", listed_.sort, "By this field: age, holders, bytes");
    list_->add_flag("--reverse", listed_.reverse, "The other way round");
    list_->add_option(
        "--fields", listed_.fields,
        "These fields as columns: ref,messages,process; with --csv numbers without units (bytes, "
        "ns, seconds since 1970)");
    list_->add_flag("--owners", listed_.owners,
                    "Below each object: who holds it and how, who waits, what is at its other end");
    auto* json = list_->add_flag("--json", listed_.json, "One JSON document, with everything");
    list_->add_flag("--csv", listed_.csv, "Comma-separated values, after a line with the names of the fields")
        ->excludes(json);
    list_->add_flag("--list-fields", listed_.list_fields, "Tell what a filter may ask for");
}

void MonitorOptions::add_watch(CLI::App& app) {
    watch_ = app.add_subcommand("watch", "Print what appears, changes and vanishes, until Ctrl-C");
    watch_->add_option("--mechanism", watched_.mechanism, "Only objects of this one");
    watch_->add_option("--filter", watched_.filter, "Only objects that match, before or after the change");
    watch_->add_option("--period", watched_.period_s, "Seconds between two samples")
        ->capture_default_str()
        ->check(CLI::Range(0.01, 86400.0));
    watch_
        ->add_option(
            "--share", watched_.share,
            "Per cent of one core that sampling may take; it samples less often if it would take more")
        ->capture_default_str()
        ->check(CLI::Range(0.1, 100.0));
    watch_->add_option("--seconds", watched_.seconds, "End by itself after so many seconds; 0 = never")
        ->check(CLI::Range(0.0, 1e9));
    watch_->add_flag("--json", watched_.json, "One JSON object per change and line");
    watch_->add_option("--record", watched_.record,
                       "Keep what is seen in this session file (.ipcscope): levels, waits, changes");
    watch_->add_flag("--force", watched_.replace_record, "With --record: replace the file if there is one");
}

void MonitorOptions::add_looks(CLI::App& app) {
    peek_ = app.add_subcommand("peek", "Show what is in an object, without disturbing those who use it");
    peek_->add_option("OBJECT", peeked_.object, "Reference, path or name")->required();
    peek_->add_option("--offset", peeked_.offset, "Of memory: from this byte on");
    peek_->add_option("--limit", peeked_.limit, "At most so many bytes")
        ->capture_default_str()
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{16} << 20));
    peek_->add_flag(
        "--fetch", peeked_.fetch,
        "A descriptor may be fetched from a holder for some microseconds, which delays what happens "
        "at its last close");
    peek_->add_flag("--json", peeked_.json, "One JSON document instead of text");

    who_ =
        app.add_subcommand("who", "Tell who holds an object, who waits for it and what is at its other end");
    who_->add_option("WHAT", asked_.what, "Reference, path, name, or the number of a process")->required();
    who_->add_flag("--json", asked_.json, "One JSON document instead of text");

    advise_ = app.add_subcommand("advise", "Tell what is wrong on this machine, and what would mend it");
    advise_->add_flag("--json", advise_json_, "One JSON document instead of text");
}

void MonitorOptions::add_actions(CLI::App& app) {
    remove_ = app.add_subcommand("remove", "Remove an object, after a preview and a yes");
    remove_->add_option("OBJECT", removed_.object, "Reference, path or name")->required();
    auto* dry = remove_->add_flag("--dry-run", removed_.dry_run, "Only the preview: nothing is done");
    remove_->add_flag("--yes", removed_.yes, "Do not ask; needed where there is no terminal")->excludes(dry);
    remove_->add_option("--save", removed_.save,
                        "Where its contents are saved first; a name made of the reference if not given");
    remove_->add_flag("--no-save", removed_.no_save, "Do not save its contents");

    signal_ = app.add_subcommand("kill", "Send a signal to a process, after a preview and a yes");
    signal_->add_option("PID", signalled_.pid, "The process; never 1, never one of this program")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{std::numeric_limits<int>::max()}));
    signal_->add_option("SIGNAL", signalled_.signal, "SIGTERM, term or 15")->required();
    auto* dry_signal = signal_->add_flag("--dry-run", signalled_.dry_run, "Only the preview");
    signal_->add_flag("--yes", signalled_.yes, "Do not ask; needed where there is no terminal")
        ->excludes(dry_signal);
}

std::optional<int> MonitorOptions::run() const {
    if (*list_) return list_verb(listed_);
    if (*watch_) return monitor_watch_verb(watched_);
    if (*peek_) return peek_verb(peeked_);
    if (*who_) return who_verb(asked_);
    if (*advise_) return advise_verb(advise_json_);
    if (*remove_) return remove_verb(removed_);
    if (*signal_) return signal_verb(signalled_);
    return {};
}

}  // namespace ipcscope::cli
