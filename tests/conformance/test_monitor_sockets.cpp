// Sockets, pipes, FIFOs and event descriptors as the monitor sees them: against ss(8) at the same moment,
// with both ends, with names of any octets, as another user, and with peeks that take nothing.
#include "base/unique_fd.h"
#include "helpers/child.h"
#include "helpers/monitored.h"
#include "helpers/sandbox.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "snapshot/ref.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <arpa/inet.h>
#include <cstddef>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr std::int64_t patience_ns = 60'000'000'000;  // a loaded machine, under a sanitizer

using Taken = std::shared_ptr<const Snapshot>;

// An abstract name that no other run of this test has: not everywhere is the network our own.
std::string abstract_name(std::string_view name) {
    return std::string(1, '\0') + std::string(name) + fmt::format("-{}", getpid());
}

std::uint64_t inode_of(const UniqueFd& fd) {
    struct stat seen {};
    if (fstat(fd.get(), &seen) != 0) qFatal("fstat");
    return seen.st_ino;
}
std::string ref_of(const char* prefix, const UniqueFd& fd) {
    return fmt::format("{}:[{}]", prefix, inode_of(fd));
}

struct Pair {
    UniqueFd first, second;
};
Pair unix_pair(int type = SOCK_STREAM) {
    int ends[2];
    if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0) qFatal("socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}
Pair pipe_pair() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) qFatal("pipe2");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

