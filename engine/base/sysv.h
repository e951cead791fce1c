// What the System V mechanisms share (sysvipc(7)): which object an id means, and whether it is still ours.
// An id holds a sequence number: the kernel gives the same id again only after some 65536 rounds through its
// slots. Key, creator's uid and gid never change (IPC_SET does not reach them), the times do. So these name
// an object, together with the IPC namespace and the boot that the id belongs to.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>

#include <sys/types.h>

namespace ipcscope {

enum class SysvKind : std::uint8_t { message_queue, semaphore_set, shared_memory };

struct SysvObject {
    int id = -1;
    key_t key = 0;  // 0 = IPC_PRIVATE
    uid_t cuid = 0;
    gid_t cgid = 0;
    std::int64_t ctime = 0;  // creation or last change, seconds since 1970
};

// A row of /proc/sysvipc/{msg,sem,shm}: readable whatever the object's permissions; nothing = no such object.
std::optional<SysvObject> find_sysv(SysvKind kind, int id);
std::optional<SysvObject> find_sysv_key(SysvKind kind, key_t key);

// For the journal: an object that was made, and the intent to make one with this key at this moment.
std::string sysv_record(int id, key_t key, uid_t cuid, gid_t cgid);
std::string sysv_intent(key_t key);

// Removes what a record names by `remove(id)` (0, or -1 and errno), if it is still the same object. An intent
// is met only by an object with its key, its creator and a change time within two seconds of it. "" = gone.
Result<std::string> remove_sysv(SysvKind kind, const std::string& record, bool intended, int (*remove)(int));

// What a record speaks of, for a person: "message queue 98321", "semaphore set with key 0x1234567".
std::string describe_sysv(SysvKind kind, const std::string& record);

}  // namespace ipcscope
