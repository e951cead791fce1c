// What fails: addresses, groups, options. Every documented errno is seen.
#include "conformance/udp_socket/subjects.h"
#include "helpers/inet.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::udp_socket_tests;

class TestUdpSocketErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_NET_BIND_SERVICE)); }
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

void TestUdpSocketErrors::closedDescriptors() {
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

void TestUdpSocketErrors::addressErrors() {
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

void TestUdpSocketErrors::groupErrors() {
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
void TestUdpSocketErrors::groupsOfIpv6() {
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

void TestUdpSocketErrors::optionsRoundTrip() {
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
void TestUdpSocketErrors::disconnectedSocketsTakeInAgain() {
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

void TestUdpSocketErrors::descriptorsRunOut() {
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

void TestUdpSocketErrors::hostileValues() {
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

void TestUdpSocketErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("udp_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::udp_socket_tests::errors() {
    return std::make_unique<TestUdpSocketErrors>();
}

#include "errors.moc"
