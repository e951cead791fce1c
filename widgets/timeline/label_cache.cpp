#include "timeline/label_cache.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ipcscope {

void LabelCache::setFont(const QFont& font) {
    if (texts_.size() > 8192) texts_.clear();
    if (height_ > 0 && font == font_) return;
    texts_.clear();
    font_ = font;
    faces_[0].font = faces_[1].font = font;
    faces_[1].font.setWeight(QFont::DemiBold);
    for (Face& face : faces_) {
        face.advances.fill(-1);
        face.ellipsis = QFontMetricsF(face.font).horizontalAdvance(QChar(0x2026));
    }
    height_ = QFontMetricsF(font).height();
}

double LabelCache::advance(QChar letter, Face& face) {
    const auto at = static_cast<std::size_t>(letter.unicode());
    if (at >= face.advances.size()) return QFontMetricsF(face.font).horizontalAdvance(letter);
    float& known = face.advances[at];
    if (known < 0) known = static_cast<float>(QFontMetricsF(face.font).horizontalAdvance(letter));
    return known;
}

double LabelCache::width(const QString& text, bool bold) {
    double sum = 0;
    for (const QChar letter : text)
        sum += advance(letter, faces_[bold]);
    return sum;
}

QString LabelCache::shortened(const QString& text, double room, Face& face) {
    double used = face.ellipsis;
    qsizetype kept = 0;
    for (; kept < text.size(); ++kept) {
        used += advance(text[kept], face);
        if (used > room) break;
    }
    if (kept > 0 && kept < text.size() && text[kept].isLowSurrogate()) --kept;
    return text.left(kept) + QChar(0x2026);
}

const QStaticText& LabelCache::laidOut(const QString& key, const QString& text, const Face& face) {
    QStaticText& known = texts_[key];
    if (known.text().isEmpty()) {
        known = QStaticText(text);
        known.setTextFormat(Qt::PlainText);
        known.prepare(QTransform(), face.font);
    }
    return known;
}

void LabelCache::draw(QPainter& painter, const QRectF& box, const QString& text, bool bold) {
    Face& face = faces_[bold];
    const QPointF at(box.left(), box.top() + (box.height() - height_) / 2);
    const QLatin1Char kind(bold ? 'b' : 'n');
    painter.setFont(face.font);
    // What is surely too long is not laid out in full.
    if (width(text, bold) * 0.95 <= box.width()) {
        const QStaticText& whole = laidOut(kind + text, text, face);
        if (whole.size().width() <= box.width()) return painter.drawStaticText(at, whole);
    }
    // In steps of six pixels: a few layouts serve all frames.
    const int room = static_cast<int>(box.width() / 6) * 6;
    if (room < 30) return;
    const QString key = QString::number(room) + kind + text;
    const auto known = texts_.constFind(key);
    if (known != texts_.constEnd()) return painter.drawStaticText(at, *known);
    painter.drawStaticText(at, laidOut(key, shortened(text, room, face), face));
}

}  // namespace ipcscope
