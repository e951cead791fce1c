#include "base/unique_fd.h"
#include "mechanisms/stream_calls.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <sstream>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

const Driver& fifo_driver();

namespace {

std::string key_of(const struct stat& status) {
    return fmt::format("fifo:{}:{}:{}", major(status.st_dev), minor(status.st_dev), status.st_ino);
}

// "" = a FIFO, or nothing there: the call itself says what is wrong with the path.
std::string not_a_fifo(const std::string& path, const struct stat& status) {
    const char* what = "a file of another kind";
    if (S_ISFIFO(status.st_mode)) return {};
    if (S_ISREG(status.st_mode)) what = "a regular file";
    if (S_ISDIR(status.st_mode)) what = "a directory";
    if (S_ISLNK(status.st_mode)) what = "a symbolic link";
    if (S_ISSOCK(status.st_mode)) what = "a socket";
    if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) what = "a device";
    return fmt::format("path: {} is {}, not a FIFO", path, what);
}

std::string absolute(const std::string& path) {
    std::error_code failed;
    auto out = std::filesystem::absolute(path, failed);
    return failed ? path : out.lexically_normal().string();
}

// Record: "fifo DEV:INODE PATH"; of an intended one, which has no inode yet, "fifo @SECONDS PATH" with the
// time of the intention. The path is hexadecimal, so that a line stays a line.
std::string record_of(const std::string& identity, const std::string& path) {
    std::string out = "fifo " + identity + " ";
    for (const char c : path)
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

std::string identity_of(const struct stat& status) {
    return fmt::format("{}:{}", status.st_dev, status.st_ino);
}

void create(Call& call) {
    const auto& path = call.bytes("path");
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    const auto full = absolute(path);
    struct stat status {};
    const bool was_there = ::lstat(path.c_str(), &status) == 0;
    if (!was_there) call.making(record_of(fmt::format("@{}", ::time(nullptr)), full));
    call.run([&] { return ::mkfifo(path.c_str(), mode); });
    if (call.ok() && ::lstat(path.c_str(), &status) == 0) call.made(record_of(identity_of(status), full));
}

void open(Call& call) {
    const auto& path = call.bytes("path");
    const int access = static_cast<int>(call.integer("access"));
    const int flags = access | static_cast<int>(call.integer("flags"));
    struct stat status {};
    // Opening other files can have effects of its own (terminals, devices), so look first.
    if (::stat(path.c_str(), &status) == 0)
        if (auto why = not_a_fifo(path, status); !why.empty()) return call.refuse(why);
    const int fd = static_cast<int>(call.run([&] { return ::open(path.c_str(), flags); }));
    if (!call.ok()) return;
    ::fstat(fd, &status);
    if (auto why = not_a_fifo(path, status); !why.empty()) {  // put in its place meanwhile
        ::close(fd);
        return call.refuse(why);
    }
    const char* kind = access == O_RDONLY ? "read_end" : access == O_WRONLY ? "write_end" : "both_ends";
    call.opened("end", {.kind = kind, .native = fd, .key = key_of(status), .label = path});
}

void unlink(Call& call) {
    const auto& path = call.bytes("path");
    const auto full = absolute(path);
    struct stat status {};
    const bool there = ::lstat(path.c_str(), &status) == 0;
    if (there)
        if (auto why = not_a_fifo(path, status); !why.empty()) return call.refuse(why);
    call.run([&] { return ::unlink(path.c_str()); });
    if (call.ok() && there) call.unmade(record_of(identity_of(status), full));
}

struct Record {
    std::string identity;  // as identity_of, or '@' and a time if only intended
    std::string path;
};

std::optional<Record> parse_record(const std::string& text) {
    std::istringstream in(text);
    Record record;
    std::string word, hex;
    if (!(in >> word >> record.identity >> hex) || word != "fifo" || hex.size() % 2 != 0 ||
        hex.find_first_not_of("0123456789abcdef") != std::string::npos)
        return {};
    for (std::size_t i = 0; i < hex.size(); i += 2)
        record.path += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return record;
}

std::string describe(const std::string& text) {
    const auto record = parse_record(text);
    return record ? "FIFO " + record->path : text;
}

Result<std::string> remove(const std::string& text, bool intended) {
    const auto record = parse_record(text);
    if (!record) return failure("not a record of a FIFO: " + text);
    const auto& [identity, path] = *record;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::string();
        return system_failure("looking for the FIFO " + path, "lstat");
    }
    if (!S_ISFIFO(status.st_mode)) return std::string();
    // Of an intended one only the name is known, and that nothing had it then: ours if the user made it
    // since.
    const bool ours =
        intended && identity.front() == '@'
            ? status.st_uid == ::geteuid() && status.st_ctime >= std::atoll(identity.c_str() + 1)
            : identity == identity_of(status);
    if (!ours) return std::string();
    if (::unlink(path.c_str()) != 0) return system_failure("removing the FIFO " + path, "unlink");
    return "removed FIFO " + path;
}

}  // namespace

const Driver& fifo_driver() {
    static const Driver driver{
        .operations = {{"create", create},
                       {"open", open},
                       {"write", stream::write},
                       {"read", stream::read},
                       {"close", stream::close},
                       {"pending", stream::pending},
                       {"get_size", stream::get_size},
                       {"set_size", stream::set_size},
                       {"set_flags", stream::set_flags},
                       {"unlink", unlink}},
        .observe = stream::observe,
        .remove = remove,
        .describe = describe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
