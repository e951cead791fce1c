// Colours with a meaning that fit the palette at hand, light or dark, and labels that wear them.
#pragma once

#include <QColor>
#include <QLabel>
#include <QPalette>

namespace ipcscope {

enum class Tone { normal, quiet, danger, warning, good, accent };

bool isDark(const QPalette& palette);
QColor tone(const QPalette& palette, Tone tone);
// Distinguishable colours for kinds of things; repeats after eight.
QColor series(const QPalette& palette, int index);
// `part` (0 to 1) of a, the rest of b.
QColor mixed(const QColor& a, const QColor& b, double part);

// Wraps, and can be selected by mouse and keyboard; follows changes of the palette.
class ToneLabel : public QLabel {
    Q_OBJECT
public:
    explicit ToneLabel(Tone tone = Tone::quiet, QWidget* parent = nullptr);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void apply();
    Tone tone_;
};

}  // namespace ipcscope
