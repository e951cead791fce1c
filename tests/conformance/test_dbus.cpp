#include "conformance/dbus/subjects.h"
#include "helpers/flows_in_order.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <csignal>
#include <fmt/format.h>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::dbus_tests;

class TestDbus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    void callsAndAnswersAreJoined();
    void errorsAreJoined();
    void signalsReachEverybodyWhoAsked();
    void waitsAreNamed();
    void stateShowsWhatWaits();
    void namesAreListed();
    void answersByName();
    void busEndsWithItsWorker();
    void busIsNoChildOfTheWorker();
    void manyCalls();
};

void TestDbus::sessions() {
    const auto problems = check_sessions("dbus");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestDbus::callsAndAnswersAreJoined() {
    RunFixture run;
    RUN_OK(run, std::string(server) +
                    answered(call("Hello", ", signature: \"s\", arguments: [\"you\"]"), "= 0 \"hi\""));
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.operation, std::string("dbus.sent"));
    QCOMPARE(flows[0].from.worker, std::string("b"));
    QCOMPARE(flows[0].from.payload, std::string("you"));
    QCOMPARE(flows[0].to.operation, std::string("dbus.serve"));
    QCOMPARE(flows[1].from.operation, std::string("dbus.sent"));
    QCOMPARE(flows[1].from.worker, std::string("a"));
    QCOMPARE(flows[1].to.operation, std::string("dbus.call"));
    QVERIFY(!flows[0].flow.guess && !flows[1].flow.guess);
}

void TestDbus::errorsAreJoined() {
    RunFixture run;
    RUN_OK(run, std::string(server) + answered(call("Broken"), "EIO error=\"org.example.Error.Broken\""));
    const auto flows = flows_in_order(run);
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[1].to.operation, std::string("dbus.received"));
    QCOMPARE(flows[1].to.payload, std::string("it is broken"));
}

void TestDbus::signalsReachEverybodyWhoAsked() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b, c, d
a: bus = dbus.start_bus()
a: p = dbus.connect(bus)
b: x = dbus.connect(bus)
c: y = dbus.connect(bus)
d: z = dbus.connect(bus)
b: dbus.add_match(x.connection, rule: "type='signal',member='Tick'")
b: dbus.add_match(x.connection, rule: "type='signal',path='/t'")
c: dbus.add_match(y.connection, rule: "type='signal',member='Tick'")
d: dbus.add_match(z.connection, rule: "type='signal',member='Tock'")
a: dbus.emit(p.connection, path: "/t", interface: "org.example.Test", member: "Tick", signature: "u", arguments: ["5"])
b: dbus.receive(x.connection)                       # = 1 "5"
c: dbus.receive(y.connection)                       # = 1 "5"
b: dbus.receive(x.connection, timeout: 1ms)         # = 0  # it fits two rules, and came once
d: dbus.receive(z.connection, timeout: 1ms)         # = 0
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{2});
    for (const auto& flow : flows)
        QCOMPARE(flow.from.operation, std::string("dbus.emit"));
    QCOMPARE((std::set{flows[0].to.worker, flows[1].to.worker}), (std::set<std::string>{"b", "c"}));
}

void TestDbus::waitsAreNamed() {
    RunFixture run;
    RUN_OK(run, std::string(server) + "a: dbus.serve(s.connection) async   # blocked\n");
    WAITS_FOR(run, "a", "a method call to s");
    RUN_OK(run, "b: dbus.receive(c.connection) async   # blocked\n");
    WAITS_FOR(run, "b", "a signal to c");
    RUN_OK(run, "b: interrupt\nb: await   # EINTR\na: interrupt\na: await   # EINTR\n" + call("Silent") +
                    " async   # blocked\n");
    WAITS_FOR(run, "b", "\"org.example.Test\" to answer \"Silent\"");
    RUN_OK(run, "b: interrupt\nb: await   # EINTR\na: dbus.serve(s.connection)   # = 1 answer=\"none\"\n");
}

