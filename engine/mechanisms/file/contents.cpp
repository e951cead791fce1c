#include "mechanisms/file/files.h"
#include "mechanisms/stream_calls.h"

#include <unistd.h>

namespace ipcscope::mechanisms::files {

namespace {

std::int64_t position(int fd) {
    return ::lseek(fd, 0, SEEK_CUR);
}

std::string_view data_of(const Call& call) {
    return stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
}

bool appends(int fd) {
    const int flags = ::fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_APPEND) != 0;
}

void wrote(Call& call, int fd, std::string_view data, std::int64_t at) {
    call.payload(data.substr(0, static_cast<std::size_t>(call.ret())));
    call.flow_key(flow_offset(at));
    if (at >= 0) call.result("offset", at);
    tell_size(call, fd);
}

}  // namespace

void tell_size(Call& call, int fd) {
    struct stat status {};
    if (::fstat(fd, &status) == 0) call.level(0, status.st_size, false);
}

// Where the bytes were follows from the position before and after. Processes that share the open file
// description may have moved it meanwhile: then it is not known, and not told.
void read(Call& call) {
    const int fd = call.fd("from");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = stream::scratch(size);
    const auto before = position(fd);
    const auto n = call.run([&] { return ::read(fd, buffer, size); });
    if (n < 0) return;
    call.payload({buffer, static_cast<std::size_t>(n)});
    call.flow_key(flow_offset(position(fd) == before + n ? before : -1));
}

void write(Call& call) {
    const int fd = call.fd("to");
    const auto data = data_of(call);
    const auto before = position(fd);
    const auto n = call.run([&] { return ::write(fd, data.data(), data.size()); });
    if (n < 0) return;
    const auto after = position(fd);
    const bool plain = after == before + n;
    wrote(call, fd, data, n == 0 || plain ? before : appends(fd) ? after - n : -1);
}

void pread(Call& call) {
    const int fd = call.fd("from");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const auto offset = call.integer("offset");
    char* buffer = stream::scratch(size);
    const auto n = call.run([&] { return ::pread(fd, buffer, size, offset); });
    if (n < 0) return;
    call.payload({buffer, static_cast<std::size_t>(n)});
    call.flow_key(flow_offset(offset));
}

// With O_APPEND Linux writes to the end, whatever offset is given (pwrite(2), bugs).
void pwrite(Call& call) {
    const int fd = call.fd("to");
    const auto data = data_of(call);
    const auto offset = call.integer("offset");
    const auto n = call.run([&] { return ::pwrite(fd, data.data(), data.size(), offset); });
    if (n < 0) return;
    struct stat status {};
    const bool at_end = n > 0 && appends(fd) && ::fstat(fd, &status) == 0;
    wrote(call, fd, data, at_end ? status.st_size - n : offset);
}

void seek(Call& call) {
    const int fd = call.fd("file");
    call.run([&] { return ::lseek(fd, call.integer("offset"), static_cast<int>(call.integer("whence"))); });
}

void truncate(Call& call) {
    const int fd = call.fd("file");
    call.run([&] { return ::ftruncate(fd, call.integer("length")); });
    if (call.ok()) tell_size(call, fd);
}

void fsync(Call& call) {
    const int fd = call.fd("file");
    call.run([&] { return ::fsync(fd); });
}

void fdatasync(Call& call) {
    const int fd = call.fd("file");
    call.run([&] { return ::fdatasync(fd); });
}

void stat(Call& call) {
    const int fd = call.fd("file");
    struct stat status {};
    call.run([&] { return ::fstat(fd, &status); });
    if (!call.ok()) return;
    call.result("size", status.st_size);
    call.result("links", status.st_nlink);
    call.result("inode", status.st_ino);
    call.result("mode", status.st_mode & 07777u);
    call.result("uid", status.st_uid);
    call.result("gid", status.st_gid);
    call.result("blocks", status.st_blocks);
    call.result("mtime", status.st_mtime);
}

}  // namespace ipcscope::mechanisms::files
