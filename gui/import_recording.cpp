#include "import_recording.h"

#include "import/import.h"
#include "session_file/writer.h"
#include "words.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <climits>
#include <memory>

namespace ipcscope {

namespace {

constexpr int steps = 1000;
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
    Outcome outcome;
    std::atomic<double> done{0};
    std::atomic<bool> given_up{false};
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        ImportOptions options;
        options.progress = [&](double part) {
            done = part * reading;
            return !given_up;
        };
        auto imported = import_file(registry, QFile::encodeName(file).toStdString(), options);
        if (!imported) {
            outcome.problem = fromUtf8(imported.error().text());
            return;
        }
        for (const auto& problem : imported->problems)
            outcome.lines << fromUtf8(problem);
        outcome.leftOut = imported->left_out;
        SessionTexts texts;
        texts.elsewhere_unix_ns = imported->began_unix_ns;
        const auto saved = save_session(QFile::encodeName(session).toStdString(), *imported->recording, texts,
                                        [&](double part) {
                                            done = reading + part * (1 - reading);
                                            return !given_up;
                                        });
        if (!saved) outcome.problem = fromUtf8(saved.error().text());
    }));
    QProgressDialog progress(Import::tr("Importing %1…").arg(QFileInfo(file).fileName()),
                             Import::tr("Cancel"), 0, steps, parent);
    progress.setWindowTitle(Import::tr("Import"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setAutoReset(false);
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &progress,
                     [&] { progress.setValue(std::min(steps - 1, static_cast<int>(done * steps))); });
    QObject::connect(&progress, &QProgressDialog::canceled, &progress, [&] { given_up = true; });
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    timer.start(100);
    thread->start();
    if (!thread->isFinished()) loop.exec();
    thread->wait();
    timer.stop();
    progress.reset();
    if (given_up) return {};
    tell(parent, outcome);
    return outcome.problem.isEmpty() ? session : QString();
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
