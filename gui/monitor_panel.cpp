#include "monitor_panel.h"

#include "base/clock.h"
#include "common/tones.h"
#include "filter_edit.h"
#include "filter_history.h"
#include "icons.h"
#include "monitor_actions.h"
#include "monitor_contents.h"
#include "monitor_details.h"
#include "monitor_findings.h"
#include "monitor_graph.h"
#include "monitor_history.h"
#include "monitor_model.h"
#include "monitor_record_bar.h"
#include "monitor_recorder.h"
#include "monitor_table.h"
#include "session.h"
#include "tool_row.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <unistd.h>

namespace ipcscope {

namespace {
const QLatin1String historyKey("monitor/filters");
}  // namespace

MonitorLanguage::MonitorLanguage() : fields_(monitor_fields()) {}

ParsedFilter MonitorLanguage::parse(const QString& text) const {
    return parse_filter(fields_, text.toStdString());
}

Completions MonitorLanguage::complete(const QString& text, int cursor) const {
    const auto before = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    return complete_filter(fields_, text.toStdString(), before);
}

MonitorPanel::MonitorPanel(Session& session, QWidget* parent, Watch::Sampler sampler)
    : QWidget(parent),
      session_(session),
      watch_(nullptr, std::move(sampler)),
      filter_(new FilterEdit(language_)),
      grouping_(new QComboBox),
      outcome_(new QLabel),
      status_(new QLabel),
      empty_(new QLabel),
      keep_(flatButton("watch", tr("Keep watching while another view is shown"))),
      pause_(flatButton("pause", tr("Hold the table as it is"))),
      record_(flatButton("record", tr("Record in a session file…"))),
      gaps_(new QToolButton),
      recorder_(new MonitorRecorder(watch_, record_, this)),
      recordBar_(new MonitorRecordBar(*recorder_)),
      table_(new MonitorTable(watch_)),
      pages_(new QStackedWidget),
      tabs_(new QTabWidget),
      details_(new MonitorDetails(watch_)),
      contents_(new MonitorContents(watch_, session.registry())),
      graph_(new MonitorGraphPanel(watch_)),
      history_(new MonitorHistoryPanel(watch_)),
      findings_(new MonitorFindings(watch_)),
      actions_(new MonitorActions(watch_, session, this)),
      splitter_(new QSplitter(Qt::Horizontal)) {
    setObjectName(QStringLiteral("monitorPanel"));
    auto* top = new QWidget;
    makeTop(top);

    for (auto* label : {outcome_, status_, empty_})
        label->setTextFormat(Qt::PlainText);  // with names of others in them
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(40);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setObjectName(QStringLiteral("monitorEmpty"));
    pages_->addWidget(empty_);
    pages_->addWidget(table_);
    tabs_->setObjectName(QStringLiteral("monitorTabs"));
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("About what is selected"));
    tabs_->addTab(details_, tr("Details"));
    tabs_->addTab(contents_, tr("Contents"));
    tabs_->addTab(graph_, tr("Graph"));
    tabs_->addTab(history_, tr("History"));
    tabs_->addTab(findings_, tr("Findings"));
    tabs_->setTabToolTip(4, tr("What is wrong on this machine, and what would mend it"));
    tabs_->tabBar()->setExpanding(false);
    tabs_->tabBar()->setUsesScrollButtons(true);
    splitter_->addWidget(pages_);
    splitter_->addWidget(tabs_);
    splitter_->setChildrenCollapsible(false);
    tabs_->setMinimumWidth(280);  // narrow windows: the table needs the room
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setHandleWidth(5);
    connect(splitter_, &QSplitter::splitterMoved, this, [this] { arranged_ = true; });

    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 2, 8, 3);
    status_->setObjectName(QStringLiteral("monitorStatus"));
    status_->setAccessibleName(tr("The newest sample"));
    status_->setForegroundRole(QPalette::PlaceholderText);
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    gaps_->setObjectName(QStringLiteral("monitorGaps"));
    gaps_->setAutoRaise(true);
    gaps_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    gaps_->setFocusPolicy(Qt::TabFocus);
    gaps_->hide();
    bottom->addWidget(status_, 1);
    bottom->addWidget(gaps_);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(recordBar_);
    column->addWidget(splitter_, 1);
    column->addLayout(bottom);
    setFocusProxy(table_);

    connect(&watch_, &MonitorWatch::sampled, this, &MonitorPanel::refresh);
    connect(&watch_, &MonitorWatch::problemChanged, this, &MonitorPanel::showProblem);
    connect(&watch_, &MonitorWatch::watchingChanged, this, &MonitorPanel::showStatus);
    connect(gaps_, &QToolButton::clicked, this, &MonitorPanel::showGaps);
    connect(table_->objects(), &MonitorModel::arranged, this, &MonitorPanel::showOutcome);
    connect(table_, &MonitorTable::chosen, this, [this] {
        tabs_->setCurrentIndex(0);
        tabs_->currentWidget()->setFocus();
    });
    auto* menu = new QMenu(details_->actions());
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        actions_->fill(menu);
    });
    details_->actions()->setMenu(menu);
    connect(table_, &MonitorTable::menuWanted, this, [this](const QPoint& at) {
        QMenu popup(this);
        actions_->fill(&popup);
        if (!popup.isEmpty()) popup.exec(at);
    });
    connect(actions_, &MonitorActions::contentsWanted, this, [this] {
        tabs_->setCurrentWidget(contents_);
        contents_->look();
    });
    connect(findings_, &MonitorFindings::changed, this, &MonitorPanel::showCount);
    connect(findings_, &MonitorFindings::removeWanted, actions_, &MonitorActions::begin);
    connect(findings_, &MonitorFindings::told, &session_, &Session::told);
    connect(actions_, &MonitorActions::opened, this, &MonitorPanel::openedInWorker);
    connect(actions_, &MonitorActions::told, &session_, &Session::told);
    connect(recorder_, &MonitorRecorder::told, &session_, &Session::told);
    connect(recordBar_, &MonitorRecordBar::openWanted, this, &MonitorPanel::openWanted);
    recorder_->setFilter([this]() -> std::shared_ptr<const RowFilter> {
        const auto parsed = language_.parse(filterText_);
        if (filterText_.isEmpty() || !parsed.filter) return {};
        return std::make_shared<const RowFilter>(*parsed.filter);
    });
    connect(recorder_, &MonitorRecorder::changed, this, [this] {
        if (recorder_->recording())
            pause_->setChecked(false);
        else if (!isVisible() && !keep_->isChecked())
            watch_.setWatching(false);
        pause_->setEnabled(!recorder_->recording());
    });
    regroup();
    showProblem();
}

