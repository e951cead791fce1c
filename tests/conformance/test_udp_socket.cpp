#include "helpers/inet.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <algorithm>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// Receiver `s` of worker a, bound as `b`; an unconnected `c` of worker k.
const std::string bound = R"(workers: a, k
a: s = udp_socket.socket()
a: b = udp_socket.bind(s)
k: c = udp_socket.socket()
)";

}  // namespace

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
    void closedDescriptors();
    void addressErrors();
    void groupErrors();
    void groupsOfIpv6();
    void optionsRoundTrip();
    void disconnectedSocketsTakeInAgain();
    void descriptorsRunOut();
    void hostileValues();
    void cleanupTestCase();  // last: every documented errno was seen
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

void TestUdpSocket::closedDescriptors() {
    RunFixture run;
    std::string text = "workers: a\na: s = udp_socket.socket()\na: udp_socket.close(s)   # = 0\n";
    for (const std::string call :
         {"close(s)", "bind(s)", "connect(s, port: 1)", "disconnect(s)", "send(s, data: \"x\")",
          "sendto(s, data: \"x\", port: 1)", "recv(s)", "recvfrom(s)", "recvmsg(s)",
          "join_group(s, group: \"239.255.77.77\")", "leave_group(s, group: \"239.255.77.77\")",
          "setsockopt(s, option: SO_REUSEADDR)", "getsockopt(s, option: SO_TYPE)", "get_error(s)",
          "set_flags(s)", "getsockname(s)", "getpeername(s)", "pending(s)", "info(s)"})
        text += "a: udp_socket." + call + "   # EBADF\n";
    RUN_OK(run, text + "a: udp_socket.poll(s)   # = 1 revents=POLLNVAL\n");
}

void TestUdpSocket::addressErrors() {
    RunFixture run;
    RUN_OK(run, bound + R"(a: udp_socket.bind(s)                                  # EINVAL
a: t = udp_socket.socket()
a: udp_socket.bind(t, port: b.port)                       # EADDRINUSE
a: udp_socket.bind(t, address: "203.0.113.7")             # EADDRNOTAVAIL
a: udp_socket.bind(t, address: "::1")                     # EAFNOSUPPORT
a: udp_socket.connect(t, address: "::1", port: 1)         # EAFNOSUPPORT
a: udp_socket.connect(t, address: "127.255.255.255", port: 1)        # EACCES
a: udp_socket.setsockopt(t, option: SO_BROADCAST)
a: udp_socket.connect(t, address: "127.255.255.255", port: 1)        # = 0
a: udp_socket.send(t, data: "x", size: 70000)             # EMSGSIZE
k: udp_socket.sendto(c, data: "x", address: "::1", port: b.port)     # EAFNOSUPPORT
k: udp_socket.sendto(c, data: "x", port: 0)               # EINVAL
k: udp_socket.send(c, data: "x")                          # EDESTADDRREQ
k: udp_socket.getpeername(c)                              # ENOTCONN
k: udp_socket.recvfrom(c, flags: MSG_DONTWAIT)            # EAGAIN
k: udp_socket.recvmsg(c, flags: MSG_DONTWAIT)             # EAGAIN
k: udp_socket.recv(c, flags: MSG_DONTWAIT)                # EAGAIN
)");
}

void TestUdpSocket::groupErrors() {
    RunFixture run;
    RUN_OK(run, bound + R"(a: udp_socket.join_group(s, group: "127.0.0.1")        # EINVAL
a: udp_socket.join_group(s, group: "239.255.77.79", interface: "203.0.113.7")   # ENODEV
a: udp_socket.join_group(s, group: "239.255.77.79")       # = 0
a: udp_socket.join_group(s, group: "239.255.77.79")       # EADDRINUSE
a: udp_socket.leave_group(s, group: "239.255.77.79")      # = 0
a: udp_socket.leave_group(s, group: "239.255.77.79")      # EADDRNOTAVAIL
a: udp_socket.leave_group(s, group: "127.0.0.1")          # EADDRNOTAVAIL
)");
    for (const auto& [call, words] : std::vector<std::pair<std::string, std::string>>{
             {"join_group(s, group: \"everybody\")", "not an address in numbers"},
             {"join_group(s, group: \"239.255.77.79\", interface: \"no-such\")", "no interface 'no-such'"}}) {
        const auto said = explain(run.run("a: udp_socket." + call + "\n"));
        QVERIFY2(said.find(words) != std::string::npos, said.c_str());
    }
}