void TestDbus::stateShowsWhatWaits() {
    RunFixture run;
    // While the server waits for an answer of its own, a call comes: it is kept.
    RUN_OK(run,
           std::string(server) + R"(b: dbus.request_name(c.connection, name: "org.example.Client")   # = 1
b: dbus.call(c.connection, destination: "org.example.Test", path: "/t", interface: "org.example.Test", member: "Hello", signature: "s", arguments: ["kept"], expect_reply: false)   # = 0
a: dbus.call(s.connection, destination: "org.example.Client", path: "/", interface: "org.example.X", member: "Y") async   # blocked
b: dbus.serve(c.connection)   # = 1 answer="error"
a: await                      # EBADR
)");
    const auto state = run.observe("s");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    const auto* messages = field(*state, "messages").as<List>();
    QVERIFY(messages && messages->size() == 1);
    const auto* message = messages->front().as<Fields>();
    QCOMPARE(field(*message, "member").bytes(), std::string("Hello"));
    QCOMPARE(field(*message, "text").bytes(), std::string("kept"));
    QCOMPARE(field(*state, "objects").as<List>()->front().bytes(), std::string("/t org.example.Test"));
    QVERIFY(field(*state, "unread").as<std::int64_t>());
    const auto bus = run.observe("bus");
    QVERIFY(bus && field(*bus, "running").integer() == 1);
    RUN_OK(run, "a: dbus.serve(s.connection)   # = 1 \"kept\" answer=\"none\"\n");
}

void TestDbus::namesAreListed() {
    RunFixture run;
    RUN_OK(run, std::string(server) +
                    "b: dbus.list_names(c.connection)   # names=[\":1.0\", \":1.1\", \"org.example.Test\", "
                    "\"org.freedesktop.DBus\"]\n");
}

void TestDbus::answersByName() {
    RunFixture run;
    const std::string property =
        "destination: \"org.example.Test\", path: \"/t\", interface: \"org.example.Test\", property: ";
    const auto get = [&](const std::string& rest) {
        return "b: dbus.get_property(c.connection, " + rest + ")";
    };
    const auto set = [&](const std::string& rest) {
        return "b: dbus.set_property(c.connection, " + rest + ")";
    };
    const auto dbus = [](const char* name) {
        return fmt::format("error=\"org.freedesktop.DBus.Error.{}\"", name);
    };
    RUN_OK(
        run,
        std::string(server) + answered(call("None"), "EBADR " + dbus("UnknownMethod")) +
            answered(call("Hello", "", "/none"), "EBADR " + dbus("UnknownObject")) +
            answered(call("Hello"), "EINVAL " + dbus("InvalidArgs")) +
            answered(call("Denied"), "EACCES " + dbus("AccessDenied")) +
            answered(get(property + "\"Level\""), "= 0 \"3\" signature=\"u\"") +
            answered(get(property + "\"None\""), "EBADR " + dbus("UnknownProperty")) +
            answered(set(property + "\"Level\", signature: \"u\", value: [\"9\"]"), "= 0") +
            answered(get(property + "\"Level\""), "= 0 \"9\"") +
            answered(set(property + "\"Level\", signature: \"s\", value: [\"9\"]"),
                     "EINVAL " + dbus("InvalidArgs")) +
            answered(set(property + "\"Fixed\", signature: \"u\", value: [\"9\"]"),
                     "EROFS " + dbus("PropertyReadOnly")) +
            call("Hello", "", "/t", "org.example.Nobody") + "   # EHOSTUNREACH " + dbus("ServiceUnknown") +
            "\n" +
            R"(b: dbus.call(c.connection, destination: "org.freedesktop.DBus", path: "/", interface: "org.freedesktop.DBus", member: "GetNameOwner", signature: "s", arguments: ["org.example.Nobody"])   # ENXIO
b: dbus.call(c.connection, destination: "org.example.Test", path: "/t", interface: "org.freedesktop.DBus.Peer", member: "Ping", timeout: 20ms)   # ETIMEDOUT
a: dbus.serve(s.connection, timeout: 1ms)   # = 0  # the library has answered the ping by itself
)");
}

void TestDbus::busEndsWithItsWorker() {
    RunFixture run;
    RUN_OK(run, server);
    const auto pid =
        run.event({.operation = "dbus.start_bus", .phase = Phase::leave}).result("pid").integer();
    QVERIFY(runs(pid));
    RUN_OK(run, "b: dbus.receive(c.connection) async   # blocked\na: kill\nb: await   # ECONNRESET\n");
    QTRY_VERIFY(!runs(pid));
}

void TestDbus::busIsNoChildOfTheWorker() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: bus = dbus.start_bus()
a: process.wait_any()       # ECHILD
a: dbus.stop_bus(bus)       # = 0
)");
}

void TestDbus::manyCalls() {
    RunFixture run;
    RUN_OK(run, std::string(server) + R"(a: repeat 300 async
    dbus.serve(s.connection)
end
b: repeat 300   # rounds=300
    dbus.call(c.connection, destination: "org.example.Test", path: "/t", interface: "org.example.Test", member: "Hello", signature: "s", arguments: ["again"])
end
a: await        # rounds=300
)");
    QCOMPARE(run.flows().size(), std::size_t{600});
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestDbus>(), values(), errors());
}
#include "test_dbus.moc"
