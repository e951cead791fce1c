#include "mechanisms/path_record.h"
#include "mechanisms/stream_calls.h"

#include <fmt/format.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

const Driver& fifo_driver();

namespace {

std::string key_of(const struct stat& status) {
    return fmt::format("fifo:{}:{}:{}", major(status.st_dev), minor(status.st_dev), status.st_ino);
}

// "" = a FIFO: the call itself says what else is wrong with the path.
std::string not_a_fifo(const std::string& path, const struct stat& status) {
    if (S_ISFIFO(status.st_mode)) return {};
    return fmt::format("path: {} is {}, not a FIFO", path, paths::kind_words(status.st_mode));
}

std::string record_of(const std::string& identity, const std::string& path) {
    return paths::record_of("fifo", identity, path);
}

void create(Call& call) {
    const auto& path = call.bytes("path");
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    const auto full = paths::absolute(path);
    struct stat status {};
    const bool was_there = ::lstat(path.c_str(), &status) == 0;
    if (!was_there) call.making(record_of(paths::intention(), full));
    call.run([&] { return ::mkfifo(path.c_str(), mode); });
    if (call.ok()) call.made(record_of(paths::identity_of(AT_FDCWD, path.c_str()), full));
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
    const auto full = paths::absolute(path);
    const auto identity = paths::identity_of(AT_FDCWD, path.c_str());
    struct stat status {};
    const bool there = ::lstat(path.c_str(), &status) == 0;
    if (there)
        if (auto why = not_a_fifo(path, status); !why.empty()) return call.refuse(why);
    call.run([&] { return ::unlink(path.c_str()); });
    if (call.ok() && there) call.unmade(record_of(identity, full));
}

std::string describe(const std::string& text) {
    const auto record = paths::parse_record("fifo", text);
    return record ? "FIFO " + record->path : text;
}

Result<std::string> remove(const std::string& text, bool intended) {
    const auto record = paths::parse_record("fifo", text);
    if (!record) return failure("not a record of a FIFO: " + text);
    return paths::remove_recorded(*record, intended, S_IFIFO, "FIFO");
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
