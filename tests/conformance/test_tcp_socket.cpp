#include "helpers/inet.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "schema/text.h"

#include <QtTest>

#include <netinet/tcp.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// A listener `s` of worker a, bound as `b`; `k` of worker c is connected with `d` of a.
const std::string connected = R"(workers: a, c
a: s = tcp_socket.socket()
a: b = tcp_socket.bind(s)
a: tcp_socket.listen(s)
c: k = tcp_socket.socket()
c: tcp_socket.connect(k, port: b.port)                    # = 0
a: d = tcp_socket.accept(s)
)";

}  // namespace

class TestTcpSocket : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_NET_BIND_SERVICE)); }
    void sessions();
    void loopbackUnlessAskedForMore();
    void ipv6();
    void bothFamiliesAtOnce();
    void resultsAreArguments();
    void waitsAreNamed();
    void bytesAreJoinedByRange();
    void peekDoesNotFlow();
    void urgentByteFlowsByItself();
    void levelIsTheReceiveQueue();
    void stateOfConnectionAndListener();
    void stateOfTheKernelsTable();
    void flowsOfAForkedChild();
    void closedDescriptors();
    void addressErrors();
    void listenerErrors();
    void connectErrors();
    void connectTimesOut();
    void transferErrors();
    void resetIsToldOnce();
    void interrupted();
    void optionsRoundTrip();
    void timeLimits();
    void descriptorsRunOut();
    void hostileValues();
    void closeWaitsForThePartner();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestTcpSocket::sessions() {
    const auto problems = check_sessions("tcp_socket");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestTcpSocket::loopbackUnlessAskedForMore() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = tcp_socket.socket()
a: tcp_socket.getsockname(s)                              # = address="0.0.0.0" port=0
a: b = tcp_socket.bind(s)                                 # = 0 address="127.0.0.1"
a: tcp_socket.getsockname(s)                              # = 0 address="127.0.0.1"
a: t = tcp_socket.socket()
a: tcp_socket.bind(t, address: "any")                     # = 0 address="0.0.0.0"
a: u = tcp_socket.socket()
a: tcp_socket.bind(u, address: "127.1.2.3")               # = 0 address="127.1.2.3"
)");
    QVERIFY(run.event({.operation = "tcp_socket.bind", .phase = Phase::leave, .line = 4})
                .result("port")
                .integer() > 0);
}

void TestTcpSocket::ipv6() {
    if (const auto why = no_ipv6(); !why.empty()) QSKIP(why.c_str());
    RunFixture run;
    RUN_OK(run, R"(workers: a, c
a: s = tcp_socket.socket(AF_INET6)
a: b = tcp_socket.bind(s)                                 # = 0 address="::1"
a: tcp_socket.listen(s)
a: d = tcp_socket.accept(s) async                         # blocked
c: k = tcp_socket.socket(AF_INET6)
c: tcp_socket.connect(k, port: b.port)                    # = 0 address="::1"
a: await                                                  # = address="::1"
c: tcp_socket.send(k, data: "over six")                   # = 8
a: tcp_socket.recv(d, size: 8, flags: MSG_WAITALL)        # = 8 "over six"
)");
    QCOMPARE(run.flows().size(), std::size_t{1});
    const auto state = run.observe("d");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QVERIFY(field(*state, "local").bytes().starts_with("[::1]:"));
}

// An IPv6 socket at `any` takes IPv4 partners; the two ends name the connection differently.
void TestTcpSocket::bothFamiliesAtOnce() {
    if (const auto why = no_ipv6(); !why.empty()) QSKIP(why.c_str());
    RunFixture run;
    RUN_OK(run, R"(workers: a, c
a: s = tcp_socket.socket(AF_INET6)
a: tcp_socket.setsockopt(s, option: IPV6_V6ONLY, on: false)  # = 0
a: b = tcp_socket.bind(s, address: "any")                 # = 0 address="::"
a: tcp_socket.listen(s)
c: k = tcp_socket.socket(AF_INET)
c: tcp_socket.connect(k, port: b.port)                    # = 0
a: d = tcp_socket.accept(s)                               # = address="::ffff:127.0.0.1"
c: tcp_socket.send(k, data: "from four")                  # = 9
a: tcp_socket.recv(d, size: 9, flags: MSG_WAITALL)        # = 9 "from four"
a: tcp_socket.send(d, data: "from six")                   # = 8
c: tcp_socket.recv(k, size: 8, flags: MSG_WAITALL)        # = 8 "from six"
)");
    QCOMPARE(run.flows().size(), std::size_t{2});
}

