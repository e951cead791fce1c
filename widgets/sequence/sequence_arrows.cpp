// Arrows, and what stands beside a lifeline.
#include "sequence/sequence_painter.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {
constexpr qint64 farRows = 30;  // an arrow over more rows than this is drawn as its two ends
}

const DiagramEnd* SequencePainter::endOf(const DiagramRow& row, quint64 seq) const {
    for (const auto& end : row.ends)
        if (end.seq == seq) return &end;
    return nullptr;
}

bool SequencePainter::isSelected(const DiagramArrow& arrow) const {
    return f_->selected && (arrow.fromSeq == *f_->selected || arrow.toSeq == *f_->selected);
}

QString SequencePainter::withOutcome(const DiagramEnd& end) const {
    return end.outcome.isEmpty() ? end.text : end.text + QLatin1Char(' ') + end.outcome;
}

void SequencePainter::paintHead(QPointF tip, QPointF from, const QColor& colour, bool open) {
    const double length = std::hypot(tip.x() - from.x(), tip.y() - from.y());
    if (length < 1) return;
    const QPointF along = (tip - from) / length, across(-along.y(), along.x());
    const QPointF back = tip - along * m_->arrow;
    const QPolygonF head({tip, back + across * m_->arrow * 0.42, back - across * m_->arrow * 0.42});
    if (quiet_ && !open) {  // without an edge, which costs more than the rest
        p_->setPen(Qt::NoPen);
        p_->setBrush(colour);
        p_->drawConvexPolygon(head);
        p_->setBrush(Qt::NoBrush);
        return;
    }
    p_->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (open) {
        p_->drawPolyline(QPolygonF({head[1], tip, head[2]}));
    } else {
        p_->setBrush(colour);
        p_->drawPolygon(head);
        p_->setBrush(Qt::NoBrush);
    }
}

void SequencePainter::paintLine(QPointF from, QPointF to, const DiagramArrow& arrow, const QColor& colour,
                                bool head) {
    const bool plain = !arrow.creates && !arrow.guess && !arrow.coalesced && !isSelected(arrow);
    // Many, and level: no line needs to be stroked.
    if (quiet_ && plain && std::abs(from.y() - to.y()) < 0.5) {
        const QRectF line(std::min(from.x(), to.x()), to.y(), std::abs(from.x() - to.x()), 1);
        p_->fillRect(line.toRect(), colour);
        if (head) paintHead(to, from, colour, false);
        if (head && arrow.bothWays) paintHead(from, to, colour, false);
        return;
    }
    QPen pen(colour, isSelected(arrow) ? 2.8 : 1.5);
    if (arrow.creates || arrow.guess) pen.setDashPattern({5, 3});
    if (arrow.coalesced) pen.setDashPattern({1.5, 2.5});
    p_->setPen(pen);
    p_->drawLine(from, to);
    if (head) paintHead(to, from, colour, arrow.creates || arrow.coalesced);
    if (head && arrow.bothWays) paintHead(from, to, colour, false);
}

bool SequencePainter::leftSide(int column, const QString& text, double distance, bool bold) const {
    QFont font = f_->font;
    font.setBold(bold);
    const double words = text.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text);
    const double x = f_->x(column), wanted = words + distance + 6;
    const double right = f_->size.width() - x, left = x - f_->layout.gutter;
    return wanted > right && left > right;
}

void SequencePainter::beside(int column, double y, double distance, const QString& text, const QColor& colour,
                             bool left, bool bold) {
    if (quiet_ || text.isEmpty()) return;
    const double x = f_->x(column);
    Label label;
    label.text = text;
    label.colour = colour;
    label.bold = bold;
    if (left) {
        const double from = f_->layout.gutter;
        label.box = QRectF(from, y - m_->line / 2, x - distance - from, m_->line);
        label.align = Qt::AlignRight;
    } else {
        label.box = QRectF(x + distance, y - m_->line / 2, f_->size.width() - x - distance - 4, m_->line);
        label.align = Qt::AlignLeft;
    }
    if (label.box.width() > m_->line * 2) labels_.push_back(label);
}

