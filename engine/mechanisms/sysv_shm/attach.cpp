#include "base/sysv.h"
#include "mechanisms/mapping.h"
#include "mechanisms/sysv_shm/segment.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <unistd.h>

namespace ipcscope::mechanisms::sysv_shm {
namespace {

struct Range {
    std::uintptr_t begin = 0, end = 0;
};

std::uintptr_t whole_pages(std::size_t size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

// Does something of the program itself lie there (its code, stack or heap)? What a person has mapped may be
// replaced.
bool holds_program(Range wanted) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        Range there;
        if (std::sscanf(line.c_str(), "%lx-%lx", &there.begin, &there.end) != 2) continue;
        there.begin = std::max(there.begin, wanted.begin);
        there.end = std::min(there.end, wanted.end);
        if (there.begin >= there.end) continue;
        const bool own = std::any_of(mappings().begin(), mappings().end(), [&](const auto& entry) {
            const auto& [begin, mapping] = entry;
            return mapping.address && begin <= there.begin && there.end <= begin + whole_pages(mapping.size);
        });
        if (!own) return true;
    }
    return false;
}

}  // namespace

void tell_attachments(Call& call, int id, int change) {
    shmid_ds segment{};
    if (shmctl(id, IPC_STAT, &segment) == 0) {
        call.level(0, static_cast<std::int64_t>(segment.shm_nattch), false);
    } else if (change != 0) {
        call.level(0, change, true);
    }
}

std::int64_t level_after_fork(std::string_view handle, std::int64_t native) {
    const auto* mapping = handle == "attachment" ? mapping_at(native) : nullptr;
    shmid_ds segment{};
    if (!mapping || shmctl(segment_of(*mapping), IPC_STAT, &segment) != 0) return -1;
    return static_cast<std::int64_t>(segment.shm_nattch);
}

void attach(Call& call) {
    const int id = call.fd("segment");
    const auto address = static_cast<std::uintptr_t>(call.integer("address"));
    const int flags = static_cast<int>(call.integer("flags"));
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    if (address != 0 &&
        address < page)  // root may, and no null pointer of the program would be noticed any more
        return call.refuse("address: the first page stays empty, to catch null pointers");
    shmid_ds segment{};
    if ((flags & SHM_REMAP) && shmctl(id, IPC_STAT, &segment) == 0) {
        const auto begin = address / page * page;
        if (address != 0 && holds_program({begin, begin + whole_pages(segment.shm_segsz)}))
            return call.refuse(fmt::format(
                "address: SHM_REMAP at {:#x} would replace memory of the program itself; only what "
                "the session has mapped may be replaced",
                address));
    }
    void* const at = reinterpret_cast<void*>(
        call.run([&] { return native_of(shmat(id, reinterpret_cast<const void*>(address), flags)); }));
    if (!call.ok()) return;
    shmctl(id, IPC_STAT, &segment);  // whoever may attach it may read it
    call.opened("mapping", {.kind = "attachment",
                            .native = native_of(at),
                            .key = fmt::format("sysv_shm:{}", id),
                            .aux = keep_mapping({.address = at,
                                                 .size = segment.shm_segsz,
                                                 .writable = (flags & SHM_RDONLY) == 0,
                                                 .object = fmt::format("shmid:{}", id)})});
    call.result("address", native_of(at));
    call.level(0, static_cast<std::int64_t>(segment.shm_nattch), false);
}

void detach(Call& call) {
    const auto address = call.native("mapping");
    const auto* mapping = mapping_at(address);
    const int id = mapping ? segment_of(*mapping) : -1;
    call.run([&] { return shmdt(reinterpret_cast<const void*>(address)); });
    if (!call.ok()) return;
    drop_mapping(address);
    call.closed("mapping");
    if (id < 0) return;
    tell_attachments(call, id, -1);
    if (!find_sysv(SysvKind::shared_memory, id)) call.removed("mapping");  // it was marked, and this the last
}

}  // namespace ipcscope::mechanisms::sysv_shm
