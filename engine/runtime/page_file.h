// Pieces of memory that are filled once and may be put aside: each is a part of a file without a name,
// mapped. Of those that were looked at last, so many bytes stay resident; the others come back from the file
// when they are touched. A piece never moves, so that what points into it stays valid.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace ipcscope {

class PageFile {
public:
    struct Options {
        std::size_t in_memory = std::size_t{24} << 20;  // bytes, before there is a file
        std::size_t resident = std::size_t{96} << 20;   // bytes of what is in the file
        std::string directory = {};                     // as of ArenaOptions
    };
    PageFile() : PageFile(Options()) {}
    explicit PageFile(Options options);
    ~PageFile();
    PageFile(const PageFile&) = delete;
    PageFile& operator=(const PageFile&) = delete;

    // --- any thread ---
    // Zeroed, page-aligned, of which the first `used` bytes may be written. Without room on the disk it is
    // plain memory, which is never put aside.
    char* make(std::size_t bytes, std::size_t used);
    // The piece will be looked at until `hide` is called: then look again. Never called twice for one
    // piece, nor for one that cannot be put aside. Not from within `hide`.
    void shown(char* piece, std::function<void()> hide);
    std::size_t resident_bytes() const;  // of pieces that are shown
    std::size_t made_bytes() const;
    Status problem() const;  // why the disk does not serve

private:
    struct Piece {
        char* begin;
        std::size_t bytes, used;
        bool in_file;
    };
    struct Shown {
        Piece piece;
        std::function<void()> hide;
    };
    bool grow(std::size_t bytes, std::size_t used);

    const Options options_;
    mutable std::mutex mutex_;
    UniqueFd file_;
    std::size_t file_bytes_ = 0, made_bytes_ = 0, resident_ = 0;
    std::vector<Piece> pieces_;
    std::deque<Shown> shown_;  // the oldest first
    const char* problem_call_ = "";
    int problem_err_ = 0;
};

}  // namespace ipcscope
