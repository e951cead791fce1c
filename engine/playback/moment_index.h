// Answers what a recording looked like at any moment. Reads every event once and keeps, for every chunk of
// the store, what changed in it; a moment then costs one chunk or two, however long the recording is.
// PLAYBACK.md says how. One thread; the moments that it gives are anybody's.
#pragma once

#include "playback/moment.h"

#include <atomic>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ipcscope {

class MomentIndex {
public:
    // `chunk`: events between two bases; smaller ones than the store's only for tests.
    explicit MomentIndex(std::shared_ptr<const Recording> recording,
                         std::uint64_t chunk = EventStore::chunk_events);
    ~MomentIndex();

    // Reads what it has not read yet, `most` events at most. True: there is no more now.
    bool read(std::uint64_t most = ~std::uint64_t{0}, const std::atomic<bool>* stop = nullptr);
    std::uint64_t events() const { return read_; }  // that were read
    bool covers(std::int64_t time_ns) const;        // that moment, as far as events have come

    // Events at the moment itself count as happened.
    Moment at(std::int64_t time_ns) const;
    enum class Step : std::uint8_t { event, flow };  // flow: an end of one
    // When the next (or latest) thing of this kind happened after (before) the moment; none = never. A change
    // of a level is no step of its own: it belongs to the call that made it.
    std::optional<std::int64_t> next(std::int64_t time_ns, Step step = Step::event) const;
    std::optional<std::int64_t> previous(std::int64_t time_ns, Step step = Step::event) const;

    const Recording& recording() const { return *recording_; }
    std::size_t memory_bytes() const;  // about

private:
    static constexpr std::size_t most_versions = std::size_t{1} << 20;
    struct OperationFacts {
        FlowRole flow = FlowRole::none;
        bool opens = false, closes = false, removes = false;  // handles, objects
        bool starts = false, ends = false, stops = false, goes_on = false;
        int target = -1;  // index of the worker parameter that is sent to
        bool waits_for_receiver = false;
    };
    struct WorkerAt {
        std::uint32_t call = 0;
        std::uint16_t operation = 0;
        bool inside = false, stopped = false;
        std::int64_t since_ns = 0;
    };
    // What one chunk holds.
    struct ChunkTimes {
        std::int64_t min = INT64_MAX, max = INT64_MIN, max_so_far = INT64_MIN;
    };
    template <typename T>
    struct Version {
        std::uint32_t chunks;  // so many were read
        T value;
    };
    template <typename T, typename Key>
    using Versions = std::unordered_map<Key, std::vector<Version<T>>>;
    struct Running {  // what grows event by event
        std::unordered_map<std::uint32_t, ObjectFigures> objects;
        std::unordered_map<std::uint16_t, WorkerAt> workers;
        std::uint64_t events = 0;
        std::int64_t last_ns = INT64_MIN;
        std::uint64_t last = 0;
        bool any = false;
    };
    struct WorkerLife {
        std::int64_t born_ns = INT64_MAX, ended_ns = INT64_MAX;
        std::int64_t code = -1;
        bool by_signal = false;
    };
    struct ObjectLife {
        std::int64_t seen_ns = INT64_MAX, removed_ns = INT64_MAX;
    };
    struct HandleChange {
        std::int64_t time_ns;
        std::uint16_t worker;
        bool open;
    };
    struct Sent {
        std::int64_t time_ns;
        std::uint64_t seq;
        std::uint32_t object;
        std::uint16_t target;
    };

    // moment_index.cpp: reading
    const OperationFacts& facts(std::uint16_t operation) const;
    void apply(Running& to, std::uint64_t seq, const Event& event) const;
    void note_life(std::uint64_t seq, const Event& event);
    void opened(const Event& event, const Value& value);
    void set_open(std::uint32_t handle, std::uint16_t worker, std::int64_t time_ns, bool open);
    void note_sent(std::uint64_t seq, const Event& event, const OperationFacts& facts);
    void end_of_chunk();
    void thin_sent();

    // moment_at.cpp: answering
    std::size_t chunks() const { return times_.size(); }
    std::size_t whole_before(std::int64_t time_ns) const;  // chunks of which all events had happened
    Running running_at(std::int64_t time_ns) const;
    template <typename T, typename Key>
    static void fill(const Versions<T, Key>& from, std::size_t chunks, std::unordered_map<Key, T>& to);
    template <typename Wanted>
    std::optional<std::int64_t> search(std::int64_t time_ns, bool later, Wanted wanted) const;
    void levels_at(Moment& moment) const;
    void on_the_way_at(Moment& moment) const;
    std::size_t flows_at(const Moment& moment) const;

    // moment_state.cpp: who was there
    std::shared_ptr<const RunState> state_at(std::int64_t time_ns, const Running& running) const;
    void workers_at(RunState& state, std::int64_t time_ns, const Running& running) const;
    void objects_at(RunState& state, std::int64_t time_ns) const;

    std::shared_ptr<const Recording> recording_;
    const EventStore& events_;
    const std::uint64_t chunk_;
    std::vector<OperationFacts> facts_;  // by OperationId - 1
    std::uint64_t read_ = 0;
    std::vector<ChunkTimes> times_;  // the last one may still grow
    Running now_;
    std::unordered_set<std::uint32_t> touched_objects_;  // in the chunk that is being read
    std::unordered_set<std::uint16_t> touched_workers_;
    Versions<ObjectFigures, std::uint32_t> object_versions_;
    Versions<WorkerAt, std::uint16_t> worker_versions_;
    std::vector<Running> bases_;                // without the maps: by number of base
    std::vector<std::uint32_t> base_chunks_{};  // of how many chunks each is
    std::size_t versions_ = 0, stride_ = 1;
    std::unordered_map<std::uint16_t, WorkerLife> lives_;
    std::unordered_map<std::uint32_t, ObjectLife> objects_;
    std::unordered_map<std::uint32_t, std::vector<HandleChange>> handles_;
    std::unordered_map<std::uint16_t, std::unordered_set<std::uint32_t>> open_in_;
    std::vector<Sent> sent_;  // what nobody has received yet, as far as is known
    std::size_t thin_at_ = 1 << 16;
};

}  // namespace ipcscope
