// The options of a TCP socket, as spec and driver know them.
#pragma once

#include "mechanisms/inet_options.h"

namespace ipcscope::mechanisms::tcp {

inline std::vector<inet::Option> options() {
    using V = inet::OptionValue;
    return inet::common_options(
        {{"TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY, V::boolean,
          IPC_TR("small pieces are sent at once, not gathered (Nagle)")},
         {"TCP_CORK", IPPROTO_TCP, TCP_CORK, V::boolean,
          IPC_TR("only full packets are sent, until it is switched off again (200 ms at most)")},
         {"TCP_QUICKACK", IPPROTO_TCP, TCP_QUICKACK, V::boolean,
          IPC_TR("what comes is acknowledged at once; the kernel switches it off by itself")},
         {"TCP_MAXSEG", IPPROTO_TCP, TCP_MAXSEG, V::number, IPC_TR("bytes of data in a packet at most")},
         {"TCP_USER_TIMEOUT", IPPROTO_TCP, TCP_USER_TIMEOUT, V::number,
          IPC_TR("milliseconds without acknowledgement until ETIMEDOUT; 0 = as the system has it")},
         {"TCP_SYNCNT", IPPROTO_TCP, TCP_SYNCNT, V::number,
          IPC_TR("how often connect asks again before ETIMEDOUT")},
         {"TCP_DEFER_ACCEPT", IPPROTO_TCP, TCP_DEFER_ACCEPT, V::number,
          IPC_TR("accept waits until data has come, about so many seconds at most")},
         {"SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE, V::boolean,
          IPC_TR("a silent partner is asked now and then whether it still lives")},
         {"TCP_KEEPIDLE", IPPROTO_TCP, TCP_KEEPIDLE, V::number,
          IPC_TR("seconds of silence before the first such question")},
         {"TCP_KEEPINTVL", IPPROTO_TCP, TCP_KEEPINTVL, V::number, IPC_TR("seconds between the questions")},
         {"TCP_KEEPCNT", IPPROTO_TCP, TCP_KEEPCNT, V::number,
          IPC_TR("questions without answer until the connection is given up")},
         {"SO_LINGER", SOL_SOCKET, SO_LINGER, V::linger,
          IPC_TR("close waits for the partner, or resets the connection (0 seconds)")},
         {"SO_RCVLOWAT", SOL_SOCKET, SO_RCVLOWAT, V::number,
          IPC_TR("fewer bytes than this wake no receiver")},
         {"SO_OOBINLINE", SOL_SOCKET, SO_OOBINLINE, V::boolean,
          IPC_TR("urgent data stays among the other data")},
         {"SO_ACCEPTCONN", SOL_SOCKET, SO_ACCEPTCONN, V::read_only, IPC_TR("1 = it listens")}});
}

}  // namespace ipcscope::mechanisms::tcp
