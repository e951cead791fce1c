#include "event_export.h"

#include "base/clock.h"
#include "export/event_rows.h"
#include "export/pcapng.h"
#include "export/trace_json.h"
#include "long_work.h"
#include "picture_export.h"
#include "runtime/event_filter.h"
#include "session.h"
#include "words.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <optional>

namespace ipcscope {

namespace {

// What the work needs of the session, which may go on meanwhile.
struct ExportWork {
    std::shared_ptr<const Recording> run;
    std::shared_ptr<const FieldTable> fields;
    std::shared_ptr<const Filter> filter;  // nullptr = all events
    Program program;
    qint64 began = 0;  // CLOCK_REALTIME, ns
    QString kind;
};

struct PacketCounts {
    quint64 packets = 0, cut = 0;
};

void write(const ExportWork& wanted, QSaveFile& file, PacketCounts& out, const GoOn& goOn) {
    std::optional<EventFilter> matches;
    if (wanted.filter) matches.emplace(*wanted.run, *wanted.filter);
    const auto size = std::max<quint64>(1, wanted.run->events().size());
    bool goesOn = true;
    quint64 asked = 0;
    const auto accepts = [&](std::uint64_t seq) {
        if (asked++ % 4096 == 0)
            goesOn = goOn(std::min(1.0, static_cast<double>(seq) / static_cast<double>(size)));
        return goesOn && (!matches || matches->matches(seq));
    };
    const auto sink = [&](std::string_view part) {
        return goesOn &&
               file.write(part.data(), static_cast<qint64>(part.size())) == static_cast<qint64>(part.size());
    };
    if (wanted.kind == QLatin1String("pcapng")) {
        PcapngOptions options;
        options.accepts = accepts;
        options.started_unix_ns = wanted.began;
        const auto result = write_pcapng(*wanted.run, options, sink);
        out.packets = result.packets;
        out.cut = result.cut;
    } else if (wanted.kind == QLatin1String("json")) {
        write_trace_json(*wanted.run, {accepts}, sink);
    } else {
        const bool csv = wanted.kind == QLatin1String("csv");
        write_events(*wanted.run, wanted.program, csv ? EventRowsForm::csv : EventRowsForm::json_lines,
                     accepts, sink);
    }
}

}  // namespace

EventExport::EventExport(Session& session, QWidget* parent)
    : QMenu(tr("Export e&vents"), parent), session_(session) {
    setObjectName(QStringLiteral("eventExport"));
    const auto file = [this](const QString& text, const QString& tip, const QString& filter,
                             const char* suffix) {
        auto* action = addAction(text);
        action->setStatusTip(tip);
        auto title = text;
        title.remove(QLatin1Char('&')).remove(QChar(0x2026));
        connect(action, &QAction::triggered, this, [this, title, filter, suffix] {
            askAndExport(tr("Export: %1").arg(title), filter, QString::fromLatin1(suffix));
        });
    };
    file(tr("&JSON Lines…"), tr("One object for each event"), tr("JSON Lines (*.jsonl)"), "jsonl");
    file(tr("&CSV table…"), tr("One row for each event, for spreadsheets"), tr("CSV tables (*.csv)"), "csv");
    file(tr("&Trace for Perfetto…"), tr("Calls, flows and levels, for ui.perfetto.dev and chrome://tracing"),
         tr("Traces (*.json)"), "json");
    file(tr("&Packets for Wireshark…"), tr("What the messages carried, one packet for each"),
         tr("Packets (*.pcapng)"), "pcapng");
    addSeparator();
    matching_ = addAction(tr("&Only what the filter lets through"));
    matching_->setCheckable(true);
    matching_->setChecked(true);
    connect(this, &QMenu::aboutToShow, this, [this] { matching_->setEnabled(session_.filter().active()); });
}

void EventExport::setMatchingOnly(bool on) {
    matching_->setChecked(on);
}

void EventExport::askAndExport(const QString& title, const QString& filter, const QString& suffix) {
    if (!session_.controller().recording()) {
        QMessageBox::information(parentWidget(), title, tr("There is nothing to export: nothing has run."));
        return;
    }
    const auto path =
        askPicturePath(parentWidget(), session_, title, filter, QStringLiteral("events"), suffix);
    if (path.isEmpty()) return;
    if (const auto problem = exportTo(path); !problem.isEmpty()) {
        QMessageBox::warning(parentWidget(), title, problem);
        return;
    }
    emit session_.told(cancelled_ ? tr("The export was cancelled: nothing is written.")
                                  : tr("%1 is written. %2").arg(QFileInfo(path).fileName(), told_));
}

QString EventExport::exportTo(const QString& path) {
    told_.clear();
    cancelled_ = false;
    auto& controller = session_.controller();
    const auto wanted = std::make_shared<ExportWork>();
    wanted->run = controller.recording();
    if (!wanted->run) return tr("There is nothing to export: nothing has run.");
    wanted->kind = QFileInfo(path).suffix().toLower();
    const auto shown = controller.shown();
    auto& filter = session_.filter();
    if (matching_->isChecked() && filter.active()) {
        // Of a table of its own, as the window's changes with the run.
        wanted->fields = std::make_shared<const FieldTable>(
            event_fields(wanted->run->registry(), wanted->run->state().get()));
        auto parsed = parse_filter(*wanted->fields, filter.text().toStdString());
        if (parsed.filter) wanted->filter = std::make_shared<const Filter>(std::move(*parsed.filter));
        told_ = tr("It has only what the filter lets through.");
    }
    wanted->program = session_.document().parsed().program;
    wanted->began =
        shown ? shown->started_unix_ns()
              : QDateTime::currentMSecsSinceEpoch() * 1'000'000 - (now_ns() - wanted->run->started_ns());
    const auto file = std::make_shared<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) return file->errorString();
    const auto out = std::make_shared<PacketCounts>();
    cancelled_ = !workBesideWindow(
        parentWidget(), tr("Export"), tr("Writing %1 …").arg(QFileInfo(path).fileName()),
        [wanted, shown, file, out](const GoOn& goOn) {
            if (shown && !shown->wait_loaded([&](double part) { return goOn(part / 2); })) return;
            const double begin = shown ? 0.5 : 0;
            write(*wanted, *file, *out, [&](double part) { return goOn(begin + part * (1 - begin)); });
        });
    if (cancelled_) return {};
    if (shown && shown->partly_read())
        return tr(
            "Reading this recording was stopped, so a part of it would be missing: open it again to "
            "export it.");
    if (file->error() != QFileDevice::NoError || !file->commit())
        return tr("%1 cannot be written: %2").arg(path, file->errorString());
    if (wanted->kind == QLatin1String("pcapng")) {
        const QLocale locale;
        told_ = tr("Packets: %1.").arg(locale.toString(out->packets)) + QLatin1Char(' ') + told_;
        if (out->cut > 0)
            told_ +=
                QLatin1Char(' ') +
                tr("Of %1 not all bytes were kept when they were recorded.").arg(locale.toString(out->cut));
    }
    return {};
}

}  // namespace ipcscope
