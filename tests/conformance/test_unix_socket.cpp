#include "base/unique_fd.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

class TestUnixSocket : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    // flows and levels
    void flowsOfAConnection();
    void flowsOfBytesSentBeforeAccept();
    void flowsOfDatagrams();
    void packetsKeepTheirBoundaries();
    void peekingIsNoReceiving();
    void levelAndStateAgree();
    void stateOfAListener();
    void waitsAreNamed();
    // outcomes
    void namingErrors();
    void connectingErrors();
    void sendingErrors();
    void receivingErrors();
    void closedHandles();
    void descriptorsRunOut();
    void pathErrors();
    void options();
    void credentialsCannotBeMadeUp();
    void leavesOtherFilesAlone();
    void absolutePathIsRemovedAtTheEnd();
    void removedOnlyIfStillOurs();
    void handlesOfOthersAreRefused();
    void hostileValues();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestUnixSocket::sessions() {
    const auto problems = check_sessions("unix_socket");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestUnixSocket::flowsOfAConnection() {
    RunFixture run;
    RUN_OK(run, R"(workers: server, client
server: s = unix_socket.socket()
server: unix_socket.bind(s, path: "s")
server: unix_socket.listen(s)
client: d = unix_socket.socket()
client: unix_socket.connect(d, path: "s")
server: c = unix_socket.accept(s)
client: unix_socket.send(d, data: "question")     # = 8
server: unix_socket.recv(c, size: 4)              # = 4 "ques"
server: unix_socket.recv(c)                       # = 4 "tion"
server: unix_socket.send(c, data: "answer")       # = 6
client: unix_socket.recv(d)                       # = 6 "answer"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{3});
    QCOMPARE(flows[0].from.line, 8);
    QCOMPARE(flows[0].to.line, 9);
    QCOMPARE(flows[0].flow.bytes, 4u);
    QCOMPARE(flows[1].from.line, 8);
    QCOMPARE(flows[1].to.line, 10);
    QCOMPARE(flows[1].flow.offset, 4u);
    QCOMPARE(flows[2].from.line, 11);
    QCOMPARE(flows[2].to.line, 12);
    QVERIFY(!flows[2].flow.guess);
    QCOMPARE(run.level("c"), std::int64_t{0});
    QCOMPARE(run.level("d"), std::int64_t{0});
}

void TestUnixSocket::flowsOfBytesSentBeforeAccept() {
    RunFixture run;
    RUN_OK(run, R"(workers: server, client
server: s = unix_socket.socket(SOCK_SEQPACKET)
server: unix_socket.bind(s, address: autobind)
server: n = unix_socket.getsockname(s)              # = 0 address=abstract
server: unix_socket.listen(s)
client: d = unix_socket.socket(SOCK_SEQPACKET)
client: unix_socket.bind(d, path: "client")
client: unix_socket.connect(d, address: abstract, name: n.name)
client: unix_socket.send(d, data: "early")          # = 5
server: c = unix_socket.accept(s)                   # = address=path name="client"
)");
    QCOMPARE(run.level("c"), std::int64_t{5});
    RUN_OK(run, "server: unix_socket.recv(c)           # = 5 \"early\"\n");
    QCOMPARE(run.level("c"), std::int64_t{0});
    QCOMPARE(run.flows().size(), std::size_t{1});
}

void TestUnixSocket::flowsOfDatagrams() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b, c
a: s = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(s, path: "s")
b: t = unix_socket.socket(SOCK_DGRAM)
b: unix_socket.connect(t, path: "./s")
c: u = unix_socket.socket(SOCK_DGRAM)
c: unix_socket.bind(u, address: autobind)
b: unix_socket.send(t, data: "from b")                            # = 6
c: unix_socket.sendto(u, data: "from c", path: "s")               # = 6
c: unix_socket.sendmsg(u, data: "again", address: path, path: "s")  # = 5
)");
    QCOMPARE(run.level("s"), std::int64_t{17});
    RUN_OK(run, R"(a: unix_socket.recv(s)                 # = 6 "from b"
a: x = unix_socket.recvfrom(s)                            # = 6 "from c" address=abstract
a: unix_socket.recvmsg(s)                                 # = 5 "again" address=abstract
a: unix_socket.sendto(s, data: "back", address: abstract, name: x.name)   # = 4
c: unix_socket.recvfrom(u)                                # = 4 "back" address=path name="s"
b: unix_socket.connect(t, address: unnamed)               # = 0
b: unix_socket.send(t, data: "to nobody")                 # ENOTCONN
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{4});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.payload, flow.to.payload);
    QCOMPARE(flows[3].from.worker, std::string("a"));
    QCOMPARE(flows[3].to.worker, std::string("c"));
    QCOMPARE(run.level("s"), std::int64_t{0});
}

