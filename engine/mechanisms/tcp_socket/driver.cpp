#include "mechanisms/inet_option_calls.h"
#include "mechanisms/tcp_socket/connection.h"
#include "mechanisms/tcp_socket/options.h"

#include <linux/sockios.h>

namespace ipcscope::mechanisms {

const Driver& tcp_socket_driver();

namespace {

using tcp::Ends;

const std::vector<inet::Option>& options() {
    static const auto all = tcp::options();
    return all;
}

void socket(Call& call) {
    const auto family = static_cast<int>(call.integer("family"));
    const auto flags = static_cast<int>(call.integer("flags"));
    const int fd = static_cast<int>(call.run([&] { return ::socket(family, SOCK_STREAM | flags, 0); }));
    if (!call.ok()) return;
    call.opened("socket", {.kind = "socket", .native = fd, .key = inet::key_of(fd), .aux = new Ends});
}

void bind(Call& call) {
    const int fd = call.fd("socket");
    const auto address = inet::target(call, fd);
    if (!address) return;
    call.run([&] { return ::bind(fd, address->get(), address->size); });
    if (!call.ok()) return;
    if (const auto own = inet::own_address(fd)) inet::tell(call, *own);
}

void listen(Call& call) {
    const int fd = call.fd("socket");
    const auto backlog = static_cast<int>(call.integer("backlog"));
    call.run([&] { return ::listen(fd, backlog); });
}

void accept(Call& call) {
    const int listener = call.fd("listener");
    const auto flags = static_cast<int>(call.integer("flags"));
    inet::Address peer;
    const int fd =
        static_cast<int>(call.run([&] { return ::accept4(listener, peer.get(), &peer.size, flags); }));
    if (!call.ok()) return;
    const auto own = inet::own_address(fd);
    const auto ends = own ? tcp::ends_between(*own, peer) : Ends{};
    call.opened("socket",
                {.kind = "socket",
                 .native = fd,
                 .key = inet::key_of(fd),
                 .label = own ? inet::full_text(*own) + " - " + inet::full_text(peer) : std::string(),
                 .aux = new Ends(ends)});
    if (ends.in != 0) call.takes_in("socket", ends.in, ends.out);
    inet::tell(call, peer);
}

void connect(Call& call) {
    const int fd = call.fd("socket");
    const auto address = inet::target(call, fd);
    if (!address) return;
    call.run([&] { return ::connect(fd, address->get(), address->size); });
    if (!call.ok()) return;
    (void)tcp::ends_of(call);
    if (const auto own = inet::own_address(fd)) inet::tell(call, *own);
}

void send(Call& call) {
    const int fd = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    const bool urgent = (flags & MSG_OOB) != 0;
    const auto data = stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
    if (urgent && data.size() != 1)  // the others would go the ordinary way, in the same call
        return call.refuse("data: MSG_OOB takes one byte here: of several only the last would be urgent");
    const auto n = call.run([&] { return ::send(fd, data.data(), data.size(), flags); });
    if (n < 0) return;
    call.payload(data.substr(0, static_cast<std::size_t>(n)));
    const auto ends = tcp::ends_of(call);
    call.flow_key(urgent ? ends.out_urgent : ends.out);
}

void recv(Call& call) {
    const int fd = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = stream::scratch(size);
    const auto n = call.run([&] { return ::recv(fd, buffer, size, flags); });
    if (n < 0) return;
    call.payload({buffer, static_cast<std::size_t>(n)});
    if ((flags & MSG_PEEK) != 0) return;  // what stays there did not flow
    const auto ends = tcp::ends_of(call);
    call.flow_key((flags & MSG_OOB) != 0 ? ends.in_urgent : ends.in);
}

void shutdown(Call& call) {
    const int fd = call.fd("socket");
    const auto how = static_cast<int>(call.integer("how"));
    call.run([&] { return ::shutdown(fd, how); });
}

void close(Call& call) {
    const int fd = call.fd("socket");
    call.run([&] { return ::close(fd); });
    if (call.err() == EBADF) return;  // whatever else it says, Linux has closed it
    delete static_cast<Ends*>(call.aux("socket"));
    call.closed("socket");
}

}  // namespace

const Driver& tcp_socket_driver() {
    static const Driver driver{
        .operations = {{"socket", socket},
                       {"bind", bind},
                       {"listen", listen},
                       {"accept", accept},
                       {"connect", connect},
                       {"send", send},
                       {"recv", recv},
                       {"shutdown", shutdown},
                       {"poll", inet::poll},
                       {"setsockopt", [](Call& call) { inet::set_option(call, options()); }},
                       {"getsockopt", [](Call& call) { inet::get_option(call, options()); }},
                       {"get_error", inet::get_error},
                       {"set_flags", inet::set_flags},
                       {"getsockname", inet::getsockname},
                       {"getpeername", inet::getpeername},
                       {"pending", [](Call& call) { inet::amount(call, SIOCINQ); }},
                       {"unacknowledged", [](Call& call) { inet::amount(call, SIOCOUTQ); }},
                       {"info", tcp::info},
                       {"list", tcp::list},
                       {"close", close}},
        .observe = tcp::observe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
