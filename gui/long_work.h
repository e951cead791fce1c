// Work that may take long, on a thread of its own while its progress is shown and can be cancelled.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ipcscope {

// Is asked by the work now and then, with the part that is done (0 to 1): false = it is to end. Any thread.
using GoOn = std::function<bool(double part)>;

// Returns when the work has ended, as a modal dialog does; what is quick shows none. false = it was
// cancelled. While it runs the window lives on: the work must own all that it looks at.
bool workBesideWindow(QWidget* parent, const QString& title, const QString& text,
                      std::function<void(const GoOn&)> work);

}  // namespace ipcscope
