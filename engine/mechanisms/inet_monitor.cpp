#include "mechanisms/inet_monitor.h"

#include "mechanisms/fetch.h"
#include "mechanisms/proc_net.h"

#include <algorithm>
#include <fmt/format.h>
#include <netinet/in.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms::inet {

std::size_t TupleHash::operator()(const Tuple& tuple) const {
    const auto part = [&](const std::array<std::uint8_t, 16>& address, std::size_t at) {
        std::uint64_t out = 0;
        std::memcpy(&out, address.data() + at, sizeof out);
        return out;
    };
    std::uint64_t hash = tuple.space ^ (std::uint64_t{tuple.local_port} << 16 | tuple.remote_port);
    for (const auto value :
         {part(tuple.local, 0), part(tuple.local, 8), part(tuple.remote, 0), part(tuple.remote, 8)})
        hash = (hash ^ value) * 0x9e3779b97f4a7c15u ^ hash >> 29;
    return hash ^ hash >> 32;
}

void TupleTable::clear(std::size_t expected) {
    std::size_t size = 64;
    while (size < 2 * expected)
        size *= 2;
    slots_.assign(size, {});
}

std::size_t TupleTable::place(const Tuple& tuple) const {
    auto at = TupleHash{}(tuple) & (slots_.size() - 1);
    while (slots_[at].value != none_index && !(slots_[at].tuple == tuple))
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

void TupleTable::put(const Tuple& tuple, std::uint32_t value) {
    auto& slot = slots_[place(tuple)];
    if (slot.value == none_index) slot = {tuple, value};
}

std::uint32_t TupleTable::find(const Tuple& tuple) const {
    return slots_.empty() ? none_index : slots_[place(tuple)].value;
}

bool is_any(const std::array<std::uint8_t, 16>& address) {
    constexpr std::array<std::uint8_t, 16> any6{}, any4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
    return address == any6 || address == any4;
}

bool is_loopback(const std::array<std::uint8_t, 16>& address) {
    constexpr std::array<std::uint8_t, 16> loop6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    const bool four =
        std::all_of(address.begin(), address.begin() + 10, [](auto octet) { return octet == 0; }) &&
        address[10] == 0xff && address[11] == 0xff;
    return address == loop6 || (four && address[12] == 127);
}

Tuple InetMonitor::tuple_of(const Known& known) {
    const auto& socket = known.socket;
    return {socket.local, socket.remote, socket.local_port, socket.remote_port, known.space};
}

void InetMonitor::begin(Sample& sample) {
    objects_.clear(sockets_.size());
    sockets_.clear();
    for (const auto& link : diag::open_links(sample, kind_.index)) {
        if (list_both(sample, link)) continue;
        for (const int family : {AF_INET, AF_INET6})
            list(sample, link, family);
    }
    by_tuple_.clear(sockets_.size());
    for (std::uint32_t i = 0; i < sockets_.size(); ++i)
        if (connected(sockets_[i].socket)) by_tuple_.put(tuple_of(sockets_[i]), i);
    join(sample);
}

// False: not this protocol, or not here.
bool InetMonitor::list_both(Sample& sample, const diag::SpaceLink& link) {
    if (protocol_ != IPPROTO_TCP || !link.link || !diag::dump_tcp(link.link.get(), answer_)) return false;
    diag::each_message<inet_diag_msg>(answer_, [&](const inet_diag_msg& head, std::string_view rest) {
        add(sample, diag::inet_socket(head, rest), link, false);
    });
    return true;
}

void InetMonitor::list(Sample& sample, const diag::SpaceLink& link, int family) {
    const auto status = link.link ? diag::dump_inet(link.link.get(), family, protocol_, answer_)
                                  : Status(system_failure("sockets", "socket", link.error));
    if (status) {
        diag::each_message<inet_diag_msg>(answer_, [&](const inet_diag_msg& head, std::string_view rest) {
            add(sample, diag::inet_socket(head, rest), link, false);
        });
        return;
    }
    const bool tcp = protocol_ == IPPROTO_TCP;
    const auto path =
        fmt::format("/proc/thread-self/net/{}{}", tcp ? "tcp" : "udp", family == AF_INET ? "" : "6");
    const auto text =
        link.own ? diag::read_whole(path.c_str()) : Result<std::string>(failure("of another namespace"));
    if (!text) {
        // A kernel without IPv6 has neither.
        if (family == AF_INET || text.error().code != ENOENT)
            sample.gap(kind_.index, fmt::format("{}: {}", words_, status.error().text()), "");
        return;
    }
    for (const auto& socket : diag::parse_inet(*text, family, tcp))
        add(sample, socket, link, true);
    sample.gap(
        kind_.index,
        fmt::format("buffers, cookies and backlogs of {}: sock_diag is refused ({}), and /proc/net does not "
                    "tell them",
                    words_, errno_name(status.error().code)),
        "");
}

void InetMonitor::add(Sample& sample, const diag::InetSocket& socket, const diag::SpaceLink& link,
                      bool from_proc) {
    // All texts of a socket lie in one: "LOCAL - REMOTE".
    text_.clear();
    diag::add_address(text_, socket.family, socket.local, socket.local_port, socket.interface);
    const auto local_size = text_.size();
    text_ += " - ";
    diag::add_address(text_, socket.family, socket.remote, socket.remote_port, socket.interface);
    const std::string_view both = text_, local = both.substr(0, local_size),
                           remote = both.substr(local_size + 3);
    // Nobody has a descriptor of one without inode: its addresses are all that there is of it.
    KeyText key;
    if (socket.inode != 0)
        key.number_in_brackets(socket.inode);
    else if (link.own)
        key.text = fmt::format("{}-{}", local, remote);
    else
        key.text = fmt::format("net:[{}]/{}-{}", link.space, local, remote);
    const auto object = sample.object(kind_.index, key.view());
    sockets_.push_back({object, link.space, socket});
    if (socket.inode != 0) objects_.put(socket.inode, object);
    auto& seen = sample.at(object);
    seen.uid = socket.uid;
    seen.space = link.space;
    if (!link.own) seen.tier = Tier::privileged;
    seen.name = sample.text(connected(socket) ? both : local);
    sample.set(object, family_, socket.family);
    sample.set(object, state_, socket.state);
    sample.set_text(object, local_, local);
    auto host = local.substr(0, local.rfind(':'));
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    sample.set_text(object, local_address_, host);
    sample.set(object, local_port_, socket.local_port);
    if (connected(socket)) {
        sample.set_text(object, remote_, remote);
        sample.set(object, remote_port_, socket.remote_port);
    }
    sample.set(object, inode_, socket.inode);
    if (!from_proc && socket.inode != 0)
        sample.set(object, cookie_, static_cast<std::int64_t>(socket.cookie));
    show(sample, sockets_.back(), from_proc);
}

void InetMonitor::descriptor(Sample& sample, const SeenDescriptor& seen) {
    const auto object = objects_.find(number_in(seen.link, "socket:["));
    if (object == none_index) return;
    auto hold = descriptor_hold(object, seen);
    hold.access = Access::both;
    sample.hold(hold);
    seen.settle();
}

Result<Peeked> InetMonitor::peek(const PeekRequest& request) {
    const auto inode = inode_of_key(request.key);
    if (inode == 0) return failure("no process has it: there is no descriptor to look through");
    auto fetched =
        fetch(request, "look at what waits with recv and MSG_PEEK, which takes nothing",
              [&](int, const struct stat& seen) { return S_ISSOCK(seen.st_mode) && seen.st_ino == inode; });
    if (!fetched) return tl::unexpected(fetched.error());
    auto look = look_into_socket(fetched->fd.get(), request.limit);
    Peeked out;
    out.tier = Tier::fetched;
    out.how = give_back(*fetched, "recv with MSG_PEEK, nothing was taken");
    out.note = std::move(look.note);
    out.state = {{protocol_ == IPPROTO_TCP ? "receive_queue" : "next", look.bytes},
                 {"contents", std::move(look.data)}};
    return out;
}

}  // namespace ipcscope::mechanisms::inet
