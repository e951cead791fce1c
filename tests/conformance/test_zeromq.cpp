#include "base/unique_fd.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <set>

#include <sys/socket.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

namespace {

// Worker `who` makes a context and a socket `name` of this type.
std::string socket(std::string_view who, std::string_view name, std::string_view type) {
    return fmt::format("{0}: {0}_{1} = zeromq.context()\n{0}: {1} = zeromq.socket({0}_{1}, type: {2})\n", who,
                       name, type);
}

// Worker a binds a socket x, worker b connects a socket y to it.
std::string pair(std::string_view bound, std::string_view connected, std::string_view endpoint = "ipc://e") {
    return "workers: a, b\n" + socket("a", "x", bound) + socket("b", "y", connected) +
           fmt::format(
               "a: at = zeromq.bind(x, endpoint: \"{}\")   # = 0\nb: zeromq.connect(y, endpoint: at.endpoint)"
               "   # = 0\n",
               endpoint);
}

std::vector<Joined> flows_of(RunFixture& run) {
    auto flows = run.flows();
    std::sort(flows.begin(), flows.end(),
              [](const Joined& a, const Joined& b) { return a.from.event.time_ns < b.from.event.time_ns; });
    return flows;
}

std::string refusal(RunFixture& run, const std::string& line) {
    return explain(run.run(line + "\n"));
}

}  // namespace

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
    void options();
    void notItsTurn();
    void directions();
    void endpoints();
    void sharedPath();
    void filesOfOthersAreLeftAlone();
    void pathIsRemovedAfterAKill();
    void limits();
    void noThreads();
    void closedSocket();
    void closedContext();
    void shutDown();
    void termWaits();
    void fork();
    void manyMessages();
    void cleanupTestCase();  // last: every documented errno was seen
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
    const auto flows = flows_of(run);
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
    auto flows = flows_of(run);
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
    flows = flows_of(run);
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
    const auto flows = flows_of(run);
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
    const auto flows = flows_of(run);
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
    const auto flows = flows_of(run);
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

void TestZeromq::options() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PUSH") +
                    R"(a: zeromq.set_option(x, option: ZMQ_SNDHWM, value: 7)  # = 0
a: zeromq.get_option(x, option: ZMQ_SNDHWM)             # value=7
a: zeromq.set_option(x, option: ZMQ_SNDHWM, value: -1)  # EINVAL
a: zeromq.set_option(x, option: ZMQ_LINGER, value: -2)  # EINVAL
a: zeromq.set_option(x, option: ZMQ_TYPE, value: 1)     # EINVAL
a: zeromq.set_option(x, option: ZMQ_REQ_RELAXED, value: 1)  # EINVAL
a: zeromq.get_option(x, option: ZMQ_TYPE)               # value=8
a: zeromq.get_option(x, option: ZMQ_ROUTER_MANDATORY)   # EINVAL
a: zeromq.subscribe(x)                                  # EINVAL
a: zeromq.unsubscribe(x)                                # EINVAL
a: zeromq.set_routing_id(x, id: "")                     # EINVAL
a: zeromq.set_routing_id(x, id: "x" * 256)              # EINVAL
a: zeromq.set_routing_id(x, id: "x" * 255)              # = 0
)");
}

void TestZeromq::notItsTurn() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_REQ") + R"(a: zeromq.receive(x)   # EFSM
a: y = zeromq.socket(a_x, type: ZMQ_REP)
a: zeromq.send(y, frames: ["x"])   # EFSM
)");
}

void TestZeromq::directions() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") + R"(a: y = zeromq.socket(a_x, type: ZMQ_PUSH)
a: zeromq.send(x, frames: ["x"])        # ENOTSUP
a: zeromq.receive(y)                    # ENOTSUP
a: zeromq.send(y, frames: ["x"], flags: ZMQ_DONTWAIT)   # EAGAIN
a: zeromq.receive(x, flags: ZMQ_DONTWAIT)   # EAGAIN
)");
}

