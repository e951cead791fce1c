// Icons of the program: SVG in the text colour of the palette, so that they suit light and dark.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace ipcscope {

QIcon actionIcon(const QString& name);
QIcon actionIcon(const QString& name, const QColor& colour);
QIcon mechanismIcon(const char* id);     // generic if the mechanism has none
QIcon statusIcon(const QColor& colour);  // a dot

}  // namespace ipcscope
