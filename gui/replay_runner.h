// Executes a recorded program again, once or often, on threads of its own, and compares while it goes on.
#pragma once

#include "compare/replay.h"
#include "compare/tally.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace ipcscope {

// One run of the program, or as far as it has come.
struct PlayedRun {
    int number = 1;
    std::shared_ptr<const Recording> recording;
    std::shared_ptr<const Comparison> comparison;  // nullptr: not yet
    bool ended = false;
};

class ReplayRunner : public QObject {
    Q_OBJECT
public:
    struct Wanted {
        std::shared_ptr<const Recording> recorded;
        Program program;
        CompareOptions compare;
        double speed = 0;  // 0 = as fast as possible
        bool step = false;
        bool outside = false;
        int times = 1;
    };
    static constexpr std::size_t mostKept = 8;  // runs that diverged, of many

    explicit ReplayRunner(const Registry& registry, QObject* parent = nullptr);
    ~ReplayRunner() override;  // ends what runs: at most the two seconds that this may take

    void start(Wanted wanted);
    void cancel();
    void next();  // step by step: does the statement that it waits before
    bool running() const { return job_ != nullptr; }

    const Wanted& wanted() const { return wanted_; }
    const std::vector<LeftOut>& leftOut() const { return leftOut_; }
    int round() const { return round_; }            // 1 to wanted().times, the one that runs
    int line() const { return line_; }              // being executed; 0 = none
    QString waitsBefore() const { return waits_; }  // the statement; "" = it does not wait
    double part() const;                            // of all that is to be done, 0 to 1
    // What is there to be looked at: the only run or, of many, those that diverged first, at most mostKept;
    // while none has, the first.
    const std::vector<PlayedRun>& runs() const { return runs_; }
    const Tally& tally() const { return *tally_; }  // of the runs that came to their end
    QString problem() const { return problem_; }    // why it could not be done to its end; "" = it was
    bool cancelled() const { return cancelled_; }

signals:
    void changed();      // any of these; at most 10 times a second
    void runsChanged();  // another run, or what is known of one
    void finished();

private:
    struct Job;
    void adopt(std::shared_ptr<const Recording> recording, int round);
    void keep(PlayedRun run, const QString& problem);
    void done();
    void poll();
    void lookOn();

    const Registry& registry_;
    QThreadPool plays_, compares_;  // a thread each
    std::shared_ptr<Job> job_;
    Wanted wanted_;
    std::vector<LeftOut> leftOut_;
    std::vector<PlayedRun> runs_;
    std::shared_ptr<const Tally> tally_ = std::make_shared<const Tally>();
    QTimer timer_;
    QString waits_, problem_;
    int round_ = 0, line_ = 0;
    bool cancelled_ = false;
    bool comparing_ = false;        // a live comparison is on its way
    qint64 lookAt_ = 0;             // ms: not before
    quint64 looked_ = ~quint64{0};  // events at the last one
};

}  // namespace ipcscope
