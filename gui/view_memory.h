// Remembers how the views are arranged: lanes, bookmarks, filter. In the session file when one is open, else
// in the person's configuration, by the program's path; a program without a file is not remembered.
#pragma once

#include "session_file/view_notes.h"

#include <QObject>
#include <QTimer>

namespace ipcscope {

class Session;
class TimelineView;

class ViewMemory : public QObject {
    Q_OBJECT
public:
    ViewMemory(Session& session, TimelineView& timeline, QObject* parent = nullptr);
    ~ViewMemory() override;
    ViewNotes notes() const;  // as the views are now
    void flush();             // writes what has changed
    // What is shown was saved there, with these notes: what changes from now on is kept there, too.
    void saved(const QString& path, const ViewNotes& notes);

private:
    void adopt();  // another program or recording
    void apply(const ViewNotes& notes);
    void changed();
    static QString keyOf(const QString& path);

    Session& session_;
    TimelineView& timeline_;
    QString path_;
    QString saved_;   // the session file that what is shown was saved into; "" = none
    ViewNotes kept_;  // as it was read or written
    QTimer settle_;
    bool applying_ = false;
    bool replaced_ = false;  // the text is another one since the path was looked at
};

}  // namespace ipcscope
