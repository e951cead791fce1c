// Which field of an event is which.
#pragma once

#include "filter/filter.h"
#include "runtime/run_state.h"

#include <string_view>
#include <vector>

namespace ipcscope {

enum class EventField : std::uint32_t {
    value = 0,  // a parameter or result, by its name
    seq,
    time,
    worker,
    pid,
    object,
    mechanism,
    operation,
    verb,
    phase,
    ret,
    errnos,
    duration,
    bytes,
    payload,
    call,
    line,
    blocked,
    failed,
    succeeded,
    ended,
    lost,
    flow,
    peer,
    level,
};

// How a person may call the object: name, label, key.
std::vector<std::string_view> object_names(const ObjectInfo& object);

}  // namespace ipcscope
