#include "session_file/recorder.h"

#include "runtime/arena.h"

#include <chrono>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

namespace ipcscope {

namespace {
constexpr int rounds_of_rest = 20;  // after a failure
}  // namespace

Result<std::unique_ptr<Recorder>> Recorder::create(const std::string& path, const Recording& recording,
                                                   const SessionTexts& texts, RecorderOptions options) {
    if (options.replace)
        for (const char* end : {"", "-wal", "-shm", "-journal"})
            if (unlink((path + end).c_str()) != 0 && errno != ENOENT)
                return system_failure(path + end, "unlink");
    auto writer = session_file::Writer::create(path, recording, texts);
    if (!writer) return tl::unexpected<Error>(writer.error());
    return std::unique_ptr<Recorder>(new Recorder(path, std::move(*writer), std::move(options)));
}

Recorder::Recorder(std::string path, std::unique_ptr<session_file::Writer> writer, RecorderOptions options)
    : path_(std::move(path)),
      options_(std::move(options)),
      writer_(std::move(writer)),
      thread_([this] { loop(); }) {}

Recorder::~Recorder() {
    static_cast<void>(finish());
}

void Recorder::loop() {
    int rest = 0;
    auto begun = std::chrono::steady_clock::now();
    for (std::unique_lock lock(mutex_); !stop_;) {
        // When much comes, it is written without a pause.
        wake_.wait_until(lock, begun + std::chrono::milliseconds(options_.interval_ms),
                         [this] { return stop_; });
        begun = std::chrono::steady_clock::now();
        if (stop_) return;
        if (rest > 0 && --rest > 0) continue;
        lock.unlock();
        step();
        lock.lock();
        if (!problem_.empty() && rest == 0) rest = rounds_of_rest;
    }
}

void Recorder::step() {
    std::optional<SessionTexts> texts;
    {
        const std::lock_guard lock(mutex_);
        texts.swap(texts_);
    }
    auto status = writer_->write_new();
    if (status && texts) status = writer_->write_texts(*texts);
    const auto problem = status ? std::string()
                                : fmt::format("{}; the recording goes on in memory, up to {} MiB",
                                              status.error().text(), Arena::most_without_files() >> 20);
    bool changed = false;
    {
        const std::lock_guard lock(mutex_);
        if (!status && texts && !texts_) texts_ = std::move(texts);
        changed = problem_ != problem;
        problem_ = problem;
        written_ = writer_->events_written();
    }
    if (changed && options_.told) options_.told(problem);
}

Status Recorder::finish() {
    {
        const std::lock_guard lock(mutex_);
        if (finished_) return *finished_;
        stop_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
    Status status;
    if (texts_) status = writer_->write_texts(*texts_);
    if (status) status = writer_->finish();
    const std::lock_guard lock(mutex_);
    problem_ = status ? std::string() : status.error().text();
    written_ = writer_->events_written();
    writer_.reset();
    finished_ = status;
    return status;
}

void Recorder::abandon() {
    {
        const std::lock_guard lock(mutex_);
        if (finished_) return;
        stop_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
    const std::lock_guard lock(mutex_);
    writer_.reset();
    finished_ = Status();
}

void Recorder::set_texts(const SessionTexts& texts) {
    const std::lock_guard lock(mutex_);
    texts_ = texts;
}

std::string Recorder::problem() const {
    const std::lock_guard lock(mutex_);
    return problem_;
}

std::uint64_t Recorder::events_written() const {
    const std::lock_guard lock(mutex_);
    return written_;
}

}  // namespace ipcscope
