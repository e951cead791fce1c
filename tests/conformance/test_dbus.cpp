#include "base/unique_fd.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <cstring>
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

// A server `s` of worker `a` with what the tests call, and a client `c` of worker `b`.
constexpr const char* server = R"(workers: a, b
a: bus = dbus.start_bus()
a: s = dbus.connect(bus)
a: dbus.request_name(s.connection, name: "org.example.Test")   # = 1
a: dbus.export(s.connection, path: "/t", interface: "org.example.Test", members: [{name: "Hello", signature: "s", returns: "s", values: ["hi"]}, {name: "Broken", answer: error, error: "org.example.Error.Broken", values: ["it is broken"]}, {name: "Denied", answer: error, error: "org.freedesktop.DBus.Error.AccessDenied"}, {name: "Silent", answer: silence}, {kind: property, name: "Level", signature: "u", values: ["3"], writable: true}, {kind: property, name: "Fixed", signature: "u", values: ["3"]}]) # = 0
b: c = dbus.connect(bus)
)";

std::string call(std::string_view member, std::string_view rest = "", std::string_view object = "/t",
                 std::string_view destination = "org.example.Test") {
    return fmt::format(
        "b: dbus.call(c.connection, destination: \"{}\", path: \"{}\", interface: \"org.example.Test\", "
        "member: \"{}\"{})",
        destination, object, member, rest);
}

// A call that the server has to answer, and how it ends.
std::string answered(const std::string& line, std::string_view outcome) {
    return fmt::format("{} async   # blocked\na: dbus.serve(s.connection)   # = 1\nb: await   # {}\n", line,
                       outcome);
}

// A socket that somebody has bound: it takes connections, and never says a word.
class Socket {
public:
    explicit Socket(const std::string& path) : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::strncpy(name.sun_path, path.c_str(), sizeof name.sun_path - 1);
        if (::bind(fd_.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0 ||
            ::listen(fd_.get(), 4) != 0)
            fd_.reset();
    }
    bool good() const { return static_cast<bool>(fd_); }
    int get() const { return fd_.get(); }

private:
    UniqueFd fd_;
};

