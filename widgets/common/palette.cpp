#include "common/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ipcscope {
namespace {

// No red among them: red says that something failed.
constexpr std::array<QRgb, Palette::mechanism_colours> on_dark{0xff5aa2f5, 0xfff0a04b, 0xff5cc689, 0xffb48cf2,
                                                               0xff45c6d6, 0xffef7fb5, 0xffd9c04a, 0xff8b97ff,
                                                               0xff9fd356, 0xffcf9c7c};
constexpr std::array<QRgb, Palette::mechanism_colours> on_light{
    0xff1f6fd1, 0xffb35a00, 0xff1e7f45, 0xff7b4bc9, 0xff0b7883,
    0xffb8367b, 0xff7d6300, 0xff4753c9, 0xff4a7610, 0xff855537};

double channel(double c) {
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

}  // namespace

Palette Palette::of(const QPalette& palette) {
    Palette p;
    p.dark = palette.color(QPalette::Window).lightness() < 128;
    const auto rgb = [](QRgb value) { return QColor(value); };
    if (p.dark) {
        p.plot = rgb(0xff16191d);
        p.plotAlternate = rgb(0xff1b1f24);
        p.header = rgb(0xff22272d);
        p.headerBorder = rgb(0xff343b44);
        p.ruler = rgb(0xff1f2429);
        p.text = rgb(0xffe8ebef);
        p.dimText = rgb(0xff9aa5b1);
        p.grid = rgb(0xff23292f);
        p.gridStrong = rgb(0xff313942);
        p.failed = rgb(0xffff6464);
        p.lost = rgb(0xffc7875a);
        p.waiting = rgb(0xfff2b84b);
        p.selection = rgb(0xffffffff);
        p.accent = rgb(0xff4c9df0);
        p.accentText = rgb(0xff0c1116);
        p.playing = rgb(0xff4fd07e);
    } else {
        p.plot = rgb(0xffffffff);
        p.plotAlternate = rgb(0xfff7f8fa);
        p.header = rgb(0xfff0f2f5);
        p.headerBorder = rgb(0xffd3d9e0);
        p.ruler = rgb(0xfff5f6f8);
        p.text = rgb(0xff1b2128);
        p.dimText = rgb(0xff5a6572);
        p.grid = rgb(0xffeceff2);
        p.gridStrong = rgb(0xffdde2e8);
        p.failed = rgb(0xffcf2222);
        p.lost = rgb(0xff9a5a2c);
        p.waiting = rgb(0xff8a5a00);
        p.selection = rgb(0xff10151b);
        p.accent = rgb(0xff1668c7);
        p.accentText = rgb(0xffffffff);
        p.playing = rgb(0xff0f7a3a);
    }
    return p;
}

QColor Palette::mechanism(int index) const {
    const auto i = static_cast<std::size_t>(std::max(index, 0)) % on_dark.size();
    return QColor(dark ? on_dark[i] : on_light[i]);
}

QColor Palette::mechanismText(int) const {
    return QColor(dark ? 0xff0d1117 : 0xffffffff);
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor tinted(const QColor& over, const QColor& under, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1 - share)));
    };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

}  // namespace ipcscope
