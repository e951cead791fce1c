// Breaks: a worker is held before an operation that one of them matches, until a person lets it go on.
#pragma once

#include "runtime/recording.h"

#include <functional>
#include <string_view>

namespace ipcscope {

// A call that is about to be made, told as its enter event would be. Times are CLOCK_MONOTONIC, in ns.
struct ComingCall {
    Event event;  // captured and original: of what it sends
    const CallInfo& call;
    std::string_view payload;  // what it sends; "" = nothing
};

// Asked with the supervisor's lock held: be short, and read nothing but `inside` (which does not lock, and is
// the same one as long as the supervisor lives). A supervisor asks a copy of its own, one call at a time.
using BreakTest = std::function<bool(const Recording& inside, const ComingCall&)>;

struct Break {
    std::uint32_t id = 0;  // given by who sets it, not 0; RunState::break_hits is by it
    bool enabled = true;
    bool everybody =
        false;  // all workers are held, each before its next operation; else the one that came to it
    BreakTest matches;
};

}  // namespace ipcscope
