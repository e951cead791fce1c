#include "histogram/histogram.h"

#include "common/tones.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Histogram)
};

// 1, 10, 100, ...: where an axis of magnitudes is labelled.
std::vector<qint64> decades(qint64 low, qint64 high) {
    std::vector<qint64> out;
    for (qint64 value = 1; value <= high; value *= 10) {
        if (value >= low) out.push_back(value);
        if (value > high / 10) break;
    }
    return out;
}

}  // namespace

quint64 HistogramBars::highest() const {
    quint64 most = 0;
    for (const auto& bar : bars)
        most = std::max(most, bar.count);
    return most;
}

double HistogramBars::share() const {
    constexpr std::size_t few = 10;
    return static_cast<double>(std::clamp<std::size_t>(bars.size(), 1, few)) / few;
}

double HistogramBars::position(qint64 value) const {
    if (bars.empty()) return 0;
    const auto found =
        std::find_if(bars.begin(), bars.end(), [&](const Bar& bar) { return value < bar.high; });
    if (found == bars.end()) return 1;
    const auto before = static_cast<double>(found - bars.begin());
    // A bar is part of an axis of magnitudes, but for its beginning at 0.
    const auto at = static_cast<double>(std::max(value, found->low));
    const auto low = static_cast<double>(found->low), high = static_cast<double>(found->high);
    const double part = low > 0 ? std::log(at / low) / std::log(high / low) : at / high;
    return std::clamp((before + part) / static_cast<double>(bars.size()), 0.0, 1.0);
}

void paintHistogram(QPainter& painter, const QRectF& rect, const HistogramBars& bars, const QColor& ink,
                    const QColor& mark) {
    const auto most = bars.highest();
    if (most == 0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double width = rect.width() / static_cast<double>(bars.bars.size());
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
        const auto count = bars.bars[i].count;
        if (count == 0) continue;
        // Whatever is there is seen: one in a million too.
        const double height =
            std::max(1.0, rect.height() * static_cast<double>(count) / static_cast<double>(most));
        const double left = std::floor(rect.left() + static_cast<double>(i) * width);
        const double right = std::floor(rect.left() + static_cast<double>(i + 1) * width);
        const double gap = width >= 4 ? 1 : 0;
        painter.fillRect(QRectF(left, rect.bottom() - height, std::max(1.0, right - left - gap), height),
                         ink);
    }
    const double x = std::floor(rect.left() + bars.position(bars.median) * rect.width());
    painter.fillRect(QRectF(std::min(x, rect.right() - 1), rect.top(), 1, rect.height()), mark);
    painter.restore();
}

QString histogramWords(const HistogramBars& bars, const ValueText& text) {
    if (bars.isEmpty()) return Words::tr("no values");
    const auto most = std::max_element(bars.bars.begin(), bars.bars.end(),
                                       [](const auto& a, const auto& b) { return a.count < b.count; });
    return Words::tr("from %1 to %2, most often %3 to %4, half below %5, 99 of 100 below %6")
        .arg(text(bars.bars.front().low), text(bars.bars.back().high), text(most->low), text(most->high),
             text(bars.median), text(bars.p99));
}

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Histogram"));
}

void HistogramView::set(HistogramBars bars, const QString& what, ValueText text) {
    bars_ = std::move(bars);
    what_ = what;
    text_ = std::move(text);
    chosen_ = std::min(chosen_, static_cast<int>(bars_.bars.size()) - 1);
    setAccessibleName(what_.isEmpty() ? tr("Histogram") : what_);
    setAccessibleDescription(text_ ? histogramWords(bars_, text_) : QString());
    update();
}

QRectF HistogramView::plot() const {
    const double line = fontMetrics().height();
    return {8, line + 8, std::max(20.0, width() - 16.0) * bars_.share(),
            std::max(20.0, height() - 2 * line - 18.0)};
}