MonitorPanel::~MonitorPanel() {
    // What is shown holds on to the filter.
    auto view = table_->objects()->view();
    view.filter = nullptr;
    table_->objects()->setView(std::move(view));
    // They look at the watch and the language, which go before a widget's children do.
    delete recordBar_;
    delete recorder_;
    delete splitter_;
    delete filter_;
}

void MonitorPanel::makeTop(QWidget* top) {
    filter_->setObjectName(QStringLiteral("monitorFilter"));
    filter_->setAccessibleName(tr("Filter of objects"));
    filter_->setPlaceholderText(tr("Filter objects, such as  waiters  or  process == nginx and age > 1h"));
    filter_->setMinimumWidth(160);
    filter_->setHistory(filterHistory(historyKey));
    auto* sign = filter_->addAction(actionIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    sign->setToolTip(tr("What can be asked for"));
    connect(sign, &QAction::triggered, filter_, &FilterEdit::offer);
    connect(filter_, &FilterEdit::applied, this, [this] { applyFilter(filter_->text()); });
    connect(filter_, &FilterEdit::stateChanged, this, &MonitorPanel::showOutcome);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) applyFilter({});
    });
    outcome_->setObjectName(QStringLiteral("monitorOutcome"));
    outcome_->setAccessibleName(tr("What the filter found"));
    grouping_->setObjectName(QStringLiteral("monitorGrouping"));
    grouping_->setAccessibleName(tr("Group by"));
    grouping_->addItem(tr("No groups"), static_cast<int>(MonitorGrouping::none));
    grouping_->addItem(tr("By mechanism"), static_cast<int>(MonitorGrouping::mechanism));
    grouping_->addItem(tr("By process"), static_cast<int>(MonitorGrouping::process));
    grouping_->addItem(tr("By user"), static_cast<int>(MonitorGrouping::user));
    grouping_->setCurrentIndex(QSettings().value(QStringLiteral("monitor/grouping"), 1).toInt());
    if (grouping_->currentIndex() < 0) grouping_->setCurrentIndex(1);
    connect(grouping_, &QComboBox::currentIndexChanged, this, [this](int index) {
        QSettings().setValue(QStringLiteral("monitor/grouping"), index);
        regroup();
    });
    keep_->setCheckable(true);
    keep_->setObjectName(QStringLiteral("monitorKeep"));
    pause_->setCheckable(true);
    pause_->setObjectName(QStringLiteral("monitorPause"));
    connect(pause_, &QToolButton::toggled, this, [this](bool held) { watch_.setWatching(!held); });
    auto* columns = flatButton("columns", tr("Columns"));
    columns->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(columns);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        table_->fillColumnMenu(menu);
    });
    columns->setMenu(menu);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(4);
    row->addWidget(filter_, 1);
    row->addWidget(outcome_);
    row->addWidget(grouping_);
    row->addWidget(columns);
    row->addWidget(record_);
    row->addWidget(pause_);
    row->addWidget(keep_);
}

