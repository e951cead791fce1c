// What tables and driver of this mechanism share: numbers of 64 bits without a sign, carried as those with
// one.
#pragma once

#include "schema/spec.h"

#include <cstdint>

namespace ipcscope::mechanisms::eventfd {

inline constexpr std::uint64_t highest = UINT64_MAX - 1;  // what the counter can hold (eventfd(2))

// Two numbers beyond INT64_MAX have names; others from there on are written and shown as negative ones.
inline TypeSpec value_type() {
    return types::integer(
        INT64_MIN, INT64_MAX, Unit::none,
        {{"UINT64_MAX-1", -2, IPC_TR("18446744073709551614, the highest the counter can be")},
         {"UINT64_MAX", -1, IPC_TR("18446744073709551615: refused with EINVAL")}});
}

// How the level lane, which has 63 bits, shows a number: as it is up to 2^59, from there on in steps of 2^60
// that are drawn a quarter as high. Sums stay sums, so that what goes in and comes out cancels out.
inline std::int64_t drawn(std::uint64_t value) {
    const auto steps = static_cast<std::int64_t>((value >> 60) + (value >> 59 & 1));
    const auto rest = static_cast<std::int64_t>(value - (static_cast<std::uint64_t>(steps) << 60));
    return (steps << 58) + rest;
}

}  // namespace ipcscope::mechanisms::eventfd
