// Work that may take long, on a thread of its own while its progress is shown and can be cancelled.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ipcscope {

// Is asked by the work now and then, with the part that is done (0 to 1): false = it is to end. Any thread.
using GoOn = std::function<bool(double part)>;
// What becomes of it when the window is closed, or the program ends, meanwhile.
enum class WhenClosed { give_up, finish };

// Returns when the work has ended, as a modal dialog does; what is quick shows none. false = it was
// cancelled. While it runs the window lives on (and until this returns, if it is closed): the work must own
// all that it looks at.
bool workBesideWindow(QWidget* parent, const QString& title, const QString& text,
                      std::function<void(const GoOn&)> work, WhenClosed when = WhenClosed::give_up);

}  // namespace ipcscope
