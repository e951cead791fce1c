// Addresses of unix(7): how a person gives them, and how the kernel gives them back.
#pragma once

#include "mechanisms/driver.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <sys/socket.h>
#include <sys/un.h>

namespace ipcscope::mechanisms::unix_socket {

enum Where : int {
    path,      // a name in the file system
    abstract,  // a name that only the kernel knows, of any bytes
    autobind,  // bind: the kernel chooses an abstract name
    unnamed,   // no name; connect: dissolve the association
    absent,    // send: to the one it is connected to
};

struct Address {
    // Longer than sockaddr_un, so that the kernel itself can say that a name is too long.
    alignas(sockaddr_un) char bytes[sizeof(sa_family_t) + 4096] = {};
    socklen_t size = sizeof(sa_family_t);

    const sockaddr* get() const { return size > 0 ? reinterpret_cast<const sockaddr*>(bytes) : nullptr; }
};

// Out of the parameters `address`, `path` and `name`. Nothing: the call was refused.
std::optional<Address> address_of(Call& call);

// What the kernel wrote: its kind and the bytes of the name (of an abstract one without the leading NUL).
struct Named {
    Where where = unnamed;
    std::string name;
};
Named named(const sockaddr_un& address, socklen_t size);
Named own_name(int fd);   // unnamed if it cannot be told
Named peer_name(int fd);  // as well

// As ss(8) and /proc/net/unix say it: "chat", "@name"; "" = unnamed. Always UTF-8.
std::string shown(const Named& name);

// Results `address` and `name`, as far as there is a name.
void give(Call& call, const Named& name);

}  // namespace ipcscope::mechanisms::unix_socket
