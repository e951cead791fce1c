#include "event_columns.h"

#include "schema/text.h"
#include "words.h"

#include <QLocale>

#include <algorithm>

namespace ipcscope {

namespace {

struct Columns {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Columns)
};

constexpr std::size_t shownPayload = 64;

struct Word {
    EventColumn::Kind kind;
    const char* id;
    const char* title;
};
constexpr Word words[] = {
    {EventColumn::Seq, "no", QT_TRANSLATE_NOOP("ipcscope::Columns", "No.")},
    {EventColumn::Time, "time", QT_TRANSLATE_NOOP("ipcscope::Columns", "Time (s)")},
    {EventColumn::Worker, "worker", QT_TRANSLATE_NOOP("ipcscope::Columns", "Worker")},
    {EventColumn::Operation, "operation", QT_TRANSLATE_NOOP("ipcscope::Columns", "Operation")},
    {EventColumn::Object, "object", QT_TRANSLATE_NOOP("ipcscope::Columns", "Object")},
    {EventColumn::Arguments, "arguments", QT_TRANSLATE_NOOP("ipcscope::Columns", "Arguments")},
    {EventColumn::OutcomeText, "outcome", QT_TRANSLATE_NOOP("ipcscope::Columns", "Outcome")},
    {EventColumn::Duration, "duration", QT_TRANSLATE_NOOP("ipcscope::Columns", "Duration")},
    {EventColumn::FlowColumn, "flow", QT_TRANSLATE_NOOP("ipcscope::Columns", "Flow")},
    {EventColumn::Bytes, "bytes", QT_TRANSLATE_NOOP("ipcscope::Columns", "Bytes")},
    {EventColumn::Return, "return", QT_TRANSLATE_NOOP("ipcscope::Columns", "Return value")},
    {EventColumn::Errno, "errno", QT_TRANSLATE_NOOP("ipcscope::Columns", "errno")},
    {EventColumn::Payload, "payload", QT_TRANSLATE_NOOP("ipcscope::Columns", "Payload")},
    {EventColumn::Line, "line", QT_TRANSLATE_NOOP("ipcscope::Columns", "Program line")},
};

const CallInfo* callOf(const Recording& recording, const Event& event) {
    return event.phase == Phase::state ? nullptr : recording.calls().find(CallId{event.call});
}

std::string argumentText(const Recording& recording, const Event& event, const std::string& name) {
    const auto* call = callOf(recording, event);
    const auto* ref = call ? recording.registry().operation(call->operation) : nullptr;
    if (!ref) return {};
    const auto& params = ref->operation->params;
    for (std::size_t i = 0; i < params.size() && i < call->args.size(); ++i)
        if (name == params[i].name) return print_value(params[i].type, call->args[i]);
    return {};
}

std::string resultText(const EventFacts& facts, const Event& event, const std::string& name) {
    const auto* ref = facts.operation(event);
    if (!ref) return {};
    for (const auto& spec : ref->operation->results) {
        if (name != spec.name) continue;
        for (const auto& [field, value] : facts.results(event))
            if (field == name) return print_value(spec.type, value);
    }
    return {};
}

QString flowText(const Recording& recording, const EventFacts& facts, quint64 seq) {
    QStringList ends;
    // By the flow, not by the numbers: a receiver may be seen before its sender.
    for (const auto id : facts.flows(seq)) {
        const auto& flow = recording.flows()[id];
        ends +=
            flow.from == seq ? QStringLiteral("→ %1").arg(flow.to) : QStringLiteral("← %1").arg(flow.from);
    }
    return ends.join(QStringLiteral(", "));
}

qint64 shownTime(const Recording& recording, const EventFacts& facts, quint64 seq, TimeMode mode,
                 std::optional<quint64> previous) {
    const auto& event = facts.event(seq);
    if (mode == TimeMode::absolute) return event.time_ns;
    if (mode == TimeMode::sinceStart) return facts.time(event);
    return previous ? event.time_ns - recording.events()[*previous].time_ns : 0;
}

QString quoted(const QString& text) {
    return fromUtf8(quote(text.toStdString()));
}

}  // namespace

QString EventColumn::id() const {
    if (kind == Argument) return QStringLiteral("arg.") + fromUtf8(name);
    if (kind == Result) return QStringLiteral("result.") + fromUtf8(name);
    for (const auto& word : words)
        if (word.kind == kind) return QLatin1String(word.id);
    return {};
}

QString EventColumn::title() const {
    if (kind == Argument || kind == Result) return fromUtf8(name);
    for (const auto& word : words)
        if (word.kind == kind) return Columns::tr(word.title);
    return {};
}

bool EventColumn::isNumber() const {
    return kind == Seq || kind == Time || kind == Duration || kind == Bytes || kind == Return || kind == Line;
}

std::vector<EventColumn> fixedColumns() {
    std::vector<EventColumn> columns;
    for (int kind = 0; kind < EventColumn::FixedCount; ++kind)
        columns.push_back({static_cast<EventColumn::Kind>(kind), {}});
    return columns;
}

