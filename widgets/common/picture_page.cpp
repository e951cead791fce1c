#include "common/picture_page.h"

#include "common/palette.h"

#include <QFontMetricsF>
#include <QIODevice>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace ipcscope {

namespace {
constexpr int largestSide = 32'000;  // device pixels; QPainter's limit
}

double PicturePage::titleHeight() const {
    return title.isEmpty() ? 0 : QFontMetricsF(font).height() * 2.2;
}

double PicturePage::footHeight() const {
    return foot.isEmpty() ? 0 : QFontMetricsF(font).height() * 2;
}

QSizeF PicturePage::size() const {
    return {std::ceil(body.width()), std::ceil(body.height() + titleHeight() + footHeight())};
}

void PicturePage::paintAll(QPainter& painter) const {
    const Palette colours = Palette::of(palette);
    const QSizeF all = size();
    painter.fillRect(QRectF(QPointF(), all), colours.plot);
    const double head = titleHeight();
    if (head > 0) {
        QFont bold = font;
        bold.setBold(true);
        bold.setPointSizeF(bold.pointSizeF() * 1.25);
        painter.setFont(bold);
        painter.setPen(colours.text);
        painter.drawText(QRectF(12, 0, all.width() - 24, head), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(bold).elidedText(title, Qt::ElideRight, all.width() - 24));
    }
    painter.save();
    painter.translate(0, head);
    paint(painter);
    painter.restore();
    if (foot.isEmpty()) return;
    painter.setFont(font);
    painter.setPen(colours.waiting);
    painter.drawText(QRectF(12, all.height() - footHeight(), all.width() - 24, footHeight()), Qt::AlignCenter,
                     QFontMetricsF(font).elidedText(foot, Qt::ElideRight, all.width() - 24));
}

QImage PicturePage::image(double ratio) const {
    QImage image((size() * ratio).toSize().boundedTo(QSize(largestSide, largestSide)), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Palette::of(palette).plot);
    image.setText(QStringLiteral("Title"), title);
    image.setText(QStringLiteral("Description"), description);
    QPainter painter(&image);
    paintAll(painter);
    return image;
}

bool PicturePage::writeSvg(QIODevice& device) const {
    QSvgGenerator svg;
    svg.setOutputDevice(&device);
    svg.setSize(size().toSize());
    svg.setViewBox(QRectF(QPointF(), size()));
    svg.setResolution(96);
    svg.setTitle(title.toHtmlEscaped());  // it writes them as they are
    svg.setDescription(description.toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    paintAll(painter);
    return painter.end();
}

}  // namespace ipcscope
