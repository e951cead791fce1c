#include "graph_panel.h"

#include "base/clock.h"
#include "graph/graph_view.h"
#include "graph_builder.h"
#include "icons.h"
#include "playback_sign.h"
#include "session.h"
#include "timeline/timeline_view.h"
#include "tool_row.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace ipcscope {

namespace {
constexpr qint64 secondNs = 1'000'000'000;
constexpr int fadeMs = 250;
enum RateChoice { lastSecond, visiblePart, wholeRun };
}  // namespace

GraphPanel::GraphPanel(Session& session, const TimelineView* timeline, QWidget* parent)
    : QWidget(parent),
      session_(session),
      timeline_(timeline),
      view_(new GraphView),
      pages_(new QStackedWidget),
      rates_(new QComboBox),
      left_(new QLabel) {
    setObjectName(QStringLiteral("graphPanel"));
    auto* tools = makeToolBar(tr("Graph tools"), QStringLiteral("graphTools"));
    makeTools(tools);
    auto* empty = new QLabel(
        tr("Run a program, or start a worker: each process and each object becomes a node here, and "
           "arrows show what flows between them, which way and how fast. A dashed arrow is a way that "
           "is open, but nothing has gone yet."));
    empty->setObjectName(QStringLiteral("graphEmpty"));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setMargin(40);
    empty->setForegroundRole(QPalette::PlaceholderText);
    pages_->addWidget(empty);
    pages_->addWidget(view_);
    left_->setMargin(6);
    left_->setWordWrap(true);
    left_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PlaybackSign(session.playback()));
    layout->addWidget(tools);
    layout->addWidget(left_);
    layout->addWidget(pages_, 1);

    auto& controller = session.controller();
    connect(&controller, &RunController::runChanged, this, &GraphPanel::adopt);
    connect(&controller, &RunController::stateChanged, this, &GraphPanel::refresh);
    connect(&controller, &RunController::eventsArrived, this, &GraphPanel::refresh);
    connect(&controller, &RunController::phaseChanged, this, &GraphPanel::refresh);
    connect(&controller, &RunController::programEnded, this, [this] {
        refresh();
        view_->settle();
    });
    connect(&session.playback(), &Playback::changed, this, &GraphPanel::refresh);
    connect(&session.selection(), &EventSelection::changed, this, &GraphPanel::showSelection);
    connect(timeline_, &TimelineView::rangeChanged, this, [this] {
        if (rates_->currentIndex() == visiblePart) refresh();
    });
    connect(view_, &GraphView::nodeSelected, this, &GraphPanel::follow);
    connect(view_, &GraphView::edgeSelected, this, &GraphPanel::follow);
    connect(view_, &GraphView::arranged, this, &GraphPanel::showSelection);
    connect(rates_, &QComboBox::currentIndexChanged, this, &GraphPanel::refresh);
    connect(hideEnded_, &QAction::toggled, this, &GraphPanel::refresh);
    tick_.setInterval(fadeMs);
    connect(&tick_, &QTimer::timeout, this, &GraphPanel::refresh);
    adopt();
}

GraphPanel::~GraphPanel() = default;

