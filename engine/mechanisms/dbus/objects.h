// Objects that a worker exports, as the program describes them, and what they answer.
#pragma once

#include "mechanisms/dbus/connection.h"

namespace ipcscope::mechanisms::dbus {

// The XML that Introspect answers for a path: its interfaces, and the names of what lies below it.
std::string introspection(const Connection& connection, const std::string& path);

// The answer to a method call. `reply` is empty if nothing is to be answered; a failure of ours ("" = none)
// is in `problem`. Setting a property changes the connection's description; `changed` is then the signal that
// says so.
struct Answered {
    Message reply;
    Message changed;
    std::string problem;
};
Answered answer(Connection& connection, const Message& call);

// --- operations ---
void export_object(Call& call);
void unexport(Call& call);
void serve(Call& call);

}  // namespace ipcscope::mechanisms::dbus
