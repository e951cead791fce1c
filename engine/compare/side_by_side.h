// Figures of two recordings beside each other: what stands for the same by its name.
#pragma once

#include "runtime/statistics.h"

#include <string>
#include <vector>

namespace ipcscope {

struct FiguresPair {
    std::string name;
    const Figures* a = nullptr;  // nullptr: not in that recording
    const Figures* b = nullptr;
};

class SideBySide {
public:
    // Reads both recordings once, as far as they have come. Given up (progress.cancelled): it is empty then.
    SideBySide(const Recording& a, const Recording& b, StatisticsProgress& progress);

    bool cancelled() const { return cancelled_; }
    // All that is in one of them, in the order of a, then what only b has. Valid as long as this.
    const std::vector<FiguresPair>& rows(StatisticsBy by) const {
        return rows_[static_cast<std::size_t>(by)];
    }
    FiguresPair total() const { return {{}, &total_a_, &total_b_}; }
    double seconds_a() const { return seconds_a_; }  // from the first to the last event
    double seconds_b() const { return seconds_b_; }
    // For terminals: of every figure both values, and by how many times the second is more.
    std::string table(StatisticsBy by) const;

private:
    std::vector<Statistics> kept_;
    std::array<std::vector<FiguresPair>, statistics_kinds> rows_;
    std::array<std::vector<std::unique_ptr<Figures>>, statistics_kinds> summed_;
    Figures total_a_, total_b_;
    double seconds_a_ = 0, seconds_b_ = 0;
    bool cancelled_ = false;
};

// "x2.00": how many times the first is the second. "" = cannot be said (nothing in one of them).
std::string ratio_words(double first, double second);

}  // namespace ipcscope
