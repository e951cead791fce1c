#include "mechanisms/limits/told.h"
#include "mechanisms/limits/watches.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <tuple>

namespace ipcscope::mechanisms::limits {

void Watches::descriptor(const SeenDescriptor& descriptor) {
    const auto info = descriptor.info();
    Seen one{descriptor.process, descriptor.fd, 0, std::hash<std::string_view>()(info)};
    constexpr std::string_view begin = "inotify wd:";
    for (auto at = info.find(begin); at != std::string_view::npos; at = info.find(begin, at + begin.size()))
        ++one.watches;
    seen_.push_back(one);
}

// Is it its parent's, from before the fork? Then it counts once.
bool Watches::inherited(const Sample& sample, const Seen& one) const {
    const auto parent = sample.process(sample.processes()[one.process].parent);
    if (parent == none_index) return false;
    const auto wanted = std::pair(parent, one.fd);
    const auto found = std::lower_bound(seen_.begin(), seen_.end(), wanted, [](const Seen& a, const auto& b) {
        return std::tie(a.process, a.fd) < std::tie(b.first, b.second);
    });
    return found != seen_.end() && found->process == parent && found->fd == one.fd && found->text == one.text;
}

void Watches::tell_all(Sample& sample) const {
    struct Sum {
        std::int64_t instances = 0, watches = 0;
    };
    std::map<std::uint32_t, Sum> of_user;
    for (const auto& one : seen_) {
        if (inherited(sample, one)) continue;
        auto& sum = of_user[sample.processes()[one.process].uid];
        ++sum.instances;
        sum.watches += one.watches;
    }
    if (of_user.empty()) return;
    const auto most_instances = number_in("/proc/sys/fs/inotify/max_user_instances");
    const auto most_watches = number_in("/proc/sys/fs/inotify/max_user_watches");
    const auto of = [&](ObjectIndex object, std::uint32_t uid) {
        if (object == none_index) return;
        sample.at(object).uid = uid;
        sample.set_text(object, limit_note, "of the processes that may be looked into");
    };
    for (const auto& [uid, sum] : of_user) {
        of(tell(sample, kind_, fmt::format("inotify_instances@{}", uid),
                fmt::format("inotify instances of user {}", uid), sum.instances, most_instances,
                "/proc/sys/fs/inotify/max_user_instances", "sysctl -w fs.inotify.max_user_instances={}"),
           uid);
        of(tell(sample, kind_, fmt::format("inotify_watches@{}", uid),
                fmt::format("inotify watches of user {}", uid), sum.watches, most_watches,
                "/proc/sys/fs/inotify/max_user_watches", "sysctl -w fs.inotify.max_user_watches={}"),
           uid);
    }
}

}  // namespace ipcscope::mechanisms::limits