// --- when it watches ---

void MonitorPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!pause_->isChecked()) watch_.setWatching(true);
}

void MonitorPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!keep_->isChecked() && !recorder_->recording()) watch_.setWatching(false);
}

void MonitorPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The first sizes are those beside docks that make room at once.
    if (arranged_ || width() < 200) return;
    splitter_->setSizes({width() * 60 / 100, width() * 40 / 100});
}

// --- what is shown ---

void MonitorPanel::refresh() {
    table_->objects()->setOwn(::getpid(), watch_.probe());
    table_->update(watch_.now());  // and showOutcome, which says so when there is no row
    showStatus();
}

void MonitorPanel::regroup() {
    auto view = table_->objects()->view();
    view.grouping = static_cast<MonitorGrouping>(grouping_->currentData().toInt());
    view.filter = rowFilter_.get();
    view.folds.clear();
    table_->objects()->setView(std::move(view));
}

bool MonitorPanel::applyFilter(const QString& text) {
    const QString wanted = text.trimmed();
    if (wanted == filterText_) return true;
    if (filter_->text().trimmed() != wanted) filter_->setText(text);
    auto parsed = language_.parse(wanted);
    if (!parsed.filter) return false;
    auto made = wanted.isEmpty() ? nullptr : std::make_unique<RowFilter>(*parsed.filter);
    filterText_ = wanted;
    std::swap(rowFilter_, made);  // the old one goes when nobody looks at it any more
    regroup();
    graph_->setFilter(rowFilter_.get());
    if (wanted.isEmpty()) return true;
    filter_->setHistory(addToFilterHistory(historyKey, wanted));
    return true;
}

