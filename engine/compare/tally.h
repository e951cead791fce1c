// The differences of several runs, the same ones counted together: how often what came out otherwise.
#pragma once

#include "compare/compare.h"

#include <map>
#include <tuple>

namespace ipcscope {

// One difference, seen in one run or several.
struct Told {
    std::string worker;
    DifferenceWords words;
    Likeness likeness = Likeness::different;
    std::uint64_t times = 0;  // how often in all
    int runs = 0;             // in how many runs
    int first_run = 0;        // the first of these, from 1
    ComparedStep step;        // there
};

class Tally {
public:
    void add(const Recording& a, const Recording& b, const Comparison& comparison);

    int runs() const { return runs_; }
    int diverged() const { return diverged_; }
    // Of all runs together; `count` is what was compared, without what was left out.
    const Comparison& sum() const { return sum_; }
    std::uint64_t operations() const { return sum_.same + sum_.differing(); }
    std::vector<const Told*> told() const;                        // by line
    std::uint64_t only_counted() const { return only_counted_; }  // differences beyond those that are kept

private:
    using Key = std::tuple<int, std::string, std::string, Likeness, std::string, std::string>;
    std::map<Key, Told> told_;
    std::map<Key, int> last_run_;
    Comparison sum_;  // its figures only
    int runs_ = 0, diverged_ = 0;
    std::uint64_t only_counted_ = 0;
};

}  // namespace ipcscope
