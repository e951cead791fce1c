// What a look at the processes leaves out, and why. (The mechanisms say it of their own sources.)
#include "probe/walk.h"

#include <cerrno>
#include <fmt/format.h>

namespace ipcscope {
namespace {

constexpr const char* trace = "CAP_SYS_PTRACE";
constexpr const char* first_namespace = "a probe in the first pid namespace";

}  // namespace

void Walk::miss_processes(std::string_view needs) {
    auto& head = builder_.head();
    head.processes_complete = false;
    head.needs = builder_.text(needs);
}

void Walk::tell_gaps() {
    const auto processes = [](std::size_t count) {
        return fmt::format("{} process{}", count, count == 1 ? "" : "es");
    };
    const auto gap = [&](std::string_view words, std::string_view needs) {
        builder_.note_gap(0xffff, words, needs);
    };
    const bool all = sees_all();
    const char* const needs = all ? "" : trace;
    // One alone is named.
    const auto whose = [&](std::size_t count, std::int16_t KnownProcess::*error) {
        for (const auto& [pid, process] : processes_)
            if (count == 1 && process.seen == sample_ &&
                (process.*error == EACCES || process.*error == EPERM))
                return fmt::format("{} ({})", process.name, pid);
        return processes(count);
    };
    if (!options_.owners) gap("holders and waiters were not asked for", "");
    if (!hidden_by_.empty() && !all)
        gap("processes of other users: /proc is mounted with " + hidden_by_, trace);
    if (outside_) gap("processes outside this pid namespace", first_namespace);
    if (hidden_descriptors_ > 0)
        gap("descriptors of " + whose(hidden_descriptors_, &KnownProcess::descriptors_errno), needs);
    if (hidden_maps_ > 0) gap("mapped memory of " + whose(hidden_maps_, &KnownProcess::maps_errno), needs);
    if (hidden_calls_ > 0)
        gap("what " + whose(hidden_calls_, &KnownProcess::calls_errno) + " wait for", needs);
    if (foreign_ > 0) gap("what " + processes(foreign_) + " of 32 bits wait for", "");
    if (failed_ > 0) gap("part of " + processes(failed_) + ": it could not be read", "");
    if (cut_ > 0) gap("most descriptors of " + processes(cut_) + ": too many", "");
    if (own_tables_ > 0) gap("descriptors that only some threads of " + processes(own_tables_) + " have", "");
    for (const auto pid : left_out_)
        gap(fmt::format("process {}: it did not answer in time before", pid), "");
    tell_unseen();
}

// Which objects somebody could hold or wait for whom this look has not shown.
void Walk::tell_unseen() {
    auto& head = builder_.head();
    const bool all = options_.owners && options_.uid == ~0u && head.processes_complete && left_out_.empty() &&
                     failed_ == 0;
    const bool descriptors = all && hidden_descriptors_ + cut_ + own_tables_ == 0;
    const bool memory = all && hidden_maps_ == 0;
    head.calls_complete = all && hidden_calls_ + foreign_ == 0;
    if (head.needs == 0 && options_.owners && !sees_all() &&
        (!hidden_by_.empty() || hidden_descriptors_ + hidden_maps_ + hidden_calls_ > 0))
        head.needs = builder_.text(trace);
    if (head.needs == 0 && outside_) head.needs = builder_.text(first_namespace);
    if (descriptors && memory && head.calls_complete) return;
    std::vector<bool> holders(monitor_specs().size()), waiters(monitor_specs().size());
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        const auto& of = interests_[i];
        if (asked_[i].mechanism >= holders.size()) continue;
        const bool links = !of.links.empty();
        holders[asked_[i].mechanism] = (links && !descriptors) || (of.mappings && !memory);
        waiters[asked_[i].mechanism] = (links || !of.syscalls.empty()) && !head.calls_complete;
    }
    builder_.mark_incomplete(holders, waiters);
}

}  // namespace ipcscope
