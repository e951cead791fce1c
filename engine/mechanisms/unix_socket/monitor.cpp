#include "mechanisms/monitored.h"
#include "mechanisms/proc_net.h"
#include "mechanisms/sock_diag.h"
#include "mechanisms/unix_socket/monitor_connect.h"
#include "mechanisms/unix_socket/monitor_files.h"
#include "mechanisms/unix_socket/monitor_peek.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <deque>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <unordered_map>
#include <utility>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

namespace {

using diag::UnixSocket;

struct Names {
    KindFields kind{"unix_socket", "socket"};
    std::size_t type = kind["type"], state = kind["state"], path = kind["path"], abstract = kind["abstract"],
                device = kind["device"], file_inode = kind["file_inode"], receive = kind["receive_queue"],
                datagram = kind["next_datagram"], send = kind["send_memory"], pending = kind["pending"],
                backlog = kind["backlog"], shutdown = kind["shutdown"], descriptors = kind["descriptors"],
                peer = kind["peer"], peer_name = kind["peer_name"], inode = kind["inode"],
                cookie = kind["cookie"], stale = kind["stale"];
};

std::string shown(std::string_view name) {
    return name.starts_with('\0') ? "@" + std::string(name.substr(1)) : std::string(name);
}

// Does the socket itself have its name, rather than from the listener that accepted it?
bool owns_name(const UnixSocket& socket) {
    return !socket.name.empty() && (socket.state == TCP_LISTEN || socket.type == SOCK_DGRAM);
}

std::string in_space(const diag::SpaceLink& link, std::string_view key) {
    return link.own ? std::string(key) : fmt::format("net:[{}]/{}", link.space, key);
}

class UnixMonitor : public Monitor {
public:
    Interests interests() const override { return {.links = {"socket:["}, .syscalls = {SYS_connect}}; }

    void begin(Sample& sample) override {
        objects_.clear(sockets_.size());
        sockets_.clear();
        held_.clear();
        by_name_.clear();
        waiting_.clear();
        by_file_.clear();
        unread_datagrams_ = false;
        files_known_ = true;
        auto links = diag::open_links(sample, names_.kind.index);
        answers_.resize(links.size());
        for (std::size_t i = 0; i < links.size(); ++i)
            list(sample, links[i], answers_[i]);
        for (const auto& known : sockets_)
            join(sample, known);
        if (!files_known_ || !files_.find(sample)) return;
        for (const auto& known : sockets_)
            files_.see(known.object, known.socket, owns_name(known.socket));
        files_.show(sample);
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        const auto at = objects_.find(number_in(seen.link, "socket:["));
        if (at == none_index) return;
        auto hold = descriptor_hold(held_[at].object, seen);
        hold.access = Access::both;
        sample.hold(hold);
        seen.settle();
        if (!held_[at].filled && !(held_[at].datagrams && unread_datagrams_)) return;
        if (std::exchange(held_[at].asked, true)) return;
        auto& known = sockets_[at];
        std::int64_t count = 0;
        if (info_number(seen.info(), "scm_fds", count)) sample.set(known.object, names_.descriptors, count);
    }

    void sleeping(Sample& sample, const SeenSleep& seen) override;

    Result<Peeked> peek(const PeekRequest& request) override { return unix_socket::peek_socket(request); }
    Status act(const ActRequest& request) override {
        return unix_socket::act_on_path(request, files_.seen());
    }

private:
    struct Known {
        ObjectIndex object = none_index;
        UnixSocket socket;  // its texts are views into answers_ or proc_
    };
    // Who has a name itself: for keys, and for who waits to connect.
    struct Owner {
        const UnixSocket* socket = nullptr;  // nullptr = several have it, and nobody can say which counts
        ObjectIndex object = none_index;
        bool decided = false;
    };

    void list(Sample& sample, const diag::SpaceLink& link, std::string& answer);
    void list_waiting(std::size_t first, const diag::SpaceLink& link);
    void claim_names(std::size_t first, const diag::SpaceLink& link);
    void add(Sample& sample, std::uint32_t at, const diag::SpaceLink& link, bool from_proc);
    void show_queues(Sample& sample, ObjectIndex object, const UnixSocket& socket);
    void join(Sample& sample, const Known& known);
    ObjectIndex listener_of(Sample& sample, const SeenSleep& seen);
    ObjectIndex bound_to(const unix_socket::ConnectTarget& target);

