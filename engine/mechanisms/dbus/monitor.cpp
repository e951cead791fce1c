#include "mechanisms/monitor.h"

#include "base/clock.h"
#include "mechanisms/dbus/monitor_bus.h"
#include "mechanisms/dbus/monitor_fields.h"

#include <cctype>
#include <cstdlib>
#include <dirent.h>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

namespace ipcscope::mechanisms {
namespace {

using namespace dbus;

constexpr std::int64_t patience_ns = 60'000'000;  // of one sample, for both buses together

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string session_address() {
    if (auto address = variable("DBUS_SESSION_BUS_ADDRESS"); !address.empty()) return address;
    const auto socket = fmt::format("/run/user/{}/bus", ::getuid());
    return ::access(socket.c_str(), F_OK) == 0 ? "unix:path=" + socket : "";
}

std::string system_address() {
    if (auto address = variable("DBUS_SYSTEM_BUS_ADDRESS"); !address.empty()) return address;
    for (const char* socket : {"/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"})
        if (::access(socket, F_OK) == 0) return std::string("unix:path=") + socket;
    return {};
}

// Somebody else's session: the bus of it answers its own user only.
bool others_have_sessions() {
    const std::unique_ptr<DIR, int (*)(DIR*)> users(::opendir("/run/user"), ::closedir);
    const auto own = std::to_string(::getuid());
    while (const auto* entry = users ? ::readdir(users.get()) : nullptr)
        if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])) != 0 && entry->d_name != own)
            return true;
    return false;
}

class BusMonitor : public Monitor {
public:
    BusMonitor() : kind_(kind_index("dbus", "name")) {}

    // Asks; the answers come while the processes are walked over.
    void begin(Sample&) override {
        look(session_, "session", session_address());
        look(system_, "system", system_address());
    }

    void end(Sample& sample) override {
        const auto until = now_ns() + patience_ns;
        for (const auto* bus : {&session_, &system_}) {
            if (!*bus) continue;
            (*bus)->work(until);
            tell(sample, **bus, bus == &session_ ? BusKind::session : BusKind::system);
        }
        if (!session_)
            sample.gap(kind_,
                       "names of the session bus: DBUS_SESSION_BUS_ADDRESS is not set, and there is none "
                       "in /run/user",
                       "");
        if (others_have_sessions())
            sample.gap(kind_, "names of the session buses of other users", "a probe of that user");
        if (!system_) sample.gap(kind_, "names of the system bus: there is none", "");
    }

private:
    static void look(std::unique_ptr<WatchedBus>& bus, const char* name, std::string address) {
        if (!bus && !address.empty()) bus = std::make_unique<WatchedBus>(name, std::move(address));
        if (bus) bus->work(0);
    }

    ObjectIndex add(Sample& sample, const WatchedBus& bus, BusKind which, const std::string& name) {
        const auto object = sample.object(kind_, fmt::format("{}/{}", bus.name(), name));
        const auto text = sample.text(name);
        sample.at(object).name = text;
        sample.set(object, name_bus, static_cast<std::int64_t>(which));
        sample.set(object, name_connection, name.starts_with(':') ? 1 : 0);
        sample.set(object, name_activatable, bus.activatable().contains(name) ? 1 : 0);
        return object;
    }

    void held(Sample& sample, ObjectIndex object, const WatchedBus::Peer& peer) {
        if (peer.uid >= 0) sample.at(object).uid = static_cast<std::uint32_t>(peer.uid);
        if (peer.pid_refused)
            sample.set_missing(object, name_pid, CellState::not_available, "the bus does not tell it");
        if (peer.pid <= 0) return;
        sample.set(object, name_pid, peer.pid);
        SeenHold hold;
        hold.object = object;
        hold.process = sample.process(static_cast<pid_t>(peer.pid));
        hold.kind = Hold::owner;
        if (hold.process != none_index) sample.hold(hold);
    }

    void tell(Sample& sample, const WatchedBus& bus, BusKind which) {
        if (!bus.problem().empty())
            sample.gap(kind_, fmt::format("names of the {} bus: {}", bus.name(), bus.problem()), "");
        else if (!bus.complete())
            sample.gap(kind_, fmt::format("names of the {} bus: not all has been answered yet", bus.name()),
                       "");
        std::map<std::string, std::string> names;  // of each connection
        for (const auto& [name, owner] : bus.owners())
            (names[owner] += names[owner].empty() ? "" : " ") += name;
        for (const auto& [unique, peer] : bus.peers()) {
            const auto object = add(sample, bus, which, unique);
            held(sample, object, peer);
            sample.set_text(object, name_names, names[unique]);
        }
        for (const auto& [name, owner] : bus.owners()) {
            const auto object = add(sample, bus, which, name);
            sample.set_text(object, name_owner, owner.empty() ? "the bus" : owner);
            const auto peer = bus.peers().find(owner);
            if (peer == bus.peers().end()) continue;
            held(sample, object, peer->second);
            sample.join(object, sample.object(kind_, fmt::format("{}/{}", bus.name(), owner)));
        }
        for (const auto& name : bus.activatable())
            if (!bus.owners().contains(name)) add(sample, bus, which, name);
    }

    std::size_t kind_;
    std::unique_ptr<WatchedBus> session_, system_;
};

}  // namespace

std::unique_ptr<Monitor> dbus_monitor() {
    return std::make_unique<BusMonitor>();
}

}  // namespace ipcscope::mechanisms
