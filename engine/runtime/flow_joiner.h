// Joins events to flows by the policy of their object: write -> read, send -> receive, kill -> delivery,
// post -> wake, fork -> child. Symmetric: on two processors the receiver's return may be seen before the
// sender's. Runs on the writer's thread; a guess (two writers at the same moment, several possible posts) is
// marked as one.
#pragma once

#include "runtime/event_store.h"
#include "runtime/flow_index.h"
#include "runtime/lane_index.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <unordered_map>

namespace ipcscope {

class FlowJoiner {
public:
    FlowJoiner(EventStore& events, FlowTable& flows, LaneIndex& lanes, FlowIndex* index = nullptr);

    struct Context {
        FlowPolicy policy = FlowPolicy::none;
        FlowRole role = FlowRole::none;
        bool level_from_flow = false;
        bool level_in_bytes = false;     // packets: else the level counts them
        std::uint32_t packet_bytes = 0;  // see ObjectSpec
        bool streams_by_key = false;     // see ObjectSpec
        std::uint16_t mechanism = 0;     // whose keys they are
        WorkerId target;                 // signals: who is sent to
        std::uint32_t key = 0;           // message type, signal number, stream, offset, serial
        // signals: whether what was sent at that time (ns) was thrown away since, and never arrives.
        std::function<bool(std::int64_t)> gone = {};
    };
    // A leave (without errno) or an instant that may begin or end a flow.
    void event(std::uint64_t seq, const Event& event, const Context& context);
    // What is sent with this key arrives in this object; with `looking_back` also what was sent a moment ago:
    // the object could be reached before that was told.
    void takes_in(std::uint16_t mechanism, std::uint32_t key, ObjectId object, bool looking_back = false);
    // FlowPolicy::wake: who is woken. What is taken out wakes those who wait to put in (an event counter).
    enum class Wakes : std::uint8_t { receivers, senders };
    // A leave of a call that raised a level of such an object, or made room in it.
    void posted(std::uint64_t seq, const Event& event, Wakes whom = Wakes::receivers);
    // A leave of a call on it that had to wait.
    void woken(std::uint64_t seq, const Event& event, Wakes whom = Wakes::receivers);
    // FlowPolicy::typed_queue: what was sent into the object by this run and not received yet, oldest first.
    struct Waiting {
        std::uint64_t seq = 0;
        std::uint32_t key = 0;
    };
    std::vector<Waiting> waiting(ObjectId object) const;
    // FlowPolicy::typed_queue: what it held before this run did anything with it.
    void held_before(ObjectId object, std::int64_t level);
    // Whatever was on its way through the object is lost; its level falls to zero.
    void emptied(ObjectId object, bool level_from_flow);
    void join(std::uint64_t from, std::uint64_t to, ObjectId object, bool guess = false,
              std::uint32_t bytes = 0);

private:
    struct Part {  // a send not yet (wholly) received, or the reverse
        std::uint64_t seq = 0;
        std::uint32_t left = 0;  // bytes
        std::uint32_t done = 0;
        std::int64_t begin_ns = 0, end_ns = 0;
        std::uint16_t worker = 0;
        std::uint64_t content = 0;  // streams by key: hash of the bytes kept
        bool cut = false;           // not all bytes are there
    };
    struct Stream {
        std::deque<Part> sent, received;
        std::int64_t level = 0;
    };
    struct Queue {
        std::map<std::uint32_t, Stream> by_key;
        std::int64_t level = 0;
        std::int64_t bytes = 0;
        bool bytes_known = true;  // it was empty before this run
    };
    struct Wake {
        std::deque<Part> posts;     // the latest increases
        std::deque<Part> sleepers;  // came back before the post that woke them was seen to
    };

    // flow_streams.cpp: streams that lead from one object to another
    struct Directed {
        Stream stream;
        std::vector<ObjectId> takers;
        std::int64_t untold = 0;                          // its level, until a taker is known
        bool copies = false, in_bytes = false;            // FlowPolicy::copies; what its level counts
        std::uint64_t dropped = 0;                        // copies: sends no longer in `stream`
        std::map<std::uint32_t, std::uint64_t> received;  // copies: by taker, the next send it may get
    };
    struct Tagged {
        std::uint64_t sent = 0;  // sequence plus one
        std::vector<std::uint64_t> received;
    };
    struct Written {  // [begin, end), begin is the key of the map
        std::uint32_t end = 0;
        std::uint32_t write_begin = 0;
        std::uint64_t seq = 0;
    };
    using Memory = std::map<std::uint32_t, Written>;
    void directed(std::uint64_t seq, const Event& event, const Context& context);
    // Returns by how much the level changes.
    void spread(Directed& directed, const Part& part, FlowRole role, ObjectId object);
    std::int64_t matched(Stream& stream, const Part& part, FlowRole role, ObjectId object, bool in_bytes);
    // Returns by how much the receiver's level falls: by what came, and what was lost before it.
    std::int64_t copied(Directed& directed, Part part, FlowRole role, ObjectId object);
    static std::int64_t amount(const Directed& directed, std::uint64_t from, std::uint64_t to);
    void announced(Directed& directed, const Part& part);
    void tagged(std::uint64_t seq, const Event& event, const Context& context);
    void memory(std::uint64_t seq, const Event& event, const Context& context);
    static void write_range(Memory& memory, std::uint32_t begin, Written written);
    void forget_taken(ObjectId object, bool level_from_flow);
    void raise(Directed& directed, std::uint64_t seq, const Event& event, std::int64_t by, bool all = false);

    // flow_queues.cpp
    void queued(std::uint64_t seq, const Event& event, const Context& context);
    bool is_of(const Part& received, const Part& sent, bool cut) const;
    void bytes(Stream& stream, const Part& part, FlowRole role, ObjectId object);
    // Returns how many bytes the send had that was joined, 0 = none was.
    std::uint32_t whole(Stream& stream, const Part& part, FlowRole role, ObjectId object);
    void packets(Stream& stream, Part part, const Event& event, const Context& context);
    void signal(std::uint64_t seq, const Event& event, const Context& context);
    static Part part_of(std::uint64_t seq, const Event& event);
    bool crossed(const Stream& stream, const Part& part) const;
    void add(const Flow& flow);

    EventStore& events_;
    FlowTable& flows_;
    LaneIndex& lanes_;
    FlowIndex* index_;
    std::unordered_map<std::uint32_t, Stream> streams_;
    std::unordered_map<std::uint32_t, Queue> queues_;
    std::map<std::pair<std::uint16_t, std::uint32_t>, Stream> signals_;  // (target worker, number)
    std::array<std::unordered_map<std::uint32_t, Wake>, 2> wakes_;       // by whom, by object
    std::unordered_map<std::uint64_t, Directed> directed_;               // by mechanism and key
    std::unordered_map<std::uint32_t, std::int64_t> taken_levels_;       // by object that takes in
    std::unordered_map<std::uint32_t, std::uint64_t> taken_keys_;        // by object: the first it takes in
    std::unordered_map<std::uint64_t, Tagged> tagged_;
    std::deque<std::uint64_t> tags_;                      // in order of first sight
    std::unordered_map<std::uint32_t, Memory> memories_;  // by object
};

}  // namespace ipcscope
