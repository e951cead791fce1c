#include "session_file/file_recording_impl.h"
#include "session_file/schema.h"

#include <array>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace ipcscope {

FileRecording::FileRecording(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FileRecording::~FileRecording() {
    impl_->end();  // the thread reads it as a whole
}

const Registry& FileRecording::registry() const {
    return impl_->registry_.registry();
}
const EventStore& FileRecording::events() const {
    return impl_->events_;
}
const FlowTable& FileRecording::flows() const {
    return impl_->flows_;
}
const CallTable& FileRecording::calls() const {
    return impl_->calls_;
}
const LaneIndex& FileRecording::lanes() const {
    return impl_->lanes_;
}
const FlowIndex& FileRecording::flow_index() const {
    return impl_->flow_index_;
}
std::shared_ptr<const RunState> FileRecording::state() const {
    const std::lock_guard lock(impl_->mutex_);
    return impl_->state_;
}
std::int64_t FileRecording::started_ns() const {
    return impl_->started_ns_;
}
const std::string& FileRecording::path() const {
    return impl_->path_;
}
const std::string& FileRecording::program() const {
    return impl_->program_;
}
const std::string& FileRecording::program_path() const {
    return impl_->program_path_;
}
const ViewNotes& FileRecording::notes() const {
    return impl_->notes_;
}
const MachineFacts& FileRecording::machine() const {
    return impl_->machine_;
}
std::int64_t FileRecording::started_unix_ns() const {
    return impl_->started_unix_ns_;
}
int FileRecording::version() const {
    return impl_->version_;
}
bool FileRecording::complete() const {
    return impl_->complete_;
}
bool FileRecording::loaded() const {
    return impl_->loaded_.load(std::memory_order_acquire);
}

double FileRecording::progress() const {
    if (loaded()) return 1;
    const auto last = impl_->last_seq_.load(std::memory_order_relaxed);
    const auto at = impl_->at_seq_.load(std::memory_order_relaxed);
    return last == 0 ? 0 : std::min(1.0, static_cast<double>(at) / static_cast<double>(last));
}

void FileRecording::wait_loaded() const {
    std::unique_lock lock(impl_->mutex_);
    impl_->ended_.wait(lock, [this] { return impl_->loaded_.load(); });
}

bool FileRecording::wait_loaded(const std::function<bool(double)>& go_on) const {
    std::unique_lock lock(impl_->mutex_);
    while (!impl_->loaded_) {
        lock.unlock();
        if (!go_on(progress())) return false;
        lock.lock();
        impl_->ended_.wait_for(lock, std::chrono::milliseconds(50), [this] { return impl_->loaded_.load(); });
    }
    return true;
}

void FileRecording::stop_loading() const {
    impl_->given_up_ = true;
}
bool FileRecording::partly_read() const {
    return loaded() && impl_->partly_;
}

std::vector<std::string> FileRecording::problems() const {
    const std::lock_guard lock(impl_->mutex_);
    return impl_->problems_;
}

Result<std::unique_ptr<FileRecording>> FileRecording::opened(std::unique_ptr<Impl> impl) {
    if (auto status = impl->open(); !status) return tl::unexpected<Error>(status.error());
    std::unique_ptr<FileRecording> out(new FileRecording(std::move(impl)));
    out->impl_->begin(*out);
    return out;
}

Result<std::unique_ptr<FileRecording>> open_session(const std::string& path, const Registry& registry,
                                                    const OpenLimits& limits) {
    return FileRecording::opened(std::make_unique<FileRecording::Impl>(path, registry, limits));
}

Result<std::unique_ptr<FileRecording>> open_session_bytes(std::string_view bytes, const Registry& registry,
                                                          const OpenLimits& limits) {
    auto impl = std::make_unique<FileRecording::Impl>("session in memory", registry, limits);
    impl->bytes_ = std::string(bytes);
    return FileRecording::opened(std::move(impl));
}

bool is_session_file(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return false;
    std::array<unsigned char, 72> head{};
    const auto got = pread(fd, head.data(), head.size(), 0);
    ::close(fd);
    if (got < static_cast<ssize_t>(head.size()) || std::memcmp(head.data(), "SQLite format 3", 16) != 0)
        return false;
    std::uint32_t id = 0;  // big-endian at 68
    for (std::size_t i = 68; i < 72; ++i)
        id = id << 8 | head[i];
    return id == static_cast<std::uint32_t>(session_file::application_id);
}

}  // namespace ipcscope
