// Lines of /proc/PID/fdinfo/N (proc_pid_fdinfo(5)): "name:\tvalue".
#pragma once

#include <cstdint>
#include <string_view>

namespace ipcscope {

// The number in the line that begins with `name` and a colon; `base` 8, 10 or 16. False: there is none.
bool info_number(std::string_view info, std::string_view name, std::int64_t& value, int base = 10);
// All of the line behind the colon, without blanks around it; "" = there is no such line.
std::string_view info_line(std::string_view info, std::string_view name);

}  // namespace ipcscope
