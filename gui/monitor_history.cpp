#include "monitor_history.h"

#include "base/clock.h"
#include "icons.h"
#include "monitor_words.h"
#include "timeline/timeline_view.h"
#include "tool_keys.h"
#include "words.h"

#include <QCoreApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <unistd.h>

namespace ipcscope {

namespace {

constexpr std::size_t mostMarks = 20'000, marksOfOneSample = 500;
constexpr quint64 marksLane = 1, firstLevel = 16;

struct History {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::MonitorHistory)
};

QString unitName(Unit unit) {
    switch (unit) {
        case Unit::bytes: return History::tr("bytes");
        case Unit::messages: return History::tr("messages");
        default: return {};
    }
}

}  // namespace

void MonitorTimeline::add(const Watched& watched, pid_t own, pid_t probe) {
    last_ = watched.snapshot->taken_ns;
    std::size_t added = 0;
    for (const auto& change : watched.changes) {
        if (change.what == ObjectChange::What::changed) continue;
        const bool came = change.what == ObjectChange::What::appeared;
        const auto& snapshot = came ? *watched.snapshot : change.before_in(*watched.before);
        const auto& object = snapshot.objects[came ? change.now : change.before];
        if (is_own(snapshot, object, own, probe) || ++added > marksOfOneSample) continue;
        marks_.push_back(
            {last_, change.ref,
             QStringLiteral("%1 %2").arg(kindText(snapshot, object), objectTitle(snapshot, object)),
             change.what});
    }
    while (marks_.size() > mostMarks) {
        marks_.pop_front();
        ++begun_;
    }
}

const MonitorTimeline::Mark* MonitorTimeline::mark(quint64 seq) const {
    return seq >= begun_ && seq - begun_ < marks_.size() ? &marks_[seq - begun_] : nullptr;
}

qint64 MonitorTimeline::now() const {
    return running_ ? std::max<qint64>(last_, now_ns()) : last_;
}

std::vector<TimelineLane> MonitorTimeline::lanes() const {
    std::vector<TimelineLane> out;
    for (const auto& level : levels_)
        out.push_back(level.lane);
    TimelineLane marks;
    marks.key = marksLane;
    marks.name = QStringLiteral("objects");
    marks.label = History::tr("All objects");
    marks.detail = History::tr("appeared, vanished");
    marks.shape = LaneShape::markers;
    marks.group = 1;
    marks.groupTitle = History::tr("The machine");
    out.push_back(marks);
    return out;
}

void MonitorTimeline::bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                           std::vector<TimelineBar>& out) const {
    out.clear();
    if (lane != marksLane || t1 <= t0) return;
    auto at = std::lower_bound(marks_.begin(), marks_.end(), t0,
                               [](const Mark& mark, qint64 time) { return mark.time < time; });
    const double scale = columns / static_cast<double>(t1 - t0);
    double column = -2;
    for (; at != marks_.end() && at->time < t1; ++at) {
        const double here = static_cast<double>(at->time - t0) * scale;
        // What falls on one spot is counted.
        if (!out.empty() && here - column < 6) {
            ++out.back().count;
            continue;
        }
        column = here;
        TimelineBar bar;
        bar.begin = bar.end = at->time;
        bar.seq = begun_ + static_cast<quint64>(at - marks_.begin());
        const bool came = at->what == ObjectChange::What::appeared;
        bar.mark = came ? TimelineMark::born : TimelineMark::ended;
        bar.label =
            came ? History::tr("%1 appeared").arg(at->title) : History::tr("%1 vanished").arg(at->title);
        out.push_back(std::move(bar));
    }
}

void MonitorTimeline::steps(quint64 lane, qint64 t0, qint64 t1, int columns,
                            std::vector<TimelineStep>& out) const {
    out.clear();
    if (lane < firstLevel || lane - firstLevel >= levels_.size() || t1 <= t0) return;
    const auto& points = levels_[lane - firstLevel].points;
    auto at = std::lower_bound(points.begin(), points.end(), t0,
                               [](const HistoryPoint& point, qint64 time) { return point.time_ns < time; });
    if (at != points.begin()) --at;  // what it was when the range begins
    const double scale = columns / static_cast<double>(t1 - t0);
    double column = -2;
    for (; at != points.end() && at->time_ns < t1; ++at) {
        const qint64 value = at->known ? at->value : 0;
        const double here = std::floor(static_cast<double>(at->time_ns - t0) * scale);
        // What is known of a column is shown; what follows it is as the last one is.
        if (!out.empty() && here == column && out.back().known == at->known) {
            auto& step = out.back();
            step.last = value;
            step.min = std::min(step.min, value);
            step.max = std::max(step.max, value);
            continue;
        }
        column = here;
        out.push_back({at->time_ns, value, value, value, value, ~quint64{0}, at->known});
    }
}

std::size_t MonitorTimeline::arrows(qint64, qint64, std::size_t, std::vector<TimelineArrow>& out) const {
    out.clear();
    return 0;
}

QString MonitorTimeline::toolTip(quint64 seq) const {
    const auto* known = mark(seq);
    if (!known) return {};
    return known->what == ObjectChange::What::appeared
               ? History::tr("%1 appeared").arg(known->title).toHtmlEscaped()
               : History::tr("%1 vanished").arg(known->title).toHtmlEscaped();
}

bool MonitorTimeline::locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const {
    const auto* known = mark(seq);
    if (!known) return false;
    lane = marksLane;
    begin = end = known->time;
    return true;
}

// --- the view of it ---

