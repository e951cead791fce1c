// Which processes there are, and which of them have run since the last look.
#include "probe/shares.h"
#include "probe/walk.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>

#include <linux/capability.h>

namespace ipcscope {
namespace {

// So many that have not run are asked in a sample for their signals, and where the paths that they have open
// lead to now: of more, each in its turn.
constexpr std::size_t most_still = 128;

// A number that changes whenever it has run; 0 = this kernel does not tell. False: it is gone.
bool turns_of(ProcReader& reader, int directory, const char* path, std::uint64_t& turns) {
    int error = 0;
    auto line = reader.read(directory, path, error);
    if (error == ESRCH) return false;
    std::uint64_t time = 0, waited = 0, slices = 0;
    turns = take_number(line, time) && take_number(line, waited) && take_number(line, slices)
                ? (time * 31 + slices) | 1
                : 0;
    return true;
}

// Nothing is wrong with what was to be read: it is we who may not open any more.
bool short_of_files(int error) {
    return error == EMFILE || error == ENFILE || error == ENOMEM;
}

}  // namespace

// "ipc:[4026531839]" -> the number.
std::uint64_t namespace_of(ProcReader& reader, int directory, const char* path) {
    int error = 0;
    auto link = reader.link(directory, path, error);
    const auto open = link.find('[');
    std::uint64_t inode = 0;
    if (open == std::string_view::npos) return 0;
    link.remove_prefix(open + 1);
    std::from_chars(link.data(), link.data() + link.size(), inode);
    return inode;
}

// Whether it has run since the last sample. False: it is gone.
bool Walk::refresh_turns(KnownProcess& process, Reading& with) {
    const int directory = process.directory.get();
    if (process.threads.empty()) process.threads.emplace_back(process.pid);
    if (process.stat.threads <= 1) {
        auto& main = process.threads.front();
        std::uint64_t turns = 0;
        if (!turns_of(with.reader, directory, "schedstat", turns)) return false;
        process.ran = main.ran = turns == 0 || turns != main.turns;
        main.unread |= main.ran;
        main.turns = turns;
        if (!process.ran) return true;
    }
    int error = 0;
    const auto text = with.reader.read(directory, "stat", error);
    StatLine stat;
    with.wants_files = short_of_files(error);
    if (error != 0 || !parse_stat(text, stat)) return false;
    const bool other_program = stat.name != process.name || stat.stack != process.stat.stack;
    if (other_program) process.identity_ns = 0;
    process.name.assign(stat.name);
    process.stat = stat;
    process.stat.name = {};
    return (stat.threads <= 1 && process.threads.size() == 1) || refresh_threads(process, with);
}

bool Walk::refresh_threads(KnownProcess& process, Reading& with) {
    int error = 0;
    const int directory = process.directory.get();
    const auto folder = open_folder(directory, "task", error);
    if (!folder || !numbers_in(folder.get(), with.numbers, error)) return error != ESRCH && error != ENOENT;
    std::sort(with.numbers.begin(), with.numbers.end());
    std::vector<KnownThread> threads;
    threads.reserve(with.numbers.size());
    process.ran = with.numbers.size() != process.threads.size();
    for (const int tid : with.numbers) {
        const auto known =
            std::lower_bound(process.threads.begin(), process.threads.end(), tid,
                             [](const KnownThread& one, int wanted) { return one.tid < wanted; });
        threads.push_back(known != process.threads.end() && known->tid == tid ? std::move(*known)
                                                                              : KnownThread(tid));
        auto& thread = threads.back();
        std::uint64_t turns = 0;
        turns_of(with.reader, directory, NumberPath("task/", tid, "/schedstat").c_str(), turns);
        thread.ran = turns == 0 || turns != thread.turns;
        thread.unread |= thread.ran;
        thread.turns = turns;
        process.ran |= thread.ran;
    }
    process.threads = std::move(threads);
    return !process.threads.empty();
}

// What is sent to a process shows there, also if it does not run.
void Walk::refresh_status(KnownProcess& process, Reading& with) {
    int error = 0;
    const auto text = with.reader.read(process.directory.get(), "status", error);
    process.status.clear();
    // Behind the name, which may hold anything that looks like a line but no line end.
    const auto uid = text.find("\nUid:"), threads = text.find("\nThreads:"), end = text.find("\nCapInh:");
    if (threads == std::string_view::npos) return;
    process.status.assign(text.substr(threads + 1, end == std::string_view::npos ? end : end - threads));
    if (uid == std::string_view::npos) return;
    auto line = text.substr(uid + 5);
    std::uint32_t real = 0, effective = 0;
    if (take_number(line, real) && take_number(line, effective)) process.uid = effective;
}

// False: it cannot be opened, for want of files or memory of ours.
bool Walk::refresh(KnownProcess& process, bool in_turn, Reading& with) {
    for (int again = 0; again < 2; ++again) {
        if (!process.directory) {
            const auto pid = process.pid;
            int error = 0;
            const auto family = process.family;
            process = KnownProcess{};
            process.family = family;
            process.pid = pid;
            process.listed = sample_;
            process.directory = open_folder(proc_.get(), NumberPath("", pid).c_str(), error);
            if (process.directory.get() >= most_directories_) {
                process.directory.reset();
                error = EMFILE;
            }
            with.wants_files = short_of_files(error);
            if (!process.directory) return !with.wants_files;
        }
        if (refresh_turns(process, with)) break;
        process.directory.reset();  // gone: its number may be another's by now
    }
    if (!process.directory) return !with.wants_files;
    if (process.stat.kernel) return true;
    process.seen = sample_;
    process.in_turn = in_turn;
    process.unread |= process.ran;
    process.maps_unread |= process.ran;
    process.identity_due |= process.ran;
    // What follows may wait for the process's memory.
    if (avoided(process)) return true;
    with.place->at(process.pid, process.stat.start_ticks);
    if (process.ran || in_turn || process.status.empty()) refresh_status(process, with);
    const auto age = builder_.head().taken_ns - process.identity_ns;
    if (process.identity_ns == 0 || (process.identity_due && age > options_.identity_age))
        refresh_identity(process, with);
    with.place->away();
    return true;
}

void Walk::list_processes() {
    int error = 0;
    std::vector<int> pids;
    const auto folder = open_folder(proc_.get(), ".", error);
    if (!folder || !numbers_in(folder.get(), pids, error)) {
        builder_.note_gap(0xffff, "no process can be seen: /proc cannot be read", "a mounted /proc");
        miss_processes("a mounted /proc");
        return;
    }
    std::sort(pids.begin(), pids.end());
    std::vector<KnownProcess*> all;
    all.reserve(pids.size());
    std::uint32_t turns = 0;  // kernel threads have none
    for (const int pid : pids) {
        auto& process = processes_[pid];
        process.pid = pid;
        process.listed = sample_;
        process.turn = process.directory && process.stat.kernel ? 0 : turns++;
        all.push_back(&process);
    }
    std::atomic<std::size_t> unopened{0};
    const auto groups = turns / most_still + 1;
    const auto look = [&](std::size_t i, Reading& with) {
        if (!refresh(*all[i], all[i]->turn % groups == sample_ % groups, with)) ++unopened;
    };
    do_all(
        all.size(), [&](std::size_t i) { look(i, here_); }, [&](std::size_t i) { look(i, there_); });
    if (unopened > 0) {
        constexpr const char* needs = "a higher limit of open files (ulimit -n)";
        builder_.note_gap(
            0xffff, fmt::format("{} processes: the probe may not have more files open", unopened.load()),
            needs);
        miss_processes(needs);
    }
    std::erase_if(processes_, [&](const auto& item) {
        const auto& one = item.second;
        const bool gone =
            one.listed != sample_ || (one.seen != sample_ && !(one.directory && one.stat.kernel));
        if (gone && one.family != 0) families_ran_[one.family] = true;
        return gone;
    });
    refresh_parents();
    join_sharers();
    const bool may_trace = builder_.capable(CAP_SYS_PTRACE);
    for (auto& [pid, process] : processes_) {
        if (process.seen != sample_) continue;
        SeenProcess seen;
        seen.pid = pid;
        seen.parent = process.stat.parent;
        seen.uid = process.uid;
        seen.start_ticks = process.stat.start_ticks;
        seen.ipc_namespace = process.ipc_namespace;
        seen.net_namespace = process.net_namespace;
        seen.pid_namespace = process.pid_namespace;
        seen.name = builder_.text(process.name);
        seen.command = builder_.text(process.command);
        seen.state = process.stat.state;
        process.tier = process.uid == builder_.head().uid ? Tier::same_user
                       : may_trace                        ? Tier::privileged
                                                          : Tier::everyone;
        process.index = builder_.add_process(seen, process.tier, process.status);
    }
    mark_ours();
}

// Programs of this one by name, and what they have started.
void Walk::mark_ours() {
    for (bool more = true; more;) {
        more = false;
        for (auto& [pid, process] : processes_) {
            if (process.seen != sample_) continue;
            auto& seen = builder_.process_at(process.index);
            if (seen.ours) continue;
            const auto parent = builder_.process(seen.parent);
            seen.ours = process.name.starts_with("ipcscope") ||
                        (parent != none_index && builder_.processes()[parent].ours);
            more |= seen.ours;
        }
    }
}

}  // namespace ipcscope
