#include "mechanisms/sysv_calls.h"
#include "mechanisms/sysv_msg/queue.h"

#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::mechanisms {
namespace {

using namespace sysv_msg;

void get(Call& call) {
    sysv::get_by_key(
        call, "sysv_msg", "queue", [](key_t key) { return msgget(key, 0); },
        [](key_t key, int flags) { return msgget(key, flags); });
}

// One that another program made: nothing is told to the journal, so that nobody removes it for us.
void use(Call& call) {
    const auto id = static_cast<int>(call.integer("id"));
    msqid_ds state{};
    call.run([&] { return msgctl(id, IPC_STAT, &state) == -1 ? -1 : id; });
    if (!call.ok()) return;
    call.opened("queue", {.kind = "queue",
                          .native = id,
                          .key = fmt::format("sysv_msg:{}", id),
                          .label = fmt::format("id {}", id)});
    call.level(0, static_cast<std::int64_t>(state.msg_qnum), false);
}

void stat(Call& call) {
    msqid_ds queue{};
    call.run([&] { return msgctl(call.fd("queue"), IPC_STAT, &queue); });
    if (!call.ok()) return;
    for (auto& [name, value] : facts(queue))
        call.result(name.c_str(), std::move(value));
}

void set(Call& call) {
    call.run([&] {
        msqid_ds queue{};
        if (msgctl(call.fd("queue"), IPC_STAT, &queue) != 0) return -1;
        if (const auto n = call.integer("qbytes"); n >= 0) queue.msg_qbytes = static_cast<msglen_t>(n);
        if (const auto n = call.integer("mode"); n >= 0) queue.msg_perm.mode = static_cast<mode_t>(n);
        if (const auto n = call.integer("uid"); n >= 0) queue.msg_perm.uid = static_cast<uid_t>(n);
        if (const auto n = call.integer("gid"); n >= 0) queue.msg_perm.gid = static_cast<gid_t>(n);
        return msgctl(call.fd("queue"), IPC_SET, &queue);
    });
}

void remove(Call& call) {
    const auto object = find_sysv(SysvKind::message_queue, call.fd("queue"));
    call.run([&] { return msgctl(call.fd("queue"), IPC_RMID, nullptr); });
    if (!call.ok()) return;
    if (object) call.unmade(sysv_record(object->id, object->key, object->cuid, object->cgid));
    call.removed("queue");
}

std::string describe_left(const std::string& record) {
    return describe_sysv(SysvKind::message_queue, record);
}

Result<std::string> remove_left(const std::string& record, bool intended) {
    return remove_sysv(SysvKind::message_queue, record, intended,
                       [](int id) { return msgctl(id, IPC_RMID, nullptr); });
}

}  // namespace

const Driver& sysv_msg_driver();

const Driver& sysv_msg_driver() {
    static const Driver driver{{{"ftok", sysv::make_key},
                                {"get", get},
                                {"use", use},
                                {"send", send},
                                {"receive", receive},
                                {"peek", peek},
                                {"stat", stat},
                                {"set", set},
                                {"remove", remove}},
                               observe,
                               remove_left,
                               describe_left};
    return driver;
}

}  // namespace ipcscope::mechanisms
