// What several processes use in one piece of shared memory: a semaphore, a mutex, ... at an address. The
// handle of such a thing has the address as its native number and a SharedPlace as Call::aux.
#pragma once

#include "base/result.h"
#include "mechanisms/driver.h"
#include "mechanisms/mapping.h"

#include <cerrno>
#include <ctime>
#include <fmt/format.h>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

#include <sys/uio.h>

namespace ipcscope::mechanisms {

struct SharedPlace {
    char* address = nullptr;
    const Mapping* mapping = nullptr;  // nullptr = libc's own (sem_open)
    std::string object = {};           // whose memory it was when the handle was made
    std::size_t size = 0;
    std::string key = {};  // "8:1:4711+64": the same in every process
};

// Kept as long as the process lives: handles point to it, in forked children too.
inline SharedPlace* keep_place(SharedPlace place) {
    static std::vector<std::unique_ptr<SharedPlace>> all;
    return all.emplace_back(std::make_unique<SharedPlace>(std::move(place))).get();
}

// `size` bytes at `offset` of the mapping that the handle parameter `memory` names; nothing = refused, with
// the reason.
inline std::optional<SharedPlace> place_in(Call& call, const char* what, std::size_t size,
                                           std::size_t align) {
    const auto* mapping = static_cast<const Mapping*>(call.aux("memory"));
    const auto offset = static_cast<std::size_t>(call.integer("offset"));
    if (!mapping || !mapping->address) {
        call.refuse("memory: it is not mapped in this process");
    } else if (!mapping->writable) {
        call.refuse(fmt::format("memory: it is mapped for reading only, and a {} is written to", what));
    } else if (!mapping->holds(offset, size)) {
        call.refuse(fmt::format("offset: a {} has {} bytes; at {} it does not fit into the mapping's {}",
                                what, size, offset, mapping->size));
    } else if (reinterpret_cast<std::uintptr_t>(mapping->at(offset)) % align != 0) {
        call.refuse(
            fmt::format("offset: a {} must lie at a multiple of {}, which {} is not", what, align, offset));
    } else {
        return SharedPlace{.address = mapping->at(offset),
                           .mapping = mapping,
                           .object = mapping->object,
                           .size = size,
                           .key = fmt::format("{}+{}", mapping->object, mapping->offset + offset)};
    }
    return {};
}

// What the handle parameter `name` stands for; nullptr = refused, with the reason: to touch it would end the
// process.
template <typename Object>
Object* place_of(Call& call, const char* name) {
    const auto* place = static_cast<const SharedPlace*>(call.aux(name));
    const char* why = nullptr;
    if (!place) {
        why = "this process does not have it, or has closed it";
    } else if (const auto* in = place->mapping) {
        const bool inside = in->address && in->object == place->object && place->address >= in->at(0) &&
                            place->address + place->size <= in->at(in->size);
        if (!inside) why = "the memory that it lies in is not mapped any more";
    }
    if (!why) return reinterpret_cast<Object*>(place->address);
    call.refuse(fmt::format("{}: {}", name, why));
    return nullptr;
}

// Reads an object of this or another process without touching it (process_vm_readv(2)): a page that is not
// there is an error, not a signal.
template <typename Object>
Result<Object> peek(pid_t process, const void* address) {
    alignas(Object) char bytes[sizeof(Object)];
    const iovec local{bytes, sizeof bytes};
    const iovec remote{const_cast<void*>(address), sizeof bytes};
    const auto n = process_vm_readv(process, &local, 1, &remote, 1, 0);
    if (n == -1) return system_failure("reading shared memory", "process_vm_readv");
    if (n != static_cast<ssize_t>(sizeof bytes)) return failure("a part of it is not mapped any more");
    Object out;
    __builtin_memcpy(&out, bytes, sizeof out);
    return out;
}

inline const void* address_of(std::int64_t native) {
    return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(native));
}

// When `ns` from now will be, for calls that take a moment rather than a duration; never overflows.
inline timespec moment_after(std::int64_t ns, clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    now.tv_sec += ns / 1'000'000'000;
    now.tv_nsec += ns % 1'000'000'000;
    if (now.tv_nsec >= 1'000'000'000) {
        now.tv_nsec -= 1'000'000'000;
        ++now.tv_sec;
    }
    return now;
}

}  // namespace ipcscope::mechanisms
