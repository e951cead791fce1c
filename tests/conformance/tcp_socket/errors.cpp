// What fails: addresses, listening, connecting, transfers, options. Every documented errno is seen.
#include "conformance/tcp_socket/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <netinet/tcp.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::tcp_socket_tests;

class TestTcpSocketErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_NET_BIND_SERVICE)); }
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

void TestTcpSocketErrors::closedDescriptors() {
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

void TestTcpSocketErrors::addressErrors() {
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

void TestTcpSocketErrors::listenerErrors() {
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

void TestTcpSocketErrors::connectErrors() {
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

void TestTcpSocketErrors::connectTimesOut() {
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

void TestTcpSocketErrors::transferErrors() {
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

void TestTcpSocketErrors::resetIsToldOnce() {
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

void TestTcpSocketErrors::interrupted() {
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

void TestTcpSocketErrors::optionsRoundTrip() {
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

void TestTcpSocketErrors::timeLimits() {
    RunFixture run;
    RUN_OK(run, connected + R"(c: tcp_socket.poll(k, timeout: 1ms)                    # = 0 revents=0
c: tcp_socket.poll(k, timeout: 0s, events: POLLOUT)       # = 1 revents=POLLOUT
c: tcp_socket.setsockopt(k, option: SO_RCVTIMEO, after: 1ms)   # = 0
c: tcp_socket.recv(k)                                     # EAGAIN
)");
}

void TestTcpSocketErrors::descriptorsRunOut() {
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

void TestTcpSocketErrors::hostileValues() {
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

void TestTcpSocketErrors::closeWaitsForThePartner() {
    RunFixture run;
    RUN_OK(run, connected + R"(a: tcp_socket.setsockopt(d, option: SO_RCVBUF, value: 4096)
c: tcp_socket.setsockopt(k, option: SO_LINGER, seconds: 300)   # = 0
c: tcp_socket.send(k, data: "x", size: 16777216, flags: MSG_DONTWAIT)
c: tcp_socket.close(k) async                              # blocked
)");
    WAITS_FOR(run, "c", "the partner of k to acknowledge what was sent (SO_LINGER)");
    RUN_OK(run, "a: tcp_socket.close(d)   # = 0\nc: await   # = 0\n");
}

void TestTcpSocketErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("tcp_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::tcp_socket_tests::errors() {
    return std::make_unique<TestTcpSocketErrors>();
}

#include "errors.moc"
