// A timeline as a file, for documents and slides. A picture has a limit; what it cuts is said in it.
#pragma once

#include "common/picture_page.h"
#include "timeline/timeline_painter.h"

namespace ipcscope {

class TimelineView;

struct TimelinePicture {
    enum class Part {
        seen,   // as it stands in the window
        whole,  // all of the recording, all lanes
    };
    static constexpr int whole_width = 1600;             // logical pixels
    static constexpr int most_height = 8'000;            // the same
    static constexpr std::size_t most_shapes = 200'000;  // of an SVG
    static TimelinePicture of(const TimelineView& view, Part part, const QPalette& palette);

    QString title, description;
    int lanes_cut = 0;  // lanes that have no room below the others
    QSize size() const { return frame_.size; }
    TimeAxis axis() const { return frame_.axis; }
    QImage image(double ratio) const;
    // `dense`: it was cut, as it would have more shapes than a viewer likes; the picture says so.
    bool writeSvg(QIODevice& device, bool* dense = nullptr) const;

private:
    PicturePage page() const;
    // What the frame points to is kept here: the view goes on.
    TimelineFrame frame() const;
    TimelineFrame frame_;
    std::vector<TimelineLane> lanes_;
    LaneLayout layout_;
    LaneArrangement arrangement_;
};

}  // namespace ipcscope
