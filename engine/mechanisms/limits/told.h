// How the parts of this folder tell a limit.
#pragma once

#include "mechanisms/limits/monitor_fields.h"
#include "mechanisms/monitor.h"

#include <limits>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms::limits {

inline constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

// The n-th number of a file of one line; -1 = it is not there. What no signed number holds is no limit at
// all.
std::int64_t number_in(const char* path, std::size_t n = 0);

// Nothing is told (none_index) where one of the figures is not known. `command`: "{}" is twice the limit, at
// most `ceiling`; there is none where the limit is that already.
ObjectIndex tell(Sample& sample, std::size_t kind, std::string_view key, std::string_view name,
                 std::int64_t used, std::int64_t most, std::string_view source, std::string_view command,
                 std::int64_t ceiling = unlimited);

}  // namespace ipcscope::mechanisms::limits
