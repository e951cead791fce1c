// From the tree of a filter to the nodes that evaluate it, with the names as they are now.
#pragma once

#include "runtime/filter_node.h"
#include "runtime/filter_values.h"

namespace ipcscope {

struct CompiledFilter {
    NodePtr root;  // nullptr = everything matches
    bool on_names = false, on_flows = false, on_waits = false, on_payload = false;
    bool on_late_names = false;  // of objects and handles, which may come after their events
    std::vector<std::uint64_t> waiting;
    // What names came to, for comparison: of each test by name, which ids it holds for.
    std::vector<std::vector<std::uint8_t>> tables;
    std::shared_ptr<const RunNames> names;  // if parameters are compared with names
    // What `before` said of the ids that it knew still holds.
    bool extends(const CompiledFilter& before) const;
};

CompiledFilter compile_filter(const Recording& recording, const FieldTable& table, const Filter& filter,
                              const RunState& state);

}  // namespace ipcscope
