// A queue of messages: how full it is, the messages as boxes in the order in which they come out, and a
// table.
#pragma once

#include "state/state_parts.h"

class QTableWidget;

namespace ipcscope {

// The messages as boxes, the next one to come out at the left.
class QueueStrip : public QWidget {
    Q_OBJECT
public:
    struct Box {
        QString text;
        std::int64_t size = 0;
        int colour = -1;  // index of a series; -1 = plain
    };
    explicit QueueStrip(QWidget* parent);
    void set(std::vector<Box> boxes);
    void select(int index);
    int count() const { return static_cast<int>(boxes_.size()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void clicked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    std::vector<QRectF> places() const;  // of those that fit; fewer than count(): the rest is "+ n"
    std::vector<Box> boxes_;
    int selected_ = -1;
};

class MessageView : public FramedStateView {
    Q_OBJECT
public:
    MessageView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    const StateSpec *array_ = nullptr, *filled_ = nullptr, *whole_ = nullptr;
    const ParamSpec *text_ = nullptr, *size_ = nullptr, *kind_ = nullptr;
    std::vector<const ParamSpec*> columns_;
    FillBar* bar_;
    QueueStrip* strip_;
    QLabel* note_;
    QTableWidget* table_;
};

}  // namespace ipcscope
