// Looking into a segment without attaching it, which would change its figures, unless that is asked for.
#include "mechanisms/mapped_look.h"
#include "mechanisms/sysv_monitor.h"
#include "mechanisms/sysv_shm/look.h"
#include "mechanisms/sysv_shm/segment.h"

#include <sys/mman.h>

namespace ipcscope::mechanisms::sysv_shm {
namespace {

// Its attachments: segments count anew in each IPC namespace, so that only processes of ours are asked. (One
// may have brought an attachment from another: its key and size tell, unless they are the same.)
std::vector<MappedPart> attachments(int id, const shmid_ds& segment) {
    struct stat space {};
    if (segment.shm_nattch == 0 || ::stat("/proc/thread-self/ns/ipc", &space) != 0) return {};
    const bool marked = (segment.shm_perm.mode & SHM_DEST) != 0;  // then its key is gone
    auto parts = mapped_parts(
        {.path_begin =
             marked ? "/SYSV" : fmt::format("/SYSV{:08x}", static_cast<unsigned>(segment.shm_perm.__key)),
         .inode = static_cast<std::uint64_t>(id),
         .ipc_namespace = space.st_ino});
    constexpr std::size_t huge = std::size_t{2} << 20;
    std::erase_if(parts, [&](const MappedPart& part) {
        const auto end = part.offset + (part.end - part.begin);
        return end > segment.shm_segsz + mapped::page - 1 && end % huge != 0;
    });
    return parts;
}

bool without_attaching(const std::vector<MappedPart>& parts, std::uint64_t size, std::uint64_t offset,
                       std::string& bytes, Peeked& out) {
    pid_t pid = 0;
    struct stat status {};
    if (const auto file = mapped_file(parts, pid);
        file && ::fstat(file.get(), &status) == 0 && static_cast<std::uint64_t>(status.st_size) >= size) {
        const auto got = ::pread(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (got >= 0) {
            bytes.resize(static_cast<std::size_t>(got));
            out.tier = Tier::privileged;
            out.how = fmt::format(
                "the file behind the attachment of process {}, read only: nothing was attached", pid);
            return true;
        }
    }
    if (!read_mapped(parts, offset, bytes, out.note)) return false;
    out.tier = memory_tier();
    out.how = "the memory of processes that have it attached";
    return true;
}

bool by_attaching(int id, std::uint64_t offset, std::string& bytes, Peeked& out) {
    void* const at = shmat(id, nullptr, SHM_RDONLY);
    if (at == reinterpret_cast<void*>(-1)) return false;
    using mapped::page;
    auto* const begin = static_cast<char*>(at);
    // What is swapped out is not told from what was never touched: then all is read.
    shm_info all{};
    const bool swapped = shmctl(0, SHM_INFO, reinterpret_cast<shmid_ds*>(&all)) < 0 || all.shm_swp > 0;
    for (std::size_t done = 0; done < bytes.size();) {
        const auto where = offset + done;
        const auto length = std::min<std::size_t>(page - where % page, bytes.size() - done);
        unsigned char resident = 0;  // what nobody has touched is zeros, and stays untouched
        if (swapped || (mincore(begin + where / page * page, page, &resident) == 0 && (resident & 1) != 0))
            std::memcpy(bytes.data() + done, begin + where, length);
        done += length;
    }
    shmdt(at);
    out.tier = Tier::fetched;
    out.how =
        "attached for reading for a moment: its last user and the times of attaching and detaching "
        "have changed";
    return true;
}

}  // namespace

Result<Peeked> look_into(const PeekRequest& request) {
    const auto id = sysv::id_of(request.key);
    if (!id) return failure(sysv::no_id(request.key, "segment"));
    shmid_ds segment{};
    if (shmctl(*id, SHM_STAT_ANY, &segment) != *id)
        return failure(fmt::format("there is no segment {} any more", *id));
    const std::uint64_t size = segment.shm_segsz;
    const auto offset = std::min<std::uint64_t>(request.offset, size);
    std::string bytes(std::min<std::uint64_t>(request.limit, size - offset), '\0');
    Peeked out;
    const auto parts = attachments(*id, segment);
    if (!without_attaching(parts, size, offset, bytes, out)) {
        const char* const why = segment.shm_nattch == 0
                                    ? "nobody has it attached"
                                    : "those who have it attached do not let this user look into them";
        if (!request.allow_fetch)
            return failure(
                fmt::format("{}: it would have to be attached for a look, which changes its last "
                            "user and times; that must be allowed first",
                            why));
        if (!by_attaching(*id, offset, bytes, out))
            return system_failure(fmt::format("segment {} cannot be attached for reading", *id), "shmat");
    }
    if (out.note.empty() && bytes.size() < size)
        out.note = fmt::format("{} of {} bytes, from {} on", bytes.size(), size, offset);
    out.state = facts(segment);
    out.state.emplace_back("contents", std::move(bytes));
    out.state.emplace_back("note", out.note);
    return out;
}

}  // namespace ipcscope::mechanisms::sysv_shm