void SequencePainter::paintStub(const DiagramRow& row, const DiagramArrow& arrow, bool sends,
                                const QColor& colour) {
    const auto own = places_.find(sends ? arrow.from : arrow.to);
    if (own == places_.end()) return;
    const auto other = places_.find(sends ? arrow.to : arrow.from);
    const auto* end = endOf(row, sends ? arrow.fromSeq : arrow.toSeq);
    const double y = yOfRow(row.row), x = f_->x(own->second), half = m_->bar / 2;
    const bool right = other == places_.end()
                           ? !leftSide(own->second, end ? withOutcome(*end) : QString(), m_->loop)
                           : other->second >= own->second;
    const double reach = std::min(f_->layout.columnWidth * 0.32, m_->line * 6) * (right ? 1 : -1);
    const QPointF near(x + (right ? half : -half), y), away(x + reach, y);
    paintLine(sends ? near : away, sends ? away : near, arrow, colour, arrow.received || !sends);
    if (!arrow.received) {
        p_->setBrush(colour);
        p_->setPen(Qt::NoPen);
        p_->drawEllipse(away, m_->arrow * 0.4, m_->arrow * 0.4);
        p_->setBrush(Qt::NoBrush);
    }
    if (quiet_) return;
    QString text = end ? withOutcome(*end) : QString();
    if (!arrow.through.isEmpty()) text += QStringLiteral("  · ") + arrow.through;
    QString where;
    if (!arrow.received) {
        where = arrow.toName.isEmpty() ? tr("not received") : tr("not received by %1").arg(arrow.toName);
    } else if (sends) {
        where = arrow.later.isEmpty() ? tr("→ %1").arg(arrow.toName)
                                      : tr("→ %1, %2 later").arg(arrow.toName, arrow.later);
    } else {
        where = arrow.later.isEmpty() ? tr("← %1").arg(arrow.fromName)
                                      : tr("← %1, %2 before").arg(arrow.fromName, arrow.later);
    }
    if (arrow.coalesced) where += QLatin1Char(' ') + tr("(coalesced)");
    Label label;
    const double top = y - m_->line * 1.08;
    const QFontMetricsF metrics(f_->font);
    const double room = right ? f_->size.width() - near.x() - 6 : near.x() - f_->layout.gutter - 2;
    const auto box = [&](double at) {
        return right ? QRectF(near.x() + 4, at, room, m_->line)
                     : QRectF(f_->layout.gutter, at, room, m_->line);
    };
    label.align = right ? Qt::AlignLeft : Qt::AlignRight;
    label.box = box(top);
    label.text = text;
    label.colour = end && end->failed ? c_.failed : c_.text;
    labels_.push_back(label);
    label.box = box(y + m_->line * 0.1);
    label.text = where;
    label.colour = arrow.received ? c_.dimText : c_.waiting;
    labels_.push_back(label);
}

