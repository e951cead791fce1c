// What the tables and the state of an object have in common.
#pragma once

#include "schema/spec.h"

#include <fcntl.h>

#include <sys/mman.h>

namespace ipcscope::mechanisms::posix_shm {

inline TypeSpec seals_type() {
    return types::flags(
        {{"F_SEAL_SEAL", F_SEAL_SEAL, IPC_TR("no further seals")},
         {"F_SEAL_SHRINK", F_SEAL_SHRINK, IPC_TR("it never gets shorter: no SIGBUS for who maps it")},
         {"F_SEAL_GROW", F_SEAL_GROW, IPC_TR("it never gets longer")},
         {"F_SEAL_WRITE", F_SEAL_WRITE,
          IPC_TR("its contents never change; no mapping for writing may be left")},
         {"F_SEAL_FUTURE_WRITE", F_SEAL_FUTURE_WRITE,
          IPC_TR("no new mappings for writing; those that are there go on")}});
}

// What fstat tells.
inline std::vector<StateSpec> facts_spec() {
    return {{.name = "size",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("Size"),
             .help = IPC_TR("As ftruncate set it.")},
            {.name = "allocated",
             .type = types::integer(0, INT64_MAX, Unit::bytes),
             .label = IPC_TR("In memory or swapped"),
             .help = IPC_TR("Pages that were touched; the others are not there yet.")},
            {.name = "links",
             .type = types::integer(0, INT32_MAX, Unit::count),
             .label = IPC_TR("Names"),
             .help = IPC_TR("0 = it has none (any more), and goes with the last descriptor and mapping.")},
            {.name = "mode", .type = types::mode(), .label = IPC_TR("Permissions")},
            {.name = "uid", .type = types::integer(0, UINT32_MAX, Unit::uid), .label = IPC_TR("Owner")},
            {.name = "gid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Group")}};
}

inline std::vector<StateSpec> state_spec() {
    auto state = facts_spec();
    state.push_back({.name = "seals", .type = seals_type(), .label = IPC_TR("Seals")});
    state.push_back({.name = "contents", .type = types::bytes(), .label = IPC_TR("Contents")});
    state.push_back({.name = "note", .type = types::text(), .label = IPC_TR("Note")});
    return state;
}

inline std::vector<ResultSpec> as_results(const std::vector<StateSpec>& state) {
    std::vector<ResultSpec> out;
    for (const auto& field : state)
        out.push_back({.name = field.name, .type = field.type, .label = field.label, .help = field.help});
    return out;
}

}  // namespace ipcscope::mechanisms::posix_shm
