#include "compare/side_by_side.h"

#include "runtime/statistics_text.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace ipcscope {

namespace {

double seconds_of(const Statistics& statistics) {
    return static_cast<double>(statistics.last_ns() - statistics.first_ns()) / 1e9;
}

std::string duration(const Figures* figures, std::int64_t ns) {
    return figures && figures->latency.count() > 0 ? print_quantity(ns, Unit::nanoseconds) : "-";
}

// The first column to the left, the others to the right, each as wide as its widest cell.
std::string in_columns(const std::vector<std::vector<std::string>>& lines) {
    std::vector<std::size_t> widths(lines.front().size(), 0);
    const auto width = [](const std::string& text) {  // of UTF-8: what goes on is no character of its own
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
    };
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], width(line[i]));
    std::string out;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string room(widths[i] - width(line[i]), ' ');
            out += i == 0 ? line[i] + room : "  " + room + line[i];
        }
        out += '\n';
    }
    return out;
}

}  // namespace

std::string ratio_words(double first, double second) {
    if (!(first > 0) || !(second > 0)) return {};
    const auto ratio = second / first;
    if (ratio >= 100) return fmt::format("x{:.0f}", ratio);
    return ratio >= 0.01 ? fmt::format("x{:.2f}", ratio) : fmt::format("x{:.2g}", ratio);
}

SideBySide::SideBySide(const Recording& a, const Recording& b, StatisticsProgress& progress) {
    for (const auto* one : {&a, &b}) {
        auto counted = compute_statistics(*one, 0, one->events().size(), {}, progress);
        if (!counted) {
            cancelled_ = true;
            return;
        }
        kept_.push_back(std::move(*counted));
    }
    total_a_ = kept_[0].total();
    total_b_ = kept_[1].total();
    seconds_a_ = seconds_of(kept_[0]);
    seconds_b_ = seconds_of(kept_[1]);
    for (const auto by : {StatisticsBy::operation, StatisticsBy::object, StatisticsBy::worker}) {
        auto& rows = rows_[static_cast<std::size_t>(by)];
        auto& summed = summed_[static_cast<std::size_t>(by)];
        std::unordered_map<std::string, std::size_t> places;
        const auto add = [&](const Recording& recording, const Statistics& statistics,
                             const Figures* FiguresPair::*side) {
            const auto state = recording.state();
            for (const auto id : statistics.ids(by)) {
                const auto name = statistics_name(recording, *state, by, id);
                const auto [place, fresh] = places.try_emplace(name, rows.size());
                if (fresh) rows.push_back({name});
                auto& held = rows[place->second].*side;
                const auto* more = statistics.find(by, id);
                if (!held) {
                    held = more;
                    continue;
                }
                // A worker that was started again under its name goes on.
                auto& sum = summed.emplace_back(std::make_unique<Figures>(*held));
                sum->merge(*more);
                held = sum.get();
            }
        };
        add(a, kept_[0], &FiguresPair::a);
        add(b, kept_[1], &FiguresPair::b);
    }
}

std::string SideBySide::table(StatisticsBy by) const {
    auto rows = this->rows(by);
    const auto count = [](const Figures* one) { return one ? one->count() : 0; };
    std::stable_sort(rows.begin(), rows.end(), [&](const FiguresPair& x, const FiguresPair& y) {
        return std::max(count(x.a), count(x.b)) > std::max(count(y.a), count(y.b));
    });
    std::vector<std::vector<std::string>> lines{
        {statistics_word(by), "count", "bytes", "min", "median", "p99", "max", "blocked"}};
    const auto numbers = [](std::uint64_t x, std::uint64_t y) { return fmt::format("{} | {}", x, y); };
    for (const auto& [name, a, b] : rows) {
        const auto times = [&, first = a, second = b](auto value) {
            const auto x = first ? value(*first) : 0, y = second ? value(*second) : 0;
            const bool known = first && second && first->latency.count() > 0 && second->latency.count() > 0;
            const auto ratio =
                known ? ratio_words(static_cast<double>(x), static_cast<double>(y)) : std::string();
            return fmt::format("{} | {}{}{}", duration(first, x), duration(second, y),
                               ratio.empty() ? "" : " ", ratio);
        };
        lines.push_back({name, numbers(count(a), count(b)), numbers(a ? a->bytes() : 0, b ? b->bytes() : 0),
                         times([](const Figures& f) { return f.latency.min(); }),
                         times([](const Figures& f) { return f.latency.quantile(0.5); }),
                         times([](const Figures& f) { return f.latency.quantile(0.99); }),
                         times([](const Figures& f) { return f.latency.max(); }),
                         times([](const Figures& f) { return f.blocked_ns; })});
    }
    return in_columns(lines);
}

}  // namespace ipcscope
