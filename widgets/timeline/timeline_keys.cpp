// All keys of the timeline, and what its signs mean: drawn by the timeline itself, so that they are right.
#include "timeline/timeline_view_p.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ipcscope {
namespace {

// One lane that shows one sign.
class Sample : public TimelineSource {
public:
    std::vector<TimelineLane> lanes() const override { return {lane}; }
    qint64 firstTime() const override { return 1; }
    qint64 lastTime() const override { return 1000; }
    qint64 now() const override { return 760; }
    bool running() const override { return false; }
    void bars(quint64, qint64, qint64, int, std::vector<TimelineBar>& out) const override { out = items; }
    void steps(quint64, qint64, qint64, int, std::vector<TimelineStep>& out) const override { out = levels; }
    void ranges(quint64, qint64, qint64, int, std::vector<TimelineRange>& out) const override {
        out = writes;
    }
    std::size_t arrows(qint64, qint64, std::size_t, std::vector<TimelineArrow>&) const override { return 0; }
    QString toolTip(quint64) const override { return {}; }
    bool locate(quint64, quint64&, qint64&, qint64&) const override { return false; }
    std::vector<quint64> joined(quint64) const override { return {}; }

    TimelineLane lane;
    std::vector<TimelineBar> items;
    std::vector<TimelineStep> levels;
    std::vector<TimelineRange> writes;
};

QPixmap pictureOf(const Sample& sample, const QWidget& widget) {
    TimelineFrame frame;
    const std::vector<TimelineLane> lanes = sample.lanes();
    const LaneLayout layout = LaneLayout::of(lanes, widget.fontMetrics().height());
    frame.source = &sample;
    frame.lanes = &lanes;
    frame.layout = &layout;
    frame.axis.origin = 1;
    frame.axis.span = 1000;
    frame.axis.width = 130;
    frame.headerWidth = 0;
    frame.rulerHeight = 0;
    frame.size = {130, layout.height};
    frame.ratio = widget.devicePixelRatioF();
    frame.font = widget.font();
    frame.palette = widget.palette();
    TimelinePainter painter;
    painter.paint(frame);
    return QPixmap::fromImage(painter.image());
}

TimelineBar bar(qint64 begin, qint64 end) {
    TimelineBar made;
    made.begin = begin;
    made.end = end;
    return made;
}

std::vector<std::pair<Sample, QString>> samples() {
    std::vector<std::pair<Sample, QString>> out;
    const auto one = [&](const QString& words, std::vector<TimelineBar> items, LaneShape shape, bool lives) {
        Sample sample;
        sample.lane.shape = shape;
        if (lives) {
            sample.lane.born = 80;
            sample.lane.died = 920;
        }
        sample.items = std::move(items);
        out.emplace_back(std::move(sample), words);
    };
    const auto with = [](TimelineBar made, const std::function<void(TimelineBar&)>& set) {
        set(made);
        return made;
    };
    one(TimelineView::tr("A call; its colour is the mechanism's"), {bar(200, 800)}, LaneShape::bars, true);
    one(TimelineView::tr("Blocked in a call: hatched"),
        {with(bar(200, 800), [](auto& b) { b.blocked = true; })}, LaneShape::bars, true);
    one(TimelineView::tr("Failed: a red foot"), {with(bar(200, 800), [](auto& b) { b.failed = true; })},
        LaneShape::bars, true);
    one(TimelineView::tr("Has not come back yet: a torn end"),
        {with(bar(200, 760), [](auto& b) { b.open = b.blocked = true; })}, LaneShape::bars, true);
    one(TimelineView::tr("Life of a process; the line: nothing to do, between calls"),
        {with(bar(80, 80), [](auto& b) { b.mark = TimelineMark::born; }),
         with(bar(920, 920), [](auto& b) { b.mark = TimelineMark::ended; })},
        LaneShape::bars, true);
    one(TimelineView::tr("Events were lost here; the number says how many"),
        {with(bar(200, 800),
              [](auto& b) {
                  b.lost = true;
                  b.label = QStringLiteral("1312");
              })},
        LaneShape::bars, true);
    one(TimelineView::tr("Does not match the filter"),
        {with(bar(200, 800), [](auto& b) { b.dimmed = true; })}, LaneShape::bars, true);
    one(TimelineView::tr("Signal: sent, nothing more is known"),
        {with(bar(500, 500), [](auto& b) { b.mark = TimelineMark::sent; })}, LaneShape::markers, false);
    one(TimelineView::tr("Signal: ignored, thrown away"),
        {with(bar(500, 500), [](auto& b) { b.mark = TimelineMark::ignored; })}, LaneShape::markers, false);
    one(TimelineView::tr("Signal: sent, and pending as long as the line"),
        {with(bar(250, 760), [](auto& b) { b.mark = TimelineMark::pending; })}, LaneShape::markers, false);
    one(TimelineView::tr("Signal: delivered"),
        {with(bar(500, 500), [](auto& b) { b.mark = TimelineMark::delivered; })}, LaneShape::markers, false);
    one(TimelineView::tr("Signal: several became one"),
        {with(bar(500, 500), [](auto& b) { b.mark = TimelineMark::coalesced; })}, LaneShape::markers, false);
    one(TimelineView::tr("Something else happened"), {bar(500, 500)}, LaneShape::markers, false);
    Sample level;
    level.lane.shape = LaneShape::steps;
    level.levels = {{100, 0, 1, 0, 1, 0}, {400, 1, 3, 1, 3, 0}, {700, 3, 0, 0, 3, 0}};
    out.emplace_back(level, TimelineView::tr("A level: value of a semaphore, messages in a queue, bytes"));
    Sample memory;
    memory.lane.shape = LaneShape::ranges;
    memory.lane.size = 100;
    memory.writes = {{150, 250, 0, 40, 0, 1, 0, false},
                     {450, 550, 30, 50, 0, 1, 1, false},
                     {700, 850, 70, 30, 0, 1, 0, false}};
    out.emplace_back(memory, TimelineView::tr("Writes into memory: height is the place, colour the writer"));
    return out;
}

}  // namespace

