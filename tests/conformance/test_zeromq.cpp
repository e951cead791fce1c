#include "conformance/zeromq/subjects.h"
#include "helpers/flows_in_order.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include <sys/socket.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::zeromq_tests;

class TestZeromq : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    void requestAndReplyAreJoined();
    void worksGoToOneOfMany();
    void subscribersGetCopies();
    void subscriptionsTravel();
    void routersAnswersFindTheirWay();
    void severalEndpoints();
    void transports_data();
    void transports();
    void withinOneProcess();
    void waitsAreNamed();
    void interruptOutlivesTheLibrarysThreads();
    void structuredContent();
    void hostileContent();
    void largeMessage();
    void manyFrames();
    void stateOfASocket();
    void manyMessages();
};

void TestZeromq::sessions() {
    const auto problems = check_sessions("zeromq");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestZeromq::requestAndReplyAreJoined() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_REP", "ZMQ_REQ") + R"(b: zeromq.send(y, frames: ["same"])    # = 4
a: zeromq.receive(x)                    # = 4 "same"
a: zeromq.send(x, frames: ["same"])     # = 4
b: zeromq.receive(y)                    # = 4 "same"
)");
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.worker, std::string("b"));
    QCOMPARE(flows[0].to.worker, std::string("a"));
    QCOMPARE(flows[1].from.worker, std::string("a"));
    QCOMPARE(flows[1].to.worker, std::string("b"));
    QVERIFY(!flows[0].flow.guess && !flows[1].flow.guess);
    QCOMPARE(flows[0].flow.bytes, 4u);
}

void TestZeromq::worksGoToOneOfMany() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_PUSH") + socket("b", "y", "ZMQ_PULL") +
                    socket("c", "z", "ZMQ_PULL") + R"(b: zeromq.bind(y, endpoint: "ipc://b")
c: zeromq.bind(z, endpoint: "ipc://c")
a: zeromq.connect(x, endpoint: "ipc://b")
a: zeromq.send(x, frames: ["1"])        # = 1
a: zeromq.send(x, frames: ["2"])        # = 1
b: zeromq.receive(y)                    # = 1 "1"
b: zeromq.receive(y)                    # = 1 "2"
)");
    auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.payload, flow.to.payload);
    // One who hands out, two who take by turns: the second one is quicker.
    RUN_OK(run, socket("a", "p", "ZMQ_PUSH") + socket("b", "q", "ZMQ_PULL") + socket("c", "r", "ZMQ_PULL") +
                    R"(a: zeromq.bind(p, endpoint: "ipc://w")
a: zeromq.set_option(p, option: ZMQ_SNDTIMEO, value: 10000)
b: zeromq.connect(q, endpoint: "ipc://w")
a: zeromq.send(p, frames: ["first"])    # = 5
b: zeromq.receive(q)                    # = 5 "first"
c: zeromq.connect(r, endpoint: "ipc://w")
c: zeromq.receive(r) async              # blocked
a: repeat 20
    zeromq.send(p, frames: ["more"])
end
)");
    // Until the second one stands, the first one gets all: send until it has got something.
    for (int i = 0; i < 1000 &&
                    run.events({.operation = "zeromq.receive", .phase = Phase::leave, .worker = "c"}).empty();
         ++i)
        RUN_OK(run, "a: zeromq.send(p, frames: [\"more\"])\n");
    RUN_OK(run, "c: await   # = 4 \"more\"\n");
    flows = flows_in_order(run);
    QVERIFY(
        std::any_of(flows.begin(), flows.end(), [](const Joined& flow) { return flow.to.worker == "c"; }));
}

void TestZeromq::subscribersGetCopies() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_XPUB") + socket("b", "y", "ZMQ_SUB") +
                    socket("c", "z", "ZMQ_SUB") +
                    R"(a: zeromq.set_option(x, option: ZMQ_XPUB_VERBOSE, value: 1)
a: zeromq.bind(x, endpoint: "ipc://p")
b: zeromq.connect(y, endpoint: "ipc://p")
b: zeromq.subscribe(y)
a: zeromq.receive(x)                    # = 1 "\x01"
c: zeromq.connect(z, endpoint: "ipc://p")
c: zeromq.subscribe(z)
a: zeromq.receive(x)                    # = 1 "\x01"
a: zeromq.send(x, frames: ["topic", "news"])    # = 9
a: zeromq.send(x, frames: ["topic", "news"])    # = 9
c: zeromq.receive(z)                    # = 9 "topic news" frames=["topic", "news"]
b: zeromq.receive(y)                    # = 9 "topic news"
b: zeromq.receive(y)                    # = 9
b: zeromq.unsubscribe(y)
)");
    std::multiset<std::pair<int, std::string>> got;  // line of the send, who received it
    for (const auto& flow : run.flows())
        if (flow.from.operation == "zeromq.send") got.emplace(flow.from.line, flow.to.worker);
    const int first = run.events({.operation = "zeromq.send", .phase = Phase::leave}).front().line;
    QCOMPARE(got, (std::multiset<std::pair<int, std::string>>{{first, "b"}, {first, "c"}, {first + 1, "b"}}));
}

