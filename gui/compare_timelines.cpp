#include "compare_timelines.h"

#include "timeline/timeline_view.h"
#include "words.h"

#include <QLabel>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ipcscope {

CompareTimelines::CompareTimelines(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareTimelines"));
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    for (const auto side : {first, second}) {
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        titles_[side] = new QLabel;
        titles_[side]->setContentsMargins(8, 2, 8, 2);
        titles_[side]->setTextFormat(Qt::PlainText);
        auto font = titles_[side]->font();
        font.setBold(true);
        titles_[side]->setFont(font);
        views_[side] = new TimelineView;
        views_[side]->setFrameShape(QFrame::NoFrame);
        views_[side]->setMinimumHeight(110);
        views_[side]->setObjectName(side == first ? QStringLiteral("firstTimeline")
                                                  : QStringLiteral("secondTimeline"));
        column->addWidget(titles_[side]);
        column->addWidget(views_[side], 1);
        splitter->addWidget(page);
        connect(views_[side], &TimelineView::rangeChanged, this, [this, side] { link(side); });
        connect(views_[side], &TimelineView::selectionChanged, this, [this, side](quint64 seq) {
            if (linking_) return;
            selectOther(side, seq);
            emit selected(side, seq);
        });
        connect(views_[side], &TimelineView::arrangementChanged, this, [this, side] {
            auto* other = views_[1 - side];
            if (other->arrangement() != views_[side]->arrangement())
                other->setArrangement(views_[side]->arrangement());
        });
        // The shorter one follows as far as it can, and does not hold the longer one back.
        connect(views_[side]->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, side](int value) {
            if (std::exchange(linking_, true)) return;
            views_[1 - side]->verticalScrollBar()->setValue(value);
            linking_ = false;
        });
    }
    setTitles(tr("First"), tr("Second"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

CompareTimelines::~CompareTimelines() {
    for (auto* view : views_) {
        view->disconnect(this);
        view->setSource(nullptr);
    }
}

void CompareTimelines::setTitles(const QString& a, const QString& b) {
    const QString titles[] = {a, b};
    for (const auto side : {first, second}) {
        titles_[side]->setText(titles[side]);
        titles_[side]->setToolTip(titles[side]);
        views_[side]->setAccessibleName(tr("Timeline: %1").arg(titles[side]));
    }
}

void CompareTimelines::setRecordings(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b) {
    const std::shared_ptr<const Recording> both[] = {std::move(a), std::move(b)};
    const QScopeGuard linked([this] { linking_ = false; });
    linking_ = true;
    placed_ = false;
    for (const auto side : {first, second}) {
        pairs_[side].clear();
        views_[side]->setSource(nullptr);
        views_[side]->setBookmarks({});
        sources_[side] = both[side] ? std::make_unique<CompareSource>(both[side]) : nullptr;
    }
    place(nullptr);
    for (const auto side : {first, second}) {
        views_[side]->setSource(sources_[side].get());
        views_[side]->setFollow(false);
    }
    fitBoth();
}

void CompareTimelines::setRunning(bool running) {
    if (!sources_[second] || sources_[second]->running() == running) return;
    sources_[second]->setRunning(running);
    if (!running) fitBoth();
}

// Everything of both, seen at once.
void CompareTimelines::fitBoth() {
    refresh();
    qint64 begin = 0, end = 0;
    for (const auto& source : sources_) {
        if (!source || source->firstTime() == 0) continue;
        begin = source->firstTime();
        end = std::max(end, source->lastTime());
    }
    if (begin == 0 || end <= begin) return;
    const bool before = std::exchange(linking_, true);
    const auto room = std::max<qint64>(1, (end - begin) / 50);
    for (const auto side : {first, second})
        if (sources_[side]) views_[side]->setVisibleRange(begin - room, end + room);
    linking_ = before;
}

// The second's times are moved so that the first operation that both have done begins at one moment; until
// there is one, so that both begin together.
void CompareTimelines::place(const Comparison* comparison) {
    if (!sources_[first] || !sources_[second]) {
        if (sources_[first]) sources_[first]->place(0, 0);
        return;
    }
    const auto& a = sources_[first]->recording();
    const auto& b = sources_[second]->recording();
    qint64 shift = a.lanes().first_ns() - b.lanes().first_ns();
    if (b.lanes().first_ns() == 0) shift = a.lanes().first_ns() - b.started_ns();
    if (comparison && !comparison->pairs.empty()) {
        const auto earliest =
            std::min_element(comparison->pairs.begin(), comparison->pairs.end(),
                             [](const StepPair& x, const StepPair& y) { return x.a < y.a; });
        const auto begin = [](const Recording& recording, std::uint32_t seq) {
            const auto& event = recording.events()[seq];
            return event.time_ns - (event.phase == Phase::leave ? event.duration_ns : 0);
        };
        shift = begin(a, earliest->a) - begin(b, earliest->b);
        placed_ = true;
    }
    auto begin = a.lanes().first_ns();
    if (b.lanes().first_ns() != 0) begin = std::min<qint64>(begin, b.lanes().first_ns() + shift);
    sources_[first]->place(0, begin);
    sources_[second]->place(shift, begin);
}

void CompareTimelines::setComparison(const Comparison* comparison) {
    for (auto& pairs : pairs_)
        pairs.clear();
    if (comparison && !placed_ && !comparison->pairs.empty()) {
        place(comparison);
        const QScopeGuard linked([this] { linking_ = false; });
        linking_ = true;
        for (const auto side : {first, second}) {
            if (!sources_[side]) continue;
            views_[side]->setSource(nullptr);
            views_[side]->setSource(sources_[side].get());
            views_[side]->setFollow(false);
        }
        fitBoth();
    }
    if (comparison) {
        pairs_[first] = pairs_[second] = comparison->pairs;
        std::sort(pairs_[first].begin(), pairs_[first].end(),
                  [](const StepPair& x, const StepPair& y) { return x.a < y.a; });
        std::sort(pairs_[second].begin(), pairs_[second].end(),
                  [](const StepPair& x, const StepPair& y) { return x.b < y.b; });
    }
    mark(comparison);
    refresh();
}

void CompareTimelines::mark(const Comparison* comparison) {
    if (!sources_[first] || !sources_[second]) return;
    std::vector<quint64> seqs[2];
    if (comparison)
        for (const auto& step : comparison->different) {
            if (step.a) seqs[first].push_back(step.a.last());
            if (step.b) seqs[second].push_back(step.b.last());
        }
    const bool known = comparison != nullptr;
    // Where nothing differs nothing has to stand out.
    const bool dims = known && (!seqs[first].empty() || !seqs[second].empty());
    for (const auto side : {first, second})
        sources_[side]->setDifferent(seqs[side], dims);
    const auto wanted = [](const ComparedStep& step) {
        return step.likeness != Likeness::left_out && step.likeness != Likeness::lost;
    };
    const auto divergence =
        known ? std::find_if(comparison->different.begin(), comparison->different.end(), wanted)
              : std::vector<ComparedStep>::const_iterator{};
    const bool diverges = known && divergence != comparison->different.end();
    std::optional<qint64> when[2];
    if (diverges)
        for (const auto side : {first, second}) {
            const auto& span = side == first ? divergence->a : divergence->b;
            quint64 lane = 0;
            qint64 begin = 0, end = 0;
            if (span && sources_[side]->locate(span.last(), lane, begin, end)) when[side] = begin;
        }
    for (const auto side : {first, second}) {
        const auto at = when[side] ? when[side] : when[1 - side];
        Bookmarks marks;
        if (at) marks.push_back({*at - sources_[side]->firstTime(), tr("First difference")});
        if (views_[side]->bookmarks() != marks) views_[side]->setBookmarks(marks);
    }
}

void CompareTimelines::refresh() {
    qint64 end = 0;
    for (const auto& source : sources_)
        if (source) end = std::max(end, source->ownLast());
    for (const auto& source : sources_)
        if (source) source->setEnd(end);
    for (const auto side : {first, second})
        if (sources_[side]) views_[side]->refresh();
}

void CompareTimelines::link(Side from) {
    if (linking_ || !sources_[first] || !sources_[second]) return;
    const QScopeGuard linked([this] { linking_ = false; });
    linking_ = true;
    views_[1 - from]->setFollow(false);
    views_[1 - from]->setVisibleRange(views_[from]->visibleBegin(), views_[from]->visibleEnd());
}

std::optional<quint64> CompareTimelines::partner(Side from, quint64 seq) const {
    const auto& pairs = pairs_[from];
    const auto of = [from](const StepPair& pair) { return from == first ? pair.a : pair.b; };
    const auto found =
        std::lower_bound(pairs.begin(), pairs.end(), seq,
                         [&](const StepPair& pair, quint64 value) { return of(pair) < value; });
    if (found == pairs.end() || of(*found) != seq) return {};
    return from == first ? found->b : found->a;
}

void CompareTimelines::selectOther(Side from, quint64 seq) {
    const QScopeGuard linked([this] { linking_ = false; });
    linking_ = true;
    auto* other = views_[1 - from];
    if (const auto there = partner(from, seq))
        other->select(*there, false);
    else
        other->clearSelection();
}

// Both are brought into view: closer than they are is not needed, further away may be.
void CompareTimelines::select(const ComparedStep& step) {
    if (!sources_[first] || !sources_[second]) return;
    std::optional<qint64> low, high;
    linking_ = true;
    for (const auto side : {first, second}) {
        const auto& span = side == first ? step.a : step.b;
        quint64 lane = 0;
        qint64 begin = 0, end = 0;
        if (!span || !sources_[side]->locate(span.last(), lane, begin, end)) {
            views_[side]->clearSelection();
            continue;
        }
        views_[side]->select(span.last(), true);
        low = low ? std::min(*low, begin) : begin;
        high = high ? std::max(*high, end) : end;
    }
    linking_ = false;
    auto* view = views_[first];
    if (!low) return link(first);
    const auto from = view->visibleBegin(), to = view->visibleEnd();
    const auto span = to - from, wanted = *high - *low;
    if (*low < from || *high > to) {
        const auto room = std::max(wanted * 6 / 5, span);
        const auto middle = *low + wanted / 2;
        view->setVisibleRange(middle - room / 2, middle + room / 2);
    }
    link(first);
}

}  // namespace ipcscope
