#include "sequence/sequence_painter.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace ipcscope {

namespace {
constexpr double dimmedOpacity = 0.35;
constexpr double leastDistance = 4;  // of rows that are thinned out
}  // namespace

SequenceMetrics::SequenceMetrics(const QFont& font) {
    const QFontMetricsF metrics(font);
    line = metrics.height();
    rowHeight = std::ceil(line * 2.35);
    gapHeight = std::ceil(line * 1.7);
    headHeight = std::ceil(line * 2.9);
    gutter = std::ceil(metrics.horizontalAdvance(QStringLiteral("0,000.00 ms")) + line);
    narrowest = std::ceil(metrics.averageCharWidth() * 26);
    widest = std::ceil(metrics.averageCharWidth() * 64);
    bar = std::max(6.0, std::round(line * 0.55));
    arrow = std::max(6.0, line * 0.55);
    loop = line * 1.3;
}

int SequenceFrame::column(quint64 key) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].key == key) return static_cast<int>(i);
    return -1;
}

QRectF SequenceFrame::headBox(int column, const SequenceMetrics& metrics) const {
    const auto& each = columns[static_cast<std::size_t>(column)];
    QFont bold = font;
    bold.setBold(true);
    const double text = std::max(QFontMetricsF(bold).horizontalAdvance(each.label),
                                 QFontMetricsF(font).horizontalAdvance(each.detail) * 0.9);
    const double width =
        std::clamp(text + metrics.line * 1.6, metrics.line * 5, layout.columnWidth - metrics.line * 0.6);
    const double margin = metrics.line * 0.3;
    return {x(column) - width / 2, margin, width, metrics.headHeight - 2 * margin};
}

void SequencePainter::paint(QPainter& painter, const SequenceFrame& frame) {
    p_ = &painter;
    f_ = &frame;
    m_.emplace(frame.font);
    c_ = Palette::of(frame.palette);
    labels_.clear();
    painter.setFont(frame.font);
    painter.setRenderHint(QPainter::Antialiasing);
    collect();
    paintBackground();
    painter.save();
    painter.setClipRect(
        QRectF(0, frame.headHeight, frame.size.width(), frame.size.height() - frame.headHeight));
    paintGaps();
    paintLifelines();
    paintBars();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        quiet_ = quiet_rows_[i];
        const auto words = labels_.size();
        painter.setOpacity(row.dimmed ? dimmedOpacity : 1);
        std::set<quint64> drawn;
        for (const auto& arrow : row.arrows) {
            paintArrow(row, arrow);
            drawn.insert(arrow.fromSeq);
            drawn.insert(arrow.toSeq);
        }
        for (const auto& end : row.ends)
            paintEnd(row, end, drawn.contains(end.seq));
        for (auto label = words; label < labels_.size(); ++label)
            labels_[label].dimmed = row.dimmed;
    }
    paintBirths();
    painter.setOpacity(1);
    paintLabels();
    paintTimes();
    paintLeftOut();
    painter.restore();
    paintHeads();
}

void SequencePainter::collect() {
    rows_.clear();
    quiet_rows_.clear();
    places_.clear();
    left_out_ = 0;
    for (std::size_t i = 0; i < f_->columns.size(); ++i)
        places_[f_->columns[i].key] = static_cast<int>(i);
    const auto& layout = f_->layout;
    if (!f_->source || layout.count() == 0) return;
    const double room = f_->size.height() - f_->headHeight;
    // Labels and slanted arrows reach a little over the edge.
    const double over = m_->rowHeight * 3;
    const auto first = std::max<qint64>(0, layout.firstBelow(f_->scrollY - over) - 1);
    const auto end = layout.firstBelow(f_->scrollY + room + over);
    // Drawn to scale, a burst may put thousands of rows into a pixel.
    const bool thinned = layout.toScale && static_cast<double>(end - first) > room / leastDistance;
    double worded = -1e18;
    for (auto row = first; row < end;) {
        // ... or too close for words.
        const double y = layout.toScale ? layout.y(row) : 0;
        const bool quiet = layout.toScale && y - worded < m_->rowHeight * 0.8;
        if (!quiet) worded = y;
        rows_.push_back(f_->source->row(row, !quiet));
        quiet_rows_.push_back(quiet);
        const auto next = thinned ? layout.after(row, leastDistance) : row + 1;
        left_out_ += std::min(next, end) - row - 1;
        row = next;
    }
}

