// One look at this machine: what the mechanisms find by themselves, then one pass over the processes. What
// is known of a process is kept: see known_process.h.
#pragma once

#include "probe/fd_waits.h"
#include "probe/known_process.h"
#include "probe/sample_builder.h"
#include "snapshot/progress.h"

#include <map>
#include <memory>

namespace ipcscope {

class WalkSleep;

// The inode of a namespace by its link ("ns/ipc"); 0 = not permitted.
std::uint64_t namespace_of(ProcReader& reader, int directory, const char* path);

// Who is asked, in this order; `mechanism` = index in monitor_specs().
struct Asked {
    std::uint16_t mechanism = 0xffff;
    std::shared_ptr<Monitor> monitor;
};
std::vector<Asked> all_monitors();

struct WalkOptions {
    bool owners = true;
    std::uint32_t uid = ~0u;                    // only this user's; ~0 = all
    std::vector<Suspect> avoid = {};            // what a probe hung at before
    std::int64_t identity_age = 5'000'000'000;  // ns: namespaces and command of one that runs are this old
};

class Walk {
public:
    // `progress` says where it is now, for whoever finds that it hangs. At most 64 are asked.
    explicit Walk(std::vector<Asked> asked, Progress* progress = nullptr);
    ~Walk();
    // Valid until the next call.
    const Snapshot& take(const WalkOptions& options);
    std::size_t bytes() const;  // what is kept from one sample to the next

private:
    // Two threads look at processes: each has its own buffers, and says for itself where it is.
    struct Reading {
        ProcReader reader;
        std::vector<int> numbers;
        Progress::Place* place = nullptr;
        bool wants_files = false;  // what was to be read last was not, for want of files or memory of ours
    };
    friend class WalkSleep;
    friend class WalkDescriptor;
    void set_head();
    bool sees_all() const;  // processes of all users, whatever hides them
    void list_processes();
    void miss_processes(std::string_view needs);  // there are some that are not in the list
    bool refresh(KnownProcess& process, bool in_turn, Reading& with);
    bool refresh_turns(KnownProcess& process, Reading& with);
    bool refresh_threads(KnownProcess& process, Reading& with);
    void refresh_identity(KnownProcess& process, Reading& with);
    static void refresh_limits(KnownProcess& process);
    void refresh_parents();
    void join_sharers();
    void join_family(KnownProcess& process);
    static void refresh_status(KnownProcess& process, Reading& with);
    void mark_ours();
    void ask_sources();
    void walk_processes(const std::vector<KnownProcess*>& wanted);
    void walk_process(KnownProcess& process);
    void read_process(KnownProcess& process, Reading& with);
    void read_descriptors(KnownProcess& process, Reading& with);
    std::uint64_t claims_of(std::string_view link) const;
    void refresh_paths(KnownProcess& process, Reading& with);
    void give_descriptors(KnownProcess& process);
    void read_mappings(KnownProcess& process, Reading& with);
    void give_mappings(KnownProcess& process);
    void read_calls(KnownProcess& process, Reading& with);
    void read_call(KnownProcess& process, KnownThread& thread, Reading& with);
    static void name_restarted(const KnownProcess& process, KnownThread& thread, const CallLine& before,
                               Reading& with);
    void give_sleeps(KnownProcess& process);
    void give_sleep(KnownProcess& process, KnownThread& thread, WalkSleep& sleep);
    void add_members(KnownProcess& process, int epoll, std::vector<FdWait>& waits);
    static void find_members(const KnownProcess& process, std::size_t first, std::vector<FdWait>& waits);
    void tell_gaps();
    void tell_unseen();
    template <typename F>
    void each_monitor(std::uint64_t claims, F f) {
        claims &= active_;
        for (std::size_t i = 0; claims != 0; ++i, claims >>= 1) {
            if ((claims & 1) == 0) continue;
            builder_.mechanism = asked_[i].mechanism;
            f(*asked_[i].monitor);
        }
        builder_.mechanism = 0xffff;
    }
    bool avoided(const KnownProcess& process) const;
    bool avoided(std::uint16_t mechanism) const;

    std::vector<Asked> asked_;
    std::vector<Interests> interests_;
    std::vector<std::pair<std::string, std::uint64_t>> prefixes_;  // of links -> monitors
    std::uint64_t active_ = 0;                                     // bit = monitor: asked in this sample
    std::uint64_t mappings_wanted_ = 0;
    std::map<int, std::uint64_t> sleeps_wanted_;  // system call -> monitors
    Progress* progress_ = nullptr;
    Progress own_progress_;

    SampleBuilder builder_;
    std::map<std::int32_t, KnownProcess> processes_;
    std::uint64_t sample_ = 0;
    std::uint32_t families_ = 0;
    std::map<std::uint32_t, bool> families_ran_;
    WalkOptions options_;
    UniqueFd proc_;
    int most_directories_ = 0;  // descriptors from this number on are for other things than processes
    std::string hidden_by_;     // the option of /proc that hides processes; "" = none
    bool outside_ = false;      // there may be processes outside our pid namespace
    bool first_users_ = true;   // capabilities hold for all users, not only for those of a user namespace
    ProcReader reader_, info_reader_;
    Reading here_, there_;        // of this thread, of the other one
    std::size_t first_hold_ = 0;  // of the process that is looked at, among those of the builder
    std::uint8_t groups_ = 0;     // numbers for waits for any of several
    std::size_t hidden_descriptors_ = 0, hidden_maps_ = 0, hidden_calls_ = 0, cut_ = 0, own_tables_ = 0,
                foreign_ = 0;
    std::size_t failed_ = 0;  // that could not be read for another reason: want of files, of memory
    std::vector<std::int32_t> left_out_;
};

}  // namespace ipcscope
