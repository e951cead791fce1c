// A button that looks like a combo box and opens a list of check boxes, with a search line when it is long.
#pragma once

#include <QListWidget>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace ipcscope {

// Draws Qt::UserRole + 1 (a detail) quietly behind the text.
inline constexpr int detailRole = Qt::UserRole + 1;
class DetailDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class CheckList : public QPushButton {
    Q_OBJECT
public:
    struct Item {
        QString name, help;
        qint64 bits;
    };
    CheckList(std::vector<Item> items, QWidget* parent);
    void setBits(qint64 bits);
    qint64 bits() const { return bits_; }
    QListWidget* list() const { return list_; }
    void open();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void bitsChanged(qint64 bits);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();
    std::vector<Item> items_;
    qint64 bits_ = 0;
    QFrame* popup_ = nullptr;
    QListWidget* list_ = nullptr;
};

}  // namespace ipcscope