void TestUnixSocket::packetsKeepTheirBoundaries() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = unix_socket.socketpair(SOCK_SEQPACKET)
a: unix_socket.send(p.first, data: "longer than that")    # = 16
a: unix_socket.send(p.first, data: "short")               # = 5
a: unix_socket.recvmsg(p.second, size: 6)                 # = 6 "longer" msg_flags=MSG_TRUNC passed=0
a: unix_socket.recvmsg(p.second)                          # = 5 "short" msg_flags=0
a: d = unix_socket.socketpair(SOCK_DGRAM)
a: unix_socket.send(d.first, data: "")                    # = 0
a: unix_socket.send(d.first, data: "x")                   # = 1
a: unix_socket.recv(d.second)                             # = 0
a: unix_socket.recv(d.second)                             # = 1 "x"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{4});
    const std::pair<int, int> lines[] = {{3, 5}, {4, 6}, {8, 10}, {9, 11}};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(flows[i].from.line, lines[i].first);
        QCOMPARE(flows[i].to.line, lines[i].second);
    }
}

void TestUnixSocket::peekingIsNoReceiving() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = unix_socket.socketpair()
a: unix_socket.send(p.second, data: "still here")         # = 10
a: unix_socket.recv(p.first, size: 5, flags: MSG_PEEK)    # = 5 "still"
)");
    QCOMPARE(run.flows().size(), std::size_t{0});
    const auto handles = run.state()->handles;
    const auto first = std::find_if(handles.begin(), handles.end(),
                                    [](const auto& item) { return item.second.name == "p.first"; });
    QVERIFY(first != handles.end());
    RUN_OK(run, "a: unix_socket.recv(p.first)             # = 10 \"still here\"\n");
    QCOMPARE(run.flows().size(), std::size_t{1});
}

void TestUnixSocket::levelAndStateAgree() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: unix_socket.bind(s, path: "s")
a: unix_socket.listen(s)
a: d = unix_socket.socket()
a: unix_socket.connect(d, path: "s")
a: c = unix_socket.accept(s)
a: unix_socket.send(d, data: "x", size: 1000)             # = 1000
a: unix_socket.recv(c, size: 300)                         # = 300
a: unix_socket.pending(c)                                 # = 0 bytes=700
a: unix_socket.pending(d, which: SIOCOUTQ)                # = 0
a: unix_socket.pending(s)                                 # EINVAL
)");
    QCOMPARE(run.level("c"), std::int64_t{700});
    QCOMPARE(run.level("d"), std::int64_t{0});
    const auto state = run.observe("c");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "bytes").integer(), std::int64_t{700});
    QCOMPARE(field(*state, "name").bytes(), std::string("s"));
    QCOMPARE(field(*state, "state").integer(), std::int64_t{2});
    const auto client = run.observe("d");
    QVERIFY(client.has_value());
    QVERIFY(field(*client, "unread").integer() >= 700);
    QCOMPARE(field(*client, "peer").bytes(), std::string("s"));
    // The last close loses what was not received.
    RUN_OK(run, "a: unix_socket.close(c)   # = 0\na: unix_socket.recv(d)   # ECONNRESET\n");
    QCOMPARE(run.level("c"), std::int64_t{0});
}

void TestUnixSocket::stateOfAListener() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: n = unix_socket.bind(s, address: autobind)             # = 0
a: unix_socket.listen(s, backlog: 7)
a: d = unix_socket.socket()
a: unix_socket.connect(d, address: abstract, name: n.name)
)");
    const auto state = run.observe("s");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "state").integer(), std::int64_t{1});
    QCOMPARE(field(*state, "waiting").integer(), std::int64_t{1});
    QCOMPARE(field(*state, "backlog").integer(), std::int64_t{7});
    QCOMPARE(field(*state, "name").bytes().front(), '@');
}

