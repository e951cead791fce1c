// What fails: naming, connecting, sending, receiving. Every documented errno is seen.
#include "conformance/unix_socket/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

#include <sys/socket.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::unix_socket_tests;
namespace fs = std::filesystem;

class TestUnixSocketErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
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
    void handlesOfOthersAreRefused();
    void hostileValues();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestUnixSocketErrors::namingErrors() {
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

void TestUnixSocketErrors::connectingErrors() {
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

void TestUnixSocketErrors::sendingErrors() {
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

void TestUnixSocketErrors::receivingErrors() {
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

void TestUnixSocketErrors::closedHandles() {
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

void TestUnixSocketErrors::descriptorsRunOut() {
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

void TestUnixSocketErrors::pathErrors() {
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

void TestUnixSocketErrors::options() {
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

void TestUnixSocketErrors::credentialsCannotBeMadeUp() {
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

// A number of another process must never be used here: it may be the worker's own connection to us.
void TestUnixSocketErrors::handlesOfOthersAreRefused() {
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

void TestUnixSocketErrors::hostileValues() {
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

void TestUnixSocketErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("unix_socket");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::unix_socket_tests::errors() {
    return std::make_unique<TestUnixSocketErrors>();
}

#include "errors.moc"
