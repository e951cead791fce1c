#include "compare/tally.h"

#include <utility>

namespace ipcscope {

namespace {
// Different words are kept of so many; beyond that differences are only counted.
constexpr std::size_t most_kept = 100'000;
}  // namespace

void Tally::add(const Recording& a, const Recording& b, const Comparison& comparison) {
    ++runs_;
    if (!comparison.alike()) ++diverged_;
    sum_.same += comparison.same;
    sum_.changed += comparison.changed;
    sum_.late += comparison.late;
    sum_.missing += comparison.missing;
    sum_.extra += comparison.extra;
    sum_.left_out += comparison.left_out;
    sum_.lost += comparison.lost;
    only_counted_ += comparison.beyond;
    for (const auto& step : comparison.different) {
        if (step.likeness == Likeness::left_out || step.likeness == Likeness::lost) continue;
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
                ++only_counted_;
                continue;
            }
            known =
                told_.emplace(key, Told{worker, std::move(words), step.likeness, 0, 0, runs_, step}).first;
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

}  // namespace ipcscope