void GraphPanel::makeTools(QToolBar* tools) {
    const auto add = [tools](const char* icon, const QString& text, const QString& tip) {
        return addTool(tools, icon, text, tip);
    };
    connect(add("fit", tr("Show all"), tr("Show all of the graph (F)")), &QAction::triggered, view_,
            &GraphView::fit);
    connect(add("zoom-in", tr("Zoom in"), tr("Zoom in (+)")), &QAction::triggered, view_, &GraphView::zoomIn);
    connect(add("zoom-out", tr("Zoom out"), tr("Zoom out (-)")), &QAction::triggered, view_,
            &GraphView::zoomOut);
    connect(
        add("arrange", tr("Arrange anew"), tr("Lay all nodes out anew, also those that were moved by hand")),
        &QAction::triggered, view_, &GraphView::arrange);
    tools->addSeparator();
    auto* label = new QLabel(tr("Rates:"));
    label->setContentsMargins(6, 0, 4, 0);
    label->setBuddy(rates_);
    rates_->addItems(
        {tr("of the last second"), tr("of what the timeline shows"), tr("none, counts of the whole run")});
    rates_->setAccessibleName(tr("What rates are taken of"));
    tools->addWidget(label);
    tools->addWidget(rates_);
    hideEnded_ = add("ended", tr("Hide what has ended"),
                     tr("Leave out processes that have ended and objects that are gone"));
    hideEnded_->setCheckable(true);
    unused_ = add(
        "unused", tr("Show unused ways"),
        tr("Show ways that are open, but that nothing has used; where there are many, they are left out at "
           "first"));
    unused_->setCheckable(true);
    unused_->setChecked(true);
    connect(unused_, &QAction::triggered, this, [this](bool on) {
        unusedWanted_ = on;
        refresh();
        view_->settle();
    });
    tools->addSeparator();
    connect(add("save", tr("Save picture…"), tr("Save the graph as a picture (SVG or PNG)")),
            &QAction::triggered, this, &GraphPanel::save);
}

void GraphPanel::adopt() {
    const auto run = session_.controller().recording();
    builder_ = run ? std::make_unique<GraphBuilder>(run) : nullptr;
    view_->setGraph({});
    view_->fit();
    refresh();
}

void GraphPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void GraphPanel::refresh() {
    const auto moment = session_.playback().moment();
    const bool alive = session_.controller().alive() && !moment;
    if (!builder_ || !isVisible()) {
        tick_.stop();
        if (!builder_) pages_->setCurrentIndex(0);
        return;
    }
    const bool all = builder_->read(moment ? std::optional(moment->flows) : std::nullopt);
    if (alive || !all) {
        if (!tick_.isActive()) tick_.start();
    } else {
        tick_.stop();
    }
    GraphBuilder::Options options;
    options.now = session_.playback().now();
    if (moment) options.state = moment->state;
    options.t1 = options.now;
    options.t0 = options.now - secondNs;
    if (rates_->currentIndex() == visiblePart) {
        options.t0 = timeline_->visibleBegin();
        options.t1 = timeline_->visibleEnd();
    }
    options.rates =
        rates_->currentIndex() == wholeRun ? GraphBuilder::Rates::totals : GraphBuilder::Rates::window;
    options.hideEnded = hideEnded_->isChecked();
    options.unused = unusedWanted_;
    auto scene = builder_->scene(options);
    pages_->setCurrentIndex(scene.nodes.empty() ? 0 : 1);
    QStringList left;
    if (const auto out = static_cast<int>(builder_->leftOut()))
        left += tr("%n node(s) are left out: a graph of so many shows nothing any more.", nullptr, out);
    const auto unused = static_cast<int>(builder_->unusedLeftOut());
    if (unused) left += tr("Ways that nothing has used: %L1 left out.").arg(unused);
    left_->setText(left.join(QLatin1Char(' ')));
    left_->setVisible(!left.isEmpty());
    unused_->setChecked(unusedWanted_.value_or(unused == 0));
    view_->setGraph(std::move(scene));
}

// What is chosen here is chosen everywhere: its latest event.
void GraphPanel::follow(quint64 key) {
    if (!builder_) return;
    const auto seq = builder_->latestEvent(key);
    if (!seq) return;
    following_ = true;
    session_.selection().select(*seq);
    following_ = false;
}

void GraphPanel::showSelection() {
    if (following_ || !builder_) return;
    const auto seq = session_.selection().seq();
    if (!seq) return;
    view_->selectNode(builder_->nodeOf(*seq));
}

void GraphPanel::save() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), QStringLiteral("graph.svg"),
                                                tr("SVG (*.svg);;PNG (*.png)"));
    if (path.isEmpty()) return;
    if (!path.contains(QLatin1Char('.'))) path += QStringLiteral(".svg");
    if (view_->savePicture(path))
        emit session_.told(tr("Saved as %1").arg(path));
    else
        emit session_.refused(tr("The picture could not be written to %1").arg(path));
}

}  // namespace ipcscope
