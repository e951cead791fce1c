// A piece of shared memory of one's own, for what has to lie in some (sem_overview(7), pthreads(7)): an
// anonymous mapping, inherited by fork. Tables only: nothing to link.
#pragma once

#include "schema/spec.h"

#include <cerrno>
#include <cstdint>
#include <string>

namespace ipcscope::mechanisms::anonymous {

inline constexpr std::int64_t page_bytes = 4096;
inline constexpr std::size_t shown_bytes = 4096;  // of a mapping, in its state

// `kind` is the mechanism's handle: "posix_sem.memory".
inline OperationSpec map_spec(const char* kind) {
    return {
        .verb = "map",
        .title = IPC_TR("Map shared memory"),
        .summary = IPC_TR("Gives this process memory that children of a later fork share with it "
                          "(MAP_SHARED | MAP_ANONYMOUS)."),
        .call = "mmap",
        .man = "mmap(2)",
        .side = Side::create,
        .params = {{.name = "size",
                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("The kernel gives whole pages, filled with zeros."),
                    .initial = page_bytes}},
        .results = {{.name = "memory", .type = types::handle({kind}), .label = IPC_TR("Memory")}},
        .errnos = {{EINVAL, IPC_TR("Memory of 0 bytes cannot be mapped.")},
                   {ENOMEM, IPC_TR("So much does not fit into the address space, or is not to be had.")},
                   {EAGAIN, IPC_TR("The memory would have to be locked, and too much is locked."),
                    "no operation locks memory"}},
    };
}

inline OperationSpec unmap_spec(const char* kind) {
    return {
        .verb = "unmap",
        .title = IPC_TR("Unmap shared memory"),
        .summary = IPC_TR("Takes the memory out of this process, with all that lies in it; others keep it."),
        .call = "munmap",
        .man = "munmap(2)",
        .side = Side::close,
        .object = "memory",
        .params = {{.name = "memory",
                    .type = types::handle({kind}),
                    .label = IPC_TR("Memory"),
                    .help = IPC_TR("A mapping that this mechanism made.")}},
        .errnos = {{EINVAL, IPC_TR("This is no address of a mapping."), "the address is always one of mmap"},
                   {ENOMEM, IPC_TR("It would cut a mapping in two, and there are too many already."),
                    "the whole mapping is taken out"}},
        .consumes = {"memory"},
    };
}

inline ObjectSpec memory_object() {
    return {
        .id = "memory",
        .label = IPC_TR("Shared memory"),
        .view = ViewHint::memory,
        .state = {
            {.name = "content",
             .type = types::bytes(shown_bytes),
             .label = IPC_TR("Content"),
             .help = IPC_TR("The first 4096 bytes.")},
            {.name = "size", .type = types::integer(0, INT64_MAX, Unit::bytes), .label = IPC_TR("Size")}}};
}

inline HandleSpec memory_handle() {
    return {.id = "memory",
            .label = IPC_TR("Shared memory"),
            .scope = Scope::process,
            .object = "memory",
            .roles = {"memory"}};
}

// Where in shared memory an object lies: for init and at.
inline std::vector<ParamSpec> place_params() {
    return {{.name = "memory",
             .type = types::handle({"@memory"}),
             .label = IPC_TR("Memory"),
             .help = IPC_TR("A shared mapping that can be written to, of any mechanism.")},
            {.name = "offset",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Offset"),
             .help = IPC_TR("Where in the mapping it lies: a multiple of 8."),
             .initial = std::int64_t{0}}};
}

}  // namespace ipcscope::mechanisms::anonymous
