// What the window is about: one program, its run and the selected event. Clicks become statements here.
#pragma once

#include "event_selection.h"
#include "filter_controller.h"
#include "playback.h"
#include "program_document.h"
#include "run_controller.h"

#include <QObject>

#include <functional>

namespace ipcscope {

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(const Registry& registry, QObject* parent = nullptr);

    const Registry& registry() const { return registry_; }
    ProgramDocument& document() { return document_; }
    RunController& controller() { return controller_; }
    EventSelection& selection() { return selection_; }
    FilterController& filter() { return filter_; }
    Playback& playback() { return playback_; }

    void runProgram();  // nothing when the text has errors

    // session_steps.cpp; "" = it is being done, else why not. Lines from 1.
    // Fresh workers and objects: what stands above the line is done without stopping, then everybody is
    // paused before the line's operation (or the next one below).
    QString runFrom(int line);
    // What stands above the line is done on fresh workers and objects; clicks are written before the line.
    QString recordFrom(int line);
    QString doLine(int line);  // this statement alone, at once, in the run that there is

    // A click: done at once in the live run, and written to the program. With no live run, a new program is
    // begun for it; `mayDiscard` is asked first when that would lose changes.
    void click(Statement statement, QObject* context, RunController::ClickDone done = {});
    std::function<bool()> mayDiscard;
    void setRecordsOutcomes(bool on) { records_ = on; }  // writes what came back behind each click's line
    bool recordsOutcomes() const { return records_; }

    QString firstWorker() const;  // the name that a new program's worker gets
    // "p", "p2", ...: a name that neither the run nor the program has yet.
    QString freeName(const QString& wanted) const;

Q_SIGNALS:
    void refused(const QString& why);
    void clicked();                  // a statement was asked for: what comes of it is wanted in view
    void told(const QString& what);  // worth a line in the status bar

private:
    bool prepare();
    void markBlocked();

    const Registry& registry_;
    ProgramDocument document_;
    RunController controller_;
    EventSelection selection_;
    FilterController filter_{controller_};
    Playback playback_{controller_};
    struct Open {
        std::string worker;
        QTextCursor line;
        qint64 since;  // ns; calls that began before are others'
    };
    std::vector<std::shared_ptr<Open>> open_;  // clicks whose outcome has not come
    bool records_ = false;
};

}  // namespace ipcscope