void TestUnixSocket::waitsAreNamed() {
    RunFixture run;
    RUN_OK(run, R"(workers: server, client, full, sender
server: s = unix_socket.socket()
server: unix_socket.bind(s, path: "s")
server: unix_socket.listen(s, backlog: 0)
client: d = unix_socket.socket()
client: unix_socket.connect(d, path: "s")
client: unix_socket.recv(d) async                         # blocked
full: e = unix_socket.socket()
full: unix_socket.connect(e, path: "s") async             # blocked
sender: p = unix_socket.socketpair(SOCK_DGRAM)
sender: unix_socket.send(p.first, data: "x", size: 100000)
sender: unix_socket.send(p.first, data: "x", size: 100000)
sender: unix_socket.send(p.first, data: "x", size: 100000)
sender: unix_socket.send(p.first, data: "x", size: 100000) async   # blocked
)");
    WAITS_FOR(run, "client", "data for d");
    WAITS_FOR(run, "full", "room among the connections that wait for \"s\" to accept");
    WAITS_FOR(run, "sender", "the receiver of p.first to make room");
    RUN_OK(run, R"(sender: interrupt
sender: await                                             # EINTR
full: interrupt
full: await                                               # EINTR
client: interrupt
client: await                                             # EINTR
server: unix_socket.accept(s)
server: unix_socket.accept(s) async                       # blocked
)");
    WAITS_FOR(run, "server", "a connection to s");
    RUN_OK(run, "server: interrupt\nserver: await             # EINTR\n");
}

void TestUnixSocket::namingErrors() {
    RunFixture run;
    const auto name = "ipcscope-test-" + std::to_string(::getpid());
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: unix_socket.listen(s)                                  # EINVAL
a: unix_socket.accept(s)                                  # EINVAL
a: unix_socket.getsockname(s)                             # = 0 address=unnamed
a: unix_socket.getpeername(s)                             # ENOTCONN
a: unix_socket.peercred(s)                                # = 0 pid=0 uid=-1
a: unix_socket.bind(s, path: "none/s")                    # ENOENT
a: unix_socket.bind(s, address: abstract, name: ")" +
                    std::string(200, 'x') + R"(")   # EINVAL
a: unix_socket.bind(s, address: abstract, name: ")" +
                    name + R"(")       # = 0
a: unix_socket.bind(s, path: "other")                     # EINVAL
a: unix_socket.getsockname(s)                             # = 0 address=abstract name=")" +
                    name + R"("
a: v = unix_socket.socket()
a: unix_socket.bind(v, address: abstract, name: ")" +
                    name + R"(")       # EADDRINUSE
a: t = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(t, path: "t")                         # = 0
a: unix_socket.getsockname(t)                             # = 0 address=path name="t"
a: unix_socket.listen(t)                                  # EOPNOTSUPP
a: unix_socket.accept(t)                                  # EOPNOTSUPP
a: u = unix_socket.socket(SOCK_STREAM, flags: SOCK_NONBLOCK|SOCK_CLOEXEC)
a: unix_socket.bind(u, path: "t")                         # EADDRINUSE
a: unix_socket.bind(u, path: "u")                         # = 0
a: unix_socket.listen(u)                                  # = 0
a: unix_socket.accept(u)                                  # EAGAIN
)");
    QVERIFY(fs::is_socket(run.files() + "/t"));
}

void TestUnixSocket::connectingErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: unix_socket.bind(s, path: "s")
a: unix_socket.listen(s, backlog: 0)
a: d = unix_socket.socket(SOCK_STREAM, flags: SOCK_NONBLOCK)
a: unix_socket.connect(d, path: "none")                   # ENOENT
a: unix_socket.connect(d, address: abstract, name: "ipcscope nobody")   # ECONNREFUSED
a: unix_socket.connect(d, address: unnamed)               # EINVAL
a: q = unix_socket.socket(SOCK_SEQPACKET)
a: unix_socket.connect(q, path: "s")                      # EPROTOTYPE
a: unix_socket.connect(d, path: "s")                      # = 0
a: c = unix_socket.accept(s)
a: unix_socket.connect(d, path: "s")                      # EISCONN
a: f = unix_socket.socket()
a: unix_socket.connect(f, path: "s")                      # = 0
a: e = unix_socket.socket(SOCK_STREAM, flags: SOCK_NONBLOCK)
a: unix_socket.connect(e, path: "s")                      # EAGAIN
a: m = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(m, path: "m")
a: n = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(n, path: "n")
a: unix_socket.connect(m, path: "n")                      # = 0
a: o = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.connect(o, path: "m")                      # EPERM
a: unix_socket.shutdown(s, how: SHUT_RD)                  # = 0
a: unix_socket.connect(e, path: "s")                      # ECONNREFUSED
)");
}

