#include "mechanisms/file/files.h"
#include "mechanisms/path_record.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>

#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::files {

namespace {

constexpr const char* word = "file";  // of our records

std::string not_a_file(const char* param, const std::string& path, const struct stat& status) {
    if (S_ISREG(status.st_mode)) return {};
    return fmt::format("{}: {} is {}, not a regular file", param, path, paths::kind_words(status.st_mode));
}

// As the kernel names it: a symbolic link on the way is followed.
std::string path_of(int fd) {
    std::error_code failed;
    return std::filesystem::read_symlink(fmt::format("/proc/self/fd/{}", fd), failed).string();
}

std::string record_of(const std::string& identity, const std::string& path) {
    return paths::record_of(word, identity, paths::absolute(path));
}

// Did a process of this run make it? As the journal of the run says: another worker may have been it.
bool is_ours(const std::string& record) {
    const char* run = std::getenv("IPCSCOPE_RUN");
    std::ifstream journal(fmt::format("{}/journal", run ? run : "."));
    const auto made = fmt::format("= {} {}", word, record);
    bool ours = false;
    for (std::string line; std::getline(journal, line);) {
        if (line.size() != made.size() || line.compare(1, line.npos, made, 1) != 0) continue;
        ours = line[0] == '=';
    }
    return ours;
}

struct Named {
    std::string identity;  // "" = nothing is there
    std::string refusal;   // "" = a regular file, or nothing: the call says what is wrong then
    bool ours = false;
};

Named named(const char* param, const std::string& path) {
    Named out;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return out;
    out.refusal = not_a_file(param, path, status);
    out.identity = paths::identity_of(AT_FDCWD, path.c_str());
    out.ours = is_ours(record_of(out.identity, path));
    return out;
}

}  // namespace

std::string key_of(const struct stat& status) {
    return fmt::format("file:{}:{}:{}", major(status.st_dev), minor(status.st_dev), status.st_ino);
}

void open(Call& call) {
    const auto& path = call.bytes("path");
    const int flags = static_cast<int>(call.integer("access") | call.integer("flags"));
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    struct stat status {};
    // Opening a FIFO waits, opening a device can have effects of its own: look first.
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (there)
        if (auto why = not_a_file("path", path, status); !why.empty()) return call.refuse(why);
    const bool makes = !there && errno == ENOENT && (flags & O_CREAT) != 0;
    if (makes) call.making(record_of(paths::intention(), path));
    const int fd = static_cast<int>(call.run([&] { return ::open(path.c_str(), flags, mode); }));
    if (!call.ok()) return;
    ::fstat(fd, &status);
    if (auto why = not_a_file("path", path, status); !why.empty()) {  // put in its place meanwhile
        ::close(fd);
        return call.refuse(why);
    }
    if (makes) call.made(record_of(paths::identity_of(fd, ""), path_of(fd)));
    call.opened("file", {.kind = "descriptor", .native = fd, .key = key_of(status), .label = path});
    call.level(0, status.st_size, false);
}

void unlink(Call& call) {
    const auto& path = call.bytes("path");
    const auto file = named("path", path);
    if (!file.refusal.empty()) return call.refuse(file.refusal);
    call.run([&] { return ::unlink(path.c_str()); });
    if (call.ok() && file.ours) call.unmade(record_of(file.identity, path));
}

// The journal learns the new names of what this run made: before the call, because a record of something that
// is not there does no harm.
void rename(Call& call) {
    const auto& from = call.bytes("from");
    const auto& to = call.bytes("to");
    const auto flags = static_cast<unsigned>(call.integer("flags"));
    const auto source = named("from", from), target = named("to", to);
    for (const auto* one : {&source, &target})
        if (!one->refusal.empty()) return call.refuse(one->refusal);
    const bool swaps = (flags & RENAME_EXCHANGE) != 0;
    const auto moved = source.ours ? record_of(source.identity, to) : std::string();
    const auto moved_back = swaps && target.ours ? record_of(target.identity, from) : std::string();
    for (const auto& record : {moved, moved_back})
        if (!record.empty()) call.made(record);
    // Not through libc, which makes another system call of it without flags.
    call.run([&] { return ::syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags); });
    if (call.ok()) {
        if (source.ours && moved != record_of(source.identity, from))
            call.unmade(record_of(source.identity, from));
        if (target.ours) call.unmade(record_of(target.identity, to));
    } else {
        for (const auto& record : {moved, moved_back})
            if (!record.empty()) call.unmade(record);
    }
}

Result<std::string> remove_left(const std::string& text, bool intended) {
    const auto record = paths::parse_record(word, text);
    if (!record) return failure("not a record of a file: " + text);
    return paths::remove_recorded(*record, intended, S_IFREG, "file");
}

std::string describe_left(const std::string& text) {
    const auto record = paths::parse_record(word, text);
    return record ? "file " + record->path : text;
}

}  // namespace ipcscope::mechanisms::files
