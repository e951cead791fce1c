// The events of what is shown, as files for other programs: rows, traces, packets. A menu.
#pragma once

#include <QMenu>
#include <QString>

class QAction;

namespace ipcscope {

class Session;

class EventExport : public QMenu {
    Q_OBJECT
public:
    explicit EventExport(Session& session, QWidget* parent = nullptr);
    // What it becomes is told by the name's ending: jsonl, csv, json (a trace), pcapng. "" = it is written,
    // or the person has cancelled it; else why not.
    QString exportTo(const QString& path);
    void setMatchingOnly(bool on);

private:
    void askAndExport(const QString& title, const QString& filter, const QString& suffix);
    Session& session_;
    QAction* matching_;
    QString told_;  // what there is to say of the last one
    bool cancelled_ = false;
};

}  // namespace ipcscope
