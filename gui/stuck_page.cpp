#include "stuck_page.h"

#include "stuck_words.h"
#include "theme.h"
#include "words.h"

#include <QCoreApplication>
#include <QStringList>

namespace ipcscope {

namespace {

class Page {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::StuckPage)
public:
    Page(const Recording& run, const RunState& state, const StuckReport& report)
        : run_(run), state_(state), report_(report) {}

    QString html() {
        for (const auto& deadlock : report_.deadlocks)
            tell(deadlock);
        for (const auto verdict : {Verdict::certain, Verdict::possible, Verdict::waiting})
            for (const auto& wait : report_.waits)
                if (wait.verdict == verdict && !report_.deadlock_of(wait.worker)) tell(wait);
        for (const auto& warning : report_.warnings)
            tell(warning);
        return out_;
    }

private:
    QString name(WorkerId id) const {
        const auto* worker = state_.worker(id);
        return worker ? fromUtf8(worker->name) : QStringLiteral("?");
    }

    // `seq`: plus one, 0 = none.
    QString link(const QString& text, quint64 seq) const {
        const auto shown = text.toHtmlEscaped();
        if (!seq || seq > run_.events().size()) return shown;
        return QStringLiteral("<a href=\"event:%1\">%2</a>").arg(seq - 1).arg(shown);
    }

    QString worker(WorkerId id) const {
        const auto* wait = report_.wait_of(id);
        return QStringLiteral("<b>%1</b>").arg(link(name(id), wait ? wait->seq : 0));
    }

    static QString capital(QString text) {
        if (!text.isEmpty()) text[0] = text[0].toUpper();
        return text;
    }

    void title(const QString& sign, const QString& badge, const QString& rest, const QColor& tone) {
        out_ +=
            QStringLiteral(
                "<p style=\"margin:10px 0 4px 0\"><span style=\"color:%1\"><b>%2&nbsp;%3</b></span> %4</p>")
                .arg(tone.name(), sign, capital(badge).toHtmlEscaped(), rest);
    }

    void line(const QString& text, bool quiet = false) {
        if (text.isEmpty()) return;
        out_ += QStringLiteral("<p style=\"margin:2px 0 2px 14px%1\">%2</p>")
                    .arg(quiet ? QStringLiteral(";color:%1").arg(tones().quiet.name()) : QString(),
                         text.toHtmlEscaped());
    }

    static QString box(const QString& inside) {
        return QStringLiteral("<td style=\"padding:3px 9px;background-color:%1\">%2</td>")
            .arg(tones().runningLine.name(), inside);
    }
    static QString arrow(const QString& over) {
        return QStringLiteral("<td style=\"padding:3px 7px\">%1&nbsp;→</td>").arg(over.toHtmlEscaped());
    }
    void chain(const QString& cells) {
        out_ += QStringLiteral("<table cellspacing=\"0\" style=\"margin:2px 0 4px 14px\"><tr>%1</tr></table>")
                    .arg(cells);
    }

    // a -> m2 -> b -> m1 -> a, a line each when there are many.
    void tell(const Deadlock& deadlock) {
        const auto verdict = deadlock.certain ? Verdict::certain : Verdict::possible;
        QStringList names;
        for (const auto id : deadlock.workers)
            names += worker(id);
        title(verdictSign(verdict), verdictText(verdict), tr("of %1").arg(names.join(QStringLiteral(", "))),
              deadlock.certain ? tones().bad : tones().warn);
        for (std::size_t i = 0; i < deadlock.workers.size(); ++i) {
            const auto* wait = report_.wait_of(deadlock.workers[i]);
            if (wait) links(*wait);
        }
        line(fromUtf8(deadlock.words));
        line(fromUtf8(deadlock.reason));
        line(fromUtf8(deadlock.advice), true);
    }

    // Who waits, for what, and who could end it.
    void links(const StuckWait& wait) {
        QString cells = box(worker(wait.worker)) + arrow(fromUtf8(wait.what));
        QStringList others;
        for (const auto& by : wait.releasers) {
            if (others.size() == 4) {
                others += QStringLiteral("…");
                break;
            }
            auto text = link(name(by.worker), by.held);
            if (by.worker == wait.worker)
                text += QStringLiteral(" ") + tr("(itself)");
            else if (by.ended)
                text += QStringLiteral(" ") + tr("(has ended)");
            else if (by.blocked)
                text += QStringLiteral(" ") + tr("(waits, too)");
            others += text;
        }
        if (wait.outside && (others.isEmpty() || wait.verdict != Verdict::certain))
            others += tr("other programs");
        if (others.isEmpty()) others += tr("nobody");
        chain(cells + box(others.join(wait.all ? tr(" and ") : tr(" or "))));
    }

    void tell(const StuckWait& wait) {
        const bool behind = wait.verdict != Verdict::waiting;
        title(verdictSign(wait.verdict),
              behind ? tr("behind a deadlock:") : verdictText(wait.verdict) + QLatin1Char(':'),
              worker(wait.worker), behind ? tones().warn : tones().busy);
        links(wait);
        line(fromUtf8(wait.words));
        if (!behind) line(fromUtf8(wait.advice), true);
    }

    void tell(const LockOrderWarning& warning) {
        QStringList names;
        for (const auto& step : warning.steps)
            names += QStringLiteral("<b>%1</b>").arg(link(name(step.worker), step.wanted_seq + 1));
        title(QStringLiteral("⚠"), tr("locks in different orders:"), names.join(QStringLiteral(", ")),
              tones().warn);
        line(fromUtf8(warning.words));
    }

    const Recording& run_;
    const RunState& state_;
    const StuckReport& report_;
    QString out_;
};

struct Empty {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::StuckPage)
};

}  // namespace

QString stuckPage(const Recording& run, const RunState& state, const StuckReport& report) {
    return Page(run, state, report).html();
}

QString stuckPageEmpty(bool alive) {
    const QString what = alive ? Empty::tr("Nobody is blocked.") : Empty::tr("Nothing runs.");
    return QStringLiteral("<p style=\"margin:10px 0 4px 0\"><b>%1</b></p><p style=\"color:%2\">%3</p>")
        .arg(what, tones().quiet.name(),
             Empty::tr(
                 "As soon as a worker waits, this says for what, who could end it, and whether anybody still "
                 "can. A deadlock is claimed only if it is certain. Locks that are taken in different orders "
                 "are told before they end in one."));
}

}  // namespace ipcscope
