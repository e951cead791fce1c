#include "monitor_integers.h"

#include "common/tones.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>

#include <cstring>

namespace ipcscope {

void IntegerModel::set(const QByteArray& bytes, bool compares) {
    const bool same = bytes.size() == bytes_.size();
    if (!same) beginResetModel();
    before_ = compares ? std::exchange(bytes_, bytes) : bytes;
    bytes_ = bytes;
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void IntegerModel::setWidth(int bytes) {
    if (bytes == width_) return;
    beginResetModel();
    width_ = bytes;
    endResetModel();
}

void IntegerModel::setSigned(bool on) {
    if (on == signed_) return;
    beginResetModel();
    signed_ = on;
    endResetModel();
}

int IntegerModel::rowCount(const QModelIndex& parent) const {
    const auto step = qsizetype{perRow()} * width_;
    return parent.isValid() ? 0 : static_cast<int>((bytes_.size() / width_ * width_ + step - 1) / step);
}

int IntegerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : perRow();
}

QVariant IntegerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto at = (qsizetype{index.row()} * perRow() + index.column()) * width_;
    if (at + width_ > bytes_.size()) return {};
    if (role == Qt::DisplayRole) {
        quint64 value = 0;
        std::memcpy(&value, bytes_.constData() + at, static_cast<std::size_t>(width_));
        if (!signed_) return QString::number(value);
        const int spare = 64 - 8 * width_;
        return QString::number(static_cast<qint64>(value << spare) >> spare);
    }
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::BackgroundRole) {
        const bool changed =
            at + width_ > before_.size() || std::memcmp(before_.constData() + at, bytes_.constData() + at,
                                                        static_cast<std::size_t>(width_)) != 0;
        const auto& colours = QGuiApplication::palette();
        if (changed) return mixed(tone(colours, Tone::warning), colours.color(QPalette::Base), 0.3);
    }
    return {};
}

QVariant IntegerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Horizontal) return QStringLiteral("+%1").arg(section * width_);
    return QStringLiteral("%1").arg(qlonglong{section} * perRow() * width_, 8, 16, QLatin1Char('0'));
}

IntegerView::IntegerView(QWidget* parent) : QTableView(parent), model_(new IntegerModel(this)) {
    setModel(model_);
    setAccessibleName(tr("Contents as integers"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

}  // namespace ipcscope
