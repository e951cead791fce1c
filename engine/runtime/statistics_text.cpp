#include "runtime/statistics_text.h"

#include "base/result.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

// Figures with three digits that matter: a table is no place for more.
std::string short_duration(std::int64_t ns) {
    const auto value = static_cast<double>(ns);
    if (ns < 1'000) return fmt::format("{} ns", ns);
    if (ns < 1'000'000) return fmt::format("{:.3g} us", value / 1e3);
    if (ns < 1'000'000'000) return fmt::format("{:.3g} ms", value / 1e6);
    return fmt::format("{:.3f} s", value / 1e9);
}

}  // namespace

const char* statistics_word(StatisticsBy by) {
    return by == StatisticsBy::operation ? "operation" : by == StatisticsBy::object ? "object" : "worker";
}

std::string errnos_text(const Figures& figures) {
    std::string out;
    for (const auto& [code, times] : figures.errnos)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", errno_name(code), times);
    return out;
}

std::string statistics_csv(const Recording& recording, const Statistics& statistics, StatisticsBy by,
                           double seconds) {
    std::string out = fmt::format(
        "{},calls,marks,failed,errnos,sent_bytes,received_bytes,other_bytes,per_second,min_ns,median_ns,p99_"
        "ns,"
        "max_ns,mean_ns,blocked,blocked_ns,ended_with_process,lost\r\n",
        statistics_word(by));
    const auto state = recording.state();
    for (const auto id : statistics.ids(by)) {
        const auto& f = *statistics.find(by, id);
        const auto time = [&](std::int64_t ns) {
            return f.latency.count() ? fmt::format("{}", ns) : std::string();
        };
        out +=
            fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n",
                        csv_field(statistics_name(recording, *state, by, id)), f.calls, f.marks, f.failed,
                        csv_field(errnos_text(f)), f.sent, f.received, f.other_bytes,
                        seconds > 0 ? fmt::format("{:.3f}", static_cast<double>(f.count()) / seconds) : "",
                        time(f.latency.min()), time(f.latency.quantile(0.5)), time(f.latency.quantile(0.99)),
                        time(f.latency.max()), time(static_cast<std::int64_t>(f.latency.mean())), f.blocked,
                        f.blocked_ns, f.cut, f.lost);
    }
    return out;
}

std::string statistics_table(const Recording& recording, const Statistics& statistics, StatisticsBy by,
                             double seconds) {
    auto ids = statistics.ids(by);
    std::stable_sort(ids.begin(), ids.end(), [&](auto a, auto b) {
        return statistics.find(by, a)->count() > statistics.find(by, b)->count();
    });
    const auto state = recording.state();
    std::vector<std::string> names;
    std::size_t widest = 12;
    for (const auto id : ids) {
        names.push_back(statistics_name(recording, *state, by, id));
        widest = std::max(widest, names.back().size());
    }
    std::string out =
        fmt::format("{:{}} {:>10} {:>8} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9} {:>10}\n", statistics_word(by),
                    widest, "count", "failed", "bytes", "per s", "min", "median", "p99", "max", "blocked");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& f = *statistics.find(by, ids[i]);
        const auto time = [&](std::int64_t ns) {
            return f.latency.count() ? short_duration(ns) : std::string("-");
        };
        out +=
            fmt::format("{:{}} {:>10} {:>8} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9} {:>10}{}\n", names[i],
                        widest, f.count(), f.failed, f.bytes(),
                        seconds > 0 ? fmt::format("{:.1f}", static_cast<double>(f.count()) / seconds) : "-",
                        time(f.latency.min()), time(f.latency.quantile(0.5)), time(f.latency.quantile(0.99)),
                        time(f.latency.max()), f.blocked ? short_duration(f.blocked_ns) : "-",
                        f.failed ? "  " + errnos_text(f) : "");
    }
    return out;
}

}  // namespace ipcscope
