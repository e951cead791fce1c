#include "session.h"

#include "base/clock.h"
#include "words.h"

#include <algorithm>

namespace ipcscope {

Session::Session(const Registry& registry, QObject* parent)
    : QObject(parent), registry_(registry), document_(registry), controller_(registry) {
    connect(&controller_, &RunController::stateChanged, this, &Session::markBlocked);
    // What ran belongs to the program that was: lines about its workers would mean nothing in another one.
    connect(&document_, &ProgramDocument::replaced, this, [this] {
        controller_.endRun();
        if (controller_.shown()) controller_.show(nullptr);
    });
    // What is chosen everywhere is what happened last at the moment that is shown.
    connect(&playback_, &Playback::changed, this, [this] {
        if (const auto moment = playback_.moment(); moment && moment->at) selection_.select(*moment->at);
    });
    connect(&playback_, &Playback::told, this, &Session::told);
    playback_.startsAt = [this]() -> std::optional<qint64> {
        const auto run = controller_.recording();
        if (!run || !selection_.seq() || *selection_.seq() >= run->events().size()) return {};
        return run->events()[*selection_.seq()].time_ns;
    };
    connect(&controller_, &RunController::runChanged, this, [this] {
        open_.clear();
        selection_.clear();
    });
}

QString Session::firstWorker() const {
    return QStringLiteral("parent");
}

QString Session::freeName(const QString& wanted) const {
    const auto state = controller_.state();
    const auto taken = [&](const QString& name) {
        const auto text = name.toStdString();
        if (state->names.count(text) || state->worker(text)) return true;
        const auto& statements = document_.parsed().program.statements;
        return controller_.alive() && std::any_of(statements.begin(), statements.end(), [&](const auto& s) {
                   return s.binding == text || std::count(s.names.begin(), s.names.end(), text) > 0;
               });
    };
    QString name = wanted;
    for (int n = 2; taken(name); ++n)
        name = wanted + QString::number(n);
    return name;
}

void Session::runProgram() {
    if (!document_.parsed().errors.empty()) {
        emit document_.parsedChanged();
        return;
    }
    document_.setInsertion(0);
    controller_.startProgram(document_.parsed().program);
}

bool Session::prepare() {
    if (controller_.alive() || controller_.phase() == RunController::Phase::starting) return true;
    if (document_.isModified() && !document_.isBlank() && mayDiscard && !mayDiscard()) return false;
    document_.setText({}, {});
    controller_.startLive();
    return true;
}

void Session::click(Statement statement, QObject* context, RunController::ClickDone done) {
    if (playback_.active()) {
        emit refused(tr("A moment of the past is shown: go back to live to send something"));
        return;
    }
    if (!prepare()) return;
    emit clicked();
    const bool firstOfAll = controller_.state()->workers.empty() && document_.isBlank();
    if (firstOfAll && statement.kind != Statement::Kind::workers) {
        Statement workers;
        workers.kind = Statement::Kind::workers;
        workers.names = {statement.worker.empty() ? firstWorker().toStdString() : statement.worker};
        document_.append(workers);
        controller_.perform(workers, this);
    }
    auto open = std::make_shared<Open>();
    open->line = document_.append(statement);
    open->since = now_ns();
    open->worker = statement.worker;
    const bool waits = statement.kind == Statement::Kind::operation;
    if (waits) open_.push_back(open);
    QPointer<QObject> asker(context);
    const auto operation = statement.operation;
    controller_.perform(
        statement, this, [this, open, asker, done, operation](const RunController::Click& click) {
            std::erase(open_, open);
            if (!click.refused.isEmpty()) {
                // What could not even be tried is no line of the program.
                document_.withdraw(open->line);
                emit refused(click.refused);
            } else if (records_ && operation) {
                document_.setExpectation(open->line,
                                         fromUtf8(describe_outcome(registry_, operation, click.outcome)));
            }
            if (asker && done) done(click);
        });
}

void Session::markBlocked() {
    const auto state = controller_.state();
    for (const auto& open : open_) {
        const auto* worker = state->worker(open->worker);
        if (!worker || worker->status != WorkerStatus::blocked || worker->since_ns < open->since) continue;
        document_.markAsync(open->line);
        if (records_) document_.setExpectation(open->line, QStringLiteral("blocked"));
    }
}

}  // namespace ipcscope
