// Keeps what the monitor sees in a session file, sample by sample, until it is stopped.
#pragma once

#include "monitor/recording.h"
#include "monitor/rows.h"
#include "monitor_watch.h"
#include "session_file/recorder.h"

#include <QObject>

#include <functional>
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
    // What of the machine is recorded, asked when it begins; nullptr = all of it.
    using Filter = std::function<std::shared_ptr<const RowFilter>()>;
    void setFilter(Filter filter) { filter_ = std::move(filter); }
    bool filtered() const { return filtered_; }
    // Of the recording that goes on, or of the last one.
    const QString& path() const { return path_; }
    std::uint64_t events() const;
    QString problem() const;  // why nothing is written, or was; "" = it is

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
    Filter filter_;
    bool filtered_ = false;
    QString path_, failed_;
    std::uint64_t events_ = 0;  // of the last one
};

}  // namespace ipcscope
