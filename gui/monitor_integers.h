// Bytes as integers of 1, 2, 4 or 8 bytes, in this machine's order; what differs from the bytes before is
// marked.
#pragma once

#include <QAbstractTableModel>
#include <QByteArray>
#include <QTableView>

namespace ipcscope {

class IntegerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void set(const QByteArray& bytes, bool compares);  // compares: with those that were shown
    void setWidth(int bytes);                          // 1, 2, 4, 8
    void setSigned(bool on);
    int perRow() const { return std::max(1, 16 / width_); }
    QByteArray bytes() const { return bytes_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QByteArray bytes_, before_;
    int width_ = 4;
    bool signed_ = true;
};

class IntegerView : public QTableView {
    Q_OBJECT
public:
    explicit IntegerView(QWidget* parent = nullptr);
    IntegerModel* integers() { return model_; }

private:
    IntegerModel* model_;
};

}  // namespace ipcscope
