#include "common/hex_view.h"

#include "common/tones.h"
#include "schema/text.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int margin = 4;
constexpr int offsetDigits = 6;

QLatin1Char printable(char byte) {
    return QLatin1Char(byte >= 0x20 && byte < 0x7f ? byte : '.');
}

}  // namespace

HexView::HexView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Bytes"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
}

void HexView::setBytes(const QByteArray& bytes, qint64 original) {
    bytes_ = bytes;
    original_ = std::max<qint64>(original, bytes.size());
    anchor_ = cursor_ = -1;
    marked_.clear();
    const QString length = QString::fromStdString(print_quantity(bytes.size(), Unit::bytes));
    setAccessibleDescription(cutText().isEmpty() ? length : length + QLatin1String(", ") + cutText());
    updateScrollBar();
    viewport()->update();
}

void HexView::setMarked(std::vector<std::pair<int, int>> ranges) {
    marked_ = std::move(ranges);
    viewport()->update();
}

bool HexView::isMarked(int offset) const {
    const auto after =
        std::upper_bound(marked_.begin(), marked_.end(), offset,
                         [](int at, const std::pair<int, int>& range) { return at < range.first; });
    return after != marked_.begin() && offset < std::prev(after)->second;
}

QString HexView::cutText() const {
    if (original_ <= bytes_.size()) return {};
    return tr("%1 of %2 kept")
        .arg(QString::fromStdString(print_quantity(bytes_.size(), Unit::bytes)),
             QString::fromStdString(print_quantity(original_, Unit::bytes)));
}

QSize HexView::sizeHint() const {
    const int lines =
        std::clamp(static_cast<int>((bytes_.size() + 15) / 16) + (cutText().isEmpty() ? 0 : 1), 4, 16);
    return {charWidth() * (offsetDigits + 2 + 16 * 4 + 3) + 2 * margin + 24,
            lines * lineHeight() + 2 * margin + 4};
}

QSize HexView::minimumSizeHint() const {
    return {charWidth() * (offsetDigits + 2 + 4 * 4 + 2) + 2 * margin, 3 * lineHeight()};
}

int HexView::lineHeight() const {
    return fontMetrics().height() + 2;
}

int HexView::charWidth() const {
    return fontMetrics().horizontalAdvance(QLatin1Char('0'));
}

int HexView::perLine() const {
    const int room = (viewport()->width() - 2 * margin) / std::max(1, charWidth());
    for (const int n : {16, 8})
        if (offsetDigits + 2 + n * 4 + n / 8 + 1 <= room) return n;
    return 4;
}

int HexView::hexColumn() const {
    return offsetDigits + 2;
}

int HexView::textColumn() const {
    return hexColumn() + perLine() * 3 + perLine() / 8 + 1;
}

int HexView::visibleLines() const {
    const int below = cutText().isEmpty() ? 0 : lineHeight() + 2;
    return std::max(1, (viewport()->height() - 2 * margin - below) / lineHeight());
}

void HexView::updateScrollBar() {
    const int lines = static_cast<int>((bytes_.size() + perLine() - 1) / perLine());
    verticalScrollBar()->setPageStep(visibleLines());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, lines - visibleLines()));
}

void HexView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setFont(font());
    const QPalette& colours = palette();
    painter.fillRect(viewport()->rect(), colours.base());
    const QColor quiet = mixed(colours.color(QPalette::Text), colours.color(QPalette::Base), 0.55);
    const QColor mark =
        mixed(tone(colours, Tone::warning), colours.color(QPalette::Base), isDark(colours) ? 0.4 : 0.3);
    const QColor chosen =
        hasFocus() ? colours.color(QPalette::Highlight)
                   : mixed(colours.color(QPalette::Highlight), colours.color(QPalette::Base), 0.45);
    if (bytes_.isEmpty() && cutText().isEmpty()) {
        painter.setPen(quiet);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("no bytes"));
        return;
    }
    const int n = perLine(), w = charWidth(), h = lineHeight();
    const int ascent = fontMetrics().ascent() + 1;
    const int first = std::min(anchor_, cursor_), last = std::max(anchor_, cursor_);
    for (int line = 0; line <= visibleLines(); ++line) {
        const int start = (verticalScrollBar()->value() + line) * n;
        if (start >= bytes_.size()) break;
        const int y = margin + line * h;
        painter.setPen(quiet);
        painter.drawText(margin, y + ascent,
                         QStringLiteral("%1").arg(start, offsetDigits, 16, QLatin1Char('0')));
        for (int i = 0; i < n && start + i < bytes_.size(); ++i) {
            const int offset = start + i;
            const char byte = bytes_.at(offset);
            const int hexX = margin + (hexColumn() + i * 3 + i / 8) * w;
            const int textX = margin + (textColumn() + i) * w;
            const bool selected = first >= 0 && offset >= first && offset <= last;
            if (selected || isMarked(offset)) {
                const QColor& fill = selected ? chosen : mark;
                const bool joined = selected && offset < last && i + 1 < n;
                painter.fillRect(hexX - 1, y, w * (joined ? 3 : 2) + 2, h, fill);
                painter.fillRect(textX, y, w, h, fill);
            }
            const bool plain = byte >= 0x20 && byte < 0x7f;
            const QColor text = selected && hasFocus() ? colours.color(QPalette::HighlightedText)
                                                       : colours.color(QPalette::Text);
            painter.setPen(byte == 0 && !selected ? quiet : text);
            static const char digits[] = "0123456789abcdef";
            const auto value = static_cast<unsigned char>(byte);
            const QChar pair[] = {QLatin1Char(digits[value >> 4]), QLatin1Char(digits[value & 15])};
            painter.drawText(hexX, y + ascent, QString(pair, 2));
            painter.setPen(plain || selected ? text : quiet);
            painter.drawText(textX, y + ascent, QString(printable(byte)));
        }
    }
    const QString cut = cutText();
    if (!cut.isEmpty()) {
        const QRect strip(0, viewport()->height() - h - 2, viewport()->width(), h + 2);
        painter.fillRect(strip, mixed(tone(colours, Tone::warning), colours.color(QPalette::Base), 0.16));
        painter.setPen(tone(colours, Tone::warning));
        painter.drawText(strip.adjusted(margin, 0, 0, 0), Qt::AlignVCenter, cut);
    }
}