// An abstract name begins with NUL.
UniqueFd unix_socket(int type, const std::string& name, int backlog = -1) {
    UniqueFd fd(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0) qFatal("bind: %s", strerror(errno));
    if (backlog >= 0 && listen(fd.get(), backlog) != 0) qFatal("listen");
    return fd;
}
UniqueFd unix_client(int type, const std::string& name) {
    UniqueFd fd(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    if (connect(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0)
        qFatal("connect: %s", strerror(errno));
    return fd;
}

sockaddr_in address4(const char* host, int port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, host, &out.sin_addr);
    return out;
}
UniqueFd inet_bound(int type, const char* host, int port = 0) {
    UniqueFd fd(socket(AF_INET, type | SOCK_CLOEXEC, 0));
    const auto address = address4(host, port);
    if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) qFatal("bind");
    return fd;
}
int port_of(const UniqueFd& fd) {
    sockaddr_in6 address{};
    socklen_t size = sizeof address;
    if (getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) qFatal("getsockname");
    return ntohs(address.sin6_port);  // at the same place as that of IPv4
}
void inet_connect(const UniqueFd& fd, const char* host, int port) {
    const auto address = address4(host, port);
    if (connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qFatal("connect");
}

void put(const UniqueFd& fd, std::string_view data) {
    if (write(fd.get(), data.data(), data.size()) != static_cast<ssize_t>(data.size())) qFatal("write");
}
std::string get(const UniqueFd& fd, std::size_t size = 100000) {
    std::string out(size, '\0');
    const auto got = read(fd.get(), out.data(), out.size());
    out.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return out;
}

// The lines of a tool, split at blanks.
std::vector<QStringList> rows_of(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0) qFatal("%s", qPrintable(program));
    std::vector<QStringList> rows;
    for (const auto& line :
         QString::fromLatin1(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
        rows.push_back(line.split(' ', Qt::SkipEmptyParts));
    return rows;
}

}  // namespace

class TestMonitorSockets : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MonitorClient> client_;
    QTemporaryDir folder_;
    bool alone_ = false;  // in a network namespace of its own: all sockets are those of this test

    Taken now() {
        auto taken = client_->sample({.timeout_ns = patience_ns});
        if (!taken) qFatal("%s", taken.error().text().c_str());
        return *taken;
    }
    std::string path(const std::string& name) const { return folder_.path().toStdString() + "/" + name; }
    // As ss has them, by inode: state or type, queues, peer.
    std::map<quint64, QString> unix_by_ss() {
        std::map<quint64, QString> all;
        for (const auto& row : rows_of("ss", {"-xanH"}))
            if (row.size() >= 8)
                all[row[5].toULongLong()] = QStringList{row[1], row[2], row[3], row[7]}.join(' ');
        return all;
    }

private slots:
    void initTestCase() {
        alone_ = unshare(CLONE_NEWNET) == 0;
        if (alone_) {
            const UniqueFd any(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
            ifreq loopback{};
            qstrncpy(loopback.ifr_name, "lo", sizeof loopback.ifr_name);
            loopback.ifr_flags = IFF_UP;
            QCOMPARE(ioctl(any.get(), SIOCSIFFLAGS, &loopback), 0);
        }
        auto client = MonitorClient::start();
        QVERIFY2(client.has_value(), client ? "" : client.error().text().c_str());
        client_ = std::move(*client);
        const auto first = now();
        if (has_gap(*first, "sock_diag is refused")) QSKIP(("no sock_diag here: " + gaps_of(*first)).c_str());
    }

    void unixSocketsAreThoseOfSs() {
        if (QStandardPaths::findExecutable("ss").isEmpty()) QSKIP("ss (iproute2) is not there");
        const auto listener = unix_socket(SOCK_STREAM, path("equal"), 7);
        const auto waiting = unix_client(SOCK_STREAM, path("equal"));
        const auto pair = unix_pair();
        put(pair.first, "not read yet");
        const auto mail = unix_socket(SOCK_DGRAM, abstract_name("equal-mail"));
        const auto sender = unix_client(SOCK_DGRAM, abstract_name("equal-mail"));
        put(sender, "seven..");
        put(sender, "and another one");
        const auto packets = unix_pair(SOCK_SEQPACKET);
        put(packets.second, "packet");
        // Others may come and go between the three: asked until both lists of ss are the same.
        std::map<quint64, QString> before, after;
        Taken taken;
        QVERIFY(wait_for([&] {
            before = unix_by_ss();
            taken = now();
            after = unix_by_ss();
            return before == after || !alone_;
        }));
        std::map<quint64, QString> seen;
        for (const auto& object : taken->objects) {
            if (taken->kind(object).kind->prefix != std::string("unix") ||
                object.space != taken->net_namespace)
                continue;
            const Look look(*taken, taken->ref(object));
            const bool listens = look.number("state") == TCP_LISTEN;
            const bool datagrams = look.number("type") == SOCK_DGRAM;
            const auto in = look.number(listens ? "pending" : datagrams ? "next_datagram" : "receive_queue");
            const auto out = look.number(listens ? "backlog" : "send_memory");
            const auto state = listens                                   ? "LISTEN"
                               : look.number("state") == TCP_ESTABLISHED ? "ESTAB"
                                                                         : "UNCONN";
            seen[static_cast<quint64>(look.number("inode"))] =
                QString("%1 %2 %3 %4").arg(state).arg(in).arg(out).arg(look.number("peer"));
        }
        if (alone_) {
            QCOMPARE(seen, before);
        } else {
            for (const auto* fd : {&listener, &waiting, &pair.first, &pair.second, &mail, &sender})
                QCOMPARE(seen[inode_of(*fd)], before[inode_of(*fd)]);
        }
        QVERIFY(seen.count(inode_of(packets.first)) == 1);
    }

    void inetSocketsAreThoseOfSs() {
        if (QStandardPaths::findExecutable("ss").isEmpty()) QSKIP("ss (iproute2) is not there");
        const auto listener = inet_bound(SOCK_STREAM, "127.0.0.1");
        QCOMPARE(listen(listener.get(), 9), 0);
        const UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(client, "127.0.0.1", port_of(listener));
        UniqueFd server(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        put(client, "five!");
        const UniqueFd waiting(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(waiting, "127.0.0.1", port_of(listener));
        // One that ends in TIME_WAIT: nobody has it any more.
        {
            const auto early = inet_bound(SOCK_STREAM, "127.0.0.1");
            QCOMPARE(listen(early.get(), 1), 0);
            UniqueFd first(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
            inet_connect(first, "127.0.0.1", port_of(early));
            const UniqueFd second(accept4(early.get(), nullptr, nullptr, SOCK_CLOEXEC));
            first.reset();
            QCOMPARE(get(second), std::string());
        }
        const auto mail = inet_bound(SOCK_DGRAM, "127.0.0.1");
        const auto sender = inet_bound(SOCK_DGRAM, "127.0.0.1");
        inet_connect(sender, "127.0.0.1", port_of(mail));
        put(sender, "datagram");
        pollfd ready{server.get(), POLLIN, 0};
        QCOMPARE(poll(&ready, 1, 10000), 1);

        using Rows = std::map<QString, QString>;
        const auto by_ss = [] {
            Rows all;
            for (const auto& row : rows_of("ss", {"-tuanHeO"})) {
                const auto inode = row.filter(QRegularExpression("^ino:")).value(0, "ino:0").mid(4);
                const auto addresses = row[4] + " " + row[5];
                all[row[0] + (inode == "0" ? addresses : inode)] = row[1] + " " + row[2] + " " + row[3];
            }
            return all;
        };
        Rows before, after;
        Taken taken;
        QVERIFY(wait_for([&] {
            before = by_ss();
            taken = now();
            after = by_ss();
            // The last packets of the connection that was closed may still be under way.
            const bool ended = std::any_of(before.begin(), before.end(),
                                           [](const auto& row) { return row.second == "TIME-WAIT 0 0"; });
            return ended && (before == after || !alone_);
        }));
        const std::map<int, QString> words{{TCP_ESTABLISHED, "ESTAB"},     {TCP_LISTEN, "LISTEN"},
                                           {TCP_CLOSE, "UNCONN"},          {TCP_TIME_WAIT, "TIME-WAIT"},
                                           {TCP_CLOSE_WAIT, "CLOSE-WAIT"}, {TCP_SYN_SENT, "SYN-SENT"},
                                           {TCP_SYN_RECV, "SYN-RECV"},     {12, "SYN-RECV"},
                                           {TCP_FIN_WAIT1, "FIN-WAIT-1"},  {TCP_FIN_WAIT2, "FIN-WAIT-2"},
                                           {TCP_LAST_ACK, "LAST-ACK"},     {TCP_CLOSING, "CLOSING"}};
        Rows seen;
        for (const auto& object : taken->objects) {
            const std::string prefix = taken->kind(object).kind->prefix;
            if ((prefix != "tcp" && prefix != "udp") || object.space != taken->net_namespace) continue;
            const Look look(*taken, taken->ref(object));
            const bool listens = look.number("state") == TCP_LISTEN;
            const auto inode = look.number("inode");
            const auto key = inode != 0
                                 ? QString::number(inode)
                                 : QString::fromStdString(look.text("local") + " " + look.text("remote"));
            seen[QString::fromStdString(prefix) + key] =
                QString("%1 %2 %3")
                    .arg(words.count(static_cast<int>(look.number("state")))
                             ? words.at(static_cast<int>(look.number("state")))
                             : QString("?"))
                    .arg(look.number(listens ? "pending" : "receive_queue"))
                    .arg(look.number(listens ? "backlog" : "send_queue"));
        }
        if (alone_) QCOMPARE(seen, before);
        const auto mine = QString("tcp%1").arg(inode_of(server));
        QCOMPARE(seen[mine], before[mine]);
        QCOMPARE(seen[mine], QString("ESTAB 5 0"));
        QVERIFY(std::any_of(seen.begin(), seen.end(),
                            [](const auto& row) { return row.second == "TIME-WAIT 0 0"; }));
    }

    void bothEndsAreJoined() {
        const auto pair = unix_pair();
        const auto listener = unix_socket(SOCK_STREAM, path("ends"), 4);
        const auto first = unix_client(SOCK_STREAM, path("ends"));
        const UniqueFd accepted(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        const auto waiting = unix_client(SOCK_STREAM, path("ends"));
        const auto tcp_listener = inet_bound(SOCK_STREAM, "0.0.0.0");
        QCOMPARE(listen(tcp_listener.get(), 4), 0);
        const auto client = inet_bound(SOCK_STREAM, "127.0.0.1");
        inet_connect(client, "127.0.0.9", port_of(tcp_listener));
        const UniqueFd server(accept4(tcp_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        const UniqueFd late(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(late, "127.0.0.1", port_of(tcp_listener));
        // The last packet of its handshake may still be under way.
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref_of("tcp", tcp_listener)).number("pending") == 1;
        }));
        const auto ends = [&](const std::string& ref) { return Look(*taken, ref).ends(); };
        using Refs = std::set<std::string>;
        QCOMPARE(ends(ref_of("unix", pair.first)), Refs{ref_of("unix", pair.second)});
        QCOMPARE(ends(ref_of("unix", first)), Refs{ref_of("unix", accepted)});
        // Not accepted yet: its other end is the listener, which is known by its path.
        const auto listener_ref = "unix:" + escape_key(path("ends"));
        QCOMPARE(ends(ref_of("unix", waiting)), Refs{listener_ref});
        QCOMPARE(Look(*taken, listener_ref).number("pending"), 1);
        QCOMPARE(Look(*taken, listener_ref).number("backlog"), 4);
        QCOMPARE(QString::fromStdString(Look(*taken, ref_of("unix", first)).text("peer_name")),
                 QString::fromStdString(path("ends")));
        QCOMPARE(ends(ref_of("tcp", client)), Refs{ref_of("tcp", server)});
        // A connection that waits to be accepted is an object without inode: between its client and the
        // listener.
        const auto unaccepted = ends(ref_of("tcp", late));
        QCOMPARE(unaccepted.size(), 1u);
        QCOMPARE(*unaccepted.begin(),
                 fmt::format("tcp:127.0.0.1:{}-127.0.0.1:{}", port_of(tcp_listener), port_of(late)));
        QCOMPARE(ends(*unaccepted.begin()), (Refs{ref_of("tcp", late), ref_of("tcp", tcp_listener)}));
        QCOMPARE(Look(*taken, *unaccepted.begin()).number("unaccepted"), 1);
        QCOMPARE(Look(*taken, ref_of("tcp", server)).holders(), std::set<pid_t>{getpid()});
    }

    void ipv4MeetsMappedIpv6() {
        const UniqueFd listener(socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in6 any{};
        any.sin6_family = AF_INET6;
        const int off = 0;
        if (!listener || setsockopt(listener.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off) != 0 ||
            bind(listener.get(), reinterpret_cast<sockaddr*>(&any), sizeof any) != 0)
            QSKIP("this machine has no IPv6");
        QCOMPARE(listen(listener.get(), 4), 0);
        const UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(client, "127.0.0.1", port_of(listener));
        const UniqueFd server(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        const auto taken = now();
        QCOMPARE(Look(*taken, ref_of("tcp", client)).ends(), std::set<std::string>{ref_of("tcp", server)});
        QCOMPARE(Look(*taken, ref_of("tcp", server)).text("local"),
                 fmt::format("[::ffff:127.0.0.1]:{}", port_of(listener)));
    }

    void datagramsOfUdpFindTheirTaker() {
        const auto server = inet_bound(SOCK_DGRAM, "0.0.0.0");
        const auto client = inet_bound(SOCK_DGRAM, "127.0.0.1");
        inet_connect(client, "127.0.0.1", port_of(server));
        const auto taken = now();
        QCOMPARE(Look(*taken, ref_of("udp", client)).ends(), std::set<std::string>{ref_of("udp", server)});
        QCOMPARE(Look(*taken, ref_of("udp", client)).number("state"), TCP_ESTABLISHED);
        QCOMPARE(Look(*taken, ref_of("udp", client)).number("remote_port"), port_of(server));
    }

    void namesMayHoldAnyOctets() {
        const std::string abstract = std::string("\0a\0b \"%\xff\n", 9) + std::to_string(getpid());
        const auto odd = path("two words\nand \xfe\"%");
        const auto listener = unix_socket(SOCK_STREAM, abstract, 1);
        const auto other = unix_socket(SOCK_DGRAM, odd);
        const auto taken = now();
        const Look by_name(*taken, "unix:" + escape_key("@" + abstract.substr(1)));
        QVERIFY(by_name);
        QCOMPARE(by_name.text("abstract"), abstract.substr(1));
        QCOMPARE(by_name.number("inode"), static_cast<qint64>(inode_of(listener)));
        const Look by_path(*taken, "unix:" + escape_key(odd));
        QVERIFY(by_path);
        QCOMPARE(by_path.text("path"), odd);
        QCOMPARE(by_path.name(), odd);
        struct stat file {};
        QCOMPARE(lstat(odd.c_str(), &file), 0);
        QCOMPARE(by_path.number("file_inode"), static_cast<qint64>(file.st_ino));
        ::unlink(odd.c_str());  // its name is not UTF-8: Qt does not find it
    }

    void aPathThatWasBoundAnewIsTheNewOnes() {
        const auto place = path("again");
        const auto old = unix_socket(SOCK_STREAM, place, 1);
        QCOMPARE(::unlink(place.c_str()), 0);
        const auto fresh = unix_socket(SOCK_STREAM, place, 1);
        const auto taken = now();
        QCOMPARE(Look(*taken, "unix:" + escape_key(place)).number("inode"),
                 static_cast<qint64>(inode_of(fresh)));
        QVERIFY(Look(*taken, ref_of("unix", old)));
    }

    void queuesSayWhatTheyAre() {
        const auto mail = unix_socket(SOCK_DGRAM, abstract_name("queue-mail"));
        const auto sender = unix_client(SOCK_DGRAM, abstract_name("queue-mail"));
        put(sender, "1234567");
        put(sender, "12345678901");
        const auto stream = unix_pair();
        put(stream.first, "1234567");
        put(stream.first, "12345678901");
        const auto taken = now();
        const Look datagrams(*taken, "unix:@" + abstract_name("queue-mail").substr(1));
        QCOMPARE(datagrams.number("next_datagram"), 7);  // the second one is not told
        QCOMPARE(datagrams.number("receive_queue"), -1);
        QVERIFY(Look(*taken, ref_of("unix", sender)).number("send_memory") > 18);
        QCOMPARE(Look(*taken, ref_of("unix", stream.second)).number("receive_queue"), 18);
        QCOMPARE(datagrams.ends(), std::set<std::string>{ref_of("unix", sender)});
    }

    void descriptorsUnderWayAreCounted() {
        const auto pair = unix_pair();
        char octet = 'x';
        iovec data{&octet, 1};
        const int fds[2] = {0, 1};
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof fds)] = {};
        msghdr message{};
        message.msg_iov = &data;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        auto* part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof fds);
        std::memcpy(CMSG_DATA(part), fds, sizeof fds);
        QCOMPARE(sendmsg(pair.first.get(), &message, 0), 1);
        const auto taken = now();
        QCOMPARE(Look(*taken, ref_of("unix", pair.second)).number("descriptors"), 2);
    }

    // The trap of pipe(7): a reader that itself keeps a writing end never sees the end.
    void aForgottenWritingEndShows() {
        NEEDS_SIGHT(waits);
        auto pipe = pipe_pair();
        const Child reader([&] {
            char octet = 0;
            (void)!read(pipe.first.get(), &octet, 1);
        });
        const auto ref = ref_of("pipe", pipe.first);
        pipe = {};  // only the child has it now, both ends of it
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(reader.pid()) != nullptr;
        }));
        const Look look(*taken, ref);
        QCOMPARE(look.holders(), std::set<pid_t>{reader.pid()});
        QCOMPARE(look.access(reader.pid()), 3u);
        QCOMPARE(look.wait_of(reader.pid())->direction, Access::read);
        QCOMPARE(look.number("readers"), 1);
        QCOMPARE(look.number("writers"), 1);
        QVERIFY(look.cell("bytes").state == CellState::not_available);
        QVERIFY(look.text("bytes").find("peek") != std::string::npos);
    }

    void endsOfAPipeAreToldApart() {
        auto pipe = pipe_pair();
        const Child writer([&] {
            pipe.first.reset();
            pause();
        });
        pipe.second.reset();
        const auto ref = ref_of("pipe", pipe.first);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).access(writer.pid()) == 2;
        }));
        QCOMPARE(Look(*taken, ref).access(getpid()), 1u);
    }

    void openingAFifoIsAWait() {
        NEEDS_SIGHT(waits);
        const auto place = path("fifo with a blank");
        QCOMPARE(mkfifo(place.c_str(), 0640), 0);
        const Child reader([&] { (void)!open(place.c_str(), O_RDONLY); });
        const auto ref = "fifo:" + escape_key(place);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(reader.pid()) != nullptr;
        }));
        QCOMPARE(Look(*taken, ref).wait_of(reader.pid())->direction, Access::read);
        QCOMPARE(Look(*taken, ref).object().mode & 0777, 0640);
        QCOMPARE(Look(*taken, ref).holders(), std::set<pid_t>{});
        // Held by both, removed, made anew: two objects.
        const UniqueFd both(open(place.c_str(), O_RDWR | O_CLOEXEC));
        QCOMPARE(::unlink(place.c_str()), 0);
        QCOMPARE(mkfifo(place.c_str(), 0600), 0);
        const UniqueFd fresh(open(place.c_str(), O_RDWR | O_CLOEXEC));
        taken = now();
        const auto count =
            std::count_if(taken->objects.begin(), taken->objects.end(), [&](const auto& object) {
                return taken->kind(object).kind->prefix == std::string("fifo") &&
                       taken->text(object.name) == place;
            });
        QCOMPARE(count, 2);
    }

    void peeksTakeNothing() {
        NEEDS_SIGHT(descriptors);
        const auto pipe = pipe_pair();
        const std::string text = "what is in the pipe\n" + std::string(9000, 'x');
        put(pipe.second, text);
        const auto stream = unix_pair();
        put(stream.first, "to be received");
        const auto mail = unix_pair(SOCK_DGRAM);
        put(mail.first, "first");
        put(mail.first, "second");
        const auto listener = inet_bound(SOCK_STREAM, "127.0.0.1");
        QCOMPARE(listen(listener.get(), 1), 0);
        const UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(client, "127.0.0.1", port_of(listener));
        const UniqueFd server(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        put(client, "over TCP");
        pollfd ready{server.get(), POLLIN, 0};
        QCOMPARE(poll(&ready, 1, 10000), 1);
        const auto taken = now();
        const auto peek = [&](const std::string& ref, bool allow = true) {
            PeekRequest how;
            how.allow_fetch = allow;
            return client_->peek(*taken, ref, how);
        };
        const auto contents = [](const Peeked& peeked) {
            for (const auto& [name, value] : peeked.state)
                if (name == "contents") return value.bytes();
            return std::string("none");
        };
        const auto refused = peek(ref_of("pipe", pipe.first), false);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().find("pidfd_getfd") != std::string::npos,
                 refused.error().text().c_str());
        const auto in_pipe = peek(ref_of("pipe", pipe.first));
        QVERIFY2(in_pipe.has_value(), in_pipe ? "" : in_pipe.error().text().c_str());
        QVERIFY(in_pipe->tier == Tier::fetched);
        QCOMPARE(contents(*in_pipe), text);
        QCOMPARE(in_pipe->state.front().second.integer(), static_cast<qint64>(text.size()));
        QVERIFY2(in_pipe->how.find("microseconds") != std::string::npos, in_pipe->how.c_str());
        QCOMPARE(get(pipe.first), text);
        const auto in_stream = peek(ref_of("unix", stream.second));
        QVERIFY2(in_stream.has_value(), in_stream ? "" : in_stream.error().text().c_str());
        QCOMPARE(contents(*in_stream), std::string("to be received"));
        QCOMPARE(get(stream.second), std::string("to be received"));
        const auto in_tcp = peek(ref_of("tcp", server));
        QVERIFY2(in_tcp.has_value(), in_tcp ? "" : in_tcp.error().text().c_str());
        QCOMPARE(contents(*in_tcp), std::string("over TCP"));
        QCOMPARE(get(server), std::string("over TCP"));
        QVERIFY(peek(ref_of("tcp", listener))->note.find("listens") != std::string::npos);
        const auto in_mail = peek(ref_of("unix", mail.second));
        QVERIFY(in_mail.has_value());
        QCOMPARE(contents(*in_mail), std::string("first"));
        QVERIFY(in_mail->note.find("behind it") != std::string::npos);
        QCOMPARE(get(mail.second), std::string("first"));
        QCOMPARE(get(mail.second), std::string("second"));
    }

    void connectingWaitsForTheListener() {
        NEEDS_SIGHT(waits);
        const auto place = path("full");
        const auto listener = unix_socket(SOCK_STREAM, place, 0);
        const auto first = unix_client(SOCK_STREAM, place);  // a backlog of 0 has room for one
        const Child late([&] { unix_client(SOCK_STREAM, place); });
        const auto ref = "unix:" + escape_key(place);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(late.pid()) != nullptr;
        }));
        QCOMPARE(Look(*taken, ref).wait_of(late.pid())->direction, Access::write);
        QCOMPARE(Look(*taken, ref).number("pending"), 1);
    }

    // What a fetched descriptor could hide: the last close by the other end.
    void aPeekDoesNotHideThatThePeerIsGone() {
        NEEDS_SIGHT(descriptors);
        auto pipe = pipe_pair();
        auto pair = unix_pair();
        put(pipe.second, "last words");
        put(pair.second, "last words");
        const auto taken = now();
        PeekRequest how;
        how.allow_fetch = true;
        QVERIFY(client_->peek(*taken, ref_of("pipe", pipe.first), how).has_value());
        QVERIFY(client_->peek(*taken, ref_of("unix", pair.first), how).has_value());
        pipe.second.reset();
        pair.second.reset();
        QCOMPARE(get(pipe.first), std::string("last words"));
        QCOMPARE(get(pair.first), std::string("last words"));
        char octet = 0;
        QCOMPARE(read(pipe.first.get(), &octet, 1), 0);
        QCOMPARE(read(pair.first.get(), &octet, 1), 0);
        QVERIFY(send(pair.first.get(), "x", 1, MSG_NOSIGNAL) < 0 && errno == EPIPE);
    }

    // An error is told once: it is for the owner.
    void aPeekLeavesTheErrorToItsOwner() {
        NEEDS_SIGHT(descriptors);
        auto gone = inet_bound(SOCK_DGRAM, "127.0.0.1");
        const auto sender = inet_bound(SOCK_DGRAM, "127.0.0.1");
        inet_connect(sender, "127.0.0.1", port_of(gone));
        gone.reset();
        put(sender, "to nobody");
        pollfd state{sender.get(), POLLIN, 0};
        QCOMPARE(poll(&state, 1, 10000), 1);
        const auto taken = now();
        PeekRequest how;
        how.allow_fetch = true;
        const auto peeked = client_->peek(*taken, ref_of("udp", sender), how);
        QVERIFY2(peeked.has_value(), peeked ? "" : peeked.error().text().c_str());
        QVERIFY2(peeked->note.find("error") != std::string::npos, peeked->note.c_str());
        char octet = 0;
        QVERIFY(recv(sender.get(), &octet, 1, MSG_DONTWAIT) < 0);
        QCOMPARE(errno, ECONNREFUSED);
    }

    void eventDescriptorsSayWhatTheyAre() {
        const UniqueFd counter(eventfd(255, EFD_CLOEXEC | EFD_SEMAPHORE));
        const UniqueFd timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
        const itimerspec hour{{60, 5}, {3600, 0}};
        QCOMPARE(timerfd_settime(timer.get(), 0, &hour, nullptr), 0);
        const UniqueFd poller(epoll_create1(EPOLL_CLOEXEC));
        epoll_event in{};
        in.events = EPOLLIN;
        QCOMPARE(epoll_ctl(poller.get(), EPOLL_CTL_ADD, counter.get(), &in), 0);
        const UniqueFd watch(inotify_init1(IN_CLOEXEC));
        QVERIFY(inotify_add_watch(watch.get(), path("").c_str(), IN_CREATE | IN_DELETE) >= 0);
        sigset_t usr;
        sigemptyset(&usr);
        sigaddset(&usr, SIGUSR1);
        const UniqueFd signal(signalfd(-1, &usr, SFD_CLOEXEC));
        const UniqueFd self(static_cast<int>(syscall(SYS_pidfd_open, getpid(), 0)));
        const Child child([] { pause(); });
        const auto taken = now();
        const auto key = [](const char* kind, const UniqueFd& fd) {
            return fmt::format("{}:{}/{}", kind, getpid(), fd.get());
        };
        const auto found =
            std::find_if(taken->objects.begin(), taken->objects.end(), [&](const auto& object) {
                return taken->kind(object).kind->prefix == std::string("eventfd") &&
                       Look(*taken, taken->ref(object)).holders().count(getpid()) != 0 &&
                       Look(*taken, taken->ref(object)).number("value") == 255;
            });
        QVERIFY(found != taken->objects.end());
        QCOMPARE(Look(*taken, taken->ref(*found)).holders().count(child.pid()), 1u);
        const Look seen_timer(*taken, key("timerfd", timer));
        QCOMPARE(seen_timer.number("interval"), 60'000'000'005);
        QVERIFY(seen_timer.number("remaining") > 0 && seen_timer.number("remaining") <= 3600'000'000'000);
        const Look seen_poller(*taken, key("epoll", poller));
        QCOMPARE(seen_poller.text("watched"), fmt::format("{}: EPOLLIN", counter.get()));
        // The child's is the same open file: one object (kcmp), where that is allowed.
        if (syscall(SYS_kcmp, getpid(), child.pid(), 0, poller.get(), poller.get()) == 0)
            QCOMPARE(seen_poller.holders(), (std::set<pid_t>{getpid(), child.pid()}));
        QVERIFY(Look(*taken, key("inotify", watch)).text("watched").find("IN_CREATE|IN_DELETE") !=
                std::string::npos);
        QCOMPARE(Look(*taken, key("signalfd", signal)).text("signals"), std::string("SIGUSR1"));
        QCOMPARE(Look(*taken, key("pidfd", self)).number("target"), getpid());
    }

    void filesThatLeadNowhereAreFound() {
        const auto place = path("left behind");
        const auto fifo = path("unused fifo");
        auto server = unix_socket(SOCK_STREAM, place, 1);
        QCOMPARE(chmod(place.c_str(), 0621), 0);
        QCOMPARE(mkfifo(fifo.c_str(), 0640), 0);
        auto taken = now();
        const auto ref = "unix:" + escape_key(place);
        if (!place.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        if (has_gap(*taken, "too many directories")) QSKIP("/tmp is too full to be looked through");
        QCOMPARE(Look(*taken, ref).number("stale"), -1);
        QCOMPARE(Look(*taken, ref).object().mode, 0621);
        server.reset();
        taken = now();
        QCOMPARE(Look(*taken, ref).number("stale"), 1);
        QCOMPARE(Look(*taken, ref).holders(), std::set<pid_t>{});
        QVERIFY(Look(*taken, ref).object().created > 0);
        const Look unused(*taken, "fifo:" + escape_key(fifo));
        QVERIFY(unused);
        QCOMPARE(unused.number("readers"), 0);
        QCOMPARE(::unlink(place.c_str()), 0);
        QCOMPARE(::unlink(fifo.c_str()), 0);
        taken = now();
        QVERIFY(!Look(*taken, ref));
    }

    void onlyStaleFilesAreRemoved() {
        const auto place = path("stale");
        auto server = unix_socket(SOCK_STREAM, place, 1);
        ActRequest remove;
        remove.kind = kind_of_prefix("unix");
        remove.key = place;
        const auto ref = "unix:" + escape_key(place);
        const auto in_use = client_->act(remove, ref);
        QVERIFY(!in_use);
        QVERIFY2(in_use.error().text().find("in use") != std::string::npos, in_use.error().text().c_str());
        server.reset();
        const auto removed = client_->act(remove, ref);
        QVERIFY2(removed.has_value(), removed ? "" : removed.error().text().c_str());
        QVERIFY(access(place.c_str(), F_OK) != 0);
        const auto fifo = path("old fifo");
        QCOMPARE(mkfifo(fifo.c_str(), 0600), 0);
        UniqueFd holder(open(fifo.c_str(), O_RDWR | O_CLOEXEC));
        remove.kind = kind_of_prefix("fifo");
        remove.key = fifo;
        QVERIFY(!client_->act(remove, "fifo:" + escape_key(fifo)));
        holder.reset();
        QVERIFY(client_->act(remove, "fifo:" + escape_key(fifo)).has_value());
        // A file of another kind is never touched.
        remove.key = path("a file");
        QVERIFY(UniqueFd(open(remove.key.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)));
        QVERIFY(!client_->act(remove, "fifo:" + escape_key(remove.key)));
        QVERIFY(access(remove.key.c_str(), F_OK) == 0);
    }

    void anotherUserIsToldWhatItMayNotSee() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const auto pair = unix_pair();
        const auto ref = ref_of("unix", pair.first);
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "setresuid";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const Look look(**taken, ref);
            if (!look) return "the socket is not listed";
            if (look.object().holders_complete || !look.holders().empty())
                return "its holders cannot be known";
            PeekRequest how;
            how.allow_fetch = true;
            how.descriptors = {{getpid(), pair.first.get()}};
            const auto peeked = (*client)->peek(**taken, ref, how);
            if (peeked) return "it was looked into";
            if (peeked.error().text().find("CAP_SYS_PTRACE") == std::string::npos)
                return peeked.error().text();
            return {};
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void otherNetworkNamespacesAreEntered() {
        if (!alone_) QSKIP("needs root, to make network namespaces");
        auto pipe = pipe_pair();
        const auto elsewhere = abstract_name("elsewhere");
        const Child other([&] {
            if (unshare(CLONE_NEWNET) != 0) _exit(1);
            const auto hidden = unix_socket(SOCK_DGRAM, elsewhere);
            (void)!write(pipe.second.get(), "x", 1);
            pause();
        });
        pipe.second.reset();  // if it ends, so does the waiting for it
        QCOMPARE(get(pipe.first, 1), std::string("x"));
        struct stat space {};
        QCOMPARE(stat(fmt::format("/proc/{}/ns/net", other.pid()).c_str(), &space), 0);
        const auto taken = now();
        const Look look(*taken, fmt::format("unix:net:[{}]/@{}", space.st_ino, elsewhere.substr(1)));
        QVERIFY2(look, gaps_of(*taken).c_str());
        QCOMPARE(look.object().space, space.st_ino);
        QCOMPARE(look.holders(), std::set<pid_t>{other.pid()});
        QVERIFY(!Look(*taken, "unix:@" + elsewhere.substr(1)));
    }

    // Some containers refuse sock_diag.
    void withoutSockDiagLessIsKnown() {
        const auto listener = unix_socket(SOCK_STREAM, path("old way\nof names"), 3);
        const auto tcp = inet_bound(SOCK_STREAM, "127.0.0.1");
        QCOMPARE(listen(tcp.get(), 3), 0);
        const auto port = port_of(tcp);
        const auto unix_ref = "unix:" + escape_key(path("old way\nof names"));
        const auto tcp_ref = ref_of("tcp", tcp);
        const auto problem = in_thread([&]() -> std::string {
            sock_filter no_netlink[] = {
                BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
                BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 0, 1),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
            };
            const sock_fprog program{std::size(no_netlink), no_netlink};
            if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
                prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
                return "skip";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const Look by_path(**taken, unix_ref);
            if (!by_path) return "the Unix socket is not listed\n" + gaps_of(**taken);
            if (by_path.cell("pending").state != CellState::not_available) return "its queue cannot be known";
            if (by_path.number("state") != TCP_LISTEN) return "it listens";
            const Look by_inode(**taken, tcp_ref);
            if (by_inode.text("local") != fmt::format("127.0.0.1:{}", port))
                return "the TCP socket is not listed";
            if (!has_gap(**taken, "sock_diag is refused (EACCES)")) return "no gap: " + gaps_of(**taken);
            return {};
        });
        if (problem == "skip") QSKIP("seccomp is not there");
        QVERIFY2(problem.empty(), problem.c_str());
    }
};

QTEST_GUILESS_MAIN(TestMonitorSockets)
#include "test_monitor_sockets.moc"
