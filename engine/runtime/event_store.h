// All events of a run: append-only chunks, one writer, any number of readers that never block it.
#pragma once

#include "base/event.h"
#include "runtime/arena.h"
#include "runtime/run_state.h"

#include <array>
#include <atomic>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace ipcscope {

// Sequence = index in the store, from 0, in order of arrival: time order but for differences of microseconds
// between workers.
class EventStore {
public:
    static constexpr std::size_t chunk_events = std::size_t{1} << 16;
    static constexpr std::size_t max_chunks = std::size_t{1} << 14;  // 2^30 events

    explicit EventStore(std::shared_ptr<Arena> arena = {});  // none: an own one, on the heap
    ~EventStore();
    EventStore(const EventStore&) = delete;
    EventStore& operator=(const EventStore&) = delete;

    // --- any thread ---
    std::uint64_t size() const { return size_.load(std::memory_order_acquire); }
    const Event& operator[](std::uint64_t seq) const {  // seq < size(); the reference stays valid
        return chunks_[seq / chunk_events].load(std::memory_order_acquire)[seq % chunk_events];
    }
    // The flow of an event is set after it was stored, so it is read by this, not from the record.
    FlowId flow(std::uint64_t seq) const;
    Event copy(std::uint64_t seq) const;                 // the whole record, with its flow as it is now
    std::string_view payload(const Event& event) const;  // captured bytes; valid as long as the store
    std::string_view results(const Event& event) const;  // encoded Fields (schema/wire.h)
    std::size_t memory_bytes() const;                    // of events and payloads

    // --- the writer's thread ---
    // `extra` = payload (unless inline) then results, as in the ring. Returns the sequence.
    std::uint64_t append(Event event, std::string_view extra);
    void set_flow(std::uint64_t seq, FlowId flow);

private:
    std::uint64_t keep(std::string_view extra);
    const std::shared_ptr<Arena> arena_;
    std::vector<std::atomic<Event*>> chunks_;
    std::atomic<std::uint64_t> size_{0};
    // Payload: position = block << 32 | offset; a block never moves.
    static constexpr std::size_t block_bytes = std::size_t{1} << 22;
    std::vector<std::atomic<char*>> blocks_;
    std::size_t block_count_ = 0;
    std::size_t block_used_ = 0;
    std::size_t block_size_ = 0;
    std::atomic<std::size_t> payload_bytes_{0};
};

// One joined pair. A byte-stream read that took bytes of two writes makes two flows.
struct Flow {
    std::uint64_t from = 0;  // sequence of the send
    std::uint64_t to = 0;    // sequence of the receive
    ObjectId object;
    std::uint32_t bytes = 0;   // how many of the send's bytes this receive got
    std::uint32_t offset = 0;  // from which byte of the send
    std::uint32_t merged = 0;  // signals: how many sends this delivery stands for, beyond the first
    bool guess = false;
};

class FlowTable {  // one writer, many readers; FlowId = index + 1
public:
    explicit FlowTable(std::shared_ptr<Arena> arena = {});
    std::size_t size() const { return size_.load(std::memory_order_acquire); }
    const Flow& operator[](FlowId id) const { return flows_[id.value - 1]; }
    FlowId append(const Flow& flow);

private:
    static constexpr std::size_t chunk = std::size_t{1} << 14;
    class Chunks {
    public:
        explicit Chunks(std::shared_ptr<Arena> arena);
        const Flow& operator[](std::size_t i) const {
            return chunks_[i / chunk].load(std::memory_order_acquire)[i % chunk];
        }
        Flow& slot(std::size_t i);

    private:
        std::shared_ptr<Arena> arena_;
        std::vector<std::atomic<Flow*>> chunks_;
    } flows_;
    std::atomic<std::size_t> size_{0};
};

// The calls of a run, by id (CallId = index + 1). Append-only, never moved; one writer, many readers.
class CallTable {
public:
    const CallInfo* find(CallId id) const;  // nullptr = none
    CallInfo& append(CallInfo call);        // sets its id
    std::size_t size() const;

private:
    mutable std::mutex mutex_;
    std::deque<CallInfo> calls_;
};

}  // namespace ipcscope
