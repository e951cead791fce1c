// ipcscope-cli compare: two sessions against each other.
#include "cli/compare_text.h"
#include "cli/output.h"
#include "cli/recording_file.h"
#include "compare/side_by_side.h"
#include "mechanisms/driver.h"
#include "runtime/statistics_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace ipcscope::cli {

namespace {

nlohmann::ordered_json json_of(const Figures* f) {
    if (!f) return nullptr;
    nlohmann::ordered_json out{{"count", f->count()},
                               {"failed", f->failed},
                               {"bytes", f->bytes()},
                               {"blocked", f->blocked},
                               {"blocked_ns", f->blocked_ns}};
    if (f->latency.count() > 0)
        out["duration_ns"] = {{"min", f->latency.min()},
                              {"median", f->latency.quantile(0.5)},
                              {"p99", f->latency.quantile(0.99)},
                              {"max", f->latency.max()}};
    return out;
}

nlohmann::ordered_json json_of(const SideBySide& both) {
    auto out = nlohmann::ordered_json::object();
    for (const auto by : {StatisticsBy::operation, StatisticsBy::object, StatisticsBy::worker}) {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& row : both.rows(by))
            rows.push_back({{"name", row.name}, {"first", json_of(row.a)}, {"second", json_of(row.b)}});
        out[fmt::format("{}s", statistics_word(by))] = rows;
    }
    return out;
}

std::string text_of(const SideBySide& both) {
    std::string out = fmt::format("\n{:.3f} s | {:.3f} s\n", both.seconds_a(), both.seconds_b());
    for (const auto by : {StatisticsBy::operation, StatisticsBy::object, StatisticsBy::worker})
        out += "\n" + both.table(by);
    return out;
}

}  // namespace

int compare_verb(const CompareCommand& command) {
    const Registry registry(all_specs());
    const auto first = open_recording(registry, command.first);
    if (!first) return cannot_run;
    const auto second = open_recording(registry, command.second);
    if (!second) return cannot_run;
    const auto comparison = compare(first->recording(), second->recording(), compare_options(command.flags));
    StatisticsProgress progress;
    std::optional<SideBySide> both;
    if (command.statistics) both.emplace(first->recording(), second->recording(), progress);
    Tally tally;
    tally.add(first->recording(), second->recording(), comparison);
    Output out;
    if (command.json) {
        auto document = tally_json(tally);
        document.erase("runs");
        document.erase("diverged");
        document["first"] = command.first;
        document["second"] = command.second;
        if (command.statistics) document["statistics"] = json_of(*both);
        out.write(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    } else {
        out.write(tally_text(tally, command.most));
        if (command.statistics) out.write(text_of(*both));
    }
    if (out.failed()) return our_failure;
    for (const auto code : {first->run_code(), second->run_code()})
        if (code != 0) return code;
    return comparison.alike() ? all_fine : differed;
}

}  // namespace ipcscope::cli
