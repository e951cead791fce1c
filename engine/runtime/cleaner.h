// Finds and removes what runs that did not end by themselves have left: processes, kernel objects, files.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

// Leftovers of all runs of this user whose program is gone (their lock is free). One line for each thing that
// was (or, in a dry run, would be) removed; empty = there was nothing. Error: what could not be removed.
Result<std::vector<std::string>> clean_leftovers(bool dry_run, const std::string& worker_program = {});

// One run: kills its processes, removes what its journal lists, then its directory. `groups`: process groups
// that the run has made, if they are known (of a run of this process).
Status clean_run(const std::string& directory, const std::string& worker_program, bool dry_run,
                 std::vector<std::string>& done, const std::vector<pid_t>& groups = {});

// "" -> ipcscope-worker beside this program; Error: it is not there.
Result<std::string> find_worker_program(const std::string& given);

}  // namespace ipcscope
