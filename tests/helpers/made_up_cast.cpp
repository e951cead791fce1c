#include "helpers/made_up_cast.h"

#include <algorithm>
#include <cstdlib>

namespace ipcscope::testing::made_up {

namespace {

Channel add_channel(RunState& state, const Verbs& verbs, const std::string& name) {
    const auto id = static_cast<std::uint32_t>(state.objects.size() + 1);
    ObjectInfo object;
    object.id = ObjectId{id};
    object.mechanism = verbs.receive->mechanism;
    object.spec = &object.mechanism->objects.front();
    object.flow = object.spec->flow;
    object.name = name;
    object.key = std::string(object.mechanism->id) + ":[" + std::to_string(4000 + id) + "]";
    state.objects.emplace(object.id, object);
    HandleInfo handle;
    handle.id = HandleId{id};
    handle.kind = std::string(object.mechanism->id) + "." + verbs.handle;
    handle.object = object.id;
    handle.name = name;
    handle.native = 3 + id;
    state.handles.emplace(handle.id, handle);
    state.names.emplace(name, HandleRef{handle.id, handle.native});
    Channel channel;
    channel.object = object.id;
    channel.verbs = &verbs;
    channel.name = name;
    channel.in_bytes = object.spec->level_unit == Unit::bytes;
    return channel;
}

WorkerId add_worker(RunState& state, const std::string& name) {
    WorkerInfo info;
    info.id = WorkerId{static_cast<std::uint16_t>(state.workers.size() + 1)};
    info.name = name;
    info.pid = 4000 + info.id.value;
    if (info.id.value > 1) info.parent = WorkerId{1};
    info.status = WorkerStatus::idle;
    state.workers.push_back(info);
    state.names.emplace(name, WorkerRef{info.id, info.pid});
    return info.id;
}

}  // namespace

// Of 2.3 lanes one is a worker: each has a channel with a level, a few have signals and memories.
Cast::Cast(const Registry& registry, RunState& state, int lanes) {
    const auto operation = [&](const char* name) {
        const auto* found = registry.operation(name);
        if (!found) std::abort();
        return found;
    };
    kinds = {{operation("pipe.write"), operation("pipe.read"), "read_end"},
             {operation("sysv_msg.send"), operation("sysv_msg.receive"), "queue"},
             {operation("posix_mq.send"), operation("posix_mq.receive"), "queue"},
             {operation("unix_socket.send"), operation("unix_socket.recv"), "socket"},
             {operation("fifo.write"), operation("fifo.read"), "read_end"},
             {operation("tcp_socket.send"), operation("tcp_socket.recv"), "socket"}};
    memory = {operation("posix_shm.write"), operation("posix_shm.read"), "mapping"};
    semaphore = {operation("sysv_sem.op"), operation("sysv_sem.op"), "set"};
    kill = operation("signal.kill");
    delivered = operation("signal.delivered");
    const int pairs = std::max(1, static_cast<int>(lanes / 4.6));
    for (int i = 0; i < pairs; ++i) {
        auto& client = clients.emplace_back();
        client.id = add_worker(state, "client" + std::to_string(i + 1));
        client.inbox = add_channel(state, kinds[i % 3 == 0 ? 3 : 0], "reply" + std::to_string(i + 1));
        auto& server = servers.emplace_back();
        server.id = add_worker(state, "server" + std::to_string(i + 1));
        server.inbox = add_channel(state, kinds[static_cast<std::size_t>(i) % kinds.size()],
                                   "inbox" + std::to_string(i + 1));
    }
    for (int i = 0; i < std::max(1, pairs / 8); ++i) {
        memories.push_back(add_channel(state, memory, "table" + std::to_string(i + 1)));
        semaphores.push_back(add_channel(state, semaphore, "lock" + std::to_string(i + 1)));
        semaphores.back().level = 1;
    }
}

}  // namespace ipcscope::testing::made_up
