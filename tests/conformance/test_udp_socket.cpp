#include "conformance/udp_socket/subjects.h"
#include "helpers/inet.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <algorithm>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::udp_socket_tests;

class TestUdpSocket : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_NET_BIND_SERVICE)); }
    void sessions();
    void ipv6();
    void bothFamiliesAtOnce();
    void answersFlowBack();
    void connectedFlows();
    void lostOnesAreSkipped();
    void levelFallsWithWhatWasLost();
    void cutOnesAreJoined();
    void peekDoesNotFlow();
    void everyMemberGetsACopy();
    void oneOfManyAtASharedPort();
    void refusedOnesDoNotFlow();
    void waitsAreNamed();
    void stateOfASocket();
    void whatRecvmsgTells();
};

void TestUdpSocket::sessions() {
    const auto problems = check_sessions("udp_socket");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestUdpSocket::ipv6() {
    if (const auto why = no_ipv6(); !why.empty()) QSKIP(why.c_str());
    RunFixture run;
    RUN_OK(run, R"(workers: a, k
a: s = udp_socket.socket(AF_INET6)
a: b = udp_socket.bind(s)                                 # = 0 address="::1"
k: c = udp_socket.socket(AF_INET6)
k: udp_socket.sendto(c, data: "six", port: b.port)        # = 3
a: q = udp_socket.recvfrom(s)                             # = 3 "six" address="::1"
a: udp_socket.sendto(s, data: "seven", address: q.address, port: q.port)   # = 5
k: udp_socket.recv(c)                                     # = 5 "seven"
)");
    QCOMPARE(run.flows().size(), std::size_t{2});
    const auto state = run.observe("s");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QVERIFY(field(*state, "local").bytes().starts_with("[::1]:"));
}

void TestUdpSocket::bothFamiliesAtOnce() {
    if (const auto why = no_ipv6(); !why.empty()) QSKIP(why.c_str());
    RunFixture run;
    RUN_OK(run, R"(workers: a, k
a: s = udp_socket.socket(AF_INET6)
a: udp_socket.setsockopt(s, option: IPV6_V6ONLY, on: false)  # = 0
a: b = udp_socket.bind(s, address: "any")                 # = 0 address="::"
k: c = udp_socket.socket()
k: udp_socket.sendto(c, data: "from four", port: b.port)  # = 9
a: udp_socket.recvfrom(s)                                 # = 9 "from four" address="::ffff:127.0.0.1"
k: d = udp_socket.socket(AF_INET6)
k: udp_socket.sendto(d, data: "from six", port: b.port)   # = 8
a: udp_socket.recvfrom(s)                                 # = 8 "from six" address="::1"
)");
    QCOMPARE(run.flows().size(), std::size_t{2});
    QCOMPARE(run.level("s"), std::int64_t{0});
}

void TestUdpSocket::answersFlowBack() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.sendto(c, data: "ping", port: b.port)    # = 4
a: q = udp_socket.recvfrom(s)                             # = 4 "ping"
a: udp_socket.sendto(s, data: "pong", address: q.address, port: q.port)    # = 4
k: udp_socket.recv(c)                                     # = 4 "pong"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.worker, std::string("k"));
    QCOMPARE(flows[0].to.worker, std::string("a"));
    QCOMPARE(flows[1].from.worker, std::string("a"));
    QCOMPARE(flows[1].to.worker, std::string("k"));
    QVERIFY(!flows[0].flow.guess && !flows[1].flow.guess);
}

void TestUdpSocket::connectedFlows() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: o = udp_socket.connect(c, port: b.port)             # = 0 address="127.0.0.1"
a: udp_socket.connect(s, port: o.port)                    # = 0
k: udp_socket.send(c, data: "one")                        # = 3
a: udp_socket.send(s, data: "two")                        # = 3
a: udp_socket.recv(s)                                     # = 3 "one"
k: udp_socket.recv(c)                                     # = 3 "two"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{2});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.payload, flow.to.payload);
}

void TestUdpSocket::lostOnesAreSkipped() {
    RunFixture run;
    RUN_OK(run, bound + R"(a: udp_socket.setsockopt(s, option: SO_RCVBUF, value: 4096)
k: udp_socket.sendto(c, data: "kept", size: 20000, port: b.port)     # = 20000
k: udp_socket.sendto(c, data: "lost", size: 20000, port: b.port)     # = 20000
a: udp_socket.poll(s)                                     # = 1
a: udp_socket.recv(s, size: 20000)                        # = 20000
k: udp_socket.sendto(c, data: "come", size: 20000, port: b.port)     # = 20000
a: udp_socket.recv(s, size: 20000)                        # = 20000
a: udp_socket.info(s)                                     # = drops=1
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{2});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.payload.substr(0, 4), flow.to.payload.substr(0, 4));
    const auto state = run.observe("s");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "drops").integer(), std::int64_t{1});
}

