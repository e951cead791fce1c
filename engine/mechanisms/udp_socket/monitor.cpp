#include "mechanisms/inet_monitor.h"

#include <netinet/in.h>

namespace ipcscope::mechanisms {

namespace {

class UdpMonitor : public inet::InetMonitor {
public:
    UdpMonitor() : InetMonitor("udp_socket", IPPROTO_UDP, "UDP sockets") {}

protected:
    void show(Sample& sample, const Known& known, bool) override {
        const auto& socket = known.socket;
        sample.set(known.object, receive_, socket.receive);
        sample.set(known.object, send_, socket.send);
        if (socket.has_drops) sample.set(known.object, lost_, socket.drops);
        sample.set_missing(known.object, next_, CellState::not_available,
                           "only by fetching a descriptor: peek");
        if (socket.has_memory) {
            sample.set(known.object, receive_buffer_, socket.receive_buffer);
            sample.set(known.object, send_buffer_, socket.send_buffer);
            return;
        }
        for (const auto field : {receive_buffer_, send_buffer_})
            sample.set_missing(known.object, field, CellState::not_available,
                               "only sock_diag tells it, which is refused here");
    }

    void join(Sample& sample) override {
        takers_.clear();
        for (const auto& known : sockets_)
            if (!connected(known.socket)) takers_[{known.socket.local_port, known.space}].push_back(&known);
        for (const auto& known : sockets_) {
            if (!connected(known.socket)) continue;
            const auto other = by_tuple_.find(tuple_of(known).turned());
            if (other == none_index)
                join_taker(sample, known);
            else if (known.object <= sockets_[other].object)
                sample.join(known.object, sockets_[other].object);
        }
    }

private:
    struct Port {
        std::uint16_t port = 0;
        std::uint64_t space = 0;
        bool operator==(const Port&) const = default;
    };
    struct PortHash {
        std::size_t operator()(const Port& port) const {
            return static_cast<std::size_t>((port.space << 16 ^ port.port) * 0x9e3779b97f4a7c15u >> 16);
        }
    };

    // What it sends goes to the socket that is bound to its partner's address here, if there is one and it is
    // the only one.
    void join_taker(Sample& sample, const Known& known) {
        const auto& socket = known.socket;
        const auto at = takers_.find({socket.remote_port, known.space});
        if (at == takers_.end()) return;
        const bool here = inet::is_loopback(socket.remote) || socket.remote == socket.local;
        struct Takers {
            const Known* one = nullptr;
            bool several = false;
        } exact, any;
        for (const auto* taker : at->second) {
            const bool is_exact = taker->socket.local == socket.remote;
            if (!is_exact && !(here && inet::is_any(taker->socket.local))) continue;
            auto& takers = is_exact ? exact : any;
            takers.several = takers.one != nullptr;
            takers.one = taker;
        }
        const auto& takers = exact.one != nullptr ? exact : any;
        if (takers.one != nullptr && !takers.several) sample.join(known.object, takers.one->object);
    }

    std::unordered_map<Port, std::vector<const Known*>, PortHash> takers_;  // sockets without a partner
    std::size_t receive_ = kind_["receive_queue"], receive_buffer_ = kind_["receive_buffer"],
                lost_ = kind_["lost"], send_ = kind_["send_queue"], send_buffer_ = kind_["send_buffer"],
                next_ = kind_["next"];
};

}  // namespace

std::unique_ptr<Monitor> udp_socket_monitor();
std::unique_ptr<Monitor> udp_socket_monitor() {
    return std::make_unique<UdpMonitor>();
}

}  // namespace ipcscope::mechanisms
