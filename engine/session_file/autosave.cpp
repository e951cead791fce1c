#include "session_file/autosave.h"

#include "session_file/schema.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/stat.h>

namespace ipcscope {

namespace {

constexpr const char* lock_suffix = ".lock";

Status make_directories(const std::string& path) {
    for (auto end = path.find('/', 1); end != std::string::npos; end = path.find('/', end + 1))
        mkdir(path.substr(0, end).c_str(), 0700);
    if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return system_failure(path, "mkdir");
    return {};
}

// Held by nobody else from now on; -1 and errno (EWOULDBLOCK: somebody holds it).
UniqueFd locked(const std::string& path, int flags) {
    UniqueFd lock(open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600));
    if (lock && flock(lock.get(), LOCK_EX | LOCK_NB) != 0) lock.reset();
    return lock;
}

void remove_all(const std::string& path) {
    for (const char* end : {"", "-wal", "-shm", "-journal"})
        unlink((path + end).c_str());
    unlink((path + lock_suffix).c_str());
}

}  // namespace

std::string autosave_directory() {
    constexpr const char* ours = "/ipcscope/recordings";
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && state[0] == '/')
        return std::string(state) + ours;
    if (const char* home = std::getenv("HOME"); home && home[0] == '/')
        return std::string(home) + "/.local/state" + ours;
    return {};
}

Result<std::unique_ptr<Autosave>> Autosave::begin(const std::string& directory,
                                                  std::shared_ptr<const Recording> recording,
                                                  const SessionTexts& texts, RecorderOptions options) {
    if (directory.empty()) return failure("there is no home directory to keep the recording in");
    if (auto made = make_directories(directory); !made) return tl::unexpected<Error>(made.error());
    static std::atomic<int> number{0};
    const auto path =
        fmt::format("{}/{}-{}-{}{}", directory, std::time(nullptr), getpid(), ++number, session_file::suffix);
    auto lock = locked(path + lock_suffix, O_CREAT | O_EXCL);
    if (!lock) return system_failure(path + lock_suffix, "open");
    options.replace = false;
    auto recorder = Recorder::create(path, *recording, texts, std::move(options));
    if (!recorder) {
        unlink((path + lock_suffix).c_str());
        return tl::unexpected<Error>(recorder.error());
    }
    return std::unique_ptr<Autosave>(
        new Autosave(path, std::move(lock), std::move(recording), std::move(*recorder)));
}

Autosave::Autosave(std::string path, UniqueFd lock, std::shared_ptr<const Recording> recording,
                   std::unique_ptr<Recorder> recorder)
    : path_(std::move(path)),
      lock_(std::move(lock)),
      recording_(std::move(recording)),
      recorder_(std::move(recorder)) {}

Autosave::~Autosave() {
    recorder_->abandon();
    recorder_.reset();
    remove_all(path_);
}

std::vector<Unclosed> unclosed_recordings(const std::string& directory) {
    std::vector<Unclosed> out;
    DIR* entries = directory.empty() ? nullptr : opendir(directory.c_str());
    if (!entries) return out;
    while (const dirent* entry = readdir(entries)) {
        const std::string name = entry->d_name;
        if (!name.ends_with(session_file::suffix)) continue;
        Unclosed one;
        one.path = directory + "/" + name;
        struct stat about {};
        if (lstat(one.path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) continue;
        if (access((one.path + lock_suffix).c_str(), F_OK) == 0 && !locked(one.path + lock_suffix, 0))
            continue;
        const auto take = [&] {
            one.bytes += static_cast<std::uint64_t>(about.st_size);
            one.written_unix_ns =
                std::max(one.written_unix_ns,
                         std::int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec);
        };
        take();
        if (lstat((one.path + "-wal").c_str(), &about) == 0) take();
        out.push_back(std::move(one));
    }
    closedir(entries);
    std::sort(out.begin(), out.end(),
              [](const Unclosed& a, const Unclosed& b) { return a.written_unix_ns > b.written_unix_ns; });
    return out;
}

Status remove_unclosed(const std::string& path) {
    UniqueFd lock = locked(path + lock_suffix, 0);
    if (!lock && errno == EWOULDBLOCK) return system_failure(path + " is being recorded", "flock");
    if (unlink(path.c_str()) != 0 && errno != ENOENT) return system_failure(path, "unlink");
    remove_all(path);
    return {};
}

}  // namespace ipcscope
