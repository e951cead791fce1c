// A system full of IPC objects, held and waited for by real processes, in namespaces of its own: when its
// first process ends, however it ends, the kernel takes all of it away, and the machine's limits stay.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace ipcscope::bench {

struct MadeUpSystem {
    std::size_t queues = 5'000, semaphores = 5'000, segments = 2'000, posix_queues = 200;
    std::size_t unix_sockets = 10'000, tcp_sockets = 4'000, pipes = 2'000, processes = 300;
    std::size_t active = 10;  // of the processes: they run ten times a second, the others wait
};

// Runs `inside` as the first process of new namespaces (pid, IPC, network, mounts); its answer is the exit
// code. -1: no namespaces can be made here.
int in_own_namespaces(const std::function<int()>& inside);
// Makes it, in this process and its children. "" = all is there; else what could not be made.
std::string make_system(const MadeUpSystem& system);

}  // namespace ipcscope::bench
