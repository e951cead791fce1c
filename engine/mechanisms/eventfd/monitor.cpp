#include "mechanisms/monitored.h"
#include "snapshot/fdinfo.h"

#include <fcntl.h>
#include <fmt/format.h>

namespace ipcscope::mechanisms {

namespace {

class EventfdMonitor : public Monitor {
public:
    Interests interests() const override { return {.links = {"anon_inode:[eventfd]"}}; }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        const auto info = seen.info();
        std::int64_t id = 0;
        // All eventfds have one inode: only the id tells them apart (Linux 5.2 and later).
        const bool has_id = info_number(info, "eventfd-id", id);
        const auto key = has_id ? fmt::format("{}", id) : fmt::format("{}/{}", seen.pid, seen.fd);
        const auto object = sample.object(kind_.index, key);
        auto hold = descriptor_hold(object, seen);
        hold.access = Access::both;
        sample.hold(hold);
        if (info.empty()) {
            sample.set_missing(object, value_, CellState::not_permitted, "CAP_SYS_PTRACE");
            return;
        }
        // Hexadecimal and without a sign.
        auto text = info_line(info, "eventfd-count");
        std::uint64_t value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value, 16).ec == std::errc())
            sample.set(object, value_, static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX)));
        std::int64_t number = 0;
        if (info_number(info, "eventfd-semaphore", number))
            sample.set(object, semaphore_, number);
        else
            sample.set_missing(object, semaphore_, CellState::not_available, "this kernel does not tell");
        if (info_number(info, "flags", number, 8))
            sample.set(object, nonblocking_, (number & O_NONBLOCK) != 0);
    }

private:
    KindFields kind_{"eventfd", "counter"};
    std::size_t value_ = kind_["value"], semaphore_ = kind_["semaphore"], nonblocking_ = kind_["nonblocking"];
};

}  // namespace

std::unique_ptr<Monitor> eventfd_monitor();
std::unique_ptr<Monitor> eventfd_monitor() {
    return std::make_unique<EventfdMonitor>();
}

}  // namespace ipcscope::mechanisms
