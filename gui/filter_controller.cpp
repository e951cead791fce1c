#include "filter_controller.h"

#include "runtime/filter_scan.h"
#include "words.h"

#include <QSettings>
#include <QTimer>

namespace ipcscope {

namespace {

constexpr int pollMs = 40;

// Whoever holds one of these keeps all that it reads.
struct Scan {
    std::shared_ptr<const Recording> recording;
    FilterScan scan;
    EventFilter exact;  // for the window's thread: what the scan has not seen yet
    Scan(std::shared_ptr<const Recording> r, const Filter& filter)
        : recording(std::move(r)), scan(*recording, filter), exact(*recording, filter) {}
};

struct MatchingRows {
    std::shared_ptr<Scan> scan;
    RowScan rows;
    explicit MatchingRows(std::shared_ptr<Scan> s)
        : scan(std::move(s)), rows(scan->recording, &scan->scan.matches()) {}
};

}  // namespace

struct FilterController::Impl {
    explicit Impl(RunController& r) : run(r) {}
    RunController& run;
    QString text;
    Filter filter;
    std::shared_ptr<const Recording> recording;
    std::shared_ptr<RowScan> all;
    std::shared_ptr<Scan> scan;              // with a filter and a run
    std::shared_ptr<MatchingRows> matching;  // the same
    QTimer timer;
    std::unique_ptr<FieldTable> fields;
    std::shared_ptr<const RunState> fieldsOf;
    quint64 seenRows = ~quint64{0}, seenMatches = ~quint64{0};
};

FilterController::FilterController(RunController& run, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(run)) {
    mode_ = QSettings().value(QStringLiteral("filter/dims"), false).toBool() ? Mode::dim : Mode::hide;
    impl_->timer.setInterval(pollMs);
    connect(&impl_->timer, &QTimer::timeout, this, &FilterController::poll);
    connect(&run, &RunController::runChanged, this, &FilterController::adoptRun);
    const auto more = [this] {
        if (impl_->all) impl_->all->update();
        if (impl_->scan && !impl_->scan->scan.cancelled()) impl_->scan->scan.update();
        poll();
    };
    connect(&run, &RunController::eventsArrived, this, more);
    connect(&run, &RunController::stateChanged, this, more);
    adoptRun();
}

FilterController::~FilterController() = default;

void FilterController::adoptRun() {
    auto& d = *impl_;
    const auto recording = d.run.recording();
    if (recording == d.recording && d.all) return;
    d.recording = recording;
    d.all = recording ? std::make_shared<RowScan>(recording) : nullptr;
    start();
}

void FilterController::start() {
    auto& d = *impl_;
    d.matching.reset();
    d.scan.reset();
    if (d.recording && active()) {
        d.scan = std::make_shared<Scan>(d.recording, d.filter);
        d.matching = std::make_shared<MatchingRows>(d.scan);
    }
    d.seenMatches = d.seenRows = ~quint64{0};
    emit changed();
    poll();
}

const QString& FilterController::text() const {
    return impl_->text;
}

bool FilterController::apply(const QString& text) {
    const QString wanted = text.trimmed();
    if (wanted == impl_->text) return true;
    auto parsed = parse(wanted);
    if (!parsed.filter) return false;
    impl_->text = wanted;
    impl_->filter = std::move(*parsed.filter);
    start();
    return true;
}

bool FilterController::narrow(const QString& text) {
    if (!active()) return apply(text);
    // Whatever holds more loosely than "and" is kept together.
    const bool loose = impl_->filter.kind == Filter::Kind::either;
    return apply(
        (loose ? QStringLiteral("(%1) and %2") : QStringLiteral("%1 and %2")).arg(impl_->text, text));
}

void FilterController::setMode(Mode mode) {
    if (mode == mode_) return;
    mode_ = mode;
    QSettings().setValue(QStringLiteral("filter/dims"), mode == Mode::dim);
    emit changed();
}

const FieldTable& FilterController::fields() const {
    auto& d = *impl_;
    const auto state = d.run.state();
    if (!d.fields || d.fieldsOf != state) {
        d.fields = std::make_unique<FieldTable>(
            event_fields(d.recording ? d.recording->registry() : d.run.registry(), state.get()));
        d.fieldsOf = state;
    }
    return *d.fields;
}

ParsedFilter FilterController::parse(const QString& text) const {
    return parse_filter(fields(), text.toStdString());
}

Completions FilterController::complete(const QString& text, int cursor) const {
    const auto before = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    return complete_filter(fields(), text.toStdString(), before);
}

bool FilterController::matches(quint64 seq) const {
    const auto* job = impl_->scan.get();
    if (!job) return true;
    const auto& set = job->scan.matches();
    return seq < set.covered() ? set.contains(seq) : job->exact.matches(seq);
}

std::shared_ptr<const MatchSet> FilterController::matchSet() const {
    if (!impl_->scan) return nullptr;
    return {impl_->scan, &impl_->scan->scan.matches()};
}

std::shared_ptr<const RowScan> FilterController::allRows() const {
    return impl_->all;
}

std::shared_ptr<const RowScan> FilterController::matchingRows() const {
    if (!impl_->matching) return nullptr;
    return {impl_->matching, &impl_->matching->rows};
}

std::shared_ptr<const LaneIndex> FilterController::matchingLanes() const {
    if (!impl_->matching) return nullptr;
    return {impl_->matching, impl_->matching->rows.lanes()};
}

bool FilterController::scanning() const {
    const auto& d = *impl_;
    if (!d.scan || d.scan->scan.cancelled()) return false;
    return !d.scan->scan.done() || d.matching->rows.behind();
}

double FilterController::progress() const {
    const auto& d = *impl_;
    if (!d.scan || d.recording->events().size() == 0) return 1;
    return static_cast<double>(d.matching->rows.seen()) / static_cast<double>(d.recording->events().size());
}

bool FilterController::cancelled() const {
    return impl_->scan && impl_->scan->scan.cancelled();
}

void FilterController::cancel() {
    if (!scanning()) return;
    impl_->scan->scan.cancel();
    emit progressed();
}

void FilterController::resume() {
    if (cancelled()) start();
}

void FilterController::poll() {
    auto& d = *impl_;
    if (d.matching) {
        if (d.matching->rows.stale()) {
            d.matching = std::make_shared<MatchingRows>(d.scan);
            emit changed();
        }
        d.matching->rows.update();
    }
    const bool behind = scanning() || (d.all && d.all->behind());
    if (behind && !d.timer.isActive()) d.timer.start();
    if (!behind) d.timer.stop();
    const quint64 rows = d.all ? d.all->seen() : 0, matches = d.matching ? d.matching->rows.seen() : 0;
    if (rows == d.seenRows && matches == d.seenMatches && behind) return;
    d.seenRows = rows;
    d.seenMatches = matches;
    emit progressed();
}

}  // namespace ipcscope
