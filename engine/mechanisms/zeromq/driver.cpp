#include "mechanisms/zeromq/socket.h"

namespace ipcscope::mechanisms {

const Driver& zeromq_driver();
const Driver& zeromq_driver() {
    using namespace zeromq;
    static const Driver driver{
        .operations = {{"context", context},
                       {"socket", open_socket},
                       {"bind", bind},
                       {"connect", connect},
                       {"send", send},
                       {"receive", receive},
                       {"subscribe", subscribe},
                       {"unsubscribe", unsubscribe},
                       {"set_option", set_option},
                       {"get_option", get_option},
                       {"set_routing_id", set_routing_id},
                       {"unbind", unbind},
                       {"disconnect", disconnect},
                       {"close", close},
                       {"shutdown", shutdown},
                       {"term", term}},
        .observe = observe,
        .remove = remove,
        .describe = describe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
