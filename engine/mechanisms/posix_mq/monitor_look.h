// The program in the kernel that looks into queues (look.bpf.c), and the memory that it fills.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"
#include "mechanisms/posix_mq/look.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace ipcscope::mechanisms::posix_mq {

class LookProgram {
public:
    // Loaded and attached, with room for so many messages, and bytes of them all, of one look. Failure: why
    // this machine does not let us, in words. Takes some ten milliseconds; a look takes some ten
    // microseconds.
    static Result<std::unique_ptr<LookProgram>> load(std::size_t messages, std::size_t bytes);
    LookProgram(const LookProgram&) = delete;
    LookProgram& operator=(const LookProgram&) = delete;
    ~LookProgram();

    // Looks at the queue behind a descriptor of this process: at most so many bytes of each message, and of
    // all.
    Status look(int queue, std::size_t most, std::size_t most_bytes);

    const LookSize& size() const { return size_; }
    // What the last look has found; which: 0 or 1.
    const QueueLook& seen() const { return *shared_; }
    std::span<const LookedMessage> messages(std::size_t which) const;
    std::string_view bytes(std::size_t which, const LookedMessage& message) const;

private:
    LookProgram(LookSize size, QueueLook* shared, std::size_t mapped, UniqueFd link);

    LookSize size_;
    QueueLook* shared_;  // with what stands behind it
    std::size_t mapped_;
    UniqueFd link_;  // keeps the program in the kernel
};

}  // namespace ipcscope::mechanisms::posix_mq