    Names names_;
    std::vector<std::string> answers_;  // of each network namespace
    std::deque<std::string> waiting_;   // of those in which somebody waits to be accepted
    diag::ProcUnix proc_;
    std::vector<Known> sockets_;
    // What each descriptor asks of its socket, close together: there are very many. Descriptors under way
    // cost a look into fdinfo: only where something waits to be received. An empty datagram shows only by the
    // memory that its sender has in use.
    struct Held {
        ObjectIndex object = none_index;
        bool filled = false, datagrams = false;
        bool asked = false;  // for descriptors under way
    };
    std::vector<Held> held_;  // as sockets_
    InodeTable objects_;      // into sockets_, by inode
    std::unordered_map<std::string, Owner> by_name_;
    std::unordered_multimap<std::uint32_t, std::uint32_t> by_file_;  // into sockets_, when it is asked for
    bool unread_datagrams_ = false;
    bool files_known_ = true;  // which files sockets are bound to: /proc/net/unix does not tell
    unix_socket::SocketFiles files_;
};

void UnixMonitor::list(Sample& sample, const diag::SpaceLink& link, std::string& answer) {
    const auto first = sockets_.size();
    const auto status = link.link ? diag::dump_unix(link.link.get(), answer)
                                  : Status(system_failure("sockets", "socket", link.error));
    bool from_proc = false;
    if (status) {
        diag::each_message<unix_diag_msg>(answer, [&](const unix_diag_msg& head, std::string_view rest) {
            sockets_.push_back({none_index, diag::unix_socket(head, rest)});
        });
    } else {
        const auto text = link.own ? diag::read_whole("/proc/thread-self/net/unix")
                                   : Result<std::string>(failure("of another namespace"));
        if (!text) {
            sample.gap(names_.kind.index, "all Unix sockets: " + status.error().text(), "");
            files_known_ = false;
            return;
        }
        proc_ = diag::parse_unix(*text);
        for (const auto& socket : proc_.sockets)
            sockets_.push_back({none_index, socket});
        from_proc = true;
        files_known_ = false;
        sample.gap(names_.kind.index,
                   fmt::format("queues, peers and owners of Unix sockets: sock_diag is refused ({}), and "
                               "/proc/net/unix does not tell them",
                               errno_name(status.error().code)),
                   "");
        if (proc_.without_inode > 0)
            sample.gap(names_.kind.index,
                       fmt::format("{} Unix sockets that were not accepted yet", proc_.without_inode), "");
    }
    claim_names(first, link);
    for (auto at = first; at < sockets_.size(); ++at)
        add(sample, static_cast<std::uint32_t>(at), link, from_proc);
    if (!from_proc) list_waiting(first, link);
    for (auto& [name, owner] : by_name_)
        owner.socket = nullptr;  // sockets_ may move
}

// Who waits to be accepted, where somebody does.
void UnixMonitor::list_waiting(std::size_t first, const diag::SpaceLink& link) {
    const auto waited_at = [](const Known& known) {
        return known.socket.state == TCP_LISTEN && known.socket.receive > 0;
    };
    if (std::none_of(sockets_.begin() + static_cast<std::ptrdiff_t>(first), sockets_.end(), waited_at))
        return;
    auto& answer = waiting_.emplace_back();
    if (!diag::dump_unix_waiting(link.link.get(), answer)) return;
    diag::each_message<unix_diag_msg>(answer, [&](const unix_diag_msg& head, std::string_view rest) {
        const auto at = objects_.find(head.udiag_ino);
        if (at != none_index) sockets_[at].socket.waiting = diag::unix_socket(head, rest).waiting;
    });
}

void UnixMonitor::claim_names(std::size_t first, const diag::SpaceLink& link) {
    for (auto at = first; at < sockets_.size(); ++at) {
        const auto& socket = sockets_[at].socket;
        if (!owns_name(socket)) continue;
        auto [place, added] = by_name_.try_emplace(in_space(link, shown(socket.name)));
        auto& owner = place->second;
        if (added) {
            owner.socket = &socket;
        } else if (!owner.decided) {
            // A path was bound anew while the old socket is open: it belongs to the one whose file it is.
            const bool before = owner.socket != nullptr && unix_socket::leads_to_its_file(*owner.socket);
            if (!before) owner.socket = unix_socket::leads_to_its_file(socket) ? &socket : nullptr;
            owner.decided = owner.socket != nullptr;
        }
    }
}

void UnixMonitor::add(Sample& sample, std::uint32_t at, const diag::SpaceLink& link, bool from_proc) {
    const auto& n = names_;
    const auto& socket = sockets_[at].socket;
    KeyText key;
    key.number_in_brackets(socket.inode);
    auto text = key.view();
    Owner* owner = nullptr;
    // A relative path could be anything, so that it is no key.
    if (owns_name(socket) && (socket.name.front() == '\0' || socket.name.front() == '/')) {
        const auto found = by_name_.find(in_space(link, shown(socket.name)));
        if (found != by_name_.end() && found->second.socket == &socket) {
            owner = &found->second;
            text = found->first;
        }
    }
    const auto object = sample.object(n.kind.index, text);
    if (owner != nullptr) owner->object = object;
    sockets_[at].object = object;
    held_.push_back({object, socket.receive > 0, socket.type == SOCK_DGRAM});
    objects_.put(socket.inode, at);

    auto& seen = sample.at(object);
    seen.uid = socket.uid;
    seen.space = link.space;
    if (!link.own) seen.tier = Tier::privileged;
    if (!socket.name.empty()) seen.name = sample.text(shown(socket.name));
    sample.set(object, n.type, socket.type);
    sample.set(object, n.state, socket.state);
    sample.set(object, n.inode, socket.inode);
    if (socket.name.starts_with('\0'))
        sample.set_text(object, n.abstract, socket.name.substr(1));
    else if (!socket.name.empty())
        sample.set_text(object, n.path, socket.name);
    if (!from_proc) return show_queues(sample, object, socket);
    for (const auto field : {n.receive, n.datagram, n.send, n.pending, n.backlog, n.peer})
        sample.set_missing(object, field, CellState::not_available,
                           "only sock_diag tells it, which is refused here");
}

void UnixMonitor::show_queues(Sample& sample, ObjectIndex object, const UnixSocket& socket) {
    const auto& n = names_;
    sample.set(object, n.cookie, static_cast<std::int64_t>(socket.cookie));
    sample.set(object, n.shutdown, socket.shutdown);
    sample.set(object, n.peer, socket.peer);
    if (socket.has_file) {
        sample.set_text(object, n.device, diag::device_text(socket.file_device));
        sample.set(object, n.file_inode, socket.file_inode);
    }
    if (!socket.has_queues) return;
    if (socket.state == TCP_LISTEN) {
        sample.set(object, n.pending, socket.receive);
        sample.set(object, n.backlog, socket.send);
        return;
    }
    const bool datagrams = socket.type == SOCK_DGRAM;
    sample.set(object, datagrams ? n.datagram : n.receive, socket.receive);
    sample.set(object, n.send, socket.send);
    if (datagrams && socket.send > 0) unread_datagrams_ = true;
}

void UnixMonitor::join(Sample& sample, const Known& known) {
    const auto meet = [&](const Known& one, const Known& other) {
        if (!other.socket.name.empty())
            sample.set_text(one.object, names_.peer_name, shown(other.socket.name));
    };
    if (const auto at = objects_.find(known.socket.peer); at != none_index) {
        const auto& other = sockets_[at];
        // Both ends of a connection name each other, and are joined once; datagram sockets need not.
        const bool mutual = other.socket.peer == known.socket.inode;
        if (!mutual || known.socket.inode <= other.socket.inode) sample.join(known.object, other.object);
        meet(known, other);
    }
    // Clients in a listener's queue have no other end yet: it is the listener.
    for (std::size_t at = 0; at + 4 <= known.socket.waiting.size(); at += 4) {
        const auto client = objects_.find(diag::read_at<std::uint32_t>(known.socket.waiting, at));
        if (client == none_index) continue;
        sample.join(sockets_[client].object, known.object);
        meet(sockets_[client], known);
    }
}

// connect(2) sleeps while the listener's queue is full: it waits for the listener. Other families' sleep on
// their own socket, as far as it is known.
void UnixMonitor::sleeping(Sample& sample, const SeenSleep& seen) {
    SeenWait wait;
    wait.object = listener_of(sample, seen);
    if (wait.object != none_index)
        wait.words = sample.text("room among the connections that wait to be accepted");
    else
        wait.object = seen.object_of(static_cast<int>(seen.args[0]));
    if (wait.object == none_index) return;
    wait.process = seen.process;
    wait.thread = seen.thread;
    wait.fd = static_cast<int>(seen.args[0]);
    wait.syscall = seen.syscall;
    wait.direction = Access::write;
    sample.wait(wait);
}

// Whom a connect(2) wants; none: no Unix socket, or not known.
ObjectIndex UnixMonitor::listener_of(Sample& sample, const SeenSleep& seen) {
    const auto target = unix_socket::connect_target(seen);
    if (!target) return none_index;
    // Paths are the same in all network namespaces, but not in all trees of files.
    if (!target->name.starts_with('\0')) return bound_to(*target);
    auto key = shown(target->name);
    const auto space = sample.processes()[seen.process].net_namespace;
    if (space != 0 && space != sample.net_namespace()) key = fmt::format("net:[{}]/{}", space, key);
    const auto owner = by_name_.find(key);
    return owner == by_name_.end() ? none_index : owner->second.object;
}

ObjectIndex UnixMonitor::bound_to(const unix_socket::ConnectTarget& target) {
    if (by_file_.empty())
        for (std::uint32_t i = 0; i < sockets_.size(); ++i)
            if (sockets_[i].socket.has_file && owns_name(sockets_[i].socket))
                by_file_.emplace(sockets_[i].socket.file_inode, i);
    const auto [first, last] = by_file_.equal_range(target.has_file ? target.inode : 0);
    auto named = none_index;
    for (auto at = first; at != last; ++at) {
        const auto& known = sockets_[at->second];
        if (known.socket.file_device == target.device) return known.object;
        if (known.socket.name == target.name) named = known.object;  // btrfs: another device here than there
    }
    return named;
}

}  // namespace

std::unique_ptr<Monitor> unix_socket_monitor();
std::unique_ptr<Monitor> unix_socket_monitor() {
    return std::make_unique<UnixMonitor>();
}

}  // namespace ipcscope::mechanisms