// The sender's kernel says success; that it was lost shows when a later one arrives.
void TestUdpSocket::levelFallsWithWhatWasLost() {
    RunFixture run;
    RUN_OK(run, bound + R"(a: udp_socket.setsockopt(s, option: SO_RCVBUF, value: 4096)
k: udp_socket.sendto(c, data: "1", size: 20000, port: b.port)        # = 20000
k: udp_socket.sendto(c, data: "2", size: 20000, port: b.port)        # = 20000
a: udp_socket.recv(s, size: 20000)                        # = 20000
)");
    QCOMPARE(run.level("s"), std::int64_t{20000});
    RUN_OK(run, R"(k: udp_socket.sendto(c, data: "3", size: 20000, port: b.port)
a: udp_socket.recv(s, size: 20000)                        # = 20000
)");
    QCOMPARE(run.level("s"), std::int64_t{0});
}

void TestUdpSocket::cutOnesAreJoined() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.sendto(c, data: "a long datagram", port: b.port)   # = 15
a: udp_socket.recv(s, size: 6)                            # = 6 "a long"
k: udp_socket.sendto(c, data: "another one", port: b.port)           # = 11
a: udp_socket.recv(s, size: 3, flags: MSG_TRUNC)          # = 11 "ano"
k: udp_socket.sendto(c, data: "the last", port: b.port)   # = 8
a: udp_socket.recv(s)                                     # = 8 "the last"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(flows[i].to.line, flows[i].from.line + 1);
    QCOMPARE(run.level("s"), std::int64_t{0});
}

void TestUdpSocket::peekDoesNotFlow() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.sendto(c, data: "look", port: b.port)    # = 4
a: udp_socket.recv(s, flags: MSG_PEEK)                    # = 4 "look"
a: udp_socket.recvfrom(s, flags: MSG_PEEK)                # = 4 "look"
a: udp_socket.recvmsg(s, flags: MSG_PEEK)                 # = 4 "look"
a: udp_socket.pending(s)                                  # = 0 bytes=4
a: udp_socket.recv(s)                                     # = 4 "look"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].to.line, 10);
}

void TestUdpSocket::everyMemberGetsACopy() {
    RunFixture run;
    RUN_OK(run, R"(workers: k, a, d
a: s = udp_socket.socket()
a: udp_socket.setsockopt(s, option: SO_REUSEADDR)
a: g = udp_socket.bind(s, address: "239.255.77.78")       # = 0 address="239.255.77.78"
a: udp_socket.join_group(s, group: "239.255.77.78")       # = 0
d: t = udp_socket.socket()
d: udp_socket.setsockopt(t, option: SO_REUSEADDR)
d: udp_socket.bind(t, address: "239.255.77.78", port: g.port)        # = 0
d: udp_socket.join_group(t, group: "239.255.77.78", interface: "127.0.0.1")   # = 0
k: c = udp_socket.socket()
k: udp_socket.setsockopt(c, option: IP_MULTICAST_IF)      # = 0
k: udp_socket.sendto(c, data: "first", address: "239.255.77.78", port: g.port)    # = 5
k: udp_socket.sendto(c, data: "second", address: "239.255.77.78", port: g.port)   # = 6
a: udp_socket.recv(s)                                     # = 5 "first"
d: udp_socket.recvfrom(t)                                 # = 5 "first" address="127.0.0.1"
a: udp_socket.recv(s)                                     # = 6 "second"
d: udp_socket.recv(t)                                     # = 6 "second"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{4});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.payload, flow.to.payload);
    QCOMPARE(run.level("s"), std::int64_t{0});
    QCOMPARE(run.level("t"), std::int64_t{0});
}

void TestUdpSocket::oneOfManyAtASharedPort() {
    RunFixture run;
    RUN_OK(run, R"(workers: k, a, d
a: s = udp_socket.socket(flags: SOCK_NONBLOCK)
a: udp_socket.setsockopt(s, option: SO_REUSEPORT)
a: b = udp_socket.bind(s)
d: t = udp_socket.socket(flags: SOCK_NONBLOCK)
d: udp_socket.setsockopt(t, option: SO_REUSEPORT)
d: udp_socket.bind(t, port: b.port)                       # = 0
k: c = udp_socket.socket()
k: udp_socket.sendto(c, data: "whose?", port: b.port)     # = 6
k: udp_socket.poll(c, timeout: 0s)                        # = 0
a: udp_socket.recv(s)
d: udp_socket.recv(t)
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].to.payload, std::string("whose?"));
}

