#include "import/trace_objects.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr std::size_t most_waiting = 4096;  // connections that nobody accepts

const ObjectSpec* object_spec(const MechanismSpec& mechanism, const HandleSpec* handle) {
    for (const auto& object : mechanism.objects)
        if (handle && std::string_view(handle->object) == object.id) return &object;
    return mechanism.objects.empty() ? nullptr : &mechanism.objects.front();
}

std::string port_of(const std::string& address) {
    const auto colon = address.rfind(':');
    return colon == std::string::npos ? "" : address.substr(colon + 1);
}

}  // namespace

TraceObjects::TraceObjects(ImportedRecording& recording) : recording_(recording) {}

ObjectId TraceObjects::make(const MechanismSpec& mechanism, const HandleSpec* handle, FlowPolicy flow,
                            std::string_view label) {
    ObjectInfo info;
    info.mechanism = &mechanism;
    info.spec = object_spec(mechanism, handle);
    if (!info.spec) return {};
    info.flow = flow != FlowPolicy::none ? flow : info.spec->flow;
    info.label = std::string(label.substr(0, 200));
    // Names as a program would have them: q, q2, q3.
    auto& count = names_[mechanism.id];
    ++count;
    info.name = fmt::format("{}{}", mechanism.id, count);
    info.key = label.empty() ? fmt::format("{}#{}", mechanism.id, count)
                             : fmt::format("{}:{}#{}", mechanism.id, info.label, count);
    return recording_.add_object(std::move(info));
}

ObjectId TraceObjects::by_name(const MechanismSpec& mechanism, std::string_view name) const {
    const auto found = by_name_.find({&mechanism, std::string(name)});
    return found == by_name_.end() ? ObjectId{} : found->second;
}

void TraceObjects::name(const MechanismSpec& mechanism, std::string_view name, ObjectId object) {
    by_name_[{&mechanism, std::string(name)}] = object;
}

void TraceObjects::forget_name(const MechanismSpec& mechanism, std::string_view name) {
    by_name_.erase({&mechanism, std::string(name)});
}

ObjectId TraceObjects::by_id(const std::string& kind, std::int64_t id) {
    auto& object = by_id_[{kind, id}];
    if (object) return object;
    const auto [mechanism, handle] = recording_.known().handle(kind);
    if (mechanism) object = make(*mechanism, handle, FlowPolicy::none, std::to_string(id));
    return object;
}

void TraceObjects::set_id(const std::string& kind, std::int64_t id, ObjectId object) {
    by_id_[{kind, id}] = object;
}

void TraceObjects::removed_id(const std::string& kind, std::int64_t id) {
    const auto found = by_id_.find({kind, id});
    if (found == by_id_.end()) return;
    if (found->second) recording_.object(found->second).removed = true;
    by_id_.erase(found);
}

ObjectId TraceObjects::by_note(const MechanismSpec& mechanism, const std::string& note) {
    auto& object = by_note_[{&mechanism, note}];
    if (!object) object = make(mechanism, nullptr, FlowPolicy::none, note);
    return object;
}

void TraceObjects::noted(const MechanismSpec& mechanism, const std::string& note, ObjectId object) {
    by_note_.try_emplace({&mechanism, note}, object);
}

std::uint32_t TraceObjects::key_of(const std::string& stream) {
    return keys_.try_emplace(stream, static_cast<std::uint32_t>(keys_.size() + 1)).first->second;
}

std::uint16_t TraceObjects::index_of(const MechanismSpec& mechanism) const {
    const auto all = recording_.known().mechanisms();
    return static_cast<std::uint16_t>(std::find(all.begin(), all.end(), &mechanism) - all.begin());
}

std::uint32_t TraceObjects::takes_in(ObjectId socket) {
    auto& object = recording_.object(socket);
    if (object.takes_in == 0) {
        object.takes_in = key_of(fmt::format("to {}", socket.value));
        recording_.joiner().takes_in(index_of(*object.mechanism), object.takes_in, socket);
    }
    return object.takes_in;
}

