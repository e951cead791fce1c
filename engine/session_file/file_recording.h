// A recording that was kept in a session file. Opening executes nothing. The state is there at once; events
// come as they are read, on a thread of its own: a large file can be looked at while it is still being read.
#pragma once

#include "base/result.h"
#include "runtime/recording.h"
#include "session_file/machine_facts.h"
#include "session_file/view_notes.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

// What is beyond them is left out, and named as a problem.
struct OpenLimits {
    std::uint64_t events = UINT64_MAX;
    std::uint64_t bytes = UINT64_MAX;  // of texts and payloads; never more than the file has
};

class FileRecording : public Recording {
public:
    ~FileRecording() override;  // gives up what is not read yet

    // --- any thread ---
    const Registry& registry() const override;  // also names what this build does not know
    const EventStore& events() const override;
    const FlowTable& flows() const override;
    const CallTable& calls() const override;
    const LaneIndex& lanes() const override;
    const FlowIndex& flow_index() const override;
    std::shared_ptr<const RunState> state() const override;  // at the end of the recording
    std::int64_t started_ns() const override;

    const std::string& path() const;
    const std::string& program() const;       // text
    const std::string& program_path() const;  // "" = it had no file
    const ViewNotes& notes() const;
    const MachineFacts& machine() const;
    std::int64_t started_unix_ns() const;  // CLOCK_REALTIME; 0 = not known
    int version() const;                   // of the format
    bool complete() const;                 // false: its program was killed, or is still writing

    bool loaded() const;
    double progress() const;   // of reading the events, 0..1
    void wait_loaded() const;  // not on the GUI thread
    // The same, and `go_on` is told some 20 times a second how far it is; false = it waits no longer: false.
    bool wait_loaded(const std::function<bool(double)>& go_on) const;
    // What is not read yet is not: loaded() in a moment, problems() says what is missing. For good.
    void stop_loading() const;
    bool partly_read() const;  // it was stopped before the end
    // What is damaged, missing or not known, a sentence each. More may come while it is being read.
    std::vector<std::string> problems() const;

private:
    struct Impl;
    friend Result<std::unique_ptr<FileRecording>> open_session(const std::string&, const Registry&,
                                                               const OpenLimits&);
    friend Result<std::unique_ptr<FileRecording>> open_session_bytes(std::string_view, const Registry&,
                                                                     const OpenLimits&);
    static Result<std::unique_ptr<FileRecording>> opened(std::unique_ptr<Impl> impl);
    explicit FileRecording(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// An error when nothing of it can be shown: it is not there, is something else, or of a newer version.
// `registry` must live as long as what comes back.
Result<std::unique_ptr<FileRecording>> open_session(const std::string& path, const Registry& registry,
                                                    const OpenLimits& limits = {});
// The same of a file's bytes, which need not stay: whatever they are, this ends, and takes no more than some
// times their number of memory.
Result<std::unique_ptr<FileRecording>> open_session_bytes(std::string_view bytes, const Registry& registry,
                                                          const OpenLimits& limits = {});

// By its first bytes, so by whatever name; false also when it cannot be read.
bool is_session_file(const std::string& path);

}  // namespace ipcscope