void TestUnixSocket::sendingErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: unix_socket.send(s, data: "x")                         # ENOTCONN
a: unix_socket.sendmsg(s, data: "x")                      # ENOTCONN
a: unix_socket.sendto(s, data: "x", path: "none")         # EOPNOTSUPP
a: unix_socket.sendmsg(s, data: "x", address: path, path: "none")      # EOPNOTSUPP
a: q = unix_socket.socket(SOCK_SEQPACKET)
a: unix_socket.sendto(q, data: "x", path: "none")         # ENOTCONN
a: p = unix_socket.socketpair()
a: unix_socket.sendto(p.first, data: "x", path: "none")   # EISCONN
a: unix_socket.sendmsg(p.first, data: "x", address: path, path: "none")  # EISCONN
a: unix_socket.send(p.first, data: "x", size: 4000000, flags: MSG_DONTWAIT)
a: unix_socket.send(p.first, data: "x", flags: MSG_DONTWAIT)           # EAGAIN
a: unix_socket.sendmsg(p.first, data: "x", flags: MSG_DONTWAIT)        # EAGAIN
a: unix_socket.send(p.first, data: "x") async             # blocked
a: interrupt
a: await                                                  # EINTR
a: unix_socket.sendmsg(p.first, data: "x") async          # blocked
a: interrupt
a: await                                                  # EINTR
a: unix_socket.setsockopt(p.first, option: SO_SNDTIMEO, after: 1ms)    # = 0
a: unix_socket.getsockopt(p.first, option: SO_SNDTIMEO)
a: unix_socket.send(p.first, data: "x")                   # EAGAIN
a: unix_socket.close(p.second)
a: unix_socket.send(p.first, data: "x", flags: MSG_NOSIGNAL)           # EPIPE
a: unix_socket.sendmsg(p.first, data: "x", flags: MSG_NOSIGNAL)        # EPIPE
)");
    RUN_OK(run, R"(a: d = unix_socket.socketpair(SOCK_DGRAM)
a: unix_socket.send(d.first, data: "x", size: 1000000)    # EMSGSIZE
a: unix_socket.sendmsg(d.first, data: "x", size: 1000000) # EMSGSIZE
a: m = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(m, path: "m")
a: unix_socket.send(m, data: "x")                         # ENOTCONN
a: unix_socket.sendto(m, data: "x", path: "none")         # ENOENT
a: unix_socket.sendmsg(m, data: "x", address: path, path: "none")      # ENOENT
a: unix_socket.sendto(m, data: "x", address: abstract, name: "ipcscope nobody")    # ECONNREFUSED
a: unix_socket.sendmsg(m, data: "x", address: abstract, name: "ipcscope nobody")   # ECONNREFUSED
a: unix_socket.sendto(m, data: "x", size: 1000000, path: "m")          # EMSGSIZE
a: unix_socket.sendto(m, data: "x", address: abstract, name: ")" +
                    std::string(200, 'x') + R"(")        # EINVAL
a: unix_socket.sendmsg(m, data: "x", address: abstract, name: ")" +
                    std::string(200, 'x') + R"(")        # EINVAL
a: s = unix_socket.socket()
a: unix_socket.bind(s, path: "s")
a: unix_socket.sendto(m, data: "x", path: "s")            # EPROTOTYPE
a: unix_socket.sendmsg(m, data: "x", address: path, path: "s")         # EPROTOTYPE
a: n = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.bind(n, path: "n")
a: unix_socket.connect(n, path: "m")
a: o = unix_socket.socket(SOCK_DGRAM)
a: unix_socket.sendto(o, data: "x", path: "n")            # EPERM
a: unix_socket.sendmsg(o, data: "x", address: path, path: "n")         # EPERM
a: unix_socket.sendto(o, data: "x", size: 50000, path: "m")            # = 50000
a: unix_socket.shutdown(o, how: SHUT_WR)                  # = 0
a: unix_socket.sendto(o, data: "x", path: "m", flags: MSG_NOSIGNAL)    # EPIPE
a: unix_socket.close(m)
a: unix_socket.send(n, data: "x")                         # ECONNREFUSED
a: q = unix_socket.socketpair(SOCK_SEQPACKET)
a: unix_socket.sendto(q.first, data: "x", path: "s")
a: unix_socket.setsockopt(q.first, option: SO_SNDBUF, value: 1)        # = 0
a: unix_socket.getsockopt(q.first, option: SO_SNDBUF)     # = 0 value=4608
)");
    // A full datagram queue: net.unix.max_dgram_qlen.
    std::string text =
        "workers: b\nb: t = unix_socket.socket(SOCK_DGRAM)\nb: unix_socket.bind(t, path: \"t\")\n"
        "b: u = unix_socket.socket(SOCK_DGRAM)\n";
    int most = 10;
    std::ifstream("/proc/sys/net/unix/max_dgram_qlen") >> most;
    for (int i = 0; i <= most; ++i)
        text += "b: unix_socket.sendto(u, data: \"x\", path: \"t\")         # = 1\n";
    RUN_OK(run, text + R"(b: unix_socket.sendto(u, data: "x", path: "t", flags: MSG_DONTWAIT)   # EAGAIN
b: unix_socket.sendto(u, data: "x", path: "t") async      # blocked
b: interrupt
b: await                                                  # EINTR
)");
}

