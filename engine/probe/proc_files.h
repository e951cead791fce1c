// Reading below an open directory of /proc. A directory opened there belongs to one process for ever: when
// that is gone, all fails with ESRCH or ENOENT, whoever has its number now.
#pragma once

#include "base/unique_fd.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

class ProcReader {
public:
    ProcReader() : buffer_(std::size_t{64} << 10) {}
    // All of the file; valid until the next call. On failure "", and `error` is errno (0 otherwise).
    std::string_view read(int directory, const char* path, int& error);
    // Where the link leads to, as text; valid until the next call.
    std::string_view link(int directory, const char* path, int& error);

private:
    std::vector<char> buffer_;
};

UniqueFd open_folder(int directory, const char* path, int& error);
// The numbers among the names in an open directory. False: it cannot be read, `error` says why.
bool numbers_in(int folder, std::vector<int>& numbers, int& error);

// The next number in `text`, which loses it and what stands before it.
template <typename N>
bool take_number(std::string_view& text, N& number, int base = 10);

// What /proc/PID/stat says (proc_pid_stat(5)).
struct StatLine {
    std::string_view name;
    char state = '?';
    std::int32_t parent = 0, threads = 0;
    std::uint64_t start_ticks = 0, address_space = 0;
    std::uint64_t faults = 0;  // pages that came into it, minor and major faults
    std::uint64_t stack = 0;   // where it begins: another program has another; 0 = not known
    bool kernel = false;
};
bool parse_stat(std::string_view text, StatLine& stat);

// A line of /proc/PID/maps.
struct MapLine {
    std::uint64_t begin = 0, end = 0, offset = 0, device = 0, inode = 0;
    bool readable = false, writable = false, shared = false;
    std::string_view path;
};
// Takes the first line off `text`. False: it is none.
bool take_map_line(std::string_view& text, MapLine& line);

// What /proc/PID/task/TID/syscall says.
struct CallLine {
    int syscall = -1;  // -1: runs, or sleeps outside of any call
    std::uint64_t args[6] = {};
    std::uint64_t stack = 0;
    bool operator==(const CallLine&) const = default;
};
bool parse_call(std::string_view text, CallLine& call);

// The number in `name`, as a path below a directory: "fd/12".
class NumberPath {
public:
    NumberPath(const char* before, std::int64_t number, const char* behind = "");
    const char* c_str() const { return text_; }

private:
    char text_[64];
};

}  // namespace ipcscope
