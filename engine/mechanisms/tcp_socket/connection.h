// A TCP connection as a driver sees it: its two directed streams, and what the kernel tells of it.
#pragma once

#include "mechanisms/inet_calls.h"

#include <netinet/tcp.h>

namespace ipcscope::mechanisms::tcp {

// The flow keys of a connection, kept with the handle: 0 = not known yet. They stay known when the partner
// has reset the connection and getpeername has nothing to say any more.
struct Ends {
    std::uint32_t out = 0, in = 0;
    std::uint32_t out_urgent = 0, in_urgent = 0;
};

inline Ends ends_between(const inet::Address& own, const inet::Address& peer) {
    const auto out = inet::full_text(own) + '>' + inet::full_text(peer);
    const auto in = inet::full_text(peer) + '>' + inet::full_text(own);
    return {stream_key(out), stream_key(in), stream_key(out + " urgent"), stream_key(in + " urgent")};
}

// Of the connected socket of parameter `socket`. Looked up when it is first needed, also behind a connect
// that did not wait, and in a process that was handed the descriptor.
inline Ends ends_of(Call& call) {
    auto* kept = static_cast<Ends*>(call.aux("socket"));
    if (kept && kept->out != 0) return *kept;
    const int fd = call.fd("socket");
    const auto own = inet::own_address(fd);
    const auto peer = inet::peer_address(fd);
    if (!own || !peer) return {};
    const auto now = ends_between(*own, *peer);
    call.takes_in("socket", now.in, now.out);
    if (kept) *kept = now;
    return now;
}

// The fields of connection_state.
Fields facts(const tcp_info& info);

void info(Call& call);
void list(Call& call);
Result<Fields> observe(std::string_view, std::int64_t native);

}  // namespace ipcscope::mechanisms::tcp
