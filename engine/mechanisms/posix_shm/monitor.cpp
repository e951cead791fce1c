// Shared memory objects of the machine: the files of /dev/shm, those without a name (any more) that processes
// still hold, and memory files (memfd_create(2)).
#include "mechanisms/named_file_monitor.h"
#include "mechanisms/posix_shm/look.h"

#include <sys/mman.h>

namespace ipcscope::mechanisms {
namespace {

constexpr std::string_view directory_path = "/dev/shm";
constexpr std::string_view named_begin = "/dev/shm/";
constexpr std::string_view memfd_begin = "/memfd:";

struct Facts {
    std::size_t size, allocated, mtime, inode;
    explicit Facts(const MonitorKind& kind)
        : size(kind.field("size")),
          allocated(kind.field("allocated")),
          mtime(kind.field("mtime")),
          inode(kind.field("inode")) {}
};

// Where memory files lie, but for those of huge pages: these are counted on a device of their own.
std::uint64_t memory_device() {
    static const auto device = [] {
        const UniqueFd any(::memfd_create("ipcscope", MFD_CLOEXEC));
        struct stat status {};
        return any && ::fstat(any.get(), &status) == 0 ? std::uint64_t{status.st_dev} : 0;
    }();
    return device;
}

std::string memory_key(const FileId& id) {
    return id.device == memory_device() || memory_device() == 0 ? std::to_string(id.inode) : inode_key(id, 0);
}

bool is_semaphore(std::string_view path) {
    return path.starts_with("/dev/shm/sem.");
}

class SharedMemory : public Monitor {
public:
    Interests interests() const override {
        return {.links = {std::string(named_begin), std::string(memfd_begin)}, .mappings = true};
    }

