// Calls of methods of others, and what the bus itself offers.
#pragma once

#include "mechanisms/dbus/connection.h"

namespace ipcscope::mechanisms::dbus {

void call_method(Call& call);
void get_property(Call& call);
void set_property(Call& call);
void introspect(Call& call);
void list_names(Call& call);
void request_name(Call& call);
void release_name(Call& call);
void emit_signal(Call& call);
void add_match(Call& call);
void remove_match(Call& call);
void receive(Call& call);

}  // namespace ipcscope::mechanisms::dbus
