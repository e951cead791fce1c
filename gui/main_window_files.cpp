// Files of the window: programs and sessions, opened, dropped, saved.
#include "file_drop.h"
#include "main_window.h"
#include "recording_bar.h"
#include "session_files.h"
#include "timeline_panel.h"
#include "view_memory.h"
#include "words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace ipcscope {

void MainWindow::makeFiles() {
    addBar(new RecordingBar(session_));
    memory_ = new ViewMemory(session_, *timeline_->view(), this);
    new FileDrop(this, [this](const QString& path) { openOther(path); });
}

bool MainWindow::openOther(const QString& path) {
    return mayDiscard(tr("Another file is about to be opened.")) && openFile(path);
}

bool MainWindow::openFile(const QString& path) {
    QString why;
    if (isSessionPath(path))
        why = openSessionFile(session_, path);
    else if (const auto status = session_.document().load(path); !status)
        why = fromUtf8(status.error().text());
    if (!why.isEmpty()) {
        QMessageBox::warning(this, tr("Open"), why);
        return false;
    }
    remember(path);
    return true;
}

void MainWindow::open() {
    if (!mayDiscard(tr("Another file is about to be opened."))) return;
    const auto path = QFileDialog::getOpenFileName(this, tr("Open"), {},
                                                   tr("Programs and sessions (*.ips *.ipcscope);;Programs "
                                                      "(*.ips);;Sessions (*.ipcscope);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
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
    QString path = QFileDialog::getSaveFileName(this, tr("Save"), old,
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
        why = saveSessionFile(session_, memory_->notes(), path, this);
        if (why.isNull()) return false;  // cancelled
        if (why.isEmpty()) session_.document().setSaved(path);
    } else if (const auto status = session_.document().save(path); !status) {
        why = fromUtf8(status.error().text());
    }
    if (!why.isEmpty())
        QMessageBox::warning(this, tr("Save"), why);
    else
        remember(path);
    return why.isEmpty();
}

}  // namespace ipcscope
