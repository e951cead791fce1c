#include "statistics_model.h"

#include "runtime/statistics_text.h"
#include "schema/text.h"
#include "theme.h"
#include "words.h"

#include <QBrush>
#include <QLocale>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr std::size_t barsInCell = 40;

QString bytesText(std::uint64_t bytes) {
    return bytes ? QLocale().formattedDataSize(static_cast<qint64>(bytes), 1) : QString();
}

QString errnosText(const Figures& figures) {
    QStringList parts;
    for (const auto& [code, times] : figures.errnos)
        parts += QStringLiteral("%1 × %L2").arg(errnoText(code)).arg(times);
    return parts.join(QStringLiteral(", "));
}

}  // namespace

void StatisticsModel::set(std::shared_ptr<const Recording> recording,
                          std::shared_ptr<const Statistics> statistics, StatisticsBy by, double seconds) {
    beginResetModel();
    recording_ = std::move(recording);
    statistics_ = std::move(statistics);
    by_ = by;
    seconds_ = seconds;
    rows_ = makeRows();
    endResetModel();
}

// By id, so that what is known already keeps its place.
void StatisticsModel::refresh(double seconds) {
    seconds_ = seconds;
    auto rows = makeRows();
    const auto same = [&] {
        if (rows.size() < rows_.size()) return false;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (rows[i].id != rows_[i].id) return false;
        return true;
    };
    if (!same()) {
        beginResetModel();
        rows_ = std::move(rows);
        return endResetModel();
    }
    const int before = static_cast<int>(rows_.size()), after = static_cast<int>(rows.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        rows_ = std::move(rows);
        endInsertRows();
    } else {
        rows_ = std::move(rows);
    }
    if (before > 0) emit dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

std::vector<StatisticsModel::Row> StatisticsModel::makeRows() const {
    std::vector<Row> rows;
    if (!statistics_ || !recording_) return rows;
    const auto state = recording_->state();
    for (const auto id : statistics_->ids(by_))
        rows.push_back(
            {id, fromUtf8(statistics_name(*recording_, *state, by_, id)), statistics_->find(by_, id)});
    return rows;
}

QString StatisticsModel::csv() const {
    if (!statistics_) return {};
    return fromUtf8(statistics_csv(*recording_, *statistics_, by_, seconds_));
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

HistogramBars StatisticsModel::bars(int row, std::size_t most) const {
    HistogramBars out;
    const auto& latency = figures(row).latency;
    // A few values are not spread thinner than they are.
    for (const auto& bar :
         latency.bars(std::min<std::size_t>(most, std::max<std::size_t>(8, latency.count()))))
        out.bars.push_back({bar.low, bar.high, bar.count});
    out.median = latency.quantile(0.5);
    out.p99 = latency.quantile(0.99);
    return out;
}

QString StatisticsModel::filterOf(int row) const {
    const QString value = name(row);
    if (value.startsWith(QLatin1Char('#'))) return {};
    const QString quoted = fromUtf8(quote(value.toStdString()));
    switch (by_) {
        case StatisticsBy::operation: return QStringLiteral("op == %1").arg(value);
        case StatisticsBy::object: return QStringLiteral("object == %1").arg(quoted);
        case StatisticsBy::worker: return QStringLiteral("worker == %1").arg(quoted);
    }
    return {};
}

QString StatisticsModel::sentence(int row) const {
    const auto& f = figures(row);
    QStringList parts{tr("%1: %n call(s)", nullptr, static_cast<int>(f.calls)).arg(name(row))};
    if (f.marks) parts += tr("%n mark(s)", nullptr, static_cast<int>(f.marks));
    if (f.failed) parts += tr("%L1 failed (%2)").arg(f.failed).arg(errnosText(f));
    if (f.sent) parts += tr("%1 sent").arg(bytesText(f.sent));
    if (f.received) parts += tr("%1 received").arg(bytesText(f.received));
    if (f.blocked)
        parts += tr("blocked %n time(s), %1 in all", nullptr, static_cast<int>(f.blocked))
                     .arg(durationText(f.blocked_ns));
    if (f.cut) parts += tr("%L1 ended with their process").arg(f.cut);
    if (f.lost) parts += tr("%L1 events lost").arg(f.lost);
    return parts.join(QStringLiteral(", "));
}

QVariant StatisticsModel::number(int row, int column) const {
    const auto& f = figures(row);
    switch (column) {
        case Name: return name(row).toLower();
        case Calls: return qulonglong{f.count()};
        case Failed: return qulonglong{f.failed};
        case Bytes: return qulonglong{f.bytes()};
        case Rate: return seconds_ > 0 ? static_cast<double>(f.count()) / seconds_ : 0.0;
        case Spread:
        case Median: return qlonglong{f.latency.quantile(0.5)};
        case Minimum: return qlonglong{f.latency.min()};
        case P99: return qlonglong{f.latency.quantile(0.99)};
        case Maximum: return qlonglong{f.latency.max()};
        case Blocked: return qlonglong{f.blocked_ns};
        default: return {};
    }
}

QString StatisticsModel::text(int row, int column) const {
    const auto& f = figures(row);
    const QLocale locale;
    const bool timed = f.latency.count() > 0;
    switch (column) {
        case Name: return name(row);
        case Calls: return locale.toString(qulonglong{f.count()});
        case Failed: return f.failed ? locale.toString(qulonglong{f.failed}) : QString();
        case Bytes: return bytesText(f.bytes());
        case Rate: {
            const double rate = number(row, Rate).toDouble();
            return rate > 0 ? locale.toString(rate, 'f', rate < 10 ? 1 : 0) : QString();
        }
        case Minimum:
        case Median:
        case P99:
        case Maximum: return timed ? durationText(number(row, column).toLongLong()) : QString();
        case Blocked: return f.blocked ? durationText(f.blocked_ns) : QString();
        default: return {};
    }
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const int row = index.row(), column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(row, column);
        case SortRole: return number(row, column);
        case BarsRole: return column == Spread ? QVariant::fromValue(bars(row, barsInCell)) : QVariant();
        case Qt::ToolTipRole: return sentence(row);
        case Qt::AccessibleTextRole:
            return column == Spread
                       ? tr("Durations: %1").arg(histogramWords(bars(row, barsInCell), durationText))
                       : QStringLiteral("%1 %2").arg(
                             headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                             text(row, column));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (column == Name ? Qt::AlignLeft : Qt::AlignRight)));
        case Qt::ForegroundRole:
            if (column == Failed && figures(row).failed) return QBrush(tones().bad);
            if (column == Blocked) return QBrush(tones().warn);
            return {};
        default: return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == Name     ? Qt::AlignLeft
                                                                     : section == Spread ? Qt::AlignHCenter
                                                                                         : Qt::AlignRight)));
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case Calls: return tr("Calls that came back, and what happened by itself (deliveries, ends)");
            case Bytes: return tr("Bytes that successful calls sent and received");
            case Rate: return tr("Calls a second, over the time that is counted");
            case Spread:
                return tr("How the durations are spread, on an axis of magnitudes; the line is the median");
            case Median:
            case P99: return tr("To 1.6 %");
            case Blocked: return tr("Time asleep in the kernel, all calls together");
            default: return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return by_ == StatisticsBy::operation ? tr("Operation")
                   : by_ == StatisticsBy::object  ? tr("Object")
                                                  : tr("Worker");
        case Calls: return tr("Count");
        case Failed: return tr("Failed");
        case Bytes: return tr("Bytes");
        case Rate: return tr("per second");
        case Spread: return tr("Durations");
        case Minimum: return tr("Min");
        case Median: return tr("Median");
        case P99: return tr("99 %");
        case Maximum: return tr("Max");
        case Blocked: return tr("Blocked");
        default: return {};
    }
}

}  // namespace ipcscope
