#include "monitor_page.h"

#include "schema/text.h"
#include "snapshot/ref.h"
#include "theme.h"
#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <string.h>

namespace ipcscope {

namespace {

constexpr std::size_t mostRows = 60;  // of a list: a listening socket may have thousands

QString quiet(const QString& html) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(tones().quiet.name(), html);
}

QString clock(qint64 seconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

class Page {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::MonitorPage)
public:
    explicit Page(const Snapshot& snapshot) : snapshot_(snapshot) {}

    MonitorPage object(const SeenObject& object) {
        const auto& kind = *snapshot_.kind(object).kind;
        QStringList notes = {tr("seen by: %1").arg(tierText(object.tier))};
        if (object.removed) notes.prepend(bad(tr("removed, but still in use")));
        head(objectTitle(snapshot_, object), schemaText(kind.label), notes);
        waits(object);
        state(object, kind);
        if (kind.held) holders(object);
        otherEnds(object);
        facts(object);
        advice();
        return std::move(out_);
    }

    MonitorPage process(ProcessIndex index) {
        const auto& process = snapshot_.processes[index];
        QStringList notes = {tr("process %1").arg(process.pid)};
        if (process.ours) notes += tr("of this program");
        head(fromUtf8(printable(snapshot_.text(process.name))), tr("Process"), notes);
        waitsOf(index);
        heldBy(index);
        section(tr("Facts"));
        begin();
        row(tr("Command"), text(fromUtf8(printable(snapshot_.text(process.command)))));
        row(tr("User"), text(userText(process.uid)));
        if (const auto parent = snapshot_.process(process.parent)) row(tr("Parent"), link(*parent));
        row(tr("State"), text(stateOf(process.state)));
        if (snapshot_.boot_ns && process.start_ticks)
            row(tr("Started"), text(clock(static_cast<qint64>(snapshot_.boot_ns / 1'000'000'000) +
                                          static_cast<qint64>(process.start_ticks / 100))));
        end();
        gapsOf(process);
        advice();
        return std::move(out_);
    }

    MonitorPage machine() {
        const auto refused =
            std::count_if(snapshot_.processes.begin(), snapshot_.processes.end(), [](const SeenProcess& one) {
                return one.descriptors_errno == EACCES || one.descriptors_errno == EPERM;
            });
        const bool all = (snapshot_.capabilities >> 19 & 1) != 0;
        head(tr("This machine"), tr("seen by user %1").arg(userText(snapshot_.uid)),
             {!all           ? tr("may look into processes of the same user only")
              : refused == 0 ? tr("may look into all processes")
                             : tr("may look into all processes but %n", nullptr, static_cast<int>(refused))});
        begin();
        const QLocale locale;
        row(tr("Objects"), locale.toString(qulonglong{snapshot_.objects.size()}));
        row(tr("Processes"), locale.toString(qulonglong{snapshot_.processes.size()}));
        std::size_t waits = 0;
        for (const auto& object : snapshot_.objects)
            waits += object.wait_count > 0;
        row(tr("Waited for"), tr("%n object(s)", nullptr, static_cast<int>(waits)));
        end();
        if (!snapshot_.gaps.empty()) {
            section(tr("What is not shown"));
            gaps();
        }
        return std::move(out_);
    }

    QString gaps() {
        for (const auto& gap : snapshot_.gaps) {
            const QString needs = fromUtf8(printable(snapshot_.text(gap.needs)));
            QString line = text(probeText(snapshot_.text(gap.words)));
            if (gap.mechanism < monitor_specs().size())
                line = QStringLiteral("<b>%1</b>: %2")
                           .arg(text(schemaText(monitor_specs()[gap.mechanism]->title)), line);
            if (!needs.isEmpty())
                line +=
                    QStringLiteral(" – ") + text(tr("needs %1").arg(probeText(snapshot_.text(gap.needs))));
            out_.html += QStringLiteral("<p style=\"margin:4px 0\">%1</p>").arg(line);
            need(needs);
        }
        if (!out_.html.isEmpty()) advice();
        return out_.html;
    }

private:
    static QString text(const QString& plain) { return plain.toHtmlEscaped(); }
    static QString bad(const QString& plain) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(tones().bad.name(), text(plain));
    }
    static QString warn(const QString& plain) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(tones().warn.name(), text(plain));
    }
    QString link(const SeenObject& object) {
        out_.objects.push_back(snapshot_.ref(object));
        return QStringLiteral("<a href=\"object:%1\">%2</a>")
            .arg(out_.objects.size() - 1)
            .arg(text(objectTitle(snapshot_, object)));
    }
    QString link(ProcessIndex process) {
        if (process >= snapshot_.processes.size()) return text(processText(snapshot_, process));
        out_.processes.push_back(keyOf(snapshot_.processes[process]));
        return QStringLiteral("<a href=\"who:%1\">%2</a>")
            .arg(out_.processes.size() - 1)
            .arg(text(processText(snapshot_, process)));
    }
    // Names may be octets of any length: the title is cut, the reference below says all.
    void head(const QString& title, const QString& kind, const QStringList& notes) {
        const QString shown = title.size() > 90 ? title.left(89) + QChar(0x2026) : title;
        out_.html += QStringLiteral(
                         "<p style=\"margin:2px 0 0 0;font-size:large\"><b>%1</b></p>"
                         "<p style=\"margin:0 0 6px 0\">%2</p>")
                         .arg(text(shown),
                              quiet(text(kind) + QStringLiteral(" · ") + notes.join(QStringLiteral(" · "))));
    }
    void section(const QString& title) {
        out_.html += QStringLiteral("<p style=\"margin:10px 0 3px 0\"><b>%1</b></p>").arg(text(title));
    }
    void line(const QString& html) {
        out_.html += QStringLiteral("<p style=\"margin:1px 0 1px 0\">%1</p>").arg(html);
    }
    void begin() { out_.html += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">"); }
    void end() { out_.html += QStringLiteral("</table>"); }
    void row(const QString& label, const QString& html) {
        if (html.isEmpty()) return;
        out_.html +=
            QStringLiteral("<tr><td width=\"130\" style=\"padding-right:12px\">%1</td><td>%2</td></tr>")
                .arg(quiet(text(label)), html);
    }
    void cells(const QString& a, const QString& b) {
        out_.html += QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td><td>%2</td></tr>").arg(a, b);
    }
    void more(std::size_t all) {
        if (all > mostRows) line(quiet(text(tr("and %n more", nullptr, static_cast<int>(all - mostRows)))));
    }
    void need(const QString& needs) {
        if (!needs.isEmpty()) needs_.insert(needs);
    }

    void state(const SeenObject& object, const MonitoredKind& kind) {
        if (kind.fields.empty()) return;
        section(tr("State"));
        begin();
        for (std::size_t i = 0; i < kind.fields.size(); ++i) {
            const auto& cell = snapshot_.cell(object, i);
            if (cell.state == CellState::absent) continue;
            const QString label = kind.fields[i].label[0] ? schemaText(kind.fields[i].label)
                                                          : QString::fromUtf8(kind.fields[i].name);
            const QString value = fieldText(snapshot_, object, i);
            if (cell.state == CellState::known) {
                row(label, text(value));
            } else {
                row(label, cell.state == CellState::not_permitted ? warn(value) : quiet(text(value)));
                if (cell.state == CellState::not_permitted)
                    need(fromUtf8(printable(snapshot_.text(cell.text))));
            }
        }
        end();
    }

    static QString directionWords(const SeenWait& wait) {
        switch (wait.direction) {
            case Access::read: return tr("waits for something to come");
            case Access::write: return tr("waits for room");
            default: return tr("waits");
        }
    }
    QString waitWords(const SeenWait& wait) const {
        const QString words = probeText(snapshot_.text(wait.words));
        QString said = words.isEmpty() ? directionWords(wait) : tr("waits for %1").arg(words);
        if (wait.any) said += tr(", or for one of others");
        if (wait.timed) said += tr(", for a limited time");
        if (wait.since_ns && snapshot_.taken_at)
            said += tr(", since %1")
                        .arg(QLocale().toString(
                            QDateTime::fromMSecsSinceEpoch(
                                (snapshot_.taken_at - (snapshot_.taken_ns - wait.since_ns)) / 1'000'000)
                                .time(),
                            QLocale::LongFormat));
        return said;
    }

    // Who is stuck is what people look for: it stands first.
    void waits(const SeenObject& object) {
        if (object.wait_count == 0) return;
        section(tr("Who waits"));
        begin();
        std::size_t shown = 0;
        for (const auto& wait : snapshot_.waits_of(object)) {
            if (shown++ == mostRows) break;
            cells(link(wait.process), text(waitWords(wait)));
        }
        end();
        more(object.wait_count);
        if (!object.waiters_complete)
            line(warn(tr("There may be more: some processes may not be looked into.")));
    }

    void holders(const SeenObject& object) {
        section(tr("Who holds it"));
        std::vector<const SeenHold*> held, traces;
        for (const auto& hold : snapshot_.holds_of(object))
            (is_holder(hold.kind) ? held : traces).push_back(&hold);
        const auto list = [&](const std::vector<const SeenHold*>& holds) {
            begin();
            for (std::size_t i = 0; i < std::min(holds.size(), mostRows); ++i)
                cells(link(holds[i]->process), text(holdText(*holds[i])));
            end();
            more(holds.size());
        };
        if (!held.empty()) list(held);
        if (held.empty() && object.holders_complete) line(quiet(text(tr("Nobody holds it."))));
        if (!object.holders_complete) {
            line(warn(held.empty()
                          ? tr("Who holds it is not known: there are processes that may not be looked into.")
                          : tr("There may be more: some processes may not be looked into.")));
            need(fromUtf8(printable(snapshot_.text(snapshot_.needs))));
        }
        if (object.wait_count == 0 && !object.waiters_complete)
            line(quiet(text(tr("Whether anybody waits for it is not known."))));
        if (traces.empty()) return;
        section(tr("Who else had to do with it"));
        list(traces);
    }

    void otherEnds(const SeenObject& object) {
        if (object.end_count == 0) return;
        section(tr("At the other end"));
        begin();
        std::size_t shown = 0;
        for (const auto index : snapshot_.ends_of(object)) {
            if (shown++ == mostRows) break;
            const auto& other = snapshot_.objects[index];
            QStringList holders;
            for (const auto process : holders_of(snapshot_, other)) {
                if (holders.size() == 4) {
                    holders += QStringLiteral("…");
                    break;
                }
                holders += link(process);
            }
            cells(link(other), holders.isEmpty() ? quiet(text(kindText(snapshot_, other)))
                                                 : tr("held by %1").arg(holders.join(QStringLiteral(", "))));
        }
        end();
        more(object.end_count);
    }

    void facts(const SeenObject& object) {
        section(tr("Facts"));
        begin();
        row(tr("Reference"), QStringLiteral("<tt>%1</tt>").arg(text(fromUtf8(snapshot_.ref(object)))));
        row(tr("Owner"), text(userText(object.uid)));
        row(tr("Permissions"), text(modeText(object.mode)));
        if (object.created) row(tr("Made or changed"), text(clock(object.created)));
        if (object.creator) {
            const auto creator = snapshot_.process(object.creator);
            row(tr("Made by"), creator
                                   ? link(*creator)
                                   : text((snapshot_.processes_complete ? tr("process %1, which is gone")
                                                                        : tr("process %1, which is not seen"))
                                              .arg(object.creator)));
        }
        if (object.space)
            row(tr("Namespace"), text(tr("%1%2")
                                          .arg(object.space)
                                          .arg(object.space == snapshot_.ipc_namespace ||
                                                       object.space == snapshot_.net_namespace
                                                   ? tr(" (ours)")
                                                   : QString())));
        end();
    }

    static QString stateOf(char state) {
        switch (state) {
            case 'R': return tr("running");
            case 'S': return tr("asleep");
            case 'D': return tr("asleep, cannot be interrupted");
            case 'T': return tr("stopped");
            case 't': return tr("stopped by a debugger");
            case 'Z': return tr("ended, waits for its parent");
            case 'I': return tr("idle");
            default: return {};
        }
    }

    void waitsOf(ProcessIndex process) {
        std::vector<std::pair<const SeenObject*, const SeenWait*>> found;
        for (const auto& wait : snapshot_.waits)
            if (wait.process == process && wait.object < snapshot_.objects.size())
                found.emplace_back(&snapshot_.objects[wait.object], &wait);
        if (found.empty()) return;
        section(tr("What it waits for"));
        begin();
        for (std::size_t i = 0; i < std::min(found.size(), mostRows); ++i)
            cells(link(*found[i].first), text(waitWords(*found[i].second)));
        end();
        more(found.size());
    }

    void heldBy(ProcessIndex process) {
        section(tr("What it holds"));
        std::vector<std::pair<const SeenObject*, const SeenHold*>> found;
        for (const auto& hold : snapshot_.holds)
            if (hold.process == process && hold.object < snapshot_.objects.size())
                found.emplace_back(&snapshot_.objects[hold.object], &hold);
        if (found.empty()) line(quiet(text(tr("No object that could be seen."))));
        std::uint16_t kind = 0xffff;
        for (std::size_t i = 0; i < std::min(found.size(), mostRows); ++i) {
            const auto& [object, hold] = found[i];
            if (object->kind != kind) {
                if (i) end();
                line(quiet(text(kindText(snapshot_, *object))));
                begin();
                kind = object->kind;
            }
            cells(QStringLiteral("&nbsp;&nbsp;") + link(*object), text(holdText(*hold)));
        }
        if (!found.empty()) end();
        more(found.size());
    }

    void gapsOf(const SeenProcess& process) {
        const auto tell = [&](int code, const QString& what) {
            if (!code) return;
            line(warn(
                tr("%1 could not be read: %2 (%3)").arg(what, errnoMeaning(nullptr, code), errnoText(code))));
            if (code == EACCES || code == EPERM) need(QStringLiteral("CAP_SYS_PTRACE"));
        };
        tell(process.descriptors_errno, tr("Its descriptors"));
        tell(process.maps_errno, tr("Its memory map"));
        tell(process.calls_errno, tr("The calls in which it sleeps"));
    }

    void advice() {
        if (needs_.empty()) return;
        QStringList lines;
        for (const auto& needs : needs_)
            if (const QString said = needsAdvice(needs); !lines.contains(said)) lines += said;
        for (auto& line : lines)
            line = line.toHtmlEscaped();
        out_.html += QStringLiteral("<p style=\"margin:10px 0 4px 0\">%1</p>")
                         .arg(quiet(lines.join(QStringLiteral("<br>"))));
    }

    const Snapshot& snapshot_;
    MonitorPage out_;
    std::set<QString> needs_;
};

}  // namespace

MonitorPage objectPage(const Snapshot& snapshot, const SeenObject& object) {
    return Page(snapshot).object(object);
}

MonitorPage processPage(const Snapshot& snapshot, ProcessIndex process) {
    return Page(snapshot).process(process);
}

MonitorPage machinePage(const Snapshot& snapshot) {
    return Page(snapshot).machine();
}

QString gapsPage(const Snapshot& snapshot) {
    return Page(snapshot).gaps();
}

}  // namespace ipcscope
