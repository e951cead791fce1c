// Bytes as offset, hex and text, 16 to a line (8 where there is no room); selectable, copyable (as text, hex,
// C string). Paints only the lines in sight, so length costs nothing.
#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

#include <vector>

namespace ipcscope {

class HexView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit HexView(QWidget* parent = nullptr);
    // `original` > bytes.size(): that many there were; the rest was not kept, and the view says so.
    void setBytes(const QByteArray& bytes, qint64 original = -1);
    QByteArray bytes() const { return bytes_; }
    // Bytes to highlight, as [first, second) offsets in rising order; setBytes clears them.
    void setMarked(std::vector<std::pair<int, int>> ranges);
    QByteArray selectedBytes() const;
    QString cutText() const;  // "64 KiB of 1 MiB kept"; "" = all
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void selectAll();
    void copyText();  // of the selection; without one, of all
    void copyHex();
    void copyCString();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override {}  // taken, as the press was
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;
    int charWidth() const;
    int perLine() const;
    int hexColumn() const;  // x, in characters
    int textColumn() const;
    int visibleLines() const;
    void updateScrollBar();
    int offsetAt(const QPoint& position) const;
    void moveCursor(int to, bool extend);
    bool isMarked(int offset) const;
    QByteArray bytes_;
    qint64 original_ = 0;
    int anchor_ = -1, cursor_ = -1;
    std::vector<std::pair<int, int>> marked_;
};

}  // namespace ipcscope
