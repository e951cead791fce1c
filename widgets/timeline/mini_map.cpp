#include "timeline/mini_map.h"

#include "common/palette.h"
#include "timeline/time_axis.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipcscope {

double MiniMapScale::x(qint64 time) const {
    return left +
           static_cast<double>(time - from) / static_cast<double>(std::max<qint64>(1, to - from)) * width;
}

qint64 MiniMapScale::time(double pixel) const {
    return from + static_cast<qint64>((pixel - left) / std::max(1.0, width) *
                                      static_cast<double>(std::max<qint64>(1, to - from)));
}

std::pair<double, double> MiniMapScale::window(qint64 first, qint64 last) const {
    double x0 = std::clamp(x(first), left, left + width), x1 = std::clamp(x(last), left, left + width);
    if (x1 - x0 < least_window) {
        const double middle =
            std::clamp((x0 + x1) / 2, left + least_window / 2, left + width - least_window / 2);
        x0 = middle - least_window / 2;
        x1 = middle + least_window / 2;
    }
    return {x0, x1};
}

MiniMapScale::Part MiniMapScale::partAt(double pixel, qint64 first, qint64 last) const {
    constexpr double reach = 5;
    const auto [x0, x1] = window(first, last);
    // Of a narrow frame the edges reach outside, so that its middle can still be grasped.
    const double inner = std::min(reach, (x1 - x0) / 4);
    if (pixel >= x0 - reach && pixel <= x0 + inner) return Part::left_edge;
    if (pixel >= x1 - inner && pixel <= x1 + reach) return Part::right_edge;
    return pixel > x0 && pixel < x1 ? Part::inside : Part::outside;
}

