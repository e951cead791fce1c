// The recording that a verb is about: out of a session file, or of a program, which is run for it.
#pragma once

#include "runtime/supervisor.h"
#include "session/program.h"
#include "session_file/file_recording.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipcscope::cli {

class RecordingFile {
public:
    const Recording& recording() const { return file_ ? static_cast<const Recording&>(*file_) : *run_; }
    const Program& program() const { return program_; }
    const FileRecording* file() const { return file_.get(); }  // nullptr: it was run
    // 0; 128 + signal number if the run was cut short by one; cannot_run if it came to no end. What it has
    // recorded until then can be read all the same.
    int run_code() const { return code_; }
    // CLOCK_MONOTONIC: when the run was at its end; later events are of our cleaning up. 0 = there are none.
    std::int64_t until_ns() const { return until_ns_; }

private:
    friend std::optional<RecordingFile> open_recording(const Registry&, const std::string&, bool,
                                                       const std::vector<std::string>&);
    std::unique_ptr<FileRecording> file_;
    std::unique_ptr<Supervisor> run_;
    Program program_;
    int code_ = 0;
    std::int64_t until_ns_ = 0;
};

// All of it, to its end. `outside` false: of a program that is run for its events, what may touch things that
// it has not made is left out, which standard error says by name (compare/own_part.h). A session file is told
// by its contents; a program is run, which standard error says. Nothing: it cannot be had, and standard error
// says why. What is damaged is said there, too. `settings`: parameters of a program that is run.
std::optional<RecordingFile> open_recording(const Registry& registry, const std::string& file,
                                            bool outside = true,
                                            const std::vector<std::string>& settings = {});

}  // namespace ipcscope::cli
