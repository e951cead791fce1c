// The kinds of objects that the monitor knows, of all mechanisms.
#pragma once

#include "schema/monitor_spec.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace ipcscope {

// All that there are, in the order of the folders' groups.
std::span<const MonitorSpec* const> monitor_specs();

// All kinds numbered through: what a snapshot means by SeenObject::kind.
struct KindRef {
    const MonitorSpec* mechanism = nullptr;
    const MonitoredKind* kind = nullptr;
};
std::span<const KindRef> monitored_kinds();
// npos = no such.
inline constexpr std::size_t no_kind = ~std::size_t{0};
std::size_t kind_index(std::string_view mechanism, std::string_view kind);
std::size_t kind_of_prefix(std::string_view prefix);
std::size_t field_index(const MonitoredKind& kind, std::string_view field);  // no_kind = no such

}  // namespace ipcscope