// A variable as the workers that start meanwhile are to see it; none = unset.
class Environment {
public:
    explicit Environment(const char* name, const std::optional<std::string>& value = {})
        : name_(name), before_(qgetenv(name)) {
        value ? qputenv(name, value->c_str()) : qunsetenv(name);
    }
    ~Environment() { before_.isNull() ? qunsetenv(name_) : qputenv(name_, before_); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
    QByteArray before_;
};

bool runs(std::int64_t pid) {
    std::ifstream status(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(status, text);
    return !text.empty() && text.find(") Z ") == std::string::npos;
}

}  // namespace

class TestDbus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    void callsAndAnswersAreJoined();
    void errorsAreJoined();
    void signalsReachEverybodyWhoAsked();
    void waitsAreNamed();
    void everyTypeComesBackAsItWas();
    void wordsThatDoNotFitAreRefused();
    void descriptionsThatAreWrongAreRefused();
    void introspectionListsEverything();
    void stateShowsWhatWaits();
    void namesAreListed();
    void answersByName();
    void everyErrorOfEveryCall();
    void matchErrors();
    void nameErrors();
    void badNames();
    void closedConnection();
    void inheritedConnection();
    void interrupted();
    void busGoes();
    void busEndsWithItsWorker();
    void busIsNoChildOfTheWorker();
    void noDaemon();
    void everyWayToConnect();
    void noSessionBus();
    void addresses();
    void descriptorsRunOut();
    void manyCalls();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestDbus::sessions() {
    const auto problems = check_sessions("dbus");
    QVERIFY2(problems.empty(), problems.c_str());
}

// In the order of their beginnings: which of two flows is seen first is luck.
std::vector<Joined> flows_of(RunFixture& run) {
    auto flows = run.flows();
    std::sort(flows.begin(), flows.end(),
              [](const Joined& a, const Joined& b) { return a.from.event.time_ns < b.from.event.time_ns; });
    return flows;
}

void TestDbus::callsAndAnswersAreJoined() {
    RunFixture run;
    RUN_OK(run, std::string(server) +
                    answered(call("Hello", ", signature: \"s\", arguments: [\"you\"]"), "= 0 \"hi\""));
    const auto flows = flows_of(run);
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
    const auto flows = flows_of(run);
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

void TestDbus::everyTypeComesBackAsItWas() {
    RunFixture run;
    const std::pair<const char*, const char*> samples[] = {
        {"ybnqiuxt", R"(["255", "true", "-32768", "65535", "-2147483648", "4294967295",
 "-9223372036854775808", "18446744073709551615"])"},
        {"dsog", R"(["0.5", "text with spaces, \xc3\xa4 and \"quotes\"", "/a/b", "a{sv}"])"},
        {"as", R"(["0"])"},
        {"aas", R"(["2", "1", "x", "2", "y", "z"])"},
        {"a{sv}", R"(["2", "volume", "u", "80", "tags", "as", "1", "loud"])"},
        {"(i(ss)v)", R"x(["1", "a", "b", "v", "(ii)", "2", "3"])x"},
        {"ay", R"(["3", "0", "1", "255"])"},
        {"a(ib)", R"(["2", "1", "true", "2", "false"])"}};
    std::string text = server;
    for (const auto& [signature, values] : samples) {
        std::string words(values);
        std::erase(words, '\n');
        const auto name = fmt::format("org.example.T{}", &signature - &samples[0].first);
        text += fmt::format(
            "a: dbus.export(s.connection, path: \"/e\", interface: \"{}\", members: [{{name: \"Echo\", "
            "signature: "
            "\"{}\", answer: echo}}])   # = 0\n",
            name, signature);
        text += fmt::format(
            "b: dbus.call(c.connection, destination: \"org.example.Test\", path: \"/e\", interface: \"{}\", "
            "member: "
            "\"Echo\", signature: \"{}\", arguments: {}) async   # blocked\na: dbus.serve(s.connection)   # "
            "= 1\n"
            "b: await   # signature=\"{}\" values={}\n",
            name, signature, words, signature, words);
    }
    RUN_OK(run, text);
}

void TestDbus::wordsThatDoNotFitAreRefused() {
    RunFixture run;
    RUN_OK(run, server);
    const std::pair<const char*, const char*> wrong[] = {
        {"signature: \"y\", arguments: [\"256\"]", "'256' is not a number from 0 to 255 (type y)"},
        {"signature: \"i\", arguments: [\"\"]", "'' is not a number"},
        {"signature: \"i\", arguments: [\"1x\"]", "'1x' is not a number"},
        {"signature: \"b\", arguments: [\"maybe\"]", "'maybe' is neither true nor false"},
        {"signature: \"d\", arguments: [\"1,5\"]", "'1,5' is not a number"},
        {"signature: \"o\", arguments: [\"no/path\"]", "'no/path' is not a value of type o"},
        {"signature: \"s\"", "a value of type s is missing"},
        {"signature: \"s\", arguments: [\"a\", \"b\"]", "1 more value(s) than the signature has"},
        {"signature: \"s\", arguments: [\"a\\0b\"]", "cannot hold an octet 0"},
        {"signature: \"h\", arguments: [\"1\"]", "a descriptor (type h) cannot be written as text"},
        {"signature: \"as\", arguments: [\"4000000000\"]", "4000000000 elements are announced"},
        {"signature: \"as\", arguments: [\"x\"]", "stands their number, not 'x'"},
        {"signature: \"v\", arguments: [\"zz\", \"1\"]", "a variant begins with the signature"},
        {"signature: \"(\", arguments: []", "'(' is not a D-Bus signature"},
        {"signature: \"a{vs}\", arguments: [\"0\"]", "is not a D-Bus signature"},
        {"signature: \"()\", arguments: []", "is not a D-Bus signature"},
        {"signature: \"r\", arguments: []", "is not a D-Bus signature"}};
    for (const auto& [arguments, words] : wrong) {
        const auto text = explain(run.run(call("Hello", std::string(", ") + arguments) + "\n"));
        QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    }
    // A signature of containers in containers without end.
    const std::string deep(200, 'a');
    const auto text = explain(run.run(call("Hello", ", signature: \"" + deep + "s\"") + "\n"));
    QVERIFY2(text.find("is not a D-Bus signature") != std::string::npos, text.c_str());
}

