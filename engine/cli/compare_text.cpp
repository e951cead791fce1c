#include "cli/compare_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

// Different words are kept of so many; beyond that differences are only counted.
constexpr std::size_t most_kept = 100'000;

const char* likeness_key(Likeness likeness) {
    switch (likeness) {
        case Likeness::same: return "same";
        case Likeness::different: return "different";
        case Likeness::late: return "late";
        case Likeness::missing: return "missing";
        case Likeness::extra: return "extra";
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

void Tally::add(const Recording& a, const Recording& b, const Comparison& comparison) {
    ++runs_;
    if (!comparison.alike()) ++diverged_;
    operations_ += comparison.count();
    alike_ += comparison.same;
    changed_ += comparison.changed;
    late_ += comparison.late;
    missing_ += comparison.missing;
    extra_ += comparison.extra;
    for (const auto& step : comparison.different) {
        auto words = difference_words(a, b, step);
        const auto& worker = comparison.workers[step.worker];
        // How long a late one took is different every time.
        const Key key{words.line,
                      worker,
                      words.call,
                      step.likeness,
                      step.likeness == Likeness::late ? std::string() : words.got,
                      words.expected};
        auto known = told_.find(key);
        if (known == told_.end()) {
            if (told_.size() >= most_kept) {
                ++left_out_;
                continue;
            }
            known = told_.emplace(key, Told{worker, std::move(words), step.likeness, 0, 0}).first;
        }
        ++known->second.times;
        if (std::exchange(last_run_[key], runs_) != runs_) ++known->second.runs;
    }
}

std::vector<const Told*> Tally::told() const {
    std::vector<const Told*> out;
    for (const auto& [key, told] : told_)
        out.push_back(&told);
    return out;
}

std::string Tally::text(std::size_t most) const {
    std::string out;
    std::size_t shown = 0;
    for (const auto* told : this->told()) {
        if (shown++ == most) break;
        const auto& words = told->words;
        if (words.line > 0) out += fmt::format("line {}: ", words.line);
        out += fmt::format("{}: {}", told->worker, words.call);
        if (runs_ > 1) out += fmt::format("   ({} of {} runs)", told->runs, runs_);
        if (told->times > static_cast<std::uint64_t>(told->runs))
            out += fmt::format("   {} times", told->times);
        out += fmt::format("\n  {}\n", words.why);
        if (!words.expected.empty()) out += fmt::format("  expected: {}\n", words.expected);
        if (!words.got.empty()) out += fmt::format("  got:      {}\n", words.got);
    }
    if (told_.size() > most) out += fmt::format("... and {} more (--most)\n", told_.size() - most);
    if (left_out_ > 0) out += fmt::format("... and {} that are only counted\n", left_out_);
    out += fmt::format("{} of {} operations the same", alike_, operations_);
    const auto add = [&](std::uint64_t count, const char* words) {
        if (count > 0) out += fmt::format(", {} {}", count, words);
    };
    add(changed_, "different");
    add(late_, "later than their limit");
    add(missing_, "not reached");
    add(extra_, "only in the second");
    out += "\n";
    if (runs_ > 1)
        out += fmt::format("{} runs: {} the same, {} diverged\n", runs_, runs_ - diverged_, diverged_);
    return out;
}

nlohmann::ordered_json Tally::figures() const {
    return {{"compared", operations_}, {"same", alike_},      {"different", changed_},
            {"late", late_},           {"missing", missing_}, {"extra", extra_}};
}

nlohmann::ordered_json Tally::json() const {
    auto rows = nlohmann::ordered_json::array();
    for (const auto* told : this->told())
        rows.push_back({{"line", told->words.line > 0 ? nlohmann::ordered_json(told->words.line) : nullptr},
                        {"worker", told->worker},
                        {"call", told->words.call},
                        {"likeness", likeness_key(told->likeness)},
                        {"expected", told->words.expected},
                        {"got", told->words.got},
                        {"why", told->words.why},
                        {"times", told->times},
                        {"runs", told->runs}});
    return {{"runs", runs_}, {"diverged", diverged_}, {"operations", figures()}, {"differences", rows}};
}

}  // namespace ipcscope::cli
