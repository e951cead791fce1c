#include "mechanisms/limits/groups.h"
#include "mechanisms/limits/told.h"
#include "snapshot/command.h"

#include <deque>
#include <dirent.h>
#include <fmt/format.h>
#include <memory>

#include <sys/vfs.h>

namespace ipcscope::mechanisms::limits {
namespace {

constexpr std::int64_t look_again = 60'000'000'000;  // ns: groups are made and fill up seldom
constexpr std::size_t most_folders = 2000;           // that are looked at

// Where the numbers of processes of groups stand; "" = this machine has none.
std::string root_of_groups() {
    constexpr auto second = 0x63677270, first = 0x27e0eb;  // see statfs(2)
    struct statfs about {};
    if (::statfs("/sys/fs/cgroup", &about) == 0 && about.f_type == second) return "/sys/fs/cgroup";
    for (const char* path : {"/sys/fs/cgroup/pids", "/sys/fs/cgroup/unified"})
        if (::statfs(path, &about) == 0 && (about.f_type == first || about.f_type == second)) return path;
    return {};
}

// systemd writes what it knows over what is set behind its back.
std::string command_of(const std::string& path, const std::string& file) {
    const auto name = path.substr(path.rfind('/') + 1);
    for (const std::string_view kind : {".service", ".scope", ".slice"})
        if (name.ends_with(kind) && path.find("/user@") == std::string::npos)
            return "systemctl set-property " + shell_word(name) + " TasksMax={}";
    return "echo {} >" + shell_word(file);
}

}  // namespace

void ProcessGroups::look_for_groups() {
    groups_.clear();
    root_ = root_of_groups();
    if (root_.empty()) return;
    std::deque<std::string> folders{""};
    for (std::size_t looked = 0; !folders.empty() && looked < most_folders; ++looked) {
        const auto path = std::move(folders.front());
        folders.pop_front();
        const auto most = number_in((root_ + path + "/pids.max").c_str());
        const auto used = most > 0 ? number_in((root_ + path + "/pids.current").c_str()) : 0;
        if (most > 0 && used >= most / 4) groups_.push_back({path, most});
        const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir((root_ + path).c_str()), ::closedir);
        while (const auto* entry = folder ? ::readdir(folder.get()) : nullptr)
            if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
                folders.push_back(path + "/" + entry->d_name);
    }
}

void ProcessGroups::tell_all(Sample& sample) {
    if (looked_ns_ == 0 || sample.taken_ns() - looked_ns_ > look_again) {
        look_for_groups();
        looked_ns_ = sample.taken_ns();
    }
    for (const auto& group : groups_) {
        const auto used = number_in((root_ + group.path + "/pids.current").c_str());
        if (used < 0 || used < group.most / 2) continue;
        const auto file = root_ + group.path + "/pids.max";
        tell(sample, kind_, "pids" + group.path, "processes and threads of the group " + group.path, used,
             group.most, file, command_of(group.path, file));
    }
}

}  // namespace ipcscope::mechanisms::limits
