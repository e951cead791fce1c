#include "words.h"

#include "base/signals.h"
#include "runtime/wait_text.h"
#include "schema/text.h"
#include "stuck_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <string.h>

namespace ipcscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Words)
};

// As WorkerInfo::waits_for, made anew so that it is in the person's language.
QString waitText(const Recording& run, const RunState& state, const WorkerInfo& worker) {
    if (const auto known = waitsText(run, state, worker.id); !known.isEmpty()) return known;
    const auto* call = run.calls().find(worker.current);
    const auto* ref = call ? run.registry().operation(call->operation) : nullptr;
    const auto translated = [](const char* text) { return schemaText(text).toStdString(); };
    const QString text =
        ref ? fromUtf8(wait_text(state, *ref->operation, call->args, translated)) : QString();
    return text.isEmpty() ? fromUtf8(worker.waits_for) : text;
}

}  // namespace

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString schemaText(const char* text) {
    return text && text[0] ? QCoreApplication::translate("schema", text) : QString();
}

QString durationText(qint64 ns) {
    struct Scale {
        double size;
        const char* unit;
    };
    static constexpr Scale scales[] = {{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}, {1, "ns"}};
    const double value = static_cast<double>(ns);
    for (const auto& scale : scales) {
        if (std::abs(value) < scale.size && scale.size > 1) continue;
        const double shown = value / scale.size;
        const int digits = scale.size == 1 || std::abs(shown) >= 100 ? 0 : std::abs(shown) >= 10 ? 1 : 2;
        return QLocale().toString(shown, 'f', digits) + QChar(0x202f) + QString::fromUtf8(scale.unit);
    }
    return {};
}

QString secondsText(qint64 ns) {
    return QLocale().toString(static_cast<double>(ns) / 1e9, 'f', 9) + QChar(0x202f) + QLatin1Char('s');
}

QString signalText(int number) {
    return fromUtf8(signal_name(number));
}

QString errnoText(int code) {
    return QString::fromLatin1(errno_name(code));
}

QString errnoMeaning(const OperationSpec* operation, int code) {
    if (operation)
        for (const auto& error : operation->errnos)
            if (error.code == code) return schemaText(error.meaning);
    const char* text = errno_words(code);
    return text ? QString::fromLocal8Bit(text) : QString();
}

QString workerStatusText(const Recording& run, const RunState& state, const WorkerInfo& worker, qint64 now) {
    const auto* call = run.calls().find(worker.current);
    const auto* ref = call ? run.registry().operation(call->operation) : nullptr;
    const QString operation = ref ? fromUtf8(ref->name) : QString();
    switch (worker.status) {
        case WorkerStatus::starting: return Words::tr("starting");
        case WorkerStatus::idle:
            return worker.paused ? Words::tr("idle; will pause before its next operation")
                                 : Words::tr("idle");
        case WorkerStatus::running:
            return operation.isEmpty() ? Words::tr("running") : Words::tr("in %1").arg(operation);
        case WorkerStatus::blocked: {
            // Whole tenths of a second: finer figures would only flicker.
            const double seconds = static_cast<double>(std::max<qint64>(0, now - worker.since_ns)) / 1e9;
            const QString since = QLocale().toString(seconds, 'f', 1);
            const QString waits = waitText(run, state, worker);
            return waits.isEmpty()
                       ? Words::tr("blocked in %1 since %2 s").arg(operation, since)
                       : Words::tr("blocked in %1 since %2 s, waits for %3").arg(operation, since, waits);
        }
        case WorkerStatus::stopped: return Words::tr("stopped");
        case WorkerStatus::held:
            return call ? Words::tr("paused before %1").arg(fromUtf8(call->text)) : Words::tr("paused");
        case WorkerStatus::exited:
            return worker.exit_code < 0 ? Words::tr("exited")
                                        : Words::tr("exited with status %1").arg(worker.exit_code);
        case WorkerStatus::killed:
            return worker.exit_code < 0 ? Words::tr("killed")
                                        : Words::tr("killed by %1").arg(signalText(worker.exit_code));
    }
    return {};
}

QString objectText(const ObjectInfo& object) {
    if (!object.name.empty()) return fromUtf8(object.name);
    return fromUtf8(object.label.empty() ? object.key : object.label);
}

QString sideTitle(Side side) {
    switch (side) {
        case Side::create:
        case Side::open: return Words::tr("Create or open");
        case Side::send: return Words::tr("Send");
        case Side::receive: return Words::tr("Receive");
        case Side::control:
        case Side::query: return Words::tr("Control");
        case Side::close:
        case Side::remove: return Words::tr("Close or remove");
    }
    return {};
}

}  // namespace ipcscope
