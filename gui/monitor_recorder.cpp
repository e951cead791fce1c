#include "monitor_recorder.h"

#include "icons.h"
#include "words.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QToolButton>

#include <unistd.h>

namespace ipcscope {

MonitorRecorder::MonitorRecorder(MonitorWatch& watch, QToolButton* button, QObject* parent)
    : QObject(parent), watch_(watch), button_(button) {
    button_->setCheckable(true);
    button_->setObjectName(QStringLiteral("monitorRecord"));
    connect(button_, &QToolButton::clicked, this, &MonitorRecorder::asked);
    showState();
}

MonitorRecorder::~MonitorRecorder() {
    stop();
}

void MonitorRecorder::asked(bool on) {
    if (!on) {
        stop();
        return;
    }
    button_->setChecked(false);
    auto path = QFileDialog::getSaveFileName(button_, tr("Record what is watched"), {},
                                             tr("IPC Scope sessions (*.ipcscope)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".ipcscope");
    if (const auto why = begin(path); !why.isEmpty()) emit told(tr("Nothing is recorded: %1").arg(why));
}

QString MonitorRecorder::begin(const QString& path) {
    if (recorder_) return tr("a recording goes on already");
    const auto filter = filter_ ? filter_() : nullptr;
    // What the window and its probe have between them is no news.
    const auto wanted = [filter, own = ::getpid(), watch = &watch_](const Snapshot& snapshot,
                                                                    ObjectIndex object) {
        return !is_own(snapshot, snapshot.objects[object], own, watch->probe()) &&
               (!filter || filter->matches(snapshot, object));
    };
    auto recording = std::make_shared<MonitorRecording>(wanted);
    RecorderOptions options;
    options.replace = true;  // the file dialog has asked
    auto made = Recorder::create(QFile::encodeName(path).toStdString(), *recording, SessionTexts{},
                                 std::move(options));
    if (!made) return fromUtf8(made.error().text());
    recording_ = std::move(recording);
    path_ = path;
    failed_.clear();
    filtered_ = filter != nullptr;
    recorder_ = std::move(*made);
    watch_.setTap([to = recording_](const Watched& sample) { to->add(sample); });
    watch_.sampleSoon();
    showState();
    emit changed();
    return {};
}

void MonitorRecorder::stop() {
    if (!recorder_) return;
    watch_.setTap({});  // nothing is added any more once this is back
    recording_->settle();
    const auto done = recorder_->finish();
    events_ = recording_->events().size();
    if (!done) failed_ = tr("The recording could not be finished: %1").arg(fromUtf8(done.error().text()));
    recorder_.reset();
    recording_.reset();
    showState();
    emit changed();
    emit told(done ? tr("Recorded %L1 events in %2: open it like any other session").arg(events_).arg(path_)
                   : failed_);
}

std::uint64_t MonitorRecorder::events() const {
    return recording_ ? recording_->events().size() : events_;
}

QString MonitorRecorder::problem() const {
    if (!recorder_) return failed_;
    const auto why = recorder_->problem();
    return why.empty() ? QString() : tr("Nothing is written now: %1").arg(fromUtf8(why));
}

void MonitorRecorder::showState() {
    const bool on = recording();
    button_->setChecked(on);
    button_->setIcon(actionIcon(on ? QStringLiteral("stop") : QStringLiteral("record")));
    const auto words = on ? tr("Stop recording") : tr("Record in a session file…");
    button_->setToolTip(words);
    button_->setAccessibleName(words);
}

}  // namespace ipcscope