void TestDbus::descriptionsThatAreWrongAreRefused() {
    RunFixture run;
    RUN_OK(run, server);
    const std::pair<const char*, const char*> wrong[] = {
        {"{name: \"a b\"}", "it is no name"},
        {"{name: \"\"}", "it is no name"},
        {"{kind: property, name: \"P\"}", "a property has exactly one type"},
        {"{kind: property, name: \"P\", signature: \"ii\"}", "a property has exactly one type"},
        {"{kind: property, name: \"P\", signature: \"i\"}", "a value of type i is missing"},
        {"{name: \"M\", signature: \"{\"}", "'{' is not a D-Bus signature"},
        {"{name: \"M\", returns: \"i\", values: [\"x\"]}", "'x' is not a number"},
        {"{name: \"M\", answer: error, error: \"nonsense\"}", "is needed"}};
    for (const auto& [member, words] : wrong) {
        const auto text = explain(run.run(fmt::format(
            "a: dbus.export(s.connection, path: \"/x\", interface: \"org.example.X\", members: [{}])\n",
            member)));
        QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    }
    RUN_OK(run, R"(a: dbus.export(s.connection, path: "x", interface: "org.example.X")     # EINVAL
a: dbus.export(s.connection, path: "/x/", interface: "org.example.X")   # EINVAL
a: dbus.export(s.connection, path: "/x", interface: "X")                # EINVAL
a: dbus.export(s.connection, path: "/x", interface: "org.example.X")    # = 0
a: dbus.export(s.connection, path: "/x", interface: "org.example.X")    # EEXIST
a: dbus.unexport(s.connection, path: "/x", interface: "org.example.X")  # = 0
a: dbus.unexport(s.connection, path: "/x", interface: "org.example.X")  # ENOENT
)");
}

