#include "base/unique_fd.h"
#include "conformance/unix_socket/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

#include <sys/socket.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::unix_socket_tests;
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
    void leavesOtherFilesAlone();
    void absolutePathIsRemovedAtTheEnd();
    void removedOnlyIfStillOurs();
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

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestUnixSocket>(), errors());
}
#include "test_unix_socket.moc"
