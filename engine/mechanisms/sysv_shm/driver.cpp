#include "mechanisms/memory_calls.h"
#include "mechanisms/sysv_calls.h"
#include "mechanisms/sysv_params.h"
#include "mechanisms/sysv_shm/segment.h"

#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::mechanisms {
namespace {

using namespace sysv_shm;

void get(Call& call) {
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const auto id = sysv::get_by_key(
        call, "sysv_shm", "segment", [](key_t key) { return shmget(key, 0, 0); },
        [&](key_t key, int flags) { return shmget(key, size, flags); });
    if (!call.ok()) return;
    tell_attachments(call, id, 0);
}

// One that another program made: nothing is told to the journal, so that nobody removes it for us.
void use(Call& call) {
    const auto id = static_cast<int>(call.integer("id"));
    shmid_ds state{};
    call.run([&] { return shmctl(id, IPC_STAT, &state) == -1 ? -1 : id; });
    if (!call.ok()) return;
    call.opened("segment", {.kind = "segment",
                            .native = id,
                            .key = fmt::format("sysv_shm:{}", id),
                            .label = fmt::format("id {}", id)});
    tell_attachments(call, id, 0);
}

void stat(Call& call) {
    shmid_ds segment{};
    call.run([&] { return shmctl(call.fd("segment"), IPC_STAT, &segment); });
    if (!call.ok()) return;
    for (auto& [name, value] : facts(segment))
        call.result(name.c_str(), std::move(value));
    tell_attachments(call, call.fd("segment"), 0);
}

void change(Call& call) {
    call.run([&] {
        shmid_ds segment{};
        if (shmctl(call.fd("segment"), IPC_STAT, &segment) != 0) return -1;
        if (const auto n = call.integer("mode"); n >= 0) segment.shm_perm.mode = static_cast<mode_t>(n);
        if (const auto n = call.integer("uid"); n >= 0) segment.shm_perm.uid = static_cast<uid_t>(n);
        if (const auto n = call.integer("gid"); n >= 0) segment.shm_perm.gid = static_cast<gid_t>(n);
        return shmctl(call.fd("segment"), IPC_SET, &segment);
    });
}

void lock(Call& call) {
    call.run([&] { return shmctl(call.fd("segment"), SHM_LOCK, nullptr); });
}

void unlock(Call& call) {
    call.run([&] { return shmctl(call.fd("segment"), SHM_UNLOCK, nullptr); });
}

void remove(Call& call) {
    const int id = call.fd("segment");
    const auto object = find_sysv(SysvKind::shared_memory, id);
    call.run([&] { return shmctl(id, IPC_RMID, nullptr); });
    if (!call.ok()) return;
    // From now on the kernel frees it with its last attachment, whoever dies.
    if (object) call.unmade(sysv_record(object->id, object->key, object->cuid, object->cgid));
    if (!find_sysv(SysvKind::shared_memory, id)) call.removed("segment");
}

std::string describe_left(const std::string& record) {
    return describe_sysv(SysvKind::shared_memory, record);
}

Result<std::string> remove_left(const std::string& record, bool intended) {
    return remove_sysv(SysvKind::shared_memory, record, intended,
                       [](int id) { return shmctl(id, IPC_RMID, nullptr); });
}

Driver make_driver() {
    Driver driver{.operations = memory::drivers(),
                  .observe = observe,
                  .remove = remove_left,
                  .describe = describe_left,
                  .level_after_fork = level_after_fork};
    for (const Driver::Operation& own : {Driver::Operation{"ftok", sysv::make_key},
                                         {"get", get},
                                         {"use", use},
                                         {"at", attach},
                                         {"dt", detach},
                                         {"stat", stat},
                                         {"set", change},
                                         {"lock", lock},
                                         {"unlock", unlock},
                                         {"remove", remove}})
        driver.operations.push_back(own);
    return driver;
}

}  // namespace

const Driver& sysv_shm_driver();

const Driver& sysv_shm_driver() {
    static const Driver driver = make_driver();
    return driver;
}

}  // namespace ipcscope::mechanisms
