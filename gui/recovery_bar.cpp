#include "recovery_bar.h"

#include "session.h"
#include "words.h"

#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace ipcscope {

namespace {
constexpr int textMs = 1000;
}

RecoveryBar::RecoveryBar(Session& session, std::function<bool(const QString&)> open, QWidget* parent)
    : NoticeBar(QStringLiteral("recovery"), tr("Recordings that were recovered"), parent),
      session_(session),
      open_(std::move(open)),
      words_(words()),
      openButton_(addButton(tr("Open"), tr("Show what was recorded; save it to keep it"))),
      discardButton_(addButton(tr("Discard"), tr("Remove the recording for good"))) {
    auto* dismiss = addDismiss(tr("Not now"));
    connect(openButton_, &QPushButton::clicked, this, &RecoveryBar::openFile);
    connect(discardButton_, &QPushButton::clicked, this, &RecoveryBar::discard);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    jobs_.setMaxThreadCount(1);
    connect(&session_.controller(), &RunController::runChanged, this, &RecoveryBar::keepRun);
    timer_.setInterval(textMs);
    connect(&timer_, &QTimer::timeout, this, &RecoveryBar::keepText);
}

RecoveryBar::~RecoveryBar() {
    jobs_.waitForDone();
}

void RecoveryBar::look() {
    jobs_.start([this, self = QPointer<RecoveryBar>(this), directory = directory_] {
        const auto files = unclosed_recordings(directory);
        QMetaObject::invokeMethod(this, [self, files] {
            if (self) self->found(files);
        });
    });
}

void RecoveryBar::found(const std::vector<Unclosed>& files) {
    files_ = files;
    offer();
}

void RecoveryBar::offer() {
    setVisible(!files_.empty());
    openButton_->setVisible(!files_.empty());
    discardButton_->setVisible(!files_.empty());
    if (files_.empty()) return;
    const auto& one = files_.front();
    const QLocale locale;
    const auto when = QDateTime::fromMSecsSinceEpoch(one.written_unix_ns / 1'000'000);
    auto text = tr("The program ended unexpectedly while it recorded: what it had until %1 was kept (%2).")
                    .arg(locale.toString(when, QLocale::ShortFormat),
                         locale.formattedDataSize(static_cast<qint64>(one.bytes)));
    if (files_.size() > 1)
        text += QLatin1Char(' ') + tr("There are %n more.", nullptr, static_cast<int>(files_.size()) - 1);
    words_->setText(text);
}

void RecoveryBar::openFile() {
    if (files_.empty()) return;
    if (!open_(QFile::decodeName(files_.front().path.c_str()))) return;
    // It is no file of the person's: what is saved must not go where it is discarded.
    session_.document().setSaved({});
    openButton_->hide();
    words_->setText(
        tr("What was recovered is shown. Save it under another name to keep it, then discard it here."));
}

void RecoveryBar::discard() {
    if (files_.empty()) return;
    QMessageBox box(QMessageBox::Question, tr("Discard"), words_->text(), QMessageBox::Cancel, window());
    box.setObjectName(QStringLiteral("recoveryQuestion"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Remove the recording for good"));
    auto* yes = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes || files_.empty()) return;
    if (const auto removed = remove_unclosed(files_.front().path); !removed)
        return told(fromUtf8(removed.error().text()));
    files_.erase(files_.begin());
    offer();
}

// The run that is shown is kept, if it lives; the one before is not needed any more.
void RecoveryBar::keepRun() {
    const auto& controller = session_.controller();
    const auto recording = controller.alive() && !controller.shown() ? controller.recording() : nullptr;
    if (recording && recording == kept_.lock()) return;
    kept_ = recording;
    timer_.stop();
    if (auto old = std::exchange(autosave_, nullptr)) jobs_.start([old] { old->reset(); });
    if (!recording) return;
    text_ = session_.document().text()->toPlainText();
    SessionTexts texts;
    texts.program = text_.toStdString();
    autosave_ = std::make_shared<std::unique_ptr<Autosave>>();
    RecorderOptions options;
    options.told = [this](const std::string& problem) {
        QMetaObject::invokeMethod(this, [this, what = fromUtf8(problem)] { told(what); });
    };
    jobs_.start([this, recording, texts, options, into = autosave_, directory = directory_] {
        auto made = Autosave::begin(directory, recording, texts, options);
        if (made) {
            *into = std::move(*made);
            return;
        }
        QMetaObject::invokeMethod(this, [this, why = fromUtf8(made.error().text())] { told(why); });
    });
    timer_.start();
}

void RecoveryBar::keepText() {
    const auto now = session_.document().text()->toPlainText();
    if (!autosave_ || now == text_) return;
    text_ = now;
    SessionTexts texts;
    texts.program = text_.toStdString();
    jobs_.start([into = autosave_, texts] {
        if (*into) (*into)->recorder().set_texts(texts);
    });
}

// "" = it is kept again.
void RecoveryBar::told(const QString& problem) {
    if (problem.isEmpty()) return offer();
    words_->setText(
        tr("The run is not being kept on disk (%1): it goes on in memory, up to what this machine has.")
            .arg(problem));
    openButton_->hide();
    discardButton_->hide();
    show();
}

}  // namespace ipcscope
