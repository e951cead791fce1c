#include "probe/proc_files.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <fcntl.h>

#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope {

std::string_view ProcReader::read(int directory, const char* path, int& error) {
    error = 0;
    const UniqueFd file(openat(directory, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file) {
        error = errno;
        return {};
    }
    std::size_t used = 0;
    while (true) {
        if (used == buffer_.size()) buffer_.resize(buffer_.size() * 2);
        const auto got = ::read(file.get(), buffer_.data() + used, buffer_.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            error = errno;
            return {};
        }
        if (got == 0) return {buffer_.data(), used};
        used += static_cast<std::size_t>(got);
    }
}

std::string_view ProcReader::link(int directory, const char* path, int& error) {
    const auto got = readlinkat(directory, path, buffer_.data(), buffer_.size());
    error = got < 0 ? errno : 0;
    return got < 0 ? std::string_view() : std::string_view(buffer_.data(), static_cast<std::size_t>(got));
}

UniqueFd open_folder(int directory, const char* path, int& error) {
    UniqueFd folder(openat(directory, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    error = folder ? 0 : errno;
    return folder;
}

bool numbers_in(int folder, std::vector<int>& numbers, int& error) {
    numbers.clear();
    error = 0;
    struct Entry {  // linux_dirent64, see getdents(2)
        std::uint64_t inode;
        std::int64_t next;
        std::uint16_t length;
        std::uint8_t type;
        char name[1];
    };
    alignas(Entry) static thread_local char buffer[std::size_t{32} << 10];
    while (true) {
        const auto got = syscall(SYS_getdents64, folder, buffer, sizeof buffer);
        if (got < 0) error = errno;
        if (got <= 0) return got == 0;
        for (long at = 0; at < got;) {
            std::uint16_t length = 0;
            std::memcpy(&length, buffer + at + offsetof(Entry, length), sizeof length);
            const char* name = buffer + at + offsetof(Entry, name);
            int number = 0;
            const auto* end = name + std::strlen(name);
            if (std::from_chars(name, end, number).ptr == end && *name >= '0' && *name <= '9')
                numbers.push_back(number);
            at += length;
        }
    }
}

template <typename N>
bool take_number(std::string_view& text, N& number, int base) {
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return false;
    text.remove_prefix(begin);
    if (base == 16 && text.starts_with("0x")) text.remove_prefix(2);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}
template bool take_number(std::string_view&, std::int32_t&, int);
template bool take_number(std::string_view&, std::uint32_t&, int);
template bool take_number(std::string_view&, std::int64_t&, int);
template bool take_number(std::string_view&, std::uint64_t&, int);

bool parse_stat(std::string_view text, StatLine& stat) {
    // The name may hold any character: it ends at the last parenthesis.
    const auto open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close + 2 >= text.size())
        return false;
    stat.name = text.substr(open + 1, close - open - 1);
    stat.state = text[close + 2];
    text.remove_prefix(close + 3);
    constexpr int parent = 4, flags = 9, minor_faults = 10, major_faults = 12, threads = 20, start = 22,
                  size = 23, limit = 25, stack = 28;
    constexpr std::int64_t kernel_thread = 0x00200000;  // PF_KTHREAD
    for (int field = parent; field <= stack; ++field) {
        const bool faults = field == minor_faults || field == major_faults;
        if (faults || field == start || field == size || field >= limit) {  // these are unsigned
            std::uint64_t number = 0;
            if (!take_number(text, number)) return false;
            if (faults) stat.faults += number;
            if (field == start) stat.start_ticks = number;
            if (field == size) stat.address_space = number;
            if (field == stack) stat.stack = number;
            continue;
        }
        std::int64_t number = 0;
        if (!take_number(text, number)) return false;
        if (field == parent) stat.parent = static_cast<std::int32_t>(number);
        if (field == flags) stat.kernel = (number & kernel_thread) != 0;
        if (field == threads) stat.threads = static_cast<std::int32_t>(number);
    }
    return true;
}

bool take_map_line(std::string_view& text, MapLine& line) {
    const auto end = text.find('\n');
    auto rest = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    std::uint32_t major_number = 0, minor_number = 0;
    const auto skip = [&](std::size_t octets) { rest.remove_prefix(std::min(octets, rest.size())); };
    if (!take_number(rest, line.begin, 16)) return false;
    skip(1);
    if (!take_number(rest, line.end, 16) || rest.size() < 6) return false;
    line.readable = rest[1] == 'r';
    line.writable = rest[2] == 'w';
    line.shared = rest[4] == 's';
    skip(5);
    if (!take_number(rest, line.offset, 16) || !take_number(rest, major_number, 16)) return false;
    skip(1);
    if (!take_number(rest, minor_number, 16) || !take_number(rest, line.inode)) return false;
    line.device = makedev(major_number, minor_number);
    const auto path = rest.find_first_not_of(' ');
    line.path = path == std::string_view::npos ? std::string_view() : rest.substr(path);
    return true;
}

bool parse_call(std::string_view text, CallLine& call) {
    if (!take_number(text, call.syscall)) return false;  // "running"
    if (call.syscall < 0) return true;
    for (auto& arg : call.args)
        if (!take_number(text, arg, 16)) return false;
    return take_number(text, call.stack, 16);
}

NumberPath::NumberPath(const char* before, std::int64_t number, const char* behind) {
    const auto length = std::strlen(before);
    std::memcpy(text_, before, length);
    auto* end = std::to_chars(text_ + length, text_ + sizeof text_ - 1, number).ptr;
    std::memcpy(end, behind, std::strlen(behind) + 1);
}

}  // namespace ipcscope
