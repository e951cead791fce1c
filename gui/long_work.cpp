#include "long_work.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProgressDialog>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace ipcscope {

namespace {
struct LongWork {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::LongWork)
};
}  // namespace

bool workBesideWindow(QWidget* parent, const QString& title, const QString& text,
                      std::function<void(const GoOn&)> work) {
    struct Job {
        std::atomic<int> permille{0};
        std::atomic<bool> cancelled{false}, done{false};
    };
    const auto job = std::make_shared<Job>();
    QThreadPool::globalInstance()->start([job, work = std::move(work)] {
        work([&job](double part) {
            job->permille = static_cast<int>(part * 1000);
            return !job->cancelled;
        });
        job->done = true;
    });
    QProgressDialog progress(text, LongWork::tr("Cancel"), 0, 1000, parent);
    progress.setWindowTitle(title);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(400);
    progress.setAutoReset(false);
    progress.setAutoClose(false);
    QEventLoop loop;
    QTimer look;
    look.setInterval(5);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (job->done) return loop.quit();
        if (progress.wasCanceled()) job->cancelled = true;
        progress.setValue(job->permille);
    });
    look.start();
    loop.exec();
    // The program ends, and all loops with it: nobody waits for the outcome.
    if (!job->done) job->cancelled = true;
    while (!job->done)
        QThread::msleep(5);
    return !job->cancelled;
}

}  // namespace ipcscope
