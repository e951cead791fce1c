#include "session_files.h"

#include "session.h"
#include "session_file/writer.h"
#include "words.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProgressDialog>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace ipcscope {

namespace {

std::string native(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

struct SessionFiles {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::SessionFiles)
};

}  // namespace

bool isSessionPath(const QString& path) {
    return QFileInfo(path).suffix().compare(QLatin1String(sessionSuffix), Qt::CaseInsensitive) == 0 ||
           is_session_file(native(path));
}

QString openSessionFile(Session& session, const QString& path) {
    auto opened = open_session(native(path), session.registry());
    if (!opened) return fromUtf8(opened.error().text());
    const std::shared_ptr<const FileRecording> file = std::move(*opened);
    session.document().setSession(fromUtf8(file->program()), path);
    session.controller().show(file);
    return {};
}

QString saveSessionFile(Session& session, const ViewNotes& notes, const QString& path, QWidget* parent) {
    const auto recording = session.controller().recording();
    if (!recording)
        return SessionFiles::tr(
            "Nothing has been recorded yet: run the program first, or save it as text (.ips).");
    SessionTexts texts;
    texts.program = session.document().text()->toPlainText().toStdString();
    if (!texts.program.empty() && !texts.program.ends_with('\n')) texts.program += '\n';
    if (const auto& shown = session.controller().shown())
        texts.program_path = shown->program_path();
    else if (!session.document().path().isEmpty() && !isSessionPath(session.document().path()))
        texts.program_path = native(QFileInfo(session.document().path()).absoluteFilePath());
    texts.notes = notes;

    struct Work {
        std::atomic<int> permille{0};
        std::atomic<bool> cancelled{false}, done{false};
        Status status;
    };
    const auto work = std::make_shared<Work>();
    QThreadPool::globalInstance()->start(
        [work, recording, texts, file = native(path), shown = session.controller().shown()] {
            if (shown) shown->wait_loaded();
            work->status = save_session(file, *recording, texts, [&](double part) {
                work->permille = static_cast<int>(part * 1000);
                return !work->cancelled;
            });
            work->done = true;
        });
    QProgressDialog progress(SessionFiles::tr("Saving the session …"), SessionFiles::tr("Cancel"), 0, 1000,
                             parent);
    progress.setWindowTitle(SessionFiles::tr("Save"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(400);
    progress.setAutoReset(false);
    progress.setAutoClose(false);
    QEventLoop loop;
    QTimer look;
    look.setInterval(20);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (work->done) return loop.quit();
        if (progress.wasCanceled()) work->cancelled = true;
        progress.setValue(work->permille);
    });
    look.start();
    loop.exec();
    // The program ends, and all loops with it: what was asked for is still done.
    while (!work->done)
        QThread::msleep(5);
    if (!work->status) return work->cancelled ? QString() : fromUtf8(work->status.error().text());
    return QLatin1String("");
}

}  // namespace ipcscope
