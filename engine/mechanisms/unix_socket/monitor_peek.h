// What the monitor does to a single socket when it is asked to.
#pragma once

#include "mechanisms/monitor.h"
#include "mechanisms/named_file_monitor.h"

namespace ipcscope::mechanisms::unix_socket {

Result<Peeked> peek_socket(const PeekRequest& request);
// Removes the file of a path that no socket is bound to any more, if it is the one that was seen.
Status act_on_path(const ActRequest& request, const KnownFiles& known);

}  // namespace ipcscope::mechanisms::unix_socket
