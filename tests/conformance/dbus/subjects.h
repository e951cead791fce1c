// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <QtTest>

#include <fmt/format.h>
#include <fstream>
#include <memory>

namespace ipcscope::testing::dbus_tests {

// A server `s` of worker `a` with what the tests call, and a client `c` of worker `b`.
inline constexpr const char* server = R"(workers: a, b
a: bus = dbus.start_bus()
a: s = dbus.connect(bus)
a: dbus.request_name(s.connection, name: "org.example.Test")   # = 1
a: dbus.export(s.connection, path: "/t", interface: "org.example.Test", members: [{name: "Hello", signature: "s", returns: "s", values: ["hi"]}, {name: "Broken", answer: error, error: "org.example.Error.Broken", values: ["it is broken"]}, {name: "Denied", answer: error, error: "org.freedesktop.DBus.Error.AccessDenied"}, {name: "Silent", answer: silence}, {kind: property, name: "Level", signature: "u", values: ["3"], writable: true}, {kind: property, name: "Fixed", signature: "u", values: ["3"]}]) # = 0
b: c = dbus.connect(bus)
)";

inline std::string call(std::string_view member, std::string_view rest = "", std::string_view object = "/t",
                        std::string_view destination = "org.example.Test") {
    return fmt::format(
        "b: dbus.call(c.connection, destination: \"{}\", path: \"{}\", interface: \"org.example.Test\", "
        "member: \"{}\"{})",
        destination, object, member, rest);
}

// A call that the server has to answer, and how it ends.
inline std::string answered(const std::string& line, std::string_view outcome) {
    return fmt::format("{} async   # blocked\na: dbus.serve(s.connection)   # = 1\nb: await   # {}\n", line,
                       outcome);
}

inline bool runs(std::int64_t pid) {
    std::ifstream status(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(status, text);
    return !text.empty() && text.find(") Z ") == std::string::npos;
}

std::unique_ptr<QObject> values();
std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::dbus_tests
