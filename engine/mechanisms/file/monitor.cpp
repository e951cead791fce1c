#include "mechanisms/monitor.h"

#include "mechanisms/file/monitor_locks.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <map>
#include <utility>

#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {
namespace {

using namespace files;

// What other folders show: shared memory, memfds, segments, and what has no name at all.
bool of_others(std::string_view path) {
    if (path.starts_with("/dev/zero")) return false;  // mmap(MAP_SHARED | MAP_ANONYMOUS)
    for (const std::string_view prefix : {"/dev/shm/", "/memfd:", "/SYSV", "/[aio]"})
        if (path.starts_with(prefix)) return true;
    return !path.starts_with('/');
}

class MappingTable {
public:
    explicit MappingTable(std::size_t kind) : kind_(kind) {}

    void begin() { mapped_.clear(); }

    void mapping(Sample& sample, const SeenMapping& mapping) {
        if (!mapping.shared || of_others(mapping.path)) return;
        const auto device = fmt::format("{:02x}:{:02x}", major(mapping.device), minor(mapping.device));
        const auto object = sample.object(kind_, fmt::format("{}:{}", device, mapping.inode));
        auto& one = mapped_[{object, mapping.process}];
        if (one.count++ == 0) one.address = mapping.begin;
        one.bytes += mapping.end - mapping.begin;
        one.readable = one.readable || mapping.readable;
        one.writable = one.writable || mapping.writable;
        if (sample.at(object).name != 0) return;
        auto path = mapping.path;
        constexpr std::string_view gone = " (deleted)";
        const bool removed = path.ends_with(gone);
        if (removed) path.remove_suffix(gone.size());
        const bool nameless = path == "/dev/zero";
        const auto name = sample.text(nameless ? "shared anonymous memory" : path);
        auto& seen = sample.at(object);
        seen.name = name;
        seen.removed = removed && !nameless;
        sample.set_text(object, mapping_device, device);
        sample.set(object, mapping_inode, static_cast<std::int64_t>(mapping.inode));
    }

    void end(Sample& sample) {
        struct Sum {
            std::uint64_t bytes = 0;
            std::int64_t readers = 0, writers = 0;
        };
        std::map<ObjectIndex, Sum> sums;
        for (const auto& [where, one] : mapped_) {
            SeenHold hold;
            hold.object = where.first;
            hold.process = where.second;
            hold.kind = Hold::mapping;
            hold.access = one.readable ? (one.writable ? Access::both : Access::read)
                                       : (one.writable ? Access::write : Access::unknown);
            hold.count = static_cast<std::uint16_t>(std::min<std::uint32_t>(one.count, 0xffff));
            hold.detail = static_cast<std::int64_t>(one.address);
            sample.hold(hold);
            auto& sum = sums[where.first];
            sum.bytes = std::max(sum.bytes, one.bytes);
            ++(one.writable ? sum.writers : sum.readers);
        }
        const auto& all = sample.processes();
        const bool all_seen = std::none_of(all.begin(), all.end(), [](const SeenProcess& process) {
            return process.maps_errno != 0 && process.maps_errno != ENOENT && process.maps_errno != ESRCH;
        });
        // Nobody is there only if all could be looked at.
        const auto show = [&](ObjectIndex object, std::size_t field, std::int64_t count) {
            if (count > 0 || all_seen)
                sample.set(object, field, count);
            else
                sample.set_missing(object, field, CellState::not_permitted, "CAP_SYS_PTRACE");
        };
        for (const auto& [object, sum] : sums) {
            sample.set(object, mapping_bytes, static_cast<std::int64_t>(sum.bytes));
            show(object, mapping_readers, sum.readers);
            show(object, mapping_writers, sum.writers);
        }
    }

private:
    struct Mapped {
        std::uint32_t count = 0;
        std::uint64_t bytes = 0, address = 0;
        bool readable = false, writable = false;
    };
    std::size_t kind_;
    std::map<std::pair<ObjectIndex, ProcessIndex>, Mapped> mapped_;
};

class FileMonitor : public Monitor {
public:
    Interests interests() const override {
        return {.links = {"/"}, .mappings = true, .syscalls = {SYS_fcntl, SYS_flock}};
    }
    void begin(Sample& sample) override {
        locks_.begin(sample);
        mappings_.begin();
    }
    void descriptor(Sample& sample, const SeenDescriptor& seen) override { locks_.descriptor(sample, seen); }
    void mapping(Sample& sample, const SeenMapping& seen) override { mappings_.mapping(sample, seen); }
    void sleeping(Sample& sample, const SeenSleep& sleep) override { locks_.sleeping(sample, sleep); }
    void end(Sample& sample) override {
        locks_.end(sample);
        mappings_.end(sample);
    }

private:
    LockTable locks_{kind_index("file", "lock")};
    MappingTable mappings_{kind_index("file", "mapping")};
};

}  // namespace

std::unique_ptr<Monitor> file_monitor() {
    return std::make_unique<FileMonitor>();
}

}  // namespace ipcscope::mechanisms
