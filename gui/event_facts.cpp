#include "event_facts.h"

#include "schema/text.h"
#include "schema/wire.h"
#include "session_file/machine_spec.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr std::size_t previewBytes = 48;

QString preview(std::string_view bytes, std::uint64_t original) {
    QString text = fromUtf8(quote(bytes.substr(0, previewBytes)));
    if (original > previewBytes) text += QChar(0x2026);
    return text;
}

}  // namespace

const CallInfo* EventFacts::call(const Event& event) const {
    return event.phase == Phase::state ? nullptr : run_.calls().find(CallId{event.call});
}

// An object that came, changed or went: its payload says what of it.
bool EventFacts::seenByMonitor(const Event& event) const {
    const auto* ref = event.phase == Phase::instant ? operation(event) : nullptr;
    return ref && std::string_view(ref->mechanism->id) == machine_id;
}

const OperationRef* EventFacts::operation(const Event& event) const {
    return run_.registry().operation(OperationId{event.operation});
}

QString EventFacts::worker(const Event& event) const {
    const auto* info = state_->worker(WorkerId{event.worker});
    return info ? fromUtf8(info->name) : QString();
}

QString EventFacts::operationName(const Event& event) const {
    const auto* ref = operation(event);
    if (ref) return fromUtf8(ref->name);
    return event.phase == Phase::lost ? tr("(lost)") : event.phase == Phase::note ? tr("(note)") : QString();
}

QString EventFacts::object(const Event& event) const {
    const auto found = state_->objects.find(ObjectId{event.object});
    return found == state_->objects.end() ? QString() : objectText(found->second);
}

QString EventFacts::arguments(const Event& event) const {
    const auto* info = call(event);
    if (!info) return seenByMonitor(event) ? object(event) : QString();
    const std::string_view text = info->text;
    const auto open = text.find('('), close = text.rfind(')');
    return open == text.npos || close == text.npos || close <= open
               ? QString()
               : fromUtf8(text.substr(open + 1, close - open - 1));
}

QString EventFacts::outcome(const Event& event) const {
    switch (event.phase) {
        case Phase::enter: return tr("not back yet");
        case Phase::lost: return tr("%1 events lost").arg(event.ret);
        case Phase::note: return fromUtf8(run_.events().payload(event));
        case Phase::state: return QString::number(event.ret);
        case Phase::instant:
            if (seenByMonitor(event)) return fromUtf8(run_.events().payload(event));
            break;
        case Phase::leave: break;
    }
    if (event.flags & event_flag::ended) return tr("ended with the process");
    const auto* ref = operation(event);
    QString text;
    if (event.err) {
        text = errnoText(event.err);
    } else if (event.phase == Phase::leave) {
        text = QStringLiteral("= %1").arg(event.ret);
        if (event.original && ref && ref->operation->flow != FlowRole::send)
            text += QLatin1Char(' ') + preview(run_.events().payload(event), event.original);
    }
    for (const auto& [name, value] : results(event)) {
        if (value.as<HandleRef>() || value.as<WorkerRef>()) continue;
        const TypeSpec* type = nullptr;
        if (ref)
            for (const auto& spec : ref->operation->results)
                if (name == spec.name) type = spec.payload ? nullptr : &spec.type;
        if (!type) continue;
        const auto printed = print_value(*type, value);
        if (!text.isEmpty()) text += QLatin1Char(' ');
        text += fromUtf8(name) + QLatin1Char('=') + fromUtf8(printed).left(64);
    }
    return text;
}

QString EventFacts::shortLabel(const Event& event) const {
    const auto* ref = operation(event);
    if (!ref) return operationName(event);
    const QString verb = QString::fromLatin1(ref->operation->verb);
    if (event.phase == Phase::enter) return verb;
    if (event.phase == Phase::instant)
        return outcome(event).isEmpty() ? verb : verb + QLatin1Char(' ') + outcome(event);
    return verb + QLatin1Char(' ') + (event.err ? errnoText(event.err) : outcome(event));
}

QString EventFacts::toolTip(quint64 seq) const {
    const auto& e = event(seq);
    QString text = QStringLiteral("<b>%1</b>").arg(operationName(e).toHtmlEscaped());
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty())
            text +=
                QStringLiteral("<br><span style='color:gray'>%1</span> %2").arg(label, value.toHtmlEscaped());
    };
    add(tr("worker"), worker(e));
    add(tr("object"), object(e));
    add(tr("arguments"), arguments(e));
    add(tr("outcome"), outcome(e));
    if (e.err) {
        const auto* ref = operation(e);
        add(tr("meaning"), errnoMeaning(ref ? ref->operation : nullptr, e.err));
    }
    add(tr("at"), secondsText(time(e)));
    if (e.phase == Phase::leave) add(tr("took"), durationText(e.duration_ns));
    return text;
}

Fields EventFacts::results(const Event& event) const {
    if (!event.results) return {};
    Reader reader(run_.events().results(event));
    auto fields = reader.fields();
    return reader.ok() ? fields : Fields{};
}

std::vector<FlowId> EventFacts::flows(quint64 seq) const {
    std::vector<FlowId> found;
    const auto first = run_.events().flow(seq);
    if (!first) return found;
    const auto& table = run_.flows();
    // The flows of one event are made close to each other: the search is bounded, not the whole table.
    const std::size_t end = std::min<std::size_t>(table.size(), first.value + std::size_t{256});
    for (std::size_t id = first.value; id <= end && found.size() < 64; ++id) {
        const FlowId flow{static_cast<std::uint32_t>(id)};
        if (table[flow].from == seq || table[flow].to == seq) found.push_back(flow);
    }
    return found;
}

std::vector<quint64> EventFacts::joined(quint64 seq) const {
    std::vector<quint64> ends;
    for (const auto flow : flows(seq)) {
        const auto& f = run_.flows()[flow];
        ends.push_back(f.from == seq ? f.to : f.from);
    }
    return ends;
}

}  // namespace ipcscope
