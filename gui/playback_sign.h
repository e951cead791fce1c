// Stands above what shows a moment of the past instead of what is now: which moment, and the way back.
#pragma once

#include <QFrame>

class QLabel;

namespace ipcscope {

class Playback;

class PlaybackSign : public QFrame {
    Q_OBJECT
public:
    // `more`: what else it should say, a sentence.
    explicit PlaybackSign(Playback& playback, const QString& more = {}, QWidget* parent = nullptr);

private:
    void update();
    Playback& playback_;
    QString more_;
    QLabel* text_;
};

}  // namespace ipcscope
