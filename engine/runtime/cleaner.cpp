#include "runtime/cleaner.h"

#include "base/clock.h"
#include "runtime/process_info.h"
#include "runtime/run_directory.h"

#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/wait.h>

extern char** environ;

namespace ipcscope {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kill_limit_ns = 1'500'000'000;

// Again and again, because a process that forks may be between two of our looks. One that has just been
// started shows no environment until its program is loaded: "nothing is left" is believed only if nobody is
// in that state.
Status kill_all(const std::string& marker, const std::vector<pid_t>& groups, bool dry_run,
                std::vector<std::string>& done) {
    const auto deadline = now_ns() + kill_limit_ns;
    while (true) {
        const auto [left, undecided] = processes_of_run(marker, groups);
        if (left.empty() && (!undecided || now_ns() > deadline)) return {};
        if (left.empty()) {
            poll(nullptr, 0, 1);
            continue;
        }
        for (const auto pid : left) {
            if (dry_run) {
                done.push_back(fmt::format("would kill process {}", pid));
                continue;
            }
            const UniqueFd process(open_process(pid));
            if (kill(pid, SIGKILL) == 0) done.push_back(fmt::format("killed process {}", pid));
            pollfd ended{process.get(), POLLIN, 0};
            poll(&ended, 1, 200);
            waitpid(pid, nullptr, WNOHANG);  // ours, if it was left to us
        }
        if (dry_run) return {};
        if (now_ns() > deadline)
            return failure(fmt::format("process {} of this run does not end", left.front()));
    }
}

// The worker program knows the mechanisms; it says on stdout what it removed.
Status remove_objects(const std::string& journal, const std::string& worker, bool dry_run,
                      std::vector<std::string>& done) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return system_failure("asking for a clean-up", "pipe2");
    UniqueFd out(ends[0]), in(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.get(), 1);
    posix_spawn_file_actions_adddup2(&actions, in.get(), 2);
    std::string clean = "--clean", dry = "--dry-run", path = journal, program = worker;
    char* args[] = {program.data(), clean.data(), path.data(), dry_run ? dry.data() : nullptr, nullptr};
    pid_t pid = 0;
    const int code = posix_spawn(&pid, worker.c_str(), &actions, nullptr, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) return system_failure("starting " + worker, "posix_spawn", code);
    in.reset();
    std::string text;
    char part[4096];
    for (ssize_t got = 0; (got = read(out.get(), part, sizeof part)) > 0 || (got < 0 && errno == EINTR);)
        if (got > 0) text.append(part, static_cast<std::size_t>(got));
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    const auto first = done.size();
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        done.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    std::string why;
    for (auto i = first; i < done.size(); ++i)
        why += done[i] + "; ";
    return failure("cleaning up: " + (why.empty() ? "ipcscope-worker failed" : why));
}

}  // namespace

Result<std::string> find_worker_program(const std::string& given) {
    std::string path = given;
    if (path.empty()) {
        std::error_code error;
        path = (fs::read_symlink("/proc/self/exe", error).parent_path() / "ipcscope-worker").string();
    }
    if (access(path.c_str(), X_OK) != 0) return system_failure("the worker program " + path, "access");
    return path;
}

Status clean_run(const std::string& directory, const std::string& worker_program, bool dry_run,
                 std::vector<std::string>& done, const std::vector<pid_t>& groups) {
    if (auto killed = kill_all(RunDirectory::marker_of(directory), groups, dry_run, done); !killed)
        return killed;
    const auto journal = directory + "/journal";
    std::error_code error;
    if (fs::exists(journal, error) && fs::file_size(journal, error) > 0)
        if (auto removed = remove_objects(journal, worker_program, dry_run, done); !removed) return removed;
    if (dry_run) return {};
    fs::remove_all(directory, error);
    if (error) return failure("removing " + directory + ": " + error.message());
    return {};
}

Result<std::vector<std::string>> clean_leftovers(bool dry_run, const std::string& worker_program) {
    const auto base = RunDirectory::base();
    if (!base) return tl::unexpected(base.error());
    const auto worker = find_worker_program(worker_program);
    if (!worker) return tl::unexpected(worker.error());
    std::vector<std::string> done;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(*base, error)) {
        if (!entry.is_directory() || entry.path().filename().string().rfind("run-", 0) != 0) continue;
        const auto path = entry.path().string();
        const UniqueFd lock(open((path + "/lock").c_str(), O_RDWR | O_CLOEXEC));
        // Locked: that program still runs. A directory without a lock file is one that is being made or
        // removed.
        if (!lock || flock(lock.get(), LOCK_EX | LOCK_NB) != 0) continue;
        done.push_back((dry_run ? "left by a run that was cut off: " : "removing what is left of ") + path);
        if (auto cleaned = clean_run(path, *worker, dry_run, done); !cleaned)
            return tl::unexpected(cleaned.error());
    }
    return done;
}

}  // namespace ipcscope
