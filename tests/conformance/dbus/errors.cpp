// What fails: calls, rules and names on the bus, a bus that goes. Every documented errno is seen.
#include "base/unique_fd.h"
#include "conformance/dbus/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <sys/socket.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::dbus_tests;
namespace fs = std::filesystem;

namespace {

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

// The calls that connect to the bus `bus` of worker a, whose address the environment holds as well.
std::vector<std::string> ways_to_connect(const std::string& address) {
    return {"connect(bus)", "connect_address(\"" + address + "\")", "open_user()", "open_system()"};
}

}  // namespace

class TestDbusErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void everyErrorOfEveryCall();
    void matchErrors();
    void nameErrors();
    void closedConnection();
    void inheritedConnection();
    void interrupted();
    void busGoes();
    void noDaemon();
    void everyWayToConnect();
    void noSessionBus();
    void descriptorsRunOut();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestDbusErrors::everyErrorOfEveryCall() {
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

void TestDbusErrors::matchErrors() {
    RunFixture run;
    RUN_OK(run, std::string(server) + R"(b: dbus.add_match(c.connection, rule: "nonsense")   # EINVAL
b: dbus.add_match(c.connection, rule: "type='nonsense'")   # EINVAL
b: m = dbus.add_match(c.connection)
b: dbus.remove_match(m)   # = 0
b: dbus.remove_match(m)   # ENOTCONN
)");
}

void TestDbusErrors::nameErrors() {
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

void TestDbusErrors::closedConnection() {
    RunFixture run;
    RUN_OK(run, std::string(server) +
                    "b: m = dbus.add_match(c.connection)\nb: dbus.close(c.connection)   # = 0\n" +
                    everything("b", "c.connection", "ENOTCONN", true));
}

void TestDbusErrors::inheritedConnection() {
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

void TestDbusErrors::interrupted() {
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

void TestDbusErrors::busGoes() {
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

void TestDbusErrors::noDaemon() {
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

void TestDbusErrors::everyWayToConnect() {
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

void TestDbusErrors::noSessionBus() {
    Environment session("DBUS_SESSION_BUS_ADDRESS"), directory("XDG_RUNTIME_DIR");
    RunFixture run;
    RUN_OK(run, "workers: a\na: dbus.open_user()   # ENOMEDIUM\n");
}

void TestDbusErrors::descriptorsRunOut() {
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

void TestDbusErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("dbus");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::dbus_tests::errors() {
    return std::make_unique<TestDbusErrors>();
}

#include "errors.moc"