void SequencePainter::paintArrow(const DiagramRow& row, const DiagramArrow& arrow) {
    const auto from = places_.find(arrow.from), to = places_.find(arrow.to);
    const bool level =
        arrow.fromRow == arrow.toRow && arrow.fromRow >= 0;  // also into an object, where it stays
    const auto* sender = endOf(row, arrow.fromSeq);
    const auto* receiver = endOf(row, arrow.toSeq);
    const bool failed = (sender && sender->failed) || (receiver && receiver->failed);
    const QColor colour = failed ? c_.failed : !arrow.received ? c_.waiting : c_.mechanism(arrow.colour);
    const bool both = arrow.fromRow >= 0 && arrow.toRow >= 0 && from != places_.end() && to != places_.end();
    if (!both || (!arrow.received && !level)) return paintStub(row, arrow, sender != nullptr, colour);
    if (std::abs(arrow.toRow - arrow.fromRow) > farRows)
        return paintStub(row, arrow, sender != nullptr, colour);

    double y1 = yOfRow(arrow.fromRow), y2 = yOfRow(arrow.toRow);
    // What arrives before the call that sent it is back, left within that call: no arrow leads into the past.
    if (y1 > y2) y1 = y2;
    const double half = m_->bar / 2;
    if (from->second == to->second) {  // to itself, a while later
        const double x = f_->x(from->second), out = x + m_->loop * 1.4;
        const auto* said = receiver ? receiver : sender;
        const QString text = said ? withOutcome(*said) : QString();
        if (!quiet_ && said) beside(from->second, receiver ? y2 : y1, m_->loop * 1.6, text, c_.text, false);
        if (!receiver && arrow.toRow <= rows_.back().row && arrow.toRow >= rows_.front().row) return;
        QPainterPath path(QPointF(x + half, y1));
        path.cubicTo(out, y1, out, y2, x + half, y2);
        p_->setPen(QPen(colour, isSelected(arrow) ? 2.8 : 1.5));
        p_->setBrush(Qt::NoBrush);
        p_->drawPath(path);
        paintHead({x + half, y2}, {out, y2}, colour, false);
        return;
    }
    const bool right = to->second > from->second;
    double x1 = f_->x(from->second) + (right ? half : -half), x2 = f_->x(to->second) + (right ? -half : half);
    if (arrow.creates && arrow.toRow >= 0) {
        const QRectF box = f_->headBox(to->second, *m_);
        x2 = f_->x(to->second) + (right ? -1 : 1) * (box.width() / 2);
    }
    // A slanted arrow is met twice, at both its ends: the line is drawn by the later one, or by the only one
    // in sight.
    const bool drawsLine =
        level || receiver || arrow.toRow > rows_.back().row || arrow.toRow < rows_.front().row;
    if (drawsLine) paintLine({x1, y1}, {x2, y2}, arrow, colour, true);
    if (quiet_) return;

    const double left = std::min(x1, x2) + 3, width = std::abs(x2 - x1) - 6;
    Label label;
    label.bold = false;
    const bool flat = std::abs(y2 - y1) < 1 && row.row == arrow.toRow;
    if (flat && (level || (sender && receiver))) {
        label.box = QRectF(left, y1 - m_->line * 1.08, width, m_->line);
        label.text = sender ? (sender == receiver ? withOutcome(*sender) : sender->text) : QString();
        label.colour = failed ? c_.failed : c_.text;
        labels_.push_back(label);
        QString below;
        if (sender != receiver && receiver && !arrow.creates && receiver->mark != DiagramMark::death) {
            below = withOutcome(*receiver);
            // The bytes that have just been named need not be named again.
            const auto quote = sender ? sender->text.indexOf(QLatin1Char('"')) : -1;
            if (quote >= 0) below.remove(QLatin1Char(' ') + sender->text.mid(quote));
        }
        if (!arrow.through.isEmpty())
            below += (below.isEmpty() ? QString() : QStringLiteral("  · ")) + arrow.through;
        if (arrow.guess) below += (below.isEmpty() ? QString() : QStringLiteral("  · ")) + tr("a guess");
        if (arrow.coalesced) below += QLatin1Char(' ') + tr("(coalesced)");
        if (!arrow.received) below = tr("not received");
        label.box.moveTop(y1 + m_->line * 0.12);
        label.text = below;
        label.colour = arrow.received ? c_.dimText : c_.waiting;
        if (!below.isEmpty()) labels_.push_back(label);
        return;
    }
    // Slanted: each end says its own, on the arrow's side above where it leaves, behind the lifeline where it
    // arrives.
    if (sender && arrow.fromRow == row.row) {
        label.box = QRectF(right ? x1 + 3 : f_->layout.gutter, y1 - m_->line * 1.02,
                           right ? f_->size.width() - x1 - 6 : x1 - 3 - f_->layout.gutter, m_->line);
        label.align = right ? Qt::AlignLeft : Qt::AlignRight;
        label.text = withOutcome(*sender);
        if (!arrow.through.isEmpty()) label.text += QStringLiteral("  · ") + arrow.through;
        if (arrow.coalesced) label.text += QLatin1Char(' ') + tr("(coalesced)");
        label.colour = sender->failed ? c_.failed : c_.text;
        const bool again = std::any_of(labels_.begin(), labels_.end(), [&](const Label& other) {
            return other.box.top() == label.box.top() && other.text == label.text;
        });
        if (!again) labels_.push_back(label);
    }
    if (receiver && arrow.toRow == row.row && !arrow.creates && receiver->mark != DiagramMark::death) {
        const double x = f_->x(to->second);
        const double room = right ? f_->size.width() - x : x - f_->layout.gutter;
        const bool outside = room > m_->line * 7;
        const bool toRight = outside == right;
        label.align = toRight ? Qt::AlignLeft : Qt::AlignRight;
        label.box =
            toRight
                ? QRectF(x + half + 4, y2 - m_->line / 2, f_->size.width() - x - half - 8, m_->line)
                : QRectF(f_->layout.gutter, y2 - m_->line / 2, x - half - 4 - f_->layout.gutter, m_->line);
        if (!outside) label.box.translate(0, m_->line * 0.7);
        label.text = withOutcome(*receiver);
        label.colour = c_.text;
        const bool again = std::any_of(labels_.begin(), labels_.end(), [&](const Label& other) {
            return other.box.top() == label.box.top() && other.text == label.text;
        });
        if (!again) labels_.push_back(label);
    }
}

