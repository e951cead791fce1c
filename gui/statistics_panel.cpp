#include "statistics_panel.h"

#include "common/tones.h"
#include "icons.h"
#include "session.h"
#include "tool_row.h"
#include "words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QResizeEvent>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int liveMs = 500;  // until what has arrived meanwhile is counted

class SpreadDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const auto bars = index.data(StatisticsModel::BarsRole).value<HistogramBars>();
        const auto& colours = option.palette;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto ink = selected ? colours.color(QPalette::HighlightedText)
                                  : mixed(tone(colours, Tone::accent), colours.color(QPalette::Base), 0.8);
        auto room = QRectF(option.rect).adjusted(4, 2, -4, -2);
        room.setWidth(room.width() * bars.share());
        paintHistogram(*painter, room, bars, ink, selected ? ink : tone(colours, Tone::warning));
    }
};

}  // namespace

// Holds all that it reads; what nobody waits for any more is dropped.
struct StatisticsPanel::Job {
    std::shared_ptr<const Recording> recording;
    std::shared_ptr<const MatchSet> matches;
    StatisticsScope scope;
    quint64 begin = 0, end = 0;
    StatisticsProgress progress;
    std::optional<Statistics> found;
};

StatisticsPanel::StatisticsPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new StatisticsModel(this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new QTableView),
      splitter_(new QSplitter),
      histogram_(new HistogramView),
      words_(new QLabel),
      by_(new QComboBox),
      scope_(new QComboBox),
      progress_(new QProgressBar),
      cancel_(flatButton("close", tr("Stop counting"))),
      copy_(flatButton("copy", tr("Copy the table"))),
      export_(flatButton("save", tr("Export as CSV…"))) {
    setObjectName(QStringLiteral("statisticsPanel"));
    by_->addItems({tr("Operations"), tr("Objects"), tr("Workers")});
    by_->setAccessibleName(tr("Statistics of"));
    scope_->addItems({tr("As filtered"), tr("All events"), tr("Between the cursors")});
    scope_->setAccessibleName(tr("Which events are counted"));
    // In a small window they are cut rather than that the window grows.
    for (auto* each : {by_, scope_})
        each->setMinimumWidth(fontMetrics().averageCharWidth() * 9);
    table_->setMinimumSize(fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 4);
    setRange(std::nullopt);
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(12);
    progress_->setFixedWidth(90);
    progress_->setAccessibleName(tr("Progress of counting"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(StatisticsModel::SortRole);
    sorted_->setDynamicSortFilter(true);
    table_->setModel(sorted_);
    table_->setAccessibleName(tr("Statistics"));
    table_->setObjectName(QStringLiteral("statisticsTable"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSortingEnabled(true);
    table_->sortByColumn(StatisticsModel::Calls, Qt::DescendingOrder);
    table_->setItemDelegateForColumn(StatisticsModel::Spread, new SpreadDelegate(table_));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionsMovable(true);
    connect(table_->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (QApplication::mouseButtons() != Qt::NoButton) arranged_ = false;
    });
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    histogram_->setObjectName(QStringLiteral("statisticsHistogram"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("The chosen row in words"));
    words_->setContentsMargins(8, 2, 8, 6);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(6, 4, 6, 4);
    tools->addWidget(by_);
    tools->addWidget(scope_);
    tools->addStretch(1);
    for (QWidget* each : std::initializer_list<QWidget*>{progress_, cancel_, copy_, export_})
        tools->addWidget(each);
    auto* detail = new QWidget;
    auto* details = new QVBoxLayout(detail);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(0);
    details->addWidget(histogram_, 1);
    details->addWidget(words_);
    splitter_->addWidget(table_);
    splitter_->addWidget(detail);
    splitter_->setStretchFactor(0, 1);
    splitter_->setChildrenCollapsible(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(splitter_, 1);

    connect(by_, &QComboBox::currentIndexChanged, this, [this] {
        if (counted_)
            model_->set(session_.controller().recording(), counted_,
                        static_cast<StatisticsBy>(by_->currentIndex()), seconds());
        show();
    });
    connect(scope_, &QComboBox::currentIndexChanged, this, &StatisticsPanel::restart);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        stopped_ = true;
        if (job_) job_->progress.cancelled = true;
    });
    connect(copy_, &QToolButton::clicked, this, [this] { copy(false); });
    connect(export_, &QToolButton::clicked, this, [this] { copy(true); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &StatisticsPanel::choose);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
        const QString filter = model_->filterOf(sorted_->mapToSource(index).row());
        if (!filter.isEmpty()) session_.filter().apply(filter);
    });
    // Only hiding or dimming something else changes no figure.
    connect(&session.filter(), &FilterController::changed, this, [this] {
        if (session_.controller().recording() == recording_ &&
            (scope_->currentIndex() != filtered || session_.filter().matchSet() == matches_))
            return;
        restart();
    });
    later_.setSingleShot(true);
    later_.setInterval(liveMs);
    connect(&later_, &QTimer::timeout, this, &StatisticsPanel::go);
    connect(&session.filter(), &FilterController::progressed, this, [this] {
        if (isVisible() && !stopped_ && !later_.isActive()) counted_ ? later_.start() : go();
    });
    watch_.setInterval(100);
    connect(&watch_, &QTimer::timeout, this, [this] {
        if (!job_) return;
        progress_->setVisible(true);
        cancel_->setVisible(true);
        progress_->setRange(0, 1000);
        progress_->setValue(
            static_cast<int>(static_cast<double>(job_->progress.done) * 1000 /
                             static_cast<double>(std::max<quint64>(1, job_->end - job_->begin))));
    });
    pool_.setMaxThreadCount(1);
    show();
}

StatisticsPanel::~StatisticsPanel() {
    if (job_) job_->progress.cancelled = true;
    pool_.waitForDone();
}

void StatisticsPanel::setRange(std::optional<std::pair<qint64, qint64>> range) {
    const bool changed = range != range_;
    range_ = range;
    // It cannot be chosen while there are no two cursors.
    if (auto* model = qobject_cast<QStandardItemModel*>(scope_->model()))
        model->item(between)->setEnabled(range_.has_value());
    if (!range_ && scope_->currentIndex() == between) return scope_->setCurrentIndex(filtered);
    if (changed && scope_->currentIndex() == between) restart();
}

void StatisticsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    go();
}

// Wide: side by side; high: one above the other.
void StatisticsPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto wanted = width() > 2 * height() ? Qt::Horizontal : Qt::Vertical;
    if (wanted == splitter_->orientation() && event->oldSize().isValid()) return;
    splitter_->setOrientation(wanted);
    const int whole = wanted == Qt::Horizontal ? width() : height();
    splitter_->setSizes({whole * 68 / 100, whole * 32 / 100});
}

