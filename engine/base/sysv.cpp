#include "base/sysv.h"

#include <charconv>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>
#include <vector>

#include <sys/stat.h>

namespace ipcscope {
namespace {

struct Words {
    const char* file;
    const char* id_column;
    const char* name;
};

Words words(SysvKind kind) {
    switch (kind) {
        case SysvKind::message_queue: return {"/proc/sysvipc/msg", "msqid", "message queue"};
        case SysvKind::semaphore_set: return {"/proc/sysvipc/sem", "semid", "semaphore set"};
        case SysvKind::shared_memory: return {"/proc/sysvipc/shm", "shmid", "shared memory segment"};
    }
    return {"", "", ""};
}

template <typename Wanted>
std::optional<SysvObject> find_row(SysvKind kind, Wanted wanted) {
    std::ifstream file(words(kind).file);
    std::string line;
    if (!std::getline(file, line)) return {};
    std::vector<std::string> columns;
    std::istringstream head(line);
    for (std::string column; head >> column;)
        columns.push_back(column);
    while (std::getline(file, line)) {
        SysvObject object;
        std::istringstream row(line);
        for (const auto& column : columns) {
            std::int64_t number = 0;
            row >> number;  // the octal mode is read as decimal, and not used
            if (column == words(kind).id_column) object.id = static_cast<int>(number);
            if (column == "key") object.key = static_cast<key_t>(number);
            if (column == "cuid") object.cuid = static_cast<uid_t>(number);
            if (column == "cgid") object.cgid = static_cast<gid_t>(number);
            if (column == "ctime") object.ctime = number;
        }
        if (row && wanted(object)) return object;
    }
    return {};
}

// Where an id means something: "4026531839 2f6c...": IPC namespace and boot.
std::string ipc_namespace() {
    struct stat info {};
    return stat("/proc/self/ns/ipc", &info) == 0 ? std::to_string(info.st_ino) : "0";
}

const std::string& boot() {
    static const std::string id = [] {
        std::string text;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> text;
        return text;
    }();
    return id;
}

// The number behind "name=" in a record; nothing if it is not there.
std::optional<std::int64_t> number(const std::string& record, const std::string& name) {
    const auto at = record.find(" " + name + "=");
    if (at == std::string::npos) return {};
    std::int64_t value = 0;
    const char* first = record.data() + at + name.size() + 2;
    const auto [end, error] = std::from_chars(first, record.data() + record.size(), value);
    if (error != std::errc{} || (end != record.data() + record.size() && *end != ' ')) return {};
    return value;
}

}  // namespace

std::optional<SysvObject> find_sysv(SysvKind kind, int id) {
    return find_row(kind, [id](const SysvObject& object) { return object.id == id; });
}

std::optional<SysvObject> find_sysv_key(SysvKind kind, key_t key) {
    return find_row(kind, [key](const SysvObject& object) { return object.key == key; });
}

std::string sysv_record(int id, key_t key, uid_t cuid, gid_t cgid) {
    return fmt::format("sysv id={} key={} cuid={} cgid={} namespace={} boot={}", id, key, cuid, cgid,
                       ipc_namespace(), boot());
}

std::string sysv_intent(key_t key) {
    return fmt::format("sysv at={} key={} cuid={} cgid={} namespace={} boot={}", std::time(nullptr), key,
                       geteuid(), getegid(), ipc_namespace(), boot());
}

std::string describe_sysv(SysvKind kind, const std::string& record) {
    const char* name = words(kind).name;
    if (const auto id = number(record, "id")) return fmt::format("{} {}", name, *id);
    if (const auto key = number(record, "key"))
        return fmt::format("{} with key {:#x}", name, static_cast<std::uint32_t>(*key));
    return record;
}

Result<std::string> remove_sysv(SysvKind kind, const std::string& record, bool intended, int (*remove)(int)) {
    const char* name = words(kind).name;
    const auto id = number(record, "id");
    const auto at = number(record, "at");
    const auto key = number(record, "key");
    const auto cuid = number(record, "cuid");
    const auto cgid = number(record, "cgid");
    const auto space = record.find(" namespace=" + ipc_namespace() + " ");
    if (!key || !cuid || !cgid || (!id && !at) || record.find(" boot=") == std::string::npos)
        return failure(fmt::format("'{}' is not a record of a {}", record, name));
    if (!record.ends_with(" boot=" + boot())) return std::string();  // nothing of System V outlives a boot
    if (space == std::string::npos)
        return failure(
            fmt::format("a {} was made in another IPC namespace and can only be removed there", name));

    const auto object =
        id ? find_sysv(kind, static_cast<int>(*id)) : find_sysv_key(kind, static_cast<key_t>(*key));
    if (!object || (!id && *key == 0)) return std::string();
    const bool same = object->cuid == static_cast<uid_t>(*cuid) && object->cgid == static_cast<gid_t>(*cgid);
    // Its key becomes 0 while a segment waits for its last detach: it is still the same one.
    if (id && !intended && (!same || (object->key != *key && object->key != 0))) return std::string();
    if (!id && (!same || object->ctime < *at || object->ctime > *at + 2)) return std::string();

    if (remove(object->id) == 0) return fmt::format("removed {} {}", name, object->id);
    if (errno == EIDRM || errno == EINVAL) return std::string();
    return system_failure(fmt::format("{} {}", name, object->id), "IPC_RMID");
}

}  // namespace ipcscope
