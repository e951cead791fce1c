// The event ring between one worker (producer) and the supervisor (consumer): 64-byte slots in a memfd, so
// that what a worker wrote survives its death. A full ring never stalls a call: events are counted as lost.
// (Between the rounds of a loop a worker lets the recorder catch up, see Worker::let_recorder_catch_up.)
// Signal handlers write to a ring of their own (the second half), because they can interrupt the first's
// writer.
#pragma once

#include "base/event.h"
#include "base/result.h"
#include "base/unique_fd.h"

#include <atomic>
#include <cstdint>
#include <string_view>

namespace ipcscope {

struct RingHeader {
    alignas(64) std::atomic<std::uint64_t> head;     // slots published, by the producer
    std::atomic<std::uint64_t> lost;                 // events that found no room, in all
    alignas(64) std::atomic<std::uint64_t> tail;     // slots consumed
    std::atomic<std::uint32_t> doorbell_wanted;      // the consumer sleeps: ring when half full
    alignas(64) std::atomic<std::uint32_t> current;  // CallId the worker is inside of, 0 = none
    std::atomic<std::uint32_t> stop;                 // the loop that runs is to end after this round
    std::uint32_t slots;                             // a power of two
    std::uint32_t magic;
};

// What can be believed of an event that another process wrote: lengths that `extra` bytes have room for, a
// phase that there is, times of which sums and differences are times. A worker may have been overwritten by
// what it attached.
Event believed(const Event& event, std::size_t extra);

// One direction of events. Entry = the Event, then its extra bytes (payload unless inline, then results), in
// 1 + ceil(extra / 64) slots.
class Ring {
public:
    Ring() = default;
    Ring(RingHeader* header, char* slots);

    // --- producer ---
    // False and counted when there is no room. Also tells what was lost before, once there is room again.
    bool write(const Event& event, std::string_view payload, std::string_view results);
    // The same from signal handlers, which may interrupt each other.
    bool write_reentrant(const Event& event, std::string_view results);
    bool above_half() { return above(2); }
    bool above(std::uint64_t quarters);  // more of the ring than that is taken

    // --- consumer ---
    // Never more than there is room for: the producer's word alone does not count.
    std::uint64_t published() const {
        const auto head = header_->head.load(std::memory_order_acquire);
        return head - next_ <= count_ ? head : next_;
    }
    bool empty_at(std::uint64_t limit) const { return next_ >= limit; }
    const Event& front() const;  // the next event, not yet consumed
    // Its extra bytes; `spill` is used where they wrap around. Valid until pop.
    std::string_view front_extra(std::string& spill) const;
    void pop();
    void release() { header_->tail.store(next_, std::memory_order_release); }

    RingHeader& header() const { return *header_; }

private:
    static std::size_t extra_of(const Event& event);
    char* slot(std::uint64_t n) const { return slots_ + (n & (count_ - 1)) * sizeof(Event); }
    void copy_in(std::uint64_t at, std::string_view bytes, std::size_t skip);
    std::uint64_t room_at(std::uint64_t head);
    RingHeader* header_ = nullptr;
    char* slots_ = nullptr;
    std::uint64_t count_ = 0;
    std::uint64_t next_ = 0;  // consumer: next slot; producer: cached tail
    std::uint64_t told_lost_ = 0;
    std::atomic<std::uint64_t> reserved_{0};
    std::atomic<int> depth_{0};

public:
    Ring(const Ring& other);
    Ring& operator=(const Ring& other);
};

// Both rings of one worker, mapped from one memfd (memfd_create(2)).
class RingPair {
public:
    static constexpr std::uint32_t signal_slots = 1024;
    RingPair() = default;
    RingPair(RingPair&& other) noexcept;
    RingPair& operator=(RingPair&& other) noexcept;
    ~RingPair();

    // The supervisor's side: makes the memory; `fd` is to be handed to the worker.
    static Result<RingPair> create(std::uint32_t slots, UniqueFd& fd);
    // The worker's side. Fails if it is not one of ours.
    static Result<RingPair> attach(int fd);

    Ring events;
    Ring signals;

private:
    static Result<RingPair> map(int fd, std::size_t size);
    void* memory_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace ipcscope
