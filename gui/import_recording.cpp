#include "import_recording.h"

#include "import/import.h"
#include "long_work.h"
#include "session_file/writer.h"
#include "words.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>
#include <climits>
#include <memory>

namespace ipcscope {

namespace {

constexpr double reading = 0.7;  // of the time; the rest is writing

class Import {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Import)
};

struct Outcome {
    QString problem;  // why there is no session
    QStringList lines;
    quint64 leftOut = 0;
};

void tell(QWidget* parent, const Outcome& outcome) {
    if (!outcome.problem.isEmpty()) {
        QMessageBox::warning(parent, Import::tr("Import"), outcome.problem);
    } else if (outcome.leftOut > 0) {
        QMessageBox box(QMessageBox::Information, Import::tr("Import"),
                        Import::tr("%n lines could not be used; all others were imported.", nullptr,
                                   static_cast<int>(std::min<quint64>(outcome.leftOut, INT_MAX))),
                        QMessageBox::Ok, parent);
        box.setDetailedText(outcome.lines.join(QLatin1Char('\n')));
        box.exec();
    }
}

}  // namespace

QString importRecording(QWidget* parent, const Registry& registry, const QString& file,
                        const QString& session) {
    const auto outcome = std::make_shared<Outcome>();
    const bool done = workBesideWindow(
        parent, Import::tr("Import"), Import::tr("Importing %1…").arg(QFileInfo(file).fileName()),
        [outcome, &registry, from = QFile::encodeName(file).toStdString(),
         to = QFile::encodeName(session).toStdString()](const GoOn& goOn) {
            ImportOptions options;
            options.progress = [&](double part) { return goOn(part * reading); };
            auto imported = import_file(registry, from, options);
            if (!imported) {
                outcome->problem = fromUtf8(imported.error().text());
                return;
            }
            for (const auto& problem : imported->problems)
                outcome->lines << fromUtf8(problem);
            outcome->leftOut = imported->left_out;
            SessionTexts texts;
            texts.elsewhere_unix_ns = imported->began_unix_ns;
            const auto saved = save_session(to, *imported->recording, texts, [&](double part) {
                return goOn(reading + part * (1 - reading));
            });
            if (!saved) outcome->problem = fromUtf8(saved.error().text());
        });
    if (!done) return {};
    tell(parent, *outcome);
    return outcome->problem.isEmpty() ? session : QString();
}

QString importRecording(QWidget* parent, const Registry& registry) {
    const auto file = QFileDialog::getOpenFileName(
        parent, Import::tr("Import what strace or “ipcscope-cli events --json” wrote"), {},
        Import::tr("Recordings of others (*.txt *.log *.strace *.jsonl *.json);;All files (*)"));
    if (file.isEmpty()) return {};
    auto session =
        QFileDialog::getSaveFileName(parent, Import::tr("Save the imported session as"),
                                     file + QStringLiteral(".ipcscope"), Import::tr("Sessions (*.ipcscope)"));
    if (session.isEmpty()) return {};
    if (!session.endsWith(QStringLiteral(".ipcscope"))) session += QStringLiteral(".ipcscope");
    return importRecording(parent, registry, file, session);
}

}  // namespace ipcscope
