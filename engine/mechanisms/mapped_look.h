// Looking into shared memory through those who have it mapped, for the monitors: through the file behind a
// mapping, or in their memory. There only pages are read that are there: touching one that is not would make
// it, and be counted.
#pragma once

#include "base/unique_fd.h"
#include "mechanisms/memory_look.h"
#include "mechanisms/monitor.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

// A part of an object in the memory of a process.
struct MappedPart {
    pid_t pid = 0;
    std::uint64_t begin = 0, end = 0, offset = 0;
};

// Which mappings are meant. The inode alone is not enough: segments, memory files and files count anew on
// each device, and segments in each IPC namespace, too.
struct WantedMapping {
    std::string path_begin;
    std::uint64_t inode = 0;
    std::optional<std::uint64_t> device = {};         // as makedev(3) has it
    std::optional<std::uint64_t> ipc_namespace = {};  // of the process that has it mapped
};

// Is the process in this IPC namespace? (Who may read its maps may know that, too.)
inline bool is_in_ipc_namespace(pid_t pid, std::uint64_t wanted) {
    struct stat space {};
    return ::stat(fmt::format("/proc/{}/ns/ipc", pid).c_str(), &space) == 0 && space.st_ino == wanted;
}

// All shared mappings that are meant.
inline std::vector<MappedPart> mapped_parts(const WantedMapping& wanted) {
    std::vector<MappedPart> out;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
        MappedPart part{.pid = std::atoi(entry.path().filename().c_str())};
        if (part.pid <= 0) continue;
        bool asked = !wanted.ipc_namespace;
        std::ifstream maps(entry.path() / "maps");
        for (std::string line; std::getline(maps, line);) {
            if (line.find(wanted.path_begin) == std::string::npos) continue;
            unsigned long begin = 0, end = 0, offset = 0, number = 0;
            unsigned high = 0, low = 0;
            char rights[5] = {};
            int path = 0;
            if (std::sscanf(line.c_str(), "%lx-%lx %4s %lx %x:%x %lu %n", &begin, &end, rights, &offset,
                            &high, &low, &number, &path) != 7 ||
                number != wanted.inode || rights[3] != 's' ||
                !std::string_view(line).substr(static_cast<std::size_t>(path)).starts_with(wanted.path_begin))
                continue;
            if (wanted.device && *wanted.device != makedev(high, low)) continue;
            if (!asked && !is_in_ipc_namespace(part.pid, *wanted.ipc_namespace)) break;
            asked = true;
            part.begin = begin;
            part.end = end;
            part.offset = offset;
            out.push_back(part);
        }
    }
    return out;
}

// The file behind one of the mappings. Needs CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE; empty = not permitted.
// Reading it makes no pages.
inline UniqueFd mapped_file(std::span<const MappedPart> parts, pid_t& pid) {
    for (const auto& part : parts) {
        const auto path = fmt::format("/proc/{}/map_files/{:x}-{:x}", part.pid, part.begin, part.end);
        pid = part.pid;
        if (UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)); file) return file;
    }
    return {};
}

namespace mapped {

inline constexpr std::size_t page = 4096;

// Is the page at this address in the memory of the process, or swapped out? (proc_pid_pagemap(5))
inline bool is_there(int pagemap, std::uint64_t address) {
    std::uint64_t entry = 0;
    const auto at = static_cast<off_t>(address / page * sizeof entry);
    return ::pread(pagemap, &entry, sizeof entry, at) == static_cast<ssize_t>(sizeof entry) &&
           (entry >> 62) != 0;
}

}  // namespace mapped

// Fills `bytes`, which lie `offset` into the object, out of the memory of those who have it mapped. False:
// nobody lets this user look. `note`: what is missing.
inline bool read_mapped(std::span<const MappedPart> parts, std::uint64_t offset, std::string& bytes,
                        std::string& note) {
    using mapped::page;
    const auto first = offset / page, last = (offset + bytes.size() + page - 1) / page;
    std::vector<bool> read(last - first);
    bool looked = false, refused = false;
    for (const auto& part : parts) {
        const UniqueFd pagemap(
            ::open(fmt::format("/proc/{}/pagemap", part.pid).c_str(), O_RDONLY | O_CLOEXEC));
        if (!pagemap) continue;
        for (auto number = first; number < last; ++number) {
            const auto start = std::max<std::uint64_t>(number * page, offset);
            const auto end = std::min<std::uint64_t>((number + 1) * page, offset + bytes.size());
            const bool inside = start >= part.offset && end <= part.offset + (part.end - part.begin);
            if (read[number - first] || !inside) continue;
            const auto address = part.begin + (start - part.offset);
            if (!mapped::is_there(pagemap.get(), address)) continue;
            const auto got = look_at_memory(part.pid, address, end - start);
            if (!got || got->size() != end - start) {
                refused = true;
                continue;
            }
            std::memcpy(bytes.data() + (start - offset), got->data(), got->size());
            read[number - first] = true;
        }
        looked = true;
    }
    const auto missing = std::count(read.begin(), read.end(), false);
    if (!looked || (refused && missing > 0)) return false;
    if (missing > 0)
        note = fmt::format(
            "{} of {} pages are shown as zeros: no process that may be looked into has "
            "touched them",
            missing, read.size());
    return true;
}

inline Tier memory_tier() {
    return ::geteuid() == 0 ? Tier::privileged : Tier::same_user;
}

}  // namespace ipcscope::mechanisms
