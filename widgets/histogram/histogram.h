// How values are spread, drawn: a small picture for a table's cell, and a large one with axes. The bars are
// equally wide, whatever they span (their maker chooses a logarithmic axis).
#pragma once

#include <QPainter>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace ipcscope {

struct HistogramBars {
    struct Bar {
        qint64 low = 0, high = 0;  // values in [low, high)
        quint64 count = 0;
    };
    std::vector<Bar> bars;
    qint64 median = 0, p99 = 0;  // marked
    bool isEmpty() const { return bars.empty(); }
    quint64 highest() const;  // of the counts
    // Of the room there is, what they should be given: a single value is no wide block.
    double share() const;
    // 0 to 1 along the bars.
    double position(qint64 value) const;
};

using ValueText = std::function<QString(qint64)>;  // "3.2 ms"

// Bars only, the median's mark among them. `ink` is readable on what is behind.
void paintHistogram(QPainter& painter, const QRectF& rect, const HistogramBars& bars, const QColor& ink,
                    const QColor& mark);
// "from 1 µs to 3 ms, mostly 20 µs to 40 µs": what the picture says, in words.
QString histogramWords(const HistogramBars& bars, const ValueText& text);

class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);
    // `what`: of what it is, in words.
    void set(HistogramBars bars, const QString& what, ValueText text);
    const HistogramBars& bars() const { return bars_; }
    QSize sizeHint() const override { return {300, 170}; }
    QSize minimumSizeHint() const override { return {90, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;  // left and right choose a bar
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF plot() const;
    void choose(int bar);  // -1 = none
    void paintAxis(QPainter& painter, const QRectF& plot) const;
    HistogramBars bars_;
    QString what_;
    ValueText text_;
    int chosen_ = -1;
};

}  // namespace ipcscope