void MonitorPanel::showOutcome() {
    const auto snapshot = table_->objects()->snapshot();
    QString text;
    bool wrong = false;
    if (filter_->state() == FilterEdit::State::invalid) {
        text = filter_->reason();
        wrong = true;
    } else if (filter_->text().trimmed() != filterText_) {
        text = filter_->state() == FilterEdit::State::doubtful ? filter_->reason() : tr("Enter applies it");
    } else if (snapshot && rowFilter_) {
        const QLocale locale;
        text = tr("%1 of %2")
                   .arg(locale.toString(qulonglong{table_->objects()->matching()}),
                        locale.toString(qulonglong{snapshot->objects.size()}));
    }
    const auto shown =
        outcome_->fontMetrics().elidedText(text, Qt::ElideRight, std::max(120, width() * 2 / 5));
    outcome_->setText(shown);
    outcome_->setToolTip(shown == text ? QString() : plainTip(text));
    outcome_->setAccessibleDescription(text);
    outcome_->setVisible(!text.isEmpty());
    auto colours = palette();
    colours.setColor(QPalette::WindowText, tone(colours, wrong ? Tone::danger : Tone::quiet));
    outcome_->setPalette(colours);
    if (!snapshot) return;
    const bool none = table_->objects()->rowCount() == 0;
    if (none)
        empty_->setText(rowFilter_ ? tr("No object matches the filter. The cross at its right takes it away.")
                                   : tr("There is no IPC object on this machine that could be seen."));
    pages_->setCurrentIndex(none ? 0 : 1);
}

void MonitorPanel::showStatus() {
    const auto watched = watch_.latest();
    const QLocale locale;
    if (!watched) {
        status_->setText(watch_.watching() ? tr("Looking …") : QString());
        return;
    }
    const auto& snapshot = *watched->snapshot;
    QStringList parts = {tr("%n object(s)", nullptr, static_cast<int>(snapshot.objects.size())),
                         tr("%n process(es)", nullptr, static_cast<int>(snapshot.processes.size())),
                         tr("a sample takes %1").arg(durationText(snapshot.took_ns))};
    if (const auto own = static_cast<int>(table_->objects()->own()))
        parts += tr("%n of IPC Scope itself not shown", nullptr, own);
    if (!snapshot.owners)
        parts += tr("looking for who holds them …");
    else if (!watch_.watching())
        parts += tr("not watching now");
    else if (watched->slowed)
        parts += tr("every %1, so that it costs little").arg(durationText(watched->next_ns));
    if (!watch_.problem().isEmpty()) parts.prepend(tr("The last sample failed: %1").arg(watch_.problem()));
    const QString text = parts.join(QStringLiteral(" · "));
    status_->setText(text);
    status_->setToolTip(plainTip(text));
    const auto gaps = static_cast<int>(snapshot.gaps.size());
    gaps_->setVisible(gaps > 0);
    gaps_->setIcon(actionIcon(QStringLiteral("doubtful"), tone(palette(), Tone::warning)));
    gaps_->setText(tr("Not everything can be seen"));
    gaps_->setToolTip(tr("What is not shown, and what it would take"));
}

// How much there is to see to, in words and in colour; hints do not count.
void MonitorPanel::showCount() {
    const int tab = tabs_->indexOf(findings_), serious = findings_->serious();
    tabs_->setTabText(tab, serious ? tr("Findings (%1)").arg(serious) : tr("Findings"));
    const auto& all = findings_->findings();
    const bool problems = std::any_of(all.begin(), all.end(), [](const auto& finding) {
        return finding.severity == Finding::Severity::problem;
    });
    tabs_->tabBar()->setTabTextColor(
        tab, serious ? tone(palette(), problems ? Tone::danger : Tone::warning) : QColor());
}

void MonitorPanel::showGaps() {
    const auto snapshot = watch_.now();
    if (!snapshot) return;
    QMessageBox box(QMessageBox::Information, tr("What is not shown"), gapsPage(*snapshot),
                    QMessageBox::Close, this);
    box.setObjectName(QStringLiteral("monitorGapsBox"));
    box.setTextFormat(Qt::RichText);
    box.exec();
}

void MonitorPanel::showProblem() {
    if (!watch_.latest()) {
        empty_->setText(watch_.problem().isEmpty()
                            ? tr("Looking for all IPC objects of this machine …")
                            : tr("The objects of this machine could not be looked for: %1\n\nIt is tried "
                                 "again every second.")
                                  .arg(watch_.problem()));
        pages_->setCurrentIndex(0);
    }
    showStatus();
}

}  // namespace ipcscope
