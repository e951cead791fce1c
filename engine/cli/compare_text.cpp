#include "cli/compare_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

const char* likeness_key(Likeness likeness) {
    switch (likeness) {
        case Likeness::same: return "same";
        case Likeness::different: return "different";
        case Likeness::late: return "late";
        case Likeness::missing: return "missing";
        case Likeness::extra: return "extra";
        case Likeness::left_out: return "left_out";
        case Likeness::lost: return "lost";
    }
    return "";
}

}  // namespace

CompareOptions compare_options(const CompareFlags& flags) {
    CompareOptions options;
    const auto counts = [&](const char* what) {
        return std::find(flags.ignore.begin(), flags.ignore.end(), what) == flags.ignore.end();
    };
    options.returns = counts("return");
    options.errnos = counts("errno");
    options.bytes = counts("bytes");
    options.results = counts("results");
    options.arguments = counts("arguments");
    options.blocked = counts("blocked");
    options.late_factor = flags.late;
    return options;
}

std::string tally_text(const Tally& tally, std::size_t most) {
    std::string out;
    const auto all = tally.told();
    const auto runs = tally.runs();
    for (std::size_t i = 0; i < all.size() && i < most; ++i) {
        const auto& told = *all[i];
        const auto& words = told.words;
        if (words.line > 0) out += fmt::format("line {}: ", words.line);
        out += fmt::format("{}: {}", told.worker, words.call);
        if (runs > 1) out += fmt::format("   ({} of {} runs)", told.runs, runs);
        if (told.times > static_cast<std::uint64_t>(told.runs)) out += fmt::format("   {} times", told.times);
        out += fmt::format("\n  {}\n", words.why);
        if (!words.expected.empty()) out += fmt::format("  expected: {}\n", words.expected);
        if (!words.got.empty()) out += fmt::format("  got:      {}\n", words.got);
    }
    if (all.size() > most) out += fmt::format("... and {} more (--most)\n", all.size() - most);
    if (tally.only_counted() > 0)
        out += fmt::format("... and {} that are only counted\n", tally.only_counted());
    const auto& sum = tally.sum();
    out += fmt::format("{} of {} operations the same", sum.same, tally.operations());
    const auto add = [&](std::uint64_t count, const char* words) {
        if (count > 0) out += fmt::format(", {} {}", count, words);
    };
    add(sum.changed, "different");
    add(sum.late, "later than their limit");
    add(sum.missing, "not reached");
    add(sum.extra, "only in the second");
    add(sum.left_out, "left out");
    add(sum.lost, "not known, because events were lost");
    out += "\n";
    if (runs > 1)
        out += fmt::format("{} runs: {} the same, {} diverged\n", runs, runs - tally.diverged(),
                           tally.diverged());
    return out;
}

nlohmann::ordered_json tally_json(const Tally& tally) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto* told : tally.told())
        rows.push_back({{"line", told->words.line > 0 ? nlohmann::ordered_json(told->words.line) : nullptr},
                        {"worker", told->worker},
                        {"call", told->words.call},
                        {"likeness", likeness_key(told->likeness)},
                        {"expected", told->words.expected},
                        {"got", told->words.got},
                        {"why", told->words.why},
                        {"times", told->times},
                        {"runs", told->runs}});
    const auto& sum = tally.sum();
    const nlohmann::ordered_json figures{{"compared", tally.operations()}, {"same", sum.same},
                                         {"different", sum.changed},       {"late", sum.late},
                                         {"missing", sum.missing},         {"extra", sum.extra},
                                         {"left_out", sum.left_out},       {"lost", sum.lost}};
    return {{"runs", tally.runs()},
            {"diverged", tally.diverged()},
            {"operations", figures},
            {"differences", rows}};
}

}  // namespace ipcscope::cli
