#include "common/tones.h"

#include <QEvent>
#include <QGuiApplication>

#include <array>

namespace ipcscope {

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor mixed(const QColor& a, const QColor& b, double part) {
    const auto blend = [part](float x, float y) { return static_cast<float>(x * part + y * (1 - part)); };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()),
                            blend(a.blueF(), b.blueF()));
}

QColor tone(const QPalette& palette, Tone tone) {
    const bool dark = isDark(palette);
    switch (tone) {
        case Tone::normal: return palette.color(QPalette::WindowText);
        case Tone::quiet:
            return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.66);
        case Tone::danger: return dark ? QColor(0xff7b72) : QColor(0xb3261e);
        case Tone::warning: return dark ? QColor(0xf0a840) : QColor(0x9a5b00);
        case Tone::good: return dark ? QColor(0x56c271) : QColor(0x1a7f37);
        case Tone::accent: return dark ? QColor(0x62a8ff) : QColor(0x1f66c1);
    }
    return {};
}

QColor series(const QPalette& palette, int index) {
    static constexpr std::array<QRgb, 8> light{0xff1f66c1, 0xffc0561a, 0xff1a7f5a, 0xff8a3ab9,
                                               0xff9a7400, 0xffb8306e, 0xff0f7c8c, 0xff5b6470};
    static constexpr std::array<QRgb, 8> dark{0xff62a8ff, 0xfff0944d, 0xff4cc38a, 0xffc08bf0,
                                              0xffd9b440, 0xfff078a8, 0xff4fc3d4, 0xffa3adb8};
    const auto at = static_cast<std::size_t>(index < 0 ? -index : index) % light.size();
    return QColor(isDark(palette) ? dark[at] : light[at]);
}

ToneLabel::ToneLabel(Tone tone, QWidget* parent) : QLabel(parent), tone_(tone) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    apply();
}

void ToneLabel::setTone(Tone tone) {
    tone_ = tone;
    apply();
}

void ToneLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) apply();
    QLabel::changeEvent(event);
}

void ToneLabel::apply() {
    const QPalette base = parentWidget() ? parentWidget()->palette() : QGuiApplication::palette();
    const QColor colour = tone(base, tone_);
    if (palette().color(QPalette::WindowText) == colour) return;
    QPalette own = base;
    own.setColor(QPalette::WindowText, colour);
    own.setColor(QPalette::Text, colour);
    setPalette(own);
}

}  // namespace ipcscope
