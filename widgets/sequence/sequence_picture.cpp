#include "sequence/sequence_picture.h"

#include "sequence/sequence_view.h"

#include <QImage>
#include <QLocale>

#include <algorithm>

namespace ipcscope {

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

PicturePage SequencePicture::page() const {
    PicturePage page;
    page.title = title;
    page.description = description;
    if (cut > 0) page.foot = SequencePainter::tr("… %1 more rows not shown").arg(QLocale().toString(cut));
    page.font = frame.font;
    page.palette = frame.palette;
    page.body = frame.size;
    page.paint = [this](QPainter& painter) { SequencePainter().paint(painter, frame); };
    return page;
}

QImage SequencePicture::image(double ratio) const {
    return page().image(ratio);
}

}  // namespace ipcscope
