#include "mechanisms/sysv_sem/set.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipcscope::mechanisms::sysv_sem {
namespace {

using Values = std::array<unsigned short, max_semaphores>;

// Large enough for every set that numbers of 16 bits can reach, so GETALL and SETALL stay inside.
Values& buffer() {
    static Values values;
    return values;
}

// How many semaphores the set has; the most there may be where it cannot be asked (no read permission).
std::size_t size_of(int id) {
    semid_ds set{};
    if (semctl(id, 0, IPC_STAT, Argument{.state = &set}) != 0) return max_semaphores;
    return std::min<std::size_t>(set.sem_nsems, max_semaphores);
}

void tell_all(Call& call, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        tell_level(call, i, buffer()[i], false);
}

void query(Call& call, int command) {
    const int num = static_cast<int>(call.integer("num"));
    call.run([&] { return semctl(call.fd("set"), num, command, Argument{}); });
}

}  // namespace

void tell_level(Call& call, std::size_t num, std::int64_t value, bool relative) {
    if (num < max_shown) call.level(static_cast<std::uint32_t>(num), value, relative);
}

bool read_values(int id, const unsigned short*& values, std::size_t& count) {
    semid_ds set{};
    if (semctl(id, 0, IPC_STAT, Argument{.state = &set}) != 0) return false;
    if (set.sem_nsems > max_semaphores) return errno = EOVERFLOW, false;
    count = set.sem_nsems;
    values = buffer().data();
    return semctl(id, 0, GETALL, Argument{.values = buffer().data()}) == 0;
}

void get_value(Call& call) {
    query(call, GETVAL);
    if (call.ok()) tell_level(call, static_cast<std::size_t>(call.integer("num")), call.ret(), false);
}

void get_pid(Call& call) {
    query(call, GETPID);
}
void get_ncnt(Call& call) {
    query(call, GETNCNT);
}
void get_zcnt(Call& call) {
    query(call, GETZCNT);
}

void get_all(Call& call) {
    const int id = call.fd("set");
    const auto count = size_of(id);
    auto& values = buffer();
    call.run([&] { return semctl(id, 0, GETALL, Argument{.values = values.data()}); });
    if (!call.ok()) return;
    List list;
    list.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        list.emplace_back(std::int64_t{values[i]});
    tell_all(call, count);
    call.result("values", std::move(list));
}

void set_value(Call& call) {
    const int num = static_cast<int>(call.integer("num"));
    const int value = static_cast<int>(call.integer("value"));
    call.run([&] { return semctl(call.fd("set"), num, SETVAL, Argument{.value = value}); });
    if (call.ok()) tell_level(call, static_cast<std::size_t>(num), value, false);
}

void set_all(Call& call) {
    const int id = call.fd("set");
    const auto& given = call.list("values");
    const auto count = size_of(id);
    // SETALL has no length: the kernel would read on behind a list that is too short.
    if (count != max_semaphores && given.size() < count)
        return call.refuse(
            fmt::format("values: the set has {} semaphores, only {} values are given", count, given.size()));
    auto& values = buffer();
    for (std::size_t i = 0; i < count; ++i)
        values[i] = i < given.size() ? static_cast<unsigned short>(given[i].integer()) : 0;
    call.run([&] { return semctl(id, 0, SETALL, Argument{.values = values.data()}); });
    if (!call.ok()) return;
    tell_all(call, count == max_semaphores ? given.size() : count);  // size not known: what was said
}

}  // namespace ipcscope::mechanisms::sysv_sem
