// What mechanisms share that make things with a path: the words for what lies there, and the journal's
// records of what was made, so that it is removed after a crash only if it is still ours.
#pragma once

#include "base/result.h"

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>

#include <sys/stat.h>

namespace ipcscope::mechanisms::paths {

inline const char* kind_words(mode_t mode) {
    if (S_ISREG(mode)) return "a regular file";
    if (S_ISDIR(mode)) return "a directory";
    if (S_ISFIFO(mode)) return "a FIFO";
    if (S_ISLNK(mode)) return "a symbolic link";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "a file of another kind";
}

inline std::string absolute(const std::string& path) {
    std::error_code failed;
    auto out = std::filesystem::absolute(path, failed);
    return failed ? path : out.lexically_normal().string();
}

// Inode numbers are given out again, so the moment of birth belongs to the identity where the file system
// knows it. Without `path` of the descriptor itself. "" = there is nothing.
inline std::string identity_of(int directory, const char* path) {
    struct statx about {};
    const int flags = AT_SYMLINK_NOFOLLOW | (path[0] ? 0 : AT_EMPTY_PATH);
    if (::statx(directory, path, flags, STATX_INO | STATX_BTIME, &about) != 0) return {};
    const bool born = (about.stx_mask & STATX_BTIME) != 0;
    return fmt::format("{}:{}:{}:{}.{:09}", about.stx_dev_major, about.stx_dev_minor, about.stx_ino,
                       born ? about.stx_btime.tv_sec : 0, born ? about.stx_btime.tv_nsec : 0);
}

// Instead of an identity, of what is about to be made: '@' and the time, as the file system takes it.
inline std::string intention() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return fmt::format("@{}", now.tv_sec);
}

// "WORD IDENTITY PATH". The path is hexadecimal, so that a line stays a line.
inline std::string record_of(std::string_view word, const std::string& identity, const std::string& path) {
    std::string out = fmt::format("{} {} ", word, identity);
    for (const char c : path)
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

struct Record {
    std::string identity;  // as identity_of or intention
    std::string path;
};

inline std::optional<Record> parse_record(std::string_view wanted, const std::string& text) {
    std::istringstream in(text);
    Record record;
    std::string word, hex;
    if (!(in >> word >> record.identity >> hex) || word != wanted || hex.size() % 2 != 0 ||
        hex.find_first_not_of("0123456789abcdef") != std::string::npos)
        return {};
    for (std::size_t i = 0; i < hex.size(); i += 2)
        record.path += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return record;
}

// Unlinks what a record names if it is of the type (S_IFREG, ...) and still the same. Of an intended one only
// the name is known, and that nothing had it then: ours if this user made it since, and it holds nothing.
inline Result<std::string> remove_recorded(const Record& record, bool intended, mode_t type,
                                           std::string_view noun) {
    const auto& [identity, path] = record;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::string();
        return system_failure(fmt::format("looking for the {} {}", noun, path), "lstat");
    }
    if ((status.st_mode & S_IFMT) != type) return std::string();
    const bool ours = intended && identity.front() == '@'
                          ? status.st_uid == ::geteuid() && status.st_size == 0 &&
                                status.st_ctime >= std::atoll(identity.c_str() + 1)
                          : identity == identity_of(AT_FDCWD, path.c_str());
    if (!ours) return std::string();
    if (::unlink(path.c_str()) != 0)
        return system_failure(fmt::format("removing the {} {}", noun, path), "unlink");
    return fmt::format("removed {} {}", noun, path);
}

}  // namespace ipcscope::mechanisms::paths
