// A sequence diagram as a file, for documents and slides. A picture has a limit; what it cuts is said in it.
#pragma once

#include "common/picture_page.h"
#include "sequence/sequence_painter.h"

#include <QString>

class QImage;
class QIODevice;

namespace ipcscope {

class SequenceView;

struct SequencePicture {
    QString title, description;   // for people who cannot see it; the title is also drawn if not empty
    qint64 first = 0, last = -1;  // rows
    qint64 cut = 0;               // how many rows are left out below `last`
    SequenceFrame frame;

    static constexpr qint64 most_rows = 2'000;     // of an SVG
    static constexpr double most_pixels = 16'000;  // of one side of a PNG
    // Rows [first, last] of the view as they are arranged there, in light colours unless `palette` says
    // otherwise; no more than the limits allow.
    static SequencePicture of(const SequenceView& view, qint64 first, qint64 last, const QPalette& palette,
                              double ratio, bool vector);
    PicturePage page() const;  // valid as long as this
    QSizeF size() const { return page().size(); }
    QImage image(double ratio) const;
    bool writeSvg(QIODevice& device) const { return page().writeSvg(device); }
};

}  // namespace ipcscope
