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
    pid_t group = 0;
    bool kernel = false;             // a thread of the kernel's
    bool empty_environment = false;  // known to be; false also while execve(2) replaces it
    int exit_code = 0;               // as wait(2) gives it; only of a zombie
};

std::optional<ProcessStat> read_stat(pid_t pid);  // nothing: gone
// "pid 42: asleep in ep_poll", for a message about a process that does not do what was expected of it.
std::string whereabouts(pid_t pid);
// The processes of a run, without ourselves and without zombies: those whose environment holds `marker`
// ("IPCSCOPE_RUN=..."), what they have started, and children of ours in one of `groups` (a process may have
// thrown its environment away; orphans come to us).
struct RunProcesses {
    std::vector<pid_t> found;
    // One that may be of the run is between two programs, without an environment for a moment (execve(2)):
    // whether it belongs to the run cannot be told now. Without `groups` this may be anybody's.
    bool undecided = false;
};
RunProcesses processes_of_run(const std::string& marker, const std::vector<pid_t>& groups);
// A descriptor for the process (pidfd_open(2)), or -1 with errno.
int open_process(pid_t pid);

}  // namespace ipcscope
