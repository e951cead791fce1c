#include "mechanisms/dbus/calls.h"
#include "mechanisms/dbus/daemon.h"
#include "mechanisms/dbus/objects.h"

namespace ipcscope::mechanisms {

const Driver& dbus_driver();
const Driver& dbus_driver() {
    using namespace dbus;
    static const Driver driver{
        .operations = {{"start_bus", start_bus},
                       {"stop_bus", stop_bus},
                       {"connect", connect},
                       {"connect_address", connect_address},
                       {"open_user", open_user},
                       {"open_system", open_system},
                       {"request_name", request_name},
                       {"release_name", release_name},
                       {"export", export_object},
                       {"unexport", unexport},
                       {"serve", serve},
                       {"call", call_method},
                       {"get_property", get_property},
                       {"set_property", set_property},
                       {"introspect", introspect},
                       {"list_names", list_names},
                       {"emit", emit_signal},
                       {"add_match", add_match},
                       {"remove_match", remove_match},
                       {"receive", receive},
                       {"close", close}},
        .observe = observe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