void TestZeromq::subscriptionsTravel() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_XPUB", "ZMQ_SUB") + R"(b: zeromq.subscribe(y, prefix: "abc")   # = 0
a: zeromq.receive(x)                    # = 4 "\x01abc"
b: zeromq.unsubscribe(y, prefix: "abc") # = 0
a: zeromq.receive(x)                    # = 4 "\x00abc"
)");
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.operation, std::string("zeromq.subscribe"));
    QCOMPARE(flows[1].from.operation, std::string("zeromq.unsubscribe"));
}

void TestZeromq::routersAnswersFindTheirWay() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_ROUTER") + socket("b", "y", "ZMQ_DEALER") +
                    socket("c", "z", "ZMQ_REQ") + R"(a: zeromq.bind(x, endpoint: "tcp://127.0.0.1:*")
b: zeromq.set_routing_id(y, id: "B")
c: zeromq.set_routing_id(z, id: "C")
a: at = zeromq.bind(x, endpoint: "ipc://r")
b: zeromq.connect(y, endpoint: "ipc://r")
c: zeromq.connect(z, endpoint: "ipc://r")
b: zeromq.send(y, frames: ["from b"])           # = 6
a: zeromq.receive(x)                            # routing_id="B"
c: zeromq.send(z, frames: ["from c"])           # = 6
a: zeromq.receive(x)                            # routing_id="C"
)");
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});  // over the second endpoint of the ROUTER
    QCOMPARE(flows[0].to.payload, std::string("from b"));
    QCOMPARE(flows[1].to.payload, std::string("from c"));
    RUN_OK(run, R"(a: zeromq.unbind(x, endpoint: at.endpoint)   # = 0
a: zeromq.unbind(x, endpoint: at.endpoint)   # ENOENT
)");
}

void TestZeromq::severalEndpoints() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_PUSH") + socket("b", "y", "ZMQ_PUSH") +
                    socket("c", "z", "ZMQ_PULL") + R"(a: one = zeromq.bind(x, endpoint: "tcp://127.0.0.1:*")
b: zeromq.bind(y, endpoint: "ipc://two")
c: zeromq.connect(z, endpoint: one.endpoint)
c: zeromq.connect(z, endpoint: "ipc://two")
b: zeromq.send(y, frames: ["over ipc"])         # = 8
c: zeromq.receive(z)                            # = 8 "over ipc"
a: zeromq.send(x, frames: ["over tcp"])         # = 8
c: zeromq.receive(z)                            # = 8 "over tcp"
c: zeromq.disconnect(z, endpoint: "ipc://two")  # = 0
)");
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.worker, std::string("b"));
    QCOMPARE(flows[1].from.worker, std::string("a"));
}

void TestZeromq::transports_data() {
    QTest::addColumn<QString>("endpoint");
    for (const char* endpoint : {"ipc://path", "ipc://@ipcscope-test", "tcp://127.0.0.1:*", "tcp://*:*"})
        QTest::newRow(endpoint) << QString(endpoint);
}

void TestZeromq::transports() {
    QFETCH(QString, endpoint);
    RunFixture run;
    RUN_OK(run,
           pair("ZMQ_PAIR", "ZMQ_PAIR", endpoint.toStdString()) +
               "b: zeromq.send(y, frames: [\"\", \"x\"])   # = 1\na: zeromq.receive(x)   # = 1 \" x\"\n");
    QCOMPARE(run.flows().size(), std::size_t{1});
}

void TestZeromq::withinOneProcess() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context()
a: x = zeromq.socket(c, type: ZMQ_PAIR)
a: y = zeromq.socket(c, type: ZMQ_PAIR)
a: zeromq.bind(x, endpoint: "inproc://here")
a: zeromq.connect(y, endpoint: "inproc://here")
a: zeromq.send(y, frames: ["inside"])
a: zeromq.receive(x)   # = 6 "inside"
)");
    QCOMPARE(run.flows().size(), std::size_t{1});
}

