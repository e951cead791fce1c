#include "mechanisms/sysv_calls.h"
#include "mechanisms/sysv_params.h"
#include "mechanisms/sysv_sem/set.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::mechanisms {
namespace sysv_sem {

Fields facts(const semid_ds& set) {
    Fields out{{"nsems", set.sem_nsems}, {"otime", set.sem_otime}, {"ctime", set.sem_ctime}};
    for (auto& field : sysv::permission_fields(set.sem_perm))
        out.push_back(std::move(field));
    return out;
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int id = static_cast<int>(native);
    semid_ds set{};
    const unsigned short* values = nullptr;
    std::size_t count = 0;
    if (semctl(id, 0, IPC_STAT, Argument{.state = &set}) != 0 || !read_values(id, values, count))
        return system_failure("the semaphore set cannot be read", "semctl");
    List list;
    const auto ask = [id](std::size_t num, int command) {
        return std::max(0, semctl(id, static_cast<int>(num), command, Argument{}));
    };
    for (std::size_t i = 0; i < std::min(count, max_shown); ++i)
        list.push_back(Fields{{"value", std::int64_t{values[i]}},
                              {"ncnt", ask(i, GETNCNT)},
                              {"zcnt", ask(i, GETZCNT)},
                              {"pid", ask(i, GETPID)}});
    auto out = facts(set);
    out.emplace_back("semaphores", std::move(list));
    return out;
}

}  // namespace sysv_sem

namespace {

using namespace sysv_sem;

void get(Call& call) {
    const auto count = static_cast<int>(call.integer("count"));
    const auto id = sysv::get_by_key(
        call, "sysv_sem", "set", [](key_t key) { return semget(key, 0, 0); },
        [&](key_t key, int flags) { return semget(key, count, flags); });
    if (!call.ok()) return;
    const unsigned short* values = nullptr;
    std::size_t found = 0;
    if (!read_values(id, values, found)) return;  // no permission to read: its level stays unknown
    for (std::size_t i = 0; i < found; ++i)
        tell_level(call, i, values[i], false);
}

// One that another program made: nothing is told to the journal, so that nobody removes it for us.
void use(Call& call) {
    const auto id = static_cast<int>(call.integer("id"));
    semid_ds state{};
    call.run([&] { return semctl(id, 0, IPC_STAT, Argument{.state = &state}) == -1 ? -1 : id; });
    if (!call.ok()) return;
    call.opened("set", {.kind = "set",
                        .native = id,
                        .key = fmt::format("sysv_sem:{}", id),
                        .label = fmt::format("id {}", id)});
    const unsigned short* values = nullptr;
    std::size_t found = 0;
    if (!read_values(id, values, found)) return;
    for (std::size_t i = 0; i < found; ++i)
        tell_level(call, i, values[i], false);
}

void stat(Call& call) {
    semid_ds set{};
    call.run([&] { return semctl(call.fd("set"), 0, IPC_STAT, Argument{.state = &set}); });
    if (!call.ok()) return;
    for (auto& [name, value] : facts(set))
        call.result(name.c_str(), std::move(value));
}

void change(Call& call) {
    call.run([&] {
        semid_ds set{};
        if (semctl(call.fd("set"), 0, IPC_STAT, Argument{.state = &set}) != 0) return -1;
        if (const auto n = call.integer("mode"); n >= 0) set.sem_perm.mode = static_cast<mode_t>(n);
        if (const auto n = call.integer("uid"); n >= 0) set.sem_perm.uid = static_cast<uid_t>(n);
        if (const auto n = call.integer("gid"); n >= 0) set.sem_perm.gid = static_cast<gid_t>(n);
        return semctl(call.fd("set"), 0, IPC_SET, Argument{.state = &set});
    });
}

void remove(Call& call) {
    const auto object = find_sysv(SysvKind::semaphore_set, call.fd("set"));
    call.run([&] { return semctl(call.fd("set"), 0, IPC_RMID, Argument{}); });
    if (!call.ok()) return;
    if (object) call.unmade(sysv_record(object->id, object->key, object->cuid, object->cgid));
    call.removed("set");
}

std::string describe_left(const std::string& record) {
    return describe_sysv(SysvKind::semaphore_set, record);
}

Result<std::string> remove_left(const std::string& record, bool intended) {
    return remove_sysv(SysvKind::semaphore_set, record, intended,
                       [](int id) { return semctl(id, 0, IPC_RMID, Argument{}); });
}

}  // namespace

const Driver& sysv_sem_driver();

const Driver& sysv_sem_driver() {
    static const Driver driver{{{"ftok", sysv::make_key},
                                {"get", get},
                                {"use", use},
                                {"op", operate},
                                {"timed_op", operate_timed},
                                {"set_value", set_value},
                                {"set_all", set_all},
                                {"get_value", get_value},
                                {"get_all", get_all},
                                {"get_pid", get_pid},
                                {"get_ncnt", get_ncnt},
                                {"get_zcnt", get_zcnt},
                                {"stat", stat},
                                {"set", change},
                                {"remove", remove}},
                               observe,
                               remove_left,
                               describe_left};
    return driver;
}

}  // namespace ipcscope::mechanisms
