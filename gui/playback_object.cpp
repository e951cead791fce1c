#include "playback_object.h"

#include "event_facts.h"
#include "words.h"

#include <QLocale>

namespace ipcscope {

PlaybackObject::PlaybackObject(QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("playbackObject"));
    setAccessibleName(tr("The object at this moment"));
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setContentsMargins(8, 4, 8, 4);
    hide();
}

// `seq`: plus one.
QString PlaybackObject::latest(const Recording& run, const Moment& moment, quint64 seq) {
    if (seq == 0 || seq > run.events().size()) return {};
    const EventFacts facts(run);
    const auto& event = facts.event(seq - 1);
    return tr("%1: %2, %3 before")
        .arg(facts.worker(event), facts.shortLabel(event), durationText(moment.time_ns - event.time_ns))
        .toHtmlEscaped();
}

void PlaybackObject::show(const Recording& run, const Moment& moment, const ObjectInfo& object) {
    const auto& figures = moment.figures(object.id);
    const QLocale locale;
    const auto amount = [&](quint64 count, quint64 bytes) {
        return bytes > 0 ? tr("%1 (%2)").arg(locale.toString(count), locale.formattedDataSize(qint64(bytes)))
                         : locale.toString(count);
    };
    quint64 ways = 0;
    for (const auto& one : moment.on_the_way)
        ways += one.object == object.id;
    QStringList parts;
    if (figures.calls == 0) {
        parts << tr("Nothing had been done with it yet.");
    } else {
        QString done = tr("Sent: <b>%1</b>, received: <b>%2</b>")
                           .arg(amount(figures.sent, figures.sent_bytes),
                                amount(figures.received, figures.received_bytes));
        const bool all = moment.on_the_way.size() >= moment.on_the_way_total.total;
        if (ways > 0)
            done += all ? tr(", on the way: <b>%1</b>").arg(locale.toString(ways))
                        : tr(", on the way: at least <b>%1</b>").arg(locale.toString(ways));
        done += tr(". Calls: %1").arg(locale.toString(quint64{figures.calls}));
        if (figures.failed > 0) done += tr(", failed: %1").arg(locale.toString(quint64{figures.failed}));
        parts << done;
    }
    if (const auto text = latest(run, moment, figures.last_sent); !text.isEmpty())
        parts << tr("Last sent: %1").arg(text);
    if (const auto text = latest(run, moment, figures.last_received); !text.isEmpty())
        parts << tr("Last received: %1").arg(text);
    setText(parts.join(QStringLiteral("<br>")));
}

}  // namespace ipcscope
