// Draws a part of a sequence diagram with any QPainter: on the screen, into a picture, into SVG.
#pragma once

#include "common/palette.h"
#include "sequence/sequence_layout.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <QPalette>

#include <map>
#include <optional>

namespace ipcscope {

// Lengths that follow the font, so that zooming is setting another font.
struct SequenceMetrics {
    explicit SequenceMetrics(const QFont& font);
    double line = 0;  // height of a line of text
    double rowHeight = 0, gapHeight = 0, headHeight = 0, gutter = 0;
    double narrowest = 0, widest = 0;  // columns
    double bar = 0;                    // width of an activation bar
    double arrow = 0;                  // length of an arrow's head
    double loop = 0;                   // how far a call to itself reaches out
};

// One picture; coordinates are those of the painter.
struct SequenceFrame {
    const SequenceSource* source = nullptr;
    std::vector<DiagramColumn> columns;  // that are shown, in order
    SequenceLayout layout;
    QSizeF size;
    double headHeight = 0;
    double scrollX = 0, scrollY = 0;
    QFont font;
    QPalette palette;
    std::optional<quint64> selected;  // event
    int current = -1;                 // column, for the keyboard; -1 = none is marked
    int hovered = -1;                 // column whose head the pointer is on
    bool focus = false;

    double x(int column) const { return layout.x(column) - scrollX; }
    double y(qint64 row) const { return layout.y(row) - scrollY + headHeight; }
    int column(quint64 key) const;  // -1 = it is not shown
    QRectF headBox(int column, const SequenceMetrics& metrics) const;
};

class SequencePainter {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::SequencePainter)
public:
    void paint(QPainter& painter, const SequenceFrame& frame);
    // What was drawn last: where rows and arrows can be clicked.
    const std::vector<DiagramRow>& rows() const { return rows_; }

private:
    struct Label {
        QRectF box;
        QString text;
        Qt::Alignment align = Qt::AlignCenter;
        QColor colour;
        bool bold = false;
        bool plain = false;  // no ground of its own
        bool dimmed = false;
    };
    void collect();
    void paintBackground();
    void paintGaps();
    void paintLifelines();
    void paintBars();
    void paintBar(int column, double from, double to, bool blocked, bool open);
    void paintArrow(const DiagramRow& row, const DiagramArrow& arrow);
    void paintLine(QPointF from, QPointF to, const DiagramArrow& arrow, const QColor& colour, bool head);
    void paintHead(QPointF tip, QPointF from, const QColor& colour, bool open);
    void paintStub(const DiagramRow& row, const DiagramArrow& arrow, bool sends, const QColor& colour);
    void paintEnd(const DiagramRow& row, const DiagramEnd& end, bool inArrow);
    void paintLoop(int column, double y, const QColor& colour, bool failed, bool left);
    void paintDeath(int column, double y, const DiagramEnd& end);
    void paintBirth(int column, double y);
    void paintBirths();
    void paintTimes();
    void paintHeads();
    void paintLabels();
    void paintLeftOut();
    bool inSight(int column) const;
    QPixmap hatching(const QColor& colour, double step) const;
    void paintHatching(const QRectF& box);
    void beside(int column, double y, double distance, const QString& text, const QColor& colour, bool left,
                bool bold = false);
    // Is there more room for the text at the left of this lifeline?
    bool leftSide(int column, const QString& text, double distance, bool bold = false) const;
    bool isSelected(const DiagramArrow& arrow) const;
    const DiagramEnd* endOf(const DiagramRow& row, quint64 seq) const;
    QString withOutcome(const DiagramEnd& end) const;
    double yOfRow(qint64 row) const;

    QPainter* p_ = nullptr;
    const SequenceFrame* f_ = nullptr;
    std::optional<SequenceMetrics> m_;
    Palette c_;
    std::vector<DiagramRow> rows_;
    std::vector<Label> labels_;
    std::map<quint64, int> places_;  // column by key
    std::vector<bool> quiet_rows_;   // drawn to scale: too close to the one above for words
    bool quiet_ = false;             // ... is the one at hand
    qint64 left_out_ = 0;            // rows in sight that were thinned out
};

}  // namespace ipcscope
