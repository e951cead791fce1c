// A live recording is kept in the user's state directory while it runs, so that a crash of this program does
// not lose it. The file goes when it is not needed any more; one that stays behind was never closed, and can
// be offered at the next start.
#pragma once

#include "base/unique_fd.h"
#include "session_file/recorder.h"

#include <memory>
#include <string>
#include <vector>

namespace ipcscope {

// $XDG_STATE_HOME/ipcscope/recordings, else ~/.local/state/ipcscope/recordings; "" = there is no home.
std::string autosave_directory();

class Autosave {
public:
    // `options.replace` has no meaning. The recording lives as long as this.
    static Result<std::unique_ptr<Autosave>> begin(const std::string& directory,
                                                   std::shared_ptr<const Recording> recording,
                                                   const SessionTexts& texts, RecorderOptions options = {});
    ~Autosave();  // the file is removed
    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;

    const std::string& path() const { return path_; }
    Recorder& recorder() { return *recorder_; }

private:
    Autosave(std::string path, UniqueFd lock, std::shared_ptr<const Recording> recording,
             std::unique_ptr<Recorder> recorder);
    const std::string path_;
    UniqueFd lock_;  // held: its program lives
    std::shared_ptr<const Recording> recording_;
    std::unique_ptr<Recorder> recorder_;
};

// What programs that live no more have left there, the latest first.
struct Unclosed {
    std::string path;
    std::int64_t written_unix_ns = 0;  // when the last of it was written
    std::uint64_t bytes = 0;
};
std::vector<Unclosed> unclosed_recordings(const std::string& directory);
// Only what unclosed_recordings() names; errors: it is in use, or cannot be removed.
Status remove_unclosed(const std::string& path);

}  // namespace ipcscope
