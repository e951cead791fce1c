// Empties the write-ahead log of a database into its file, on a thread of its own: that waits for the disk,
// and who writes events may not.
#pragma once

#include "session_file/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace ipcscope::session_file {

class Checkpointer {
public:
    // Of the connection that writes; it must live longer, and leave its log alone (wal_autocheckpoint=0).
    explicit Checkpointer(Database& writes);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    // When the log is long: waits until all of it is in the file, so that it is begun again from the front.
    // That may happen only while nobody writes, which the writer sees to by waiting here, some moments in
    // several seconds.
    void catch_up();

private:
    static constexpr int worth = 4096;       // pages that are copied together
    static constexpr int longest = 1 << 16;  // a quarter of a gigabyte
    void committed(int frames);
    void loop();

    Database& writes_;
    std::atomic<int> frames_{0};  // in the log
    std::mutex mutex_;
    std::condition_variable wake_, done_;
    bool wanted_ = false, all_wanted_ = false, stop_ = false, ended_ = false;
    std::thread thread_;
};

}  // namespace ipcscope::session_file
