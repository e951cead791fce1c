#include "runtime/process_info.h"

#include "base/unique_fd.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <sys/syscall.h>

namespace ipcscope {

std::optional<ProcessStat> read_stat(pid_t pid) {
    char path[32];
    std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
    const UniqueFd file(open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return {};
    char text[1024];
    const auto got = read(file.get(), text, sizeof text - 1);
    if (got <= 0) return {};
    text[got] = 0;
    // The name stands in parentheses and may hold any character: what follows begins behind the last one.
    const char* at = std::strrchr(text, ')');
    if (!at) return {};
    ProcessStat stat;
    int parent = 0;
    if (std::sscanf(at + 1, " %c %d", &stat.state, &parent) != 2) return {};
    stat.parent = parent;
    if (const char* last = std::strrchr(at, ' ')) stat.exit_code = std::atoi(last + 1);
    return stat;
}

std::vector<pid_t> processes_with_environment(const std::string& entry) {
    std::vector<pid_t> found;
    DIR* proc = opendir("/proc");
    if (!proc) return found;
    while (const auto* item = readdir(proc)) {
        const pid_t pid = std::atoi(item->d_name);
        if (pid <= 1 || pid == getpid()) continue;
        std::ifstream in(fmt::format("/proc/{}/environ", pid), std::ios::binary);
        const std::string all{std::istreambuf_iterator<char>(in), {}};
        for (std::size_t at = 0; at < all.size(); at = all.find('\0', at) + 1) {
            if (all.compare(at, entry.size() + 1, entry.c_str(), entry.size() + 1) == 0) {
                found.push_back(pid);
                break;
            }
            if (all.find('\0', at) == std::string::npos) break;
        }
    }
    closedir(proc);
    return found;
}

int open_process(pid_t pid) {
    return static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
}

}  // namespace ipcscope
