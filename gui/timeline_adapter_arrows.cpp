// Flows as arrows, or as how many there are.
#include "event_facts.h"
#include "filter_controller.h"
#include "timeline_adapter.h"

#include <algorithm>

namespace ipcscope {

bool TimelineAdapter::make(const Flow& flow, quint64 id, TimelineArrow& arrow) const {
    qint64 entered = 0, ignored = 0;
    if (!locate(flow.from, arrow.fromLane, entered, arrow.fromTime)) return false;
    if (!locate(flow.to, arrow.toLane, ignored, arrow.toTime)) return false;
    // What arrives before the call that sent it is back, left within that call: no arrow leads into the
    // past.
    arrow.fromTime = std::clamp(arrow.toTime, std::min(entered, arrow.fromTime), arrow.fromTime);
    arrow.id = id;
    arrow.fromSeq = flow.from;
    arrow.toSeq = flow.to;
    arrow.colour = colour(OperationId{run_->events()[flow.from].operation});
    arrow.guess = flow.guess;
    return true;
}

std::size_t TimelineAdapter::arrows(qint64 t0, qint64 t1, std::size_t limit,
                                    std::vector<TimelineArrow>& out) const {
    out.clear();
    flow_arrows_.clear();
    const auto count = run_->flow_index().arrows(t0, t1, limit, flow_arrows_);
    for (const auto& one : flow_arrows_) {
        TimelineArrow arrow;
        if (!make(run_->flows()[one.flow], one.flow.value, arrow)) continue;
        if (filter_ && filter_->active()) {
            arrow.dimmed = !matches(arrow.fromSeq) && !matches(arrow.toSeq);
            if (arrow.dimmed && filter_->hides()) continue;
        }
        out.push_back(arrow);
    }
    return count.total;
}

std::size_t TimelineAdapter::arrowDensity(qint64 t0, qint64 t1, int columns,
                                          std::vector<TimelineArrowBand>& out) const {
    out.clear();
    flow_bands_.clear();
    if (t1 <= t0 || columns < 1) return 0;
    const auto count = run_->flow_index().density(t0, t1, columns, flow_bands_);
    for (const auto& band : flow_bands_) {
        const quint64 from = laneNumber(shown(band.from, ~quint64{0})),
                      to = laneNumber(shown(band.to, ~quint64{0}));
        if (out.empty() || out.back().fromLane != from || out.back().toLane != to) {
            const auto& flow = run_->flows()[band.longest];
            out.push_back({from, to, colour(OperationId{run_->events()[flow.from].operation}), {}});
            out.back().counts.resize(static_cast<std::size_t>(columns));
        }
        const auto column = static_cast<std::size_t>(std::clamp(band.column, 0, columns - 1));
        out.back().counts[column] += static_cast<quint32>(std::min<quint64>(band.count, 0xffffffff));
    }
    return count.total;
}

bool TimelineAdapter::arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const {
    if (fromSeq >= run_->events().size()) return false;
    for (const auto id : EventFacts(*run_, nullptr).flows(fromSeq)) {
        const auto& flow = run_->flows()[id];
        if (flow.from == fromSeq && flow.to == toSeq) return make(flow, id.value, out);
    }
    return false;
}

}  // namespace ipcscope