void SequencePainter::paintLoop(int column, double y, const QColor& colour, bool failed, bool left) {
    const double side = left ? -1 : 1, x = f_->x(column) + side * m_->bar / 2;
    const double out = x + side * m_->loop * 0.6, up = m_->line * 0.24;
    if (quiet_) return p_->fillRect(QRectF(std::min(x, out), y, std::abs(out - x), 1).toRect(), colour);
    p_->setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p_->setBrush(Qt::NoBrush);
    p_->drawPolyline(QPolygonF(
        {QPointF(x, y - up), QPointF(out, y - up), QPointF(out, y + up), QPointF(x + side * 2, y + up)}));
    const double kept = m_->arrow;
    m_->arrow = kept * 0.75;
    paintHead({x, y + up}, {out, y + up}, colour, failed);
    m_->arrow = kept;
}

void SequencePainter::paintBirth(int column, double y) {
    const auto& each = f_->columns[static_cast<std::size_t>(column)];
    const QRectF head = f_->headBox(column, *m_);
    const QRectF box(head.left(), y - m_->line * 0.72, head.width(), m_->line * 1.44);
    p_->setPen(QPen(c_.dimText, 1.2));
    p_->setBrush(c_.header);
    p_->drawRoundedRect(box, 4, 4);
    Label label;
    label.box = box.adjusted(m_->line * 0.4, 0, -m_->line * 0.4, 0);
    label.text = each.label;
    label.colour = c_.text;
    label.bold = true;
    label.plain = true;
    labels_.push_back(label);
}

void SequencePainter::paintDeath(int column, double y, const DiagramEnd& end) {
    const double x = f_->x(column), r = m_->line * 0.42;
    const bool bad = f_->columns[static_cast<std::size_t>(column)].failed;
    const QColor colour = bad ? c_.failed : c_.text;
    p_->setPen(QPen(colour, 2.2, Qt::SolidLine, Qt::RoundCap));
    p_->drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r));
    p_->drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r));
    const double distance = r + m_->line * 0.35;
    beside(column, y, distance, end.text, colour, leftSide(column, end.text, distance, true), true);
}

void SequencePainter::paintEnd(const DiagramRow& row, const DiagramEnd& end, bool inArrow) {
    const auto place = places_.find(end.column);
    if (place == places_.end()) return;
    const int column = place->second;
    const double y = yOfRow(row.row), x = f_->x(column);
    const QColor colour = end.failed ? c_.failed : c_.dimText;
    switch (end.mark) {
        case DiagramMark::birth: return;  // paintBirths
        case DiagramMark::death: return paintDeath(column, y, end);
        case DiagramMark::waits: {
            const double distance = m_->loop * 0.6 + m_->bar / 2 + 5;
            const QString longest = end.waits.size() > end.text.size() ? end.waits : end.text;
            const bool left = leftSide(column, longest, distance);
            paintLoop(column, y, c_.waiting, true, left);
            beside(column, end.waits.isEmpty() ? y : y - m_->line * 0.5, distance, end.text, c_.text, left);
            beside(column, y + m_->line * 0.5, distance, end.waits, c_.waiting, left);
            return;
        }
        case DiagramMark::call: {
            if (inArrow) return;
            const double distance = m_->loop * 0.6 + m_->bar / 2 + 5;
            const QString text = withOutcome(end);
            const bool left = leftSide(column, text, distance);
            paintLoop(column, y, colour, false, left);
            beside(column, y, distance, text, end.failed ? c_.failed : c_.text, left);
            return;
        }
        case DiagramMark::moment: {
            const double r = m_->line * 0.34;
            p_->setPen(Qt::NoPen);
            p_->setBrush(c_.accent);
            p_->drawPolygon(
                QPolygonF({QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)}));
            const QString text = withOutcome(end);
            if (!inArrow) beside(column, y, r + 6, text, c_.text, leftSide(column, text, r + 6));
            return;
        }
        case DiagramMark::note: {
            const double r = m_->line * 0.3;
            p_->setPen(QPen(c_.dimText, 1));
            p_->setBrush(tinted(c_.waiting, c_.plot, 0.25));
            p_->drawRect(QRectF(x - r, y - r, 2 * r, 2 * r));
            beside(column, y, r + 6, end.text, c_.text, leftSide(column, end.text, r + 6));
            return;
        }
        case DiagramMark::lost: {
            const double h = m_->line * 0.5;
            p_->setPen(QPen(c_.lost, 1.2, Qt::DashLine));
            p_->setBrush(tinted(c_.lost, c_.plot, 0.3));
            p_->drawRect(QRectF(x - m_->bar, y - h, 2 * m_->bar, 2 * h));
            beside(column, y, m_->bar + 6, end.text, c_.lost, leftSide(column, end.text, m_->bar + 6, true),
                   true);
            return;
        }
    }
}

}  // namespace ipcscope
