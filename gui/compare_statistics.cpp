#include "compare_statistics.h"

#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QFont>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace ipcscope {

namespace {

QString ratioText(double first, double second) {
    if (!(first > 0) || !(second > 0)) return {};
    const auto ratio = second / first;
    return QStringLiteral("×") + QLocale().toString(ratio, 'f', ratio >= 100 ? 0 : ratio >= 0.01 ? 2 : 4);
}

// Between these it is called the same.
constexpr double aboutTheSame = 1.25;

}  // namespace

void CompareStatisticsModel::set(std::shared_ptr<const SideBySide> both, StatisticsBy by) {
    beginResetModel();
    both_ = std::move(both);
    rows_.clear();
    if (both_) rows_ = both_->rows(by);
    endResetModel();
}

std::optional<qint64> CompareStatisticsModel::value(const FiguresPair& row, int figure, bool second) const {
    const auto* figures = second ? row.b : row.a;
    if (!figures) return {};
    const auto& latency = figures->latency;
    const bool timed = latency.count() > 0;
    const auto time = [&](qint64 ns) { return timed ? std::optional(ns) : std::nullopt; };
    switch (figure) {
        case Count: return static_cast<qint64>(figures->count());
        case Bytes: return static_cast<qint64>(figures->bytes());
        case Minimum: return time(latency.min());
        case Median: return time(latency.quantile(0.5));
        case P99: return time(latency.quantile(0.99));
        case Maximum: return time(latency.max());
        case Blocked: return time(figures->blocked_ns);
        default: return {};
    }
}

int CompareStatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CompareStatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant CompareStatisticsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == SortRole || role == Qt::ToolTipRole) return fromUtf8(row.name);
        return {};
    }
    const int figure = (index.column() - 1) / 3, part = (index.column() - 1) % 3;
    const auto a = value(row, figure, false), b = value(row, figure, true);
    const auto x = static_cast<double>(a.value_or(0)), y = static_cast<double>(b.value_or(0));
    const bool time = figure >= Minimum;
    switch (role) {
        case Qt::DisplayRole: {
            if (part == 2) return ratioText(x, y);
            const auto& one = part == 0 ? a : b;
            if (!one) return QStringLiteral("–");
            return time ? durationText(*one) : QLocale().toString(*one);
        }
        case SortRole: return part == 2 ? (x > 0 ? y / x : 0.0) : part == 0 ? x : y;
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            if (part != 2 || !time || !(x > 0) || !(y > 0)) return {};
            return y > x * aboutTheSame   ? QVariant(tones().bad)
                   : x > y * aboutTheSame ? QVariant(tones().good)
                                          : QVariant();
        case Qt::FontRole: {
            if (part != 2 || ratioText(x, y).isEmpty()) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case Qt::ToolTipRole:
            if (ratioText(x, y).isEmpty()) return {};
            return tr("%1: the second is %2 the first").arg(fromUtf8(row.name), ratioText(x, y));
        default: return {};
    }
}

QVariant CompareStatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == 0) return tr("Name");
    const QString names[] = {tr("Count"), tr("Bytes"), tr("Min"),    tr("Median"),
                             tr("p99"),   tr("Max"),   tr("Blocked")};
    const auto& name = names[(section - 1) / 3];
    switch ((section - 1) % 3) {
        case 0: return tr("%1, first").arg(name);
        case 1: return tr("second");
        default: return tr("ratio");
    }
}

CompareStatistics::CompareStatistics(QWidget* parent)
    : QWidget(parent),
      model_(new CompareStatisticsModel(this)),
      table_(new QTableView),
      by_(new QComboBox),
      words_(new QLabel) {
    by_->addItem(tr("by operation"), static_cast<int>(StatisticsBy::operation));
    by_->addItem(tr("by object"), static_cast<int>(StatisticsBy::object));
    by_->addItem(tr("by worker"), static_cast<int>(StatisticsBy::worker));
    by_->setAccessibleName(tr("What the rows are"));
    words_->setWordWrap(true);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(model_);
    sorted->setSortRole(CompareStatisticsModel::SortRole);
    table_->setModel(sorted);
    table_->setObjectName(QStringLiteral("compareStatistics"));
    table_->setAccessibleName(tr("Figures of both"));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSortingEnabled(true);
    table_->sortByColumn(1, Qt::DescendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 6);
    table_->horizontalHeader()->setHighlightSections(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(by_);
    row->addWidget(words_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(table_, 1);
    connect(by_, &QComboBox::currentIndexChanged, this, &CompareStatistics::show);
    show();
}

void CompareStatistics::set(std::shared_ptr<const SideBySide> both) {
    both_ = std::move(both);
    show();
}

void CompareStatistics::show() {
    model_->set(both_, static_cast<StatisticsBy>(by_->currentData().toInt()));
    if (!both_) {
        words_->setText(tr("Nothing has been compared yet."));
        return;
    }
    const auto total = both_->total();
    const auto seconds = [](double s) { return durationText(static_cast<qint64>(std::llround(s * 1e9))); };
    words_->setText(
        tr("From first to last event: %1 and %2 %3. Time in blocked calls: %4 and %5.")
            .arg(seconds(both_->seconds_a()), seconds(both_->seconds_b()),
                 ratioText(both_->seconds_a(), both_->seconds_b()).isEmpty()
                     ? QString()
                     : QStringLiteral("(%1)").arg(ratioText(both_->seconds_a(), both_->seconds_b())),
                 durationText(total.a->blocked_ns), durationText(total.b->blocked_ns)));
    table_->resizeColumnsToContents();
}

}  // namespace ipcscope
