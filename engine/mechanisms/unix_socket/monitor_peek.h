// What the monitor does to a single socket when it is asked to.
#pragma once

#include "mechanisms/monitor.h"

namespace ipcscope::mechanisms::unix_socket {

Result<Peeked> peek_socket(const PeekRequest& request);
// Removes the file of a path that no socket is bound to any more.
Status act_on_path(const ActRequest& request);

}  // namespace ipcscope::mechanisms::unix_socket