void TestUnixSocket::receivingErrors() {
    RunFixture run;
    std::string text =
        "workers: a\na: s = unix_socket.socket()\na: q = unix_socket.socket(SOCK_SEQPACKET)\n"
        "a: p = unix_socket.socketpair()\n"
        "a: unix_socket.setsockopt(p.second, option: SO_RCVTIMEO, after: 1ms)\n"
        "a: unix_socket.getsockopt(p.second, option: SO_RCVTIMEO)\n";
    for (const std::string verb : {"recv", "recvfrom", "recvmsg"}) {
        const auto call = "unix_socket." + verb;
        text += "a: " + call + "(s)                           # EINVAL\n";
        text += "a: " + call + "(q)                           # ENOTCONN\n";
        text += "a: " + call + "(p.first, flags: MSG_DONTWAIT)  # EAGAIN\n";
        text += "a: " + call + "(p.second)                    # EAGAIN\n";
        text += "a: " + call + "(p.first) async               # blocked\na: interrupt\na: await   # EINTR\n";
        text +=
            "a: r = unix_socket.socketpair()\na: unix_socket.send(r.first, data: \"x\")\n"
            "a: unix_socket.close(r.first)\na: unix_socket.send(r.second, data: \"x\", flags: MSG_NOSIGNAL)  "
            " "
            "# EPIPE\na: " +
            call + "(r.second)                            # = 1 \"x\"\n";
        text +=
            "a: t = unix_socket.socketpair()\na: unix_socket.send(t.first, data: \"x\")\n"
            "a: unix_socket.close(t.second)\na: " +
            call + "(t.first)                             # ECONNRESET\n";
    }
    RUN_OK(run, text);
}

void TestUnixSocket::closedHandles() {
    RunFixture run;
    std::string text = "workers: a\na: s = unix_socket.socket()\na: unix_socket.close(s)   # = 0\n";
    for (const std::string call :
         {"close(s)", "bind(s, path: \"x\")", "listen(s)", "accept(s)", "connect(s, path: \"x\")",
          "shutdown(s)", "send(s, data: \"x\")", "sendto(s, data: \"x\", path: \"x\")",
          "sendmsg(s, data: \"x\")", "recv(s)", "recvfrom(s)", "recvmsg(s)", "getsockname(s)",
          "getpeername(s)", "setsockopt(s)", "getsockopt(s)", "peercred(s)", "pending(s)", "set_flags(s)"})
        text += "a: unix_socket." + call + "   # EBADF\n";
    text +=
        "a: p = unix_socket.socketpair()\na: unix_socket.sendmsg(p.first, data: \"x\", descriptors: [s])   # "
        "EBADF\n";
    RUN_OK(run, text);
    QVERIFY(!fs::exists(run.files() + "/x"));
}

void TestUnixSocket::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text = R"(a: s = unix_socket.socket()
a: unix_socket.bind(s, path: "s")
a: unix_socket.listen(s)
a: d = unix_socket.socket()
a: unix_socket.connect(d, path: "s")
a: p = unix_socket.socketpair()
)";
    for (int i = 0; i < 80; ++i)
        text += "a: unix_socket.socket()\n";
    text += R"(a: unix_socket.socket()                           # EMFILE