void TestZeromq::waitsAreNamed() {
    RunFixture run;
    RUN_OK(
        run,
        "workers: a, b\n" + socket("a", "x", "ZMQ_PUSH") + socket("b", "y", "ZMQ_PULL") +
            "a: zeromq.send(x, frames: [\"m\"]) async   # blocked\nb: zeromq.receive(y) async   # blocked\n");
    WAITS_FOR(run, "a", "a peer of x with room for a message");
    WAITS_FOR(run, "b", "a message for y");
    RUN_OK(run, "a: interrupt\na: await   # EINTR\nb: interrupt\nb: await   # EINTR\n");
}

void TestZeromq::interruptOutlivesTheLibrarysThreads() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") + R"(a: p = pipe.create()
a: pipe.read(p.read_end) async          # blocked
a: interrupt
a: await                                # EINTR
)");
}

void TestZeromq::structuredContent() {
    RunFixture run;
    RUN_OK(
        run,
        pair("ZMQ_PULL", "ZMQ_PUSH") +
            R"(b: zeromq.send(y, frames: ["head", "{ \"b\": [1, 2.5, null], \"a\": \"\\u00e4\" }"], format: cbor)   # = 20
a: zeromq.receive(x, format: cbor)      # = 20 frames=["head", "{\"a\":\"ä\",\"b\":[1,2.5,null]}"]
b: zeromq.send(y, frames: [" [1,  2] "], format: json)   # = 5
a: zeromq.receive(x, format: json)      # = 5 "[1,2]" frames=["[1,2]"]
b: zeromq.send(y, frames: ["no json"])  # = 7
a: zeromq.receive(x, format: json)      # = 7 frames=["no json"] problem="the last frame is not of this format"
)");
    QCOMPARE(run.flows().size(), std::size_t{3});
}

void TestZeromq::hostileContent() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH"));
    const auto not_json = refusal(run, "b: zeromq.send(y, frames: [\"{\"], format: json)");
    QVERIFY2(not_json.find("not JSON, from character 2 on") != std::string::npos, not_json.c_str());
    const auto deep = refusal(run, "b: zeromq.send(y, frames: [\"[\" * 1000000], format: cbor)");
    QVERIFY2(deep.find("in each other") != std::string::npos, deep.c_str());
    const auto none = refusal(run, "b: zeromq.send(y, frames: [])");
    QVERIFY2(none.find("at least one") != std::string::npos, none.c_str());
    for (const char* octets :
         {"\"\\x81\" * 1000000", "\"\\x9b\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\"",
          "\"\\x5b\\x7f\\xff\\xff\\xff\\xff\\xff\\xff\\xff\"", "\"\\xff\"", "\"\"", "\"\\xc0\\x00\""})
        RUN_OK(run,
               fmt::format(
                   "b: zeromq.send(y, frames: [{}])\na: zeromq.receive(x, format: cbor)   # problem=\"the "
                   "last frame is not of this format\"\n",
                   octets));
}

void TestZeromq::largeMessage() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") + R"(b: zeromq.send(y, frames: ["x" * 4000000])   # = 4000000
a: zeromq.receive(x)                    # = 4000000
)");
    QCOMPARE(run.flows().size(), std::size_t{1});
}

void TestZeromq::manyFrames() {
    RunFixture run;
    std::string frames;
    for (int i = 0; i < 4096; ++i)
        frames += i ? ", \"f\"" : "\"f\"";
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") + "b: zeromq.send(y, frames: [" + frames +
                    "])   # = 4096\na: zeromq.receive(x)   # = 4096\n");
}

void TestZeromq::stateOfASocket() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") +
                    "b: zeromq.send(y, frames: [\"m\"])   # = 1\na: zeromq.receive(x)   # = 1\n");
    const auto state = run.observe("x");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "type").bytes(), std::string("ZMQ_PULL"));
    QVERIFY(field(*state, "endpoints").as<List>()->front().bytes().starts_with("bound ipc://"));
    QCOMPARE(field(*state, "receive_limit").integer(), std::int64_t{1000});
    QCOMPARE(field(*state, "readable").integer(), std::int64_t{0});
    for (const char* name : {"writable", "send_limit", "linger"})
        QVERIFY(!field(*state, name).empty());
    RUN_OK(run, "a: zeromq.receive(x) async   # blocked\n");
    const auto busy = run.observe("x");
    QVERIFY(!busy && busy.error().text().find("only the process of the socket") != std::string::npos);
    RUN_OK(run, "a: interrupt\na: await   # EINTR\n");
}

void TestZeromq::manyMessages() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") + R"(a: repeat 3000 async
    zeromq.receive(x)
end
b: repeat 3000   # rounds=3000
    zeromq.send(y, frames: ["again"])
end
a: await         # rounds=3000
)");
    QCOMPARE(run.flows().size(), std::size_t{3000});
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestZeromq>(), errors());
}
#include "test_zeromq.moc"
