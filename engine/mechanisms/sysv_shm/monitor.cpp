// Segments of the machine: /proc/sysvipc/shm, which everybody may read (or the same by number, see
// monitor_pages.h); who has them attached from the maps
// of processes, where the inode of a "/SYSV<key>" is the identifier (and keeps the key that it was made
// with).
#include "mechanisms/sysv_monitor.h"
#include "mechanisms/sysv_shm/look.h"
#include "mechanisms/sysv_shm/monitor_pages.h"
#include "mechanisms/sysv_shm/segment.h"

namespace ipcscope::mechanisms {
namespace {

constexpr const char* noun = "segment";
using sysv_shm::Row;

struct Segments {
    MonitorKind kind{"sysv_shm", "segment"};
    sysv::IdentityFields identity{kind};
    std::size_t size = kind.field("size"), nattch = kind.field("nattch"), rss = kind.field("rss"),
                swap = kind.field("swap"), marked = kind.field("marked"), locked = kind.field("locked"),
                cpid = kind.field("cpid"), lpid = kind.field("lpid"), atime = kind.field("atime"),
                dtime = kind.field("dtime"), ctime = kind.field("ctime");
};

class SharedSegments : public Monitor {
public:
    Interests interests() const override { return {.mappings = true}; }

    void begin(Sample& sample) override {
        known_.begin(sample.taken_ns());
        attached_ = {};
        each_ipc_space(sample, segments_.kind.index(), "shared memory segments", [&](std::uint64_t space) {
            space_ = space;
            const bool own = space == sample.ipc_namespace();
            if (own && pages_.still(segments_found_, sample.taken_ns())) {
                for (const auto& row : segments_found_)
                    add(sample, row);
                return;
            }
            if (own) pages_.begin();
            list(sample);
            if (own) pages_.end();
        });
    }

    void list(Sample& sample) {
        static constexpr std::array<std::string_view, 16> columns{
            "key", "shmid", "perms", "size",  "cpid",  "lpid",  "nattch", "uid",
            "gid", "cuid",  "cgid",  "atime", "dtime", "ctime", "rss",    "swap"};
        const auto row = [&](const Row& numbers) {
            add(sample, numbers);
            if (space_ == sample.ipc_namespace()) pages_.keep(numbers);
        };
        if (const auto read = sysv::read_rows("/proc/sysvipc/shm", columns, row); !read)
            sample.gap(segments_.kind.index(), read.error().text(), "/proc and CONFIG_SYSVIPC");
    }

    void mapping(Sample& sample, const SeenMapping& mapping) override {
        if (!mapping.path.starts_with("/SYSV")) return;
        const auto segment = sample.find(
            segments_.kind.index(),
            key_in_space(sample, ipc_space_of(sample, mapping.process), std::to_string(mapping.inode)));
        if (segment == none_index) return;
        // One attachment can be several lines (mprotect); the first begins at the first byte.
        const bool more =
            mapping.offset != 0 && attached_.process == mapping.process && attached_.object == segment;
        if (!more) {
            sample.hold(attached_);
            attached_ = {.object = segment,
                         .process = mapping.process,
                         .kind = Hold::attachment,
                         .access = Access::read,
                         .detail = static_cast<std::int64_t>(mapping.begin)};
        }
        if (mapping.writable) attached_.access = Access::both;
    }

    void end(Sample& sample) override {
        sample.hold(attached_);
        attached_ = {};
    }

    Result<Peeked> peek(const PeekRequest& request) override { return sysv_shm::look_into(request); }

    Status act(const ActRequest& request) override {
        const auto id = sysv::id_of(request.key);
        if (!id) return failure(sysv::no_id(request.key, noun));
        if (auto known = known_.check(SysvKind::shared_memory, *id, noun, request.seen_ns); !known)
            return known;
        if (request.action == ActionKind::remove) {
            if (shmctl(*id, IPC_RMID, nullptr) == 0) return {};
            return system_failure(fmt::format("{} {} cannot be removed", noun, *id), "shmctl");
        }
        if (request.action != ActionKind::permissions) return failure("there is no such action");
        shmid_ds segment{};
        if (shmctl(*id, IPC_STAT, &segment) != 0)
            return system_failure(fmt::format("{} {} cannot be read", noun, *id), "shmctl");
        auto& perm = segment.shm_perm;
        perm.mode = static_cast<mode_t>(argument_or(request.args, "mode", perm.mode & 0777));
        perm.uid = static_cast<uid_t>(argument_or(request.args, "uid", perm.uid));
        perm.gid = static_cast<gid_t>(argument_or(request.args, "gid", perm.gid));
        if (shmctl(*id, IPC_SET, &segment) == 0) return {};
        return system_failure(fmt::format("{} {} cannot be changed", noun, *id), "shmctl");
    }

private:
    void add(Sample& sample, const Row& n) {
        ipc_perm perm{};
        perm.__key = static_cast<key_t>(n[0]);
        perm.mode = static_cast<mode_t>(n[2]);
        perm.uid = static_cast<uid_t>(n[7]);
        perm.gid = static_cast<gid_t>(n[8]);
        perm.cuid = static_cast<uid_t>(n[9]);
        perm.cgid = static_cast<gid_t>(n[10]);
        const int id = static_cast<int>(n[1]);
        if (space_ == sample.ipc_namespace()) known_.add(id, perm);
        const auto& s = segments_;
        const auto object = sysv::add_object(sample, s.kind.index(), s.identity, space_, id, perm, n[13]);
        auto& seen = sample.at(object);
        seen.creator = static_cast<std::int32_t>(n[4]);
        seen.removed = (n[2] & SHM_DEST) != 0;
        sample.set(object, s.size, n[3]);
        sample.set(object, s.nattch, n[6]);
        sample.set(object, s.marked, (n[2] & SHM_DEST) != 0 ? 1 : 0);
        sample.set(object, s.locked, (n[2] & SHM_LOCKED) != 0 ? 1 : 0);
        sample.set(object, s.cpid, n[4]);
        sample.set(object, s.lpid, n[5]);
        sample.set(object, s.atime, n[11]);
        sample.set(object, s.dtime, n[12]);
        sample.set(object, s.ctime, n[13]);
        if (n[14] >= 0) sample.set(object, s.rss, n[14]);
        if (n[15] >= 0) sample.set(object, s.swap, n[15]);
        const auto created = n[13];
        hold_trace(sample, object, static_cast<pid_t>(n[4]), created, Hold::creator);
        hold_trace(sample, object, static_cast<pid_t>(n[5]), std::max(n[11], n[12]), Hold::last_user);
    }

    Segments segments_;
    sysv::Known known_;
    sysv_shm::KnownPages pages_;
    std::vector<Row> segments_found_;
    std::uint64_t space_ = 0;  // that is listed now
    SeenHold attached_;        // that is read now, line by line; of no object: there is none
};

}  // namespace

std::unique_ptr<Monitor> sysv_shm_monitor();

std::unique_ptr<Monitor> sysv_shm_monitor() {
    return std::make_unique<SharedSegments>();
}

}  // namespace ipcscope::mechanisms