// Over all lines: drawn to scale, those of others pass close by.
void SequencePainter::paintBirths() {
    for (const auto& row : rows_)
        for (const auto& end : row.ends) {
            const auto place = places_.find(end.column);
            if (end.mark != DiagramMark::birth || place == places_.end()) continue;
            p_->setOpacity(row.dimmed ? dimmedOpacity : 1);
            paintBirth(place->second, yOfRow(row.row));
            labels_.back().dimmed = row.dimmed;
        }
}

double SequencePainter::yOfRow(qint64 row) const {
    return f_->y(row);
}

void SequencePainter::paintBackground() {
    p_->fillRect(QRectF(QPointF(), f_->size), c_.plot);
    if (!f_->selected) return;
    for (const auto& row : rows_) {
        const bool here = std::any_of(row.ends.begin(), row.ends.end(),
                                      [this](const DiagramEnd& end) { return end.seq == *f_->selected; });
        if (!here) continue;
        const double y = f_->y(row.row);
        const QRectF band(0, y - m_->rowHeight / 2, f_->size.width(), m_->rowHeight);
        p_->fillRect(band, tinted(c_.accent, c_.plot, c_.dark ? 0.22 : 0.11));
        p_->fillRect(QRectF(0, band.top(), 3, band.height()), c_.accent);
    }
}

void SequencePainter::paintGaps() {
    for (const auto& row : rows_) {
        if (row.gap.isEmpty() || f_->layout.toScale) continue;
        const double y = f_->layout.gapY(row.row) - f_->scrollY + f_->headHeight;
        const QRectF band(0, y - m_->gapHeight * 0.42, f_->size.width(), m_->gapHeight * 0.84);
        p_->fillRect(band, c_.plotAlternate);
        p_->setPen(QPen(c_.gridStrong, 1, Qt::DashLine));
        p_->drawLine(band.topLeft(), band.topRight());
        p_->drawLine(band.bottomLeft(), band.bottomRight());
        p_->setPen(c_.dimText);
        p_->drawText(QRectF(0, band.top(), f_->layout.gutter - m_->line * 0.4, band.height()),
                     Qt::AlignRight | Qt::AlignVCenter, row.gap);
    }
}

void SequencePainter::paintLifelines() {
    const double top = f_->headHeight, bottom = f_->size.height();
    for (std::size_t i = 0; i < f_->columns.size(); ++i) {
        const auto& column = f_->columns[i];
        if (!inSight(static_cast<int>(i))) continue;
        const double x = f_->x(static_cast<int>(i));
        const double from = column.born >= 0 ? std::max(top, yOfRow(column.born)) : top;
        const double last =
            column.ended >= 0 ? yOfRow(column.ended) : f_->layout.height() - f_->scrollY + top;
        const double to = std::min(bottom, last);
        if (from >= to) continue;
        const QColor colour = column.object ? c_.mechanism(column.colour) : c_.dimText;
        QPen pen(tinted(colour, c_.plot, column.object ? 0.55 : 0.6), column.object ? 1.6 : 1.2);
        if (column.object) pen.setDashPattern({4, 3});
        pen.setCapStyle(Qt::FlatCap);
        p_->setPen(pen);
        p_->drawLine(QPointF(x, from), QPointF(x, to));
    }
    // Through a silence the line is only dotted.
    for (const auto& row : rows_) {
        if (row.gap.isEmpty() || f_->layout.toScale) continue;
        const double y = f_->layout.gapY(row.row) - f_->scrollY + top, half = m_->gapHeight * 0.42 - 1;
        for (std::size_t i = 0; i < f_->columns.size(); ++i) {
            const double x = f_->x(static_cast<int>(i));
            p_->fillRect(QRectF(x - 2, y - half, 4, 2 * half), c_.plotAlternate);
            p_->setPen(QPen(c_.dimText, 1.4, Qt::DotLine));
            const auto& column = f_->columns[i];
            if ((column.born >= 0 && column.born >= row.row) || (column.ended >= 0 && column.ended < row.row))
                continue;
            p_->drawLine(QPointF(x, y - half), QPointF(x, y + half));
        }
    }
}

void SequencePainter::paintTimes() {
    const double right = f_->layout.gutter - m_->line * 0.4;
    p_->fillRect(QRectF(0, f_->headHeight, 1, 0), c_.plot);
    p_->setPen(c_.dimText);
    double next = -1e9;
    for (const auto& row : rows_) {
        const double y = yOfRow(row.row);
        if (y < next || row.timeText.isEmpty()) continue;
        next = y + m_->line;
        p_->setPen(c_.dimText);
        p_->drawText(QRectF(0, y - m_->line, right, 2 * m_->line), Qt::AlignRight | Qt::AlignVCenter,
                     row.timeText);
    }
}

