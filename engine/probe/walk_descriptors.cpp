#include "base/clock.h"
#include "probe/walk.h"

#include <cerrno>
#include <fcntl.h>

#include <linux/stat.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope {
namespace {

constexpr std::size_t most_descriptors = 400'000;  // of one process, in one sample

// "socket:[" of "socket:[4711]"; "" = it is no such link.
std::string_view numbered(std::string_view link) {
    const auto open = link.find('[');
    const bool is = open != std::string_view::npos && open + 1 < link.size() && link[open + 1] >= '0' &&
                    link[open + 1] <= '9' && link.front() != '/';
    return is ? link.substr(0, open + 1) : std::string_view();
}

}  // namespace

class WalkDescriptor : public SeenDescriptor {
public:
    WalkDescriptor(Walk& walk, const KnownProcess& of) : walk_(walk), of_(of) {
        process = of.index;
        pid = of.pid;
    }
    void point_to(KnownDescriptor& known) {
        known_ = &known;
        fd = known.fd;
        link = std::string_view(of_.links).substr(known.link, known.link_size);
        access = known.access;
        have_info_ = settled_ = false;
    }
    bool settled() const { return settled_; }
    bool identity(std::uint64_t& device, std::uint64_t& inode) const override {
        if (!identify()) return false;
        device = known_->device;
        inode = known_->inode;
        return true;
    }
    unsigned file_type() const override { return identify() ? known_->type : 0; }
    std::string_view info() const override {
        if (!have_info_) {
            int error = 0;
            info_ = walk_.info_reader_.read(of_.files(), NumberPath("fdinfo/", fd).c_str(), error);
            have_info_ = true;
        }
        return info_;
    }

private:
    bool identify() const;
    Walk& walk_;
    const KnownProcess& of_;
    KnownDescriptor* known_ = nullptr;
    mutable std::string_view info_;
    mutable bool have_info_ = false;
};

// Without asking a server of files: one that does not answer would hold us for ever.
bool WalkDescriptor::identify() const {
    if (known_->identified) return true;
    struct statx info {};
    if (statx(of_.files(), NumberPath("fd/", fd).c_str(), AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT,
              STATX_INO | STATX_TYPE, &info) != 0)
        return false;
    known_->device = makedev(info.stx_dev_major, info.stx_dev_minor);
    known_->inode = info.stx_ino;
    known_->type = info.stx_mode & S_IFMT;
    known_->identified = true;
    return true;
}

std::uint64_t Walk::claims_of(std::string_view link) const {
    std::uint64_t claims = 0;
    for (const auto& [prefix, bit] : prefixes_)
        if (link.starts_with(prefix)) claims |= bit;
    return claims;
}

void Walk::read_descriptors(KnownProcess& process, Reading& with) {
    process.descriptors.clear();
    process.links.clear();
    process.descriptors_ns = now_ns();
    int error = 0;
    const auto folder = open_folder(process.files(), "fd", error);
    if (folder) numbers_in(folder.get(), with.numbers, error);
    process.descriptors_errno = static_cast<std::int16_t>(error);
    if (!folder) return;
    if (with.numbers.size() > most_descriptors) {
        with.numbers.resize(most_descriptors);
        process.descriptors_errno = EOVERFLOW;
    }
    process.descriptors.reserve(with.numbers.size());
    std::uint64_t claims = 0;
    std::string like;  // nearly all are like the one before but for their number: they have its claims
    for (const int fd : with.numbers) {
        const NumberPath path("", fd);
        const auto link = with.reader.link(folder.get(), path.c_str(), error);
        if (error != 0) {
            // ENOENT: closed meanwhile.
            if (error != ENOENT) process.descriptors_errno = static_cast<std::int16_t>(error);
            continue;
        }
        if (like.empty() || !link.starts_with(like)) {
            claims = claims_of(link);
            like = numbered(link);
        }
        if (claims == 0) continue;
        KnownDescriptor known;
        known.fd = fd;
        known.claims = claims;
        known.link = static_cast<std::uint32_t>(process.links.size());
        known.link_size = static_cast<std::uint32_t>(link.size());
        known.access = Access::both;
        if (!link.starts_with("socket:")) {  // sockets are always open for both
            struct stat info {};
            if (fstatat(folder.get(), path.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0)
                known.access = static_cast<Access>(((info.st_mode & S_IRUSR) != 0 ? 1 : 0) |
                                                   ((info.st_mode & S_IWUSR) != 0 ? 2 : 0));
            else
                known.access = Access::unknown;
        }
        process.links.append(link);
        process.descriptors.push_back(known);
    }
}

// Where a path leads to changes without the process: its file is renamed, or removed.
void Walk::refresh_paths(KnownProcess& process, Reading& with) {
    for (const auto& known : process.descriptors) {
        const auto link = std::string_view(process.links).substr(known.link, known.link_size);
        if (!link.starts_with('/') || link.starts_with("/dev/null") || link.starts_with("/dev/pts/"))
            continue;
        int error = 0;
        if (with.reader.link(process.files(), NumberPath("fd/", known.fd).c_str(), error) == link) continue;
        read_descriptors(process, with);
        return;
    }
}

void Walk::give_descriptors(KnownProcess& process) {
    WalkDescriptor seen(*this, process);
    for (auto& known : process.descriptors) {
        seen.point_to(known);
        auto claims = known.claims & active_;
        for (std::size_t i = 0; claims != 0; ++i, claims >>= 1) {
            if ((claims & 1) == 0) continue;
            builder_.mechanism = asked_[i].mechanism;
            asked_[i].monitor->descriptor(builder_, seen);
            if (!seen.settled()) continue;
            known.claims = std::uint64_t{1} << i;
            break;
        }
        builder_.mechanism = 0xffff;
    }
}

void Walk::read_mappings(KnownProcess& process, Reading& with) {
    process.mappings.clear();
    process.paths.clear();
    process.mappings_ns = now_ns();
    process.mapped_space = process.stat.address_space;
    process.mapped_faults = process.stat.faults;
    process.renamable = false;
    int error = 0;
    auto text = with.reader.read(process.files(), "maps", error);
    process.maps_errno = static_cast<std::int16_t>(error);
    if (error != 0) process.renamable = true;  // to be read again, in its turn
    MapLine line;
    while (take_map_line(text, line)) {
        if (!line.shared) continue;
        KnownMapping known;
        known.path = static_cast<std::uint32_t>(process.paths.size());
        known.path_size = static_cast<std::uint32_t>(line.path.size());
        process.paths.append(line.path);
        process.renamable |= !line.path.starts_with("/SYSV");  // a segment's never changes
        known.line = line;
        known.line.path = {};
        process.mappings.push_back(known);
    }
}

void Walk::give_mappings(KnownProcess& process) {
    SeenMapping seen;
    seen.process = process.index;
    seen.pid = process.pid;
    for (const auto& known : process.mappings) {
        const auto& line = known.line;
        seen.begin = line.begin;
        seen.end = line.end;
        seen.offset = line.offset;
        seen.device = line.device;
        seen.inode = line.inode;
        seen.readable = line.readable;
        seen.writable = line.writable;
        seen.shared = line.shared;
        seen.path = std::string_view(process.paths).substr(known.path, known.path_size);
        each_monitor(mappings_wanted_, [&](Monitor& monitor) { monitor.mapping(builder_, seen); });
    }
}

}  // namespace ipcscope
