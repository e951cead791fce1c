// The calls behind anonymous_map_spec.h.
#pragma once

#include "mechanisms/anonymous_map_spec.h"
#include "mechanisms/shared_place.h"

#include <cinttypes>
#include <cstdio>
#include <fstream>

#include <sys/mman.h>

namespace ipcscope::mechanisms::anonymous {

struct Region {
    std::string object;  // "dev:ino"; an anonymous shared mapping has an inode of its own too
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

// The line of /proc/PID/maps that holds the address (proc(5)); nothing = there is none.
inline std::optional<Region> region_of(pid_t process, std::uint64_t address) {
    std::ifstream maps(fmt::format("/proc/{}/maps", process));
    for (std::string line; std::getline(maps, line);) {
        Region region;
        std::uint64_t inode = 0;
        char device[16]{};
        if (std::sscanf(line.c_str(), "%" SCNx64 "-%" SCNx64 " %*s %*s %15s %" SCNu64, &region.begin,
                        &region.end, device, &inode) != 4)
            continue;
        if (address < region.begin || address >= region.end) continue;
        region.object = fmt::format("{}:{}", device, inode);
        return region;
    }
    return {};
}

inline void map(Call& call) {
    const auto size = static_cast<std::size_t>(call.integer("size"));
    void* address = nullptr;
    call.run([&] {
        address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        return address == MAP_FAILED ? -1 : 0;
    });
    if (!call.ok()) return;
    const auto native = native_of(address);
    const auto region = region_of(getpid(), static_cast<std::uint64_t>(native));
    auto* mapping =
        keep_mapping({.address = address,
                      .size = size,
                      .writable = true,
                      .object = region ? region->object : fmt::format("{}:{}", getpid(), address)});
    call.opened("memory", {.kind = "memory", .native = native, .key = mapping->object, .aux = mapping});
}

inline void unmap(Call& call) {
    const auto* mapping = static_cast<const Mapping*>(call.aux("memory"));
    if (!mapping || !mapping->address) return call.refuse("memory: it is not mapped in this process");
    call.run([&] { return ::munmap(mapping->address, mapping->size); });
    if (!call.ok()) return;
    drop_mapping(call.native("memory"));
    call.closed("memory");
}

inline Result<Fields> observe(pid_t process, std::int64_t native) {
    const auto region = region_of(process, static_cast<std::uint64_t>(native));
    if (!region) return failure("it is not mapped any more");
    std::string content(std::min<std::size_t>(shown_bytes, region->end - region->begin), '\0');
    const iovec local{content.data(), content.size()};
    const iovec remote{const_cast<void*>(address_of(native)), content.size()};
    const auto n = process_vm_readv(process, &local, 1, &remote, 1, 0);
    if (n == -1) return system_failure("reading shared memory", "process_vm_readv");
    content.resize(static_cast<std::size_t>(n));
    return Fields{{"content", std::move(content)},
                  {"size", static_cast<std::int64_t>(region->end - region->begin)}};
}

}  // namespace ipcscope::mechanisms::anonymous
