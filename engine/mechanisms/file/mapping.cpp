#include "mechanisms/mapping.h"

#include "mechanisms/file/files.h"
#include "mechanisms/memory_calls.h"

#include <cerrno>
#include <unistd.h>

#include <sys/mman.h>

namespace ipcscope::mechanisms::files {

namespace {

// Private copies: what is written there reaches nobody.
void write_memory(Call& call, void (*access)(Call&)) {
    const auto* mapping = static_cast<const Mapping*>(call.aux("to"));
    const bool alone = mapping && !mapping->shared;
    access(call);
    if (alone) call.flow_key(flow_offset(-1));
}

void memory_write(Call& call) {
    write_memory(call, memory::write);
}
void store(Call& call) {
    write_memory(call, memory::store);
}
void fetch_add(Call& call) {
    write_memory(call, memory::fetch_add);
}
void compare_exchange(Call& call) {
    write_memory(call, memory::compare_exchange);
}

}  // namespace

void map(Call& call) {
    const int fd = call.fd("file");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const int access = static_cast<int>(call.integer("access"));
    const int sharing = static_cast<int>(call.integer("sharing"));
    const auto offset = call.integer("offset");
    struct stat status {};
    void* address = nullptr;
    call.run([&] {
        address = ::mmap(nullptr, size, access, sharing, fd, offset);
        return address == MAP_FAILED ? -1 : native_of(address);
    });
    if (!call.ok()) return;
    ::fstat(fd, &status);
    const auto key = key_of(status);
    call.opened("mapping", {.kind = "mapping",
                            .native = native_of(address),
                            .key = key,
                            .aux = keep_mapping({.address = address,
                                                 .size = size,
                                                 .writable = (access & PROT_WRITE) != 0,
                                                 .shared = sharing != MAP_PRIVATE,
                                                 .object = key.substr(key.find(':') + 1),
                                                 .offset = static_cast<std::uint64_t>(offset)})});
}

void sync_mapping(Call& call) {
    const auto native = call.native("mapping");
    const auto* mapping = mapping_at(native);
    const auto whole = mapping ? mapping->size : 1;
    const auto offset = static_cast<std::size_t>(call.integer("offset"));
    const auto wanted = static_cast<std::size_t>(call.integer("size"));
    const auto left = whole - std::min(whole, offset);
    if (mapping && wanted > left)
        return call.refuse(fmt::format("size: the mapping has only {} bytes from there on", left));
    auto* from = reinterpret_cast<char*>(static_cast<std::uintptr_t>(native)) + offset;
    call.run([&] { return ::msync(from, wanted ? wanted : left, static_cast<int>(call.integer("flags"))); });
}

// Somebody else's memory may have the place of a mapping that is no more.
void unmap(Call& call) {
    const auto* mapping = static_cast<const Mapping*>(call.aux("mapping"));
    if (!mapping || !mapping->address)
        return call.refuse("mapping: it is not mapped in this process any more");
    const auto native = call.native("mapping");
    call.run([&] { return ::munmap(mapping->address, mapping->size); });
    if (!call.ok()) return;
    drop_mapping(native);
    call.closed("mapping");
}

std::vector<Driver::Operation> memory_operations() {
    return {{"memory_write", memory_write},
            {"memory_read", memory::read},
            {"store", store},
            {"load", memory::load},
            {"fetch_add", fetch_add},
            {"compare_exchange", compare_exchange}};
}

}  // namespace ipcscope::mechanisms::files
