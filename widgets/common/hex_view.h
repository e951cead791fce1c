// Bytes as offset, hex and text, 16 to a line; selectable, copyable (as text, hex, C string).
#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

namespace ipcscope {

class HexView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit HexView(QWidget* parent = nullptr);
    // `original` > bytes.size(): that many there were; the rest was not kept, and the view says so.
    void setBytes(const QByteArray& bytes, qint64 original = -1);
    QByteArray bytes() const { return bytes_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int lineHeight() const;
    void updateScrollBar();
    int offsetAt(const QPoint& position) const;
    QByteArray bytes_;
    qint64 original_ = 0;
    int anchor_ = -1, cursor_ = -1;
};

}  // namespace ipcscope
