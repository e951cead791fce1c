#include "mechanisms/inet_option_calls.h"
#include "mechanisms/udp_socket/datagrams.h"
#include "mechanisms/udp_socket/options.h"

#include <linux/sock_diag.h>
#include <linux/sockios.h>

namespace ipcscope::mechanisms {

const Driver& udp_socket_driver();

namespace {

const std::vector<inet::Option>& options() {
    static const auto all = udp::options();
    return all;
}

void socket(Call& call) {
    const auto family = static_cast<int>(call.integer("family"));
    const auto flags = static_cast<int>(call.integer("flags"));
    const int fd = static_cast<int>(call.run([&] { return ::socket(family, SOCK_DGRAM | flags, 0); }));
    if (!call.ok()) return;
    call.opened("socket", {.kind = "socket", .native = fd, .key = inet::key_of(fd), .aux = new udp::Ports});
}

void bind(Call& call) {
    const int fd = call.fd("socket");
    const auto address = inet::target(call, fd);
    if (!address) return;
    call.run([&] { return ::bind(fd, address->get(), address->size); });
    if (!call.ok()) return;
    udp::take_in(call);
    if (const auto own = inet::own_address(fd)) inet::tell(call, *own);
}

void connect(Call& call) {
    const int fd = call.fd("socket");
    const auto address = inet::target(call, fd);
    if (!address) return;
    call.run([&] { return ::connect(fd, address->get(), address->size); });
    if (!call.ok()) return;
    udp::take_in(call);
    if (auto* ports = static_cast<udp::Ports*>(call.aux("socket"))) ports->partner = udp::key_to(*address);
    if (const auto own = inet::own_address(fd)) inet::tell(call, *own);
}

void disconnect(Call& call) {
    const int fd = call.fd("socket");
    sockaddr nobody{};
    nobody.sa_family = AF_UNSPEC;
    call.run([&] { return ::connect(fd, &nobody, sizeof nobody); });
    if (!call.ok()) return;
    if (auto* ports = static_cast<udp::Ports*>(call.aux("socket"))) *ports = {};  // the port may be gone too
    udp::take_in(call);
}

void membership(Call& call, bool join) {
    const auto group = inet::parse_address(AF_UNSPEC, call.bytes("group"), 0);
    if (!group) return call.refuse("group: '" + call.bytes("group") + "' is not an address in numbers");
    if (group->is_v6()) {
        const auto number = inet::interface_v6(call, call.bytes("interface"));
        if (!number) return;
        const ipv6_mreq request{group->v6().sin6_addr, static_cast<unsigned>(*number)};
        return inet::set(call, IPPROTO_IPV6, join ? IPV6_ADD_MEMBERSHIP : IPV6_DROP_MEMBERSHIP, request);
    }
    auto request = inet::interface_v4(call, call.bytes("interface"));
    if (!request) return;
    request->imr_multiaddr = group->v4().sin_addr;
    inet::set(call, IPPROTO_IP, join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, *request);
}

using Memory = std::array<std::uint32_t, SK_MEMINFO_VARS>;

Fields facts(const Memory& memory) {
    return {{"queued", memory[SK_MEMINFO_RMEM_ALLOC]},
            {"capacity", memory[SK_MEMINFO_RCVBUF]},
            {"drops", memory[SK_MEMINFO_DROPS]}};
}

int ask_memory(int fd, Memory& memory) {
    socklen_t size = sizeof memory;
    return ::getsockopt(fd, SOL_SOCKET, SO_MEMINFO, memory.data(), &size);
}

void info(Call& call) {
    const int fd = call.fd("socket");
    Memory memory{};
    call.run([&] { return ask_memory(fd, memory); });
    if (!call.ok()) return;
    call.result("queued", memory[SK_MEMINFO_RMEM_ALLOC]);
    call.result("capacity", memory[SK_MEMINFO_RCVBUF]);
    call.result("drops", memory[SK_MEMINFO_DROPS]);
}

void close(Call& call) {
    const int fd = call.fd("socket");
    call.run([&] { return ::close(fd); });
    if (call.err() == EBADF) return;  // whatever else it says, Linux has closed it
    delete static_cast<udp::Ports*>(call.aux("socket"));
    call.closed("socket");
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int fd = static_cast<int>(native);
    Memory memory{};
    if (ask_memory(fd, memory) != 0) return system_failure("asking for the socket's memory", "getsockopt");
    auto out = facts(memory);
    int number = 0;
    if (::ioctl(fd, SIOCINQ, &number) == 0) out.emplace_back("next", number);
    if (const auto own = inet::own_address(fd)) out.emplace_back("local", inet::full_text(*own));
    if (const auto peer = inet::peer_address(fd)) out.emplace_back("peer", inet::full_text(*peer));
    if (::ioctl(fd, SIOCOUTQ, &number) == 0) out.emplace_back("send_queue", number);
    out.emplace_back("send_buffer", memory[SK_MEMINFO_SNDBUF]);
    return out;
}

}  // namespace

const Driver& udp_socket_driver() {
    static const Driver driver{
        .operations = {{"socket", socket},
                       {"bind", bind},
                       {"sendto", udp::sendto},
                       {"recvfrom", [](Call& call) { udp::receive(call, udp::With::sender); }},
                       {"connect", connect},
                       {"send", udp::send},
                       {"recv", [](Call& call) { udp::receive(call, udp::With::nothing); }},
                       {"recvmsg", udp::recvmsg},
                       {"disconnect", disconnect},
                       {"poll", inet::poll},
                       {"join_group", [](Call& call) { membership(call, true); }},
                       {"leave_group", [](Call& call) { membership(call, false); }},
                       {"setsockopt", [](Call& call) { inet::set_option(call, options()); }},
                       {"getsockopt", [](Call& call) { inet::get_option(call, options()); }},
                       {"get_error", inet::get_error},
                       {"set_flags", inet::set_flags},
                       {"getsockname", inet::getsockname},
                       {"getpeername", inet::getpeername},
                       {"pending", [](Call& call) { inet::amount(call, SIOCINQ); }},
                       {"info", info},
                       {"close", close}},
        .observe = observe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