// Whether a datagram to a group goes through lo depends on a route for ff00::/8 and on the flags of lo: few
// systems have them so. Without, sending says ENETUNREACH, or nobody gets it.
void TestUdpSocket::groupsOfIpv6() {
    if (const auto why = no_ipv6(); !why.empty()) QSKIP(why.c_str());
    RunFixture run;
    RUN_OK(run, R"(workers: a, k
a: s = udp_socket.socket(AF_INET6)
a: b = udp_socket.bind(s, address: "any")
a: udp_socket.join_group(s, group: "ff01::7777")          # = 0
a: udp_socket.join_group(s, group: "ff01::7777")          # EADDRINUSE
a: udp_socket.join_group(s, group: "::1")                 # EINVAL
k: c = udp_socket.socket(AF_INET6)
k: udp_socket.setsockopt(c, option: IPV6_MULTICAST_IF)    # = 0
k: udp_socket.setsockopt(c, option: IPV6_MULTICAST_LOOP)  # = 0
k: udp_socket.setsockopt(c, option: IPV6_MULTICAST_HOPS, value: 1)   # = 0
k: udp_socket.sendto(c, data: "news", address: "ff01::7777", port: b.port)
)");
    RUN_OK(run, R"(a: udp_socket.leave_group(s, group: "ff01::7777")         # = 0
a: udp_socket.leave_group(s, group: "ff01::7777")         # EADDRNOTAVAIL
)");
}

void TestUdpSocket::optionsRoundTrip() {
    RunFixture run;
    std::string text = bound;
    for (const std::string name : {"SO_REUSEADDR", "SO_REUSEPORT", "SO_BROADCAST", "SO_RXQ_OVFL",
                                   "IP_PKTINFO", "IP_MULTICAST_LOOP", "IP_MULTICAST_ALL"})
        for (const std::string on : {"true", "false"}) {
            text += "k: udp_socket.setsockopt(c, option: " + name + ", on: " + on + ")   # = 0\n";
            text += "k: udp_socket.getsockopt(c, option: " + name +
                    ")   # = value=" + (on == "true" ? "1" : "0") + "\n";
        }
    for (const std::string name : {"IP_TTL", "IP_MULTICAST_TTL"}) {
        text += "k: udp_socket.setsockopt(c, option: " + name + ", value: 7)   # = 0\n";
        text += "k: udp_socket.getsockopt(c, option: " + name + ")   # = value=7\n";
    }
    text += R"(k: udp_socket.setsockopt(c, option: IP_TTL, value: 256)         # EINVAL
k: udp_socket.setsockopt(c, option: IPV6_V6ONLY)                # ENOPROTOOPT
k: udp_socket.getsockopt(c, option: IPV6_V6ONLY)                # EOPNOTSUPP
k: udp_socket.setsockopt(c, option: SO_RCVTIMEO, after: 1ms)     # = 0
k: udp_socket.recv(c)                                           # EAGAIN
k: udp_socket.getsockopt(c, option: SO_TYPE)                    # = value=2
k: udp_socket.set_flags(c)                                      # = 0
k: udp_socket.setsockopt(c, option: SO_RCVTIMEO, after: 0s)      # = 0
k: udp_socket.recv(c)                                           # EAGAIN
k: udp_socket.poll(c, timeout: 1ms)                             # = 0 revents=0
)";
    RUN_OK(run, text);
}

// Disconnecting gives a port back that the kernel had chosen; the next one is taken in as well.
void TestUdpSocket::disconnectedSocketsTakeInAgain() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.connect(c, port: b.port)                 # = 0
k: udp_socket.disconnect(c)                               # = 0
k: udp_socket.getsockname(c)                              # = port=0
k: udp_socket.sendto(c, data: "again", port: b.port)      # = 5
a: q = udp_socket.recvfrom(s)                             # = 5 "again"
a: udp_socket.sendto(s, data: "here", address: q.address, port: q.port)    # = 4
)");
    QCOMPARE(run.level("c"), std::int64_t{4});
    RUN_OK(run, "k: udp_socket.recv(c)   # = 4 \"here\"\n");
    QCOMPARE(run.flows().size(), std::size_t{2});
    QCOMPARE(run.level("c"), std::int64_t{0});
}

void TestUdpSocket::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += "a: udp_socket.socket()\n";
    RUN_OK(run, text + "a: udp_socket.socket()   # EMFILE\n");
}

void TestUdpSocket::hostileValues() {
    RunFixture run;
    RUN_OK(run, bound + R"(k: udp_socket.sendto(c, data: "x", address: "any", port: b.port)     # = 1
a: udp_socket.recv(s, size: 0)                            # = 0 ""
k: udp_socket.sendto(c, data: "x", size: 16777216, port: b.port)     # EMSGSIZE
)");
    for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
             {"k: udp_socket.sendto(c, data: \"x\", address: \"localhost\", port: 1)", "not an address in"},
             {"k: udp_socket.sendto(c, data: \"x\", port: 65536)", "above the limit 65535"},
             {"k: udp_socket.recv(c, size: 99999999999)", "above the limit"}}) {
        const auto said = explain(run.run(text + "\n"));
        QVERIFY2(said.find(words) != std::string::npos, (text + "\n" + said).c_str());
    }
    RUN_OK(run, "k: udp_socket.sendto(c, data: \"alive\", port: b.port)   # = 5\n");
}

void TestUdpSocket::cleanupTestCase() {
    const auto gaps = errno_gaps("udp_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestUdpSocket)
#include "test_udp_socket.moc"
