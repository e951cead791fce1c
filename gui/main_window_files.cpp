// Files of the window: programs and sessions, opened, dropped, saved.
#include "example_dialog.h"
#include "file_drop.h"
#include "main_window.h"
#include "own_examples.h"
#include "recent_files.h"
#include "recording_bar.h"
#include "session_files.h"
#include "timeline_panel.h"
#include "view_memory.h"
#include "words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStatusBar>

namespace ipcscope {

void MainWindow::makeFiles() {
    addBar(new RecordingBar(session_));
    memory_ = new ViewMemory(session_, *timeline_->view(), this);
    new FileDrop(this, [this](const QString& path) { openOther(path); });
}

bool MainWindow::isFree() {
    return !session_.document().isModified() && session_.document().path().isEmpty() &&
           session_.controller().phase() == RunController::Phase::none;
}

bool MainWindow::mayClose() {
    return mayDiscard(tr("This window is about to be closed."));
}

bool MainWindow::openHere(const QString& path, bool remembered) {
    if (!mayDiscard(tr("Another file is about to be opened."))) return false;
    return path.isEmpty() || openFile(path, remembered);
}

bool MainWindow::openOther(const QString& path) {
    return openApart && !isFree() ? openApart(path) : openHere(path);
}

bool MainWindow::openFile(const QString& path, bool remembered) {
    QString why;
    if (isSessionPath(path))
        why = openSessionFile(session_, path);
    else if (const auto status = session_.document().load(path); !status)
        why = fromUtf8(status.error().text());
    if (!why.isEmpty()) {
        QMessageBox::warning(this, tr("Open"), why);
        return false;
    }
    if (remembered) RecentFiles::remember(path);
    return true;
}

void MainWindow::open() {
    const auto paths = QFileDialog::getOpenFileNames(this, tr("Open"), folder(),
                                                     tr("Programs and sessions (*.ips *.ipcscope);;Programs "
                                                        "(*.ips);;Sessions (*.ipcscope);;All files (*)"));
    for (const auto& path : paths)
        openOther(path);
}

// Where files are looked for first: beside the one that is open, else beside the last one.
QString MainWindow::folder() {
    const auto own = session_.document().path();
    const auto near = own.isEmpty() ? RecentFiles::paths().value(0) : own;
    return near.isEmpty() ? QString() : QFileInfo(near).path();
}

void MainWindow::makeRecent(QMenu* menu) {
    auto* recent = new RecentFiles(menu, this);
    connect(recent, &RecentFiles::chosen, this, &MainWindow::openOther);
    connect(recent, &RecentFiles::missing, this, [this](const QString& path) {
        const auto answer = QMessageBox::question(
            this, tr("Open"), tr("There is no %1 any more. Take it out of the list?").arg(path));
        if (answer == QMessageBox::Yes) RecentFiles::forget(path);
    });
}

bool MainWindow::openOwnExample(const QString& name) {
    const auto all = ownExamples();
    for (const auto& own : all) {
        if (fromUtf8(own.example.name) != name) continue;
        if (!mayDiscard(tr("An example is about to be opened."))) return false;
        showExample(fromUtf8(own.example.title), fromUtf8(*own.bytes));
        return true;
    }
    return false;
}

void MainWindow::saveAsExample() {
    const auto program = session_.document().text()->toPlainText();
    ExampleDialog dialog(program, this);
    if (dialog.exec() != QDialog::Accepted) return;
    const auto title = dialog.title();
    if (hasOwnExample(title) &&
        QMessageBox::question(this, tr("Save as example"),
                              tr("There is an example “%1” already. Replace it?").arg(title)) !=
            QMessageBox::Yes)
        return;
    const auto why = saveOwnExample(program, title, dialog.about());
    if (!why.isEmpty())
        QMessageBox::warning(this, tr("Save as example"), why);
    else
        statusBar()->showMessage(tr("“%1” is kept among your own examples (File > Examples)").arg(title),
                                 10'000);
}

bool MainWindow::save() {
    if (session_.document().path().isEmpty()) return saveAs();
    return saveTo(session_.document().path());
}

bool MainWindow::saveAs() {
    const QString programs = tr("Programs: the text alone (*.ips)");
    const QString sessions = tr("Sessions: with all that was recorded (*.ipcscope)");
    const auto old = session_.document().path();
    const bool recorded = old.isEmpty() ? session_.controller().shown() != nullptr : isSessionPath(old);
    QString chosen = recorded ? sessions : programs;
    QString path = QFileDialog::getSaveFileName(this, tr("Save"), old.isEmpty() ? folder() : old,
                                                programs + QStringLiteral(";;") + sessions, &chosen);
    if (path.isEmpty()) return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += chosen == sessions ? QStringLiteral(".ipcscope") : QStringLiteral(".ips");
    return saveTo(path);
}

// What it becomes is told by the name's ending.
bool MainWindow::saveTo(const QString& path) {
    QString why = QLatin1String("");
    if (QFileInfo(path).suffix().compare(QLatin1String(sessionSuffix), Qt::CaseInsensitive) == 0) {
        const auto notes = memory_->notes();
        why = saveSessionFile(session_, notes, path, this);
        if (why.isNull()) return false;  // cancelled
        if (why.isEmpty()) {
            session_.document().setSaved(path);
            memory_->saved(path, notes);
        }
    } else if (const auto status = session_.document().save(path); !status) {
        why = fromUtf8(status.error().text());
    }
    if (!why.isEmpty())
        QMessageBox::warning(this, tr("Save"), why);
    else
        RecentFiles::remember(path);
    return why.isEmpty();
}

}  // namespace ipcscope