a: unix_socket.socketpair()                               # EMFILE
a: unix_socket.accept(s)                                  # EMFILE
a: unix_socket.sendmsg(p.first, data: "x", descriptors: [d, s])   # = 1
a: unix_socket.recvmsg(p.second)                          # = 1 msg_flags=MSG_CTRUNC passed=0
)";
    RUN_OK(run, text);
}

void TestUnixSocket::pathErrors() {
    RunFixture run;
    RUN_OK(run, "workers: a\na: s = unix_socket.socket()\na: d = unix_socket.socket(SOCK_DGRAM)\n");
    fs::create_symlink("loop", run.files() + "/loop");
    std::ofstream(run.files() + "/file") << "x";
    std::string text;
    for (const auto& [path, code] : {std::pair{"loop/s", "ELOOP"}, std::pair{"file/s", "ENOTDIR"}}) {
        const auto quoted = "path: \"" + std::string(path) + "\"";
        text += "a: unix_socket.bind(s, " + quoted + ")           # " + code + "\n";
        text += "a: unix_socket.connect(s, " + quoted + ")        # " + code + "\n";
        text += "a: unix_socket.sendto(d, data: \"x\", " + quoted + ")   # " + code + "\n";
        text += "a: unix_socket.sendmsg(d, data: \"x\", address: path, " + quoted + ")   # " + code + "\n";
        text += "a: unix_socket.unlink(\"" + std::string(path) + "\")    # " + code + "\n";
    }
    text += "a: unix_socket.unlink(\"none\")                      # ENOENT\n";
    text += "a: unix_socket.unlink(\"" + std::string(300, 'x') + "\")    # ENAMETOOLONG\n";
    text += "a: unix_socket.connect(s, path: \"" + std::string(120, 'x') + "\")   # EINVAL\n";
    text += "a: unix_socket.bind(s, path: \"" + std::string(4000, 'x') + "\")     # EINVAL\n";
    text += "a: unix_socket.bind(s, path: \"" + std::string(108, 'x') + "\")      # = 0\n";
    text +=
        "a: unix_socket.getsockname(s)                        # = 0 name=\"" + std::string(108, 'x') + "\"\n";
    RUN_OK(run, text);
    QVERIFY(fs::is_socket(run.files() + "/" + std::string(108, 'x')));
}

void TestUnixSocket::options() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket(SOCK_SEQPACKET)
a: unix_socket.getsockopt(s, option: SO_TYPE)             # = 0 value=5
a: unix_socket.getsockopt(s, option: SO_ACCEPTCONN)       # = 0 value=0
a: unix_socket.getsockopt(s, option: SO_ERROR)            # = 0 value=0
a: unix_socket.setsockopt(s, option: SO_RCVBUF, value: 10000)   # = 0
a: unix_socket.getsockopt(s, option: SO_RCVBUF)           # = 0 value=20000
a: unix_socket.setsockopt(s, option: SO_RCVTIMEO, after: 1500ms)   # = 0
a: unix_socket.getsockopt(s, option: SO_RCVTIMEO)         # = 0
a: unix_socket.bind(s, path: "s")
a: unix_socket.listen(s)
a: unix_socket.getsockopt(s, option: SO_ACCEPTCONN)       # = 0 value=1
)");
    const auto asked = run.event({.operation = "unix_socket.getsockopt", .phase = Phase::leave, .line = 9});
    QVERIFY(std::abs(asked.result("after").integer() - 1'500'000'000) <
            10'000'000);  // in ticks of the kernel
}

void TestUnixSocket::credentialsCannotBeMadeUp() {
    if (::geteuid() != 0) QSKIP("only root may claim to be somebody else");
    {
        RunFixture run;
        RUN_OK(run, R"(workers: a, b
a: p = unix_socket.socketpair(SOCK_SEQPACKET)
a: unix_socket.setsockopt(p.second, option: SO_PASSCRED, value: 1)
a: unix_socket.sendmsg(p.first, data: "x", credentials: other, pid: b, uid: 12, gid: 34)   # = 1
a: unix_socket.recvmsg(p.second)                          # = 1 "x" pid=b uid=12 gid=34
a: unix_socket.sendmsg(p.first, data: "x", credentials: other, pid: 2147483647)   # ESRCH
a: unix_socket.sendmsg(p.first, data: "x", credentials: other, pid: a, uid: -1)   # EINVAL
)");
    }
    QVERIFY(workers_lack(CAP_SETUID));
    QVERIFY(workers_lack(CAP_SYS_ADMIN));
    RunFixture lesser;
    RUN_OK(lesser, R"(workers: a
a: p = unix_socket.socketpair(SOCK_SEQPACKET)
a: unix_socket.sendmsg(p.first, data: "x", credentials: other, pid: a, uid: 12)   # EPERM
a: unix_socket.sendmsg(p.first, data: "x", credentials: own)   # = 1
)");
}

