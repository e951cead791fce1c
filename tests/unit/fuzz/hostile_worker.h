// A worker that answers what it is asked with nonsense, of which some is nearly right.
#pragma once

namespace ipcscope::testing {

inline constexpr const char* hostile_seed = "IPCSCOPE_HOSTILE_SEED";  // in the environment: which nonsense

int hostile_worker();  // with descriptors as a worker has them; ends soon

}  // namespace ipcscope::testing