void HexView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void HexView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateScrollBar();
}

void HexView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

int HexView::offsetAt(const QPoint& position) const {
    if (bytes_.isEmpty()) return -1;
    const int n = perLine();
    const int line = verticalScrollBar()->value() + std::max(0, position.y() - margin) / lineHeight();
    const int column = (position.x() - margin) / charWidth();
    int i = column >= textColumn() ? column - textColumn() : 0;
    if (column < textColumn())
        for (i = 0; i + 1 < n && column >= hexColumn() + (i + 1) * 3 + (i + 1) / 8; ++i) {
        }
    return std::clamp(line * n + std::clamp(i, 0, n - 1), 0, static_cast<int>(bytes_.size()) - 1);
}

void HexView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    moveCursor(offsetAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void HexView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) moveCursor(offsetAt(event->position().toPoint()), true);
}

void HexView::moveCursor(int to, bool extend) {
    if (bytes_.isEmpty()) return;
    cursor_ = std::clamp(to, 0, static_cast<int>(bytes_.size()) - 1);
    if (!extend || anchor_ < 0) anchor_ = cursor_;
    const int line = cursor_ / perLine();
    QScrollBar* bar = verticalScrollBar();
    if (line < bar->value()) bar->setValue(line);
    if (line >= bar->value() + visibleLines()) bar->setValue(line - visibleLines() + 1);
    viewport()->update();
}

void HexView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyText();
    if (event->matches(QKeySequence::SelectAll)) return selectAll();
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int at = std::max(cursor_, 0);
    const int line = at - at % perLine();
    switch (event->key()) {
        case Qt::Key_Left: return moveCursor(at - 1, extend);
        case Qt::Key_Right: return moveCursor(at + 1, extend);
        case Qt::Key_Up: return moveCursor(at - perLine(), extend);
        case Qt::Key_Down: return moveCursor(at + perLine(), extend);
        case Qt::Key_PageUp: return moveCursor(at - perLine() * visibleLines(), extend);
        case Qt::Key_PageDown: return moveCursor(at + perLine() * visibleLines(), extend);
        case Qt::Key_Home: return moveCursor(event->modifiers() & Qt::ControlModifier ? 0 : line, extend);
        case Qt::Key_End:
            return moveCursor(event->modifiers() & Qt::ControlModifier ? static_cast<int>(bytes_.size()) - 1
                                                                       : line + perLine() - 1,
                              extend);
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const bool any = !bytes_.isEmpty();
    menu.addAction(tr("Copy as text"), this, &HexView::copyText)->setEnabled(any);
    menu.addAction(tr("Copy as hex"), this, &HexView::copyHex)->setEnabled(any);
    menu.addAction(tr("Copy as C string"), this, &HexView::copyCString)->setEnabled(any);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, &HexView::selectAll)->setEnabled(any);
    menu.exec(event->globalPos());
}

QByteArray HexView::selectedBytes() const {
    if (anchor_ < 0) return {};
    const int first = std::min(anchor_, cursor_);
    return bytes_.mid(first, std::max(anchor_, cursor_) - first + 1);
}

void HexView::selectAll() {
    if (bytes_.isEmpty()) return;
    anchor_ = 0;
    cursor_ = static_cast<int>(bytes_.size()) - 1;
    viewport()->update();
}

void HexView::copyText() {
    QApplication::clipboard()->setText(QString::fromUtf8(anchor_ < 0 ? bytes_ : selectedBytes()));
}

void HexView::copyHex() {
    const QByteArray wanted = anchor_ < 0 ? bytes_ : selectedBytes();
    QApplication::clipboard()->setText(QString::fromLatin1(wanted.toHex(' ')));
}

void HexView::copyCString() {
    const QByteArray wanted = anchor_ < 0 ? bytes_ : selectedBytes();
    QApplication::clipboard()->setText(QString::fromStdString(quote(wanted.toStdString())));
}

}  // namespace ipcscope
