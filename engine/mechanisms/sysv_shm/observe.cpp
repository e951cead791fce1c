#include "mechanisms/mapping.h"
#include "mechanisms/memory_look.h"
#include "mechanisms/sysv_params.h"
#include "mechanisms/sysv_shm/segment.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>
#include <unistd.h>

namespace ipcscope::mechanisms::sysv_shm {
namespace {

// One column of /proc/sysvipc/shm; 0 if it is not there.
std::int64_t row_value(int id, const std::string& wanted) {
    std::ifstream file("/proc/sysvipc/shm");
    std::string line;
    if (!std::getline(file, line)) return 0;
    std::vector<std::string> columns;
    std::istringstream head(line);
    for (std::string column; head >> column;)
        columns.push_back(column);
    while (std::getline(file, line)) {
        std::istringstream row(line);
        std::int64_t found = 0, number = 0;
        bool same = false;
        for (const auto& column : columns) {
            row >> number;
            if (column == "shmid") same = number == id;
            if (column == wanted) found = number;
        }
        if (same) return found;
    }
    return 0;
}

// Where a process has the segment attached, from its first byte on; 0 = nowhere. In /proc/PID/maps the inode
// of a "/SYSV<key>" is the identifier.
std::uintptr_t attached_at(pid_t pid, int id) {
    std::ifstream maps(fmt::format("/proc/{}/maps", pid));
    for (std::string line; std::getline(maps, line);) {
        if (line.find(" /SYSV") == std::string::npos) continue;
        std::uintptr_t begin = 0, offset = 0;
        char rights[5] = {};
        long inode = -1;
        const int fields =
            std::sscanf(line.c_str(), "%lx-%*x %4s %lx %*s %ld", &begin, rights, &offset, &inode);
        if (fields == 4 && inode == id && offset == 0 && rights[0] == 'r') return begin;
    }
    return 0;
}

// All processes below this one's parent, which started them: /proc/PID/task/TID/children (proc(5)).
void add_children(pid_t parent, std::set<pid_t>& out) {
    std::ifstream file(fmt::format("/proc/{0}/task/{0}/children", parent));
    for (pid_t pid = 0; file >> pid;)
        if (out.insert(pid).second) add_children(pid, out);
}

struct Contents {
    std::string bytes;
    std::string note;
};

Contents contents(int id, const shmid_ds& segment) {
    std::set<pid_t> processes;
    const auto look = [&](pid_t pid, Contents& out) {
        const auto address = pid > 0 ? attached_at(pid, id) : 0;
        if (address == 0) return false;
        auto bytes = look_at_memory(pid, address, segment.shm_segsz);
        if (!bytes) {
            out.note = bytes.error().text();
            return false;
        }
        out = {std::move(*bytes), {}};
        return true;
    };
    Contents out;
    for (const auto pid : {getpid(), segment.shm_lpid, segment.shm_cpid})
        if (look(pid, out)) return out;
    if (segment.shm_nattch > 0) add_children(getppid(), processes);
    for (const auto pid : processes)
        if (look(pid, out)) return out;
    if (out.note.empty())
        out.note = segment.shm_nattch == 0 ? "attached nowhere: what it holds cannot be seen from outside"
                                           : "no process of this run has it attached for reading";
    return out;
}

}  // namespace

Fields facts(const shmid_ds& segment) {
    Fields out{{"size", segment.shm_segsz},
               {"nattch", segment.shm_nattch},
               {"marked", (segment.shm_perm.mode & SHM_DEST) != 0},
               {"locked", (segment.shm_perm.mode & SHM_LOCKED) != 0},
               {"cpid", segment.shm_cpid},
               {"lpid", segment.shm_lpid},
               {"atime", segment.shm_atime},
               {"dtime", segment.shm_dtime},
               {"ctime", segment.shm_ctime}};
    for (auto& [name, value] : sysv::permission_fields(segment.shm_perm))
        out.emplace_back(name, name == "mode" ? Value(value.integer() & 0777) : std::move(value));
    return out;
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    int id = static_cast<int>(native);
    if (handle == "attachment") {
        const auto* mapping = mapping_at(native);
        if (!mapping) return failure("not attached in this process any more");
        id = segment_of(*mapping);
    }
    shmid_ds segment{};
    if (shmctl(id, IPC_STAT, &segment) != 0) return system_failure("the segment cannot be read", "shmctl");
    auto out = facts(segment);
    out.emplace_back("rss", row_value(id, "rss"));
    out.emplace_back("swap", row_value(id, "swap"));
    auto [bytes, note] = contents(id, segment);
    if (note.empty() && bytes.size() < segment.shm_segsz)
        note = fmt::format("the first {} of {} bytes", bytes.size(), segment.shm_segsz);
    out.emplace_back("contents", std::move(bytes));
    out.emplace_back("note", std::move(note));
    return out;
}

}  // namespace ipcscope::mechanisms::sysv_shm
