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
#include <unistd.h>

namespace ipcscope::bench {
namespace {

constexpr double busy_load = 0.5;  // others that want to run, per processor

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
    load_ = machine_load();
    if (load_ >= busy_load)
        fmt::print(stderr, "the machine is busy ({:.1f} others a processor): wall times are too long\n",
                   load_);
}

std::size_t Report::scaled(std::size_t size) const {
    return quick_ ? std::max<std::size_t>(size / 100, 1) : size;
}

void Report::add(Figure figure) {
    if (figure.ratio == 0 && figure.compared_value != 0) figure.ratio = figure.value / figure.compared_value;
    load_ = std::max(load_, machine_load());
    bool ok = reached(figure.goal, figure.value, figure.ratio);
    const bool disturbed = !ok && figure.cpu > 0 && load_ >= busy_load && figure.goal.of == Goal::Of::value &&
                           reached(figure.goal, figure.cpu, 0);
    ok = ok || disturbed;
    if (!ok && !quick_) ++missed_;
    const std::string goal = goal_text(figure.goal, figure.unit);
    const std::string other = figure.compared_with.empty()
                                  ? ""
                                  : fmt::format("{}: {}", figure.compared_with, brief(figure.compared_value));
    if (table_) {
        std::string value = fmt::format("{} {}", brief(figure.value), figure.unit);
        if (figure.cpu > 0) value += fmt::format(" ({} cpu)", brief(figure.cpu));
        const std::string ratio = figure.ratio == 0 ? "" : fmt::format("{:.2f}", figure.ratio);
        const char* verdict = figure.goal.of == Goal::Of::none ? ""
                              : quick_                         ? "(quick)"
                              : disturbed                      ? "ok (cpu; machine busy)"
                              : ok                             ? "ok"
                                                               : "MISSED";
        fmt::print("{:<28} {:>22}  {:<36} {:>7}  {:<22} {}\n", figure.name, value, other, ratio, goal,
                   verdict);
    } else {
        nlohmann::ordered_json line = {{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
        line["compared_with"] = other.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(other);
        line["ratio"] = figure.ratio == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(figure.ratio);
        line["goal"] = goal.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(goal);
        line["cpu"] = figure.cpu == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(figure.cpu);
        line["load"] = load_;
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

std::int64_t cpu_ns() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

// proc_loadavg(5), the fourth field: what is runnable now.
double machine_load() {
    std::FILE* file = std::fopen("/proc/loadavg", "re");
    if (!file) return 0;
    unsigned running = 0;
    double averages[3] = {};
    const int read = std::fscanf(file, "%lf %lf %lf %u/", &averages[0], &averages[1], &averages[2], &running);
    std::fclose(file);
    const auto processors = std::max<long>(1, sysconf(_SC_NPROCESSORS_ONLN));
    return read == 4 && running > 0 ? static_cast<double>(running - 1) / static_cast<double>(processors) : 0;
}

Pair summarise(const std::vector<double>& ours, const std::vector<double>& other) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(ours.size(), other.size()); ++i)
        ratios.push_back(other[i] > 0 ? ours[i] / other[i] : 0);
    return {median(ours), 0, median(other), median(ratios)};
}

}  // namespace ipcscope::bench
