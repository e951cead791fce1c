#include "compare_source.h"

#include <algorithm>
#include <cmath>

namespace ipcscope {

CompareSource::CompareSource(std::shared_ptr<const Recording> recording)
    : recording_(recording), inner_(std::move(recording)) {}

void CompareSource::place(qint64 shift, qint64 begin) {
    shift_ = shift;
    begin_ = begin;
}

void CompareSource::setDifferent(const std::vector<quint64>& seqs, bool dims) {
    different_.clear();
    for (const auto seq : seqs) {
        quint64 lane = 0;
        qint64 begin = 0, end = 0;
        if (inner_.locate(seq, lane, begin, end)) different_[lane].push_back({begin, end});
    }
    for (auto& stretches : different_)
        std::sort(stretches.begin(), stretches.end());
    dims_ = dims;
    ++marked_;
}

// Calls of one worker follow each other: ends are in order as begins are.
bool CompareSource::differs(quint64 lane, qint64 begin, qint64 end) const {
    const auto found = different_.constFind(lane);
    if (found == different_.constEnd()) return false;
    const auto first = std::lower_bound(found->begin(), found->end(), begin,
                                        [](const Stretch& one, qint64 time) { return one.second < time; });
    return first != found->end() && first->first <= end;
}

std::vector<TimelineLane> CompareSource::lanes() const {
    auto lanes = inner_.lanes();
    for (auto& lane : lanes) {
        if (lane.born) lane.born += shift_;
        if (lane.died) lane.died += shift_;
    }
    return lanes;
}

qint64 CompareSource::firstTime() const {
    const auto first = inner_.firstTime();
    return first == 0 ? 0 : begin_ != 0 ? begin_ : first + shift_;
}

qint64 CompareSource::ownLast() const {
    const auto last = inner_.lastTime();
    return last == 0 ? 0 : last + shift_;
}

qint64 CompareSource::lastTime() const {
    const auto last = ownLast();
    return last == 0 ? 0 : std::max(last, end_);
}

qint64 CompareSource::firstOfInterest() const {
    const auto first = inner_.firstOfInterest();
    return first == 0 ? 0 : first + shift_;
}

void CompareSource::bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                         std::vector<TimelineBar>& out) const {
    inner_.bars(lane, t0 - shift_, t1 - shift_, columns, out);
    for (auto& bar : out) {
        if (dims_ && !bar.lost) bar.dimmed = !differs(lane, bar.begin, bar.end);
        bar.begin += shift_;
        bar.end += shift_;
    }
}

void CompareSource::steps(quint64 lane, qint64 t0, qint64 t1, int columns,
                          std::vector<TimelineStep>& out) const {
    inner_.steps(lane, t0 - shift_, t1 - shift_, columns, out);
    for (auto& step : out)
        step.time += shift_;
}

std::size_t CompareSource::arrows(qint64 t0, qint64 t1, std::size_t limit,
                                  std::vector<TimelineArrow>& out) const {
    const auto all = inner_.arrows(t0 - shift_, t1 - shift_, limit, out);
    for (auto& arrow : out) {
        arrow.fromTime += shift_;
        arrow.toTime += shift_;
        arrow.dimmed = dims_;
    }
    return all;
}

bool CompareSource::locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const {
    if (!inner_.locate(seq, lane, begin, end)) return false;
    begin += shift_;
    end += shift_;
    return true;
}

void CompareSource::ranges(quint64 lane, qint64 t0, qint64 t1, int columns,
                           std::vector<TimelineRange>& out) const {
    const auto before = out.size();
    inner_.ranges(lane, t0 - shift_, t1 - shift_, columns, out);
    for (std::size_t i = std::min(before, out.size()); i < out.size(); ++i) {
        out[i].begin += shift_;
        out[i].end += shift_;
    }
}

std::size_t CompareSource::arrowDensity(qint64 t0, qint64 t1, int columns,
                                        std::vector<TimelineArrowBand>& out) const {
    return inner_.arrowDensity(t0 - shift_, t1 - shift_, columns, out);
}

quint64 CompareSource::count(quint64 lane, qint64 t0, qint64 t1) const {
    return inner_.count(lane, t0 - shift_, t1 - shift_);
}

void CompareSource::density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const {
    inner_.density(t0 - shift_, t1 - shift_, columns, out);
    if (columns <= 0 || t1 <= t0) return;
    const auto column = [&](qint64 time) {
        const auto part = static_cast<double>(time + shift_ - t0) / static_cast<double>(t1 - t0);
        return static_cast<qint64>(std::floor(part * columns));
    };
    for (const auto& stretches : different_)
        for (const auto& [begin, end] : stretches) {
            const auto at = column(begin);
            if (at >= 0 && at < static_cast<qint64>(out.size())) out[static_cast<std::size_t>(at)].hit = true;
        }
}

void CompareSource::densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                              std::vector<TimelineDensity>& out) const {
    inner_.densityOf(lanes, t0 - shift_, t1 - shift_, columns, out);
}

bool CompareSource::arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const {
    if (!inner_.arrow(fromSeq, toSeq, out)) return false;
    out.fromTime += shift_;
    out.toTime += shift_;
    return true;
}

}  // namespace ipcscope
