// All events of a run: append-only chunks, one writer, any number of readers that never block it.
#pragma once

#include "base/event.h"
#include "runtime/arena.h"
#include "runtime/page_file.h"
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
//
// A store may be paged: its chunks come from a source (a session file) when they are first looked at, and
// only some stay resident. References stay valid all the same.
class EventStore {
public:
    static constexpr std::size_t chunk_events = std::size_t{1} << 16;
    static constexpr std::size_t max_chunks = std::size_t{1} << 14;  // 2^30 events

    // Where the chunks of a paged store come from. Called on any thread, but for one chunk at a time.
    class Source {
    public:
        virtual ~Source() = default;
        // What is there of the chunk's events, `known` of them at least, with `data` = where in `extra` the
        // payload and results stand, unless inline. The two come empty.
        virtual void read(std::uint64_t chunk, std::size_t known, std::vector<Event>& events,
                          std::string& extra) = 0;
    };

    explicit EventStore(std::shared_ptr<Arena> arena = {});  // none: an own one, on the heap
    ~EventStore();
    EventStore(const EventStore&) = delete;
    EventStore& operator=(const EventStore&) = delete;

    // --- any thread ---
    std::uint64_t size() const { return size_.load(std::memory_order_acquire); }
    const Event& operator[](std::uint64_t seq) const {  // seq < size(); the reference stays valid
        const Event* chunk = chunks_[seq / chunk_events].load(std::memory_order_acquire);
        if (!chunk) [[unlikely]]
            chunk = fetch(seq / chunk_events);
        return chunk[seq % chunk_events];
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
    // Before anything is in it: from now on events come by grow(), not by append(). The two must live as
    // long.
    void page_from(Source& source, PageFile& pages);
    void grow(std::uint64_t size) { size_.store(size, std::memory_order_release); }

private:
    std::uint64_t keep(std::string_view extra);
    const Event* fetch(std::uint64_t chunk) const;
    FlowId paged_flow(std::uint64_t seq) const;
    void set_paged_flow(std::uint64_t seq, FlowId flow);
    std::size_t paged_bytes() const;
    const std::shared_ptr<Arena> arena_;
    mutable std::vector<std::atomic<Event*>> chunks_;  // paged: nullptr also while it is put aside
    std::atomic<std::uint64_t> size_{0};
    // Payload: position = block << 32 | offset; a block never moves.
    static constexpr std::size_t block_bytes = std::size_t{1} << 22;
    mutable std::vector<std::atomic<char*>> blocks_;  // paged: what follows the events of a chunk
    std::size_t block_count_ = 0;
    std::size_t block_used_ = 0;
    std::size_t block_size_ = 0;
    std::atomic<std::size_t> payload_bytes_{0};
    struct Paged;
    std::shared_ptr<Paged> paged_;
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
    static constexpr std::size_t chunk = std::size_t{1} << 14;
    class Source {  // as that of an EventStore
    public:
        virtual ~Source() = default;
        virtual void read(std::size_t chunk, std::size_t known, std::vector<Flow>& flows) = 0;
    };
    explicit FlowTable(std::shared_ptr<Arena> arena = {});
    ~FlowTable();
    std::size_t size() const { return size_.load(std::memory_order_acquire); }
    const Flow& operator[](FlowId id) const {
        const std::size_t i = id.value - 1;
        const Flow* part = flows_.part(i / chunk);
        if (!part) [[unlikely]]
            part = fetch(i / chunk);
        return part[i % chunk];
    }
    FlowId append(const Flow& flow);
    void page_from(Source& source, PageFile& pages);
    FlowId grow(const Flow& flow);  // instead of append()

private:
    const Flow* fetch(std::size_t part) const;
    class Chunks {
    public:
        explicit Chunks(std::shared_ptr<Arena> arena);
        const Flow* part(std::size_t i) const { return chunks_[i].load(std::memory_order_acquire); }
        void show(std::size_t i, Flow* flows) const { chunks_[i].store(flows, std::memory_order_release); }
        Flow& slot(std::size_t i);

    private:
        std::shared_ptr<Arena> arena_;
        mutable std::vector<std::atomic<Flow*>> chunks_;
    } flows_;
    std::atomic<std::size_t> size_{0};
    struct Paged;
    std::shared_ptr<Paged> paged_;
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
