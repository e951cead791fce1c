// What every bench program shares: measure two things in one run, print each figure with its ratio and goal.
//
//     int main(int argc, char** argv) {
//         bench::Report report(argc, argv);
//         const auto n = report.scaled(1'000'000);
//         const auto pair = bench::compare(5, [&] { ours(n); }, [&] { bare(n); });
//         report.add({.name = "driving.pipe", .value = pair.ours_s * 1e9 / n, .unit = "ns/call",
//                     .compared_with = "plain C loop", .compared_value = pair.other_s * 1e9 / n,
//                     .goal = bench::ratio_at_most(1.5)});
//         return report.exit_code();
//     }
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ipcscope::bench {

struct Goal {
    enum class Of { none, value, ratio } of = Of::none;
    bool at_most = false;  // else at least
    double limit = 0;
};
inline Goal at_least(double value) {
    return {Goal::Of::value, false, value};
}
inline Goal at_most(double value) {
    return {Goal::Of::value, true, value};
}
inline Goal ratio_at_least(double ratio) {
    return {Goal::Of::ratio, false, ratio};
}
inline Goal ratio_at_most(double ratio) {
    return {Goal::Of::ratio, true, ratio};
}

struct Figure {
    std::string name;  // "area.what", unique over all benches
    double value = 0;
    std::string unit;                // "events/s", "us", "ns/call", "bytes"
    std::string compared_with = {};  // what was measured beside it, in this run; "" = nothing
    double compared_value = 0;       // in the same unit
    Goal goal = {};
    double ratio = 0;  // value / compared_value, unless given (as by compare())
    // The same in processor time, of one thread: shown beside it. On a machine that others use, a goal that
    // it reaches is not missed.
    double cpu = 0;
};

// Prints a JSON object per line, or a table row with --table. --quick: small sizes, goals are not judged.
// --large: also what needs minutes and gigabytes.
class Report {
public:
    Report(int argc, char** argv);
    void add(Figure figure);
    bool quick() const { return quick_; }
    bool large() const { return large_; }
    // A size: as given, or a hundredth (at least 1) with --quick.
    std::size_t scaled(std::size_t size) const;
    int exit_code() const { return missed_ == 0 ? 0 : 1; }  // 1 = a goal was missed

private:
    bool quick_ = false;
    bool large_ = false;
    bool table_ = false;
    double load_ = 0;
    int missed_ = 0;
};

double median(std::vector<double> values);                    // 0 if empty
double percentile(std::vector<double> values, double share);  // nearest rank; share 0..1

std::int64_t clock_ns();
std::int64_t cpu_ns();  // of all threads of this process
double machine_load();  // processes that run or want to, now, but for this one; per processor

struct Took {
    double wall_s = 0, cpu_s = 0;
};
template <typename F>
Took took(F&& work) {
    const auto start = clock_ns(), begun = cpu_ns();
    std::forward<F>(work)();
    return {static_cast<double>(clock_ns() - start) * 1e-9, static_cast<double>(cpu_ns() - begun) * 1e-9};
}
// Many of a kind, in milliseconds.
struct Samples {
    std::vector<double> wall_ms, cpu_ms;
    template <typename F>
    double take(F&& work) {
        const auto one = took(std::forward<F>(work));
        wall_ms.push_back(one.wall_s * 1e3);
        cpu_ms.push_back(one.cpu_s * 1e3);
        return one.wall_s * 1e3;
    }
};

// Wall-clock seconds that it took.
template <typename F>
double seconds(F&& work) {
    const auto start = clock_ns();
    std::forward<F>(work)();
    return static_cast<double>(clock_ns() - start) * 1e-9;
}

struct Pair {
    double ours_s = 0;  // medians
    double ours_cpu_s = 0;
    double other_s = 0;
    double ratio =
        0;  // median of each round's ours / other: noise that lasts longer than a round cancels out
};
Pair summarise(const std::vector<double>& ours, const std::vector<double>& other);

// Runs both by turns, after one round of warming up.
template <typename Ours, typename Other>
Pair compare(int rounds, Ours&& ours, Other&& other) {
    std::vector<double> a, b, cpu;
    for (int i = -1; i < rounds; ++i) {
        const auto x = took(ours);
        const double y = seconds(other);
        if (i < 0) continue;
        a.push_back(x.wall_s);
        cpu.push_back(x.cpu_s);
        b.push_back(y);
    }
    auto out = summarise(a, b);
    out.ours_cpu_s = median(cpu);
    return out;
}

// The compiler has to produce the value.
template <typename T>
void keep(const T& value) {
    asm volatile("" : : "r,m"(value) : "memory");
}

}  // namespace ipcscope::bench