void TestTcpSocket::resultsAreArguments() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: n = tcp_socket.getpeername(d)
c: m = tcp_socket.getsockname(k)
c: tcp_socket.getpeername(k)                              # = address="127.0.0.1"
c: e = tcp_socket.socket()
c: tcp_socket.connect(e, address: b.address, port: b.port)  # = 0
c: r = tcp_socket.send(e, data: "12345")
a: f = tcp_socket.accept(s)
a: tcp_socket.recv(f, size: r, flags: MSG_WAITALL)        # = 5 "12345"
)");
    const auto there =
        run.event({.operation = "tcp_socket.getpeername", .phase = Phase::leave, .worker = "a"});
    const auto here =
        run.event({.operation = "tcp_socket.getsockname", .phase = Phase::leave, .worker = "c"});
    QCOMPARE(there.result("port").integer(), here.result("port").integer());
    const auto wrong = explain(run.run("c: tcp_socket.connect(e, port: b.address)\n"));
    QVERIFY2(wrong.find("is not a number") != std::string::npos, wrong.c_str());
}

void TestTcpSocket::waitsAreNamed() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: tcp_socket.accept(s) async                          # blocked
c: tcp_socket.recv(k) async                               # blocked
)");
    WAITS_FOR(run, "a", "a connection to s");
    WAITS_FOR(run, "c", "data from the partner of k");
    RUN_OK(run, R"(a: interrupt
a: await                                                  # EINTR
c: interrupt
c: await                                                  # EINTR
c: tcp_socket.poll(k, forever: true) async                # blocked
)");
    WAITS_FOR(run, "c", "k to become ready");
    RUN_OK(run, R"(a: tcp_socket.send(d, data: "x", size: 16777216) async    # blocked
c: await                                                  # = 1
)");
    WAITS_FOR(run, "a", "the partner of d to make room");
}

void TestTcpSocket::bytesAreJoinedByRange() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.send(k, data: "abcd")                    # = 4
c: tcp_socket.send(k, data: "efgh")                       # = 4
a: tcp_socket.recv(d, size: 6, flags: MSG_WAITALL)        # = 6 "abcdef"
a: tcp_socket.send(d, data: "answer")                     # = 6
a: tcp_socket.recv(d, size: 2, flags: MSG_WAITALL)        # = 2 "gh"
c: tcp_socket.recv(k, size: 6, flags: MSG_WAITALL)        # = 6 "answer"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{4});
    const auto find = [&](int from, int to) -> std::uint32_t {
        for (const auto& flow : flows)
            if (flow.from.line == from && flow.to.line == to) return flow.flow.bytes;
        return 0;
    };
    QCOMPARE(find(8, 10), 4u);
    QCOMPARE(find(9, 10), 2u);
    QCOMPARE(find(9, 12), 2u);
    QCOMPARE(find(11, 13), 6u);
}

void TestTcpSocket::peekDoesNotFlow() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.send(k, data: "look")                    # = 4
a: tcp_socket.recv(d, size: 4, flags: MSG_PEEK|MSG_WAITALL)  # = 4 "look"
a: tcp_socket.recv(d, size: 4, flags: MSG_PEEK)           # = 4 "look"
a: tcp_socket.recv(d, size: 4)                            # = 4 "look"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].to.line, 11);
    QCOMPARE(run.level("d"), std::int64_t{0});
}

void TestTcpSocket::urgentByteFlowsByItself() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.send(k, data: "plain")                   # = 5
c: tcp_socket.send(k, data: "!", flags: MSG_OOB)          # = 1
a: tcp_socket.poll(d, events: POLLPRI)                    # = 1 revents=POLLPRI
a: tcp_socket.recv(d, size: 1, flags: MSG_OOB)            # = 1 "!"
a: tcp_socket.recv(d, size: 64)                           # = 5 "plain"
a: tcp_socket.recv(d, size: 1, flags: MSG_OOB)            # EINVAL
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{2});
    for (const auto& flow : flows)
        QCOMPARE(flow.to.payload, flow.from.payload);
    const auto two = explain(run.run("c: tcp_socket.send(k, data: \"ab\", flags: MSG_OOB)\n"));
    QVERIFY2(two.find("MSG_OOB takes one byte") != std::string::npos, two.c_str());
}

