// Writes a recording into a file while it grows, on a thread of its own. A kill of this process loses at most
// the last second.
#pragma once

#include "session_file/writer.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace ipcscope {

struct RecorderOptions {
    bool replace = false;  // a file that exists; else it is refused
    // Called on the recorder's thread when problem() changes.
    std::function<void(const std::string&)> told = {};
    int interval_ms = 200;  // between two looks at what is new
};

class Recorder {
public:
    // The recording must live until finish().
    static Result<std::unique_ptr<Recorder>> create(const std::string& path, const Recording& recording,
                                                    const SessionTexts& texts, RecorderOptions options = {});
    ~Recorder();  // finish
    // What is left, and the end. Nothing may be added to the recording any more. Idempotent.
    Status finish();
    void abandon();                             // the end at once; what is not written yet will not be
    void set_texts(const SessionTexts& texts);  // the program that is being written as it runs
    // Why nothing is written now (a full disk); it is tried again every few seconds. "" = it is.
    std::string problem() const;
    std::uint64_t events_written() const;  // that a crash would not lose
    const std::string& path() const { return path_; }

private:
    Recorder(std::string path, std::unique_ptr<session_file::Writer> writer, RecorderOptions options);
    void loop();
    void step();
    const std::string path_;
    const RecorderOptions options_;
    std::unique_ptr<session_file::Writer> writer_;  // the thread's, after it ended finish()'s
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<SessionTexts> texts_;
    std::string problem_;
    std::uint64_t written_ = 0;
    std::optional<Status> finished_;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace ipcscope
