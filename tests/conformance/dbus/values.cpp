// What messages hold: values of every type, descriptions of objects, and words that fit neither.
#include "conformance/dbus/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <fmt/format.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::dbus_tests;

class TestDbusValues : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void everyTypeComesBackAsItWas();
    void wordsThatDoNotFitAreRefused();
    void descriptionsThatAreWrongAreRefused();
    void introspectionListsEverything();
    void badNames();
    void addresses();
};

void TestDbusValues::everyTypeComesBackAsItWas() {
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

void TestDbusValues::wordsThatDoNotFitAreRefused() {
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

void TestDbusValues::descriptionsThatAreWrongAreRefused() {
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

void TestDbusValues::introspectionListsEverything() {
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

void TestDbusValues::badNames() {
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

void TestDbusValues::addresses() {
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

std::unique_ptr<QObject> testing::dbus_tests::values() {
    return std::make_unique<TestDbusValues>();
}

#include "values.moc"
