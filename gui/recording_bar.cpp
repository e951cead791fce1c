#include "recording_bar.h"

#include "session.h"
#include "words.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace ipcscope {

RecordingBar::RecordingBar(Session& session, QWidget* parent)
    : NoticeBar(QStringLiteral("recording"), tr("Opened recording"), parent),
      session_(session),
      text_(words()),
      problems_(addButton()),
      stop_(addButton(tr("Stop reading"),
                      tr("What was read until now stays; open it again to read all of it"))),
      again_(
          addButton(tr("Run again"), tr("Run the program of this recording on fresh workers and objects"))) {
    connect(problems_, &QPushButton::clicked, this, &RecordingBar::showProblems);
    connect(stop_, &QPushButton::clicked, this, [this] {
        if (const auto file = session_.controller().shown()) file->stop_loading();
    });
    connect(again_, &QPushButton::clicked, &session_, &Session::runProgram);
    connect(&session_.controller(), &RunController::runChanged, this, &RecordingBar::update);
    timer_.setInterval(200);
    connect(&timer_, &QTimer::timeout, this, &RecordingBar::update);
    update();
}

void RecordingBar::update() {
    const auto& file = session_.controller().shown();
    setVisible(file != nullptr);
    if (!file) return timer_.stop();
    const bool loaded = file->loaded();  // once: what is said below must not be older than the last look
    const QLocale locale;
    QString text;
    if (file->started_unix_ns() > 0) {
        const auto when = QDateTime::fromMSecsSinceEpoch(file->started_unix_ns() / 1'000'000);
        text = tr("A recording of %1.").arg(locale.toString(when, QLocale::ShortFormat));
    } else {
        text = tr("A recording.");
    }
    for (const auto& [key, value] : file->machine())
        if (key == "kernel") text += QLatin1Char(' ') + tr("Made on %1.").arg(fromUtf8(value));
    if (!loaded)
        text += QLatin1Char(' ') + tr("Reading … %1 %").arg(static_cast<int>(file->progress() * 100));
    stop_->setVisible(!loaded);
    text_->setText(text);
    what_.clear();
    for (const auto& problem : file->problems())
        what_ += fromUtf8(problem);
    problems_->setVisible(!what_.isEmpty());
    problems_->setText(tr("%n remark(s)…", nullptr, static_cast<int>(what_.size())));
    problems_->setToolTip(what_.join(QLatin1Char('\n')));
    if (loaded)
        timer_.stop();
    else if (!timer_.isActive())
        timer_.start();
}

void RecordingBar::showProblems() {
    QMessageBox box(QMessageBox::Information, tr("About this recording"),
                    tr("What could not be read, or is not known:"), QMessageBox::Close, this);
    box.setInformativeText(what_.mid(0, 20).join(QLatin1Char('\n')));
    if (what_.size() > 20) box.setDetailedText(what_.join(QLatin1Char('\n')));
    box.exec();
}

}  // namespace ipcscope
