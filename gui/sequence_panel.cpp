#include "sequence_panel.h"

#include "icons.h"
#include "runtime/event_filter.h"
#include "sequence/sequence_view.h"
#include "sequence_adapter.h"
#include "session.h"
#include "tool_row.h"
#include "words.h"

#include <QActionGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr qint64 gaps[] = {100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000};
constexpr qint64 usualGap = 10'000'000;

QString setting(const char* name) {
    return QStringLiteral("sequence/") + QLatin1String(name);
}

}  // namespace

SequencePanel::SequencePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new SequenceView),
      columnsMenu_(new QMenu(this)),
      exportMenu_(new QMenu(tr("E&xport sequence"), this)),
      gap_(QSettings().value(setting("gap"), usualGap).toLongLong()) {
    setObjectName(QStringLiteral("sequencePanel"));
    setFocusProxy(view_);
    auto* tools = makeToolBar(tr("Sequence tools"), QStringLiteral("sequenceTools"));
    makeTools(tools);
    stackTools(this, tools, view_);

    auto& controller = session.controller();
    connect(&controller, &RunController::runChanged, this, &SequencePanel::adopt);
    connect(&controller, &RunController::eventsArrived, this, &SequencePanel::refresh);
    connect(&controller, &RunController::stateChanged, this, &SequencePanel::refresh);
    connect(&session.filter(), &FilterController::changed, this, &SequencePanel::adopt);
    connect(view_, &SequenceView::selectionChanged, &session.selection(), &EventSelection::select);
    connect(&session.selection(), &EventSelection::changed, this, &SequencePanel::showSelection);
    connect(view_, &SequenceView::hiddenChanged, this, [this] {
        hiddenByHand_ = view_->hiddenColumns();
        adopt();
    });
    poll_.setInterval(40);
    connect(&poll_, &QTimer::timeout, this, &SequencePanel::refresh);
    view_->setEmptyText(tr("Nothing has run yet. Run a program, or click a mechanism on the left."));
    view_->setToScale(toScale_->isChecked());
}

SequencePanel::~SequencePanel() {
    view_->setSource(nullptr);
}

// --- tools ---

void SequencePanel::makeTools(QToolBar* tools) {
    const auto add = [tools](const char* icon, const QString& text, const QString& tip) {
        return addTool(tools, icon, text, tip);
    };
    connect(add("zoom-in", tr("Zoom in"), tr("Larger (+, or Ctrl and the wheel)")), &QAction::triggered,
            view_, &SequenceView::zoomIn);
    connect(add("zoom-out", tr("Zoom out"), tr("Smaller (-)")), &QAction::triggered, view_,
            &SequenceView::zoomOut);
    connect(add("fit", tr("Usual size"), tr("Usual size (0)")), &QAction::triggered, view_,
            &SequenceView::resetZoom);
    auto* jump = add("jump", tr("Other end"), tr("Go to the other end of the selected event's arrow (J)"));
    connect(jump, &QAction::triggered, view_, &SequenceView::jumpToOtherEnd);
    jump->setEnabled(false);
    connect(&session_.selection(), &EventSelection::changed, jump, [this, jump] {
        const auto seq = session_.selection().seq();
        jump->setEnabled(seq && adapter_ && !adapter_->joined(*seq).empty());
    });
    tools->addSeparator();
    addMenuTool(tools, tr("Rows"), makeViewMenu(), tr("Which rows are drawn, and how"));
    addMenuTool(tools, tr("Columns"), columnsMenu_, tr("Which processes are drawn"));
    connect(columnsMenu_, &QMenu::aboutToShow, this, &SequencePanel::fillColumns);
    makeExportMenu();
    addMenuTool(tools, tr("Export"), exportMenu_, tr("As a picture, or as text for Mermaid or PlantUML"));
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(space);
    progress_ = new QLabel;
    progress_->setAccessibleName(tr("Progress"));
    progress_->setContentsMargins(6, 0, 6, 0);
    tools->addWidget(progress_);
    cancel_ = new QToolButton;
    cancel_->setIcon(actionIcon(QStringLiteral("stop")));
    cancel_->setToolTip(tr("Stop looking for rows"));
    cancel_->setAccessibleName(cancel_->toolTip());
    auto* cancel = tools->addWidget(cancel_);
    cancel->setVisible(false);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        if (adapter_) adapter_->scan().cancel();
        poll_.stop();
        showProgress();
    });
    connect(&poll_, &QTimer::timeout, cancel,
            [this, cancel] { cancel->setVisible(adapter_ && adapter_->scan().busy()); });
}

QMenu* SequencePanel::makeViewMenu() {
    auto* menu = new QMenu(this);
    const QSettings settings;
    const auto add = [&](const QString& text, const QString& tip, const char* name) {
        auto* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(settings.value(setting(name), false).toBool());
        action->setStatusTip(tip);
        connect(action, &QAction::toggled, this,
                [key = setting(name)](bool on) { QSettings().setValue(key, on); });
        return action;
    };
    objects_ =
        add(tr("Show &objects as columns"), tr("Each call is an arrow to or from its object"), "objects");
    connect(objects_, &QAction::toggled, this, &SequencePanel::adopt);
    messagesOnly_ =
        add(tr("&Messages only"), tr("Leave out calls that send and receive nothing"), "messagesOnly");
    connect(messagesOnly_, &QAction::toggled, this, &SequencePanel::adopt);
    toScale_ = add(tr("Distances to &scale"), tr("Rows stand as far apart as they are in time"), "toScale");
    connect(toScale_, &QAction::toggled, view_, &SequenceView::setToScale);
    auto* gapMenu = menu->addMenu(tr("&Gaps are longer than"));
    auto* group = new QActionGroup(gapMenu);
    for (const auto length : gaps) {
        auto* action = gapMenu->addAction(durationText(length));
        action->setCheckable(true);
        action->setChecked(length == gap_);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, length] {
            gap_ = length;
            QSettings().setValue(setting("gap"), length);
            adopt();
        });
    }
    hideQuiet_ = new QAction(tr("Hide processes &without messages"), this);
    hideQuiet_->setCheckable(true);
    hideQuiet_->setChecked(settings.value(setting("hideQuiet"), false).toBool());
    connect(hideQuiet_, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(setting("hideQuiet"), on);
        refresh();
    });
    return menu;
}