void TestDbus::introspectionListsEverything() {
    RunFixture run;
    RUN_OK(run,
           std::string(server) +
               "a: dbus.export(s.connection, path: \"/t/below/deep\", interface: \"org.example.Deep\")\n" +
               answered("b: dbus.introspect(c.connection, destination: \"org.example.Test\", path: \"/t\")",
                        "= 0"));
    const auto xml = run.event({.operation = "dbus.introspect", .phase = Phase::leave}).payload;
    for (const char* part :
         {"<interface name=\"org.example.Test\">", "<method name=\"Hello\">",
          "<arg type=\"s\" direction=\"in\"/>", "<property name=\"Level\" type=\"u\" access=\"readwrite\"/>",
          "<node name=\"below\"/>"})
        QVERIFY2(xml.find(part) != std::string::npos, (part + ("\n" + xml)).c_str());
    QVERIFY(xml.find("deep") == std::string::npos);
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

void TestDbus::everyErrorOfEveryCall() {
    RunFixture run;
    const std::pair<const char*, const char*> errors[] = {
        {"org.freedesktop.DBus.Error.AccessDenied", "EACCES"},
        {"org.freedesktop.DBus.Error.Failed", "EACCES"},
        {"org.freedesktop.DBus.Error.UnknownMethod", "EBADR"},
        {"org.freedesktop.DBus.Error.InvalidArgs", "EINVAL"},
        {"org.example.Error.Broken", "EIO"},
        {"org.freedesktop.DBus.Error.NameHasNoOwner", "ENXIO"},
        {"org.freedesktop.DBus.Error.PropertyReadOnly", "EROFS"}};
    const auto target = [](std::string_view destination, const std::string& path) {
        return fmt::format("c.connection, destination: \"{}\", path: \"{}\"", destination, path);
    };
    const auto calls = [&](const std::string& at, const std::string& rest) {
        const std::string own = ", interface: \"org.example.Test\"" + rest;
        return std::vector<std::string>{
            "b: dbus.introspect(" + at + rest + ")", "b: dbus.call(" + at + own + ", member: \"Try\")",
            "b: dbus.get_property(" + at + own + ", property: \"P\")",
            "b: dbus.set_property(" + at + own + ", property: \"P\", signature: \"u\", value: [\"1\"])"};
    };
    RUN_OK(run, server);
    for (const auto& [error, code] : errors) {
        const std::string path = std::string("/") + code;
        const auto member = [&](const char* name, const char* signature) {
            return fmt::format(
                "{{name: \"{}\", signature: \"{}\", answer: error, error: \"{}\", values: [\"so\"]}}", name,
                signature, error);
        };
        const auto exported = [&](const char* interface, const std::string& members) {
            return fmt::format(
                "a: dbus.export(s.connection, path: \"{}\", interface: \"{}\", members: [{}])   # = 0\n",
                path, interface, members);
        };
        RUN_OK(run, exported("org.freedesktop.DBus.Introspectable", member("Introspect", "")) +
                        exported("org.freedesktop.DBus.Properties",
                                 member("Get", "ss") + ", " + member("Set", "ssv")) +
                        exported("org.example.Test", member("Try", "")));
        for (const auto& line : calls(target("org.example.Test", path), ""))
            RUN_OK(run, answered(line, fmt::format("{} error=\"{}\" message=\"so\"", code, error)));
        for (const char* interface :
             {"org.freedesktop.DBus.Introspectable", "org.freedesktop.DBus.Properties", "org.example.Test"})
            RUN_OK(run,
                   fmt::format("a: dbus.unexport(s.connection, path: \"{}\", interface: \"{}\")   # = 0\n",
                               path, interface));
    }
    for (const auto& line : calls(target("org.example.Nobody", "/t"), ""))
        RUN_OK(run, line + "   # EHOSTUNREACH\n");
    for (const auto& line : calls(target("org.example.Test", "/t"), ", timeout: 5ms"))
        RUN_OK(run, line + "   # ETIMEDOUT error=\"org.freedesktop.DBus.Error.NoReply\"\n");
    for (auto line : calls("s" + target("org.example.Test", "/t").substr(1), ""))
        RUN_OK(run, line.replace(0, 1, "a") + "   # ELOOP\n");
    for (const auto& line : calls(target("no dots", "/t"), ""))
        RUN_OK(run, line + "   # EINVAL\n");
}

void TestDbus::matchErrors() {
    RunFixture run;
    RUN_OK(run, std::string(server) + R"(b: dbus.add_match(c.connection, rule: "nonsense")   # EINVAL
b: dbus.add_match(c.connection, rule: "type='nonsense'")   # EINVAL
b: m = dbus.add_match(c.connection)
b: dbus.remove_match(m)   # = 0
b: dbus.remove_match(m)   # ENOTCONN
)");
}

void TestDbus::nameErrors() {
    RunFixture run;
    RUN_OK(run,
           std::string(server) + R"(b: dbus.request_name(c.connection, name: "org.example.Test")   # EEXIST
a: dbus.request_name(s.connection, name: "org.example.Test")      # EALREADY
b: dbus.request_name(c.connection, name: "nodots")                # EINVAL
b: dbus.request_name(c.connection, name: ":1.5")                  # EINVAL
b: dbus.release_name(c.connection, name: "org.example.Test")      # EADDRINUSE
b: dbus.release_name(c.connection, name: "org.example.None")      # ESRCH
b: dbus.release_name(c.connection, name: "nodots")                # EINVAL
)");
}

void TestDbus::badNames() {
    RunFixture run;
    RUN_OK(
        run,
        std::string(server) + call("Hel lo") + "   # EINVAL\n" + call("Hello", "", "t") + "   # EINVAL\n" +
            call("Hello", "", "/t", "nodots") + "   # EINVAL\n" +
            R"(a: dbus.emit(s.connection, path: "t", interface: "org.example.Test", member: "Tick")     # EINVAL
a: dbus.emit(s.connection, path: "/t", interface: "Test", member: "Tick")                # EINVAL
a: dbus.emit(s.connection, path: "/t", interface: "org.example.Test", member: "T!ck")    # EINVAL
a: dbus.emit(s.connection, path: "/t", interface: "org.example.Test", member: "Tick", destination: "?")   # EINVAL
)");
    for (const auto& line : {call("He\\0llo"), call("Hello", ", signature: \"s\\0\""),
                             std::string("b: dbus.request_name(c.connection, name: \"a.b\\0c\")")}) {
        const auto text = explain(run.run(line + "\n"));
        QVERIFY2(text.find("holds an octet 0") != std::string::npos, text.c_str());
    }
}

namespace {
// Every operation on a connection, as calls of worker `who` on the connection `on`.
std::string everything(std::string_view who, std::string_view on, std::string_view outcome, bool with_local) {
    const std::string target = "destination: \"org.example.Test\", path: \"/t\"";
    std::vector<std::string> calls{
        "request_name({}, name: \"org.example.Other\")",
        "release_name({}, name: \"org.example.Other\")",
        "serve({}, timeout: 1ms)",
        "receive({}, timeout: 1ms)",
        "list_names({})",
        "add_match({})",
        "introspect({}, " + target + ")",
        "call({}, " + target + ", interface: \"org.example.Test\", member: \"Hello\")",
        "get_property({}, " + target + ", interface: \"org.example.Test\", property: \"Level\")",
        "set_property({}, " + target +
            ", interface: \"org.example.Test\", property: \"Level\", signature: \"u\", "
            "value: [\"1\"])"};
    if (with_local) {
        calls.emplace_back("export({}, path: \"/y\", interface: \"org.example.Y\")");
        calls.emplace_back("unexport({}, path: \"/y\", interface: \"org.example.Y\")");
        calls.emplace_back("emit({}, path: \"/t\", interface: \"org.example.Test\", member: \"Tick\")");
        calls.emplace_back("close({})");
    }
    std::string text;
    for (const auto& line : calls)
        text += fmt::format("{}: dbus.{}   # {}\n", who, fmt::format(fmt::runtime(line), on), outcome);
    return text;
}
}  // namespace

void TestDbus::closedConnection() {
    RunFixture run;
    RUN_OK(run, std::string(server) +
                    "b: m = dbus.add_match(c.connection)\nb: dbus.close(c.connection)   # = 0\n" +
                    everything("b", "c.connection", "ENOTCONN", true));
}

void TestDbus::inheritedConnection() {
    RunFixture run;
    RUN_OK(
        run,
        std::string(server) + "b: m = dbus.add_match(c.connection)\nb: child = process.fork()\n" +
            everything("child", "c.connection", "ECHILD", true) +
            "child: dbus.remove_match(m)   # ECHILD\nb: dbus.list_names(c.connection)   # = 0\n" +
            // The child holds the socket open: the bus does not see that the parent has closed it.
            "b: dbus.close(c.connection)   # = 0\na: dbus.list_names(s.connection)   # names=[\":1.0\", "
            "\":1.1\", \"org.example.Test\", \"org.freedesktop.DBus\"]\n"
            "a: dbus.add_match(s.connection, rule: \"type='signal',member='NameOwnerChanged',arg0=':1.1'\")\n"
            "child: process.exit()\na: dbus.receive(s.connection)   # = 1 \":1.1 :1.1 \"\n");
}

void TestDbus::interrupted() {
    RunFixture run;
    std::string text = server;
    // The daemon stands still: whoever asks it something waits.
    RUN_OK(run, text);
    const auto pid = static_cast<pid_t>(
        run.event({.operation = "dbus.start_bus", .phase = Phase::leave}).result("pid").integer());
    QVERIFY(::kill(pid, SIGSTOP) == 0);
    const std::string target = "destination: \"org.example.Test\", path: \"/t\"";
    std::string lines;
    for (const std::string& line :
         {std::string("request_name(c.connection, name: \"org.example.Other\")"),
          std::string("release_name(c.connection, name: \"org.example.Other\")"),
          std::string("serve(c.connection)"), std::string("receive(c.connection)"),
          std::string("list_names(c.connection)"), std::string("add_match(c.connection)"),
          "introspect(c.connection, " + target + ")",
          "call(c.connection, " + target + ", interface: \"org.example.Test\", member: \"Hello\")",
          "get_property(c.connection, " + target + ", interface: \"org.example.Test\", property: \"Level\")",
          "set_property(c.connection, " + target +
              ", interface: \"org.example.Test\", property: \"Level\", signature: \"u\", value: [\"1\"])",
          std::string("connect(bus)")})
        lines += "b: dbus." + line + " async   # blocked\nb: interrupt\nb: await   # EINTR\n";
    const auto problems = run.check(lines);
    ::kill(pid, SIGCONT);
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestDbus::busGoes() {
    RunFixture run;
    RUN_OK(run,
           std::string(server) + R"(b: m = dbus.add_match(c.connection, rule: "type='signal',member='Never'")
b: dbus.receive(c.connection) async     # blocked
a: dbus.stop_bus(bus)                   # = 0
b: await                                # ECONNRESET
a: dbus.stop_bus(bus)                   # ESRCH
a: dbus.connect(bus)                    # ENOENT
)");
    RUN_OK(run, "b: dbus.remove_match(m)   # ENOTCONN\n");

    const std::string text = everything("a", "s.connection", "ECONNRESET", false);
    for (std::size_t at = 0; at < text.size();) {  // each on a connection of its own
        const auto end = text.find('\n', at) + 1;
        RUN_OK(run, "a: bus = dbus.start_bus()\na: s = dbus.connect(bus)\na: dbus.stop_bus(bus)   # = 0\n" +
                        text.substr(at, end - at));
        at = end;
    }
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

void TestDbus::noDaemon() {
    RunFixture run;
    const auto folder = run.files() + "/bin";
    fs::create_directory(folder);
    {
        Environment path("PATH", folder);
        RUN_OK(run, "workers: a\na: dbus.start_bus()   # ENOENT\n");
    }
    std::ofstream(folder + "/dbus-daemon") << "#!/bin/sh\nexit 1\n";  // one that ends without a word
    fs::permissions(folder + "/dbus-daemon", fs::perms::owner_all);
    Environment path("PATH", folder);
    RUN_OK(run, "workers: b\nb: dbus.start_bus()   # EPROTO\n");
}

// The calls that connect to the bus `bus` of worker a, whose address the environment holds as well.
std::vector<std::string> ways_to_connect(const std::string& address) {
    return {"connect(bus)", "connect_address(\"" + address + "\")", "open_user()", "open_system()"};
}

void TestDbus::everyWayToConnect() {
    RunFixture run;
    RUN_OK(run, "workers: a\na: bus = dbus.start_bus()\n");
    const auto start = run.event({.operation = "dbus.start_bus", .phase = Phase::leave});
    const auto path = run.files() + "/bus-1";
    // The private bus stands for session and system bus: nothing is done to those of this machine.
    const auto address = "unix:path=" + path;
    Environment session("DBUS_SESSION_BUS_ADDRESS", address), system("DBUS_SYSTEM_BUS_ADDRESS", address);
    RUN_OK(run, "workers: b\n");
    const auto all = [&](const std::string& rest) {
        std::string text;
        for (const auto& way : ways_to_connect(address))
            text += "b: dbus." + way + rest + "\n";
        return text;
    };
    RUN_OK(run, all("   # = 0"));
    QVERIFY(::kill(static_cast<pid_t>(start.result("pid").integer()), SIGKILL) == 0);
    QTRY_VERIFY(!runs(start.result("pid").integer()));
    RUN_OK(run, all("   # ECONNREFUSED"));
    fs::remove(path);
    RUN_OK(run, all("   # ENOENT"));
    Socket silent(path);
    QVERIFY(silent.good());
    for (const auto& way : ways_to_connect(address)) {
        RUN_OK(run, "b: dbus." + way + " async   # blocked\nb: interrupt\nb: await   # EINTR\nb: dbus." +
                        way + " async   # blocked\n");
        for (int i = 0; i < 2; ++i)  // hangs up: on the one that was given up, and the one that waits
            UniqueFd(::accept(silent.get(), nullptr, nullptr));
        RUN_OK(run, "b: await   # ECONNRESET\n");
    }
    RUN_OK(run, "b: dbus.connect_address(\"" + address + "\") async   # blocked\n");
    WAITS_FOR(run, "b", "the bus at \"" + address + "\" to answer");
}

void TestDbus::noSessionBus() {
    Environment session("DBUS_SESSION_BUS_ADDRESS"), directory("XDG_RUNTIME_DIR");
    RunFixture run;
    RUN_OK(run, "workers: a\na: dbus.open_user()   # ENOMEDIUM\n");
}

void TestDbus::descriptorsRunOut() {
    RunFixture run;
    RUN_OK(run, "workers: b\nb: bus = dbus.start_bus()\n");
    const auto address =
        run.event({.operation = "dbus.start_bus", .phase = Phase::leave}).result("address").bytes();
    Environment session("DBUS_SESSION_BUS_ADDRESS", address), system("DBUS_SYSTEM_BUS_ADDRESS", address);
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text = "a: dbus.connect(bus)   # = 0  # loads the library\na: fifo.create(\"f\")\n";
    for (int i = 0; i < 80; ++i)
        text += "a: fifo.open(\"f\", access: O_RDWR)\n";
    for (const auto& way : ways_to_connect(address))
        text += "a: dbus." + way + "   # EMFILE\n";
    RUN_OK(run, text + "a: dbus.start_bus()   # EMFILE\n");
}

void TestDbus::addresses() {
    RunFixture run;
    RUN_OK(run, "workers: a\n");
    const std::string longest(200, 'x');
    const std::pair<std::string, const char*> addresses[] = {{"", "ECONNREFUSED"},
                                                             {"nonsense", "ECONNREFUSED"},
                                                             {"unix:nonsense=1", "EINVAL"},
                                                             {"unix:path=%zz", "EINVAL"},
                                                             {"tcp:host=1,port=x", "EADDRNOTAVAIL"},
                                                             {"unix:path=/nonexistent", "ENOENT"},
                                                             {"unix:path=/" + longest, "E2BIG"}};
    for (const auto& [address, outcome] : addresses)
        RUN_OK(run, fmt::format("a: dbus.connect_address(\"{}\")   # {}\n", address, outcome));
    for (const auto& [address, words] : {std::pair("unix:path=/a\\0b", "holds an octet 0"),
                                         std::pair("unixexec:path=/bin/true", "start a program")}) {
        const auto text = explain(run.run(fmt::format("a: dbus.connect_address(\"{}\")\n", address)));
        QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    }
    RUN_OK(run, R"(a: bus = dbus.start_bus()
a: c = dbus.connect_address(bus.address)   # unique_name=":1.0"
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

void TestDbus::cleanupTestCase() {
    const auto gaps = errno_gaps("dbus");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestDbus)
#include "test_dbus.moc"
