#include "theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace ipcscope {

namespace {

struct Shades {
    QColor window, base, alternate, button, text, quiet, disabled, line, light, dark, accent, accentText,
        link, tip, visited;
};

Shades lightShades() {
    return {QColor(0xf3f4f6), QColor(0xffffff), QColor(0xf7f8fa), QColor(0xfbfbfc), QColor(0x1b1f24),
            QColor(0x5b6470), QColor(0x9aa1ab), QColor(0xc8ccd2), QColor(0xffffff), QColor(0xaeb4bd),
            QColor(0x1f5fae), QColor(0xffffff), QColor(0x1a5bb0), QColor(0xfffdf2), QColor(0x6b3fa0)};
}

Shades darkShades() {
    return {QColor(0x24272c), QColor(0x1b1d21), QColor(0x202328), QColor(0x2e3238), QColor(0xe4e7eb),
            QColor(0xa3abb6), QColor(0x6f7782), QColor(0x3c4149), QColor(0x3a3f47), QColor(0x14161a),
            QColor(0x2f6fc4), QColor(0xffffff), QColor(0x77b1ff), QColor(0x30343b), QColor(0xc3a4f0)};
}

QPalette paletteOf(const Shades& s) {
    QPalette p;
    p.setColor(QPalette::Window, s.window);
    p.setColor(QPalette::WindowText, s.text);
    p.setColor(QPalette::Base, s.base);
    p.setColor(QPalette::AlternateBase, s.alternate);
    p.setColor(QPalette::Text, s.text);
    p.setColor(QPalette::PlaceholderText, s.quiet);
    p.setColor(QPalette::Button, s.button);
    p.setColor(QPalette::ButtonText, s.text);
    p.setColor(QPalette::BrightText, QColor(0xff5c5c));
    p.setColor(QPalette::Highlight, s.accent);
    p.setColor(QPalette::HighlightedText, s.accentText);
    p.setColor(QPalette::Link, s.link);
    p.setColor(QPalette::LinkVisited, s.visited);
    p.setColor(QPalette::ToolTipBase, s.tip);
    p.setColor(QPalette::ToolTipText, s.text);
    p.setColor(QPalette::Light, s.light);
    p.setColor(QPalette::Midlight, s.button);
    p.setColor(QPalette::Mid, s.line);
    p.setColor(QPalette::Dark, s.dark);
    p.setColor(QPalette::Shadow, s.dark.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, s.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, s.line);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, s.disabled);
    return p;
}

bool systemIsDark() {
    // Asked once, before our own palette hides it.
    static const bool dark = [] {
        const auto palette = QGuiApplication::palette();
        return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
    }();
    return dark;
}

}  // namespace

Theme themeOf(const QString& name, Theme otherwise) {
    if (name == QLatin1String("light")) return Theme::light;
    if (name == QLatin1String("dark")) return Theme::dark;
    if (name == QLatin1String("system")) return Theme::system;
    return otherwise;
}

QString themeName(Theme theme) {
    return theme == Theme::light  ? QStringLiteral("light")
           : theme == Theme::dark ? QStringLiteral("dark")
                                  : QStringLiteral("system");
}

void applyTheme(Theme theme) {
    const bool dark = theme == Theme::dark || (theme == Theme::system && systemIsDark());
    if (!qApp->style() || qApp->style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(dark ? darkShades() : lightShades()));
}

bool isDark() {
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

Tones tones() {
    if (isDark())
        return {QColor(0x6fce8a), QColor(0xff8278), QColor(0xf0b44c), QColor(0x6fb1ff), QColor(0xa3abb6),
                QColor(0x2b4261), QColor(0x4a2828), QColor(0x4d3f1c), QColor(0x8cb8ff), QColor(0x9fd39a),
                QColor(0xe8b673), QColor(0x8b94a0), QColor(0xd0a8ff)};
    return {QColor(0x1c7c3a), QColor(0xb3261e), QColor(0x8f5a00), QColor(0x1f5fae), QColor(0x5b6470),
            QColor(0xdbe9ff), QColor(0xfde4e2), QColor(0xfff0c2), QColor(0x1a4fa0), QColor(0x2d6a2d),
            QColor(0x8a4b00), QColor(0x6a737d), QColor(0x6d3aa8)};
}

}  // namespace ipcscope
