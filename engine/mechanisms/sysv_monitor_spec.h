// What the tables of the System V mechanisms' monitors have in common. Tables only: nothing to link.
#pragma once

#include "mechanisms/sysv_params.h"
#include "schema/monitor_spec.h"

namespace ipcscope::mechanisms::sysv {

inline std::vector<StateSpec> with_identity(std::vector<StateSpec> own) {
    own.push_back({.name = "key",
                   .type = key_type(),
                   .label = IPC_TR("Key as a number"),
                   .help = IPC_TR("As the kernel keeps it, with a sign; 0 = IPC_PRIVATE. Not its identity: "
                                  "many objects have the key 0.")});
    own.push_back({.name = "key_text",
                   .type = types::text(),
                   .label = IPC_TR("Key"),
                   .help = IPC_TR("In hexadecimal, as ipcs shows it; 0x00000000 = IPC_PRIVATE.")});
    own.push_back({.name = "cuid",
                   .type = types::integer(0, UINT32_MAX, Unit::uid),
                   .label = IPC_TR("Creator"),
                   .help = IPC_TR("The user who made it, whoever owns it now.")});
    own.push_back(
        {.name = "cgid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Creator's group")});
    return own;
}

inline StateSpec pid_field(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::integer(0, INT32_MAX, Unit::pid), .label = label, .help = help};
}

inline StateSpec time_field(const char* name, const char* label, const char* help) {
    return {
        .name = name, .type = types::integer(0, INT64_MAX, Unit::unix_time), .label = label, .help = help};
}

}  // namespace ipcscope::mechanisms::sysv
