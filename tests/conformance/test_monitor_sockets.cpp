// Sockets, pipes, FIFOs and event descriptors as the monitor sees them: against ss(8) at the same moment,
// with both ends, with names of any octets, as another user, and with peeks that take nothing.
#include "conformance/monitor_sockets/monitor_sockets.h"
#include "helpers/subjects.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

class TestMonitorSockets : public SocketSubject {
    Q_OBJECT

private slots:
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
        auto seen = unix_by_monitor(*taken);
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
        // The other family comes in the same list.
        const UniqueFd six(socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (six) QCOMPARE(listen(six.get(), 5), 0);
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
        if (six) QCOMPARE(seen[QString("tcp%1").arg(inode_of(six))], QString("LISTEN 0 5"));
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
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::vector<std::unique_ptr<QObject>> subjects;
    subjects.push_back(std::make_unique<TestMonitorSockets>());
    for (auto* subject : {&pipes, &peeks, &places, &bound, &edges})
        subjects.push_back(subject());
    return run_subjects(argc, argv, std::move(subjects));
}
#include "test_monitor_sockets.moc"
