#include "mechanisms/file/files.h"

#include <cstring>
#include <fcntl.h>
#include <map>
#include <unistd.h>

#include <sys/file.h>

namespace ipcscope::mechanisms::files {

namespace {

using Inode = std::pair<dev_t, ino_t>;

// What this process has locked, so that it is known when a call gives a lock up, and may wake somebody.
struct Held {
    std::map<int, bool> by_descriptor;  // flock and OFD locks: of the open file description
    std::map<Inode, pid_t> by_process;  // fcntl locks, and whose: a child does not inherit them
};

Held& held() {
    static Held all;
    return all;
}

bool inode_of(int fd, Inode& out) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) return false;
    out = {status.st_dev, status.st_ino};
    return true;
}

bool process_holds(int fd) {
    Inode inode;
    if (!inode_of(fd, inode)) return false;
    const auto found = held().by_process.find(inode);
    return found != held().by_process.end() && found->second == ::getpid();
}

bool descriptor_holds(int fd) {
    const auto found = held().by_descriptor.find(fd);
    return found != held().by_descriptor.end() && found->second;
}

void note(int fd, bool of_process, bool holds) {
    if (!of_process) {
        held().by_descriptor[fd] = holds;
        return;
    }
    Inode inode;
    if (!inode_of(fd, inode)) return;
    if (holds) {
        held().by_process[inode] = ::getpid();
    } else {
        held().by_process.erase(inode);
    }
}

struct flock range_of(const Call& call) {
    struct flock range {};
    range.l_type = static_cast<short>(call.integer("type"));
    range.l_whence = static_cast<short>(call.integer("whence"));
    range.l_start = call.integer("start");
    range.l_len = call.integer("length");
    return range;
}

bool of_process(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_GETLK;
}

}  // namespace

bool give_up_locks(int fd) {
    const bool process = process_holds(fd), descriptor = descriptor_holds(fd);
    if (process) note(fd, true, false);
    held().by_descriptor.erase(fd);
    return process || descriptor;
}

void flock(Call& call) {
    const int fd = call.fd("file");
    const auto operation = static_cast<int>(call.integer("operation"));
    const auto flags = static_cast<int>(call.integer("flags"));
    // Another kind of lock than before is taken by first giving up the old one.
    const bool releases = operation == LOCK_UN || descriptor_holds(fd);
    call.run([&] { return ::flock(fd, operation | flags); });
    if (!call.ok()) return;
    if (!releases) call.received_only();
    note(fd, false, operation != LOCK_UN);
}

void lock(Call& call) {
    const int fd = call.fd("file");
    const auto command = static_cast<int>(call.integer("command"));
    auto range = range_of(call);
    const bool whole = range.l_start == 0 && range.l_len == 0 && range.l_whence == SEEK_SET;
    const bool mine = of_process(command);
    const bool releases = range.l_type == F_UNLCK ||
                          (range.l_type == F_RDLCK && (mine ? process_holds(fd) : descriptor_holds(fd)));
    call.run([&] { return ::fcntl(fd, command, &range); });
    if (!call.ok()) return;
    if (!releases) call.received_only();
    if (range.l_type != F_UNLCK || whole) note(fd, mine, range.l_type != F_UNLCK);
}

void get_lock(Call& call) {
    const int fd = call.fd("file");
    auto range = range_of(call);
    call.run([&] { return ::fcntl(fd, static_cast<int>(call.integer("command")), &range); });
    if (!call.ok()) return;
    call.result("found", range.l_type);
    if (range.l_type == F_UNLCK) return;
    call.result("start", range.l_start);
    call.result("length", range.l_len);
    call.result("pid", range.l_pid);
}

}  // namespace ipcscope::mechanisms::files
