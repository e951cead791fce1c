#include "mechanisms/mapping.h"
#include "mechanisms/posix_shm/memory.h"

#include <fmt/format.h>
#include <unistd.h>

#include <sys/mman.h>

namespace ipcscope::mechanisms::posix_shm {

void map(Call& call) {
    const int fd = call.fd("object");
    const auto length = static_cast<std::size_t>(call.integer("length"));
    const int prot = static_cast<int>(call.integer("prot"));
    const int flags = static_cast<int>(call.integer("flags"));
    const auto offset = call.integer("offset");
    void* const at = reinterpret_cast<void*>(
        call.run([&] { return native_of(::mmap(nullptr, length, prot, flags, fd, offset)); }));
    if (!call.ok()) return;
    struct stat status {};
    ::fstat(fd, &status);
    const auto identity = identity_of(status);
    // Nobody sees what is written into a private mapping: it is an object of its own.
    static unsigned copies = 0;
    const bool shared = (flags & MAP_SHARED) != 0;
    call.opened("mapping",
                {.kind = "mapping",
                 .native = native_of(at),
                 .key = shared ? "posix_shm:" + identity
                               : fmt::format("private:{}:{}:{}", ::getpid(), native_of(at), ++copies),
                 .label = shared ? "" : "private copy",
                 .aux = keep_mapping({.address = at,
                                      .size = length,
                                      .writable = (prot & PROT_WRITE) != 0,
                                      .object = identity,
                                      .offset = static_cast<std::uint64_t>(offset)})});
    call.result("address", native_of(at));
}

void unmap(Call& call) {
    const auto* mapping = mapping_at(call.native("mapping"));
    if (!mapping || !call.aux("mapping"))
        return call.refuse("mapping: it is not mapped in this process any more");
    void* const at = mapping->address;
    call.run([&] { return ::munmap(at, mapping->size); });
    if (!call.ok()) return;
    drop_mapping(native_of(at));
    call.closed("mapping");
}

}  // namespace ipcscope::mechanisms::posix_shm
