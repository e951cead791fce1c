#include "mechanisms/inet_monitor.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace ipcscope::mechanisms {

namespace {

class TcpMonitor : public inet::InetMonitor {
public:
    TcpMonitor() : InetMonitor("tcp_socket", IPPROTO_TCP, "TCP sockets") {}

protected:
    void show(Sample& sample, const Known& known, bool from_proc) override {
        const auto& socket = known.socket;
        if (socket.state == TCP_LISTEN) {
            sample.set(known.object, pending_, socket.receive);
            if (socket.has_backlog)
                sample.set(known.object, backlog_, socket.send);
            else
                sample.set_missing(known.object, backlog_, CellState::not_available,
                                   "only sock_diag tells it, which is refused here");
            return;
        }
        sample.set(known.object, receive_, socket.receive);
        sample.set(known.object, send_, socket.send);
        if (socket.has_memory) {
            sample.set(known.object, receive_buffer_, socket.receive_buffer);
            sample.set(known.object, send_buffer_, socket.send_buffer);
        } else if (from_proc) {
            for (const auto field : {receive_buffer_, send_buffer_})
                sample.set_missing(known.object, field, CellState::not_available,
                                   "only sock_diag tells it, which is refused here");
        }
        sample.set(known.object, unaccepted_, unaccepted(socket));
    }

    void join(Sample& sample) override {
        listeners_.clear();
        for (const auto& known : sockets_)
            if (known.socket.state == TCP_LISTEN) {
                const auto [place, added] = listeners_.emplace(
                    Local{known.socket.local, known.socket.local_port, known.space}, known.object);
                if (!added) place->second = none_index;  // SO_REUSEPORT: nothing tells which one has it
            }
        for (const auto& known : sockets_) {
            if (!connected(known.socket)) continue;
            const auto own = tuple_of(known);
            const auto other = by_tuple_.find(own.turned());
            // Each pair is found from both sides, and joined from one. (One may be connected to itself.)
            if (other != none_index && known.object <= sockets_[other].object)
                sample.join(known.object, sockets_[other].object);
            if (unaccepted(known.socket)) join_listener(sample, known);
        }
    }

private:
    // In states that need a process, without one.
    static bool unaccepted(const diag::InetSocket& socket) {
        constexpr int new_syn_recv = 12;  // TCP_NEW_SYN_RECV of the kernel
        return socket.inode == 0 && (socket.state == TCP_ESTABLISHED || socket.state == TCP_CLOSE_WAIT ||
                                     socket.state == TCP_SYN_RECV || socket.state == new_syn_recv);
    }

    struct Local {
        std::array<std::uint8_t, 16> address{};
        std::uint16_t port = 0;
        std::uint64_t space = 0;
        bool operator==(const Local&) const = default;
    };
    struct LocalHash {
        std::size_t operator()(const Local& local) const {
            return inet::TupleHash{}({local.address, {}, local.port, 0, local.space});
        }
    };

    void join_listener(Sample& sample, const Known& known) {
        constexpr std::array<std::uint8_t, 16> any6{},
            any4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
        for (const auto& address : {known.socket.local, any4, any6}) {
            const auto found = listeners_.find({address, known.socket.local_port, known.space});
            if (found == listeners_.end()) continue;
            sample.join(known.object, found->second);
            return;
        }
    }

    std::unordered_map<Local, ObjectIndex, LocalHash> listeners_;
    std::size_t receive_ = kind_["receive_queue"], send_ = kind_["send_queue"],
                receive_buffer_ = kind_["receive_buffer"], send_buffer_ = kind_["send_buffer"],
                pending_ = kind_["pending"], backlog_ = kind_["backlog"], unaccepted_ = kind_["unaccepted"];
};

}  // namespace

std::unique_ptr<Monitor> tcp_socket_monitor();
std::unique_ptr<Monitor> tcp_socket_monitor() {
    return std::make_unique<TcpMonitor>();
}

}  // namespace ipcscope::mechanisms
