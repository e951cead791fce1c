// All about one object or process of a snapshot, as a page of rich text with links to what it has to do with.
#pragma once

#include "monitor_words.h"

#include <QString>

#include <string>
#include <vector>

namespace ipcscope {

struct MonitorPage {
    QString html;
    // What "object:N" leads to; "who:N" is an index in the processes.
    std::vector<std::string> objects;
    std::vector<ProcessKey> processes;
};

MonitorPage objectPage(const Snapshot& snapshot, const SeenObject& object);
MonitorPage processPage(const Snapshot& snapshot, ProcessIndex process);
MonitorPage machinePage(const Snapshot& snapshot);  // what was seen, with which rights, and what was not
// What is not shown of the machine, and what it would take; "" = everything is.
QString gapsPage(const Snapshot& snapshot);

}  // namespace ipcscope
