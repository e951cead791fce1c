// ipcscope-cli compare: two sessions against each other.
#include "cli/compare_text.h"
#include "cli/output.h"
#include "cli/recording_file.h"
#include "mechanisms/driver.h"
#include "runtime/statistics.h"
#include "runtime/statistics_text.h"

#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

std::string statistics_of(const Recording& recording) {
    StatisticsProgress progress;
    const auto all = compute_statistics(recording, 0, recording.events().size(), {}, progress);
    if (!all) return {};
    const double seconds = static_cast<double>(all->last_ns() - all->first_ns()) / 1e9;
    return statistics_table(recording, *all, StatisticsBy::operation, seconds);
}

}  // namespace

int compare_verb(const CompareCommand& command) {
    const Registry registry(all_specs());
    const auto first = open_recording(registry, command.first);
    if (!first) return cannot_run;
    const auto second = open_recording(registry, command.second);
    if (!second) return cannot_run;
    const auto comparison = compare(first->recording(), second->recording(), compare_options(command.flags));
    Tally tally;
    tally.add(first->recording(), second->recording(), comparison);
    Output out;
    if (command.json) {
        auto document = tally.json();
        document.erase("runs");
        document.erase("diverged");
        document["first"] = command.first;
        document["second"] = command.second;
        out.write(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    } else {
        out.write(tally.text(command.most));
        if (command.statistics)
            out.write(fmt::format("\n{}\n{}\n{}\n{}", command.first, statistics_of(first->recording()),
                                  command.second, statistics_of(second->recording())));
    }
    if (out.failed()) return our_failure;
    for (const auto code : {first->run_code(), second->run_code()})
        if (code != 0) return code;
    return comparison.alike() ? all_fine : differed;
}

}  // namespace ipcscope::cli
