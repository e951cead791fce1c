#include "compare_work.h"

#include "session_file/file_recording.h"
#include "words.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace ipcscope {

struct CompareWork::Job {
    std::atomic<bool> cancelled{false};
    std::atomic<double> part{0};
    StatisticsProgress statistics;
};

CompareWork::CompareWork(const Registry& registry, QObject* parent) : QObject(parent), registry_(registry) {
    pool_.setMaxThreadCount(1);
    timer_.setInterval(100);
    connect(&timer_, &QTimer::timeout, this, &CompareWork::progressed);
}

CompareWork::~CompareWork() {
    cancel();
    pool_.waitForDone();
}

void CompareWork::cancel() {
    if (!job_) return;
    job_->cancelled = true;
    job_->statistics.cancelled = true;
    job_ = nullptr;
    timer_.stop();
    emit progressed();
}

double CompareWork::part() const {
    return job_ ? job_->part.load() : 0;
}

void CompareWork::start(const Side& a, const Side& b, const CompareOptions& options,
                        std::shared_ptr<const Comparison> known) {
    cancel();
    const auto job = std::make_shared<Job>();
    job_ = job;
    timer_.start();
    pool_.start([this, job, a, b, options, known, registry = &registry_] {
        Result result;
        const auto opened = [&](const Side& side, double begin) -> std::shared_ptr<const Recording> {
            auto recording = side.recording;
            if (!recording) {
                auto file = open_session(QFile::encodeName(side.path).toStdString(), *registry);
                if (!file) {
                    result.problem = fromUtf8(file.error().text());
                    return {};
                }
                recording = std::shared_ptr<const FileRecording>(std::move(*file));
            }
            const auto* file = dynamic_cast<const FileRecording*>(recording.get());
            const bool read = !file || file->wait_loaded([&](double part) {
                job->part = begin + part * 0.2;
                return !job->cancelled;
            });
            return read ? recording : nullptr;
        };
        result.a = opened(a, 0);
        job->part = 0.2;
        if (result.a && !job->cancelled) result.b = opened(b, 0.2);
        job->part = 0.4;
        if (result.a && result.b && !job->cancelled) {
            result.comparison =
                known ? known
                      : std::make_shared<Comparison>(compare(*result.a, *result.b, options, [&](double part) {
                            job->part = 0.4 + part * 0.4;
                            return !job->cancelled;
                        }));
            job->part = 0.8;
            if (!job->cancelled)
                result.figures = std::make_shared<SideBySide>(*result.a, *result.b, job->statistics);
        }
        QMetaObject::invokeMethod(this, [this, job, result] {
            if (job_ != job) return;
            job_ = nullptr;
            timer_.stop();
            emit progressed();
            emit finished(result);
        });
    });
}

}  // namespace ipcscope
