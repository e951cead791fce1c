#include "schema/monitor_spec.h"

#include "mechanisms/dbus/monitor_fields.h"

#include <limits>

namespace ipcscope::mechanisms {
namespace {

using namespace dbus;

MonitoredKind name_kind() {
    std::vector<StateSpec> fields(name_field_count);
    fields[name_bus] = {"bus",
                        types::choice({{"session", static_cast<std::int64_t>(BusKind::session)},
                                       {"system", static_cast<std::int64_t>(BusKind::system)}}),
                        IPC_TR("Bus")};
    fields[name_connection] = {"connection", types::boolean(), IPC_TR("Connection"),
                               IPC_TR("A unique name, which the bus gave to a connection.")};
    fields[name_owner] = {"owner", types::text(), IPC_TR("Owner"),
                          IPC_TR("The connection that has the name now.")};
    fields[name_names] = {"names", types::text(), IPC_TR("Names"),
                          IPC_TR("What the connection can be called by.")};
    fields[name_pid] = {"owner_pid", types::integer(0, std::numeric_limits<std::int32_t>::max(), Unit::pid),
                        IPC_TR("Process"), IPC_TR("As the bus tells it: who connected.")};
    fields[name_activatable] = {"activatable", types::boolean(), IPC_TR("Can be started"),
                                IPC_TR("A message to the name starts the service if nobody has it.")};
    return {.id = "name", .label = IPC_TR("D-Bus name"), .prefix = "dbus", .fields = std::move(fields)};
}

}  // namespace

const MonitorSpec& dbus_monitor_spec() {
    static const MonitorSpec spec = {
        .mechanism = "dbus",
        .title = IPC_TR("D-Bus names and connections"),
        .group = Group::buses,
        .kinds = {name_kind()},
        .words = {IPC_TR("names of the session bus: DBUS_SESSION_BUS_ADDRESS is "
                         "not set, and there is none in /run/user"),
                  IPC_TR("names of the system bus: there is none"),
                  IPC_TR("names of the %1 bus: not all has been answered yet"),
                  IPC_TR("names of the %1 bus: %2"), IPC_TR("the bus does not tell it"),
                  IPC_TR("names of the session buses of other users"), IPC_TR("a probe of that user")}};
    return spec;
}

}  // namespace ipcscope::mechanisms
