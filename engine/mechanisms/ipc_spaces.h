// Objects of System V belong to an IPC namespace (ipc_namespaces(7)): those of others are seen by going
// there.
#pragma once

#include "mechanisms/monitor.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms {

// Calls `look(namespace)` in each one that a process of the sample lives in: in our own first, then, where
// that is allowed (CAP_SYS_ADMIN), in the others, from a thread that has gone there. Says which ones are not
// seen; `what`: "message queues".
void each_ipc_space(Sample& sample, std::size_t kind, std::string_view what,
                    const std::function<void(std::uint64_t)>& look);

// "32768"; of another namespace than ours "ipc:[4026532000]/32768".
std::string key_in_space(const Sample& sample, std::uint64_t space, std::string_view key);
bool in_other_space(std::string_view key);
// Of a process: its own, ours if that is not known.
std::uint64_t ipc_space_of(const Sample& sample, ProcessIndex process);

}  // namespace ipcscope::mechanisms
