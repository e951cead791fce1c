// What is wrong on this machine, as far as a snapshot shows it: leaks, full queues, chains of waits, names
// that lead nowhere. Pure: made of one snapshot and the one before. The rules stand in advisor.md.
#pragma once

#include "monitor/phrase.h"
#include "snapshot/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope {

struct Finding {
    enum class Severity : std::uint8_t {
        hint,     // looks like something that somebody forgot
        warning,  // works, but not for long, or wastes what others may need
        problem,  // somebody waits for what will not come
    };
    Severity severity = Severity::hint;
    // What sort: "leak", "nearly_full", "limit", "removed", "stuck", "forgotten_end", "stale_path",
    // "dead_owner", "stopped_owner", "signal_pending".
    std::string id;
    std::vector<ObjectIndex> objects;     // of the newer snapshot; the one that it is about first
    std::vector<ProcessIndex> processes;  // those who cause it or suffer from it
    std::string words;                    // English, a sentence or two
    std::vector<std::string>
        evidence;  // English, one fact each: "made 3 h ago by process 4711, which is gone"
    std::vector<Phrase> sentences, facts;  // the same words and evidence, for any language
    std::string command;                   // for a shell; what would mend it. "" = there is no such command
    bool removable = false;  // the first object has an action that removes it, which would mend it
};

// Worst first. `before`: an earlier snapshot of the same machine, for what has to be seen twice; nullptr =
// there is none, and whatever needs two is told as not certain, or not at all.
std::vector<Finding> advise(const Snapshot& now, const Snapshot* before);

const char* severity_words(Finding::Severity severity);  // IPC_TR "problem"
const char* finding_title(std::string_view id);          // IPC_TR "Left behind"; "" = there is no such sort

}  // namespace ipcscope
