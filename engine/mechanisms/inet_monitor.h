// What the monitors of TCP and UDP have alike: the list of sockets, their addresses, and who has them.
#pragma once

#include "mechanisms/monitored.h"
#include "mechanisms/sock_diag.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace ipcscope::mechanisms::inet {

// Two ends of a connection have each other's, turned round. IPv4 and IPv4 mapped into IPv6 are the same.
struct Tuple {
    std::array<std::uint8_t, 16> local{}, remote{};
    std::uint16_t local_port = 0, remote_port = 0;
    std::uint64_t space = 0;
    bool operator==(const Tuple&) const = default;
    Tuple turned() const { return {remote, local, remote_port, local_port, space}; }
};
struct TupleHash {
    std::size_t operator()(const Tuple& tuple) const;
};

// Numbers by tuple, for one sample: open addressing.
class TupleTable {
public:
    void clear(std::size_t expected);                   // at most so many are put in
    void put(const Tuple& tuple, std::uint32_t value);  // the first one stays
    std::uint32_t find(const Tuple& tuple) const;       // none_index = not there

private:
    struct Slot {
        Tuple tuple;
        std::uint32_t value = none_index;  // none_index = free
    };
    std::size_t place(const Tuple& tuple) const;
    std::vector<Slot> slots_;
};

class InetMonitor : public Monitor {
public:
    Interests interests() const override { return {.links = {"socket:["}}; }
    void begin(Sample& sample) override;
    void descriptor(Sample& sample, const SeenDescriptor& seen) override;
    Result<Peeked> peek(const PeekRequest& request) override;

protected:
    InetMonitor(const char* mechanism, int protocol, const char* words)
        : kind_(mechanism, "socket"), protocol_(protocol), words_(words) {}

    struct Known {
        ObjectIndex object = none_index;
        std::uint64_t space = 0;
        diag::InetSocket socket;
    };
    static Tuple tuple_of(const Known& known);
    static bool connected(const diag::InetSocket& socket) { return socket.remote_port != 0; }
    // Fields of its own protocol.
    virtual void show(Sample& sample, const Known& known, bool from_proc) = 0;
    // Other ends, when all are known.
    virtual void join(Sample& sample) = 0;

    KindFields kind_;
    std::vector<Known> sockets_;
    TupleTable by_tuple_;  // of connected ones; into sockets_

private:
    bool list_both(Sample& sample, const diag::SpaceLink& link);
    void list(Sample& sample, const diag::SpaceLink& link, int family);
    void add(Sample& sample, const diag::InetSocket& socket, const diag::SpaceLink& link, bool from_proc);

    int protocol_;
    const char* words_;  // "TCP sockets"
    std::string answer_, text_;
    InodeTable objects_;  // by inode
    std::size_t family_ = kind_["family"], state_ = kind_["state"], local_ = kind_["local"],
                remote_ = kind_["remote"], local_address_ = kind_["local_address"],
                local_port_ = kind_["local_port"], remote_port_ = kind_["remote_port"],
                inode_ = kind_["inode"], cookie_ = kind_["cookie"];
};

bool is_any(const std::array<std::uint8_t, 16>& address);
bool is_loopback(const std::array<std::uint8_t, 16>& address);

}  // namespace ipcscope::mechanisms::inet
