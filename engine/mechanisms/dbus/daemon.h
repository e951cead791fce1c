// A private bus: dbus-daemon(1), started by a worker. It ends with that worker, however the worker ends.
#pragma once

#include "mechanisms/driver.h"

namespace ipcscope::mechanisms::dbus {

// Where the n-th private bus of this run listens.
std::string bus_address(std::int64_t number);
Result<Fields> observe_bus(std::int64_t number);

void start_bus(Call& call);
void stop_bus(Call& call);

}  // namespace ipcscope::mechanisms::dbus
