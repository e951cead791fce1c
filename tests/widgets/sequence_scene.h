// A made-up sequence of any length for tests of the view: rows a millisecond apart, a long silence before
// every 50th.
#pragma once

#include "sequence/sequence_source.h"

#include <algorithm>

namespace ipcscope::testing {

class SequenceScene : public SequenceSource {
public:
    explicit SequenceScene(qint64 rows, int columns = 3) : rows_(rows), columns_(columns) {}

    static constexpr qint64 step = 1'000'000, silence = 1'200'000'000, every = 50;
    qint64 rowCount() const override { return rows_; }
    qint64 gapsUntil(qint64 row) const override { return row / every; }
    qint64 timeOf(qint64 row) const override { return row * step + gapsUntil(row) * silence; }
    qint64 rowAtTime(qint64 time) const override {
        qint64 low = 0, high = rows_;
        while (low < high) {
            const auto middle = (low + high) / 2;
            if (timeOf(middle) < time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
    std::vector<DiagramColumn> columns() const override {
        std::vector<DiagramColumn> out;
        for (int i = 1; i <= columns_; ++i) {
            DiagramColumn column;
            column.key = static_cast<quint64>(i);
            column.label = QStringLiteral("worker %1").arg(i);
            column.detail = QStringLiteral("pid %1").arg(4000 + i);
            column.messages = i == columns_ ? 0 : 7;
            if (i == 2) column.born = 2;
            if (i == 2) column.ended = rows_ - 1;
            if (i == 2) column.failed = true;
            out.push_back(column);
        }
        return out;
    }
    // Events 2n and 2n + 1 are of row n: an arrow from the first column to the second, or back.
    DiagramRow row(qint64 number, bool = true) const override {
        ++asked;
        DiagramRow row;
        row.row = number;
        row.time = timeOf(number);
        row.timeText = QStringLiteral("%1 ms").arg(row.time / 1'000'000);
        if (number > 0 && number % every == 0) row.gap = QStringLiteral("+ 1.2 s");
        const bool there = number % 2 == 0;
        DiagramEnd from, to;
        from.seq = static_cast<quint64>(number * 2);
        to.seq = from.seq + 1;
        from.column = there ? 1 : 2;
        to.column = there ? 2 : 1;
        from.beginRow = to.beginRow = number;
        from.text = QStringLiteral("send \"number %1\"").arg(number);
        to.text = QStringLiteral("receive");
        to.outcome = QStringLiteral("= 9");
        if (number == 2) to.mark = DiagramMark::birth;
        if (number == rows_ - 1) {
            from.mark = DiagramMark::death;
            from.column = 2;
            from.text = QStringLiteral("killed SIGKILL");
            row.ends = {from};
            return row;
        }
        if (number == 5) {
            from.mark = DiagramMark::waits;
            from.waits = QStringLiteral("waits for a sender");
            row.ends = {from};
            return row;
        }
        if (number == 7) {
            from.beginRow = 5;
            from.blocked = from.failed = true;
            from.outcome = QStringLiteral("EINTR (Interrupted system call)");
            row.ends = {from};
            return row;
        }
        row.ends = {from, to};
        DiagramArrow arrow;
        arrow.id = static_cast<quint64>(number + 1);
        arrow.from = from.column;
        arrow.to = to.column;
        arrow.fromRow = arrow.toRow = number;
        arrow.fromSeq = from.seq;
        arrow.toSeq = to.seq;
        arrow.through = QStringLiteral("q");
        arrow.creates = number == 2;
        row.arrows = {arrow};
        return row;
    }
    std::vector<quint64> columnsOf(qint64 number) const override {
        if (number % 10 == 3) return {3};
        return {1, 2};
    }
    std::optional<DiagramEnd> running(quint64, qint64, qint64) const override { return {}; }
    qint64 rowOf(quint64 seq) const override {
        const auto row = static_cast<qint64>(seq / 2);
        return row < rows_ ? row : -1;
    }
    qint64 rowAfter(quint64 seq) const override {
        return std::min(rows_, static_cast<qint64>((seq + 1) / 2));
    }
    std::vector<quint64> joined(quint64 seq) const override { return {seq ^ 1}; }
    QString toolTip(quint64 seq) const override { return QStringLiteral("<b>event</b> %1").arg(seq); }

    void setRows(qint64 rows) { rows_ = rows; }
    mutable qint64 asked = 0;  // rows that were looked at in full

private:
    qint64 rows_;
    int columns_;
};

}  // namespace ipcscope::testing
