#include "runtime/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <unistd.h>

#include <sys/mman.h>

namespace ipcscope {

namespace {

constexpr std::size_t heap_block = std::size_t{1} << 20;
constexpr std::size_t file_block = std::size_t{64} << 20;
// Large recordings are read in passes: with large pages these miss the TLB 512 times less often, and filling
// them faults less. Small ones would only hold more memory than they need.
constexpr std::size_t large_page = std::size_t{2} << 20;
constexpr std::size_t large_recording = std::size_t{32} << 20;

constexpr std::size_t rounded(std::size_t bytes, std::size_t to) {
    return (bytes + to - 1) / to * to;
}

// Anonymous memory that begins where a large page can; MAP_FAILED and errno.
void* map_large(std::size_t bytes) {
    void* place =
        mmap(nullptr, bytes + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED) return place;
    auto* begin = static_cast<char*>(place);
    const auto skipped = (large_page - reinterpret_cast<std::uintptr_t>(begin) % large_page) % large_page;
    if (skipped > 0) munmap(begin, skipped);
    if (skipped < large_page) munmap(begin + skipped + bytes, large_page - skipped);
    madvise(begin + skipped, bytes, MADV_HUGEPAGE);  // a wish: kernels without them refuse it
    return begin + skipped;
}

// Twice as much as when a file serves.
std::size_t without_files(const ArenaOptions& options) {
    constexpr auto all = static_cast<std::size_t>(-1);
    return options.in_memory > all / 2 ? all : 2 * options.in_memory;
}

}  // namespace

std::string directory_for_pages() {
    for (const char* name : {"XDG_CACHE_HOME", "TMPDIR"})
        if (const char* value = std::getenv(name); value && value[0] == '/') return value;
    return "/var/tmp";  // on a disk where /tmp may be memory
}

int nameless_file(const std::string& wanted) {
    const auto directory = wanted.empty() ? directory_for_pages() : wanted;
    const int fd = open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return fd;
    std::string path = directory + "/ipcscope-XXXXXX";
    const int made = mkostemp(path.data(), O_CLOEXEC);
    if (made >= 0) unlink(path.c_str());
    return made;
}

ArenaOptions Arena::for_this_machine() {
    const auto pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    ArenaOptions options;
    if (pages > 0 && size > 0)
        options.in_memory = static_cast<std::size_t>(pages) * static_cast<std::size_t>(size) / 4;
    return options;
}

Arena::Arena(ArenaOptions options) : options_(std::move(options)) {}

Arena::~Arena() {
    for (const Block& block : all_)
        munmap(block.begin, block.size);
}

char* Arena::from(Block& block, std::size_t bytes) {
    if (block.size - block.used < bytes) return nullptr;
    char* place = block.begin + block.used;
    block.used += bytes;
    return place;
}

void* Arena::take(std::size_t bytes) {
    bytes = rounded(std::max<std::size_t>(bytes, 1), 64);
    const std::lock_guard lock(mutex_);
    if (char* place = from(heap_, bytes)) return place;
    const auto wanted = rounded(bytes, heap_bytes_ >= large_recording ? large_page : heap_block);
    const bool room = heap_bytes_ + wanted <= options_.in_memory;
    if (!room && problem_err_ == 0) {
        if (char* place = from(mapped_, bytes)) return place;
        if (grow_file(bytes)) return from(mapped_, bytes);
    }
    return from_heap(bytes, wanted);
}

char* Arena::from_heap(std::size_t bytes, std::size_t block) {
    const bool large = heap_bytes_ >= large_recording;
    void* place = large ? map_large(block)
                        : mmap(nullptr, block, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED) throw std::bad_alloc();
    all_.push_back({static_cast<char*>(place), block, bytes});
    heap_bytes_ += block;
    if (problem_err_ != 0 && heap_bytes_ >= most_on_heap()) full_.store(true, std::memory_order_relaxed);
    if (block - bytes > heap_.size - heap_.used) heap_ = all_.back();  // a large piece stands alone
    return all_.back().begin;
}

bool Arena::grow_file(std::size_t bytes) {
    const auto size = rounded(std::max(bytes, file_block), file_block);
    if (!file_) {
        file_.reset(nameless_file(options_.directory));
        if (!file_) return failed("open", errno), false;
    }
    // Without its room reserved, a full disk would be a SIGBUS at some later write.
    const auto at = static_cast<off_t>(file_bytes_);
    if (const int err = posix_fallocate(file_.get(), at, static_cast<off_t>(size)); err != 0)
        return failed("posix_fallocate", err), false;
    void* place = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file_.get(), at);
    if (place == MAP_FAILED) return failed("mmap", errno), false;
    madvise(place, size, MADV_DONTDUMP);
    mapped_ = {static_cast<char*>(place), size, 0};
    all_.push_back(mapped_);
    file_bytes_ += size;
    return true;
}

std::size_t Arena::most_on_heap() const {
    return without_files(options_);
}

std::size_t Arena::most_without_files() {
    return without_files(for_this_machine());
}

void Arena::failed(const char* call, int err) {
    problem_call_ = call;
    problem_err_ = err;
}

std::size_t Arena::heap_bytes() const {
    const std::lock_guard lock(mutex_);
    return heap_bytes_;
}

std::size_t Arena::file_bytes() const {
    const std::lock_guard lock(mutex_);
    return file_bytes_;
}

Status Arena::problem() const {
    const std::lock_guard lock(mutex_);
    if (problem_err_ == 0) return {};
    const auto where = options_.directory.empty() ? directory_for_pages() : options_.directory;
    const auto most = std::to_string(most_on_heap() >> 20);
    return system_failure(
        "no file in " + where + " can take the events: they stay in memory, up to " + most + " MiB",
        problem_call_, problem_err_);
}

}  // namespace ipcscope
