// One bar per level: its value, who waits for what, and what else is known of it.
#pragma once

#include "state/state_parts.h"

class QScrollArea;

namespace ipcscope {

// Paints all bars; a value of at most 12 is drawn as so many cells.
class LevelBars : public QWidget {
    Q_OBJECT
public:
    struct Badge {
        QString text;  // "2 wait for more"
        bool waits;
    };
    struct Level {
        QString name;
        std::int64_t value = 0;
        Unit unit = Unit::none;
        std::vector<Badge> badges;
    };
    explicit LevelBars(QWidget* parent) : QWidget(parent) {}
    void set(std::vector<Level> levels, std::int64_t whole);
    const std::vector<Level>& levels() const { return levels_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int layOut(int width, QPainter* painter) const;  // returns the height
    int nameWidth() const;
    std::vector<Level> levels_;
    std::int64_t whole_ = 1;
};

class LevelView : public FramedStateView {
    Q_OBJECT
public:
    LevelView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    LevelBars::Level levelOf(std::size_t index, const Value& element) const;
    const StateSpec *array_ = nullptr, *max_ = nullptr;
    std::vector<const StateSpec*> single_;
    LevelBars* bars_;
    std::int64_t highest_ = 1;  // seen so far: the scale
};

}  // namespace ipcscope
