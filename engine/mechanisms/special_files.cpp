#include "mechanisms/special_files.h"

#include "base/unique_fd.h"
#include "mechanisms/proc_net.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <string_view>

namespace ipcscope::mechanisms {

namespace {

struct Place {
    const char* path;
    int levels;  // of directories below it
};
constexpr Place places[] = {{"/run", 4}, {"/tmp", 2}, {"/var/tmp", 2}};
constexpr std::size_t most_directories = 2000;
constexpr std::size_t most_entries = 20'000;  // of one directory
// So many directories that have rested for a while are looked at each time: of more, each in its turn. Who
// has a socket or FIFO open shows it anyway.
constexpr std::size_t most_resting = 128;
constexpr std::int64_t rest_s = 60;

// File systems that the kernel answers for itself.
bool is_local(std::string_view type) {
    constexpr std::string_view local[] = {"tmpfs", "ramfs", "ext2", "ext3", "ext4",
                                          "xfs",   "btrfs", "f2fs", "zfs",  "overlay"};
    return std::find(std::begin(local), std::end(local), type) != std::end(local);
}

// "\040" is a blank there.
std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            out += static_cast<char>(std::strtol(std::string(text.substr(i + 1, 3)).c_str(), nullptr, 8));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

// Mount points of this process that are not local: "36 35 98:0 / /mnt rw - type source options".
std::set<std::string> foreign_mounts() {
    std::set<std::string> out;
    const auto text = diag::read_whole("/proc/thread-self/mountinfo");
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        std::size_t begin = 0;
        for (int i = 0; i < 4 && begin < line.size(); ++i)
            begin = std::min(line.find(' ', begin), line.size() - 1) + 1;
        const auto dash = line.find(" - ");
        if (dash == std::string_view::npos || begin >= line.size()) continue;
        const auto type = line.substr(dash + 3, line.find(' ', dash + 3) - dash - 3);
        if (!is_local(type)) out.insert(unescape(line.substr(begin, line.find(' ', begin) - begin)));
    }
    return out;
}

bool same(const timespec& a, const timespec& b) {
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

}  // namespace

bool is_for_covering(std::string_view directory) {
    return directory.ends_with("/systemd/inaccessible");
}

bool leads_nowhere_on_purpose(std::string_view path) {
    return is_for_covering(path.substr(0, std::min(path.rfind('/'), path.size())));
}

std::vector<SpecialFile> SpecialFiles::find() {
    std::vector<SpecialFile> out;
    find_mounts();
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    now_ = now.tv_sec;
    groups_ = known_.size() / most_resting + 1;
    ++looks_;
    directories_ = turns_ = 0;
    cut_ = false;
    for (auto& [path, directory] : known_)
        directory.seen = false;
    for (const auto& place : places)
        walk(place.path, place.levels, true, out);
    std::erase_if(known_, [](const auto& one) { return !one.second.seen; });
    return out;
}

void SpecialFiles::find_mounts() {
    pollfd changed{mounts_.get(), POLLPRI, 0};
    if (mounts_ && ::poll(&changed, 1, 0) == 0) return;
    if (!mounts_) mounts_.reset(::open("/proc/thread-self/mountinfo", O_RDONLY | O_CLOEXEC));
    foreign_ = foreign_mounts();
}

// Not its turn: what was read of it still holds.
bool SpecialFiles::rests(const Directory& directory) {
    if (directory.inode == 0 || std::abs(now_ - directory.modified.tv_sec) < rest_s) return false;
    return turns_++ % groups_ != looks_ % groups_;
}

void SpecialFiles::walk(const std::string& path, int levels, bool first, std::vector<SpecialFile>& out) {
    if (foreign_.count(path) != 0 || is_for_covering(path)) return;
    if (++directories_ > most_directories) {
        cut_ = true;
        return;
    }
    auto& directory = known_[path];
    directory.seen = true;
    if ((first || !rests(directory)) && !read(path, directory)) return;
    cut_ = cut_ || directory.cut;  // also of one that was not read again
    for (const auto& name : directory.files) {
        SpecialFile file{path + "/" + name};
        if (::lstat(file.path.c_str(), &file.info) == 0 && (file.info.st_mode & S_IFMT) == type_)
            out.push_back(std::move(file));
    }
    if (levels == 0) return;
    for (const auto& name : directory.directories)
        walk(path + "/" + name, levels - 1, false, out);
}

bool SpecialFiles::read(const std::string& path, Directory& directory) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return false;
    // Its own time changes whenever a name comes or goes; one of the same tick as the look may change again.
    if (info.st_ino == directory.inode && same(info.st_mtim, directory.modified)) return true;
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return false;
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::fdopendir(fd), ::closedir);
    if (!open) {
        ::close(fd);
        return false;
    }
    directory.files.clear();
    directory.directories.clear();
    directory.cut = false;
    std::size_t entries = 0;
    const unsigned char wanted = type_ == S_IFSOCK ? DT_SOCK : DT_FIFO;
    while (const auto* entry = ::readdir(open.get())) {
        if (++entries > most_entries) {
            directory.cut = true;
            break;
        }
        const std::string_view name = entry->d_name;
        if (entry->d_type == wanted)
            directory.files.emplace_back(name);
        else if (entry->d_type == DT_DIR && name != "." && name != "..")
            directory.directories.emplace_back(name);
    }
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    const bool settled = now.tv_sec > info.st_mtim.tv_sec + 1;
    directory.modified = settled ? info.st_mtim : timespec{};
    directory.inode = settled ? info.st_ino : 0;
    return true;
}

}  // namespace ipcscope::mechanisms
