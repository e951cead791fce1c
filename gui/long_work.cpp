#include "long_work.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
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

// A window that is closed meanwhile (Quit in another one) is deleted only after this: whoever waits is a
// function of it.
class HeldWindow {
public:
    explicit HeldWindow(QWidget* window)
        : window_(window),
          shown_(window && window->isVisible()),
          deletes_(window && window->testAttribute(Qt::WA_DeleteOnClose)) {
        if (deletes_) window_->setAttribute(Qt::WA_DeleteOnClose, false);
    }
    ~HeldWindow() {
        if (!window_ || !deletes_) return;
        window_->setAttribute(Qt::WA_DeleteOnClose);
        if (closed()) window_->deleteLater();
    }
    Q_DISABLE_COPY_MOVE(HeldWindow)
    bool closed() const { return !window_ || (shown_ && !window_->isVisible()); }

private:
    const QPointer<QWidget> window_;
    const bool shown_, deletes_;
};
}  // namespace

bool workBesideWindow(QWidget* parent, const QString& title, const QString& text,
                      std::function<void(const GoOn&)> work, WhenClosed when) {
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
    const HeldWindow held(parent ? parent->window() : nullptr);
    // Of the window: it may go before this function does, if the parent is deleted.
    const QPointer<QProgressDialog> progress(
        new QProgressDialog(text, LongWork::tr("Cancel"), 0, 1000, parent));
    progress->setWindowTitle(title);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(400);
    progress->setAutoReset(false);
    progress->setAutoClose(false);
    QEventLoop loop;
    QTimer look;
    look.setInterval(5);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (job->done || !progress || held.closed()) return loop.quit();
        if (progress->wasCanceled()) job->cancelled = true;
        progress->setValue(job->permille);
    });
    look.start();
    loop.exec();
    // The window was closed, or the program ends, and all loops with it: nobody waits for the outcome.
    if (!job->done && when == WhenClosed::give_up) job->cancelled = true;
    while (!job->done)
        QThread::msleep(5);
    delete progress;
    return !job->cancelled;
}

}  // namespace ipcscope
