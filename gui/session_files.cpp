#include "session_files.h"

#include "long_work.h"
#include "session.h"
#include "session_file/writer.h"
#include "words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <memory>
#include <optional>

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
    const auto shown = session.controller().shown();
    const auto incomplete = [] {
        return SessionFiles::tr(
            "Reading this recording was stopped, so a part of it would be missing: open it again to save "
            "it.");
    };
    if (shown && shown->partly_read()) return incomplete();
    if (shown) {
        texts.program_path = shown->program_path();
        // Where and when it was made, which is not here and now.
        texts.elsewhere_unix_ns = shown->started_unix_ns();
        texts.elsewhere = shown->machine();
    } else if (!session.document().path().isEmpty() && !isSessionPath(session.document().path())) {
        texts.program_path = native(QFileInfo(session.document().path()).absoluteFilePath());
    }
    texts.notes = notes;

    const auto status = std::make_shared<std::optional<Status>>();  // none: it was not even begun
    // What was asked for is still done when the program ends meanwhile.
    const bool done = workBesideWindow(
        parent, SessionFiles::tr("Save"), SessionFiles::tr("Saving the session …"),
        [status, recording, texts, file = native(path), shown](const GoOn& goOn) {
            if (shown && !shown->wait_loaded([&](double part) { return goOn(part / 2); })) return;
            if (shown && shown->partly_read()) return;  // stopped a moment ago
            const double begin = shown ? 0.5 : 0;
            *status = save_session(file, *recording, texts,
                                   [&](double part) { return goOn(begin + part * (1 - begin)); });
        },
        WhenClosed::finish);
    if (done && !*status && shown && shown->partly_read()) return incomplete();
    if (!*status || (!done && !**status)) return {};
    if (!**status) return fromUtf8((*status)->error().text());
    return QLatin1String("");
}

}  // namespace ipcscope
