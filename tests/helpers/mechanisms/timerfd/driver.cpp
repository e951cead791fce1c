#include "mechanisms/driver.h"

#include <fmt/format.h>
#include <unistd.h>

#include <sys/timerfd.h>

namespace ipcscope::mechanisms {

namespace {

void create(Call& call) {
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto fd = call.run([&] { return timerfd_create(CLOCK_MONOTONIC, flags); });
    if (fd >= 0) call.opened("timer", {"timer", fd, fmt::format("timerfd:{}:{}", getpid(), fd)});
}

void settime(Call& call) {
    itimerspec value{};
    value.it_value.tv_sec = call.integer("value") / 1'000'000'000;
    value.it_value.tv_nsec = call.integer("value") % 1'000'000'000;
    call.run([&] { return timerfd_settime(call.fd("timer"), 0, &value, nullptr); });
}

void read(Call& call) {
    std::uint64_t expiries = 0;
    const int fd = call.fd("timer");
    const auto n = call.run([&] { return ::read(fd, &expiries, sizeof expiries); });
    if (n > 0) call.result("expiries", Value(static_cast<std::int64_t>(expiries)));
}

void close(Call& call) {
    const int fd = call.fd("timer");
    call.run([&] { return ::close(fd); });
    if (call.ok()) call.closed("timer");
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    itimerspec value{};
    if (timerfd_gettime(static_cast<int>(native), &value) != 0)
        return system_failure("timer", "timerfd_gettime");
    return Fields{
        {"left", Value(value.it_value.tv_sec * std::int64_t{1'000'000'000} + value.it_value.tv_nsec)}};
}

}  // namespace

const Driver& timerfd_driver();
const Driver& timerfd_driver() {
    static const Driver driver{
        .operations = {{"create", create}, {"settime", settime}, {"read", read}, {"close", close}},
        .observe = observe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms
