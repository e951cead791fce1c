// What had been done with an object by the moment that is shown, in words.
#pragma once

#include "playback/moment.h"

#include <QLabel>

namespace ipcscope {

class PlaybackObject : public QLabel {
    Q_OBJECT
public:
    explicit PlaybackObject(QWidget* parent = nullptr);
    void show(const Recording& run, const Moment& moment, const ObjectInfo& object);

private:
    static QString latest(const Recording& run, const Moment& moment, quint64 seq);
};

}  // namespace ipcscope
