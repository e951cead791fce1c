// What the drivers of the System V mechanisms share: keys, and the getting of an object by one.
#pragma once

#include "base/sysv.h"
#include "mechanisms/driver.h"

#include <cerrno>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

#include <sys/ipc.h>

namespace ipcscope::mechanisms::sysv {

inline void make_key(Call& call) {
    const auto& path = call.bytes("path");
    const int project = static_cast<int>(call.integer("project"));
    const auto key = call.run([&] { return ftok(path.c_str(), project); });
    if (call.ok()) call.result("key", key);
}

// Runs `get(key, flags)`, which gives the id, as msgget does; opens the handle `kind`, and tells the journal
// of an object that was made. `look(key)`: of what is there already; nothing is made by it. Would IPC_CREAT
// make one? Asked before, because the answer of `get` does not tell. -1 = it failed.
template <typename Look, typename Get>
int get_by_key(Call& call, const char* mechanism, const char* kind, Look look, Get get) {
    const auto key = static_cast<key_t>(call.integer("key"));
    const auto flags = static_cast<int>(call.integer("flags") | call.integer("mode"));
    const auto is_free = [&] { return look(key) == -1 && errno == ENOENT; };
    const bool makes = key == IPC_PRIVATE || ((flags & IPC_CREAT) != 0 && is_free());
    if (makes && key != IPC_PRIVATE) call.making(sysv_intent(key));  // withdrawn by `made`, or by failure
    const auto id = static_cast<int>(call.run([&] { return get(key, flags); }));
    if (call.ok() && makes) call.made(sysv_record(id, key, geteuid(), getegid()));
    if (!call.ok()) return -1;
    call.opened(kind,
                {.kind = kind,
                 .native = id,
                 .key = fmt::format("{}:{}", mechanism, id),
                 .label = key == IPC_PRIVATE ? std::string("IPC_PRIVATE")
                                             : fmt::format("key {:#010x}", static_cast<unsigned>(key))});
    return id;
}

}  // namespace ipcscope::mechanisms::sysv
