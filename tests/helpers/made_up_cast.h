// Who takes part in a made-up recording: workers, channels between them, memories and semaphores.
#pragma once

#include "runtime/recording.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace ipcscope::testing::made_up {

struct Verbs {  // of one way to send
    const OperationRef* send;
    const OperationRef* receive;
    const char* handle;  // what the receiver's is called
};

struct Channel {
    ObjectId object;
    const Verbs* verbs = nullptr;
    std::string name;
    std::int64_t level = 0;
    bool in_bytes = false;
};

struct Actor {
    WorkerId id;
    std::int64_t free_ns = 0;     // of what was planned for it
    std::int64_t waiting_ns = 0;  // servers: when the receive began that it sits in
    Channel inbox;                // servers: requests; clients: replies
    std::uint32_t receive_call = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> calls;  // by operation and object
};

// Channels point into it: it stays where it is.
struct Cast {
    Cast(const Registry& registry, RunState& state, int lanes);
    Cast(const Cast&) = delete;
    Cast& operator=(const Cast&) = delete;

    std::vector<Verbs> kinds;
    Verbs memory{}, semaphore{};
    const OperationRef* kill = nullptr;
    const OperationRef* delivered = nullptr;
    std::deque<Actor> clients, servers;
    std::vector<Channel> memories, semaphores;
};

}  // namespace ipcscope::testing::made_up
