#include "cli/stuck_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

std::string name_of(const RunState& state, WorkerId id) {
    const auto* worker = state.worker(id);
    return worker ? worker->name : std::string("?");
}

std::string names_of(const RunState& state, const std::vector<WorkerId>& workers) {
    std::string out;
    for (const auto id : workers)
        out += (out.empty() ? "" : ", ") + name_of(state, id);
    return out;
}

std::string line(nlohmann::json value) {
    using nlohmann::json;
    return json{{"stuck", std::move(value)}}.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string stuck_text(const StuckReport& report, const RunState& state) {
    std::string out;
    const auto say = [&](const std::string& title, std::initializer_list<std::string> lines) {
        out += title + "\n";
        for (const auto& one : lines)
            if (!one.empty()) out += "  " + one + "\n";
    };
    for (const auto& deadlock : report.deadlocks)
        say(fmt::format("{} of {}:", deadlock.certain ? "deadlock" : "possible deadlock",
                        names_of(state, deadlock.workers)),
            {deadlock.words, deadlock.reason, deadlock.advice});
    for (const auto& wait : report.waits) {
        if (report.deadlock_of(wait.worker)) continue;
        const char* title = wait.verdict == Verdict::waiting    ? "blocked"
                            : wait.verdict == Verdict::possible ? "behind a possible deadlock"
                                                                : "behind a deadlock";
        say(fmt::format("{}: {}", title, name_of(state, wait.worker)),
            {wait.words, wait.verdict == Verdict::waiting ? wait.advice : ""});
    }
    for (const auto& warning : report.warnings)
        say("locks taken in different orders:", {warning.words});
    return out;
}

std::string stuck_json(const StuckReport& report, const RunState& state) {
    using nlohmann::json;
    std::string out;
    for (const auto& wait : report.waits) {
        json by = json::array();
        for (const auto& one : wait.releasers)
            by.push_back(name_of(state, one.worker));
        const auto* deadlock = report.deadlock_of(wait.worker);
        json with = json::array();
        for (const auto id : deadlock ? deadlock->workers : std::vector<WorkerId>())
            with.push_back(name_of(state, id));
        out += line({{"worker", name_of(state, wait.worker)},
                     {"waits_for", wait.what},
                     {"verdict", verdict_words(wait.verdict)},
                     {"needs", wait.all ? json("all") : json(wait.needed)},
                     {"of", std::move(by)},
                     {"others_could", wait.outside},
                     {"comes_back", wait.limited},
                     {"deadlock", std::move(with)},
                     {"words", wait.words},
                     {"reason", deadlock ? deadlock->reason : ""},
                     {"advice", wait.advice}});
    }
    for (const auto& warning : report.warnings)
        out += line({{"lock_order", warning.words}});
    return out;
}

}  // namespace ipcscope::cli
