// ipcscope-cli statistics: figures of a recording, of all of it or of what a filter lets through.
#include "cli/output.h"
#include "cli/recording_file.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "runtime/filter_scan.h"
#include "runtime/statistics.h"
#include "runtime/statistics_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

nlohmann::ordered_json json_of(const Histogram& histogram) {
    if (histogram.count() == 0) return nullptr;
    auto bars = nlohmann::ordered_json::array();
    for (const auto& bar : histogram.bars(64))
        if (bar.count) bars.push_back({bar.low, bar.high, bar.count});
    return {{"count", histogram.count()},
            {"min", histogram.min()},
            {"median", histogram.quantile(0.5)},
            {"p99", histogram.quantile(0.99)},
            {"max", histogram.max()},
            {"mean", histogram.mean()},
            {"bars", bars}};
}

nlohmann::ordered_json json_of(const Figures& f, const std::string& name, double seconds) {
    auto errnos = nlohmann::ordered_json::object();
    for (const auto& [code, times] : f.errnos)
        errnos[errno_name(code)] = times;
    nlohmann::ordered_json out{{"name", name},
                               {"calls", f.calls},
                               {"marks", f.marks},
                               {"failed", f.failed},
                               {"errnos", errnos},
                               {"sent_bytes", f.sent},
                               {"received_bytes", f.received},
                               {"other_bytes", f.other_bytes},
                               {"blocked", f.blocked},
                               {"blocked_ns", f.blocked_ns},
                               {"ended_with_process", f.cut},
                               {"lost", f.lost},
                               {"duration_ns", json_of(f.latency)},
                               {"size_bytes", json_of(f.sizes)}};
    if (seconds > 0) out["per_second"] = static_cast<double>(f.count()) / seconds;
    return out;
}

}  // namespace

int statistics_verb(const StatisticsCommand& command) {
    const Registry registry(all_specs());
    const auto opened = open_recording(registry, command.file);
    if (!opened) return cannot_run;
    const auto& recording = opened->recording();
    const auto state = recording.state();
    StatisticsScope scope;
    std::optional<FilterScan> filter;
    if (!command.filter.empty()) {
        const auto parsed = parse_filter(event_fields(recording.registry(), state.get()), command.filter);
        for (const auto& error : parsed.errors)
            fmt::print(stderr, "ipcscope-cli: {}\n{}", error.message, underlined(command.filter, error));
        if (!parsed.filter) return cannot_run;
        filter.emplace(recording, *parsed.filter);
        filter->wait();
        scope.matches = [&filter](std::uint64_t seq) { return filter->matches().contains(seq); };
    }
    StatisticsProgress progress;
    const auto all = compute_statistics(recording, 0, recording.events().size(), scope, progress);
    if (!all) return our_failure;
    const double seconds = static_cast<double>(all->last_ns() - all->first_ns()) / 1e9;
    const auto kinds = command.by.empty()
                           ? std::vector{StatisticsBy::operation, StatisticsBy::object, StatisticsBy::worker}
                           : std::vector{command.by == "object"   ? StatisticsBy::object
                                         : command.by == "worker" ? StatisticsBy::worker
                                                                  : StatisticsBy::operation};
    Output out;
    auto document = nlohmann::ordered_json::object();
    if (command.json) {
        document["seconds"] = seconds;
        document["quantile_error"] = Histogram::quantile_error;
    }
    for (const auto by : kinds) {
        if (command.json) {
            auto rows = nlohmann::ordered_json::array();
            for (const auto id : all->ids(by))
                rows.push_back(
                    json_of(*all->find(by, id), statistics_name(recording, *state, by, id), seconds));
            document[fmt::format("{}s", statistics_word(by))] = rows;
        } else if (command.csv) {
            out.write(statistics_csv(recording, *all, by, seconds));
        } else {
            out.write((by == kinds.front() ? "" : "\n") + statistics_table(recording, *all, by, seconds));
        }
    }
    if (command.json)
        out.write(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    return out.failed() ? our_failure : opened->run_code();
}

}  // namespace ipcscope::cli
