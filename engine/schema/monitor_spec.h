// What the monitor can say of the kinds of objects of a mechanism: data, in the mechanism's monitor_spec.cpp.
// Columns, filter words, JSON, the tree, the advisor's plain rules and the actions offered come out of it.
#pragma once

#include "schema/spec.h"

#include <vector>

namespace ipcscope {

// What can be done to an object that others may use. Each is asked for first, and done in the probe.
enum class ActionKind : std::uint8_t {
    remove,       // ipcrm, unlink
    permissions,  // mode, owner
    limits,       // IPC_SET, fcntl: `params` say which
    signal,       // a process is sent one
};
struct ActionSpec {
    ActionKind kind = ActionKind::remove;
    const char* label = "";  // IPC_TR "Remove queue"
    const char* command =
        "";  // what does the same in a shell; {key}, {name} and parameters stand for themselves
    const char* warning = "";  // IPC_TR what is lost or who is hit; "" = nothing to say
    std::vector<ParamSpec> params = {};
    // Of a removal: what is in the object stays with those who have it open, and without them there is
    // nothing in it.
    bool keeps_contents = false;
};

// How a worker of ours opens the object, so that the panels can drive it: a line of a program without the
// worker, {key}, {name} and fields of the object in it: "sysv_msg.use(id: {key})".
struct OpenSpec {
    const char* label = "";  // IPC_TR "Send and receive"
    const char* line = "";
    const char* warning =
        "";  // IPC_TR: what it does to those who use the object (a second reader takes bytes)
};

struct MonitoredKind {
    const char* id = "";      // "queue"
    const char* label = "";   // IPC_TR "System V message queue"
    const char* prefix = "";  // of references, unique among all kinds: "sysv_msg" in "sysv_msg:32768"
    // The mechanism's ObjectSpec whose state a peek gives: its view hint draws it. "" = its own fields only.
    const char* object = "";
    // Scalars: integer, boolean, choice, flags, mode, text, bytes, duration. `level`: drawn over time. Times
    // are integers with Unit::time... as elsewhere in the schema. At most 24.
    std::vector<StateSpec> fields = {};
    // Names of integer fields: how full it is, and how many wait. "" = there is no such figure.
    const char* filling = "";
    const char* capacity = "";
    // Lives on, with what is in it, when nobody holds it: can be forgotten. (Names that processes meet at,
    // and which are empty between meetings, do not count: a FIFO, the path of a socket.)
    bool persists = false;
    bool peekable = false;  // its contents can be looked at without disturbing anybody
    std::vector<ActionSpec> actions = {};
    std::vector<OpenSpec> opens = {};
    bool held = true;  // processes hold it; false: it is a figure of the machine, and nobody has it
    // IPC_TR: what a look at its contents may take beside a fetched descriptor, and has to be allowed first.
    const char* asked_look = "";
};

// Of one folder of engine/mechanisms. A folder may have this without being a mechanism that is driven.
struct MonitorSpec {
    const char* mechanism = "";  // the folder's name
    const char* title = "";      // IPC_TR, of the group in the table and tree
    Group group = Group::processes;
    std::vector<MonitoredKind> kinds = {};
    // What its monitor says in English words (gaps, reasons, waits, names of its own making): IPC_TR, with
    // %1, %2 where something is filled in. Displays in other languages find it by them (monitor/spoken.h).
    std::vector<const char*> words = {};
};

// One for every folder that has one, by folder name. (Generated; see snapshot/kinds.h for the order to show.)
std::vector<const MonitorSpec*> all_monitor_specs();

}  // namespace ipcscope
