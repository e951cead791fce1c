// Owns the run: supervisor and conductor, made on demand, ended and removed on a thread of its own. Nothing
// here blocks the GUI thread but the destructor (at most the two seconds that shutdown may take).
#pragma once

#include "runtime/conductor.h"
#include "runtime/supervisor.h"
#include "session_file/file_recording.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace ipcscope {

class RunController : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        none,      // nothing has run yet
        starting,  // the run is being made
        program,   // the program is being executed
        live,      // workers wait for clicks
        ended,     // all workers are gone; events can still be read
    };
    // What became of a click. `refused` is why it was not even tried; then `outcome` is empty.
    struct Click {
        QString refused;
        Outcome outcome;
    };
    using ClickDone = std::function<void(const Click&)>;

    explicit RunController(const Registry& registry, QObject* parent = nullptr);
    ~RunController() override;

    const Registry& registry() const { return registry_; }
    Phase phase() const { return phase_; }
    bool drives() const { return alive() && !frozen_; }  // what is clicked is done
    bool alive() const { return phase_ == Phase::program || phase_ == Phase::live; }
    // What is read; nullptr before the first. Whoever keeps the pointer can read on after the next
    // start.
    std::shared_ptr<const Recording> recording() const;
    std::shared_ptr<const RunState> state() const;  // never nullptr
    const RunReport& report() const { return report_; }
    // While a moment of the past is shown, nothing is asked of the run.
    void setFrozen(bool on);
    bool frozen() const { return frozen_; }
    int line() const { return line_; }  // of the program, being executed now; 0 = none

    // A recording out of a file, to be looked at; what ran before is ended. nullptr = none any more.
    void show(std::shared_ptr<const FileRecording> recording);
    const std::shared_ptr<const FileRecording>& shown() const { return shown_; }  // nullptr = none
    // Fresh workers and objects; what ran before is ended first. With `pauseAt`: no breakpoint holds anybody
    // before that line, and when it is reached everybody is paused.
    void startProgram(Program program, int pauseAt = 0);
    void startLive();    // the same without a program
    void stopProgram();  // the run stays live
    void endRun();       // ends every worker and removes every object
    // At once, on the GUI thread; `done` comes later, also there, unless `context` is gone by then.
    void perform(const Statement& statement, QObject* context, ClickDone done = {});
    void kill(WorkerId worker, int signal);
    void setBreaks(std::vector<Break> breaks);  // of this run and those to come
    void pause();                               // everybody, each before its next operation
    void step(WorkerId worker);
    void goOn(WorkerId worker);  // none = everybody
    void observe(ObjectId object, QObject* context, std::function<void(const Result<Fields>&)> done);

Q_SIGNALS:
    void runChanged();  // another run (or none): drop what was kept of the old one
    void phaseChanged();
    void frozenChanged();
    void stateChanged();   // workers, handles, objects; at most 25 times a second
    void eventsArrived();  // the same
    void lineReached(int line);
    void programEnded();
    void failed(const QString& why);

private:
    struct Run {
        std::unique_ptr<Supervisor> supervisor;
        std::unique_ptr<Conductor> conductor;
        std::shared_ptr<std::atomic<int>> line = std::make_shared<std::atomic<int>>(0);
    };
    void start(Program program, bool hasProgram, int pauseAt = 0);
    void adopt(std::shared_ptr<Run> run, bool hasProgram);
    void programDone(const RunReport& report);
    void setPhase(Phase phase);
    void poll();
    void arm();

    const Registry& registry_;
    QThreadPool jobs_;  // one thread: ends the old run, makes the new one, executes the program
    QThreadPool ends_;  // of runs that are ended; like jobs_ waited for, as it tells what became of them
    std::shared_ptr<Run> run_;
    std::shared_ptr<const FileRecording> shown_;
    std::shared_ptr<const RunState> none_ = std::make_shared<RunState>();
    RunReport report_;
    Phase phase_ = Phase::none;
    quint64 generation_ = 0;  // answers for an older run are dropped by it
    struct Waiting {
        Statement statement;
        QPointer<QObject> context;
        ClickDone done;
    };
    std::vector<Break> breaks_;
    std::vector<Waiting> waiting_;  // clicks that came while the run was being made
    QTimer timer_;
    QElapsedTimer quiet_;  // since something was new
    quint64 seenRevision_ = ~quint64{0};
    quint64 seenEvents_ = ~quint64{0};
    int line_ = 0;
    bool frozen_ = false;
};

}  // namespace ipcscope
