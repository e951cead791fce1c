// Calls as bars on the lifelines, those that slept hatched.
#include "sequence/sequence_painter.h"

#include <QPaintEngine>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace ipcscope {

bool SequencePainter::inSight(int column) const {
    const double x = f_->x(column), reach = f_->layout.columnWidth;
    return x > -reach && x < f_->size.width() + reach;
}

// One period of the lines across a bar, for the screen.
QPixmap SequencePainter::hatching(const QColor& colour, double step) const {
    const double ratio = p_->device()->devicePixelRatioF();
    QPixmap tile((QSizeF(m_->bar, step) * ratio).toSize());
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.1));
    for (double y = 0; y < step + m_->bar * 2; y += step)
        painter.drawLine(QPointF(0, y), QPointF(m_->bar, y - m_->bar));
    return tile;
}

void SequencePainter::paintHatching(const QRectF& box) {
    const QColor colour = tinted(c_.waiting, c_.plot, 0.8);
    const double step = std::round(std::max(5.0, m_->bar * 0.6));
    const double phase = std::fmod(box.top() + f_->scrollY, step);
    // A tall bar has hundreds of lines: on the screen they are one pattern.
    if (p_->paintEngine()->type() == QPaintEngine::Raster && box.height() > 20 * step) {
        p_->drawTiledPixmap(box, hatching(colour, step), QPointF(0, phase));
        return;
    }
    // Drawn by hand: a pattern does not scale, and becomes a bitmap in SVG.
    p_->save();
    p_->setClipRect(box, Qt::IntersectClip);
    p_->setPen(QPen(colour, 1.1));
    for (double y = box.top() - phase; y < box.bottom() + box.width(); y += step)
        p_->drawLine(QPointF(box.left(), y), QPointF(box.right(), y - box.width()));
    p_->restore();
}

void SequencePainter::paintBar(int column, double from, double to, bool blocked, bool open) {
    const double x = f_->x(column), half = m_->bar / 2;
    const double top = std::max(from, f_->headHeight - 4), bottom = std::min(to, f_->size.height() + 4);
    if (bottom <= top) return;
    const QRectF box(x - half, top, 2 * half, bottom - top);
    if (quiet_ && (!blocked || box.height() < m_->line)) {
        const QRect grid = box.toRect();
        p_->fillRect(grid, blocked ? c_.waiting : c_.dimText);
        p_->fillRect(grid.adjusted(1, 1, -1, -1), blocked ? tinted(c_.waiting, c_.plot, 0.4) : c_.header);
        return;
    }
    if (!blocked) {
        p_->setPen(QPen(c_.dimText, 1));
        p_->setBrush(c_.header);
        p_->drawRoundedRect(box, 1.5, 1.5);
        return;
    }
    p_->setPen(Qt::NoPen);
    p_->setBrush(tinted(c_.waiting, c_.plot, 0.18));
    p_->drawRect(box);
    paintHatching(box);
    p_->setPen(QPen(c_.waiting, 1));
    p_->setBrush(Qt::NoBrush);
    if (open) {
        p_->drawLine(box.topLeft(), box.topRight());
        p_->drawLine(box.topLeft(), box.bottomLeft());
        p_->drawLine(box.topRight(), box.bottomRight());
    } else {
        p_->drawRect(box);
    }
}

void SequencePainter::paintBars() {
    if (rows_.empty()) return;
    const qint64 first = rows_.front().row, last = rows_.back().row;
    std::map<std::pair<quint64, qint64>, bool> told;  // waits that a leave in sight has drawn
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        quiet_ = quiet_rows_[i];
        for (const auto& end : row.ends) {
            const auto place = places_.find(end.column);
            if (place == places_.end() || end.mark != DiagramMark::call) continue;
            const double y = yOfRow(row.row), little = std::min(m_->rowHeight * 0.24, m_->line * 0.55);
            if (end.beginRow < row.row) {
                told[{end.column, end.beginRow}] = true;
                paintBar(place->second, yOfRow(end.beginRow), y + little * 0.6, end.blocked, false);
            } else if (!f_->layout.toScale) {
                paintBar(place->second, y - little, y + little, false, false);
            }
        }
    }
    quiet_ = false;
    for (const auto& row : rows_)
        for (const auto& end : row.ends) {
            const auto place = places_.find(end.column);
            if (place == places_.end() || end.mark != DiagramMark::waits || told[{end.column, row.row}])
                continue;
            const auto& column = f_->columns[static_cast<std::size_t>(place->second)];
            const double until =
                column.ended >= 0 ? yOfRow(column.ended) : f_->layout.height() - f_->scrollY + f_->headHeight;
            paintBar(place->second, yOfRow(row.row), until, true, true);
        }
    for (const auto& [key, column] : places_)
        if (const auto call = inSight(column) ? f_->source->running(key, first, last) : std::nullopt)
            paintBar(column, f_->headHeight - 8, f_->size.height() + 8, call->blocked, true);
}

}  // namespace ipcscope
