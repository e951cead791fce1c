// The timeline as a picture, in a file or on the clipboard: its menu, and what it writes.
#pragma once

#include "timeline/timeline_picture.h"

#include <QMenu>

namespace ipcscope {

class Session;
class TimelineView;

class TimelineExport : public QMenu {
    Q_OBJECT
public:
    TimelineExport(Session& session, TimelineView& view, QWidget* parent = nullptr);
    // The file's ending says how: svg or png. "" = written, else why not.
    QString exportTo(const QString& path);
    void setInSight(bool on);                      // only what the window shows; else all of the recording
    const QString& told() const { return told_; }  // what the last export has cut

private:
    TimelinePicture picture() const;
    void askAndExport(const QString& title, const QString& filter, const QString& suffix);
    Session& session_;
    TimelineView& view_;
    QAction *inSight_, *asShown_;
    QString told_;
};

}  // namespace ipcscope
