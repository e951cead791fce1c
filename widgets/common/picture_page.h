// A drawing as a page of its own, for documents and slides: a title above, a remark below, as SVG or PNG.
#pragma once

#include <QFont>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <functional>

class QImage;
class QIODevice;
class QPainter;

namespace ipcscope {

struct PicturePage {
    QString title;        // also drawn, if not empty
    QString description;  // for people who cannot see it
    QString foot;         // a remark below: what was cut
    QFont font;
    QPalette palette;
    QSizeF body;                           // logical pixels
    std::function<void(QPainter&)> paint;  // from (0, 0) to `body`

    QSizeF size() const;
    QImage image(double ratio) const;
    bool writeSvg(QIODevice& device) const;  // text stays text

private:
    double titleHeight() const;
    double footHeight() const;
    void paintAll(QPainter& painter) const;
};

}  // namespace ipcscope
