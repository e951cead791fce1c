// What /proc says of one process (proc(5)). Every field may be out of date when it is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

struct ProcessStat {
    char state = '?';  // R running, S asleep, D disk, T stopped, Z zombie
    pid_t parent = 0;
    int exit_code = 0;  // as wait(2) gives it; only of a zombie
};

std::optional<ProcessStat> read_stat(pid_t pid);  // nothing: gone
// Processes (without ourselves) whose environment holds `entry` ("IPCSCOPE_RUN=..."), as far as we may read
// it.
std::vector<pid_t> processes_with_environment(const std::string& entry);
// A descriptor for the process (pidfd_open(2)), or -1 with errno.
int open_process(pid_t pid);

}  // namespace ipcscope
