// The order of the fields of a limit.
#pragma once

#include <cstddef>

namespace ipcscope::mechanisms::limits {

enum LimitField : std::size_t {
    limit_used,
    limit_most,
    limit_source,
    limit_command,
    limit_note,
    limit_field_count
};

}  // namespace ipcscope::mechanisms::limits