// What is not drawn is told.
void SequencePainter::paintLeftOut() {
    if (left_out_ <= 0) return;
    const auto all = left_out_ + static_cast<qint64>(rows_.size());
    const QString text =
        tr("%1 of the %2 rows in sight are drawn: zoom in to see each")
            .arg(QLocale().toString(static_cast<qint64>(rows_.size())), QLocale().toString(all));
    const double width = QFontMetricsF(f_->font).horizontalAdvance(text) + m_->line;
    const QRectF box(f_->size.width() - width, f_->size.height() - m_->line * 1.3, width, m_->line * 1.3);
    p_->fillRect(box, c_.header);
    p_->setPen(c_.text);
    p_->drawText(box, Qt::AlignCenter, text);
}

void SequencePainter::paintHeads() {
    if (f_->headHeight <= 0) return;
    const QRectF strip(0, 0, f_->size.width(), f_->headHeight);
    p_->fillRect(strip, c_.header);
    p_->setPen(c_.headerBorder);
    p_->drawLine(strip.bottomLeft(), strip.bottomRight());
    p_->setPen(c_.dimText);
    p_->drawText(QRectF(0, 0, f_->layout.gutter - m_->line * 0.4, f_->headHeight),
                 Qt::AlignRight | Qt::AlignVCenter, tr("Time"));
    QFont bold = f_->font, small = f_->font;
    bold.setBold(true);
    small.setPointSizeF(std::max(6.0, f_->font.pointSizeF() * 0.88));
    for (int i = 0; i < static_cast<int>(f_->columns.size()); ++i) {
        const auto& column = f_->columns[static_cast<std::size_t>(i)];
        const QRectF box = f_->headBox(i, *m_);
        if (box.right() < 0 || box.left() > f_->size.width()) continue;
        const bool current = i == f_->current && f_->focus;
        const QColor edge = current ? c_.accent : column.object ? c_.mechanism(column.colour) : c_.dimText;
        p_->setPen(QPen(edge, current ? 2 : 1.2));
        p_->setBrush(i == f_->hovered ? tinted(c_.accent, c_.plot, 0.16)
                     : column.object  ? tinted(c_.mechanism(column.colour), c_.plot, 0.12)
                                      : c_.plot);
        const double round = column.object ? box.height() / 2 : 4;
        p_->drawRoundedRect(box, round, round);
        const double pad = column.object ? box.height() * 0.3 : m_->line * 0.4;
        const QRectF inside = box.adjusted(pad, 0, -pad, 0);
        const bool two = !column.detail.isEmpty();
        p_->setFont(bold);
        p_->setPen(c_.text);
        const QRectF name(inside.left(), inside.top(), inside.width(),
                          two ? inside.height() * 0.54 : inside.height());
        p_->drawText(name, Qt::AlignHCenter | (two ? Qt::AlignBottom : Qt::AlignVCenter),
                     QFontMetricsF(bold).elidedText(column.label, Qt::ElideMiddle, inside.width()));
        if (two) {
            p_->setFont(small);
            p_->setPen(column.failed ? c_.failed : c_.dimText);
            p_->drawText(QRectF(inside.left(), name.bottom(), inside.width(), inside.height() * 0.46),
                         Qt::AlignHCenter | Qt::AlignTop,
                         QFontMetricsF(small).elidedText(column.detail, Qt::ElideRight, inside.width()));
        }
        p_->setFont(f_->font);
    }
}

void SequencePainter::paintLabels() {
    QFont bold = f_->font;
    bold.setBold(true);
    for (const auto& label : labels_) {
        const QFont& font = label.bold ? bold : f_->font;
        const QFontMetricsF metrics(font);
        const QString text = metrics.elidedText(label.text, Qt::ElideRight, label.box.width());
        const double width = std::min(label.box.width(), metrics.horizontalAdvance(text) + 1);
        double left = label.box.left();
        if (label.align & Qt::AlignHCenter) left = label.box.center().x() - width / 2;
        if (label.align & Qt::AlignRight) left = label.box.right() - width;
        if (!label.plain) {
            QColor ground = c_.plot;
            ground.setAlphaF(0.86F);
            p_->fillRect(QRectF(left - 2, label.box.top(), width + 4, label.box.height()), ground);
        }
        p_->setFont(font);
        p_->setPen(label.dimmed ? tinted(label.colour, c_.plot, dimmedOpacity) : label.colour);
        p_->drawText(QRectF(left, label.box.top(), width + 2, label.box.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    p_->setFont(f_->font);
}

}  // namespace ipcscope
