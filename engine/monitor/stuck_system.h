// Who waits for whom among the processes of the machine, and whether any order of events lets them go on: the
// rules of runtime/stuck.md on what a snapshot shows. See advisor.md.
#pragma once

#include "snapshot/snapshot.h"

#include <string>
#include <vector>

namespace ipcscope {

// What stands in the way of one thread. All obstacles of a thread have to go.
struct Obstacle {
    enum class Needs : std::uint8_t {
        unlock,   // any of `who` gives up what it holds
        data,     // any of `who` writes, or all of them close
        room,     // any of `who` reads, or all of them close
        someone,  // no owner is kept: `who` operated on it last
    };
    const SeenWait* wait = nullptr;
    Needs needs = Needs::unlock;
    std::vector<ProcessIndex> who;
    std::vector<std::int32_t> threads;  // of who, as long as it; 0 = any thread of the process
    std::string_view doubt;             // IPC_TR: why others could end it, too; "" = nobody else can
    bool unseen = false;                // processes that cannot be looked into could have it, too
    bool limit = false;  // a time limit set on the descriptor could end it (SO_RCVTIMEO): nobody can see that
};

struct StuckThread {
    ProcessIndex process = none_index;
    std::int32_t thread = 0;
    std::vector<Obstacle> obstacles;
};

struct SystemDeadlock {
    std::vector<StuckThread> threads;     // they wait for nobody but each other
    std::vector<ProcessIndex> processes;  // of them, each once
    std::vector<ProcessIndex> behind;     // others who wait for one of them
    // Certain: all obstacles are, and every thread has slept in the same call from before the earlier
    // sample's end until this one.
    bool certain = false;
    bool seen_once = false;  // there is no earlier sample
    bool unseen = false;     // but for processes that cannot be looked into, it would be
    bool limit = false;      // but for a time limit that cannot be seen, it would be
    std::string_view doubt;  // IPC_TR: another reason why it is not certain
};

// With `before`: only of those who slept when that was made, and have not run since. (Two who answer each
// other are never both asleep, but may be seen so, one after the other.)
std::vector<SystemDeadlock> stuck_processes(const Snapshot& now, const Snapshot* before);

}  // namespace ipcscope
