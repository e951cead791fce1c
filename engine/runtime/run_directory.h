// The private directory of one run: lock (held while the run lives), journal of what was made, and files/,
// the workers' working directory. What is left of it after a crash can be found and removed: see cleaner.h.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"

#include <string>

namespace ipcscope {

class RunDirectory {
public:
    static Result<RunDirectory> create();
    RunDirectory(RunDirectory&&) = default;
    RunDirectory& operator=(RunDirectory&&) = default;

    const std::string& path() const { return path_; }
    std::string files() const { return path_ + "/files"; }
    std::string journal_path() const { return path_ + "/journal"; }
    int journal() const { return journal_.get(); }  // O_APPEND
    std::string marker() const;                     // environment entry of all processes of the run

    // $XDG_RUNTIME_DIR/ipcscope, or /tmp/ipcscope-UID: ours alone (0700), else failure.
    static Result<std::string> base();
    static std::string marker_of(const std::string& path);

private:
    RunDirectory() = default;
    static Result<RunDirectory> create_once();
    std::string path_;
    UniqueFd lock_, journal_;
};

}  // namespace ipcscope
