// File > Import: what another program recorded becomes a session file, which is opened.
#pragma once

#include "schema/registry.h"

#include <QString>

class QWidget;

namespace ipcscope {

// Asks for the file and for the session to write, shows how far it is, says what could not be used. Returns
// the session's path; "" = there is none.
QString importRecording(QWidget* parent, const Registry& registry);
// Without asking which file.
QString importRecording(QWidget* parent, const Registry& registry, const QString& file,
                        const QString& session);

}  // namespace ipcscope
