// A recording's timeline beside another one's: its times are moved so that both begin together, and what came
// out the same there is dimmed.
#pragma once

#include "timeline_adapter.h"

#include <QHash>

#include <memory>
#include <utility>
#include <vector>

namespace ipcscope {

class CompareSource : public TimelineSource {
public:
    explicit CompareSource(std::shared_ptr<const Recording> recording);

    const Recording& recording() const { return *recording_; }
    // All times are told so much later; `begin`: when (in these times) the axis begins.
    void place(qint64 shift, qint64 begin);
    qint64 shift() const { return shift_; }
    qint64 ownLast() const;                  // of this recording alone, 0 = nothing yet
    void setEnd(qint64 end) { end_ = end; }  // the axis ends there, if later
    void setRunning(bool running) { inner_.setRunning(running); }
    // Sequences of the events that differ, any order; everything else is dimmed if `dims`.
    void setDifferent(const std::vector<quint64>& seqs, bool dims);

    std::vector<TimelineLane> lanes() const override;
    qint64 firstTime() const override;
    qint64 lastTime() const override;
    qint64 now() const override { return inner_.now() + shift_; }
    bool running() const override { return inner_.running(); }
    void bars(quint64 lane, qint64 t0, qint64 t1, int columns, std::vector<TimelineBar>& out) const override;
    void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
               std::vector<TimelineStep>& out) const override;
    std::size_t arrows(qint64 t0, qint64 t1, std::size_t limit,
                       std::vector<TimelineArrow>& out) const override;
    QString toolTip(quint64 seq) const override { return inner_.toolTip(seq); }
    bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const override;
    std::vector<quint64> joined(quint64 seq) const override { return inner_.joined(seq); }
    void ranges(quint64 lane, qint64 t0, qint64 t1, int columns,
                std::vector<TimelineRange>& out) const override;
    std::size_t arrowDensity(qint64 t0, qint64 t1, int columns,
                             std::vector<TimelineArrowBand>& out) const override;
    quint64 count(quint64 lane, qint64 t0, qint64 t1) const override;
    void density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const override;
    void densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                   std::vector<TimelineDensity>& out) const override;
    quint64 events() const override { return inner_.events(); }
    quint64 revision() const override { return inner_.revision() + marked_; }
    bool numbered(quint64 number, quint64& seq) const override { return inner_.numbered(number, seq); }
    bool arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const override;
    qint64 firstOfInterest() const override;

private:
    using Stretch = std::pair<qint64, qint64>;  // of the recording's own times
    bool differs(quint64 lane, qint64 begin, qint64 end) const;
    const std::shared_ptr<const Recording> recording_;
    TimelineAdapter inner_;
    qint64 shift_ = 0, begin_ = 0, end_ = 0;
    bool dims_ = false;
    quint64 marked_ = 0;                              // grows with every setDifferent()
    QHash<quint64, std::vector<Stretch>> different_;  // by lane, in order of time
};

}  // namespace ipcscope
