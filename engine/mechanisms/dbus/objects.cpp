#include "mechanisms/dbus/objects.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <set>

namespace ipcscope::mechanisms::dbus {

namespace {

constexpr const char* properties_interface = "org.freedesktop.DBus.Properties";
constexpr const char* introspectable_interface = "org.freedesktop.DBus.Introspectable";

std::string argument_xml(std::string_view signature, const char* direction) {
    std::string out;
    while (!signature.empty()) {
        const auto length = type_length(signature);
        out += fmt::format("   <arg type=\"{}\"{}/>\n", signature.substr(0, length), direction);
        signature.remove_prefix(length);
    }
    return out;
}

std::string member_xml(const Member& member) {
    switch (member.kind) {
        case property_member:
            return fmt::format("  <property name=\"{}\" type=\"{}\" access=\"{}\"/>\n", member.name,
                               member.signature, member.writable ? "readwrite" : "read");
        case signal_member:
            return fmt::format("  <signal name=\"{}\">\n{}  </signal>\n", member.name,
                               argument_xml(member.signature, ""));
        default: {
            const auto& returns = member.answer == answer_echo ? member.signature : member.returns;
            return fmt::format("  <method name=\"{}\">\n{}{}  </method>\n", member.name,
                               argument_xml(member.signature, " direction=\"in\""),
                               argument_xml(returns, " direction=\"out\""));
        }
    }
}

Message error(const Message& call, const char* name, const std::string& text) {
    const sd_bus_error what{name, text.c_str(), 0};
    Message out;
    sd::bus_message_new_method_error(call.get(), out.out(), &what);
    return out;
}

Message success(const Message& call) {
    Message out;
    sd::bus_message_new_method_return(call.get(), out.out());
    return out;
}

const char* text(sd_bus_message* message) {
    const char* out = "";
    sd::bus_message_read_basic(message, 's', &out);
    return out;
}

Member* member_of(std::vector<Member>& members, std::int64_t kind, const std::string& name) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) {
        return member.kind == kind && member.name == name;
    });
    return found == members.end() ? nullptr : &*found;
}

// {sv} of one property, into an open array.
void append_property(sd_bus_message* message, const Member& member) {
    sd::bus_message_open_container(message, 'e', "sv");
    sd::bus_message_append_basic(message, 's', member.name.c_str());
    sd::bus_message_open_container(message, 'v', member.signature.c_str());
    (void)append(message, member.signature, member.values);
    sd::bus_message_close_container(message);
    sd::bus_message_close_container(message);
}

Message changed_signal(Connection& connection, const Message& call, const std::string& interface,
                       const Member& member) {
    Message out;
    if (sd::bus_message_new_signal(connection.bus, out.out(), call.path().c_str(), properties_interface,
                                   "PropertiesChanged") < 0)
        return {};
    sd::bus_message_append_basic(out.get(), 's', interface.c_str());
    sd::bus_message_open_container(out.get(), 'a', "{sv}");
    append_property(out.get(), member);
    sd::bus_message_close_container(out.get());
    sd::bus_message_open_container(out.get(), 'a', "s");
    sd::bus_message_close_container(out.get());
    return out;
}

Message get_all(const Message& call, const std::vector<Member>& members) {
    auto reply = success(call);
    sd::bus_message_open_container(reply.get(), 'a', "{sv}");
    for (const auto& member : members)
        if (member.kind == property_member) append_property(reply.get(), member);
    sd::bus_message_close_container(reply.get());
    return reply;
}

void set_property(Connection& connection, const Message& call, const std::string& interface, Member& member,
                  Answered& out) {
    if (!member.writable) {
        out.reply = error(call, SD_BUS_ERROR_PROPERTY_READ_ONLY,
                          fmt::format("Property {} cannot be written.", member.name));
        return;
    }
    auto words = read_all(call.get());  // interface, name, signature, value...
    if (words.size() < 3 || words[2] != member.signature) {
        out.reply = error(call, SD_BUS_ERROR_INVALID_ARGS,
                          fmt::format("Property {} is of type {}.", member.name, member.signature));
        return;
    }
    member.values.assign(words.begin() + 3, words.end());
    out.reply = success(call);
    out.changed = changed_signal(connection, call, interface, member);
}

