#include "mechanisms/udp_socket/datagrams.h"

namespace ipcscope::mechanisms::udp {

namespace {

std::uint32_t key_of(bool v6, std::uint16_t port) {
    return stream_key(fmt::format("{}>{}", v6 ? 6 : 4, port));
}

// Does this IPv6 socket take IPv4 datagrams as well?
bool takes_both(int fd, const inet::Address& own) {
    int only = 0;
    socklen_t size = sizeof only;
    return own.is_v6() && IN6_IS_ADDR_UNSPECIFIED(&own.v6().sin6_addr) &&
           ::getsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only, &size) == 0 && only == 0;
}

void sent(Call& call, std::int64_t n, std::string_view data, std::uint32_t key) {
    take_in(call);  // an answer may come: the socket has a port now, if it had none before
    if (n < 0) return;
    call.payload(data.substr(0, static_cast<std::size_t>(n)));
    call.flow_key(key);
}

// `n` as the call returned it: with MSG_TRUNC the whole length. `source` says over which family it came.
void received(Call& call, std::int64_t n, std::string_view buffer, const inet::Address& source) {
    if (n < 0) return;
    const auto whole = static_cast<std::size_t>(n);
    call.payload(buffer.substr(0, whole), whole);
    if ((call.integer("flags") & MSG_PEEK) != 0) return;  // what stays there did not flow
    take_in(call);
    if (const auto own = inet::own_address(call.fd("socket")))
        call.flow_key(key_of(source.is_v6() && !source.is_mapped(), own->port()));
}

}  // namespace

std::uint32_t key_to(const inet::Address& destination) {
    return key_of(destination.is_v6() && !destination.is_mapped(), destination.port());
}

void take_in(Call& call) {
    auto* ports = static_cast<Ports*>(call.aux("socket"));
    if (ports && ports->own != 0) return;
    const int fd = call.fd("socket");
    const auto own = inet::own_address(fd);
    if (!own || own->port() == 0) return;
    const auto key = key_to(*own);
    call.takes_in("socket", key);
    if (takes_both(fd, *own)) call.takes_in("socket", key_of(false, own->port()));
    if (ports) ports->own = key;
}

void send(Call& call) {
    const int fd = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto data = stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
    const auto n = call.run([&] { return ::send(fd, data.data(), data.size(), flags); });
    const auto* ports = static_cast<const Ports*>(call.aux("socket"));
    auto key = ports ? ports->partner : 0;
    if (n >= 0 && key == 0)
        if (const auto peer = inet::peer_address(fd)) key = key_to(*peer);
    sent(call, n, data, key);
}

void sendto(Call& call) {
    const int fd = call.fd("socket");
    const auto address = inet::target(call, fd);
    if (!address) return;
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto data = stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
    const auto n = call.run(
        [&] { return ::sendto(fd, data.data(), data.size(), flags, address->get(), address->size); });
    sent(call, n, data, key_to(*address));
}

void receive(Call& call, With with) {
    const int fd = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = stream::scratch(size);
    inet::Address source;
    // recv is recvfrom that does not ask; we do, to know over which family the datagram came.
    const auto n = call.run([&] { return ::recvfrom(fd, buffer, size, flags, source.get(), &source.size); });
    received(call, n, {buffer, size}, source);
    if (n >= 0 && with == With::sender) inet::tell(call, source);
}

void recvmsg(Call& call) {
    const int fd = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto size = static_cast<std::size_t>(call.integer("size"));
    inet::Address source;
    alignas(cmsghdr) char control[256];
    iovec part{stream::scratch(size), size};
    msghdr message{};
    message.msg_name = source.get();
    message.msg_namelen = source.size;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const auto n = call.run([&] { return ::recvmsg(fd, &message, flags); });
    if (n < 0) return;
    source.size = message.msg_namelen;
    received(call, n, {static_cast<const char*>(part.iov_base), size}, source);
    inet::tell(call, source);
    call.result("flags", std::int64_t{message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)});
    for (auto* one = CMSG_FIRSTHDR(&message); one; one = CMSG_NXTHDR(&message, one)) {
        char host[INET6_ADDRSTRLEN] = "";
        if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SO_RXQ_OVFL) {
            std::uint32_t drops = 0;
            std::memcpy(&drops, CMSG_DATA(one), sizeof drops);
            call.result("drops", drops);
        } else if (one->cmsg_level == IPPROTO_IP && one->cmsg_type == IP_PKTINFO) {
            in_pktinfo info{};
            std::memcpy(&info, CMSG_DATA(one), sizeof info);
            call.result("destination", ::inet_ntop(AF_INET, &info.ipi_addr, host, sizeof host));
        } else if (one->cmsg_level == IPPROTO_IPV6 && one->cmsg_type == IPV6_PKTINFO) {
            in6_pktinfo info{};
            std::memcpy(&info, CMSG_DATA(one), sizeof info);
            call.result("destination", ::inet_ntop(AF_INET6, &info.ipi6_addr, host, sizeof host));
        }
    }
}

}  // namespace ipcscope::mechanisms::udp
