#include "monitor_words.h"

#include "monitor/spoken.h"
#include "schema/text.h"
#include "snapshot/ref.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTextDocument>

#include <algorithm>

namespace ipcscope {

namespace {

struct Monitor_ {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Monitor)
};

}  // namespace

QString plainTip(const QString& text) {
    if (!Qt::mightBeRichText(text)) return text;
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

QString probeText(std::string_view english) {
    const std::string words = printable(english);
    return say<QString>(
        words, [](const char* pattern) { return schemaText(pattern); },
        [](std::string_view text) {
            return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        });
}

QString phraseText(const Phrase& phrase) {
    static const Tongue ours{[](const char* pattern) { return schemaText(pattern).toStdString(); },
                             [](std::string_view english) { return probeText(english).toStdString(); }};
    return fromUtf8(printable(said(phrase, ours)));
}

QString errorText(const Error& error) {
    const auto whole = error.text(), end = whole.substr(std::min(whole.size(), error.message.size()));
    return probeText(error.message) + fromUtf8(printable(end));
}

QString kindText(const Snapshot& snapshot, const SeenObject& object) {
    return schemaText(snapshot.kind(object).kind->label);
}

QString objectTitle(const Snapshot& snapshot, const SeenObject& object) {
    if (const auto name = snapshot.text(object.name); !name.empty())
        return snapshot.kind(object).kind->held ? fromUtf8(printable(name)) : probeText(name);
    return fromUtf8(printable(unescape_key(snapshot.text(object.key))));
}

QString processText(const Snapshot& snapshot, ProcessIndex process) {
    return process < snapshot.processes.size() ? fromUtf8(process_words(snapshot, process))
                                               : Monitor_::tr("a process that cannot be seen");
}

QString holdersText(const Snapshot& snapshot, const SeenObject& object, int most) {
    const auto holders = holders_of(snapshot, object);
    QStringList names;
    for (const auto process : holders) {
        if (names.size() == most) break;
        names += processText(snapshot, process);
    }
    QString text = names.join(QStringLiteral(", "));
    if (const auto more = static_cast<int>(holders.size()) - most; more > 0)
        text += Monitor_::tr(" and %n more", nullptr, more);
    return text;
}

QString userText(quint32 uid) {
    return fromUtf8(user_words(uid));
}

QString modeText(int mode) {
    if (mode < 0) return {};
    QString letters;
    for (int bit = 8; bit >= 0; --bit)
        letters += mode & (1 << bit) ? QLatin1Char("xwr"[bit % 3]) : QLatin1Char('-');
    return QStringLiteral("%1 (%2)").arg(letters).arg(mode & 07777, 4, 8, QLatin1Char('0'));
}

QString tierText(Tier tier) {
    return schemaText(tier_words(tier));
}

QString accessText(Access access) {
    return schemaText(access_words(access));
}

QString holdText(const SeenHold& hold) {
    QString text = schemaText(hold_words(hold.kind));
    if (hold.access != Access::unknown) text += QStringLiteral(", ") + accessText(hold.access);
    if (hold.fd >= 0) text += QStringLiteral(", ") + Monitor_::tr("descriptor %1").arg(hold.fd);
    if (hold.count > 1) text += QStringLiteral(", ") + Monitor_::tr("%n times", nullptr, hold.count);
    return text;
}

QString unknownText(const Snapshot& snapshot, const Cell& cell) {
    const QString why = probeText(snapshot.text(cell.text));
    if (cell.state == CellState::not_permitted)
        return why.isEmpty() ? Monitor_::tr("not permitted")
                             : Monitor_::tr("not permitted, needs %1").arg(why);
    if (cell.state == CellState::not_available)
        return why.isEmpty() ? Monitor_::tr("not available") : Monitor_::tr("not available: %1").arg(why);
    return {};
}

QString cellWords(const ObjectCell& cell) {
    return cell.state == CellState::known && !cell.is_number ? fromUtf8(cell.text) : probeText(cell.text);
}

QString fieldText(const Snapshot& snapshot, const SeenObject& object, std::size_t field) {
    const auto& cell = snapshot.cell(object, field);
    if (cell.state != CellState::known) return unknownText(snapshot, cell);
    return cellWords(field_cell(snapshot, object, field));
}

std::optional<double> fillingOf(const Snapshot& snapshot, const SeenObject& object) {
    const auto& kind = *snapshot.kind(object).kind;
    if (!kind.filling[0] || !kind.capacity[0]) return {};
    const auto filled = field_index(kind, kind.filling), whole = field_index(kind, kind.capacity);
    if (filled == no_kind || whole == no_kind) return {};
    const auto &part = snapshot.cell(object, filled), &all = snapshot.cell(object, whole);
    if (part.state != CellState::known || all.state != CellState::known || all.number <= 0) return {};
    return std::clamp(static_cast<double>(part.number) / static_cast<double>(all.number), 0.0, 1.0);
}

QString stateText(const Snapshot& snapshot, const SeenObject& object) {
    const auto& kind = *snapshot.kind(object).kind;
    QStringList parts;
    QString forbidden;
    std::size_t shown = no_kind, whole = no_kind;
    if (kind.filling[0]) {
        shown = field_index(kind, kind.filling);
        whole = kind.capacity[0] ? field_index(kind, kind.capacity) : no_kind;
        if (shown != no_kind && snapshot.cell(object, shown).state == CellState::known) {
            QString text = fieldText(snapshot, object, shown);
            const bool messages = kind.fields[shown].type.unit == Unit::messages;
            if (whole != no_kind && snapshot.cell(object, whole).state == CellState::known)
                text = (messages ? Monitor_::tr("%1 of %2 messages") : Monitor_::tr("%1 of %2"))
                           .arg(text, fieldText(snapshot, object, whole));
            parts += text;
        }
    }
    for (std::size_t i = 0; i < kind.fields.size() && parts.size() < 3; ++i) {
        if (i == shown || i == whole || !kind.fields[i].level) continue;
        const auto& cell = snapshot.cell(object, i);
        if (cell.state == CellState::not_permitted && forbidden.isEmpty())
            forbidden = unknownText(snapshot, cell);
        if (cell.state != CellState::known) continue;
        const auto unit = kind.fields[i].type.unit;  // of messages, the number alone stands in cells
        const bool counts = unit != Unit::none && unit != Unit::count && unit != Unit::messages;
        const QString text = fieldText(snapshot, object, i);
        parts += counts ? text : QStringLiteral("%1: %2").arg(schemaText(kind.fields[i].label), text);
    }
    if (parts.isEmpty() && !forbidden.isEmpty()) parts += forbidden;  // not empty, but not known
    if (object.removed) parts.prepend(Monitor_::tr("removed"));
    return parts.join(QStringLiteral(" · "));
}

QString secondsAgoText(qint64 ns) {
    if (ns < 1'500'000'000) return Monitor_::tr("just now");
    return Monitor_::tr("%1 ago").arg(fromUtf8(age_words(ns)));
}

ProcessKey keyOf(const SeenProcess& process) {
    return {process.pid, process.start_ticks};
}

std::optional<ProcessIndex> findProcess(const Snapshot& snapshot, const ProcessKey& key) {
    const auto found = snapshot.process(key.pid);
    if (!found || (key.start && snapshot.processes[*found].start_ticks != key.start)) return {};
    return found;
}

namespace {

struct Advice {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::MonitorPage)
};

}  // namespace

QString needsAdvice(const QString& needs) {
    if (needs.startsWith(QLatin1String("CAP_")))
        return Advice::tr(
                   "To see more, start IPC Scope as root (sudo -E ipcscope), or give its probe the "
                   "capability: sudo setcap %1+ep ipcscope-probe")
            .arg(needs.section(QLatin1Char(' '), 0, 0).remove(QLatin1Char(',')).toLower());
    return Advice::tr("To see more: %1").arg(probeText(needs.toStdString()));
}

}  // namespace ipcscope
