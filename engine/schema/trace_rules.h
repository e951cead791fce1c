// How a mechanism's calls look in the output of strace(1), as data: only what the tables of its operations
// (OperationSpec::call, syscall, object) do not say already. A folder has them in trace.cpp, or has none.
#pragma once

#include "schema/spec.h"

#include <string_view>
#include <vector>

namespace ipcscope {

// Where a success shows a new descriptor or id.
struct TraceMade {
    const char* handle = "";  // "read_end", a HandleSpec of this mechanism
    int argument = -1;        // -1 = what is returned
    int element = 0;          // of an argument that is a list
};

// What a call does to the ways between sockets.
enum class TraceWay : std::uint8_t {
    none,
    pairs,     // the two that it makes are each other's ends
    binds,     // argument 1 is the address of the socket (also of one that asks what its address is)
    accepts,   // what it makes is the other end of one that connects to the socket's address
    connects,  // to the address that is argument 1
};

// The first rule that fits a call is used.
struct TraceRule {
    const char* syscall = "";             // as strace names it; several: "pipe2|pipe"
    const char* verb = "";                // of the mechanism's operation
    std::vector<const char*> words = {};  // all of them stand in the arguments: "AF_UNIX", "IPC_RMID"
    std::vector<TraceMade> makes = {};
    // The argument that names what is made, for every process; "" or below no such prefix: it does not fit.
    int name = -1;
    const char* below = "";              // the name begins so: "/dev/shm/"
    bool known_name = false;             // an object of this mechanism has that name already
    bool makes_object = false;           // success makes one of that name, to which nobody has a handle yet
    FlowPolicy flow = FlowPolicy::none;  // of what it makes, if not its ObjectSpec's
    TraceWay way = TraceWay::none;
    // Where its flow key stands (a message's type, a signal's number): "#3" = an argument, else a member of a
    // structure; "[#3]": the first element of that argument.
    const char* key = "";
    int target = -1;  // the argument that is the process acted on
    // A level that it changes: members of a list of structures, or arguments as in `key`.
    const char* level_index = "";
    const char* level_value = "";
    bool level_is_change = false;
};

struct TraceRules {
    std::vector<TraceRule> rules = {};
    // How strace -y writes a descriptor of this mechanism, by its beginning: "pipe:[", "TCP:".
    std::vector<const char*> notes = {};
};

// nullptr: there are none. Generated from the folders.
const TraceRules* trace_rules_of(std::string_view mechanism);

}  // namespace ipcscope
