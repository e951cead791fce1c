// From where an object can be reached: by what its handles are good for, from its other end, from outside.
// Inside of the analysis of waits.
#pragma once

#include "runtime/stuck_builder.h"

#include <map>
#include <string>
#include <vector>

namespace ipcscope {

class StuckReach {
public:
    explicit StuckReach(const StuckInput& in) : in_(in) {}

    // What can be done with a handle of this kind that ends a wait in a call of this role; none = nothing.
    OperationId opposite(FlowRole flow, const std::string& kind);
    // The objects through which the wait can be ended: of a connection, its other end.
    std::vector<ObjectId> partners(const ObjectInfo& own) const;
    // Can others than the run's workers act on it?
    bool from_outside(const ObjectInfo& object) const;
    // The process that came with it, a shell, has the other end.
    bool made_with_a_process(const ObjectInfo& object) const;

private:
    // What a handle of a kind is good for.
    struct Abilities {
        OperationId send, receive, any;
    };
    const Abilities& abilities(const std::string& kind);

    const StuckInput& in_;
    std::map<std::string, Abilities, std::less<>> abilities_;
};

}  // namespace ipcscope
