#include "session_file/checkpointer.h"

#include <sqlite3.h>

namespace ipcscope::session_file {

Checkpointer::Checkpointer(Database& writes) : writes_(writes), thread_([this] { loop(); }) {
    sqlite3_wal_hook(
        writes_.get(),
        [](void* self, sqlite3*, const char*, int frames) {
            static_cast<Checkpointer*>(self)->committed(frames);
            return SQLITE_OK;
        },
        this);
}

Checkpointer::~Checkpointer() {
    sqlite3_wal_hook(writes_.get(), nullptr, nullptr);
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Checkpointer::committed(int frames) {
    frames_.store(frames, std::memory_order_relaxed);
    if (frames < worth) return;
    const std::lock_guard lock(mutex_);
    wanted_ = true;
    wake_.notify_all();
}

void Checkpointer::catch_up() {
    if (frames_.load(std::memory_order_relaxed) < longest) return;
    std::unique_lock lock(mutex_);
    wanted_ = all_wanted_ = true;
    wake_.notify_all();
    done_.wait(lock, [this] { return ended_ || !all_wanted_; });
}

void Checkpointer::loop() {
    auto own = Database::open_for_writing(writes_.path());
    // A connection that has read nothing knows of no log, and would copy nothing without a word.
    if (!own || !own->run("SELECT 1 FROM sqlite_schema LIMIT 1")) {  // then the log is emptied at the end
        const std::lock_guard lock(mutex_);
        ended_ = true;
        done_.notify_all();
        return;
    }
    sqlite3_wal_autocheckpoint(own->get(), 0);
    int copied = 0;
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stop_ || wanted_; });
        if (stop_) return;
        wanted_ = false;
        const bool all = all_wanted_;
        lock.unlock();
        // A shorter log than before has been begun again.
        const int frames = frames_.load(std::memory_order_relaxed);
        if (frames < copied) copied = 0;
        if (all || frames - copied >= worth) {
            int in_log = 0, done = 0;
            // A full disk is told by the writer, who cannot write then either.
            if (sqlite3_wal_checkpoint_v2(own->get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &in_log, &done) ==
                SQLITE_OK)
                copied = done == in_log ? 0 : done;
        }
        lock.lock();
        if (all) {
            all_wanted_ = false;
            done_.notify_all();
        }
    }
}

}  // namespace ipcscope::session_file
