#include "conformance/tcp_socket/subjects.h"
#include "helpers/inet.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <netinet/tcp.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::tcp_socket_tests;

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

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestTcpSocket>(), errors());
}
#include "test_tcp_socket.moc"