void TestTcpSocket::levelIsTheReceiveQueue() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.send(k, data: "x", size: 1000)           # = 1000
a: tcp_socket.poll(d)                                     # = 1
a: tcp_socket.recv(d, size: 300)                          # = 300
a: tcp_socket.pending(d)                                  # = 0 bytes=700
)");
    QCOMPARE(run.level("d"), std::int64_t{700});
    const auto state = run.observe("d");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "receive_queue").integer(), std::int64_t{700});
    // What the sender gave away is none of its own.
    QVERIFY(run.level("k") <= 0);
}

void TestTcpSocket::stateOfConnectionAndListener() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: e = tcp_socket.socket()
c: tcp_socket.connect(e, port: b.port)                    # = 0
c: tcp_socket.unacknowledged(e)                           # = bytes=0
)");
    const auto listener = run.observe("s");
    QVERIFY2(listener.has_value(), listener ? "" : listener.error().text().c_str());
    QCOMPARE(field(*listener, "state").integer(), std::int64_t{TCP_LISTEN});
    QCOMPARE(field(*listener, "accept_queue").integer(), std::int64_t{1});
    QCOMPARE(field(*listener, "backlog").integer(), std::int64_t{16});
    const auto connection = run.observe("d");
    QVERIFY2(connection.has_value(), connection ? "" : connection.error().text().c_str());
    QCOMPARE(field(*connection, "state").integer(), std::int64_t{TCP_ESTABLISHED});
    QCOMPARE(field(*connection, "local").bytes(), field(*listener, "local").bytes());
    QVERIFY(field(*connection, "capacity").integer() > 0);
    QVERIFY(field(*connection, "rtt").integer() > 0);
    QCOMPARE(field(*connection, "send_queue").integer(), std::int64_t{0});
    // Whatever is told has a place in the spec.
    const auto object = run.object("d");
    QVERIFY(object.has_value());
    for (const auto* state : {&*listener, &*connection})
        for (const auto& [name, value] : *state) {
            const auto& specs = object->spec->state;
            const auto known = std::find_if(specs.begin(), specs.end(),
                                            [&name = name](const auto& spec) { return name == spec.name; });
            QVERIFY2(known != specs.end(), name.c_str());
        }
    QVERIFY(object->label.starts_with(field(*connection, "local").bytes() + " - "));
}

void TestTcpSocket::stateOfTheKernelsTable() {
    RunFixture run;
    RUN_OK(run, connected +
                    R"(a: l = tcp_socket.list(b.port)                           # = established=2
)");
    const auto rows =
        *run.event({.operation = "tcp_socket.list", .phase = Phase::leave}).result("sockets").as<List>();
    QCOMPARE(rows.size(), std::size_t{3});
    const auto listener = run.observe("s");
    QVERIFY(listener.has_value());
    int listening = 0;
    for (const auto& row : rows) {
        const auto& fields = *row.as<Fields>();
        if (field(fields, "state").integer() != TCP_LISTEN) continue;
        ++listening;
        QCOMPARE(field(fields, "local").bytes(), field(*listener, "local").bytes());
    }
    QCOMPARE(listening, 1);
}

void TestTcpSocket::flowsOfAForkedChild() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: child = process.fork()
child: tcp_socket.send(d, data: "by the child")           # = 12
child: tcp_socket.close(d)                                # = 0
a: tcp_socket.send(d, data: "by the parent")              # = 13
c: tcp_socket.recv(k, size: 25, flags: MSG_WAITALL)       # = 25
)");
    std::size_t sent = 0;
    for (const auto& flow : run.flows())
        sent += flow.from.operation == "tcp_socket.send" ? 1u : 0u;
    QCOMPARE(sent, std::size_t{2});
}

