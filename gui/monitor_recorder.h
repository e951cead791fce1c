// Keeps what the monitor sees in a session file, sample by sample, until it is stopped.
#pragma once

#include "monitor/recording.h"
#include "monitor_watch.h"
#include "session_file/recorder.h"

#include <QObject>

#include <memory>

class QToolButton;

namespace ipcscope {

class MonitorRecorder : public QObject {
    Q_OBJECT
public:
    // `button` begins and ends it.
    MonitorRecorder(MonitorWatch& watch, QToolButton* button, QObject* parent);
    ~MonitorRecorder() override;  // stop
    bool recording() const { return recorder_ != nullptr; }
    QString begin(const QString& path);  // why it cannot; "" = it has begun
    void stop();

Q_SIGNALS:
    void changed();
    void told(const QString& words);

private:
    void asked(bool on);
    void showState();
    MonitorWatch& watch_;
    QToolButton* button_;
    std::shared_ptr<MonitorRecording> recording_;  // the watch's thread adds to it
    std::unique_ptr<Recorder> recorder_;
};

}  // namespace ipcscope