void TestUdpSocket::refusedOnesDoNotFlow() {
    RunFixture run;
    RUN_OK(run, bound + R"(a: udp_socket.close(s)
k: udp_socket.connect(c, port: b.port)                    # = 0
k: udp_socket.send(c, data: "x")                          # = 1
k: udp_socket.poll(c, events: POLLIN)                     # = 1 revents=POLLERR
k: udp_socket.get_error(c)                                # = error=ECONNREFUSED
k: udp_socket.send(c, data: "x")                          # = 1
k: udp_socket.poll(c, events: POLLIN)                     # = 1 revents=POLLERR
k: udp_socket.send(c, data: "x")                          # ECONNREFUSED
k: udp_socket.send(c, data: "x")                          # = 1
k: udp_socket.recvfrom(c)                                 # ECONNREFUSED
k: udp_socket.send(c, data: "x")                          # = 1
k: udp_socket.recvmsg(c)                                  # ECONNREFUSED
k: udp_socket.send(c, data: "x")                          # = 1
k: udp_socket.poll(c, events: POLLIN)                     # = 1 revents=POLLERR
k: udp_socket.sendto(c, data: "x", port: b.port)          # ECONNREFUSED
)");
    QCOMPARE(run.flows().size(), std::size_t{0});
}

void TestUdpSocket::waitsAreNamed() {
    RunFixture run;
    std::string text = bound;
    for (const std::string verb : {"recvfrom", "recvmsg", "poll", "recv"})
        text += "a: udp_socket." + verb + "(s) async   # blocked\na: interrupt\na: await   # EINTR\n";
    RUN_OK(run, text + "a: udp_socket.recv(s) async   # blocked\n");
    WAITS_FOR(run, "a", "a datagram for s");
}

void TestUdpSocket::stateOfASocket() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.connect(c, port: b.port)                 # = 0
k: udp_socket.send(c, data: "waiting")                    # = 7
a: udp_socket.poll(s)                                     # = 1
)");
    const auto server = run.observe("s");
    QVERIFY2(server.has_value(), server ? "" : server.error().text().c_str());
    QCOMPARE(field(*server, "next").integer(), std::int64_t{7});
    QVERIFY(field(*server, "queued").integer() >= 7);
    QVERIFY(field(*server, "capacity").integer() > 0);
    QVERIFY(field(*server, "local").bytes().starts_with("127.0.0.1:"));
    QVERIFY(field(*server, "peer").empty());
    QCOMPARE(run.level("s"), std::int64_t{7});
    const auto client = run.observe("c");
    QVERIFY2(client.has_value(), client ? "" : client.error().text().c_str());
    QCOMPARE(field(*client, "peer").bytes(), field(*server, "local").bytes());
    const auto object = run.object("s");
    for (const auto& [name, value] : *client) {
        const auto& specs = object->spec->state;
        QVERIFY2(std::any_of(specs.begin(), specs.end(),
                             [&name = name](const auto& spec) { return name == spec.name; }),
                 name.c_str());
    }
}

void TestUdpSocket::whatRecvmsgTells() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, k
a: s = udp_socket.socket()
a: udp_socket.setsockopt(s, option: IP_PKTINFO)           # = 0
a: udp_socket.setsockopt(s, option: SO_RXQ_OVFL)          # = 0
a: b = udp_socket.bind(s, address: "any")                 # = 0 address="0.0.0.0"
k: c = udp_socket.socket()
k: udp_socket.sendto(c, data: "here", address: "127.0.0.5", port: b.port)   # = 4
a: udp_socket.recvmsg(s, size: 2)                         # = 2 "he" destination="127.0.0.5" flags=MSG_TRUNC
k: udp_socket.sendto(c, data: "there", port: b.port)      # = 5
a: udp_socket.recvmsg(s)                                  # = 5 "there" destination="127.0.0.1" flags=0
)");
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestUdpSocket>(), errors());
}
#include "test_udp_socket.moc"
