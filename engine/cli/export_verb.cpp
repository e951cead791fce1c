#include "base/clock.h"
#include "base/result.h"
#include "cli/output.h"
#include "cli/recording_file.h"
#include "cli/verbs.h"
#include "export/pcapng.h"
#include "export/sequence_text.h"
#include "export/trace_json.h"
#include "mechanisms/driver.h"
#include "runtime/event_filter.h"
#include "schema/text.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <optional>

namespace ipcscope::cli {

namespace {

bool write_file(const std::string& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) fmt::print(stderr, "ipcscope-cli: {}\n", system_failure(path, "write").value().text());
    return out.good();
}

// "1.5s" since the recording began; "" = `otherwise`.
std::optional<std::int64_t> time_of(const std::string& text, std::int64_t origin, std::int64_t otherwise,
                                    const char* option) {
    if (text.empty()) return otherwise;
    Cursor cursor{text};
    const auto value = parse_value(types::duration(), cursor);
    if (value && value->as<std::int64_t>() && cursor.done()) return origin + value->integer();
    fmt::print(stderr, "ipcscope-cli: {}: '{}' is no time; write 1.5s, 200ms or 30us\n", option, text);
    return {};
}

// Names -> all others are hidden. False: one of them is nobody's.
bool only_workers(const RunState& state, const std::vector<std::string>& names, SequenceChoice& choice) {
    std::vector<std::string> known;
    for (const auto& worker : state.workers)
        known.push_back(worker.name);
    for (const auto& name : names) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto near = nearest(name.substr(0, 32), known);
        fmt::print(stderr, "ipcscope-cli: --workers: there is no worker '{}'{}\n", name,
                   near.empty() ? "" : "; there is " + near.front());
        return false;
    }
    for (const auto& worker : state.workers)
        if (!names.empty() && std::find(names.begin(), names.end(), worker.name) == names.end())
            choice.hidden.push_back(worker.id);
    return true;
}

std::string title_of(const std::string& file) {
    auto name = file == "-" ? std::string() : file.substr(file.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

// Where the parts of a large document go.
class Target {
public:
    explicit Target(const std::string& path) : path_(path) {
        if (!path.empty()) file_.open(path, std::ios::binary | std::ios::trunc);
    }
    bool operator()(std::string_view part) {
        if (path_.empty()) return out_.write(part);
        file_ << part;
        return file_.good();
    }
    bool close() {
        if (path_.empty()) return !out_.failed();
        file_.close();
        if (!file_) fmt::print(stderr, "ipcscope-cli: {}\n", system_failure(path_, "write").value().text());
        return file_.good();
    }

private:
    const std::string path_;
    std::ofstream file_;
    Output out_;
};

int export_events(const ExportCommand& command, const RecordingFile& opened) {
    const auto& recording = opened.recording();
    const auto state = recording.state();
    for (const auto* given : {&command.from, &command.to})
        if (!given->empty() || !command.workers.empty()) {
            fmt::print(stderr, "ipcscope-cli: --from, --to and --workers are for diagrams: use --filter\n");
            return cannot_run;
        }
    const auto parsed = parse_filter(event_fields(recording.registry(), state.get()), command.filter);
    if (!parsed.valid()) {
        fmt::print(stderr, "ipcscope-cli: --filter:\n{}", underlined(command.filter, parsed.errors.front()));
        return cannot_run;
    }
    const EventFilter filter(recording, *parsed.filter);
    std::function<bool(std::uint64_t)> accepts;
    if (!command.filter.empty()) accepts = [&filter](std::uint64_t seq) { return filter.matches(seq); };
    Target target(command.output);
    const auto sink = [&](std::string_view part) { return target(part); };
    if (command.language == "perfetto") {
        write_trace_json(recording, {accepts}, sink);
    } else {
        PcapngOptions options;
        options.accepts = accepts;
        options.dissector = command.dissector;
        options.started_unix_ns = opened.file() ? opened.file()->started_unix_ns()
                                                : std::chrono::duration_cast<std::chrono::nanoseconds>(
                                                      std::chrono::system_clock::now().time_since_epoch())
                                                          .count() -
                                                      (now_ns() - recording.started_ns());
        const auto result = write_pcapng(recording, options, sink);
        if (result.cut > 0)
            fmt::print(stderr,
                       "ipcscope-cli: of {} of {} packets not all bytes were kept when they were recorded\n",
                       result.cut, result.packets);
    }
    return target.close() ? opened.run_code() : our_failure;
}

}  // namespace

int export_verb(const ExportCommand& command) {
    const Registry registry(all_specs());
    const auto opened = open_recording(registry, command.file);
    if (!opened) return cannot_run;
    const auto& recording = opened->recording();
    if (command.language == "perfetto" || command.language == "pcapng")
        return export_events(command, *opened);
    SequenceTextOptions options;
    options.title = title_of(command.file);
    options.max_steps = command.max_messages;
    options.choice.objects = command.objects;
    options.choice.messages_only = command.messages_only;
    const auto origin = recording.started_ns();
    const auto from = time_of(command.from, origin, options.choice.from_ns, "--from");
    const auto to =
        time_of(command.to, origin, opened->until_ns() ? opened->until_ns() : options.choice.to_ns, "--to");
    if (!from || !to || !only_workers(*recording.state(), command.workers, options.choice)) return cannot_run;
    options.choice.from_ns = *from;
    options.choice.to_ns = *to;
    const auto fields = event_fields(registry, recording.state().get());
    const auto parsed = parse_filter(fields, command.filter);
    if (!parsed.valid()) {
        fmt::print(stderr, "ipcscope-cli: --filter:\n{}", underlined(command.filter, parsed.errors.front()));
        return cannot_run;
    }
    const EventFilter filter(recording, *parsed.filter);
    if (!command.filter.empty())
        options.choice.accepts = [&filter](std::uint64_t seq) { return filter.matches(seq); };
    const auto language =
        command.language == "mermaid" ? DiagramLanguage::mermaid : DiagramLanguage::plantuml;
    const auto diagram = sequence_text(recording, language, options);
    if (diagram.steps_left_out > 0 || diagram.columns_left_out > 0)
        fmt::print(stderr, "ipcscope-cli: cut: {} calls and messages and {} columns are not shown\n",
                   diagram.steps_left_out, diagram.columns_left_out);
    if (!command.output.empty())
        return write_file(command.output, diagram.text) ? opened->run_code() : our_failure;
    Output out;
    out.write(diagram.text);
    return out.failed() ? our_failure : opened->run_code();
}

}  // namespace ipcscope::cli
