// A grid of named things (all signals of a process), each with the marks that it has now: one letter and
// colour per kind of mark, explained and counted in the legend.
#pragma once

#include "state/state_parts.h"

namespace ipcscope {

class MarkGrid : public QWidget {
    Q_OBJECT
public:
    struct Mark {
        QString label, help;
        QChar letter;
        int colour;
        quint64 bits = 0;
    };
    struct Cell {
        QString name, full;
        int number;  // 1 to 64
        QString help;
    };
    MarkGrid(std::vector<Cell> cells, std::vector<Mark> marks, QWidget* parent);
    void set(std::size_t mark, quint64 bits);
    void refresh();
    const std::vector<Mark>& marks() const { return marks_; }
    void setOnlyMarked(bool on);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;  // tool tips

private:
    int columns(int width) const;
    QSize cellSize() const;
    std::vector<const Cell*> visible() const;
    std::vector<Cell> cells_;
    std::vector<Mark> marks_;
    bool onlyMarked_ = false;
};

class MarkView : public FramedStateView {
    Q_OBJECT
public:
    MarkView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    std::vector<const StateSpec*> sets_;
    std::vector<QLabel*> legend_;
    MarkGrid* grid_;
};

// A letter for each label that no earlier one has: of its first word, of a later word, or any.
std::vector<QChar> distinctLetters(const QStringList& labels);

}  // namespace ipcscope
