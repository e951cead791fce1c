// Shared memory that is mapped into a worker, whichever mechanism mapped it. The native number of a handle
// with the role "memory" is the address; what the driver gives as aux beside it is a Mapping of this table,
// so that any mechanism can put a semaphore or a mutex there. Everything here survives fork(2), as the
// mapping itself does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace ipcscope::mechanisms {

struct Mapping {
    void* address = nullptr;   // of the first byte
    std::size_t size = 0;      // bytes that were asked for; the kernel maps whole pages
    bool writable = false;     // PROT_WRITE, no SHM_RDONLY
    bool shared = true;        // false: a private copy (MAP_PRIVATE), what is written there reaches nobody
    std::string object = {};   // whose memory it is, on this machine: "dev:ino" of a file, "shmid:5"
    std::uint64_t offset = 0;  // where in that object the mapping begins, bytes

    char* at(std::size_t position) const { return static_cast<char*>(address) + position; }
    // Do `count` bytes from `position` on lie inside?
    bool holds(std::size_t position, std::size_t count) const {
        return position <= size && count <= size - position;
    }
};

// All mappings of this process, by address.
inline std::map<std::uintptr_t, Mapping>& mappings() {
    static std::map<std::uintptr_t, Mapping> all;
    return all;
}

// Puts a mapping into the table; the address of the entry is for Call::Opened::aux and stays good for ever.
// One that began at the same address (unmapped since, or replaced by SHM_REMAP) has become this one.
inline Mapping* keep_mapping(Mapping mapping) {
    auto& entry = mappings()[reinterpret_cast<std::uintptr_t>(mapping.address)];
    entry = std::move(mapping);
    return &entry;
}

// The one that begins at this address (a handle's native number); nullptr = there is none any more.
inline Mapping* mapping_at(std::int64_t native) {
    const auto found = mappings().find(static_cast<std::uintptr_t>(native));
    return found == mappings().end() || !found->second.address ? nullptr : &found->second;
}

// After munmap(2) or shmdt(2): holds nothing any more, `address` is nullptr.
inline void drop_mapping(std::int64_t native) {
    if (auto* mapping = mapping_at(native)) *mapping = {};
}

// The native number of a mapping's handle.
inline std::int64_t native_of(const void* address) {
    return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(address));
}

}  // namespace ipcscope::mechanisms
