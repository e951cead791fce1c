// Inside of the file mechanism: what its parts share, and its operations.
#pragma once

#include "mechanisms/driver.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms::files {

// "file:8:1:4711": one for all descriptors and mappings of a file, whoever opened it by whatever name.
std::string key_of(const struct stat& status);

// The flow key of bytes at this offset. Offsets that a key cannot hold, or that are not known (-1), are told
// as the highest one, at which nothing is joined.
inline std::uint32_t flow_offset(std::int64_t offset) {
    constexpr std::int64_t furthest = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(offset < 0 ? furthest : std::min(offset, furthest));
}

// The file's level: how long it is now. `param`: a handle of it.
void tell_size(Call& call, int fd);

// names.cpp: what goes by a path
void open(Call& call);
void unlink(Call& call);
void rename(Call& call);
Result<std::string> remove_left(const std::string& record, bool intended);
std::string describe_left(const std::string& record);

// contents.cpp
void read(Call& call);
void write(Call& call);
void pread(Call& call);
void pwrite(Call& call);
void seek(Call& call);
void truncate(Call& call);
void fsync(Call& call);
void fdatasync(Call& call);
void stat(Call& call);

// descriptors.cpp
void dup(Call& call);
void close(Call& call);

// locks.cpp
void flock(Call& call);
void lock(Call& call);
void get_lock(Call& call);
// Before a descriptor is closed: are locks given up by that, as far as this process knows? Closing any
// descriptor of a file gives up all fcntl locks that the process has on it.
bool give_up_locks(int fd);

// mapping.cpp
void map(Call& call);
void unmap(Call& call);
void sync_mapping(Call& call);
std::vector<Driver::Operation> memory_operations();

// inotify.cpp
void inotify_init(Call& call);
void add_watch(Call& call);
void remove_watch(Call& call);
void read_events(Call& call);
void forget_watches(int fd);
Result<Fields> observe_inotify(int fd);

// observe.cpp
Result<Fields> observe(std::string_view handle, std::int64_t native);
Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native);

// locks_table.cpp: all locks on the file behind a descriptor, and who waits for one (proc_locks(5)).
List locks_on(int fd);

}  // namespace ipcscope::mechanisms::files