void TestZeromq::endpoints() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") +
                    "a: at = zeromq.bind(x, endpoint: \"tcp://127.0.0.1:*\")\n" +
                    "a: y = zeromq.socket(a_x, type: ZMQ_PULL)\na: zeromq.bind(y, endpoint: at.endpoint)   # "
                    "EADDRINUSE\n");
    std::string text;
    const std::string deep = "ipc:///" + std::string(150, 'd');
    for (const auto& [endpoint, bound, connected] :
         {std::tuple<std::string, const char*, const char*>{"nonsense", "EINVAL", "EINVAL"},
          {"", "EINVAL", "EINVAL"},
          {"tcp://", "EINVAL", "EINVAL"},
          {"tcp://127.0.0.1:x", "EINVAL", "EINVAL"},
          {"pigeon://roof", "EPROTONOSUPPORT", "EPROTONOSUPPORT"},
          {"udp://127.0.0.1:5", "ENOCOMPATPROTO", "ENOCOMPATPROTO"},
          {deep, "ENAMETOOLONG", "ENAMETOOLONG"}}) {
        text += fmt::format("a: zeromq.bind(y, endpoint: \"{}\")   # {}\n", endpoint, bound);
        text += fmt::format("a: zeromq.connect(y, endpoint: \"{}\")   # {}\n", endpoint, connected);
    }
    RUN_OK(run, text + R"(a: zeromq.bind(y, endpoint: "tcp://192.0.2.1:0")      # EADDRNOTAVAIL
a: zeromq.bind(y, endpoint: "tcp://nosuchdevice:0")   # ENODEV
a: zeromq.bind(y, endpoint: "ipc://none/there")       # ENOENT
a: zeromq.unbind(y, endpoint: "nonsense")             # EINVAL
a: zeromq.disconnect(y, endpoint: "nonsense")         # EINVAL
a: zeromq.unbind(y, endpoint: "tcp://127.0.0.1:1")    # ENOENT
a: zeromq.disconnect(y, endpoint: "tcp://127.0.0.1:1")   # ENOENT
)");
    for (const char* verb : {"bind", "connect", "unbind", "disconnect"}) {
        const auto zero = refusal(run, fmt::format("a: zeromq.{}(y, endpoint: \"ipc://a\\0b\")", verb));
        QVERIFY2(zero.find("holds an octet 0") != std::string::npos, zero.c_str());
    }
    const auto wildcard = refusal(run, "a: zeromq.bind(y, endpoint: \"ipc://*\")");
    QVERIFY2(wildcard.find("a path is needed") != std::string::npos, wildcard.c_str());
}

// Two sockets, one path: the second one takes it over without a word, and the first one hears nothing more.
void TestZeromq::sharedPath() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_PULL") + socket("b", "y", "ZMQ_PULL") +
                    socket("c", "z", "ZMQ_PUSH") + R"(a: zeromq.bind(x, endpoint: "ipc://door")   # = 0
b: zeromq.bind(y, endpoint: "ipc://door")   # = 0
c: zeromq.connect(z, endpoint: "ipc://door")
c: zeromq.send(z, frames: ["who is there?"])
b: zeromq.receive(y)                        # = "who is there?"
a: zeromq.receive(x, flags: ZMQ_DONTWAIT)   # EAGAIN
)");
}

