// A recording's rows, messages and lives as the sequence view asks for them.
#pragma once

#include "export/sequence_scan.h"
#include "export/sequence_steps.h"
#include "sequence/sequence_source.h"

#include <map>
#include <memory>

namespace ipcscope {

quint64 columnKey(SequencePlace place);
SequencePlace placeOfColumn(quint64 key);

class SequenceAdapter : public SequenceSource {
public:
    // `dimmed`: which events are drawn faintly; empty = none.
    SequenceAdapter(std::shared_ptr<const Recording> run, SequenceChoice choice,
                    std::function<bool(std::uint64_t)> dimmed = {});
    // Looks for more rows; true = there are others than before (or it still looks).
    bool update();
    SequenceScan& scan() { return scan_; }
    const SequenceScan& scan() const { return scan_; }
    const std::shared_ptr<const Recording>& run() const { return run_; }
    const SequenceChoice& choice() const { return choice_; }
    const std::shared_ptr<const SequenceRows>& rows() const { return rows_; }

    qint64 rowCount() const override { return static_cast<qint64>(rows_->size()); }
    qint64 gapsUntil(qint64 row) const override;
    qint64 timeOf(qint64 row) const override;
    qint64 rowAtTime(qint64 time) const override;
    std::vector<DiagramColumn> columns() const override;
    DiagramRow row(qint64 row, bool words = true) const override;
    std::vector<quint64> columnsOf(qint64 row) const override;
    std::optional<DiagramEnd> running(quint64 column, qint64 first, qint64 last) const override;
    qint64 rowOf(quint64 seq) const override;
    qint64 rowAfter(quint64 seq) const override;
    std::vector<quint64> joined(quint64 seq) const override;
    QString toolTip(quint64 seq) const override;

private:
    DiagramEnd end(const SequenceEnd& end) const;
    DiagramArrow arrow(const SequenceMessage& message, bool words) const;
    void name(DiagramArrow& arrow, const SequenceMessage& message) const;
    quint16 colour(quint64 seq) const;
    qint64 origin() const;

    std::shared_ptr<const Recording> run_;
    SequenceChoice choice_;
    std::function<bool(std::uint64_t)> dimmed_;
    SequenceScan scan_;
    std::shared_ptr<const SequenceRows> rows_;
    std::shared_ptr<const RunState> state_;
    std::unique_ptr<SequenceSteps> steps_;
    std::map<const MechanismSpec*, quint16> colours_;
};

}  // namespace ipcscope
