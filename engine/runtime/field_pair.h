// Two fields of one event, compared with each other.
#pragma once

#include "runtime/filter_node.h"

namespace ipcscope {

// `test.other` is the second one. What has several values: one pair that fits is enough; for `!=`, none may
// be equal. An event that lacks one of both does not match.
NodePtr field_pair_node(const Recording& recording, const Field& field, const Field& other, Relation relation,
                        std::shared_ptr<const RunState> state);

}  // namespace ipcscope
