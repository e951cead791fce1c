// What stands in the cells of the table of objects.
#include "common/tones.h"
#include "icons.h"
#include "monitor_model.h"
#include "monitor_words.h"
#include "words.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>

namespace ipcscope {

namespace {

bool sameCell(const Snapshot& a, const Cell& x, const Snapshot& b, const Cell& y) {
    return x.state == y.state && x.number == y.number && a.text(x.text) == b.text(y.text);
}

}  // namespace

int MonitorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MonitorModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstField + static_cast<int>(columns_.size());
}

Qt::ItemFlags MonitorModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QVariant MonitorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const auto* field = column(section);
    switch (role) {
        case Qt::DisplayRole:
            return section == Object  ? tr("Object")
                   : section == State ? tr("State")
                   : field            ? schemaText(field->label.c_str()) +
                                 (field->number ? QStringLiteral("\u00a0\u00a0") : QString())
                           : QString();
        case Qt::ToolTipRole:
            if (section == State) return tr("How full it is, and its other levels");
            return field && !field->help.empty() ? QVariant(schemaText(field->help.c_str())) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (field && field->number ? Qt::AlignRight : Qt::AlignLeft));
        default: return {};
    }
}

QVariant MonitorModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !now_) return {};
    const auto& one = row(index.row());
    if (role == HeadRole) return one.isHead();
    if (const auto* head = group(index.row())) return headData(*head, index.column(), role);
    return one.isHead() ? QVariant() : objectData(one, index.column(), role);
}

QVariant MonitorModel::headData(const MonitorGroup& group, int column, int role) const {
    const auto title = [&] {
        switch (view_.grouping) {
            case MonitorGrouping::mechanism: return schemaText(monitor_specs()[group.of]->title);
            case MonitorGrouping::user: {
                const QString user = userText(group.of);
                return user.isEmpty() ? tr("User not known") : user;
            }
            case MonitorGrouping::process:
                return group.of == none_index ? tr("Held by nobody that can be seen")
                                              : processText(*now_, group.of);
            case MonitorGrouping::none: break;
        }
        return QString();
    };
    const auto count = QLocale().toString(group.objects);
    switch (role) {
        case Qt::DisplayRole:
            if (column == Object) return QStringLiteral("%1  ·  %2").arg(title(), count);
            return {};
        case NoteRole:
            return group.waits ? tr("%n waited for", nullptr, static_cast<int>(group.waits)) : QString();
        case Qt::AccessibleTextRole:
            return column == Object
                       ? QVariant((group.folded ? tr("%1, %2 objects, folded") : tr("%1, %2 objects, open"))
                                      .arg(title(), count))
                       : QVariant();
        case Qt::ToolTipRole:
            if (view_.grouping == MonitorGrouping::process && group.of != none_index)
                return plainTip(fromUtf8(printable(now_->text(now_->processes[group.of].command))));
            return {};
        case Qt::DecorationRole:
            if (column != Object || view_.grouping != MonitorGrouping::mechanism) return {};
            return mechanismIcon(monitor_specs()[group.of]->mechanism);
        case FoldedRole: return group.folded;
        case LevelRole: return 0;
        default: return {};
    }
}

QString MonitorModel::cellText(const Place& place, int section) const {
    if (section == Object) return objectTitle(*place.snapshot, *place.object);
    if (section == State) return stateText(*place.snapshot, *place.object);
    const auto* field = column(section);
    if (!field) return {};
    // That nobody waits is nothing to look at; that it is not known is a sign, and words in the tip.
    const bool waiters = field->field == ObjectField::waiters && place.object->wait_count == 0;
    if (waiters && !place.object->waiters_complete && place.snapshot->owners) return QStringLiteral("?");
    if (waiters || (field->field == ObjectField::ends && place.object->end_count == 0)) return {};
    return cellWords(object_cell(*place.snapshot, place.index, *field));
}

// Only of rows that are painted; an age is no change.
bool MonitorModel::changed(const MonitorRow& row, int section) const {
    if (!marks_ || row.gone) return false;
    const auto* was = earlier(row);
    const auto& object = now_->objects[row.at];
    if (!was) return before_ != nullptr;  // it is new
    if (section == Object) return false;
    if (section == State) {
        for (std::size_t i = 0; i < now_->kind(object).kind->fields.size(); ++i)
            if (now_->kind(object).kind->fields[i].level &&
                !sameCell(*before_, before_->cell(*was, i), *now_, now_->cell(object, i)))
                return true;
        return object.removed != was->removed;
    }
    const auto* field = column(section);
    if (!field || field->field == ObjectField::age) return false;
    return cell_text(*now_, row.at, *field) != cell_text(*before_, earlier_[row.at], *field);
}

QVariant MonitorModel::objectData(const MonitorRow& row, int section, int role) const {
    const auto there = place(row);
    const auto& object = *there.object;
    switch (role) {
        case Qt::DisplayRole: return cellText(there, section);
        case Qt::AccessibleTextRole: {
            const QString text = cellText(there, section);
            if (section != Object) return text;
            return row.gone ? tr("%1, gone").arg(text)
                            : QStringLiteral("%1, %2").arg(text, kindText(*there.snapshot, object));
        }
        case Qt::ToolTipRole: {
            const QString text = cellText(there, section);
            if (section == Object)
                return plainTip(QStringList{text, kindText(*there.snapshot, object),
                                            fromUtf8(there.snapshot->ref(object))}
                                    .join(QLatin1Char('\n')));
            if (text == QLatin1String("?")) return plainTip(cellWords(unseen_cell(*there.snapshot)));
            return text.isEmpty() ? QVariant() : QVariant(plainTip(text));
        }
        case Qt::DecorationRole: {
            if (section != Object) return {};
            if (icons_.size() <= object.kind) icons_.resize(monitored_kinds().size());
            auto& icon = icons_[object.kind];
            if (icon.isNull()) icon = mechanismIcon(there.snapshot->kind(object).mechanism->mechanism);
            return icon;
        }
        case Qt::TextAlignmentRole: {
            const auto* field = column(section);
            return QVariant(Qt::AlignVCenter | (field && field->number ? Qt::AlignRight : Qt::AlignLeft));
        }
        case Qt::FontRole: {
            if (!row.gone) return {};
            QFont font;
            font.setStrikeOut(true);
            return font;
        }
        case Qt::ForegroundRole: {
            const auto& colours = QGuiApplication::palette();
            if (row.gone) return tone(colours, Tone::quiet);
            const auto* field = column(section);
            if (field && object_cell(*there.snapshot, there.index, *field).state >= CellState::not_permitted)
                return tone(colours, Tone::quiet);
            return {};
        }
        case ChangedRole: return changed(row, section);
        case GoneRole: return row.gone;
        case ShareRole: {
            if (section != State) return {};
            const auto share = fillingOf(*there.snapshot, object);
            return share ? QVariant(*share) : QVariant();
        }
        case LevelRole: return view_.grouping == MonitorGrouping::none ? 0 : 1;
        default: return {};
    }
}

}  // namespace ipcscope
