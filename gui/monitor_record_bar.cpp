#include "monitor_record_bar.h"

#include "monitor_recorder.h"

#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace ipcscope {

MonitorRecordBar::MonitorRecordBar(MonitorRecorder& recorder, QWidget* parent)
    : NoticeBar(QStringLiteral("monitorRecordBar"), tr("Recording of the machine"), parent),
      recorder_(recorder),
      stop_(addButton(tr("Stop"), tr("Stop recording"))),
      open_(addButton(tr("Open"), tr("Open the recording like any other session"))) {
    auto* dismiss = addDismiss(tr("Hide this"));
    connect(stop_, &QPushButton::clicked, &recorder_, &MonitorRecorder::stop);
    connect(open_, &QPushButton::clicked, this, [this] {
        hide();
        emit openWanted(recorder_.path());
    });
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(&recorder_, &MonitorRecorder::changed, this, &MonitorRecordBar::update);
    timer_.setInterval(500);
    connect(&timer_, &QTimer::timeout, this, &MonitorRecordBar::showSize);
}

void MonitorRecordBar::update() {
    const bool on = recorder_.recording();
    stop_->setVisible(on);
    open_->setVisible(!on && recorder_.problem().isEmpty());
    if (on)
        timer_.start();
    else
        timer_.stop();
    showSize();
    show();
}

void MonitorRecordBar::showSize() {
    const QString events = tr("%n event(s)", nullptr, static_cast<int>(recorder_.events()));
    const QString name = QFileInfo(recorder_.path()).fileName();
    QString text = recorder_.recording() ? tr("Recording into %1: %2 so far.").arg(name, events)
                                         : tr("Recorded %1 into %2.").arg(events, name);
    if (recorder_.recording() && recorder_.filtered())
        text += QLatin1Char(' ') + tr("Only what the filter found when it began.");
    if (const auto problem = recorder_.problem(); !problem.isEmpty()) text = problem;
    words()->setText(text);
    words()->setToolTip(recorder_.path());
}

}  // namespace ipcscope
