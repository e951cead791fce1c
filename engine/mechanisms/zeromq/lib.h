// libzmq as this worker has it: its functions under their names without "zmq_", found when the first of them
// is needed.
#pragma once

#include <string>
#include <zmq.h>

namespace ipcscope::mechanisms::zmq {

// clang-format off
#define IPCSCOPE_ZMQ_FUNCTIONS(X) \
    X(ctx_new) X(ctx_set) X(ctx_shutdown) X(ctx_term) X(socket) X(close) X(setsockopt) X(getsockopt) \
    X(bind) X(unbind) X(connect) X(disconnect) X(send) X(msg_init) X(msg_recv) X(msg_data) \
    X(msg_size) X(msg_gets) X(msg_close)
// clang-format on

#define IPCSCOPE_ZMQ_DECLARE(name) extern decltype(&::zmq_##name) name;
IPCSCOPE_ZMQ_FUNCTIONS(IPCSCOPE_ZMQ_DECLARE)
#undef IPCSCOPE_ZMQ_DECLARE

// "" = the functions can be called; else why not.
const std::string& load();

}  // namespace ipcscope::mechanisms::zmq
