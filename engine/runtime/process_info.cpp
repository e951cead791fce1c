#include "runtime/process_info.h"

#include "base/unique_fd.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>
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
    // proc(5) counts from 1: the pid is 1, the name 2, what follows it 3.
    constexpr std::size_t parent = 4, group = 5, flags = 9, environment_begin = 50, environment_end = 51,
                          exit_code = 52;
    constexpr long long kernel_thread = 0x00200000;  // PF_KTHREAD
    std::vector<std::string_view> fields;
    fields.reserve(exit_code);
    for (std::string_view rest(at + 1); !rest.empty();) {
        const auto begin = rest.find_first_not_of(" \n");
        if (begin == std::string_view::npos) break;
        const auto end = std::min(rest.find_first_of(" \n", begin), rest.size());
        fields.push_back(rest.substr(begin, end - begin));
        rest.remove_prefix(end);
    }
    const auto field = [&](std::size_t number) {
        return std::strtoll(fields[number - 3].data(), nullptr, 10);
    };
    if (fields.size() + 2 < exit_code) return {};
    ProcessStat stat;
    stat.state = fields.front().front();
    stat.parent = static_cast<pid_t>(field(parent));
    stat.group = static_cast<pid_t>(field(group));
    stat.kernel = (field(flags) & kernel_thread) != 0;
    stat.empty_environment =
        field(environment_end) != 0 && field(environment_end) == field(environment_begin);
    stat.exit_code = static_cast<int>(field(exit_code));
    return stat;
}

std::string whereabouts(pid_t pid) {
    const auto stat = read_stat(pid);
    if (!stat) return fmt::format("pid {}: gone", pid);
    const char* words = "asleep";
    switch (stat->state) {
        case 'R': words = "running"; break;
        case 'D': words = "in an uninterruptible sleep"; break;
        case 'T':
        case 't': words = "stopped"; break;
        case 'Z': words = "ended, not yet waited for"; break;
        default: break;
    }
    std::string place;  // "0" where it runs, or where we may not know
    std::ifstream(fmt::format("/proc/{}/wchan", pid)) >> place;
    if (place.empty() || place == "0") return fmt::format("pid {}: {}", pid, words);
    return fmt::format("pid {}: {} in {}", pid, words, place);
}

namespace {

struct Seen {
    pid_t pid = 0;
    ProcessStat stat;
    bool ours = false;
    bool between_programs = false;
};

bool has_entry(const std::string& environment, const std::string& entry) {
    for (std::size_t at = 0; at < environment.size();) {
        if (environment.compare(at, entry.size() + 1, entry.c_str(), entry.size() + 1) == 0) return true;
        const auto end = environment.find('\0', at);
        if (end == std::string::npos) break;
        at = end + 1;
    }
    return false;
}

std::vector<Seen> look_at_all(const std::string& marker) {
    std::vector<Seen> all;
    DIR* proc = opendir("/proc");
    if (!proc) return all;
    while (const auto* item = readdir(proc)) {
        Seen seen;
        seen.pid = std::atoi(item->d_name);
        if (seen.pid <= 1 || seen.pid == getpid()) continue;
        std::ifstream in(fmt::format("/proc/{}/environ", seen.pid), std::ios::binary);
        const std::string environment{std::istreambuf_iterator<char>(in), {}};
        const auto stat = read_stat(seen.pid);
        if (!stat || stat->state == 'Z' || stat->state == 'X' || stat->kernel) continue;
        seen.stat = *stat;
        seen.ours = has_entry(environment, marker);
        seen.between_programs = in.is_open() && environment.empty() && !stat->empty_environment;
        all.push_back(seen);
    }
    closedir(proc);
    return all;
}

}  // namespace

RunProcesses processes_of_run(const std::string& marker, const std::vector<pid_t>& groups) {
    auto all = look_at_all(marker);
    const auto in_group = [&](const Seen& seen) {
        return std::find(groups.begin(), groups.end(), seen.stat.group) != groups.end();
    };
    std::set<pid_t> ours;
    for (auto& seen : all) {
        seen.ours |= seen.stat.parent == getpid() && in_group(seen);
        if (seen.ours) ours.insert(seen.pid);
    }
    for (bool more = true; more;) {
        more = false;
        for (auto& seen : all) {
            if (seen.ours || ours.count(seen.stat.parent) == 0) continue;
            seen.ours = more = true;
            ours.insert(seen.pid);
        }
    }
    RunProcesses result;
    result.found.assign(ours.begin(), ours.end());
    for (const auto& seen : all) {
        const bool may_be = groups.empty() || in_group(seen) || seen.stat.parent == getpid();
        result.undecided |= !seen.ours && seen.between_programs && may_be;
    }
    return result;
}

int open_process(pid_t pid) {
    return static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
}

}  // namespace ipcscope
