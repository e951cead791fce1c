// The operations of unix_socket, one function each (see Driver).
#pragma once

#include "mechanisms/driver.h"

namespace ipcscope::mechanisms::unix_socket {

// endpoints.cpp
void socket(Call& call);
void socketpair(Call& call);
void bind(Call& call);
void listen(Call& call);
void accept(Call& call);
void connect(Call& call);
void shutdown(Call& call);
void close(Call& call);
void unlink(Call& call);

// transfer.cpp
void send(Call& call);
void sendto(Call& call);
void sendmsg(Call& call);
void recv(Call& call);
void recvfrom(Call& call);
void recvmsg(Call& call);

// options.cpp
void getsockname(Call& call);
void getpeername(Call& call);
void setsockopt(Call& call);
void getsockopt(Call& call);
void peer_credentials(Call& call);
void pending(Call& call);
void set_flags(Call& call);
Result<Fields> observe(std::string_view handle, std::int64_t native);

// At most so many descriptors in one message of ours; the kernel's own limit is 253 (unix(7), SCM_MAX_FD).
inline constexpr std::size_t max_passed = 8;

enum SocketState : int { unconnected, listening, connected };

}  // namespace ipcscope::mechanisms::unix_socket
