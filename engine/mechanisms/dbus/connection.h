// A worker's connection to a bus, and how its calls wait: sd_bus_process(3) and ppoll(2) by turns, as
// sd_bus_get_fd(3) describes it. The waiting calls of sd-bus itself (sd_bus_call, sd_bus_wait) go on after a
// signal; these come back with EINTR.
#pragma once

#include "mechanisms/dbus/sd.h"
#include "mechanisms/dbus/text.h"
#include "mechanisms/driver.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ipcscope::mechanisms::dbus {

// Holds one reference of a message.
class Message {
public:
    Message() = default;
    explicit Message(sd_bus_message* owned) : message_(owned) {}
    Message(Message&& other) noexcept : message_(std::exchange(other.message_, nullptr)) {}
    Message& operator=(Message&& other) noexcept {
        std::swap(message_, other.message_);
        return *this;
    }
    ~Message() {
        if (message_) sd::bus_message_unref(message_);
    }
    static Message share(sd_bus_message* message) { return Message(sd::bus_message_ref(message)); }

    sd_bus_message* get() const { return message_; }
    sd_bus_message** out() { return &message_; }
    explicit operator bool() const { return message_ != nullptr; }

    std::string sender() const;
    std::string path() const;
    std::string interface() const;
    std::string member() const;
    std::string signature() const;
    bool is(std::uint8_t type) const;  // SD_BUS_MESSAGE_*

private:
    sd_bus_message* message_ = nullptr;
};

struct Member {  // of an exported interface, as the program describes it
    std::int64_t kind = 0;
    std::string name;
    std::string signature;  // of a method's arguments, of a signal; type of a property
    std::int64_t answer = 0;
    std::string returns;
    Words values;  // what the method answers; what the property holds
    std::string error;
    bool writable = false;
};
enum MemberKind : std::int64_t { method_member, property_member, signal_member };
enum Answer : std::int64_t { answer_values, answer_echo, answer_error, answer_nothing };

using Interfaces = std::map<std::string, std::vector<Member>>;

struct Connection {
    sd_bus* bus = nullptr;
    int fd = -1;
    pid_t owner = 0;                            // the process that connected
    std::string unique;                         // ":1.7", which the bus gave
    std::string key;                            // of the object in the run
    std::deque<Message> calls, signals;         // read from the socket, not yet taken by an operation
    std::map<std::string, Interfaces> objects;  // exported, by path
    std::map<std::int64_t, sd_bus_slot*> matches;
};

// Of a handle parameter. nullptr = it cannot be used, and the outcome is what sd-bus says then: ENOTCONN once
// it is closed, ECHILD in a process that got it by fork.
Connection* connection_of(Call& call, std::string_view param = "connection");

// The flow key of a message: who sent it, and its serial there.
std::uint32_t key_of(std::string_view sender, std::uint64_t serial);
std::uint32_t key_of(const Message& message);  // one that was received
// Of one that this connection has sent.
std::uint32_t sent_key(const Connection& connection, sd_bus_message* message);

// -1 and errno out of a negative errno; other values as they are.
std::int64_t outcome(int result);

inline constexpr std::int64_t no_deadline = 0;
// Handles messages and sleeps, until `done` (1), the CLOCK_MONOTONIC moment (0), or an errno (-1).
std::int64_t drive(Connection& connection, std::int64_t deadline_ns, const std::function<bool()>& done);
// A duration parameter as a deadline; 0s = none.
std::int64_t deadline_of(Call& call, std::string_view param);

// Sends a method call and waits for the reply. In `reply` also an error; then -1 and its errno.
// As part of Call::run. `usec` as of sd_bus_call(3).
std::int64_t ask(Call& call, Connection& connection, sd_bus_message* message, std::uint64_t usec,
                 Message& reply);
// Results `error` and `message` of an error reply, if it is one; the key of its flow.
void tell_reply(Call& call, const Message& reply);
// Results and payload of a method call or signal that was received; the key of its flow.
void tell_message(Call& call, const Message& message);
// Payload: values as text. Kept until the next call.
void tell_values(Call& call, const Words& words);
// Records that a message has left: an instant, where its arrow begins.
void tell_sent(Call& call, const Connection& connection, sd_bus_message* message);

// --- operations ---
void connect(Call& call);
void connect_address(Call& call);
void open_user(Call& call);
void open_system(Call& call);
void close(Call& call);
Result<Fields> observe(std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::dbus
