#include "mechanisms/dbus/monitor_bus.h"

#include "base/clock.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <poll.h>

namespace ipcscope::mechanisms::dbus {
namespace {

constexpr const char* service = "org.freedesktop.DBus";
constexpr const char* path = "/org/freedesktop/DBus";

std::vector<std::string> strings(sd_bus_message* message) {
    std::vector<std::string> out;
    if (sd::bus_message_enter_container(message, 'a', "s") < 0) return out;
    const char* text = nullptr;
    while (sd::bus_message_read_basic(message, 's', &text) > 0)
        out.emplace_back(text);
    sd::bus_message_exit_container(message);
    return out;
}

}  // namespace

bool WatchedBus::connect() {
    if (bus_) return true;
    if (const auto& missing = sd::load(); !missing.empty()) {
        problem_ = missing;
        return false;
    }
    int result = sd::bus_new(&bus_);
    if (result >= 0) result = sd::bus_set_address(bus_, address_.c_str());
    if (result >= 0) result = sd::bus_set_bus_client(bus_, 1);
    if (result >= 0) result = sd::bus_start(bus_);  // goes on by itself while messages are handled
    if (result < 0) {
        problem_ = fmt::format("no connection to {}: {}", address_, std::strerror(-result));
        drop();
        return false;
    }
    problem_.clear();
    return true;
}

void WatchedBus::drop() {
    for (auto& question : questions_)
        if (question->slot) sd::bus_slot_unref(question->slot);
    questions_.clear();
    if (bus_) {
        sd::bus_close(bus_);
        sd::bus_unref(bus_);
    }
    bus_ = nullptr;
    asked_ = listed_ = false;
    open_calls_ = 0;
    peers_.clear();
    owners_.clear();
    activatable_.clear();
}

void WatchedBus::ask(What what, const char* member, const std::string& about) {
    sd_bus_message* message = nullptr;
    int result = sd::bus_message_new_method_call(bus_, &message, service, path, service, member);
    if (result >= 0 && !about.empty()) result = sd::bus_message_append_basic(message, 's', about.c_str());
    if (result >= 0) {
        auto question = std::make_unique<Question>(Question{this, what, about, nullptr});
        constexpr std::uint64_t patience_us = 5'000'000;
        result = sd::bus_call_async(bus_, &question->slot, message, on_answer, question.get(), patience_us);
        if (result >= 0) {
            questions_.push_back(std::move(question));
            ++open_calls_;
        }
    }
    if (message) sd::bus_message_unref(message);
}

void WatchedBus::ask_owner(const std::string& name) {
    ask(owner_of, "GetNameOwner", name);
}

void WatchedBus::appeared(const std::string& name) {
    if (name.starts_with(':')) {
        if (!peers_.emplace(name, Peer{}).second) return;
        ask(pid_of, "GetConnectionUnixProcessID", name);
        ask(uid_of, "GetConnectionUnixUser", name);
    } else if (name == service) {
        owners_[name] = "";  // the bus itself
    } else {
        ask_owner(name);
    }
}

void WatchedBus::answered(Question& question, sd_bus_message* message) {
    --open_calls_;
    const bool failed = sd::bus_message_get_error(message) != nullptr;
    if (question.what == list) {
        listed_ = true;
        if (failed) problem_ = "the bus does not tell who is on it";
    }
    const auto peer = peers_.find(question.about);
    if (failed) {  // who was asked about has gone meanwhile, or is not spoken of
        if (question.what == pid_of && peer != peers_.end()) peer->second.pid_refused = true;
        return;
    }
    std::uint32_t number = 0;
    const char* text = nullptr;
    switch (question.what) {
        case list:
            for (const auto& name : strings(message))
                appeared(name);
            break;
        case list_activatable:
            activatable_.clear();
            for (auto& name : strings(message))
                activatable_.insert(std::move(name));
            break;
        case owner_of:
            if (sd::bus_message_read_basic(message, 's', &text) > 0) owners_[question.about] = text;
            break;
        case pid_of:
            if (peer != peers_.end() && sd::bus_message_read_basic(message, 'u', &number) > 0)
                peer->second.pid = number;
            break;
        case uid_of:
            if (peer != peers_.end() && sd::bus_message_read_basic(message, 'u', &number) > 0)
                peer->second.uid = number;
            break;
        default: break;
    }
}

int WatchedBus::on_answer(sd_bus_message* message, void* data, sd_bus_error*) {
    auto& question = *static_cast<Question*>(data);
    auto& bus = *question.bus;
    bus.answered(question, message);
    sd::bus_slot_unref(question.slot);
    question.slot = nullptr;  // it is thrown away when messages have been handled
    return 1;
}

int WatchedBus::on_change(sd_bus_message* message, void* data, sd_bus_error*) {
    auto& bus = *static_cast<WatchedBus*>(data);
    const char* name = nullptr;
    const char* old_owner = nullptr;
    const char* new_owner = nullptr;
    if (sd::bus_message_read_basic(message, 's', &name) <= 0 ||
        sd::bus_message_read_basic(message, 's', &old_owner) <= 0 ||
        sd::bus_message_read_basic(message, 's', &new_owner) <= 0)
        return 0;
    const bool gone = *new_owner == '\0';
    if (*name == ':') {
        if (gone)
            bus.peers_.erase(name);
        else
            bus.appeared(name);
    } else if (gone) {
        bus.owners_.erase(name);
    } else {
        bus.owners_[name] = new_owner;
    }
    return 0;
}

// Files of services came or went.
int WatchedBus::on_services(sd_bus_message*, void* data, sd_bus_error*) {
    static_cast<WatchedBus*>(data)->ask(list_activatable, "ListActivatableNames", "");
    return 0;
}

void WatchedBus::work(std::int64_t until_ns) {
    if (!connect()) return;
    for (;;) {
        const int handled = sd::bus_process(bus_, nullptr);
        if (handled < 0) {
            const auto why =
                fmt::format("the connection to {} was lost: {}", address_, std::strerror(-handled));
            drop();
            problem_ = why;
            return;
        }
        std::erase_if(questions_, [](const auto& question) { return !question->slot; });
        if (!asked_ && sd::bus_is_ready(bus_) > 0) {
            asked_ = true;
            sd::bus_add_match_async(bus_, nullptr,
                                    "type='signal',sender='org.freedesktop.DBus',"
                                    "interface='org.freedesktop.DBus',member='NameOwnerChanged'",
                                    on_change, nullptr, this);
            sd::bus_add_match_async(bus_, nullptr,
                                    "type='signal',sender='org.freedesktop.DBus',"
                                    "interface='org.freedesktop.DBus',member='ActivatableServicesChanged'",
                                    on_services, nullptr, this);
            ask(list, "ListNames", "");
            ask(list_activatable, "ListActivatableNames", "");
            continue;
        }
        if (handled > 0) continue;
        const auto now = now_ns();
        if (complete() || now >= until_ns) return;
        const int events = sd::bus_get_events(bus_);
        pollfd ready{sd::bus_get_fd(bus_), static_cast<short>(std::max(events, 0)), 0};
        const auto left =
            static_cast<int>(std::clamp<std::int64_t>((until_ns - now) / 1'000'000 + 1, 1, 1000));
        if (::poll(&ready, 1, left) < 0 && errno != EINTR) return;
    }
}

}  // namespace ipcscope::mechanisms::dbus
