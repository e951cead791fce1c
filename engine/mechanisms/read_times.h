// When a file was last mapped or read: stores into memory leave no other trace. Linux keeps it to the day
// (relatime of mount(8)), or not at all where it is mounted so.
#pragma once

#include "mechanisms/monitor.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

namespace ipcscope::mechanisms {

inline constexpr const char* no_read_times = IPC_TR("it is mounted with noatime");

inline StateSpec read_time_field() {
    return {.name = "atime",
            .type = types::integer(0, INT64_MAX, Unit::unix_time),
            .label = IPC_TR("Last mapped or read"),
            .help = IPC_TR("Linux keeps this to the day only (relatime).")};
}

// Of the file system of an open directory.
inline bool keeps_read_times(int directory) {
    struct statvfs about {};
    return ::fstatvfs(directory, &about) == 0 && (about.f_flag & ST_NOATIME) == 0;
}

inline void set_read_time(Sample& sample, ObjectIndex object, std::size_t field, bool kept,
                          const struct statx& status) {
    if (kept)
        sample.set(object, field, status.stx_atime.tv_sec);
    else
        sample.set_missing(object, field, CellState::not_available, no_read_times);
}

}  // namespace ipcscope::mechanisms
