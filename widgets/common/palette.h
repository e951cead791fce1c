// The colours of everything that is drawn by hand, for a dark or a light window.
#pragma once

#include <QColor>
#include <QPalette>

namespace ipcscope {

struct Palette {
    static Palette of(const QPalette& palette);  // dark or light: as its window is
    static constexpr int mechanism_colours = 10;

    QColor mechanism(int index) const;      // any index >= 0; the colours repeat
    QColor mechanismText(int index) const;  // readable on mechanism(index)

    bool dark = false;
    QColor plot, plotAlternate;          // behind the lanes
    QColor header, headerBorder, ruler;  // beside and above them
    QColor text, dimText;                // on all of these
    QColor grid, gridStrong;
    QColor failed;              // came back with an errno
    QColor lost;                // events are missing here
    QColor waiting;             // blocked, in words and signs
    QColor selection;           // outline of what is selected
    QColor accent, accentText;  // now line, hints, rubber band
    QColor playing;             // the cursor of playback
};

// WCAG 2.1 contrast ratio, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
// `share` of `over`, the rest of `under`; opaque.
QColor tinted(const QColor& over, const QColor& under, double share);

}  // namespace ipcscope
