// What a connection asks of the bus for itself: names, and which signals it wants.
#include "mechanisms/dbus/calls.h"

#include <cerrno>

namespace ipcscope::mechanisms::dbus {

namespace {

int keep_reply(sd_bus_message* message, void* data, sd_bus_error*) {
    *static_cast<Message*>(data) = Message::share(message);
    return 1;
}

// A signal may fit several rules: it is kept once.
int keep_signal(sd_bus_message* raw, void* data, sd_bus_error*) {
    auto& signals = static_cast<Connection*>(data)->signals;
    if (signals.empty() || signals.back().get() != raw) signals.push_back(Message::share(raw));
    return 0;
}

// Waits for what `begin` has asked the bus for: 0, or -1 and errno.
template <typename Begin>
std::int64_t wait_for(Connection& connection, Message& reply, sd_bus_slot** slot, Begin begin) {
    if (const int failed = begin(); failed < 0) return outcome(failed);
    if (drive(connection, no_deadline, [&] { return static_cast<bool>(reply); }) < 0) {
        const int code = errno;
        sd::bus_slot_unref(*slot);
        *slot = nullptr;
        errno = code;
        return -1;
    }
    const int error = sd::bus_message_get_errno(reply.get());
    return error > 0 ? outcome(-error) : 0;
}

// The one number that the bus answers with.
std::uint32_t number_in(const Message& reply) {
    std::uint32_t number = 0;
    if (reply && sd::bus_message_rewind(reply.get(), 1) >= 0)
        sd::bus_message_read_basic(reply.get(), 'u', &number);
    return number;
}

bool refused_name(Call& call, const char* param) {
    if (call.bytes(param).find('\0') == std::string::npos) return false;
    call.refuse(std::string(param) + ": it holds an octet 0");
    return true;
}

}  // namespace

void request_name(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_name(call, "name")) return;
    Message reply;
    sd_bus_slot* slot = nullptr;
    call.run([&]() -> std::int64_t {
        const auto flags = static_cast<std::uint64_t>(call.integer("flags"));
        if (wait_for(*connection, reply, &slot, [&] {
                return sd::bus_request_name_async(connection->bus, &slot, call.bytes("name").c_str(), flags,
                                                  keep_reply, &reply);
            }) < 0)
            return -1;
        switch (number_in(reply)) {  // as sd_bus_request_name(3) says it
            case 2: return 0;
            case 3: return outcome(-EEXIST);
            case 4: return outcome(-EALREADY);
            default: return 1;
        }
    });
    sd::bus_slot_unref(slot);
    tell_reply(call, reply);
    if (const auto answer = number_in(reply)) call.result("reply", answer);
}

void release_name(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_name(call, "name")) return;
    Message reply;
    sd_bus_slot* slot = nullptr;
    call.run([&]() -> std::int64_t {
        if (wait_for(*connection, reply, &slot, [&] {
                return sd::bus_release_name_async(connection->bus, &slot, call.bytes("name").c_str(),
                                                  keep_reply, &reply);
            }) < 0)
            return -1;
        switch (number_in(reply)) {
            case 2: return outcome(-ESRCH);
            case 3: return outcome(-EADDRINUSE);
            default: return 0;
        }
    });
    sd::bus_slot_unref(slot);
    tell_reply(call, reply);
    if (const auto answer = number_in(reply)) call.result("reply", answer);
}

void add_match(Call& call) {
    auto* connection = connection_of(call);
    if (!connection || refused_name(call, "rule")) return;
    // The library gives one pointer to both of its callbacks, which are to find different things.
    static Message reply;
    reply = Message();
    sd_bus_slot* slot = nullptr;
    call.run([&] {
        return wait_for(*connection, reply, &slot, [&] {
            return sd::bus_add_match_async(
                connection->bus, &slot, call.bytes("rule").c_str(), keep_signal,
                [](sd_bus_message* message, void*, sd_bus_error*) {
                    reply = Message::share(message);
                    return 1;
                },
                connection);
        });
    });
    tell_reply(call, reply);
    reply = Message();
    if (!call.ok()) {
        sd::bus_slot_unref(slot);
        return;
    }
    static std::int64_t next = 1;
    connection->matches[next] = slot;
    call.opened("match", {.kind = "match",
                          .native = next++,
                          .key = connection->key,
                          .label = call.bytes("rule"),
                          .aux = connection});
}

void remove_match(Call& call) {
    auto* connection = connection_of(call, "match");
    if (!connection) return;
    const auto id = call.native("match");
    call.run([&]() -> std::int64_t {
        const auto found = connection->matches.find(id);
        if (found == connection->matches.end()) return outcome(-ENOENT);
        sd::bus_slot_unref(found->second);
        connection->matches.erase(found);
        return outcome(std::min(sd::bus_flush(connection->bus), 0));
    });
    if (call.ok()) call.closed("match");
}

}  // namespace ipcscope::mechanisms::dbus
