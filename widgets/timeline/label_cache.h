// Words of a frame, laid out once: thousands of labels come and go while a person moves about.
#pragma once

#include <QFont>
#include <QHash>
#include <QRectF>
#include <QStaticText>

#include <array>
#include <vector>

class QPainter;

namespace ipcscope {

class LabelCache {
public:
    void setFont(const QFont& font);  // another one: all is forgotten
    // At the left of the box, in its middle; shortened if there is less room; left out if there is next to
    // none. The painter's pen is used.
    void draw(QPainter& painter, const QRectF& box, const QString& text, bool bold);
    // About as wide as the text will be: the sum of its letters.
    double width(const QString& text, bool bold);

private:
    struct Face {
        QFont font;
        std::array<float, 0x250> advances{};  // by letter; < 0 = not known yet
        double ellipsis = 0;
    };
    const QStaticText& laidOut(const QString& key, const QString& text, const Face& face);
    double advance(QChar letter, Face& face);
    QString shortened(const QString& text, double room, Face& face);

    std::array<Face, 2> faces_;  // regular, bold
    QFont font_;
    double height_ = 0;
    QHash<QString, QStaticText> texts_;
};

}  // namespace ipcscope
