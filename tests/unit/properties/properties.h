// What the properties share, and those that stand in files of their own: each fails the check that it is part
// of.
#pragma once

#include "schema/spec.h"

#include <cstdint>
#include <random>
#include <rapidcheck.h>

namespace ipcscope::testing {

using Rng = std::mt19937_64;

// How much happens: small ones are easy to understand when they fail, large ones fill many blocks.
inline std::size_t amount() {
    return *rc::gen::weightedOneOf<std::size_t>({{3, rc::gen::inRange<std::size_t>(0, 40)},
                                                 {3, rc::gen::inRange<std::size_t>(40, 400)},
                                                 {1, rc::gen::inRange<std::size_t>(400, 6'000)}});
}
inline Rng randomness() {
    return Rng(*rc::gen::arbitrary<std::uint32_t>());
}
inline std::int64_t upto(Rng& rng, std::int64_t most) {
    return static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(most + 1));
}

void moments_tell_the_truth();       // of recordings as they come
void late_moments_tell_the_truth();  // with late events, processes and handles that come and go
void flows_are_those_of(FlowPolicy policy);

}  // namespace ipcscope::testing
