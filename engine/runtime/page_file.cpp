#include "runtime/page_file.h"

#include "runtime/arena.h"

#include <algorithm>
#include <fcntl.h>
#include <new>
#include <unistd.h>

#include <sys/mman.h>

namespace ipcscope {

PageFile::PageFile(Options options) : options_(std::move(options)) {}

PageFile::~PageFile() {
    for (const Piece& piece : pieces_)
        munmap(piece.begin, piece.bytes);
}

bool PageFile::grow(std::size_t bytes, std::size_t used) {
    if (problem_err_ != 0 || made_bytes_ + used <= options_.in_memory) return false;
    const auto failed = [this](const char* call, int err) {
        problem_call_ = call;
        problem_err_ = err;
        return false;
    };
    if (!file_) {
        file_.reset(nameless_file(options_.directory));
        if (!file_) return failed("open", errno);
    }
    // Without its room reserved, a full disk would be a SIGBUS at some later write.
    const auto at = static_cast<off_t>(file_bytes_);
    int err = 0;
    do
        err = used == 0 ? 0 : posix_fallocate(file_.get(), at, static_cast<off_t>(used));
    while (err == EINTR);  // a signal is no reason to do without the disk from now on
    if (err != 0) return failed("posix_fallocate", err);
    if (ftruncate(file_.get(), at + static_cast<off_t>(bytes)) != 0) return failed("ftruncate", errno);
    return true;
}

char* PageFile::make(std::size_t bytes, std::size_t used) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    bytes = (std::max<std::size_t>(bytes, 1) + page - 1) / page * page;
    const std::lock_guard lock(mutex_);
    Piece piece{nullptr, bytes, used, grow(bytes, used)};
    void* place = piece.in_file ? mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file_.get(),
                                       static_cast<off_t>(file_bytes_))
                                : MAP_FAILED;
    if (place == MAP_FAILED) {
        piece.in_file = false;
        place = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (place == MAP_FAILED) throw std::bad_alloc();
    } else {
        file_bytes_ += bytes;
        madvise(place, bytes, MADV_DONTDUMP);
    }
    piece.begin = static_cast<char*>(place);
    pieces_.push_back(piece);
    made_bytes_ += used;
    return piece.begin;
}

void PageFile::shown(char* piece, std::function<void()> hide) {
    const std::lock_guard lock(mutex_);
    const auto found =
        std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& one) { return one.begin == piece; });
    if (found == pieces_.end() || !found->in_file) return;
    shown_.push_back({*found, std::move(hide)});
    resident_ += found->used;
    while (resident_ > options_.resident && shown_.size() > 1) {
        const auto oldest = std::move(shown_.front());
        shown_.pop_front();
        resident_ -= oldest.piece.used;
        oldest.hide();
        // The pages stay in the file: who still looks at them gets them back.
        madvise(oldest.piece.begin, oldest.piece.bytes, MADV_DONTNEED);
    }
}

std::size_t PageFile::resident_bytes() const {
    const std::lock_guard lock(mutex_);
    return resident_;
}

std::size_t PageFile::made_bytes() const {
    const std::lock_guard lock(mutex_);
    return made_bytes_;
}

Status PageFile::problem() const {
    const std::lock_guard lock(mutex_);
    if (problem_err_ == 0) return {};
    return system_failure("no file in " +
                              (options_.directory.empty() ? directory_for_pages() : options_.directory) +
                              " can take the events: they stay in memory",
                          problem_call_, problem_err_);
}

}  // namespace ipcscope
