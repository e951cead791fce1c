#pragma once

namespace ipcscope::testing {
void moments_tell_the_truth();       // of recordings as they come
void late_moments_tell_the_truth();  // with late events, processes and handles that come and go
}  // namespace ipcscope::testing