void TimelineView::showKeys() {
    if (d->keys_window) {
        d->keys_window->show();
        return d->keys_window->raise();
    }
    auto* window = new QDialog(this);
    d->keys_window = window;
    window->setObjectName(QStringLiteral("timelineKeys"));
    window->setWindowTitle(tr("Keys and signs of the timeline"));
    const std::pair<QString, QString> keys[] = {
        {tr("wheel, + −"), tr("zoom; at the pointer with the wheel")},
        {tr("ctrl+drag, right drag"), tr("zoom to a range")},
        {tr("← →, drag, shift+wheel"), tr("move in time")},
        {tr("F or Home"), tr("show everything")},
        {tr("L or End"), tr("follow what is new")},
        {tr("ctrl+← ctrl+→"), tr("previous, next event of the lane")},
        {tr("↑ ↓"), tr("event of the lane above, below")},
        {tr("J"), tr("the other end of the arrow; a click on an arrow does the same")},
        {tr("[ ]"), tr("back and on along a chain of arrows")},
        {tr("Z or Enter"), tr("zoom to the selected event")},
        {tr("V"), tr("arrows: all, of the selection, none")},
        {tr("A, B"), tr("set a measuring cursor; drag in the ruler sets both")},
        {tr("alt+← alt+→"), tr("move the cursor set last; with shift in larger steps")},
        {tr("M"), tr("measure the selected event")},
        {tr("ctrl+G"), tr("go to a time, a step or an event: 1.5s, +5ms, #1234")},
        {tr("ctrl+B"), tr("bookmark; ctrl+shift+B lists all")},
        {tr(", ."), tr("previous, next bookmark")},
        {tr("ctrl+↑ ctrl+↓"), tr("go from lane to lane, titles too")},
        {tr("alt+↑ alt+↓"), tr("move the lane or the group; or drag its name")},
        {tr("P, H, F2"), tr("pin the lane to the top, hide, rename")},
        {tr("T or Space"), tr("close or open the group")},
        {tr("ctrl+Z"), tr("undo the last change of the arrangement")},
        {tr("Menu, shift+F10"), tr("the menu of the lane")},
        {tr("F12, F6 F7"), tr("play back; previous, next event; with shift: live, by arrows")},
        {tr("ctrl+drag above"), tr("in the overview: move the cursor of playback")},
        {tr("Esc"), tr("no selection, no cursors")},
    };
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    for (const auto& [key, words] : keys)
        html += QStringLiteral("<tr><td style='padding-right:14px'><b>%1</b></td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), words.toHtmlEscaped());
    auto* left = new QLabel(html + QStringLiteral("</table>"));
    left->setTextFormat(Qt::RichText);
    left->setAlignment(Qt::AlignTop);
    left->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    left->setAccessibleName(tr("Keys"));
    auto* right = new QVBoxLayout;
    right->setSpacing(4);
    for (const auto& [sample, words] : samples()) {
        auto* picture = new QLabel;
        picture->setPixmap(pictureOf(sample, *this));
        auto* text = new QLabel(words);
        text->setWordWrap(true);
        text->setMinimumWidth(210);
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(picture);
        row->addWidget(text, 1);
        right->addLayout(row);
    }
    right->addStretch(1);
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setSpacing(28);
    columns->addWidget(left);
    columns->addLayout(right);
    auto* area = new QScrollArea;
    area->setAccessibleName(window->windowTitle());
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    window->resize(page->sizeHint() + QSize(70, 30));
    window->show();
}

}  // namespace ipcscope
