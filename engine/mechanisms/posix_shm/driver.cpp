#include "mechanisms/memory_calls.h"
#include "mechanisms/path_record.h"
#include "mechanisms/posix_shm/memory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {
namespace posix_shm {

std::string file_of(const std::string& name) {
    const auto begin = name.find_first_not_of('/');
    if (begin == std::string::npos || name.find('/', begin) != std::string::npos) return {};
    return "/dev/shm/" + name.substr(begin);
}

std::string identity_of(const struct stat& status) {
    return fmt::format("{}:{}:{}", major(status.st_dev), minor(status.st_dev), status.st_ino);
}

Fields facts(const struct stat& status) {
    return {{"size", status.st_size},   {"allocated", std::int64_t{status.st_blocks} * 512},
            {"links", status.st_nlink}, {"mode", status.st_mode & 07777u},
            {"uid", status.st_uid},     {"gid", status.st_gid}};
}

}  // namespace posix_shm

namespace {

using namespace posix_shm;

constexpr const char* word = "posix_shm";  // in records
constexpr const char* noun = "shared memory object";

void opened(Call& call, const char* result, int fd, std::string label) {
    struct stat status {};
    ::fstat(fd, &status);
    call.opened(
        result,
        {.kind = result, .native = fd, .key = "posix_shm:" + identity_of(status), .label = std::move(label)});
}

// A C string ends at its first zero byte: what stands behind it would be lost without a word.
bool holds_zero(Call& call) {
    if (call.bytes("name").find('\0') == std::string::npos) return false;
    call.refuse("name: it has a zero byte in it, where every name ends");
    return true;
}

void open(Call& call) {
    if (holds_zero(call)) return;
    const auto name = posix_name(call.bytes("name"));
    const int flags = static_cast<int>(call.integer("access") | call.integer("flags"));
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    const auto file = file_of(name);
    struct stat status {};
    const bool there = !file.empty() && ::lstat(file.c_str(), &status) == 0;
    // To open something else there, a FIFO say, could wait or have effects of its own.
    if (there && !S_ISREG(status.st_mode))
        return call.refuse(
            fmt::format("name: {} is {}, not shared memory", file, paths::kind_words(status.st_mode)));
    if (!there && !file.empty() && (flags & O_CREAT))
        call.making(paths::record_of(word, paths::intention(), file));
    const int fd = static_cast<int>(call.run([&] { return ::shm_open(name.c_str(), flags, mode); }));
    if (!call.ok()) return;
    if (!there) call.made(paths::record_of(word, paths::identity_of(fd, ""), file));
    opened(call, "object", fd, name);
}

void create_memfd(Call& call) {
    if (holds_zero(call)) return;
    const auto& name = call.bytes("name");
    const auto flags = static_cast<unsigned>(call.integer("flags"));
    const int fd = static_cast<int>(call.run([&] { return ::memfd_create(name.c_str(), flags); }));
    if (call.ok()) opened(call, "memfd", fd, "memfd:" + name);
}

void truncate(Call& call) {
    call.run([&] { return ::ftruncate(call.fd("object"), call.integer("size")); });
}

void stat(Call& call) {
    struct stat status {};
    call.run([&] { return ::fstat(call.fd("object"), &status); });
    if (!call.ok()) return;
    for (auto& [name, value] : facts(status))
        call.result(name.c_str(), std::move(value));
}

void add_seals(Call& call) {
    call.run(
        [&] { return ::fcntl(call.fd("object"), F_ADD_SEALS, static_cast<int>(call.integer("seals"))); });
}

void get_seals(Call& call) {
    const auto seals = call.run([&] { return ::fcntl(call.fd("object"), F_GET_SEALS); });
    if (call.ok()) call.result("seals", seals);
}

void close(Call& call) {
    const int fd = call.fd("object");
    call.run([&] { return ::close(fd); });
    if (call.err() != EBADF) call.closed("object");
}

void unlink(Call& call) {
    if (holds_zero(call)) return;
    const auto name = posix_name(call.bytes("name"));
    const auto file = file_of(name);
    const auto identity = file.empty() ? std::string() : paths::identity_of(AT_FDCWD, file.c_str());
    call.run([&] { return ::shm_unlink(name.c_str()); });
    if (call.ok() && !identity.empty()) call.unmade(paths::record_of(word, identity, file));
}

std::string describe(const std::string& text) {
    const auto record = paths::parse_record(word, text);
    return record ? fmt::format("{} {}", noun, record->path) : text;
}

Result<std::string> remove(const std::string& text, bool intended) {
    const auto record = paths::parse_record(word, text);
    if (!record) return failure(fmt::format("not a record of a {}: {}", noun, text));
    return paths::remove_recorded(*record, intended, S_IFREG, noun);
}

Driver make_driver() {
    Driver driver{.operations = memory::drivers(),
                  .observe = observe,
                  .remove = remove,
                  .describe = describe,
                  .observe_in = observe_in};
    for (const Driver::Operation& own : {Driver::Operation{"open", open},
                                         {"memfd_create", create_memfd},
                                         {"truncate", truncate},
                                         {"map", map},
                                         {"unmap", unmap},
                                         {"stat", stat},
                                         {"seal", add_seals},
                                         {"get_seals", get_seals},
                                         {"close", close},
                                         {"unlink", unlink}})
        driver.operations.push_back(own);
    return driver;
}

}  // namespace

const Driver& posix_shm_driver();

const Driver& posix_shm_driver() {
    static const Driver driver = make_driver();
    return driver;
}

}  // namespace ipcscope::mechanisms
