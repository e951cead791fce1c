// Sending and receiving, and how a datagram's way is named.
#pragma once

#include "mechanisms/inet_calls.h"

namespace ipcscope::mechanisms::udp {

// A datagram's stream is named by the port it goes to: that is what a receiver knows of itself before
// anybody has sent, whatever address it is bound to, and whoever sends.
std::uint32_t key_to(const inet::Address& destination);

// Kept with a handle: 0 = not known yet, or not there.
struct Ports {
    std::uint32_t own = 0;      // what this socket takes in
    std::uint32_t partner = 0;  // where send goes: of a connected one
};

// As soon as the socket has a port: datagrams to it arrive here.
void take_in(Call& call);

enum class With { nothing, sender };
void send(Call& call);
void sendto(Call& call);
void receive(Call& call, With with);
void recvmsg(Call& call);

}  // namespace ipcscope::mechanisms::udp
