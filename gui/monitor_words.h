// Objects and processes of a snapshot in words for people. Names may hold any octets: what is not printable
// is escaped.
#pragma once

#include "monitor/phrase.h"
#include "monitor/rows.h"
#include "monitor_watch.h"

#include <QString>

#include <optional>

namespace ipcscope {

// For a tool tip: a name that looks like mark-up is shown, not obeyed.
QString plainTip(const QString& text);
// What the probe says in English, in the language of the window.
QString probeText(std::string_view english);
// What the advisor says, in the language of the window.
QString phraseText(const Phrase& phrase);
// Why the probe did not do it, in the language of the window.
QString errorText(const Error& error);
QString needsAdvice(const QString& needs);  // what to do to get "CAP_SYS_PTRACE"
QString kindText(const Snapshot& snapshot, const SeenObject& object);
QString objectTitle(const Snapshot& snapshot, const SeenObject& object);  // its name; without one, its key
QString processText(const Snapshot& snapshot, ProcessIndex process);      // "nginx (4711)"
QString holdersText(const Snapshot& snapshot, const SeenObject& object, int most = 3);
QString userText(quint32 uid);
QString modeText(int mode);  // "rw-r----- (0640)"; "" = it has none
QString tierText(Tier tier);
QString accessText(Access access);
QString holdText(const SeenHold& hold);
// What stands in a cell, in the language of the window: names as they are.
QString cellWords(const ObjectCell& cell);
// Of a field: with its unit, or why it is not known. "" = the object has none.
QString fieldText(const Snapshot& snapshot, const SeenObject& object, std::size_t field);
QString unknownText(const Snapshot& snapshot, const Cell& cell);
// What is to be seen first: "3 of 10 messages, 2 wait".
QString stateText(const Snapshot& snapshot, const SeenObject& object);
std::optional<double> fillingOf(const Snapshot& snapshot, const SeenObject& object);  // 0 to 1
QString secondsAgoText(qint64 ns);
ProcessKey keyOf(const SeenProcess& process);
std::optional<ProcessIndex> findProcess(const Snapshot& snapshot, const ProcessKey& key);

}  // namespace ipcscope