void HistogramView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& colours = palette();
    const auto quiet = tone(colours, Tone::quiet);
    painter.fillRect(rect(), colours.color(QPalette::Base));
    if (bars_.isEmpty()) {
        painter.setPen(quiet);
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         what_.isEmpty() ? tr("Choose a row to see how its values are spread") : what_);
        return;
    }
    const QRectF area = plot();
    const auto mark = tone(colours, Tone::warning);
    paintHistogram(painter, area, bars_,
                   mixed(tone(colours, Tone::accent), colours.color(QPalette::Base), 0.75), mark);
    painter.setPen(mixed(colours.color(QPalette::Text), colours.color(QPalette::Base), 0.35));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    paintAxis(painter, area);
    // What the line above says: the bar that is pointed at, else what is drawn.
    QString head = QStringLiteral("%1   %2 %3").arg(what_, tr("median"), text_(bars_.median));
    if (chosen_ >= 0) {
        const auto& bar = bars_.bars[static_cast<std::size_t>(chosen_)];
        head = tr("%L1 of %2 to %3").arg(bar.count).arg(text_(bar.low), text_(bar.high));
        const double width = area.width() / static_cast<double>(bars_.bars.size());
        painter.setPen(colours.color(QPalette::Highlight));
        painter.drawRect(QRectF(area.left() + chosen_ * width, area.top(), width, area.height()));
    }
    painter.setPen(colours.color(QPalette::Text));
    const QRect line(8, 4, width() - 16, fontMetrics().height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(head, Qt::ElideRight, line.width()));
    if (!hasFocus()) return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(1, 1, -1, -1);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void HistogramView::paintAxis(QPainter& painter, const QRectF& area) const {
    const auto quiet = tone(palette(), Tone::quiet);
    double free = -1e9;  // where the last label ended
    // "1.00 µs" is said shorter where it is round.
    static const QRegularExpression zeros(QStringLiteral("[.,]0+(?=\\D)"));
    const auto label = [&](qint64 value, double x, bool round) {
        QString text = text_(value);
        if (round) text.remove(zeros);
        const double width = fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, this->width() - width - 2));
        if (left < free + 6) return;
        painter.setPen(quiet);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter.drawText(QPointF(left, area.bottom() + 5 + fontMetrics().ascent()), text);
        free = left + width;
    };
    const auto low = bars_.bars.front().low, high = bars_.bars.back().high;
    const auto marks = decades(low, high);
    if (marks.size() < 2) {  // less than a magnitude: its ends
        label(low, area.left(), false);
        label(high, area.right(), false);
        return;
    }
    for (const auto value : marks)
        label(value, area.left() + bars_.position(value) * area.width(), true);
}

void HistogramView::choose(int bar) {
    bar = std::clamp(bar, -1, static_cast<int>(bars_.bars.size()) - 1);
    if (bar == chosen_) return;
    chosen_ = bar;
    if (bar >= 0) {
        const auto& it = bars_.bars[static_cast<std::size_t>(bar)];
        setAccessibleDescription(tr("%L1 of %2 to %3").arg(it.count).arg(text_(it.low), text_(it.high)));
    } else if (text_) {
        setAccessibleDescription(histogramWords(bars_, text_));
    }
    update();
}

void HistogramView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return choose(chosen_ < 0 ? static_cast<int>(bars_.bars.size()) - 1 : std::max(0, chosen_ - 1));
        case Qt::Key_Right: return choose(chosen_ + 1);
        case Qt::Key_Home: return choose(0);
        case Qt::Key_End: return choose(static_cast<int>(bars_.bars.size()) - 1);
        default: QWidget::keyPressEvent(event);
    }
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plot();
    if (bars_.isEmpty() || !area.contains(event->position())) return choose(-1);
    choose(static_cast<int>((event->position().x() - area.left()) / area.width() *
                            static_cast<double>(bars_.bars.size())));
}

void HistogramView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    choose(-1);
}

void HistogramView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    choose(-1);
}

}  // namespace ipcscope
