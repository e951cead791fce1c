// What is said about a worker to a person.
#pragma once

#include "runtime/run_state.h"

namespace ipcscope {

bool has_ended(const WorkerInfo& worker);
std::string end_words(const WorkerInfo& worker);  // "has exited with status 3", "was killed by SIGPIPE"
// "is blocked in pipe.read(p.read_end): waits for a writer of p", "is idle".
std::string state_words(const WorkerInfo& worker, const std::string& call);

// Why `interrupt` would do nothing for it: "is blocked in CALL: waits for ..., and no signal ends that
// wait: ...". "" = it would.
std::string no_interrupt_words(const WorkerInfo& worker, const std::string& call);

}  // namespace ipcscope