void TraceObjects::direct(ObjectId from, ObjectId to) {
    recording_.object(from).sends = takes_in(to);
}

void TraceObjects::pair(ObjectId one, ObjectId other) {
    if (!one || !other || one == other) return;
    direct(one, other);
    direct(other, one);
}

// "TCP:[127.0.0.1:80->127.0.0.1:4711]", "UNIX-STREAM:[7->8]", "UNIX-STREAM:[7->8,\"/tmp/s\"]"
void TraceObjects::ends(ObjectId object, const MechanismSpec& mechanism, std::string_view note) {
    const auto open = note.find('['), arrow = note.find("->");
    if (open == std::string_view::npos || arrow == std::string_view::npos || open > arrow) return;
    auto& info = recording_.object(object);
    if (info.takes_in != 0 && info.sends != 0) return;
    const std::string here(note.substr(open + 1, arrow - open - 1));
    std::string there(note.substr(arrow + 2));
    there = there.substr(0, there.find_first_of(there.starts_with('[') ? "," : ",]"));
    const auto stream = [&](const std::string& from, const std::string& to) {
        return key_of(fmt::format("{} {}->{}", mechanism.id, from, to));
    };
    if (info.sends == 0) info.sends = stream(here, there);
    if (info.takes_in == 0) {
        info.takes_in = stream(there, here);
        recording_.joiner().takes_in(index_of(mechanism), info.takes_in, object);
    }
    if (info.label.empty() || info.label == note) info.label = fmt::format("{} -> {}", here, there);
}

ObjectId TraceObjects::bound_to(const MechanismSpec* mechanism, const std::string& address) const {
    if (const auto found = by_address_.find({mechanism, address}); found != by_address_.end())
        return found->second;
    const auto port = port_of(address);
    if (port.empty()) return {};
    for (const auto* any : {"0.0.0.0", "::"})
        if (const auto found = by_address_.find({mechanism, fmt::format("{}:{}", any, port)});
            found != by_address_.end())
            return found->second;
    return {};
}

void TraceObjects::bind(ObjectId socket, const std::string& address) {
    auto& object = recording_.object(socket);
    if (address.empty() || port_of(address) == "0") return;
    // A connection that was accepted has the listener's address.
    by_address_.try_emplace({object.mechanism, address}, socket);
    if (object.label.empty()) object.label = address;
}

void TraceObjects::connect(ObjectId socket, const std::string& address) {
    auto& object = recording_.object(socket);
    const auto to = bound_to(object.mechanism, address);
    if (!to || to == socket) return;
    if (object.flow != FlowPolicy::byte_stream && connecting_.find(to) == connecting_.end() &&
        waiting_.find(to) == waiting_.end() && object.spec->streams_by_key)
        direct(socket, to);  // a datagram socket's default address
    auto& waiting = waiting_[to];
    if (!waiting.empty()) {
        pair(socket, waiting.front());
        waiting.pop_front();
        return;
    }
    auto& connecting = connecting_[to];
    if (connecting.size() < most_waiting) connecting.push_back(socket);
}

void TraceObjects::accepted(ObjectId listener, ObjectId socket) {
    auto& connecting = connecting_[listener];
    if (connecting.empty()) {
        auto& waiting = waiting_[listener];
        if (waiting.size() < most_waiting) waiting.push_back(socket);
        return;
    }
    const auto& made = recording_.object(socket);
    if (made.takes_in == 0) pair(connecting.front(), socket);
    connecting.pop_front();
}

std::uint32_t TraceObjects::sends(ObjectId socket, const std::string& address) {
    const auto& object = recording_.object(socket);
    if (address.empty()) return object.sends;
    const auto to = bound_to(object.mechanism, address);
    return to ? takes_in(to) : 0;
}

}  // namespace ipcscope
