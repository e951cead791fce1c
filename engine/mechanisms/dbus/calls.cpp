#include "mechanisms/dbus/calls.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <initializer_list>

namespace ipcscope::mechanisms::dbus {

namespace {

constexpr const char* properties_interface = "org.freedesktop.DBus.Properties";

// As the library takes it: nothing instead of an empty text.
const char* or_null(const std::string& text) {
    return text.empty() ? nullptr : text.c_str();
}

// Does a text parameter hold an octet 0, at which the library would end it?
bool refused_text(Call& call, std::initializer_list<const char*> params) {
    for (const char* param : params) {
        if (call.bytes(param).find('\0') == std::string::npos) continue;
        call.refuse(fmt::format("{}: it holds an octet 0", param));
        return true;
    }
    return false;
}

// 0 as the library means it: its default, 25 seconds.
std::uint64_t usec_of(Call& call) {
    const auto limit = call.integer("timeout");
    return limit == 0 ? 0 : static_cast<std::uint64_t>(std::max<std::int64_t>(1, limit / 1000));
}

// A method call; `failed` is why the library does not make one out of these names (a negative errno).
Message new_call(Connection& connection, Call& call, const char* interface, const char* member, int& failed) {
    Message out;
    failed = sd::bus_message_new_method_call(connection.bus, out.out(), or_null(call.bytes("destination")),
                                             call.bytes("path").c_str(), interface, member);
    return out;
}

// Sends it and waits; the reply of a success, with its flow told.
Message asked(Call& call, Connection& connection, const Message& message, int failed) {
    Message reply;
    call.run([&] {
        if (failed < 0) return outcome(failed);
        return ask(call, connection, message.get(), usec_of(call), reply);
    });
    tell_reply(call, reply);
    return call.ok() ? std::move(reply) : Message();
}

}  // namespace

void call_method(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_text(call, {"destination", "path", "interface", "member", "signature"}))
        return;
    int failed = 0;
    const auto message =
        new_call(*connection, call, or_null(call.bytes("interface")), call.bytes("member").c_str(), failed);
    if (failed >= 0) {
        const auto wrong = append(message.get(), call.bytes("signature"), words_of(call.list("arguments")));
        if (!wrong.empty()) return call.refuse("arguments: " + wrong);
    }
    if (!call.flag("expect_reply")) {
        call.run([&] {
            if (failed < 0) return outcome(failed);
            sd::bus_message_set_expect_reply(message.get(), 0);
            const int sent = sd::bus_send(connection->bus, message.get(), nullptr);
            if (sent >= 0) tell_sent(call, *connection, message.get());
            return outcome(std::min(sent, 0));
        });
        return;
    }
    const auto reply = asked(call, *connection, message, failed);
    if (!reply) return;
    call.result("signature", reply.signature());
    tell_values(call, read_all(reply.get()));
}

void get_property(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_text(call, {"destination", "path", "interface", "property"})) return;
    int failed = 0;
    const auto message = new_call(*connection, call, properties_interface, "Get", failed);
    if (failed >= 0) {
        sd::bus_message_append_basic(message.get(), 's', call.bytes("interface").c_str());
        sd::bus_message_append_basic(message.get(), 's', call.bytes("property").c_str());
    }
    const auto reply = asked(call, *connection, message, failed);
    if (!reply) return;
    auto words = read_all(reply.get());
    call.result("signature", words.empty() ? std::string() : words.front());
    if (!words.empty()) words.erase(words.begin());
    tell_values(call, words);
}

void set_property(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_text(call, {"destination", "path", "interface", "property", "signature"}))
        return;
    int failed = 0;
    const auto message = new_call(*connection, call, properties_interface, "Set", failed);
    if (failed >= 0) {
        Words words{call.bytes("interface"), call.bytes("property"), call.bytes("signature")};
        for (auto& word : words_of(call.list("value")))
            words.push_back(std::move(word));
        if (const auto wrong = append(message.get(), "ssv", words); !wrong.empty())
            return call.refuse("value: " + wrong);
    }
    asked(call, *connection, message, failed);
}

void introspect(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_text(call, {"destination", "path"})) return;
    int failed = 0;
    const auto message =
        new_call(*connection, call, "org.freedesktop.DBus.Introspectable", "Introspect", failed);
    const auto reply = asked(call, *connection, message, failed);
    if (!reply) return;
    static std::string xml;
    const auto words = read_all(reply.get());
    xml = words.empty() ? std::string() : words.front();
    call.payload(xml);
}

void list_names(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    Message message, reply;
    call.run([&] {
        const int made =
            sd::bus_message_new_method_call(connection->bus, message.out(), "org.freedesktop.DBus",
                                            "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames");
        return made < 0 ? outcome(made) : ask(call, *connection, message.get(), 0, reply);
    });
    tell_reply(call, reply);
    if (!call.ok()) return;
    auto names = read_all(reply.get());
    if (!names.empty()) names.erase(names.begin());  // how many
    std::sort(names.begin(), names.end());
    call.result("names", list_of(names));
}

void emit_signal(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_text(call, {"path", "interface", "member", "signature", "destination"}))
        return;
    Message message;
    int failed = sd::bus_message_new_signal(connection->bus, message.out(), call.bytes("path").c_str(),
                                            call.bytes("interface").c_str(), call.bytes("member").c_str());
    if (failed >= 0 && !call.bytes("destination").empty())
        failed = sd::bus_message_set_destination(message.get(), call.bytes("destination").c_str());
    if (failed >= 0) {
        const auto wrong = append(message.get(), call.bytes("signature"), words_of(call.list("arguments")));
        if (!wrong.empty()) return call.refuse("arguments: " + wrong);
    }
    call.run([&] {
        if (failed >= 0) failed = sd::bus_send(connection->bus, message.get(), nullptr);
        return outcome(std::min(failed, 0));
    });
    if (!call.ok()) return;
    call.flow_key(sent_key(*connection, message.get()));
    static std::string text;
    text = joined(read_all(message.get()));
    call.payload(text);
}

void receive(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    const auto deadline = deadline_of(call, "timeout");
    const auto got =
        call.run([&] { return drive(*connection, deadline, [&] { return !connection->signals.empty(); }); });
    if (got != 1) return;
    const auto message = std::move(connection->signals.front());
    connection->signals.pop_front();
    tell_message(call, message);
}

}  // namespace ipcscope::mechanisms::dbus
