// The transport bar below the views: step, play, scrub, speed, loop, back to live.
#pragma once

#include "playback.h"

#include <QFrame>

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace ipcscope {

class RunController;

class PlaybackBar : public QFrame {
    Q_OBJECT
public:
    PlaybackBar(Playback& playback, RunController& controller, QWidget* parent = nullptr);
    void fillMenu(QMenu* menu);  // the same actions, with their keys
    // While it is hidden, its keys to step are those of the view that is shown instead.
    void setVisible(bool visible) override;
    QSlider* slider() { return slider_; }
    QComboBox* speeds() { return speed_; }
    QAction* playAction() { return play_; }
    QAction* liveAction() { return live_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    QToolButton* button(QAction* action);
    void arrange();
    void fitText();
    void update();
    Playback& playback_;
    RunController& controller_;
    QSlider* slider_;
    QComboBox* speed_;
    QLabel* text_;
    QString full_;  // what it says where there is room
    QAction *previousFlow_, *previous_, *play_, *next_, *nextFlow_, *loop_, *skip_, *live_;
    QGridLayout* grid_;
    QWidget *controls_, *rest_;
    bool wide_ = false, arranged_ = false;
};

}  // namespace ipcscope