MiniMap::MiniMap(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("miniMap"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of the recording"));
    setToolTip(tr("The whole recording. Drag the frame or its edges; double click shows everything."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    later_.setSingleShot(true);
    connect(&later_, &QTimer::timeout, this, &MiniMap::ask);
}

QSize MiniMap::sizeHint() const {
    return {200, fontMetrics().height() + 14};
}

void MiniMap::setSource(const TimelineSource* source) {
    source_ = source;
    columns_.clear();
    columns_from_ = columns_to_ = end_ = 0;
    columns_events_ = 0;
    asked_.invalidate();
    refresh();
}

// Every lane is asked for: seldom enough that it costs nothing to speak of.
void MiniMap::refresh() {
    if (!source_ || source_->firstTime() == 0) return update();
    if (asked_.isValid() && asked_.elapsed() < pause_) {
        if (!later_.isActive()) later_.start(pause_);
        return;
    }
    ask();
}

void MiniMap::ask() {
    if (!source_ || source_->firstTime() == 0) return;
    const auto scale = this->scale();
    const int count = std::clamp(static_cast<int>(scale.width / 3), 16, 480);
    const quint64 events = source_->revision();
    // Time alone moves the columns together, which draws well enough for a while.
    const bool same = columns_from_ == scale.from && columns_to_ <= scale.to &&
                      scale.to - columns_to_ <= (scale.to - scale.from) / 50;
    if (same && columns_events_ == events && static_cast<int>(columns_.size()) == count) return;
    QElapsedTimer cost;
    cost.start();
    source_->density(scale.from, scale.to, count, columns_);
    columns_from_ = scale.from;
    columns_to_ = scale.to;
    columns_events_ = events;
    asked_.start();
    pause_ = static_cast<int>(std::clamp<qint64>(cost.elapsed() * 20, 20, 2000));
    update();
}

void MiniMap::setWindow(qint64 first, qint64 last) {
    if (first == first_ && last == last_) return;
    first_ = first;
    last_ = last;
    if (source_ && source_->firstTime()) {
        const auto scale = this->scale();
        setAccessibleDescription(tr("%1 to %2 in view, of %3")
                                     .arg(formatDuration(std::max<qint64>(0, first - scale.from)),
                                          formatDuration(std::max<qint64>(0, last - scale.from)),
                                          formatDuration(scale.to - scale.from)));
    }
    update();
}

void MiniMap::setEdge(int x) {
    edge_ = x;
    update();
}

void MiniMap::setMarks(const Bookmarks& bookmarks, std::optional<qint64> a, std::optional<qint64> b) {
    bookmarks_ = bookmarks;
    a_ = a;
    b_ = b;
    update();
}

void MiniMap::setEnd(qint64 end) {
    if (end == end_) return;
    end_ = end;
    update();
}

void MiniMap::setPlayCursor(std::optional<qint64> time) {
    if (time == play_) return;
    play_ = time;
    update();
}

bool MiniMap::playAt(double x) const {
    return play_ && x >= edge_ && std::abs(scale().x(*play_) - x) <= 5;
}

MiniMapScale MiniMap::scale() const {
    MiniMapScale scale;
    if (source_) {
        const qint64 end = std::max(source_->lastTime(), end_);
        scale.from = source_->firstToShow(end);
        scale.to = std::max(scale.from + 1, end);
    }
    scale.left = edge_ + 1;
    scale.width = std::max(8.0, static_cast<double>(width() - edge_ - 3));
    return scale;
}

void MiniMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette palette = Palette::of(this->palette());
    painter.fillRect(rect(), palette.ruler);
    if (!source_ || source_->firstTime() == 0) return;
    const auto scale = this->scale();
    const double bottom = height() - 3, top = 4;
    painter.fillRect(QRectF(scale.left, 1, scale.width, height() - 2), palette.plot);
    quint32 most = 1;
    for (const auto& column : columns_)
        most = std::max(most, column.count);
    const double full = std::log1p(static_cast<double>(most));
    const QColor ink = tinted(palette.accent, palette.plot, palette.dark ? 0.55 : 0.5);
    // Columns keep their times while more comes in.
    const MiniMapScale shown{columns_from_, columns_to_, 0, static_cast<double>(columns_.size())};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& column = columns_[i];
        const double x0 = scale.x(shown.time(static_cast<double>(i)));
        const double x1 = std::max(x0 + 1, scale.x(shown.time(static_cast<double>(i) + 1)));
        if (column.count) {
            const double h =
                std::max(2.0, std::log1p(static_cast<double>(column.count)) / full * (bottom - top));
            painter.fillRect(QRectF(x0, bottom - h, x1 - x0, h), ink);
        }
        if (column.lost)
            painter.fillRect(QRectF(x0, top, std::max(2.0, x1 - x0), bottom - top), palette.lost);
        if (column.failed)
            painter.fillRect(QRectF(x0, bottom - 3, std::max(2.0, x1 - x0), 4), palette.failed);
        if (column.found) {  // a pin
            painter.fillRect(QRectF(x0 - 0.5, top, 1.5, bottom - top), palette.selection);
            painter.fillRect(QRectF(x0 - 2, top - 2, 5, 5), palette.selection);
        }
        if (column.hit) painter.fillRect(QRectF(x0 - 1, top - 2, 3, 6), palette.waiting);
    }
    // What is not seen is veiled; what is seen has a frame with edges to hold.
    const auto [x0, x1] = scale.window(first_, last_);
    QColor veil = palette.ruler;
    veil.setAlpha(150);
    painter.fillRect(QRectF(scale.left, 1, x0 - scale.left, height() - 2), veil);
    painter.fillRect(QRectF(x1, 1, scale.left + scale.width - x1, height() - 2), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.accent, hasFocus() ? 2 : 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(x0 + 0.5, 1.5, std::max(1.0, x1 - x0 - 1), height() - 3.0), 2, 2);
    if (x1 - x0 > 18) {
        painter.setPen(QPen(palette.accent, 2.4, Qt::SolidLine, Qt::RoundCap));
        const double middle = height() / 2.0;
        painter.drawLine(QPointF(x0 + 0.5, middle - 5), QPointF(x0 + 0.5, middle + 5));
        painter.drawLine(QPointF(x1 - 0.5, middle - 5), QPointF(x1 - 0.5, middle + 5));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& bookmark : bookmarks_) {
        const double x = std::round(scale.x(source_->firstTime() + bookmark.time));
        painter.setPen(QPen(palette.waiting, 1));
        painter.drawLine(QPointF(x, 2), QPointF(x, height() - 2.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.waiting);
        painter.drawPolygon(QPolygonF{{x, 1}, {x + 6, 4}, {x, 7}});
    }
    painter.setPen(QPen(palette.text, 1, Qt::DotLine));
    for (const auto& cursor : {a_, b_})
        if (cursor) painter.drawLine(QPointF(scale.x(*cursor), 1), QPointF(scale.x(*cursor), height() - 2.0));
    if (play_) {
        const double x = std::round(scale.x(*play_));
        painter.fillRect(QRectF(x - 2, 1, 5, height() - 2), palette.plot);
        painter.fillRect(QRectF(x - 1, 1, 3, height() - 2), palette.playing);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette.plot, 1));
        painter.setBrush(palette.playing);
        painter.drawPolygon(QPolygonF{{x - 5, 1}, {x + 6, 1}, {x + 0.5, 9}});
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette.headerBorder);
    painter.fillRect(QRect(edge_ - 1, 0, 1, height()), palette.headerBorder);
    painter.setPen(palette.dimText);
    const quint64 events = source_->events();
    const QString length = formatDuration(scale.to - scale.from);
    const QString text = events ? tr("%1, %2 events").arg(length, QLocale().toString(events)) : length;
    const QRect side(14, 0, std::max(0, edge_ - 24), height());
    painter.drawText(side, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text, Qt::ElideRight, side.width()));
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !source_ || event->position().x() < edge_) return;
    const auto scale = this->scale();
    const qint64 at = scale.time(event->position().x());
    scrubbing_ = playAt(event->position().x()) || (event->modifiers() & Qt::ControlModifier);
    if (scrubbing_) {
        emit scrubbed(std::clamp(at, scale.from, scale.to));
        return;
    }
    grasped_ = scale.partAt(event->position().x(), first_, last_);
    dragging_ = true;
    if (grasped_ == MiniMapScale::Part::outside) {
        const qint64 half = (last_ - first_) / 2;
        emit wanted(at - half, at + half);
        grasped_ = MiniMapScale::Part::inside;
    }
    grasp_offset_ = at - (grasped_ == MiniMapScale::Part::right_edge ? last_ : first_);
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    const auto scale = this->scale();
    const double x = event->position().x();
    if (scrubbing_) {
        emit scrubbed(std::clamp(scale.time(x), scale.from, scale.to));
        return;
    }
    if (!dragging_) {
        const auto part = scale.partAt(x, first_, last_);
        const bool edge = part == MiniMapScale::Part::left_edge || part == MiniMapScale::Part::right_edge;
        setCursor(x < edge_                            ? Qt::ArrowCursor
                  : edge || playAt(x)                  ? Qt::SizeHorCursor
                  : part == MiniMapScale::Part::inside ? Qt::OpenHandCursor
                                                       : Qt::PointingHandCursor);
        return;
    }
    const qint64 at = scale.time(x) - grasp_offset_;
    switch (grasped_) {
        case MiniMapScale::Part::left_edge: emit wanted(std::min(at, last_ - 1), last_); break;
        case MiniMapScale::Part::right_edge: emit wanted(first_, std::max(at, first_ + 1)); break;
        case MiniMapScale::Part::inside:
        case MiniMapScale::Part::outside: emit wanted(at, at + (last_ - first_)); break;
    }
}

void MiniMap::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    scrubbing_ = false;
}

void MiniMap::mouseDoubleClickEvent(QMouseEvent*) {
    emit fitWanted();
}

void MiniMap::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y())
        emit zoomed(std::pow(1.0016, event->angleDelta().y()), scale().time(event->position().x()));
    else
        emit panned(-event->angleDelta().x() / 1200.0);
    event->accept();
}

void MiniMap::keyPressEvent(QKeyEvent* event) {
    const qint64 middle = first_ + (last_ - first_) / 2;
    switch (event->key()) {
        case Qt::Key_Left: emit panned(-0.1); break;
        case Qt::Key_Right: emit panned(0.1); break;
        case Qt::Key_PageUp: emit panned(-1); break;
        case Qt::Key_PageDown: emit panned(1); break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: emit zoomed(1.6, middle); break;
        case Qt::Key_Minus: emit zoomed(1 / 1.6, middle); break;
        case Qt::Key_Home: emit fitWanted(); break;
        case Qt::Key_End: emit followWanted(); break;
        default: QWidget::keyPressEvent(event); return;
    }
    event->accept();
}

void MiniMap::resizeEvent(QResizeEvent*) {
    refresh();
}

}  // namespace ipcscope
