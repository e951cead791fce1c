#include "break_list.h"

#include "program_document.h"
#include "runtime/break_filter.h"
#include "words.h"

#include <QLocale>
#include <QSettings>
#include <QTextBlock>

#include <algorithm>

namespace ipcscope {

BreakList::BreakList(RunController& controller, ProgramDocument& document, QObject* parent)
    : QAbstractTableModel(parent), controller_(controller), document_(document) {
    load();
    connect(&controller_, &RunController::stateChanged, this, &BreakList::refreshHits);
    connect(&controller_, &RunController::runChanged, this, &BreakList::refreshHits);
    blocks_ = document_.text()->blockCount();
    connect(document_.text(), &QTextDocument::contentsChange, this, [this](int position, int, int) {
        const int now = document_.text()->blockCount();
        const int grown = now - std::exchange(blocks_, now);
        if (grown == 0) return;
        // What stands behind the line that was changed moves; what was taken away is gone.
        const int changed = document_.text()->findBlock(position).blockNumber() + 1;
        bool moved = false;
        for (auto row = rowCount() - 1; row >= 0; --row) {
            auto& one = rows_[static_cast<std::size_t>(row)];
            if (one.line <= changed) continue;
            moved = true;
            if (grown < 0 && one.line <= changed - grown) {
                beginRemoveRows({}, row, row);
                rows_.erase(rows_.begin() + row);
                endRemoveRows();
                continue;
            }
            one.line += grown;
            one.filter = lineFilter(one.line);
            parse(one.filter, one.test);
        }
        if (moved) apply();
    });
    connect(&document_, &ProgramDocument::replaced, this, [this] {
        beginResetModel();
        std::erase_if(rows_, [](const Row& row) { return row.line > 0; });
        blocks_ = document_.text()->blockCount();
        endResetModel();
        apply();
    });
}

QString BreakList::lineFilter(int line) {
    return QStringLiteral("line == %1").arg(line);
}

QString BreakList::parse(const QString& filter, BreakTest& test) const {
    const auto parsed = parse_break(controller_.registry(), filter.toStdString());
    if (!parsed.errors.empty()) return fromUtf8(parsed.errors.front().message);
    test = parsed.test;
    return {};
}

QString BreakList::add(const QString& filter, bool everybody) {
    Row row;
    row.filter = filter.trimmed();
    row.everybody = everybody;
    if (const auto why = parse(row.filter, row.test); !why.isEmpty()) return why;
    row.id = next_++;
    beginInsertRows({}, rowCount(), rowCount());
    rows_.push_back(std::move(row));
    endInsertRows();
    apply();
    return {};
}

void BreakList::remove(int row) {
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
    apply();
}

void BreakList::toggleLine(int line) {
    for (int row = 0; row < rowCount(); ++row)
        if (rows_[static_cast<std::size_t>(row)].line == line) return remove(row);
    // Where nothing is done, the next line that does something is meant.
    const auto& statements = document_.parsed().program.statements;
    const auto found = std::find_if(statements.begin(), statements.end(), [&](const Statement& statement) {
        return statement.line >= line && statement.kind == Statement::Kind::operation;
    });
    if (found == statements.end()) {
        emit refused(tr("There is no operation in this line or below it to pause before"));
        return;
    }
    if (found->line != line && lines().count(found->line) > 0) return;
    if (!add(lineFilter(found->line)).isEmpty()) return;
    rows_.back().line = found->line;
    apply();
}

std::map<int, bool> BreakList::lines() const {
    std::map<int, bool> out;
    for (const auto& row : rows_)
        if (row.line > 0) out[row.line] |= row.enabled;
    return out;
}

QString BreakList::filterOf(quint32 id) const {
    for (const auto& row : rows_)
        if (row.id == id) return row.filter;
    return {};
}

void BreakList::apply() {
    std::vector<Break> breaks;
    QStringList kept;
    for (const auto& row : rows_) {
        breaks.push_back({row.id, row.enabled, row.everybody, row.test});
        if (row.line == 0)
            kept += QStringLiteral("%1%2 %3")
                        .arg(row.enabled ? QLatin1Char('+') : QLatin1Char('-'))
                        .arg(row.everybody ? QLatin1Char('*') : QLatin1Char('1'))
                        .arg(row.filter);
    }
    controller_.setBreaks(std::move(breaks));
    QSettings().setValue(QStringLiteral("breaks/filters"), kept);
    emit changed();
}

void BreakList::load() {
    for (const auto& text : QSettings().value(QStringLiteral("breaks/filters")).toStringList()) {
        Row row;
        row.filter = text.mid(3);
        row.enabled = text.startsWith(QLatin1Char('+'));
        row.everybody = text.mid(1, 1) == QLatin1String("*");
        if (!parse(row.filter, row.test).isEmpty()) continue;  // of another version
        row.id = next_++;
        rows_.push_back(std::move(row));
    }
    std::vector<Break> breaks;
    for (const auto& row : rows_)
        breaks.push_back({row.id, row.enabled, row.everybody, row.test});
    controller_.setBreaks(std::move(breaks));
}

void BreakList::refreshHits() {
    const auto state = controller_.state();
    for (int row = 0; row < rowCount(); ++row) {
        auto& one = rows_[static_cast<std::size_t>(row)];
        const auto found = state->break_hits.find(one.id);
        const quint64 hits = found == state->break_hits.end() ? 0 : found->second;
        if (hits == std::exchange(one.hits, hits)) continue;
        emit dataChanged(index(row, Hits), index(row, Hits));
    }
}

int BreakList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int BreakList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant BreakList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            if (index.column() == Filter) return row.filter;
            if (index.column() == Holds) return row.everybody ? tr("everybody") : tr("that worker");
            return role == Qt::EditRole ? QVariant(row.hits) : QVariant(QLocale().toString(row.hits));
        case Qt::CheckStateRole:
            if (index.column() == Filter) return row.enabled ? Qt::Checked : Qt::Unchecked;
            return {};
        case Qt::TextAlignmentRole:
            return index.column() == Hits ? QVariant(int{Qt::AlignRight | Qt::AlignVCenter}) : QVariant();
        case Qt::ToolTipRole:
            if (index.column() == Holds)
                return tr(
                    "Who is paused: the worker that comes to it, or everybody before their next operation. "
                    "Double-click to change");
            if (index.column() == Hits) return tr("How often it has paused somebody in this run");
            return row.filter;
        case Qt::AccessibleTextRole:
            if (index.column() == Filter)
                return row.enabled ? tr("%1, enabled").arg(row.filter)
                                   : tr("%1, not enabled").arg(row.filter);
            return {};
        default: return {};
    }
}

bool BreakList::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid()) return false;
    auto& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Filter) {
        row.enabled = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Holds) {
        row.everybody = value.toBool();
    } else if (role == Qt::EditRole && index.column() == Filter) {
        const QString filter = value.toString().trimmed();
        if (filter == row.filter) return true;
        if (const auto why = parse(filter, row.test); !why.isEmpty()) {
            emit refused(why);
            return false;
        }
        row.filter = filter;
        row.line = 0;
    } else {
        return false;
    }
    emit dataChanged(index, index);
    apply();
    return true;
}

QVariant BreakList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Filter: return tr("Pause before");
        case Holds: return tr("Pauses");
        case Hits: return tr("Hits");
        default: return {};
    }
}

Qt::ItemFlags BreakList::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    auto flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Filter) flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    return flags;
}

}  // namespace ipcscope