void SequencePanel::fillColumns() {
    columnsMenu_->clear();
    columnsMenu_->addAction(hideQuiet_);
    auto* all = columnsMenu_->addAction(tr("&Show all"));
    connect(all, &QAction::triggered, this, [this] {
        hideQuiet_->setChecked(false);
        view_->setHiddenColumns({});
    });
    auto* usual = columnsMenu_->addAction(tr("&Usual order"));
    connect(usual, &QAction::triggered, view_, [this] { view_->setOrder({}); });
    columnsMenu_->addSeparator();
    if (!adapter_) return;
    int left = 60;
    for (const auto& column : adapter_->columns()) {
        if (left-- == 0) {
            columnsMenu_->addAction(tr("… and more: hide them by their heads"))->setEnabled(false);
            break;
        }
        auto* action =
            columnsMenu_->addAction(QString(column.label).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(!view_->hiddenColumns().contains(column.key));
        connect(action, &QAction::toggled, this, [this, key = column.key](bool on) {
            auto hidden = view_->hiddenColumns();
            if (on)
                hidden.remove(key);
            else
                hidden.insert(key);
            view_->setHiddenColumns(hidden);
        });
    }
}

void SequencePanel::setShowsObjects(bool on) {
    objects_->setChecked(on);
}

// --- rows ---

// What was hidden by hand, and, if wanted, the processes that neither send nor receive.
QSet<quint64> SequencePanel::wantedHidden() const {
    auto hidden = hiddenByHand_;
    if (!hideQuiet_->isChecked() || !adapter_) return hidden;
    for (const auto& column : adapter_->columns())
        if (!column.object && column.messages == 0) hidden.insert(column.key);
    return hidden;
}

void SequencePanel::adopt() {
    stale_ = true;
    if (isVisible()) refresh();
}

void SequencePanel::refresh() {
    if (!isVisible()) {
        stale_ = true;
        return;
    }
    bringUpToDate();
}

void SequencePanel::bringUpToDate() {
    auto run = session_.controller().recording();
    const bool another = std::exchange(stale_, false);
    if (another) {
        view_->setSource(nullptr);
        const auto kept = session_.selection().seq();
        adapter_.reset();
        if (run) {
            SequenceChoice choice;
            choice.objects = objects_->isChecked();
            choice.messages_only = messagesOnly_->isChecked();
            choice.gap_ns = gap_;
            for (const auto key : view_->hiddenColumns())
                if (const auto place = placeOfColumn(key); !place.object)
                    choice.hidden.push_back(WorkerId{static_cast<std::uint16_t>(place.id)});
            const auto& filter = session_.filter();
            std::function<bool(std::uint64_t)> dimmed;
            const auto parsed = filter.active() ? filter.parse(filter.text()) : ParsedFilter{};
            if (parsed.filter) {
                auto evaluated = std::make_shared<const EventFilter>(*run, *parsed.filter);
                if (filter.hides())
                    choice.accepts = [evaluated](std::uint64_t seq) { return evaluated->matches(seq); };
                else
                    dimmed = [evaluated](std::uint64_t seq) { return !evaluated->matches(seq); };
            }
            adapter_ =
                std::make_shared<SequenceAdapter>(std::move(run), std::move(choice), std::move(dimmed));
            view_->setSource(adapter_.get());
            view_->setEmptyText(filter.hides() ? tr("No row matches the filter.")
                                               : tr("There is nothing to draw yet."));
            if (kept) view_->select(*kept);
        } else {
            view_->setEmptyText(tr("Nothing has run yet. Run a program, or click a mechanism on the left."));
        }
    }
    if (!adapter_) return showProgress();
    if (adapter_->update() || another) view_->refresh();
    if (const auto hidden = wantedHidden(); hidden != view_->hiddenColumns()) {
        const auto byHand = hiddenByHand_;
        view_->setHiddenColumns(hidden);  // finds the rows anew
        hiddenByHand_ = byHand;
        return;
    }
    if (adapter_->scan().busy()) {
        if (!poll_.isActive()) poll_.start();
    } else {
        poll_.stop();
    }
    showProgress();
}

void SequencePanel::showProgress() {
    const bool busy = adapter_ && adapter_->scan().busy();
    const auto rows = adapter_ ? adapter_->rowCount() : 0;
    progress_->setText(
        busy ? tr("%1 % of the events looked at").arg(static_cast<int>(adapter_->scan().progress() * 100))
        : adapter_ ? tr("%1 rows").arg(QLocale().toString(rows))
                   : QString());
}

void SequencePanel::showSelection() {
    const auto seq = session_.selection().seq();
    if (!seq) return view_->clearSelection();
    if (view_->selected() != seq && adapter_) view_->select(*seq, true);
}

void SequencePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    showSelection();
}

}  // namespace ipcscope
