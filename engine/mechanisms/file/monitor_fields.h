// The order of the fields that the monitor shows of locks and shared mappings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace ipcscope::mechanisms::files {

enum LockField : std::size_t {
    lock_type,
    lock_mode,
    lock_mandatory,
    lock_start,
    lock_end,
    lock_waiting,
    lock_device,
    lock_inode,
    lock_field_count,
};
enum class LockType : std::int64_t { posix, open_file, flock, lease, delegation, other };
enum class LockMode : std::int64_t { read, write, none };
inline constexpr std::int64_t lock_eof = std::numeric_limits<std::int64_t>::max();

enum MappingField : std::size_t {
    mapping_bytes,
    mapping_readers,
    mapping_writers,
    mapping_device,
    mapping_inode,
    mapping_field_count,
};

}  // namespace ipcscope::mechanisms::files