void TestTcpSocket::closedDescriptors() {
    RunFixture run;
    std::string text = "workers: a\na: s = tcp_socket.socket()\na: tcp_socket.close(s)   # = 0\n";
    for (const std::string call :
         {"close(s)", "bind(s)", "listen(s)", "accept(s)", "connect(s, port: 1)", "send(s, data: \"x\")",
          "recv(s)", "shutdown(s)", "setsockopt(s, option: SO_REUSEADDR)", "getsockopt(s, option: SO_TYPE)",
          "get_error(s)", "set_flags(s)", "getsockname(s)", "getpeername(s)", "pending(s)",
          "unacknowledged(s)", "info(s)"})
        text += "a: tcp_socket." + call + "   # EBADF\n";
    RUN_OK(run, text + "a: tcp_socket.poll(s)   # = 1 revents=POLLNVAL\n");
}

void TestTcpSocket::addressErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = tcp_socket.socket()
a: tcp_socket.bind(s, address: "203.0.113.7")             # EADDRNOTAVAIL
a: b = tcp_socket.bind(s)                                 # = 0
a: tcp_socket.bind(s)                                     # EINVAL
a: t = tcp_socket.socket()
a: tcp_socket.bind(t, port: b.port)                       # EADDRINUSE
a: tcp_socket.bind(t, address: "::1")                     # EAFNOSUPPORT
a: tcp_socket.connect(t, address: "::1", port: b.port)    # EAFNOSUPPORT
a: tcp_socket.getpeername(t)                              # ENOTCONN
)");
}

void TestTcpSocket::listenerErrors() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.listen(k)                                # EINVAL
c: tcp_socket.accept(k)                                   # EINVAL
a: tcp_socket.pending(s)                                  # EINVAL
a: tcp_socket.unacknowledged(s)                           # EINVAL
a: tcp_socket.set_flags(s)                                # = 0
a: tcp_socket.accept(s)                                   # EAGAIN
a: x = tcp_socket.socket()
a: tcp_socket.setsockopt(x, option: SO_REUSEADDR)         # = 0
a: y = tcp_socket.socket()
a: tcp_socket.setsockopt(y, option: SO_REUSEADDR)         # = 0
a: p = tcp_socket.bind(x)
a: tcp_socket.bind(y, port: p.port)                       # = 0
a: tcp_socket.listen(x)                                   # = 0
a: tcp_socket.listen(y)                                   # EADDRINUSE
)");
}

void TestTcpSocket::connectErrors() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.connect(k, port: b.port)                 # EISCONN
c: m = tcp_socket.getsockname(k)
a: tcp_socket.connect(s, port: m.port)                    # EISCONN
a: x = tcp_socket.socket()
a: tcp_socket.connect(x, port: 0)                         # ECONNREFUSED
# A second connection between the same two ends.
c: r = tcp_socket.socket()
c: tcp_socket.setsockopt(r, option: SO_REUSEADDR)         # = 0
c: v = tcp_socket.bind(r)
c: tcp_socket.connect(r, port: b.port)                    # = 0
c: q = tcp_socket.socket()
c: tcp_socket.setsockopt(q, option: SO_REUSEADDR)         # = 0
c: tcp_socket.bind(q, port: v.port)                       # = 0
c: tcp_socket.connect(q, port: b.port)                    # EADDRNOTAVAIL
)");
}

void TestTcpSocket::connectTimesOut() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, c
a: s = tcp_socket.socket()
a: b = tcp_socket.bind(s)
a: tcp_socket.listen(s, backlog: 0)
c: k = tcp_socket.socket()
c: tcp_socket.connect(k, port: b.port)                    # = 0
c: m = tcp_socket.socket()
c: tcp_socket.setsockopt(m, option: TCP_USER_TIMEOUT, value: 100)   # = 0
c: tcp_socket.connect(m, port: b.port)                    # ETIMEDOUT
c: n = tcp_socket.socket()
c: tcp_socket.setsockopt(n, option: SO_SNDTIMEO, after: 1ms)  # = 0
c: tcp_socket.connect(n, port: b.port)                    # EINPROGRESS
)");
}

void TestTcpSocket::transferErrors() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.recv(k, flags: MSG_DONTWAIT)             # EAGAIN
c: tcp_socket.recv(k, flags: MSG_OOB)                     # EINVAL
c: x = tcp_socket.socket()
c: tcp_socket.recv(x)                                     # ENOTCONN
c: tcp_socket.shutdown(x)                                 # ENOTCONN
c: tcp_socket.send(x, data: "x", flags: MSG_NOSIGNAL)     # EPIPE
c: repeat 10000                                           # EAGAIN
    tcp_socket.send(k, data: "x", size: 1048576, flags: MSG_DONTWAIT)
