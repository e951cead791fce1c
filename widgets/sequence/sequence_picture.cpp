#include "sequence/sequence_picture.h"

#include "sequence/sequence_view.h"

#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {

double footHeight(const SequencePicture& picture) {
    return picture.cut > 0 ? QFontMetricsF(picture.frame.font).height() * 2 : 0;
}

double titleHeight(const SequencePicture& picture) {
    return picture.title.isEmpty() ? 0 : QFontMetricsF(picture.frame.font).height() * 2.2;
}

}  // namespace

SequencePicture SequencePicture::of(const SequenceView& view, qint64 first, qint64 last,
                                    const QPalette& palette, double ratio, bool vector) {
    SequencePicture picture;
    picture.first = first;
    picture.last = std::min(last, first + most_rows - 1);
    picture.frame = view.pictureFrame(first, picture.last, palette);
    const double room = most_pixels / ratio - 200;
    if (!vector && picture.frame.size.height() > room && picture.last > first) {
        const auto& layout = picture.frame.layout;
        const auto fits =
            layout.firstBelow(picture.frame.scrollY + room - picture.frame.headHeight - layout.bottom);
        picture.last = std::clamp(fits - 1, first, picture.last);
        picture.frame = view.pictureFrame(first, picture.last, palette);
    }
    picture.cut = std::max<qint64>(0, last - picture.last);
    return picture;
}

QSizeF SequencePicture::size() const {
    return {std::ceil(frame.size.width()),
            std::ceil(frame.size.height() + titleHeight(*this) + footHeight(*this))};
}

void SequencePicture::paint(QPainter& painter) const {
    const Palette colours = Palette::of(frame.palette);
    const QSizeF all = size();
    painter.fillRect(QRectF(QPointF(), all), colours.plot);
    const double head = titleHeight(*this);
    if (head > 0) {
        QFont bold = frame.font;
        bold.setBold(true);
        bold.setPointSizeF(bold.pointSizeF() * 1.25);
        painter.setFont(bold);
        painter.setPen(colours.text);
        painter.drawText(QRectF(12, 0, all.width() - 24, head), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(bold).elidedText(title, Qt::ElideRight, all.width() - 24));
    }
    painter.save();
    painter.translate(0, head);
    SequencePainter().paint(painter, frame);
    painter.restore();
    if (cut > 0) {
        painter.setFont(frame.font);
        painter.setPen(colours.waiting);
        painter.drawText(QRectF(12, all.height() - footHeight(*this), all.width() - 24, footHeight(*this)),
                         Qt::AlignCenter,
                         SequencePainter::tr("… %1 more rows not shown").arg(QLocale().toString(cut)));
    }
}

QImage SequencePicture::image(double ratio) const {
    QImage image((size() * ratio).toSize().boundedTo(QSize(32'000, 32'000)), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Palette::of(frame.palette).plot);
    image.setText(QStringLiteral("Title"), title);
    image.setText(QStringLiteral("Description"), description);
    QPainter painter(&image);
    paint(painter);
    return image;
}

bool SequencePicture::writeSvg(QIODevice& device) const {
    QSvgGenerator svg;
    svg.setOutputDevice(&device);
    svg.setSize(size().toSize());
    svg.setViewBox(QRectF(QPointF(), size()));
    svg.setResolution(96);
    svg.setTitle(title.toHtmlEscaped());  // it writes them as they are
    svg.setDescription(description.toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    paint(painter);
    return painter.end();
}

}  // namespace ipcscope