void TestUnixSocket::leavesOtherFilesAlone() {
    RunFixture run;
    const auto path = run.files() + "/notes";
    std::ofstream(path) << "mine";
    const auto report = run.run("workers: a\na: unix_socket.unlink(\"notes\")\n");
    const auto text = explain(report);
    QVERIFY2(text.find("notes is a regular file, not a socket") != std::string::npos, text.c_str());
    QVERIFY(fs::exists(path));
}

void TestUnixSocket::absolutePathIsRemovedAtTheEnd() {
    const auto path = fs::temp_directory_path() / ("ipcscope-test-" + std::to_string(::getpid()));
    RunFixture run;
    RUN_OK(run, "workers: a\na: s = unix_socket.socket()\na: unix_socket.bind(s, path: \"" + path.string() +
                    "\")   # = 0\n");
    QVERIFY(fs::is_socket(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestUnixSocket::removedOnlyIfStillOurs() {
    const auto path = (fs::temp_directory_path() / ("ipcscope-test-" + std::to_string(::getpid()))).string();
    RunFixture run;
    RUN_OK(run, "workers: a\na: s = unix_socket.socket()\na: unix_socket.bind(s, path: \"" + path +
                    "\")   # = 0\n");
    // Somebody else's socket of the same name.
    fs::remove(path);
    const UniqueFd other(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    QCOMPARE(::bind(other.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    (void)run.finish();
    QVERIFY(fs::is_socket(path));
    fs::remove(path);
}

// A number of another process must never be used here: it may be the worker's own connection to us.
void TestUnixSocket::handlesOfOthersAreRefused() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: p = unix_socket.socketpair()
b: q = unix_socket.socketpair()
)");
    for (const std::string call : {"send(p.first, data: \"x\")", "recv(p.first)", "close(p.first)",
                                   "sendmsg(q.first, data: \"x\", descriptors: [p.first])"}) {
        const auto text = explain(run.run("b: unix_socket." + call + "\n"));
        QVERIFY2(text.find("this process does not have that") != std::string::npos,
                 (call + ": " + text).c_str());
    }
    RUN_OK(run, "b: unix_socket.send(q.first, data: \"fine\")   # = 4\n");
}

void TestUnixSocket::hostileValues() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = unix_socket.socket()
a: unix_socket.bind(s, address: abstract, name: "\x00\xff")     # = 0
a: unix_socket.listen(s, backlog: -2147483648)            # = 0
a: unix_socket.listen(s, backlog: 2147483647)             # = 0
a: p = unix_socket.socketpair()
a: unix_socket.recv(p.first, size: 0, flags: MSG_DONTWAIT)
a: unix_socket.setsockopt(p.first, option: SO_SNDBUF, value: -2147483648)   # = 0
a: unix_socket.setsockopt(p.first, option: SO_SNDBUF, value: 2147483647)    # = 0
a: unix_socket.sendmsg(p.first, data: "", descriptors: [])
)");
    for (const std::string call :
         {"send(p.first, data: \"x\", size: -1)", "send(p.first, data: \"x\", size: 99999999999)",
          "recv(p.first, size: -1)", "recvmsg(p.first, descriptors: 9)", "recvmsg(p.first, descriptors: -1)",
          "sendmsg(p.first, data: \"x\", descriptors: [s, s, s, s, s, s, s, s, s])", "socket(7)",
          "bind(p.first, path: \"\")", "setsockopt(p.first, option: SO_RCVTIMEO, after: -1s)"}) {
        const auto report = run.run("a: unix_socket." + call + "\n");
        QVERIFY2(!explain(report).empty(), call.c_str());
    }
    RUN_OK(run, "a: unix_socket.send(p.first, data: \"fine\")   # = 4\n");
    const auto state = run.observe("s");
    QVERIFY(state.has_value());
    QCOMPARE(field(*state, "name").bytes(), std::string("2 bytes"));
}

void TestUnixSocket::cleanupTestCase() {
    const auto gaps = errno_gaps("unix_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestUnixSocket)
#include "test_unix_socket.moc"
