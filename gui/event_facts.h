// One event in words: what the table's columns, the tool tips and the inspector say about it.
#pragma once

#include "runtime/recording.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace ipcscope {

class EventFacts {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::EventFacts)
public:
    // Keeps references: make it where it is used. `state` is taken once for many events.
    EventFacts(const Recording& run, std::shared_ptr<const RunState> state)
        : run_(run), state_(std::move(state)) {}
    explicit EventFacts(const Recording& run) : EventFacts(run, run.state()) {}

    const Event& event(quint64 seq) const { return run_.events()[seq]; }
    const OperationRef* operation(const Event& event) const;
    // ns since the run began: as on the time axis, in filters, in files and on the command line
    qint64 time(const Event& event) const { return event.time_ns - run_.started_ns(); }
    QString worker(const Event& event) const;
    QString operationName(const Event& event) const;
    QString object(const Event& event) const;
    QString arguments(const Event& event) const;   // as the program says them
    QString outcome(const Event& event) const;     // "= 5 "Hello"", "EAGAIN", "running", "3 events lost"
    QString shortLabel(const Event& event) const;  // "write = 5"
    QString toolTip(quint64 seq) const;            // rich text
    Fields results(const Event& event) const;
    std::vector<FlowId> flows(quint64 seq) const;    // that begin or end at this event
    std::vector<quint64> joined(quint64 seq) const;  // the events at their other ends

private:
    const CallInfo* call(const Event& event) const;
    bool seenByMonitor(const Event& event) const;
    const Recording& run_;
    std::shared_ptr<const RunState> state_;
};

}  // namespace ipcscope
