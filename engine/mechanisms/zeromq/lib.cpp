#include "mechanisms/zeromq/lib.h"

#include "mechanisms/library.h"

namespace ipcscope::mechanisms::zmq {

#define IPCSCOPE_ZMQ_DEFINE(name) decltype(&::zmq_##name) name = nullptr;
IPCSCOPE_ZMQ_FUNCTIONS(IPCSCOPE_ZMQ_DEFINE)
#undef IPCSCOPE_ZMQ_DEFINE

const std::string& load() {
    static Library library("libzmq.so.5", "libzmq5");
    if (ctx_new || !library.problem().empty()) return library.problem();
#define IPCSCOPE_ZMQ_FIND(name) library.find("zmq_" #name, name);
    IPCSCOPE_ZMQ_FUNCTIONS(IPCSCOPE_ZMQ_FIND)
#undef IPCSCOPE_ZMQ_FIND
    return library.problem();
}

}  // namespace ipcscope::mechanisms::zmq
