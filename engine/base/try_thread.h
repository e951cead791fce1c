// A thread, where there may be one more: where the limit of threads is reached the rest goes on without.
#pragma once

#include <system_error>
#include <thread>
#include <utility>

namespace ipcscope {

// Not joinable = there was none to be had, and nothing of `work` is done.
template <typename Work>
std::thread try_thread(Work&& work) {
    try {
        return std::thread(std::forward<Work>(work));
    } catch (const std::system_error&) {
        return {};
    }
}

}  // namespace ipcscope
