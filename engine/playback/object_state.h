// An object's state at a moment, as far as its events tell: levels, and what waits in it. The rest of what a
// live object would say (limits, permissions, masks) is left out.
#pragma once

#include "playback/moment.h"

namespace ipcscope {

// In the fields of the object's spec, as its view expects them. Empty = its events tell nothing of it.
Fields object_state_at(const Recording& recording, const Moment& moment, const ObjectInfo& object);

}  // namespace ipcscope