    void begin(Sample& sample) override {
        objects_.clear();
        known_.begin(sample.taken_ns());
        our_device_ = 0;
        const UniqueFd directory(::open(directory_path.data(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct statx status {};
        if (directory && ::statx(directory.get(), "", AT_EMPTY_PATH, wanted_facts, &status) == 0)
            our_device_ = file_id(status).device;
        const bool kept = directory && keeps_read_times(directory.get());
        const auto found = [&](std::string_view name, const struct statx& facts) {
            if (name.starts_with("sem.")) return;  // posix_sem
            const auto id = file_id(facts);
            auto path = "/" + std::string(name);
            known_.add(path, id);
            const auto object = sample.object(named_.index(), path);
            const auto text = sample.text(path);
            sample.at(object).name = text;
            set(sample, object, named_facts_, facts);
            set_read_time(sample, object, atime_, kept, facts);
            objects_.emplace(id, object);
        };
        if (!directory || !each_file(directory.get(), found))
            sample.gap(named_.index(), "shared memory objects with a name: /dev/shm cannot be read",
                       "a file system mounted on /dev/shm");
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        FileId id;
        if (is_semaphore(seen.link) || !seen.identity(id.device, id.inode)) return;
        const auto path = fmt::format("/proc/{}/fd/{}", seen.pid, seen.fd);
        const auto object = object_of(sample, seen.link, id, path, true);
        if (object == none_index) return;
        sample.hold({.object = object,
                     .process = seen.process,
                     .fd = seen.fd,
                     .kind = Hold::descriptor,
                     .access = seen.access});
    }

    void mapping(Sample& sample, const SeenMapping& seen) override {
        const bool ours = seen.path.starts_with(memfd_begin) ||
                          (seen.path.starts_with(named_begin) && !is_semaphore(seen.path));
        if (!ours || !seen.shared) return;
        const auto path = fmt::format("/proc/{}/map_files/{:x}-{:x}", seen.pid, seen.begin, seen.end);
        const auto object = object_of(sample, seen.path, {seen.device, seen.inode}, path, false);
        if (object == none_index) return;
        const int access = (seen.readable ? 1 : 0) + (seen.writable ? 2 : 0);
        sample.hold({.object = object,
                     .process = seen.process,
                     .kind = Hold::mapping,
                     .access = static_cast<Access>(access),
                     .detail = static_cast<std::int64_t>(seen.begin)});
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        return posix_shm::look_into(request, request.kind == named_.index());
    }

    Status act(const ActRequest& request) override {
        if (request.kind != named_.index()) return failure("there is no such action");
        if (!request.key.starts_with("/"))
            return failure("it has no name (any more): it goes with its last descriptor and mapping");
        if (request.key.find('/', 1) != std::string::npos) return failure("this is no name of an object");
        return known_.act(std::string(directory_path) + request.key, request);
    }

private:
    static void set(Sample& sample, ObjectIndex object, const Facts& facts, const struct statx& status) {
        auto& seen = sample.at(object);
        set_owner(seen, status);
        sample.set(object, facts.size, static_cast<std::int64_t>(status.stx_size));
        sample.set(object, facts.allocated, static_cast<std::int64_t>(status.stx_blocks) * 512);
        sample.set(object, facts.mtime, status.stx_mtime.tv_sec);
        sample.set(object, facts.inode, static_cast<std::int64_t>(status.stx_ino));
    }

    // `path` leads to it through a process.
    ObjectIndex object_of(Sample& sample, std::string_view link, const FileId& id, const std::string& path,
                          bool may_open) {
        const auto known = objects_.find(id);
        if (known != objects_.end()) return known->second;
        struct statx status {};
        const bool looked = ::statx(AT_FDCWD, path.c_str(), 0, wanted_facts, &status) == 0;
        if (looked && !S_ISREG(status.stx_mode)) return none_index;  // /dev/shm/directory
        const bool nameless = link.starts_with(memfd_begin);
        // A name may end in " (deleted)".
        const bool deleted = (!looked || status.stx_nlink == 0) && take_deleted(link);
        const auto& facts = nameless ? memfd_facts_ : named_facts_;
        const auto object = nameless ? sample.object(memfd_.index(), memory_key(id))
                                     : sample.object(named_.index(), inode_key(id, our_device_));
        link.remove_prefix(nameless ? memfd_begin.size() : named_begin.size() - 1);
        const auto name = sample.text(link);
        auto& seen = sample.at(object);
        seen.name = name;
        seen.removed = deleted && !nameless;
        if (looked) {
            set(sample, object, facts, status);
        } else {
            for (const auto field : {facts.size, facts.allocated, facts.mtime})
                sample.set_missing(object, field, CellState::not_permitted,
                                   "only mapped, and map_files needs CAP_CHECKPOINT_RESTORE");
            sample.set(object, facts.inode, static_cast<std::int64_t>(id.inode));
        }
        if (nameless) set_seals(sample, object, may_open ? path : std::string());
        objects_.emplace(id, object);
        return object;
    }

    void set_seals(Sample& sample, ObjectIndex object, const std::string& path) const {
        // An open of a memory file has no effect on others, unlike one of a FIFO.
        const UniqueFd fd(path.empty() ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        const int seals = fd ? ::fcntl(fd.get(), F_GET_SEALS) : -1;
        if (seals >= 0)
            sample.set(object, seals_, seals);
        else
            sample.set_missing(object, seals_, CellState::not_permitted, "permission to open it for reading");
    }

    MonitorKind named_{"posix_shm", "object"}, memfd_{"posix_shm", "memfd"};
    Facts named_facts_{named_}, memfd_facts_{memfd_};
    std::size_t atime_ = named_.field("atime");
    std::size_t seals_ = memfd_.field("seals");
    std::uint64_t our_device_ = 0;
    FileObjects objects_;
    KnownFiles known_;
};

}  // namespace

std::unique_ptr<Monitor> posix_shm_monitor();

std::unique_ptr<Monitor> posix_shm_monitor() {
    return std::make_unique<SharedMemory>();
}

}  // namespace ipcscope::mechanisms