MonitorHistoryPanel::MonitorHistoryPanel(MonitorWatch& watch, QWidget* parent)
    : QWidget(parent),
      watch_(watch),
      view_(new TimelineView),
      pages_(new QStackedWidget),
      empty_(new QLabel),
      note_(new QLabel) {
    setObjectName(QStringLiteral("monitorHistory"));
    view_->setAccessibleName(tr("Levels over time"));
    view_->setFrameShape(QFrame::NoFrame);
    auto* tools = new QToolBar(tr("History tools"));
    tools->setIconSize({18, 18});
    tools->setMovable(false);
    makeReachable(tools);
    const auto add = [&](const char* icon, const QString& text, auto slot) {
        auto* action = tools->addAction(actionIcon(QString::fromLatin1(icon)), text);
        action->setToolTip(text);
        connect(action, &QAction::triggered, view_, slot);
        return action;
    };
    add("fit", tr("Show all"), &TimelineView::fit);
    add("zoom-in", tr("Zoom in"), &TimelineView::zoomIn);
    add("zoom-out", tr("Zoom out"), &TimelineView::zoomOut);
    auto* follow = tools->addAction(actionIcon(QStringLiteral("follow")), tr("Keep the newest in view"));
    follow->setCheckable(true);
    follow->setChecked(view_->follows());
    connect(follow, &QAction::triggered, view_, &TimelineView::setFollow);
    connect(view_, &TimelineView::followChanged, follow, &QAction::setChecked);
    empty_->setText(
        tr("As soon as something is watched, what appears and vanishes is marked here, and the levels "
           "of the selected object are drawn: how full it is, how many wait. Objects that are "
           "pinned stay when another one is selected."));
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(24);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    note_->setObjectName(QStringLiteral("monitorHistoryNote"));
    note_->setWordWrap(true);
    note_->setMargin(6);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setTextFormat(Qt::PlainText);  // with names of others in it
    note_->hide();
    view_->setMinimumSize(200, 100);
    pages_->addWidget(empty_);
    pages_->addWidget(view_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(note_);
    column->addWidget(pages_, 1);
    setFocusProxy(view_);
    view_->setSource(&source_);
    connect(&watch, &MonitorWatch::sampled, this, &MonitorHistoryPanel::sampled);
    connect(&watch, &MonitorWatch::selectionChanged, this, &MonitorHistoryPanel::refresh);
    connect(&watch, &MonitorWatch::pinsChanged, this, &MonitorHistoryPanel::refresh);
    connect(&watch, &MonitorWatch::watchingChanged, this, &MonitorHistoryPanel::refresh);
    connect(view_, &TimelineView::selectionChanged, this, [this](quint64 seq) {
        if (const auto* mark = source_.mark(seq)) watch_.selectObject(mark->ref);
    });
}

MonitorHistoryPanel::~MonitorHistoryPanel() {
    view_->setSource(nullptr);
}

void MonitorHistoryPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void MonitorHistoryPanel::sampled() {
    if (watch_.latest()->number > 0) source_.add(*watch_.latest(), ::getpid(), watch_.probe());
    refresh();
}

void MonitorHistoryPanel::refresh() {
    const auto snapshot = watch_.now();
    if (!snapshot || !isVisible()) return;
    auto refs = watch_.pinned();
    if (!watch_.object().empty() && !watch_.isPinned(watch_.object()))
        refs.insert(refs.begin(), watch_.object());
    std::vector<MonitorTimeline::Level> levels;
    for (const auto& ref : refs) {
        const auto index = snapshot->find(ref);
        const auto kind = index ? snapshot->objects[*index].kind
                                : kind_of_prefix(std::string_view(ref).substr(0, ref.find(':')));
        if (kind >= monitored_kinds().size()) continue;
        const QString title = index ? objectTitle(*snapshot, snapshot->objects[*index]) : fromUtf8(ref);
        for (const auto& field : monitored_kinds()[kind].kind->fields) {
            if (!field.level) continue;
            MonitorTimeline::Level level;
            level.points = watch_.history(ref, field.name);
            // What never changed has no entry: it is what it is now.
            if (level.points.empty()) {
                const auto at = field_index(*monitored_kinds()[kind].kind, field.name);
                if (!index || snapshot->cell(snapshot->objects[*index], at).state != CellState::known)
                    continue;
                const auto value = snapshot->cell(snapshot->objects[*index], at).number;
                level.points.push_back({watch_.began(), value, true});
            }
            auto& lane = level.lane;
            lane.key = firstLevel + levels.size();
            lane.name = fromUtf8(ref) + QLatin1Char('.') + QString::fromUtf8(field.name);
            lane.label = QStringLiteral("%1: %2").arg(title, schemaText(field.label));
            lane.detail = fromUtf8(ref);
            lane.shape = LaneShape::steps;
            lane.group = 0;
            lane.groupTitle = tr("Levels");
            lane.unit = unitName(field.type.unit);
            lane.colour = static_cast<quint16>(levels.size() % 10);
            lane.ended = !index;
            levels.push_back(std::move(level));
        }
    }
    const auto ref = fromUtf8(watch_.object());
    const bool drawn = std::any_of(levels.begin(), levels.end(),
                                   [&](const auto& level) { return level.lane.detail == ref; });
    note_->setText(tr("%1: no level of it is known, so none is drawn.").arg(ref));
    note_->setVisible(!ref.isEmpty() && !drawn);
    source_.set(std::move(levels));
    source_.setTimes(watch_.began(), watch_.watching());
    pages_->setCurrentIndex(watch_.began() ? 1 : 0);
    view_->refresh();
}

}  // namespace ipcscope
