// Looking into mapped memory without disturbing it: through the kernel, so that what cannot be read (beyond
// the end of a file, without PROT_READ) ends the answer and not the process. For Driver::observe.
#pragma once

#include "base/result.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unistd.h>

#include <sys/uio.h>

namespace ipcscope::mechanisms {

inline constexpr std::size_t max_looked_at = std::size_t{64} << 10;  // bytes of one object

// What lies at `address` in a process: `size` bytes, at most max_looked_at; fewer where they end. Needs the
// right to trace that process (ptrace(2), "Ptrace access mode checking").
inline Result<std::string> look_at_memory(pid_t pid, std::uintptr_t address, std::size_t size) {
    constexpr std::size_t step = 4096;  // one part per page: a page that cannot be read ends it
    std::array<iovec, max_looked_at / step + 1> parts{};
    std::string out(std::min(size, max_looked_at), '\0');
    std::size_t count = 0;
    for (std::size_t at = 0; at < out.size();) {
        const auto length = std::min(step - (address + at) % step, out.size() - at);
        parts[count++] = {reinterpret_cast<void*>(address + at), length};
        at += length;
    }
    const iovec here{out.data(), out.size()};
    const auto got = process_vm_readv(pid, &here, 1, parts.data(), count, 0);
    if (got < 0 && errno != EFAULT)
        return system_failure("looking into the memory of a process", "process_vm_readv");
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return out;
}

}  // namespace ipcscope::mechanisms
