// Sessions in files: opening one shows its recording, saving one writes the program, what was recorded and
// how the views are arranged. What takes long shows how far it is, and can be cancelled.
#pragma once

#include "session_file/view_notes.h"

#include <QString>

class QWidget;

namespace ipcscope {

class Session;

inline constexpr char sessionSuffix[] = "ipcscope";

// Is this (to be) a session file: by its name, or by what stands in it.
bool isSessionPath(const QString& path);
// "" = it is shown now; else why not. Nothing is executed.
QString openSessionFile(Session& session, const QString& path);
// "" = it is saved; else why not. A null string: the person has cancelled it. Blocks, with a dialog, until
// then.
QString saveSessionFile(Session& session, const ViewNotes& notes, const QString& path, QWidget* parent);

}  // namespace ipcscope
