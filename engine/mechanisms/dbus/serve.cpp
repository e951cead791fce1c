#include "mechanisms/dbus/objects.h"

#include <fmt/format.h>

namespace ipcscope::mechanisms::dbus {

namespace {

const Value& field(const Fields& fields, std::string_view name) {
    static const Value none;
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return none;
}

Member member_out_of(const Fields& fields) {
    Member out;
    out.kind = field(fields, "kind").integer();
    out.name = field(fields, "name").bytes();
    out.signature = field(fields, "signature").bytes();
    out.answer = field(fields, "answer").integer();
    out.returns = field(fields, "returns").bytes();
    if (const auto* values = field(fields, "values").as<List>()) out.values = words_of(*values);
    out.error = field(fields, "error").bytes();
    out.writable = field(fields, "writable").integer() != 0;
    return out;
}

bool letters(std::string_view text, bool with_dots, bool with_dashes = false) {
    if (text.empty() || text.size() > 255) return false;
    bool first = true;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = c >= '0' && c <= '9';
        if (c == '.' && with_dots && !first) {
            first = true;
            continue;
        }
        if (!letter && !(digit && !first) && !(c == '-' && with_dashes)) return false;
        first = false;
    }
    return !first;
}

bool is_interface(std::string_view text) {
    return letters(text, true) && text.find('.') != std::string_view::npos;
}

bool is_path(std::string_view text) {
    if (text == "/") return true;
    if (text.empty() || text[0] != '/' || text.back() == '/') return false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        const bool good =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (!good && !(c == '/' && text[at - 1] != '/')) return false;
    }
    return true;
}

// What is wrong with the description of a member; "" = nothing.
std::string fault(const Member& member) {
    if (!letters(member.name, false)) return "it is no name: letters, digits and _ only";
    const bool one = type_length(member.signature) == member.signature.size();
    if (member.kind == property_member && (member.signature.empty() || !one))
        return "signature: a property has exactly one type, as s or a{sv}";
    for (std::string_view left : {std::string_view(member.signature), std::string_view(member.returns)})
        for (std::size_t length = 0; !left.empty(); left.remove_prefix(length))
            if (length = type_length(left); length == 0)
                return fmt::format("'{}' is not a D-Bus signature", left);
    if (member.kind == property_member) return misfit(member.signature, member.values);
    if (member.kind != method_member) return {};
    if (member.answer == answer_values) return misfit(member.returns, member.values);
    if (member.answer == answer_error && !is_interface(member.error))
        return "error: a name such as org.example.Error.Broken is needed";
    return {};
}

void send(Call& call, Connection& connection, const Message& message) {
    if (sd::bus_send(connection.bus, message.get(), nullptr) >= 0) tell_sent(call, connection, message.get());
}

const char* answer_name(const Message& reply) {
    if (!reply) return "none";
    return sd::bus_message_get_error(reply.get()) ? "error" : "reply";
}

}  // namespace

void export_object(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    const auto& path = call.bytes("path");
    const auto& interface = call.bytes("interface");
    std::vector<Member> members;
    for (const auto& item : call.list("members")) {
        members.push_back(member_out_of(*item.as<Fields>()));
        if (auto wrong = fault(members.back()); !wrong.empty())
            return call.refuse(fmt::format("members: {}: {}", members.back().name, wrong));
    }
    call.run_errno([&] {
        if (!is_path(path) || !is_interface(interface)) return EINVAL;
        auto& interfaces = connection->objects[path];
        if (interfaces.count(interface) > 0) return EEXIST;
        interfaces[interface] = std::move(members);
        return 0;
    });
}

void unexport(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    call.run_errno([&] {
        const auto object = connection->objects.find(call.bytes("path"));
        if (object == connection->objects.end() || object->second.erase(call.bytes("interface")) == 0)
            return ENOENT;
        if (object->second.empty()) connection->objects.erase(object);
        return 0;
    });
}

void serve(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    const auto deadline = deadline_of(call, "timeout");
    Message message;
    Answered answered;
    const auto got = call.run([&] {
        const auto ready = drive(*connection, deadline, [&] { return !connection->calls.empty(); });
        if (ready != 1) return ready;
        message = std::move(connection->calls.front());
        connection->calls.pop_front();
        answered = answer(*connection, message);
        if (sd::bus_message_get_expect_reply(message.get()) <= 0) answered.reply = Message();
        if (answered.reply) send(call, *connection, answered.reply);
        if (answered.changed) send(call, *connection, answered.changed);
        return ready;
    });
    if (got != 1) return;
    tell_message(call, message);
    call.result("answer", answer_name(answered.reply));
    if (!answered.reply) return;
    call.result("reply", list_of(read_all(answered.reply.get())));
    if (const auto* error = sd::bus_message_get_error(answered.reply.get()))
        call.result("error", std::string(error->name));
}

}  // namespace ipcscope::mechanisms::dbus
