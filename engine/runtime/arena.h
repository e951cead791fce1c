// Memory of a recording that only grows: from the heap at first, beyond a limit from a file without a name,
// mapped, which the kernel can put aside and read back. So a recording may be larger than the memory there
// is.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace ipcscope {

struct ArenaOptions {
    // Bytes from the heap, before the file is made. 0 = the file from the first byte on.
    std::size_t in_memory = static_cast<std::size_t>(-1);
    std::string directory;  // of the file; "" = $XDG_CACHE_HOME, else $TMPDIR, else /var/tmp
};

// "" = the directory of choice ($XDG_CACHE_HOME ...). A descriptor of a file that nobody else can see and
// that is gone when it is closed; -1 and errno.
int nameless_file(const std::string& directory);
std::string directory_for_pages();

class Arena {
public:
    explicit Arena(ArenaOptions options = {});
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // --- any thread ---
    // Zeroed, 64-byte aligned, valid as long as the arena. Room on the disk is reserved before it is mapped:
    // when there is none, or the file cannot be made, the heap serves instead and problem() says so.
    void* take(std::size_t bytes);
    std::size_t heap_bytes() const;
    std::size_t file_bytes() const;
    Status problem() const;
    // No file serves, and the heap holds what it may then: most_on_heap(). Nothing is refused for it: who
    // adds to a recording asks, and counts as lost what it does not add.
    bool full() const { return full_.load(std::memory_order_relaxed); }
    std::size_t most_on_heap() const;

    // A quarter of the machine's memory on the heap, what is more in a file.
    static ArenaOptions for_this_machine();
    static std::size_t most_without_files();  // bytes of such an arena's heap, when no file can be made

private:
    struct Block {
        char* begin = nullptr;
        std::size_t size = 0;
        std::size_t used = 0;
    };
    char* from(Block& block, std::size_t bytes);
    bool grow_file(std::size_t bytes);
    char* from_heap(std::size_t bytes, std::size_t block);
    void failed(const char* call, int err);

    const ArenaOptions options_;
    mutable std::mutex mutex_;
    UniqueFd file_;
    Block heap_, mapped_;  // the ones that are being used up
    std::vector<Block> all_;
    std::size_t heap_bytes_ = 0, file_bytes_ = 0;
    const char* problem_call_ = "";
    int problem_err_ = 0;
    std::atomic<bool> full_{false};
};

}  // namespace ipcscope
