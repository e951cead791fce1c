// The options of a UDP socket, as spec and driver know them.
#pragma once

#include "mechanisms/inet_options.h"

namespace ipcscope::mechanisms::udp {

inline std::vector<inet::Option> options() {
    using V = inet::OptionValue;
    return inet::common_options(
        {{"SO_BROADCAST", SOL_SOCKET, SO_BROADCAST, V::boolean,
          IPC_TR("it may send to broadcast addresses, which is EACCES otherwise")},
         {"SO_RXQ_OVFL", SOL_SOCKET, SO_RXQ_OVFL, V::boolean,
          IPC_TR("recvmsg tells how many datagrams were lost because the buffer was full")},
         {"IP_PKTINFO", IPPROTO_IP, IP_PKTINFO, V::boolean,
          IPC_TR("recvmsg tells to which address a datagram was sent")},
         {"IP_MULTICAST_IF", IPPROTO_IP, IP_MULTICAST_IF, V::interface, IPC_TR("where multicast goes out")},
         {"IP_MULTICAST_TTL", IPPROTO_IP, IP_MULTICAST_TTL, V::number,
          IPC_TR("how many routers multicast may pass, less one; 0 = this machine only")},
         {"IP_MULTICAST_LOOP", IPPROTO_IP, IP_MULTICAST_LOOP, V::boolean,
          IPC_TR("receivers on this machine get it too")},
         {"IP_MULTICAST_ALL", IPPROTO_IP, IP_MULTICAST_ALL, V::boolean,
          IPC_TR("it also gets what only other sockets of the machine have joined; on from the start")},
         {"IPV6_RECVPKTINFO", IPPROTO_IPV6, IPV6_RECVPKTINFO, V::boolean, IPC_TR("as IP_PKTINFO, of IPv6")},
         {"IPV6_MULTICAST_IF", IPPROTO_IPV6, IPV6_MULTICAST_IF, V::interface,
          IPC_TR("as IP_MULTICAST_IF, of IPv6")},
         {"IPV6_MULTICAST_HOPS", IPPROTO_IPV6, IPV6_MULTICAST_HOPS, V::number,
          IPC_TR("as IP_MULTICAST_TTL, of IPv6")},
         {"IPV6_MULTICAST_LOOP", IPPROTO_IPV6, IPV6_MULTICAST_LOOP, V::boolean,
          IPC_TR("as IP_MULTICAST_LOOP, of IPv6")}});
}

}  // namespace ipcscope::mechanisms::udp
