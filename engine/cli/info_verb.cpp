// ipcscope-cli info: what is in a session file.
#include "cli/output.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "session_file/file_recording.h"

#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

std::string begun(const FileRecording& file) {
    if (file.started_unix_ns() <= 0) return "not known";
    const std::time_t seconds = file.started_unix_ns() / 1'000'000'000;
    std::tm local{};
    if (!localtime_r(&seconds, &local)) return "not known";
    char text[64];
    return std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %z", &local) > 0 ? text : "not known";
}

std::int64_t lasted_ns(const FileRecording& file) {
    return file.events().size() == 0 ? 0 : file.lanes().last_ns() - file.started_ns();
}

std::string names(const RunState& state) {
    std::vector<std::string> out;
    for (const auto& worker : state.workers)
        if (out.size() < 20) out.push_back(worker.name);
    if (state.workers.size() > out.size()) out.push_back(fmt::format("... ({})", state.workers.size()));
    return fmt::format("{}", fmt::join(out, ", "));
}

std::string object_kinds(const RunState& state) {
    std::map<std::string, int> kinds;
    for (const auto& [id, object] : state.objects)
        ++kinds[object.mechanism->id];
    std::string out;
    for (const auto& [kind, count] : kinds)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, kind);
    return out.empty() ? "none" : out;
}

std::string as_text(const FileRecording& file) {
    const auto state = file.state();
    std::string out;
    const auto say = [&](const char* what, const std::string& value) {
        out += fmt::format("{:<12} {}\n", what, value);
    };
    say("session", fmt::format("{}, format version {}", file.path(), file.version()));
    const auto lasted_s = static_cast<double>(lasted_ns(file)) / 1e9;
    say("recorded", fmt::format(fmt::runtime(file.complete() ? "{}, {:.6f} s"
                                                             : "{}, not closed, recovered up to {:.6f} s"),
                                begun(file), lasted_s));
    if (!file.program_path().empty()) say("program", file.program_path());
    say("events", std::to_string(file.events().size()));
    say("flows", std::to_string(file.flows().size()));
    say("calls", std::to_string(file.calls().size()));
    say("workers", names(*state));
    say("objects", object_kinds(*state));
    if (!file.notes().bookmarks.empty()) say("bookmarks", std::to_string(file.notes().bookmarks.size()));
    for (const auto& [key, value] : file.machine())
        if (!key.starts_with("limit ")) say(key.c_str(), value);
    for (const auto& problem : file.problems())
        say("problem", problem);
    out += "\n" + file.program();
    if (!out.ends_with('\n')) out += '\n';
    return out;
}

std::string as_json(const FileRecording& file) {
    using Json = nlohmann::ordered_json;
    const auto state = file.state();
    Json out;
    out["path"] = file.path();
    out["version"] = file.version();
    out["complete"] = file.complete();
    out["started_unix_ns"] = file.started_unix_ns();
    out["duration_ns"] = lasted_ns(file);
    out["events"] = file.events().size();
    out["flows"] = file.flows().size();
    out["calls"] = file.calls().size();
    out["workers"] = Json::array();
    for (const auto& worker : state->workers)
        out["workers"].push_back(worker.name);
    out["objects"] = state->objects.size();
    out["machine"] = Json::object();
    for (const auto& [key, value] : file.machine())
        out["machine"][key] = value;
    out["problems"] = file.problems();
    out["program"] = file.program();
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int info_verb(const std::string& path, bool json) {
    const Registry registry(all_specs());
    auto file = open_session(path, registry);
    if (!file) {
        fmt::print(stderr, "ipcscope-cli: {}\n", file.error().text());
        return cannot_run;
    }
    (*file)->wait_loaded();
    Output out;
    out.write(json ? as_json(**file) : as_text(**file));
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
