#include "mechanisms/dbus/connection.h"

#include "base/clock.h"
#include "mechanisms/dbus/daemon.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <poll.h>
#include <unistd.h>

#include <sys/ioctl.h>

namespace ipcscope::mechanisms::dbus {

namespace {

// By descriptor, for the state view; in the process that watches for others there are none.
std::map<int, Connection*>& connections() {
    static std::map<int, Connection*> all;
    return all;
}

std::string text_of(const char* text) {
    return text ? text : "";
}

// Method calls are kept for `serve`. What every program must answer (org.freedesktop.DBus.Peer) sd-bus
// answers.
int keep_call(sd_bus_message* raw, void* data, sd_bus_error*) {
    auto message = Message::share(raw);
    if (!message.is(SD_BUS_MESSAGE_METHOD_CALL) || message.interface() == "org.freedesktop.DBus.Peer")
        return 0;
    static_cast<Connection*>(data)->calls.push_back(std::move(message));
    return 1;
}

void start(Call& call, const std::function<int(sd_bus**)>& open) {
    if (const auto& problem = sd::load(); !problem.empty()) return call.refuse(problem);
    auto connection = std::make_unique<Connection>();
    call.run([&]() -> std::int64_t {
        if (const int failed = open(&connection->bus); failed < 0) return outcome(failed);
        return drive(*connection, no_deadline, [&] { return sd::bus_is_ready(connection->bus) > 0; }) < 0 ? -1
                                                                                                          : 0;
    });
    if (!call.ok()) {
        if (connection->bus) {
            sd::bus_close(connection->bus);
            sd::bus_unref(connection->bus);
        }
        return;
    }
    const char* unique = nullptr;
    sd::bus_get_unique_name(connection->bus, &unique);
    connection->unique = text_of(unique);
    sd_id128_t id{};
    sd::bus_get_bus_id(connection->bus, &id);
    std::string bus;
    for (const auto octet : id.bytes)
        bus += fmt::format("{:02x}", octet);
    connection->key = fmt::format("dbus:{}:{}", bus, connection->unique);
    connection->owner = ::getpid();
    connection->fd = sd::bus_get_fd(connection->bus);
    sd::bus_add_filter(connection->bus, nullptr, keep_call, connection.get());
    connections()[connection->fd] = connection.get();
    call.result("unique_name", connection->unique);
    call.opened("connection", {.kind = "connection",
                               .native = connection->fd,
                               .key = connection->key,
                               .label = connection->unique,
                               .aux = connection.get()});
    connection.release();
}

int open_address(sd_bus** bus, const std::string& address) {
    int result = sd::bus_new(bus);
    if (result >= 0) result = sd::bus_set_address(*bus, address.c_str());
    if (result >= 0) result = sd::bus_set_bus_client(*bus, 1);
    return result >= 0 ? sd::bus_start(*bus) : result;
}

struct Pending {
    Message reply;
};

int on_reply(sd_bus_message* message, void* data, sd_bus_error*) {
    static_cast<Pending*>(data)->reply = Message::share(message);
    return 1;
}

List waiting(const std::deque<Message>& messages) {
    List out;
    for (const auto& message : messages)
        out.push_back(Fields{{"text", joined(read_all(message.get()))},
                             {"type", message.is(SD_BUS_MESSAGE_SIGNAL) ? 1 : 0},
                             {"sender", message.sender()},
                             {"path", message.path()},
                             {"interface", message.interface()},
                             {"member", message.member()}});
    return out;
}

}  // namespace

std::string Message::sender() const {
    return text_of(sd::bus_message_get_sender(message_));
}
std::string Message::path() const {
    return text_of(sd::bus_message_get_path(message_));
}
std::string Message::interface() const {
    return text_of(sd::bus_message_get_interface(message_));
}
std::string Message::member() const {
    return text_of(sd::bus_message_get_member(message_));
}
std::string Message::signature() const {
    return text_of(sd::bus_message_get_signature(message_, 1));
}
bool Message::is(std::uint8_t type) const {
    std::uint8_t own = 0;
    sd::bus_message_get_type(message_, &own);
    return own == type;
}

Connection* connection_of(Call& call, std::string_view param) {
    auto* connection = static_cast<Connection*>(call.aux(param));
    if (connection && connection->owner == ::getpid()) return connection;
    call.run_errno([&] { return connection ? ECHILD : ENOTCONN; });
    return nullptr;
}

std::uint32_t key_of(std::string_view sender, std::uint64_t serial) {
    return stream_key(fmt::format("{} {}", sender, serial));
}

std::uint32_t key_of(const Message& message) {
    std::uint64_t serial = 0;
    sd::bus_message_get_cookie(message.get(), &serial);
    return key_of(message.sender(), serial);
}

std::uint32_t sent_key(const Connection& connection, sd_bus_message* message) {
    std::uint64_t serial = 0;
    sd::bus_message_get_cookie(message, &serial);
    return key_of(connection.unique, serial);
}

std::int64_t outcome(int result) {
    if (result >= 0) return result;
    errno = -result;
    return -1;
}

std::int64_t drive(Connection& connection, std::int64_t deadline_ns, const std::function<bool()>& done) {
    while (true) {
        if (done()) return 1;
        const int handled = sd::bus_process(connection.bus, nullptr);
        if (handled < 0) return outcome(handled);
        if (handled > 0) continue;
        pollfd wanted{sd::bus_get_fd(connection.bus), 0, 0};
        const int events = sd::bus_get_events(connection.bus);
        if (wanted.fd < 0 || events < 0) return outcome(std::min(wanted.fd, events));
        wanted.events = static_cast<short>(events);
        // When sd-bus itself has something to do (a call whose time is over), or we have.
        std::uint64_t usec = UINT64_MAX;
        sd::bus_get_timeout(connection.bus, &usec);
        std::int64_t until = usec > INT64_MAX / 1000 ? INT64_MAX : static_cast<std::int64_t>(usec) * 1000;
        if (deadline_ns != no_deadline) until = std::min(until, deadline_ns);
        const auto left = std::max<std::int64_t>(0, until - now_ns());
        const timespec limit{left / 1'000'000'000, left % 1'000'000'000};
        const int ready = ::ppoll(&wanted, 1, until == INT64_MAX ? nullptr : &limit, nullptr);
        if (ready < 0) return -1;
        if (ready == 0 && deadline_ns != no_deadline && now_ns() >= deadline_ns) return 0;
    }
}

std::int64_t deadline_of(Call& call, std::string_view param) {
    const auto limit = call.integer(param);
    return limit == 0 ? no_deadline : now_ns() + std::min(limit, INT64_MAX / 4);
}

std::int64_t ask(Call& call, Connection& connection, sd_bus_message* message, std::uint64_t usec,
                 Message& reply) {
    Pending pending;
    sd_bus_slot* slot = nullptr;
    const int sent = sd::bus_call_async(connection.bus, &slot, message, on_reply, &pending, usec);
    if (sent < 0) return outcome(sent);
    tell_sent(call, connection, message);
    // Our own call came to ourselves, who wait: sd_bus_call fails at once then.
    bool to_itself = false;
    const auto done = [&] {
        const auto own =
            std::find_if(connection.calls.begin(), connection.calls.end(),
                         [&](const Message& each) { return each.sender() == connection.unique; });
        if (own != connection.calls.end()) {
            connection.calls.erase(own);
            to_itself = true;
        }
        return to_itself || pending.reply;
    };
    const auto got = drive(connection, no_deadline, done);
    const int code = errno;
    sd::bus_slot_unref(slot);  // a reply that comes later is nobody's
    errno = code;
    if (got < 0) return -1;
    if (to_itself) return outcome(-ELOOP);
    reply = std::move(pending.reply);
    const auto* error = sd::bus_message_get_error(reply.get());
    if (!error) return 0;
    // The call fails, so its end is no receipt: this is.
    call.happened("received", key_of(reply), joined(read_all(reply.get())),
                  {{"error", text_of(error->name)}});
    return outcome(-sd::bus_message_get_errno(reply.get()));
}

void tell_reply(Call& call, const Message& reply) {
    if (!reply) return;
    call.flow_key(key_of(reply));
    const auto* error = sd::bus_message_get_error(reply.get());
    if (!error) return;
    call.result("error", text_of(error->name));
    call.result("message", text_of(error->message));
}

void tell_values(Call& call, const Words& words) {
    static std::string text;
    text = joined(words);
    call.payload(text);
    call.result("values", list_of(words));
}

void tell_message(Call& call, const Message& message) {
    call.flow_key(key_of(message));
    call.result("sender", message.sender());
    call.result("path", message.path());
    call.result("interface", message.interface());
    call.result("member", message.member());
    call.result("signature", message.signature());
    tell_values(call, read_all(message.get()));
}

void tell_sent(Call& call, const Connection& connection, sd_bus_message* message) {
    const auto copy = Message::share(message);
    Fields results;
    const char* type = copy.is(SD_BUS_MESSAGE_METHOD_CALL)     ? "call"
                       : copy.is(SD_BUS_MESSAGE_SIGNAL)        ? "signal"
                       : copy.is(SD_BUS_MESSAGE_METHOD_RETURN) ? "reply"
                                                               : "error";
    results.emplace_back("type", type);
    if (auto member = copy.member(); !member.empty()) results.emplace_back("member", std::move(member));
    call.happened("sent", sent_key(connection, message), joined(read_all(message)), results);
}

void connect(Call& call) {
    const auto address = bus_address(call.native("bus"));
    start(call, [&](sd_bus** bus) { return open_address(bus, address); });
}

void connect_address(Call& call) {
    const auto& address = call.bytes("address");
    if (address.find('\0') != std::string::npos) return call.refuse("address: it holds an octet 0");
    if (address.find("unixexec:") != std::string::npos)
        return call.refuse("address: unixexec would start a program, which connecting should not do");
    start(call, [&](sd_bus** bus) { return open_address(bus, address); });
}

void open_user(Call& call) {
    start(call, [](sd_bus** bus) { return sd::bus_open_user(bus); });
}

void open_system(Call& call) {
    start(call, [](sd_bus** bus) { return sd::bus_open_system(bus); });
}

void close(Call& call) {
    auto* connection = connection_of(call);
    if (!connection) return;
    call.run([&] {
        sd::bus_flush(connection->bus);
        sd::bus_close(connection->bus);
        return 0;
    });
    for (const auto& [id, slot] : connection->matches)
        sd::bus_slot_unref(slot);
    connections().erase(connection->fd);
    connection->calls.clear();
    connection->signals.clear();
    sd::bus_unref(connection->bus);
    delete connection;
    call.closed("connection");
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    if (handle == "bus") return observe_bus(native);
    int unread = 0;
    if (::ioctl(static_cast<int>(native), FIONREAD, &unread) != 0)
        return system_failure("asking for the bytes that were not read", "ioctl");
    const auto found = connections().find(static_cast<int>(native));
    List messages;
    Fields out;
    if (found != connections().end()) {
        messages = waiting(found->second->calls);
        auto others = waiting(found->second->signals);
        messages.insert(messages.end(), others.begin(), others.end());
        out.emplace_back("messages", std::move(messages));
        List objects;
        for (const auto& [path, interfaces] : found->second->objects)
            for (const auto& [interface, members] : interfaces)
                objects.push_back(fmt::format("{} {}", path, interface));
        out.emplace_back("objects", std::move(objects));
    }
    out.emplace_back("unread", unread);
    return out;
}

}  // namespace ipcscope::mechanisms::dbus
