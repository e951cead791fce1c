#include "monitor/overlooked.h"

#include <algorithm>
#include <cerrno>

namespace ipcscope {
namespace {

// Could it be there, though it is not seen?
bool may_be_there(const Snapshot& older, ObjectIndex index, const Snapshot& now) {
    const auto& object = older.objects[index];
    if (is_left_out(now, object.kind)) return true;
    for (const auto& hold : older.holds_of(object)) {
        const auto& was = older.processes[hold.process];
        const auto is = now.process(was.pid);
        if (is && now.processes[*is].start_ticks == was.start_ticks && is_left_out(now.processes[*is]))
            return true;
    }
    return false;
}

bool any_left_out(const Snapshot& snapshot) {
    return snapshot.left_out != 0 ||
           std::any_of(snapshot.processes.begin(), snapshot.processes.end(),
                       [](const SeenProcess& process) { return is_left_out(process); });
}

}  // namespace

bool is_left_out(const Snapshot& snapshot, std::size_t kind) {
    if (snapshot.left_out == 0 || kind >= monitored_kinds().size()) return false;
    const auto specs = monitor_specs();
    const auto at = std::find(specs.begin(), specs.end(), monitored_kinds()[kind].mechanism) - specs.begin();
    return at < 64 && (snapshot.left_out >> at & 1) != 0;
}

bool is_left_out(const SeenProcess& process) {
    return process.descriptors_errno == ETIMEDOUT;
}

void Overlooked::settle(const std::shared_ptr<const Snapshot>& before, const Snapshot& now,
                        std::vector<ObjectChange>& changes) {
    using What = ObjectChange::What;
    if (kept_.empty() && !any_left_out(now)) return;
    std::vector<ObjectChange> told;
    for (auto it = kept_.begin(); it != kept_.end();) {
        const auto is = now.find(it->first);
        if (!is && may_be_there(*it->second.snapshot, it->second.object, now)) {
            ++it;
            continue;
        }
        if (!is) {
            told.push_back(
                {What::vanished, it->first, it->second.object, none_index, {}, it->second.snapshot});
            it = kept_.erase(it);
        } else {
            ++it;  // it stands among the changes
        }
    }
    for (auto& change : changes) {
        if (change.what == What::vanished && may_be_there(*before, change.before, now)) {
            kept_[change.ref] = {before, change.before};
            continue;
        }
        const auto kept = change.what == What::appeared ? kept_.find(change.ref) : kept_.end();
        if (kept == kept_.end()) {
            told.push_back(std::move(change));
            continue;
        }
        ObjectChange since;
        if (difference(*kept->second.snapshot, kept->second.object, now, change.now, since)) {
            since.older = kept->second.snapshot;
            told.push_back(std::move(since));
        }
        kept_.erase(kept);
    }
    changes = std::move(told);
}

GapChanges::Changes GapChanges::next(const Snapshot& snapshot) {
    Changes out;
    std::map<std::pair<std::uint16_t, std::string>, std::string> now;
    for (std::size_t i = 0; i < snapshot.gaps.size(); ++i) {
        const auto& gap = snapshot.gaps[i];
        const auto words = snapshot.text(gap.words);
        std::string kind(words);
        std::erase_if(kind, [](char c) { return c >= '0' && c <= '9'; });
        const auto [place, fresh] = now.try_emplace({gap.mechanism, std::move(kind)}, words);
        if (fresh && !known_.contains(place->first)) out.begun.push_back(i);
    }
    for (const auto& [key, words] : known_)
        if (!now.contains(key)) out.ended.push_back(words);
    known_ = std::move(now);
    return out;
}

}  // namespace ipcscope
