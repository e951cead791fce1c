#include "bench/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>
#include <time.h>

namespace ipcscope::bench {
namespace {

// Few digits, none of them lost to rounding that would matter: 7.13M, 0.62, 64.
std::string brief(double value) {
    const double size = std::fabs(value);
    if (size >= 1e9) return fmt::format("{:.2f}G", value / 1e9);
    if (size >= 1e6) return fmt::format("{:.2f}M", value / 1e6);
    if (size >= 1e4) return fmt::format("{:.1f}k", value / 1e3);
    if (value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{:.3g}", value);
}

std::string goal_text(const Goal& goal, const std::string& unit) {
    if (goal.of == Goal::Of::none) return {};
    const char* sign = goal.at_most ? "<=" : ">=";
    if (goal.of == Goal::Of::ratio) return fmt::format("{} {} times", sign, brief(goal.limit));
    return fmt::format("{} {} {}", sign, brief(goal.limit), unit);
}

bool reached(const Goal& goal, double value, double ratio) {
    if (goal.of == Goal::Of::none) return true;
    const double x = goal.of == Goal::Of::ratio ? ratio : value;
    return goal.at_most ? x <= goal.limit : x >= goal.limit;
}

}  // namespace

Report::Report(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--quick") {
            quick_ = true;
        } else if (option == "--large") {
            large_ = true;
        } else if (option == "--table") {
            table_ = true;
        } else if (option != "--json") {
            fmt::print(stderr, "usage: {} [--json | --table] [--quick | --large]\n", argv[0]);
            std::exit(2);
        }
    }
}

std::size_t Report::scaled(std::size_t size) const {
    return quick_ ? std::max<std::size_t>(size / 100, 1) : size;
}

void Report::add(Figure figure) {
    if (figure.ratio == 0 && figure.compared_value != 0) figure.ratio = figure.value / figure.compared_value;
    const bool ok = reached(figure.goal, figure.value, figure.ratio);
    if (!ok && !quick_) ++missed_;
    const std::string goal = goal_text(figure.goal, figure.unit);
    const std::string other = figure.compared_with.empty()
                                  ? ""
                                  : fmt::format("{}: {}", figure.compared_with, brief(figure.compared_value));
    if (table_) {
        const std::string value = fmt::format("{} {}", brief(figure.value), figure.unit);
        const std::string ratio = figure.ratio == 0 ? "" : fmt::format("{:.2f}", figure.ratio);
        const char* verdict = figure.goal.of == Goal::Of::none ? ""
                              : quick_                         ? "(quick)"
                              : ok                             ? "ok"
                                                               : "MISSED";
        fmt::print("{:<28} {:>18}  {:<36} {:>7}  {:<22} {}\n", figure.name, value, other, ratio, goal,
                   verdict);
    } else {
        nlohmann::ordered_json line = {{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
        line["compared_with"] = other.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(other);
        line["ratio"] = figure.ratio == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(figure.ratio);
        line["goal"] = goal.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(goal);
        line["ok"] = ok;
        fmt::print("{}\n", line.dump());
    }
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double median(std::vector<double> values) {
    return percentile(std::move(values), 0.5);
}

std::int64_t clock_ns() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

Pair summarise(const std::vector<double>& ours, const std::vector<double>& other) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(ours.size(), other.size()); ++i)
        ratios.push_back(other[i] > 0 ? ours[i] / other[i] : 0);
    return {median(ours), median(other), median(ratios)};
}

}  // namespace ipcscope::bench
