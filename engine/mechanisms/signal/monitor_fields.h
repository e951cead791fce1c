// The order of the fields that the monitor shows of a process's signals.
#pragma once

#include <cstddef>

namespace ipcscope::mechanisms {

enum SignalField : std::size_t {
    field_process_pending,
    field_thread_pending,
    field_blocked,
    field_ignored,
    field_caught,
    field_queued,
    field_queue_limit,
    field_threads,
    signal_field_count,
};

}  // namespace ipcscope::mechanisms
