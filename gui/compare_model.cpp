#include "compare_model.h"

#include "icons.h"
#include "theme.h"
#include "words.h"

#include <QLocale>

namespace ipcscope {

namespace {

// More are counted; nobody reads them one by one.
constexpr std::size_t mostRows = 100'000;
constexpr std::size_t mostWords = 4'096;  // kept

QColor likenessColour(Likeness likeness) {
    const auto colours = tones();
    switch (likeness) {
        case Likeness::same: return colours.good;
        case Likeness::different: return colours.bad;
        case Likeness::late: return colours.warn;
        case Likeness::missing: return colours.bad;
        case Likeness::extra: return colours.busy;
        case Likeness::left_out: return colours.quiet;
        case Likeness::lost: return colours.warn;
    }
    return {};
}

}  // namespace

QString likenessText(Likeness likeness) {
    switch (likeness) {
        case Likeness::same: return CompareModel::tr("same");
        case Likeness::different: return CompareModel::tr("different");
        case Likeness::late: return CompareModel::tr("late");
        case Likeness::missing: return CompareModel::tr("not reached");
        case Likeness::extra: return CompareModel::tr("only in the second");
        case Likeness::left_out: return CompareModel::tr("left out");
        case Likeness::lost: return CompareModel::tr("not recorded");
    }
    return {};
}

void CompareModel::set(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b,
                       std::shared_ptr<const Comparison> comparison, const std::map<int, QString>& leftOut) {
    beginResetModel();
    a_ = std::move(a);
    b_ = std::move(b);
    leftOut_ = leftOut;
    known_.clear();
    rows_.clear();
    runs_ = 1;
    beyond_ = comparison->beyond;
    for (const auto& step : comparison->different) {
        if (rows_.size() >= mostRows) {
            ++beyond_;
            continue;
        }
        Row row;
        row.step = step;
        row.likeness = step.likeness;
        row.worker = fromUtf8(comparison->workers[step.worker]);
        rows_.push_back(std::move(row));
    }
    endResetModel();
}

void CompareModel::set(const Tally& tally) {
    beginResetModel();
    a_ = b_ = nullptr;
    known_.clear();
    rows_.clear();
    runs_ = tally.runs();
    beyond_ = tally.only_counted();
    for (const auto* told : tally.told()) {
        Row row;
        row.step = told->step;
        row.likeness = told->likeness;
        row.worker = fromUtf8(told->worker);
        row.run = told->first_run;
        row.runs = told->runs;
        row.times = told->times;
        row.words = told->words;
        row.worded = true;
        rows_.push_back(std::move(row));
    }
    endResetModel();
}

void CompareModel::clear() {
    beginResetModel();
    rows_.clear();
    known_.clear();
    a_ = b_ = nullptr;
    beyond_ = 0;
    endResetModel();
}

DifferenceWords CompareModel::words(int row) const {
    const auto& one = rows_[static_cast<std::size_t>(row)];
    if (one.worded || !a_ || !b_) return one.words;
    const auto known = known_.find(row);
    if (known != known_.end()) return known->second;
    if (known_.size() >= mostWords) known_.clear();
    return known_.emplace(row, difference_words(*a_, *b_, one.step)).first->second;
}

QString CompareModel::text(const Row& row, int place, int column) const {
    const auto said = words(place);
    switch (column) {
        case What: return likenessText(row.likeness);
        case Line: return said.line > 0 ? QLocale().toString(said.line) : QString();
        case Worker: return row.worker;
        case Call: return fromUtf8(said.call);
        case Expected: return fromUtf8(said.expected);
        case Got: return fromUtf8(said.got);
        case Why: {
            const auto left = leftOut_.find(said.line);
            if (row.likeness == Likeness::left_out && left != leftOut_.end()) return left->second;
            return fromUtf8(said.why);
        }
        case Often:
            return row.runs > 0
                       ? tr("%1 of %2", "runs").arg(QLocale().toString(row.runs), QLocale().toString(runs_))
                       : QString();
        default: return {};
    }
}

QString CompareModel::sentence(int row) const {
    const auto& one = rows_[static_cast<std::size_t>(row)];
    QStringList lines;
    const auto at = text(one, row, Line);
    lines += at.isEmpty() ? QStringLiteral("%1: %2").arg(one.worker, text(one, row, Call))
                          : tr("line %1: %2: %3").arg(at, one.worker, text(one, row, Call));
    lines += tr("%1: %2", "likeness: why").arg(likenessText(one.likeness), text(one, row, Why));
    if (const auto said = text(one, row, Expected); !said.isEmpty()) lines += tr("expected: %1").arg(said);
    if (const auto said = text(one, row, Got); !said.isEmpty()) lines += tr("got: %1").arg(said);
    if (one.runs > 0) lines += tr("in %1 runs").arg(text(one, row, Often));
    return lines.join(QLatin1Char('\n'));
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return text(row, index.row(), index.column());
        case Qt::DecorationRole:
            if (index.column() != What) return {};
            return statusIcon(likenessColour(row.likeness));
        case Qt::ToolTipRole: return sentence(index.row());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(index.column() == Line || index.column() == Often
                                           ? Qt::AlignRight | Qt::AlignVCenter
                                           : Qt::AlignLeft | Qt::AlignVCenter);
        case SortRole:
            if (index.column() == What) return static_cast<int>(row.likeness);
            if (index.column() == Line) return words(index.row()).line;
            if (index.column() == Often) return row.runs;
            return text(row, index.row(), index.column());
        case LikenessRole: return static_cast<int>(row.likeness);
        case WorkerRole: return row.worker;
        default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case What: return tr("Outcome");
        case Line: return tr("Line");
        case Worker: return tr("Worker");
        case Call: return tr("Operation");
        case Expected: return tr("First");
        case Got: return tr("Second");
        case Why: return tr("What differs");
        case Often: return tr("Runs");
        default: return {};
    }
}

CompareFilter::CompareFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(CompareModel::SortRole);
}

void CompareFilter::setShown(Likeness likeness, bool shown) {
    const auto bit = 1u << static_cast<unsigned>(likeness);
    hidden_ = shown ? hidden_ & ~bit : hidden_ | bit;
    invalidateFilter();
}

void CompareFilter::setText(const QString& text) {
    text_ = text.trimmed();
    invalidateFilter();
}

bool CompareFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* model = sourceModel();
    const auto what = model->index(row, CompareModel::What, parent).data(CompareModel::LikenessRole).toInt();
    if (!shows(static_cast<Likeness>(what))) return false;
    if (text_.isEmpty()) return true;
    for (const int column : {CompareModel::Call, CompareModel::Worker, CompareModel::Expected,
                             CompareModel::Got, CompareModel::Why, CompareModel::What})
        if (model->index(row, column, parent).data().toString().contains(text_, Qt::CaseInsensitive))
            return true;
    return false;
}

}  // namespace ipcscope
