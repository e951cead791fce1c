// A run's lanes, flows and events as the timeline asks for them.
#pragma once

#include "playback/moment.h"
#include "runtime/flow_index.h"
#include "runtime/recording.h"
#include "timeline/timeline_source.h"
#include "timeline_adapter_lives.h"

#include <QHash>

#include <map>
#include <memory>

namespace ipcscope {

class EventFacts;
class FilterController;
class FindHits;

quint64 laneNumber(LaneKey key);
LaneKey laneKey(quint64 number);

class TimelineAdapter : public TimelineSource {
public:
    explicit TimelineAdapter(std::shared_ptr<const Recording> run);
    void setRunning(bool running);                   // does time go on?
    void setFilter(const FilterController* filter);  // not owned; nullptr = none
    void setFound(const FindHits* hits);             // the same: what a search has found
    void filterChanged() { ++filterRevision_; }      // or what was found
    // The lanes' words are of that moment; nullptr = of now.
    void setMoment(std::shared_ptr<const Moment> moment) { moment_ = std::move(moment); }

    std::vector<TimelineLane> lanes() const override;
    qint64 firstTime() const override;
    qint64 lastTime() const override;
    qint64 now() const override;
    qint64 moment() const override { return moment_ ? moment_->time_ns : lastTime(); }
    bool running() const override { return running_; }
    void bars(quint64 lane, qint64 t0, qint64 t1, int columns, std::vector<TimelineBar>& out) const override;
    void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
               std::vector<TimelineStep>& out) const override;
    std::size_t arrows(qint64 t0, qint64 t1, std::size_t limit,
                       std::vector<TimelineArrow>& out) const override;
    QString toolTip(quint64 seq) const override;
    bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const override;
    std::vector<quint64> joined(quint64 seq) const override;
    std::size_t arrowDensity(qint64 t0, qint64 t1, int columns,
                             std::vector<TimelineArrowBand>& out) const override;
    void ranges(quint64 lane, qint64 t0, qint64 t1, int columns,
                std::vector<TimelineRange>& out) const override;
    quint64 count(quint64 lane, qint64 t0, qint64 t1) const override;
    void density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const override;
    void densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                   std::vector<TimelineDensity>& out) const override;
    quint64 events() const override;
    quint64 revision() const override;
    bool numbered(quint64 number, quint64& seq) const override;
    bool arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const override;
    qint64 firstOfInterest() const override;

private:
    quint16 colour(OperationId operation) const;
    bool objectLane(LaneKey key, const RunState& state, TimelineLane& lane) const;
    void workerLane(LaneKey key, const RunState& state, TimelineLane& lane) const;
    bool make(const Flow& flow, quint64 id, TimelineArrow& arrow) const;
    qint64 endOf(const Event& enter) const;
    LaneKey shown(LaneKey key, quint64 seq) const;  // where an event of that lane is drawn
    struct Label {
        QString text, waits;
    };
    bool matches(quint64 seq) const;  // the filter that is active
    Label labelOf(const Span& span, bool blocked, const EventFacts& facts, const RunState& state) const;
    TimelineBar barOf(const Span& span, bool room, const EventFacts& facts, const RunState& state) const;
    void addMoments(LaneKey key, qint64 t0, qint64 t1, const RunState& state,
                    std::vector<TimelineBar>& out) const;
    void addUndelivered(std::uint16_t id, qint64 t0, qint64 t1, std::vector<TimelineBar>& out) const;
    int signalOf(quint64 seq) const;
    QString waitsFor(const Event& event, const RunState& state) const;
    std::shared_ptr<const Recording> run_;
    std::shared_ptr<const Moment> moment_;
    std::map<const MechanismSpec*, quint16> colours_;
    std::vector<quint16> operation_colours_;  // by OperationId
    bool running_ = false;
    qint64 stopped_ = 0;
    static quint64 countIn(const LaneIndex& index, LaneKey key, qint64 t0, qint64 t1, int columns);
    const FilterController* filter_ = nullptr;
    const FindHits* found_ = nullptr;
    quint64 filterRevision_ = 0;
    mutable TimelineLives lives_;
    mutable QHash<quint64, Label> labels_;  // of calls that were drawn lately
    mutable quint64 labels_of_ = 0;         // revision of the state
    mutable std::vector<RangeSpan> ranges_;
    mutable std::vector<Span> spans_;
    mutable std::vector<FlowArrow> flow_arrows_;
    mutable std::vector<FlowBand> flow_bands_;
    mutable std::vector<LevelPoint> points_;
};

}  // namespace ipcscope
