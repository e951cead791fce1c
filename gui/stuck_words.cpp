#include "stuck_words.h"

#include "words.h"

#include <QCoreApplication>

namespace ipcscope {

namespace {

struct Stuck {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Stuck)
};

}  // namespace

StuckReport translatedReport(const Recording& run, const RunState& state, const StuckReport& report) {
    auto out = report;
    tell_stuck(out, state, run.registry(), run.events(), run.calls(),
               [](const char* text) { return schemaText(text).toStdString(); });
    return out;
}

QString waitsText(const Recording& run, const RunState& state, WorkerId worker) {
    const auto* wait = state.stuck ? state.stuck->wait_of(worker) : nullptr;
    if (!wait) return {};
    // Asked for with every frame, and seldom another one than before.
    thread_local std::shared_ptr<const StuckReport> last;
    thread_local StuckReport words;
    if (last != state.stuck) {
        words = translatedReport(run, state, *state.stuck);
        last = state.stuck;
    }
    return fromUtf8(words.wait_of(worker)->by);
}

QString waitsLabel(const Recording& run, const RunState& state, WorkerId worker) {
    const auto text = waitsText(run, state, worker);
    if (text.isEmpty()) return {};
    const auto verdict = state.stuck->wait_of(worker)->verdict;
    if (verdict == Verdict::waiting) return Stuck::tr("waits for %1").arg(text);
    return Stuck::tr("%1 %2: waits for %3").arg(verdictSign(verdict), verdictText(verdict), text);
}

QString verdictText(Verdict verdict) {
    return schemaText(verdict_words(verdict));
}

QString verdictSign(Verdict verdict) {
    switch (verdict) {
        case Verdict::waiting: return QStringLiteral("…");
        case Verdict::possible: return QStringLiteral("?");
        case Verdict::certain: return QStringLiteral("✖");
    }
    return {};
}

}  // namespace ipcscope
