// What SequenceView keeps; shared by its parts: view, input.
#pragma once

#include "sequence/sequence_painter.h"
#include "sequence/sequence_view.h"

namespace ipcscope {

struct SequenceView::Private {
    explicit Private(SequenceView& view) : q(view) {}

    SequenceFrame frame() const;
    QFont font() const;  // of the zoom
    void relayout();     // columns, rows, size, zoom or font changed
    void applyScroll();  // bars -> positions
    void scrollTo(double y);
    void reveal(qint64 row);
    void zoomTime(double factor, double at);  // drawn to scale; `at` below the heads stays where it is
    void zoomBy(double factor);               // time, or the size of everything, at what is selected
    double viewHeight() const;                // below the heads
    int columnIndex(quint64 key) const;
    int headAt(const QPointF& position) const;
    // The event at this point: of the row, the one whose lifeline is nearest.
    std::optional<quint64> eventAt(const QPointF& position) const;
    void selectRow(qint64 row);
    void step(int direction);          // to the next row
    void stepInColumn(int direction);  // to the next row of the marked column
    void moveCurrent(int direction);
    void announce();

    SequenceView& q;
    const SequenceSource* source = nullptr;
    std::vector<DiagramColumn> all;
    std::vector<quint64> wanted;  // order that was asked for, by key; others follow
    QSet<quint64> hidden;
    std::vector<DiagramColumn> shown;
    SequenceLayout layout;
    SequencePainter painter;
    QString empty_text;
    std::optional<quint64> selected;
    int current = 0;
    double zoom = 1;
    double scale = 0;  // ns per pixel, drawn to scale; 0 = not chosen yet
    bool to_scale = false;
    double scroll_x = 0, scroll_y = 0;
    ScrollScale vertical;
    bool setting_bars = false;
    std::size_t next_jump = 0;
    quint64 jump_origin = 0;

    enum class Drag { none, head } drag = Drag::none;
    int dragged = -1, hovered = -1;
    QPointF press, pointer;
};

void installSequenceAccessibility();

}  // namespace ipcscope
