// One bus, asked who is on it through a connection of our own that is kept between samples. Nothing here
// waits longer than it is told to: answers that are late are there in the next sample.
#pragma once

#include "mechanisms/dbus/sd.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ipcscope::mechanisms::dbus {

class WatchedBus {
public:
    WatchedBus(std::string name, std::string address)
        : name_(std::move(name)), address_(std::move(address)) {}
    ~WatchedBus() { drop(); }
    WatchedBus(const WatchedBus&) = delete;
    WatchedBus& operator=(const WatchedBus&) = delete;

    // Connects if it must, sends what is to be asked, and reads answers until all are there or the moment
    // (CLOCK_MONOTONIC) has come.
    void work(std::int64_t until_ns);

    struct Peer {                         // a connection, by its unique name
        std::int64_t pid = -1, uid = -1;  // -1 = not answered (yet)
        bool pid_refused = false;         // the bus does not tell it
    };
    const std::string& name() const { return name_; }        // "session"
    const std::string& problem() const { return problem_; }  // "" = it works
    bool complete() const { return listed_ && open_calls_ == 0; }
    const std::map<std::string, Peer>& peers() const { return peers_; }
    const std::map<std::string, std::string>& owners() const {
        return owners_;
    }  // of other names: unique name
    const std::set<std::string>& activatable() const { return activatable_; }

private:
    struct Question {
        WatchedBus* bus = nullptr;
        int what = 0;
        std::string about;
        sd_bus_slot* slot = nullptr;
    };
    enum What { list, list_activatable, owner_of, pid_of, uid_of };

    bool connect();
    void drop();
    void ask(What what, const char* member, const std::string& about);
    void answered(Question& question, sd_bus_message* message);
    void appeared(const std::string& name);
    void ask_owner(const std::string& name);
    static int on_answer(sd_bus_message* message, void* data, sd_bus_error* error);
    static int on_change(sd_bus_message* message, void* data, sd_bus_error* error);
    static int on_services(sd_bus_message* message, void* data, sd_bus_error* error);

    std::string name_, address_, problem_;
    sd_bus* bus_ = nullptr;
    bool asked_ = false, listed_ = false;
    std::size_t open_calls_ = 0;
    std::vector<std::unique_ptr<Question>> questions_;
    std::map<std::string, Peer> peers_;
    std::map<std::string, std::string> owners_;
    std::set<std::string> activatable_;
};

}  // namespace ipcscope::mechanisms::dbus
