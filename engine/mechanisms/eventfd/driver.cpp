#include "mechanisms/driver.h"

#include "base/clock.h"
#include "mechanisms/eventfd/counter.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <unistd.h>

#include <sys/eventfd.h>

namespace ipcscope::mechanisms {
namespace {

using namespace ipcscope::mechanisms::eventfd;

struct Information {
    std::uint64_t count = 0;
    std::int64_t id = -1;
    bool semaphore = false;
    bool known = false;
};

// What /proc tells of it; reading the counter itself would take it.
Information look(int fd) {
    Information out;
    std::ifstream file(fmt::format("/proc/self/fdinfo/{}", fd));
    for (std::string name, value; file >> name >> value;) {
        if (name == "eventfd-count:") {
            out.count = std::strtoull(value.c_str(), nullptr, 16);
            out.known = true;
        }
        if (name == "eventfd-id:") out.id = std::strtoll(value.c_str(), nullptr, 10);
        if (name == "eventfd-semaphore:") out.semaphore = value != "0";
    }
    return out;
}

void create(Call& call) {
    const auto initial = static_cast<unsigned>(call.integer("initial"));
    const int flags = static_cast<int>(call.integer("flags"));
    const int fd = static_cast<int>(call.run([&] { return ::eventfd(initial, flags); }));
    if (!call.ok()) return;
    // The kernel gives an id to the next one as soon as it is free, and all share one inode: only together
    // with the moment it names this one.
    call.opened(
        "counter",
        {.kind = "counter", .native = fd, .key = fmt::format("eventfd:{}:{}", look(fd).id, now_ns())});
    call.level(0, initial, false);
}

void write(Call& call) {
    const auto value = static_cast<std::uint64_t>(call.integer("value"));
    const int fd = call.fd("counter");
    call.run([&] { return ::write(fd, &value, sizeof value); });
    if (call.ok() && value != 0) call.level(0, drawn(value), true);
}

void read(Call& call) {
    std::uint64_t value = 0;
    const auto size = std::min(static_cast<std::size_t>(call.integer("size")), sizeof value);
    const int fd = call.fd("counter");
    call.run([&] { return ::read(fd, &value, size); });
    if (!call.ok()) return;
    call.result("value", static_cast<std::int64_t>(value));
    call.level(0, -drawn(value), true);
}

void close(Call& call) {
    call.run([&] { return ::close(call.fd("counter")); });
    if (call.err() != EBADF) call.closed("counter");
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int fd = static_cast<int>(native);
    const auto now = look(fd);
    if (!now.known) return failure("this descriptor's entry in /proc/self/fdinfo tells of no counter");
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    const bool fits = now.count <= static_cast<std::uint64_t>(largest);
    Fields out{{"value", fits ? static_cast<std::int64_t>(now.count) : largest}};
    if (!fits) out.emplace_back("exact", fmt::format("{}", now.count));
    out.emplace_back("semaphore", now.semaphore);
    out.emplace_back("flags", std::max(::fcntl(fd, F_GETFL), 0) & O_NONBLOCK);
    return out;
}

}  // namespace

const Driver& eventfd_driver();

const Driver& eventfd_driver() {
    static const Driver driver{
        .operations = {{"create", create}, {"write", write}, {"read", read}, {"close", close}},
        .observe = observe};
    return driver;
}

}  // namespace ipcscope::mechanisms