std::vector<EventColumn> moreColumns(const Registry& registry, const std::set<std::uint16_t>& operations) {
    std::vector<EventColumn> columns;
    for (int kind = EventColumn::FixedCount; kind < EventColumn::Argument; ++kind)
        columns.push_back({static_cast<EventColumn::Kind>(kind), {}});
    std::set<std::string> arguments, results;
    for (const auto id : operations) {
        const auto* ref = registry.operation(OperationId{id});
        if (!ref) continue;
        for (const auto& param : ref->operation->params)
            arguments.insert(param.name);
        for (const auto& result : ref->operation->results)
            if (!result.payload && result.type.kind != Kind::handle && result.type.kind != Kind::worker)
                results.insert(result.name);
    }
    for (const auto& name : arguments)
        columns.push_back({EventColumn::Argument, name});
    for (const auto& name : results)
        columns.push_back({EventColumn::Result, name});
    return columns;
}

std::optional<EventColumn> columnOf(const QString& id) {
    for (const auto& word : words)
        if (id == QLatin1String(word.id)) return EventColumn{word.kind, {}};
    const auto named = [&](const QString& prefix, EventColumn::Kind kind) -> std::optional<EventColumn> {
        if (!id.startsWith(prefix) || id.size() == prefix.size()) return std::nullopt;
        return EventColumn{kind, id.mid(prefix.size()).toStdString()};
    };
    if (auto column = named(QStringLiteral("arg."), EventColumn::Argument)) return column;
    return named(QStringLiteral("result."), EventColumn::Result);
}

QString columnText(const Recording& recording, const std::shared_ptr<const RunState>& state, quint64 seq,
                   const EventColumn& column, TimeMode mode, std::optional<quint64> previous) {
    const EventFacts facts(recording, state);
    const auto& event = facts.event(seq);
    const bool leave = event.phase == Phase::leave;
    switch (column.kind) {
        case EventColumn::Seq: return QString::number(seq);
        case EventColumn::Time: {
            const auto ns = static_cast<double>(shownTime(recording, facts, seq, mode, previous));
            return QLocale().toString(ns / 1e9, 'f', mode == TimeMode::sincePrevious ? 9 : 6);
        }
        case EventColumn::Worker: return facts.worker(event);
        case EventColumn::Operation: return facts.operationName(event);
        case EventColumn::Object: return facts.object(event);
        case EventColumn::Arguments: return facts.arguments(event);
        case EventColumn::OutcomeText: return facts.outcome(event);
        case EventColumn::Duration: return leave ? durationText(event.duration_ns) : QString();
        case EventColumn::FlowColumn: return flowText(recording, facts, seq);
        case EventColumn::Bytes:
            return event.original && event.phase != Phase::note ? QString::number(event.original) : QString();
        case EventColumn::Return: return leave ? QString::number(event.ret) : QString();
        case EventColumn::Errno: return event.err ? errnoText(event.err) : QString();
        case EventColumn::Payload: {
            const auto bytes = recording.events().payload(event);
            if (bytes.empty()) return {};
            const QString text = fromUtf8(quote(bytes.substr(0, shownPayload)));
            return event.original > shownPayload ? text + QChar(0x2026) : text;
        }
        case EventColumn::Line: {
            const auto* call = callOf(recording, event);
            return call && call->line ? QString::number(call->line) : QString();
        }
        case EventColumn::Argument: return fromUtf8(argumentText(recording, event, column.name)).left(200);
        case EventColumn::Result: return fromUtf8(resultText(facts, event, column.name)).left(200);
    }
    return {};
}

QString columnFilter(const Recording& recording, const std::shared_ptr<const RunState>& state, quint64 seq,
                     const EventColumn& column) {
    const EventFacts facts(recording, state);
    const auto& event = facts.event(seq);
    const auto test = [](const QString& field, const QString& value) {
        return value.isEmpty() ? QString() : QStringLiteral("%1 == %2").arg(field, value);
    };
    switch (column.kind) {
        case EventColumn::Worker: {
            const auto name = facts.worker(event);
            return name.isEmpty() ? QString() : test(QStringLiteral("worker"), quoted(name));
        }
        case EventColumn::Operation:
            return facts.operation(event) ? test(QStringLiteral("op"), facts.operationName(event))
                                          : QString();
        case EventColumn::Object: {
            const auto name = facts.object(event);
            return name.isEmpty() ? QString() : test(QStringLiteral("object"), quoted(name));
        }
        case EventColumn::Seq: return test(QStringLiteral("seq"), QString::number(seq));
        case EventColumn::Duration:
            return event.phase == Phase::leave
                       ? QStringLiteral("duration >= %1").arg(fromUtf8(print_duration(event.duration_ns)))
                       : QString();
        case EventColumn::FlowColumn: return QStringLiteral("flow");
        case EventColumn::OutcomeText:
        case EventColumn::Errno:
            if (event.err) return test(QStringLiteral("errno"), errnoText(event.err));
            if (event.phase == Phase::leave) return test(QStringLiteral("ret"), QString::number(event.ret));
            return {};
        case EventColumn::Return:
            return event.phase == Phase::leave ? test(QStringLiteral("ret"), QString::number(event.ret))
                                               : QString();
        case EventColumn::Bytes: return test(QStringLiteral("bytes"), QString::number(event.original));
        case EventColumn::Payload: {
            const auto bytes = recording.events().payload(event);
            return bytes.empty() ? QString()
                                 : QStringLiteral("payload contains %1")
                                       .arg(fromUtf8(quote(bytes.substr(0, shownPayload))));
        }
        case EventColumn::Argument:
            return test(column.id(), fromUtf8(argumentText(recording, event, column.name)));
        case EventColumn::Result: return test(column.id(), fromUtf8(resultText(facts, event, column.name)));
        case EventColumn::Time:
        case EventColumn::Arguments:
        case EventColumn::Line: return {};
    }
    return {};
}

}  // namespace ipcscope
