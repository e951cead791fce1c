// Events as rows of text: JSON Lines (session/FORMAT.md, "Events as JSON") or CSV (RFC 4180, the first line
// names the fields).
#pragma once

#include "runtime/recording.h"
#include "session/program.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipcscope {

enum class EventRowsForm { json_lines, csv };

// What a CSV has unless other fields are asked for, with commas between: names as in a filter.
inline constexpr const char* event_csv_fields =
    "seq,time,worker,pid,op,object,phase,ret,errno,duration,bytes,flow,line,call";
std::string csv_cell(const std::string& text);

// `accepts`: events by sequence; none = all. Parts go to `sink` as they are made; false = it takes no more.
// False: it was cut so. `program`: what ran, for the names of results.
bool write_events(const Recording& recording, const Program& program, EventRowsForm form,
                  const std::function<bool(std::uint64_t)>& accepts,
                  const std::function<bool(std::string_view)>& sink);

}  // namespace ipcscope
