#include "runtime/run_directory.h"

#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/stat.h>

namespace ipcscope {

Result<std::string> RunDirectory::base() {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    const auto path = runtime && runtime[0] == '/' ? fmt::format("{}/ipcscope", runtime)
                                                   : fmt::format("/tmp/ipcscope-{}", getuid());
    if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return system_failure("making " + path, "mkdir");
    struct stat about {};
    if (lstat(path.c_str(), &about) != 0) return system_failure("looking at " + path, "lstat");
    if (!S_ISDIR(about.st_mode) || about.st_uid != getuid() || (about.st_mode & 077) != 0)
        return failure(path +
                       " is not a directory of ours alone (mode 0700): remove it, or set XDG_RUNTIME_DIR");
    return path;
}

std::string RunDirectory::marker_of(const std::string& path) {
    return "IPCSCOPE_RUN=" + path;
}

std::string RunDirectory::marker() const {
    return marker_of(path_);
}

Result<RunDirectory> RunDirectory::create() {
    // A cleaner may come between making and locking, and take the directory for a leftover.
    auto run = create_once();
    for (int again = 0; !run && again < 3; ++again)
        run = create_once();
    return run;
}

Result<RunDirectory> RunDirectory::create_once() {
    const auto parent = base();
    if (!parent) return tl::unexpected(parent.error());
    RunDirectory run;
    std::string name = *parent + "/run-XXXXXX";
    if (!mkdtemp(name.data())) return system_failure("making a private directory in " + *parent, "mkdtemp");
    run.path_ = name;
    run.lock_.reset(open((name + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!run.lock_) return system_failure("making " + name + "/lock", "open");
    if (flock(run.lock_.get(), LOCK_EX | LOCK_NB) != 0) return system_failure("locking " + name, "flock");
    run.journal_.reset(open(run.journal_path().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!run.journal_) return system_failure("making " + run.journal_path(), "open");
    if (mkdir(run.files().c_str(), 0700) != 0) return system_failure("making " + run.files(), "mkdir");
    return run;
}

}  // namespace ipcscope