end
a: tcp_socket.close(s)
c: y = tcp_socket.socket(flags: SOCK_NONBLOCK)
c: tcp_socket.connect(y, port: b.port)                    # EINPROGRESS
c: tcp_socket.poll(y, events: POLLOUT)                    # = 1
c: tcp_socket.recv(y)                                     # ECONNREFUSED
)");
}

void TestTcpSocket::resetIsToldOnce() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.setsockopt(k, option: SO_LINGER, seconds: 0)
c: tcp_socket.close(k)                                    # = 0
a: tcp_socket.poll(d)                                     # = 1 revents=POLLIN|POLLERR|POLLHUP
a: tcp_socket.send(d, data: "x", flags: MSG_NOSIGNAL)     # ECONNRESET
a: tcp_socket.send(d, data: "x", flags: MSG_NOSIGNAL)     # EPIPE
a: tcp_socket.info(d)                                     # = state=TCP_CLOSE
a: tcp_socket.send(d, data: "x")                          # killed SIGPIPE
)");
}

void TestTcpSocket::interrupted() {
    RunFixture run;
    const auto stop = [](const std::string& worker, const std::string& call) {
        return worker + ": tcp_socket." + call + " async   # blocked\n" + worker + ": interrupt\n" + worker +
               ": await   # EINTR\n";
    };
    // The kernel may find more room a moment after it has said that there is none.
    const std::string fill = R"(c: repeat 10000   # EAGAIN
    tcp_socket.send(k, data: "x", size: 1048576, flags: MSG_DONTWAIT)
end
c: tcp_socket.poll(k, events: POLLOUT, timeout: 100ms)
)";
    RUN_OK(run, connected + stop("a", "accept(s)") + stop("a", "recv(d)") + stop("a", "poll(d)") +
                    "a: tcp_socket.setsockopt(s, option: SO_SNDBUF, value: 4096)\n" + fill + fill + fill +
                    stop("c", "send(k, data: \"y\")") + "a: tcp_socket.listen(s, backlog: 0)   # = 0\n" +
                    "c: f = tcp_socket.socket()\nc: tcp_socket.connect(f, port: b.port)   # = 0\n" +
                    "c: g = tcp_socket.socket()\n" + stop("c", "connect(g, port: b.port)"));
}

void TestTcpSocket::optionsRoundTrip() {
    RunFixture run;
    std::string text = connected;
    for (const std::string name :
         {"SO_REUSEADDR", "SO_REUSEPORT", "TCP_NODELAY", "TCP_CORK", "SO_KEEPALIVE", "SO_OOBINLINE"})
        for (const std::string on : {"true", "false"}) {
            text += "c: tcp_socket.setsockopt(k, option: " + name + ", on: " + on + ")   # = 0\n";
            text += "c: tcp_socket.getsockopt(k, option: " + name +
                    ")   # = value=" + (on == "true" ? "1" : "0") + "\n";
        }
    for (const std::string name : {"TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT", "TCP_USER_TIMEOUT",
                                   "TCP_SYNCNT", "IP_TTL", "SO_RCVLOWAT"}) {
        text += "c: tcp_socket.setsockopt(k, option: " + name + ", value: 7)   # = 0\n";
        text += "c: tcp_socket.getsockopt(k, option: " + name + ")   # = value=7\n";
    }
    text += R"(c: tcp_socket.getsockopt(k, option: SO_LINGER)                  # = value=-1
c: tcp_socket.setsockopt(k, option: SO_LINGER, seconds: 3)      # = 0
c: tcp_socket.getsockopt(k, option: SO_LINGER)                  # = value=3
c: tcp_socket.setsockopt(k, option: SO_LINGER, seconds: -1)     # = 0
c: tcp_socket.getsockopt(k, option: SO_LINGER)                  # = value=-1
c: tcp_socket.setsockopt(k, option: SO_RCVBUF, value: 20000)    # = 0
c: tcp_socket.getsockopt(k, option: SO_RCVBUF)                  # = value=40000
c: tcp_socket.setsockopt(k, option: SO_RCVTIMEO, after: 1.5s)    # = 0
c: tcp_socket.getsockopt(k, option: SO_RCVTIMEO)                # = after=1.5s
a: tcp_socket.getsockopt(s, option: SO_ACCEPTCONN)              # = value=1
c: tcp_socket.getsockopt(k, option: SO_ACCEPTCONN)              # = value=0
c: tcp_socket.getsockopt(k, option: SO_TYPE)                    # = value=1
c: tcp_socket.setsockopt(k, option: IPV6_V6ONLY)                # ENOPROTOOPT
c: tcp_socket.getsockopt(k, option: IPV6_V6ONLY)                # EOPNOTSUPP
c: tcp_socket.setsockopt(k, option: TCP_KEEPCNT, value: -1)     # EINVAL
)";
    RUN_OK(run, text);
}

