// The order of the fields of a name on a bus.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ipcscope::mechanisms::dbus {

enum NameField : std::size_t {
    name_bus,
    name_connection,
    name_owner,
    name_names,
    name_pid,
    name_activatable,
    name_field_count
};
enum class BusKind : std::int64_t { session, system };

}  // namespace ipcscope::mechanisms::dbus
