#include "timeline/timeline_picture.h"

#include "timeline/painter_tape.h"
#include "timeline/timeline_view_p.h"

#include <QBuffer>
#include <QImage>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ipcscope {

TimelinePicture TimelinePicture::of(const TimelineView& view, Part part, const QPalette& palette) {
    TimelinePicture out;
    const auto& d = *view.d;
    out.frame_ = d.frame();
    out.frame_.palette = palette;
    out.frame_.ratio = 1;
    out.lanes_ = d.lanes;
    out.layout_ = d.layout;
    out.arrangement_ = d.arrangement;
    const int above = out.frame_.rulerHeight + d.layout.pinned_height;
    if (part == Part::seen) {
        // No ground below the last lane.
        const int all = above + d.layout.height - out.frame_.scroll;
        out.frame_.size.setHeight(std::clamp(all, above, std::max(above, out.frame_.size.height())));
        return out;
    }
    auto& axis = out.frame_.axis;
    axis.width = whole_width - out.frame_.headerWidth;
    if (d.source && d.source->firstTime() != 0) {
        const qint64 begin = d.source->firstToShow(d.dataEnd());
        const qint64 margin = (d.dataEnd() - begin) / 50 + 1;
        axis.show(begin - margin, d.dataEnd() + margin);
    }
    out.frame_.scroll = 0;
    const int height = std::min(most_height, above + d.layout.height);
    for (const auto& row : d.layout.rows)
        out.lanes_cut += row.lane >= 0 && !row.pinned && above + row.bottom() > height;
    out.frame_.size = {whole_width, height};
    return out;
}

TimelineFrame TimelinePicture::frame() const {
    auto frame = frame_;
    frame.lanes = &lanes_;
    frame.layout = &layout_;
    frame.arrangement = &arrangement_;
    return frame;
}

PicturePage TimelinePicture::page() const {
    PicturePage page;
    page.title = title;
    page.description = description;
    if (lanes_cut > 0) page.foot = TimelineView::tr("… %n more lane(s) not shown", nullptr, lanes_cut);
    page.font = frame_.font;
    page.palette = frame_.palette;
    page.body = frame_.size;
    return page;
}

QImage TimelinePicture::image(double ratio) const {
    auto page = this->page();
    page.paint = [this, ratio](QPainter& painter) {
        auto now = frame();
        now.ratio = ratio;
        TimelinePainter drawn;
        drawn.paint(now);
        auto image = drawn.image();
        image.setDevicePixelRatio(ratio);
        painter.drawImage(0, 0, image);
    };
    return page.image(ratio);
}

bool TimelinePicture::writeSvg(QIODevice& device, bool* dense) const {
    // Shapes lie at whole device pixels: a finer grid looks right when it is enlarged.
    constexpr double fine = 2;
    auto page = this->page();
    bool full = false;
    page.paint = [&](QPainter& painter) {
        auto now = frame();
        now.ratio = fine;
        painter.save();
        painter.scale(1 / fine, 1 / fine);
        PainterTape tape(painter, most_shapes);
        TimelinePainter().play(now, tape, painter);
        full = tape.full();
        painter.restore();
    };
    // What was too much is known only when it is drawn.
    QBuffer first;
    if (!first.open(QIODevice::WriteOnly) || !page.writeSvg(first)) return false;
    if (dense) *dense = full;
    if (!full) return device.write(first.data()) == first.data().size();
    page.foot += (page.foot.isEmpty() ? QString() : QStringLiteral("  ")) +
                 TimelineView::tr("… cut after %1 shapes: take a shorter range, or a PNG")
                     .arg(QLocale().toString(qulonglong{most_shapes}));
    return page.writeSvg(device);
}

}  // namespace ipcscope
