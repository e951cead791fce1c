// Opens, reads and compares two recordings on a thread of its own, with progress; can be given up.
#pragma once

#include "compare/compare.h"
#include "compare/side_by_side.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace ipcscope {

class CompareWork : public QObject {
    Q_OBJECT
public:
    struct Side {  // one of both
        std::shared_ptr<const Recording> recording;
        QString path;  // of a session
    };
    struct Result {
        std::shared_ptr<const Recording> a, b;
        std::shared_ptr<const Comparison> comparison;
        std::shared_ptr<const SideBySide> figures;
        QString problem;  // "" = all of it is there
    };

    explicit CompareWork(const Registry& registry, QObject* parent = nullptr);
    ~CompareWork() override;

    // What was going on is given up. `known`: the comparison, if only the figures are wanted.
    void start(const Side& a, const Side& b, const CompareOptions& options,
               std::shared_ptr<const Comparison> known = {});
    void cancel();
    bool busy() const { return job_ != nullptr; }
    double part() const;  // 0 to 1

signals:
    void progressed();
    void finished(const ipcscope::CompareWork::Result& result);  // not after cancel()

private:
    struct Job;
    const Registry& registry_;
    QThreadPool pool_;
    QTimer timer_;
    std::shared_ptr<Job> job_;
};

}  // namespace ipcscope
