// Differences of runs, as text, JSON and JUnit's XML.
#pragma once

#include "cli/verbs.h"
#include "compare/compare.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace ipcscope::cli {

CompareOptions compare_options(const CompareFlags& flags);

// One difference, seen in one run or several.
struct Told {
    std::string worker;
    DifferenceWords words;
    Likeness likeness = Likeness::different;
    std::uint64_t times = 0;  // how often in all
    int runs = 0;             // in how many runs
};

// The differences of several runs, the same ones counted together.
class Tally {
public:
    void add(const Recording& a, const Recording& b, const Comparison& comparison);
    int runs() const { return runs_; }
    int diverged() const { return diverged_; }
    std::uint64_t operations() const { return operations_; }  // that were compared
    std::uint64_t alike() const { return alike_; }
    std::vector<const Told*> told() const;  // by line
    std::string text(std::size_t most) const;
    nlohmann::ordered_json json() const;
    nlohmann::ordered_json figures() const;

private:
    using Key = std::tuple<int, std::string, std::string, Likeness, std::string, std::string>;
    std::map<Key, Told> told_;
    std::map<Key, int> last_run_;
    int runs_ = 0, diverged_ = 0;
    std::uint64_t operations_ = 0, alike_ = 0, changed_ = 0, late_ = 0, missing_ = 0, extra_ = 0,
                  left_out_ = 0;
};

}  // namespace ipcscope::cli