void TestZeromq::filesOfOthersAreLeftAlone() {
    RunFixture run;
    std::ofstream(run.files() + "/notes") << "mine";
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL"));
    const auto file = refusal(run, "a: zeromq.bind(x, endpoint: \"ipc://notes\")");
    QVERIFY2(file.find("is a regular file, which libzmq would remove") != std::string::npos, file.c_str());
    QVERIFY(fs::is_regular_file(run.files() + "/notes"));
    const auto path = fs::temp_directory_path() / fmt::format("ipcscope-test-{}", ::getpid());
    const UniqueFd other(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    path.string().copy(name.sun_path, sizeof name.sun_path - 1);
    QCOMPARE(::bind(other.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
    const auto taken = refusal(run, "a: zeromq.bind(x, endpoint: \"ipc://" + path.string() + "\")");
    QVERIFY2(taken.find("there is a socket at") != std::string::npos, taken.c_str());
    QVERIFY(fs::is_socket(path));
    fs::remove(path);
}

void TestZeromq::pathIsRemovedAfterAKill() {
    const auto path = fs::temp_directory_path() / fmt::format("ipcscope-test-{}", ::getpid());
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") + "a: zeromq.bind(x, endpoint: \"ipc://" +
                    path.string() + "\")   # = 0\na: kill\n");
    QVERIFY(fs::is_socket(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestZeromq::limits() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context(max_sockets: 1)
a: x = zeromq.socket(c, type: ZMQ_PULL)
a: zeromq.socket(c, type: ZMQ_PULL)     # EMFILE
)");
}

void TestZeromq::noThreads() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context(io_threads: 0)
a: x = zeromq.socket(c, type: ZMQ_PAIR)
a: zeromq.bind(x, endpoint: "tcp://127.0.0.1:*")        # EMTHREAD
a: zeromq.connect(x, endpoint: "tcp://127.0.0.1:5")     # EMTHREAD
a: zeromq.bind(x, endpoint: "inproc://i")               # = 0
)");
}

namespace {
std::string everything(std::string_view outcome) {
    std::string text;
    for (const char* line : {"bind(x, endpoint: \"ipc://e\")", "connect(x, endpoint: \"ipc://e\")",
                             "unbind(x, endpoint: \"ipc://e\")", "disconnect(x, endpoint: \"ipc://e\")",
                             "send(x, frames: [\"x\"])", "receive(x)", "subscribe(x)", "unsubscribe(x)",
                             "set_option(x, option: ZMQ_LINGER, value: 0)",
                             "get_option(x, option: ZMQ_LINGER)", "set_routing_id(x, id: \"x\")"})
        text += fmt::format("a: zeromq.{}   # {}\n", line, outcome);
    return text;
}
}  // namespace

void TestZeromq::closedSocket() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_XSUB") + "a: zeromq.close(x)   # = 0\n" +
                    everything("ENOTSOCK") + "a: zeromq.close(x)   # ENOTSOCK\n");
}

void TestZeromq::closedContext() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context()
a: zeromq.term(c)                       # = 0
a: zeromq.term(c)                       # EFAULT
a: zeromq.shutdown(c)                   # EFAULT
a: zeromq.socket(c, type: ZMQ_PULL)     # EFAULT
)");
}

void TestZeromq::shutDown() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_SUB") + "a: zeromq.shutdown(a_x)   # = 0\n" +
                    everything("ETERM") +
                    "a: zeromq.socket(a_x, type: ZMQ_PULL)   # ETERM\na: zeromq.close(x)   # = 0\n"
                    "a: zeromq.term(a_x)   # = 0\n");
}

void TestZeromq::termWaits() {
    RunFixture run;
    RUN_OK(run,
           "workers: a\n" + socket("a", "x", "ZMQ_PUSH") + R"(a: zeromq.connect(x, endpoint: "ipc://nobody")
a: zeromq.send(x, frames: ["unsent"])   # = 6
a: zeromq.close(x)                      # = 0
a: zeromq.term(a_x) async               # blocked
)");
    WAITS_FOR(run, "a", "the sockets of a_x to be closed and their messages to be sent");
    RUN_OK(run, "a: interrupt\na: await   # EINTR\n");
}

void TestZeromq::fork() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") + "b: child = process.fork()\n");
    for (const char* line : {"zeromq.send(y, frames: [\"x\"])", "zeromq.close(y)", "zeromq.term(b_y)",
                             "zeromq.socket(b_y, type: ZMQ_PULL)"}) {
        const auto text = refusal(run, fmt::format("child: {}", line));
        QVERIFY2(text.find("whose threads this one does not have") != std::string::npos, text.c_str());
    }
    RUN_OK(run, R"(child: cc = zeromq.context()
child: z = zeromq.socket(cc, type: ZMQ_PUSH)
child: zeromq.connect(z, endpoint: at.endpoint)
child: zeromq.send(z, frames: ["from the child"])   # = 14
a: zeromq.receive(x)                                # = 14 "from the child"
)");
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

void TestZeromq::cleanupTestCase() {
    const auto gaps = errno_gaps("zeromq");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestZeromq)
#include "test_zeromq.moc"
