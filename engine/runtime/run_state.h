// What a run consists of at one moment, published as an immutable snapshot: readers keep the shared_ptr, the
// supervisor makes the next one. `revision` grows with every change.
#pragma once

#include "base/ids.h"
#include "schema/registry.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

enum class WorkerStatus : std::uint8_t {
    starting,
    idle,
    running,
    blocked,
    stopped,
    held,  // before an operation, which is not begun until a person lets it (breaks.h)
    exited,
    killed
};

struct WorkerInfo {
    WorkerId id;
    std::string name;  // "parent"
    pid_t pid = 0;
    WorkerId parent;  // forked by; none = started by us
    WorkerStatus status = WorkerStatus::starting;
    int exit_code = -1;            // exited: status; killed: signal number; -1 = not known
    CallId current;                // running or blocked in, held before
    std::int64_t since_ns = 0;     // when that call began; held: since when
    std::string waits_for;         // blocked: "a writer of p" (English; made of the spec's WaitSpec)
    bool uninterruptible = false;  // blocked in a call that a signal does not end (OperationSpec)
    bool paused = false;           // will be held before its next operation, whatever that is
    std::uint32_t held_by = 0;     // held: Break::id; 0 = paused by a person
};

struct HandleInfo {
    HandleId id;
    std::string kind;  // "pipe.read_end"
    ObjectId object;
    std::string name;  // how the program says it: "p.read_end"
    std::int64_t native = -1;
    std::string identity;           // of a descriptor: inode and access mode; "" = cannot be told
    HandleId open_file;             // the first one known of the same open file (open(2)); itself
    std::vector<WorkerId> open_in;  // workers that can use it now; Scope::system: all, this is not kept
    bool everywhere = false;        // Scope::system and not removed
};

struct ObjectInfo {
    ObjectId id;
    const MechanismSpec* mechanism = nullptr;
    const ObjectSpec* spec = nullptr;
    FlowPolicy flow = FlowPolicy::none;
    std::string key;       // "pipe:[4711]"
    std::string name;      // "p"
    std::string label;     // path, key; may be ""
    bool removed = false;  // nobody can use it any more
    CallId made_by;        // whose handle was the first one
    // Keys of what arrives in it and of what it sends, if it has one peer (Call::takes_in); 0 = none known.
    std::uint32_t takes_in = 0, sends = 0;
};

// What was asked for: one per submitted operation (a repeated one keeps its id for all rounds).
struct CallInfo {
    CallId id;
    WorkerId worker;
    OperationId operation;
    std::vector<Value> args;  // in the order of params, complete, resolved
    std::string text;         // as the program says it: pipe.write(p.write_end, data: "Hello")
    int line = 0;             // of the program, 0 = none
};

struct StuckReport;  // runtime/stuck.h

struct RunState {
    std::uint64_t revision = 0;
    std::vector<WorkerInfo> workers;  // workers[id - 1]
    std::map<HandleId, HandleInfo> handles;
    std::map<ObjectId, ObjectInfo> objects;
    std::map<std::string, Value> names;        // bindings: "p" -> Fields or HandleRef, "child" -> WorkerRef
    std::shared_ptr<const StuckReport> stuck;  // why workers are blocked; nullptr = none is
    std::map<std::uint32_t, std::uint64_t> break_hits;  // by Break::id: how often it held somebody
    bool paused = false;                                // everybody, also workers that are still to come

    const WorkerInfo* worker(WorkerId id) const {
        return id && id.value <= workers.size() ? &workers[id.value - 1] : nullptr;
    }
    const WorkerInfo* worker(const std::string& name) const {
        for (auto it = workers.rbegin(); it != workers.rend(); ++it)
            if (it->name == name) return &*it;
        return nullptr;
    }
};

}  // namespace ipcscope
