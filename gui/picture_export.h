// What the views share when they are written to a file as a picture: the question where to, the colours, and
// how a file is made or left alone.
#pragma once

#include <QPalette>
#include <QString>

#include <functional>

class QIODevice;
class QWidget;

namespace ipcscope {

class Session;

inline constexpr double pictureRatio = 2;  // device pixels per logical one: sharp on slides

// White, as documents and slides are.
QPalette paperPalette();
// Asks for a file whose name ends in `suffix`; "" = none was chosen.
QString askPicturePath(QWidget* parent, Session& session, const QString& title, const QString& filter,
                       const QString& stem, const QString& suffix);
// The file appears whole or not at all; "" = written, else why not.
QString writeWhole(const QString& path, const std::function<bool(QIODevice&)>& write);

}  // namespace ipcscope
