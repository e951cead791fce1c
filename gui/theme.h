// Light and dark: the Fusion style with palettes of our own, whose text has a contrast of at least 4.5:1.
#pragma once

#include <QColor>
#include <QString>

namespace ipcscope {

enum class Theme { system, light, dark };

Theme themeOf(const QString& name, Theme otherwise = Theme::system);  // "light", "dark", "system"
QString themeName(Theme theme);
// Sets style and palette of the whole program. `system` is what the desktop's palette was at the start.
void applyTheme(Theme theme);
bool isDark();

// Colours with a meaning, for the theme that is on.
struct Tones {
    QColor good, bad, warn, busy, quiet;      // text and dots
    QColor runningLine, errorLine, heldLine;  // backgrounds
    QColor keyword, string, number, comment, worker;
};
Tones tones();

}  // namespace ipcscope
