// The tables of a session file and what their numbers mean. FORMAT.md is the document of it.
#pragma once

#include "base/event.h"
#include "runtime/run_state.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipcscope::session_file {

inline constexpr std::int32_t application_id = 0x49504353;  // "IPCS"
inline constexpr int format_version = 3;
inline constexpr const char* suffix = ".ipcscope";

// Tables and views, and what is the same in every file.
std::string create_tables();
std::string create_views();

// In the file phases, states and policies of flows go by name, or have a table of names.
inline constexpr std::array phase_names = {"enter", "leave", "instant", "state", "lost", "note"};
inline constexpr std::array status_names = {"starting", "idle", "running", "blocked",
                                            "stopped",  "held", "exited",  "killed"};
inline constexpr std::array flow_names = {"none",    "byte_stream", "packets",  "typed_queue",
                                          "signals", "wake",        "lifetime", "memory",
                                          "tagged",  "spread",      "copies"};
inline constexpr std::array lane_names = {"operations", "markers", "level", "memory"};  // LaneKind

// The index of a name; -1 = there is none.
template <std::size_t n>
int name_index(const std::array<const char*, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (name == names[i]) return static_cast<int>(i);
    return -1;
}

}  // namespace ipcscope::session_file