void TestTcpSocket::timeLimits() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.poll(k, timeout: 1ms)                    # = 0 revents=0
c: tcp_socket.poll(k, timeout: 0s, events: POLLOUT)       # = 1 revents=POLLOUT
c: tcp_socket.setsockopt(k, option: SO_RCVTIMEO, after: 1ms)   # = 0
c: tcp_socket.recv(k)                                     # EAGAIN
)");
}

void TestTcpSocket::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, connected);
    }
    std::string text = "c: e = tcp_socket.socket()\nc: tcp_socket.connect(e, port: b.port)   # = 0\n";
    for (int i = 0; i < 80; ++i)
        text += "a: tcp_socket.socket()\n";
    RUN_OK(run, text + "a: tcp_socket.socket()   # EMFILE\na: tcp_socket.accept(s)   # EMFILE\n");
}

void TestTcpSocket::hostileValues() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: tcp_socket.listen(s, backlog: -1)                   # = 0
a: tcp_socket.listen(s, backlog: 2147483647)              # = 0
c: tcp_socket.recv(k, size: 0, flags: MSG_DONTWAIT)       # EAGAIN
c: tcp_socket.send(k, data: "")                           # = 0
c: tcp_socket.send(k, data: "x", flags: 0x40000000)
c: tcp_socket.setsockopt(k, option: SO_RCVBUF, value: -1) # = 0
c: tcp_socket.poll(k, timeout: 0s, events: 0x7fff)        # = 1
)");
    for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
             {"c: tcp_socket.connect(k, address: \"localhost\", port: 1)", "not an address in numbers"},
             {"c: tcp_socket.connect(k, address: \"\", port: 1)", "not an address in numbers"},
             {"c: tcp_socket.connect(k, address: \"127.0.0.1; rm\", port: 1)", "not an address in numbers"},
             {"c: tcp_socket.connect(k, port: 65536)", "above the limit 65535"},
             {"c: tcp_socket.connect(k, port: -1)", "below"},
             {"c: tcp_socket.connect(k)", "port"},
             {"c: tcp_socket.recv(k, size: 99999999999)", "above the limit"},
             // Another worker's: the number would mean a socket of this process's own.
             {"c: tcp_socket.recv(d)", "does not have"},
             {"c: tcp_socket.getsockname(s)", "does not have"},
             {"c: tcp_socket.setsockopt(k, option: SO_RCVBUF)", "value"}}) {
        const auto said = explain(run.run(text + "\n"));
        QVERIFY2(said.find(words) != std::string::npos, (text + "\n" + said).c_str());
    }
    RUN_OK(run, "c: tcp_socket.send(k, data: \"alive\")   # = 5\n");
}

void TestTcpSocket::closeWaitsForThePartner() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: tcp_socket.setsockopt(d, option: SO_RCVBUF, value: 4096)
c: tcp_socket.setsockopt(k, option: SO_LINGER, seconds: 300)   # = 0
c: tcp_socket.send(k, data: "x", size: 16777216, flags: MSG_DONTWAIT)
c: tcp_socket.close(k) async                              # blocked
)");
    WAITS_FOR(run, "c", "the partner of k to acknowledge what was sent (SO_LINGER)");
    RUN_OK(run, "a: tcp_socket.close(d)   # = 0\nc: await   # = 0\n");
}

void TestTcpSocket::cleanupTestCase() {
    const auto gaps = errno_gaps("tcp_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestTcpSocket)
#include "test_tcp_socket.moc"
