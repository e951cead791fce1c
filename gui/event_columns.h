// The columns that an event table can have: some for every event, and one for every name of a parameter or a
// result of the operations that occur.
#pragma once

#include "event_facts.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ipcscope {

enum class TimeMode {
    sinceStart,     // of the recording
    sincePrevious,  // row of the table
    absolute,       // CLOCK_MONOTONIC
};

struct EventColumn {
    enum Kind {
        Seq,
        Time,
        Worker,
        Operation,
        Object,
        Arguments,
        OutcomeText,
        Duration,
        FlowColumn,
        FixedCount,  // those above are always columns of the model, shown or not
        Bytes = FixedCount,
        Return,
        Errno,
        Payload,
        Line,
        Argument,  // `name`: of the parameter
        Result,    // `name`: of the result
    };
    Kind kind = Seq;
    std::string name;

    QString id() const;  // kept in settings: "worker", "arg.size"
    QString title() const;
    bool isNumber() const;
    bool operator==(const EventColumn&) const = default;
};

// Of FixedCount columns, in their first order.
std::vector<EventColumn> fixedColumns();
// Those that can be added: Bytes ... Line, then the names of these operations (ids), sorted.
std::vector<EventColumn> moreColumns(const Registry& registry, const std::set<std::uint16_t>& operations);
// Of an id; a name that no operation has gives an empty column.
std::optional<EventColumn> columnOf(const QString& id);

// "" where an event has no such thing. `previous`: of the row before, for TimeMode::sincePrevious.
QString columnText(const Recording& recording, const std::shared_ptr<const RunState>& state, quint64 seq,
                   const EventColumn& column, TimeMode mode, std::optional<quint64> previous);
// What a filter has to say so that the events with this cell's value match; "" = it cannot be said.
QString columnFilter(const Recording& recording, const std::shared_ptr<const RunState>& state, quint64 seq,
                     const EventColumn& column);

}  // namespace ipcscope
