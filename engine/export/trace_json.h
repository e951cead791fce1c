// A recording in the Trace Event Format, as Perfetto's UI and chrome://tracing open it: processes with their
// calls, flows as arrows, levels as counters, moments as instants. Times are microseconds since the recording
// began, with three decimals.
#pragma once

#include "runtime/recording.h"

#include <functional>
#include <string_view>

namespace ipcscope {

struct TraceJsonOptions {
    std::function<bool(std::uint64_t)> accepts = {};  // events by sequence; none = all
};

// Parts go to `sink` as they are made; false = it takes no more. False: it was cut so.
bool write_trace_json(const Recording& recording, const TraceJsonOptions& options,
                      const std::function<bool(std::string_view)>& sink);

}  // namespace ipcscope
