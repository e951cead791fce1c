// A run's lanes, flows and events as the timeline asks for them.
#pragma once

#include "runtime/recording.h"
#include "timeline/timeline_source.h"

#include <map>
#include <memory>

namespace ipcscope {

quint64 laneNumber(LaneKey key);
LaneKey laneKey(quint64 number);

class TimelineAdapter : public TimelineSource {
public:
    explicit TimelineAdapter(std::shared_ptr<const Recording> run);
    void setRunning(bool running);  // does time go on?

    std::vector<TimelineLane> lanes() const override;
    qint64 firstTime() const override;
    qint64 lastTime() const override;
    qint64 now() const override;
    bool running() const override { return running_; }
    void bars(quint64 lane, qint64 t0, qint64 t1, int columns, std::vector<TimelineBar>& out) const override;
    void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
               std::vector<TimelineStep>& out) const override;
    std::size_t arrows(qint64 t0, qint64 t1, std::size_t limit,
                       std::vector<TimelineArrow>& out) const override;
    QString toolTip(quint64 seq) const override;
    bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const override;
    std::vector<quint64> joined(quint64 seq) const override;

private:
    quint16 colour(OperationId operation) const;
    std::shared_ptr<const Recording> run_;
    std::map<const MechanismSpec*, quint16> colours_;
    bool running_ = false;
    qint64 stopped_ = 0;
    mutable std::vector<Span> spans_;
    mutable std::vector<LevelPoint> points_;
};

}  // namespace ipcscope