void StatisticsPanel::restart() {
    if (job_) job_->progress.cancelled = true;
    job_.reset();
    counted_.reset();
    seen_ = 0;
    stopped_ = false;
    later_.stop();
    go();
}

void StatisticsPanel::go() {
    if (!isVisible() || job_ || stopped_) return;
    auto& filter = session_.filter();
    const auto recording = session_.controller().recording();
    recording_ = recording;
    matches_ = filter.matchSet();
    if (!recording) return show();
    auto job = std::make_shared<Job>();
    job->recording = recording;
    job->begin = seen_;
    job->end = recording->events().size();
    if (scope_->currentIndex() == filtered) job->matches = filter.matchSet();
    if (job->matches) {
        // As far as it is known what matches; the rest follows with progressed().
        job->end = job->matches->covered();
        job->scope.matches = [set = job->matches.get()](quint64 seq) { return set->contains(seq); };
    }
    if (scope_->currentIndex() == between && range_)
        job->scope.begin_ns = range_->first, job->scope.end_ns = range_->second;
    if (job->end <= job->begin && counted_) return show();
    job_ = job;
    watch_.start();
    pool_.start([job, self = QPointer<StatisticsPanel>(this)] {
        job->found = compute_statistics(*job->recording, job->begin, job->end, job->scope, job->progress);
        QMetaObject::invokeMethod(qApp, [job, self] {
            if (self) self->done(job);
        });
    });
}

void StatisticsPanel::done(const std::shared_ptr<Job>& job) {
    if (job != job_) return;
    job_.reset();
    watch_.stop();
    if (job->found) {
        seen_ = job->end;
        if (counted_) {
            counted_->merge(*job->found);
        } else {
            counted_ = std::make_shared<Statistics>(std::move(*job->found));
            model_->set(job->recording, counted_, static_cast<StatisticsBy>(by_->currentIndex()), seconds());
        }
    }
    show();
    const auto recording = session_.controller().recording();
    if (recording && !stopped_ && seen_ < recording->events().size()) later_.start();
}

double StatisticsPanel::seconds() const {
    if (scope_->currentIndex() == between && range_)
        return static_cast<double>(range_->second - range_->first) / 1e9;
    return counted_ ? static_cast<double>(counted_->last_ns() - counted_->first_ns()) / 1e9 : 0;
}

void StatisticsPanel::show() {
    progress_->setVisible(job_ && progress_->isVisible());
    cancel_->setVisible(job_ && cancel_->isVisible());
    if (!counted_)
        model_->set(nullptr, nullptr, static_cast<StatisticsBy>(by_->currentIndex()), 0);
    else
        model_->refresh(seconds());
    copy_->setEnabled(model_->rowCount() > 0);
    export_->setEnabled(model_->rowCount() > 0);
    auto* header = table_->horizontalHeader();
    for (int column = 0; arranged_ && column < StatisticsModel::ColumnCount; ++column)
        header->resizeSection(
            column, std::max(header->sectionSizeHint(column),
                             column == StatisticsModel::Spread
                                 ? 110
                                 : static_cast<QAbstractItemView*>(table_)->sizeHintForColumn(column) + 10));
    if (!table_->currentIndex().isValid() && sorted_->rowCount() > 0) table_->selectRow(0);
    choose();
}

void StatisticsPanel::choose() {
    const auto index = sorted_->mapToSource(table_->currentIndex());
    if (!index.isValid()) {
        histogram_->set({}, model_->rowCount() ? QString() : tr("Nothing is counted yet"), durationText);
        words_->clear();
        return;
    }
    const auto most = static_cast<std::size_t>(std::clamp(histogram_->width() / 6, 16, 160));
    auto bars = model_->bars(index.row(), most);
    const QString name = model_->name(index.row());
    histogram_->set(std::move(bars),
                    model_->figures(index.row()).calls ? tr("Durations of %1").arg(name)
                                                       : tr("%1 has no durations").arg(name),
                    durationText);
    words_->setText(model_->sentence(index.row()));
}

void StatisticsPanel::copy(bool toFile) {
    if (!toFile) return QGuiApplication::clipboard()->setText(model_->csv());
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export statistics"), QStringLiteral("statistics.csv"),
                                     tr("Comma-separated values (*.csv)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(model_->csv().toUtf8()) < 0 || !file.commit())
        QMessageBox::warning(this, tr("Export statistics"), file.errorString());
}

}  // namespace ipcscope
