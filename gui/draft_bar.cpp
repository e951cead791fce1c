#include "draft_bar.h"

#include "program_document.h"
#include "session_file/autosave.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int settleMs = 1000;
constexpr qint64 mostBytes = 64 << 20;
const char* const suffix = ".draft";

QString lockOf(const QString& file) {
    return file + QStringLiteral(".lock");
}

QString freeName(const QString& directory) {
    static int number = 0;
    return QStringLiteral("%1/%2-%3-%4%5")
        .arg(directory)
        .arg(QDateTime::currentSecsSinceEpoch())
        .arg(QCoreApplication::applicationPid())
        .arg(++number)
        .arg(QLatin1String(suffix));
}

}  // namespace

DraftBar::DraftBar(ProgramDocument& document, std::function<bool(const QString&)> open, QWidget* parent)
    : QFrame(parent), document_(document), open_(std::move(open)), words_(new QLabel) {
    setObjectName(QStringLiteral("drafts"));
    setAccessibleName(tr("Texts that were not saved"));
    setBackgroundRole(QPalette::ToolTipBase);
    setAutoFillBackground(true);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    auto* restores = new QPushButton(tr("Restore"));
    restores->setObjectName(QStringLiteral("restoreDraft"));
    restores->setToolTip(tr("Show the text with its changes; save it to keep it"));
    auto* discards = new QPushButton(tr("Discard"));
    discards->setToolTip(tr("Remove the text for good"));
    auto* later = new QToolButton;
    later->setText(QStringLiteral("×"));
    later->setAutoRaise(true);
    later->setToolTip(tr("Not now"));
    later->setAccessibleName(later->toolTip());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 6, 5);
    row->addWidget(words_, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{restores, discards, later})
        row->addWidget(each);
    connect(restores, &QPushButton::clicked, this, &DraftBar::restore);
    connect(discards, &QPushButton::clicked, this, &DraftBar::discard);
    connect(later, &QToolButton::clicked, this, &QWidget::hide);
    jobs_.setMaxThreadCount(1);
    timer_.setSingleShot(true);
    timer_.setInterval(settleMs);
    connect(&timer_, &QTimer::timeout, this, &DraftBar::write);
    connect(document_.text(), &QTextDocument::contentsChanged, this, [this] {
        if (!timer_.isActive()) timer_.start();
    });
    connect(&document_, &ProgramDocument::modifiedChanged, this, [this](bool modified) {
        if (!modified) drop();
    });
    hide();
}

DraftBar::~DraftBar() {
    drop();
    jobs_.waitForDone();
}

QString DraftBar::directory() {
    const QString recordings = QFile::decodeName(autosave_directory().c_str());
    return recordings.isEmpty() ? QString() : QFileInfo(recordings).path() + QStringLiteral("/drafts");
}

void DraftBar::write() {
    if (!document_.isModified() || document_.isBlank()) return drop();
    const QString where = directory();
    if (where.isEmpty()) return;
    if (!lock_) {
        if (!QDir().mkpath(where)) return;
        QFile::setPermissions(where, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file_ = freeName(where);
        lock_ = std::make_unique<QLockFile>(lockOf(file_));
        lock_->setStaleLockTime(0);
        if (!lock_->tryLock(0)) return lock_.reset();
    }
    QJsonObject object;
    object[QStringLiteral("path")] = document_.path();
    object[QStringLiteral("title")] = document_.title();
    object[QStringLiteral("text")] = document_.text()->toPlainText();
    jobs_.start([object, file = file_] {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly)) return;
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        out.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
        out.commit();
    });
}

void DraftBar::drop() {
    timer_.stop();
    if (!lock_) return;
    jobs_.start([file = file_] { QFile::remove(file); });
    jobs_.waitForDone();  // the lock goes last
    lock_.reset();
}

void DraftBar::keepForLater() {
    if (document_.isModified()) write();
    jobs_.waitForDone();
    timer_.stop();
    document_.text()->disconnect(this);
    document_.disconnect(this);
    lock_.reset();
}

QList<Draft> DraftBar::abandoned() {
    QList<Draft> out;
    const QDir folder(directory());
    if (directory().isEmpty() || !folder.exists()) return out;
    const auto files = folder.entryInfoList({QStringLiteral("*") + QLatin1String(suffix)}, QDir::Files);
    for (const auto& info : files) {
        QLockFile lock(lockOf(info.filePath()));
        lock.setStaleLockTime(0);
        if (info.size() > mostBytes || !lock.tryLock(0)) continue;  // somebody is at it
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto object = QJsonDocument::fromJson(file.readAll()).object();
        const auto text = object[QStringLiteral("text")].toString();
        if (text.trimmed().isEmpty()) continue;
        out.push_back({info.filePath(), object[QStringLiteral("path")].toString(),
                       object[QStringLiteral("title")].toString(), text, info.lastModified()});
    }
    std::sort(out.begin(), out.end(), [](const Draft& a, const Draft& b) { return a.when > b.when; });
    return out;
}

void DraftBar::look() {
    drafts_ = abandoned();
    offer();
}

void DraftBar::offer() {
    setVisible(!drafts_.isEmpty());
    if (drafts_.isEmpty()) return;
    const auto& one = drafts_.front();
    QString text = tr("Changes of “%1” were not saved when the program ended; the text of %2 was kept.")
                       .arg(one.title, QLocale().toString(one.when, QLocale::ShortFormat));
    if (drafts_.size() > 1)
        text += QLatin1Char(' ') + tr("There are %n more.", nullptr, static_cast<int>(drafts_.size()) - 1);
    words_->setText(text);
}

void DraftBar::restore() {
    if (drafts_.isEmpty()) return;
    const auto draft = drafts_.front();
    // First what was saved, so that undo leads back there.
    if (!draft.path.isEmpty() && QFileInfo::exists(draft.path)) {
        if (!open_(draft.path)) return;
    } else {
        if (!open_({})) return;
        document_.setText({}, draft.title);
    }
    document_.replaceAll(draft.text, tr("the changes that were not saved"));
    write();
    jobs_.waitForDone();  // kept by this program now
    QFile::remove(draft.file);
    drafts_.removeFirst();
    offer();
}

void DraftBar::discard() {
    if (drafts_.isEmpty()) return;
    QMessageBox box(QMessageBox::Question, tr("Discard"), words_->text(), QMessageBox::Cancel, window());
    box.setObjectName(QStringLiteral("draftQuestion"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Remove the text for good?"));
    auto* yes = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes || drafts_.isEmpty()) return;
    QFile::remove(drafts_.front().file);
    drafts_.removeFirst();
    offer();
}

}  // namespace ipcscope
