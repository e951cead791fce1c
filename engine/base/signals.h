// Signal numbers and their names, as signal(7) writes them: SIGUSR1, SIGRTMIN, SIGRTMIN+1 ... SIGRTMAX.
// Real-time numbers are those of the C library (it keeps two for itself), so they are known only at run time.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ipcscope {

// All that a program may use, by number: 1..31, SIGRTMIN..SIGRTMAX. The names live for ever.
std::span<const std::pair<const char*, int>> signal_names();
// "SIGPIPE" for 13, "signal 32" for one without a name.
std::string signal_name(int number);
// 13 for "SIGPIPE"; also "SIGRTMAX-2"; -1 when there is no such name.
int signal_value(std::string_view name);

}  // namespace ipcscope
