// What a look at the processes leaves out, and why. (The mechanisms say it of their own sources.)
#include "probe/walk.h"

#include <fmt/format.h>

#include <linux/capability.h>

namespace ipcscope {

void Walk::tell_gaps() {
    const auto processes = [](std::size_t count) {
        return fmt::format("{} process{}", count, count == 1 ? "" : "es");
    };
    if (!options_.owners) builder_.note_gap(0xffff, "holders and waiters were not asked for", "");
    if (!hidden_by_.empty() && !builder_.capable(CAP_SYS_PTRACE))
        builder_.note_gap(0xffff, "processes of other users: /proc is mounted with " + hidden_by_,
                          "CAP_SYS_PTRACE");
    if (hidden_descriptors_ > 0)
        builder_.note_gap(0xffff, "descriptors of " + processes(hidden_descriptors_), "CAP_SYS_PTRACE");
    if (hidden_maps_ > 0)
        builder_.note_gap(0xffff, "mapped memory of " + processes(hidden_maps_), "CAP_SYS_PTRACE");
    if (hidden_calls_ > 0)
        builder_.note_gap(0xffff, "what " + processes(hidden_calls_) + " wait for", "CAP_SYS_PTRACE");
    if (foreign_ > 0) builder_.note_gap(0xffff, "what " + processes(foreign_) + " of 32 bits wait for", "");
    if (cut_ > 0) builder_.note_gap(0xffff, "most descriptors of " + processes(cut_) + ": too many", "");
    if (own_tables_ > 0)
        builder_.note_gap(0xffff, "descriptors that only some threads of " + processes(own_tables_) + " have",
                          "");
    for (const auto pid : left_out_)
        builder_.note_gap(0xffff, fmt::format("process {}: it did not answer in time before", pid), "");
    if (!options_.owners || hidden_descriptors_ + hidden_maps_ + left_out_.size() + cut_ == 0) {
        if (options_.owners) return;
    }
    std::vector<bool> mechanisms(monitor_specs().size());
    for (std::size_t i = 0; i < asked_.size(); ++i)
        if (asked_[i].mechanism < mechanisms.size())
            mechanisms[asked_[i].mechanism] = interests_[i].mappings || !interests_[i].links.empty();
    builder_.mark_incomplete(mechanisms);
}

}  // namespace ipcscope