void properties(Connection& connection, Interfaces& interfaces, const Message& call, Answered& out) {
    const auto method = call.member();
    const bool all = method == "GetAll";
    if (call.signature() != (all ? "s" : method == "Get" ? "ss" : "ssv")) {
        out.reply = error(call, SD_BUS_ERROR_INVALID_ARGS, "Wrong arguments for " + method + ".");
        return;
    }
    sd::bus_message_rewind(call.get(), 1);
    const std::string interface = text(call.get());
    const auto found = interfaces.find(interface);
    if (found == interfaces.end()) {
        out.reply = error(call, SD_BUS_ERROR_UNKNOWN_INTERFACE, "Unknown interface " + interface + ".");
        return;
    }
    if (all) {
        out.reply = get_all(call, found->second);
        return;
    }
    const std::string name = text(call.get());
    auto* member = member_of(found->second, property_member, name);
    if (!member) {
        out.reply = error(call, SD_BUS_ERROR_UNKNOWN_PROPERTY, "Unknown property " + name + ".");
        return;
    }
    if (method == "Set") return set_property(connection, call, interface, *member, out);
    out.reply = success(call);
    sd::bus_message_open_container(out.reply.get(), 'v', member->signature.c_str());
    (void)append(out.reply.get(), member->signature, member->values);
    sd::bus_message_close_container(out.reply.get());
}

void described(const Message& call, const Member& method, Answered& out) {
    if (call.signature() != method.signature) {
        out.reply =
            error(call, SD_BUS_ERROR_INVALID_ARGS,
                  fmt::format("{} takes '{}', not '{}'.", method.name, method.signature, call.signature()));
        return;
    }
    switch (method.answer) {
        case answer_nothing: return;
        case answer_error:
            out.reply = error(call, method.error.c_str(), joined(method.values));
            if (!out.reply) out.problem = "'" + method.error + "' is not the name of a D-Bus error";
            return;
        case answer_echo:
            out.reply = success(call);
            (void)append(out.reply.get(), call.signature(), read_all(call.get()));
            return;
        default:
            out.reply = success(call);
            out.problem = append(out.reply.get(), method.returns, method.values);
    }
}

}  // namespace

std::string introspection(const Connection& connection, const std::string& path) {
    std::string out =
        "<!DOCTYPE node PUBLIC \"-//freedesktop//DTD D-BUS Object Introspection 1.0//EN\"\n"
        " \"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd\">\n<node>\n";
    if (const auto found = connection.objects.find(path); found != connection.objects.end()) {
        for (const auto& [interface, members] : found->second) {
            out += fmt::format(" <interface name=\"{}\">\n", interface);
            for (const auto& member : members)
                out += member_xml(member);
            out += " </interface>\n";
        }
    }
    const auto prefix = path == "/" ? path : path + "/";
    std::set<std::string> below;
    for (const auto& [other, interfaces] : connection.objects)
        if (other.size() > prefix.size() && other.starts_with(prefix))
            below.insert(other.substr(prefix.size(), other.find('/', prefix.size()) - prefix.size()));
    for (const auto& name : below)
        out += fmt::format(" <node name=\"{}\"/>\n", name);
    return out + "</node>\n";
}

Answered answer(Connection& connection, const Message& call) {
    Answered out;
    const auto interface = call.interface();
    const auto method = call.member();
    const auto object = connection.objects.find(call.path());
    const bool known = object != connection.objects.end();
    if (known) {  // what is described goes before what every object has
        for (auto& [name, members] : object->second) {
            if (!interface.empty() && name != interface) continue;
            if (const auto* found = member_of(members, method_member, method)) {
                described(call, *found, out);
                return out;
            }
        }
    }
    if (method == "Introspect" && (interface.empty() || interface == introspectable_interface)) {
        out.reply = success(call);
        sd::bus_message_append_basic(out.reply.get(), 's', introspection(connection, call.path()).c_str());
    } else if (!known) {
        out.reply = error(call, SD_BUS_ERROR_UNKNOWN_OBJECT, "Unknown object " + call.path() + ".");
    } else if (interface == properties_interface &&
               (method == "Get" || method == "Set" || method == "GetAll")) {
        properties(connection, object->second, call, out);
    } else if (!interface.empty() && object->second.count(interface) == 0) {
        out.reply = error(call, SD_BUS_ERROR_UNKNOWN_INTERFACE, "Unknown interface " + interface + ".");
    } else {
        out.reply = error(call, SD_BUS_ERROR_UNKNOWN_METHOD,
                          fmt::format("Unknown method {} or interface {}.", method, interface));
    }
    return out;
}

}  // namespace ipcscope::mechanisms::dbus
