// What a row of a sequence diagram says: who, what, to whom, with what outcome. Words here are the program's
// own (operations, values, errno names) and English; views translate what they add.
#pragma once

#include "export/sequence_rows.h"

#include <string>
#include <vector>

namespace ipcscope {

// A column: a process, or an object.
struct SequencePlace {
    std::uint32_t id = 0;  // WorkerId or ObjectId; 0 = nobody that is known
    bool object = false;
    auto operator<=>(const SequencePlace&) const = default;
    static SequencePlace of(WorkerId worker) { return {worker.value, false}; }
    static SequencePlace of(ObjectId id) { return {id.value, true}; }
};

struct SequenceMessage {
    static constexpr std::uint64_t no_row = ~std::uint64_t{0};
    FlowId flow;  // none: between a process and an object, or nobody received it
    std::uint64_t from_seq = 0, to_seq = 0;
    SequencePlace from, to;
    std::uint64_t from_row = no_row, to_row = no_row;  // no_row: that end does not stand in the diagram
    ObjectId object;                                   // that it went through
    bool guess = false;
    bool coalesced = false;  // a signal that was pending already: it arrived as one with an earlier one
    bool received = true;    // false: nobody has (yet)
    bool creates = false;    // the birth of `to`
    bool both_ways = false;  // an exchange with an object
};

struct SequenceEnd {  // one event of a row
    std::uint64_t seq = 0;
    WorkerId worker;
    ObjectId object;
    std::int64_t begin_ns = 0, end_ns = 0;
    std::string text;     // 'write "Hello"', 'close(p.read_end)', 'exited 3'
    std::string outcome;  // '= 5', 'EAGAIN (Resource temporarily unavailable)'; '' = nothing worth saying
    std::string waits;    // Phase::enter: "a writer of p"; '' = not told
    Phase phase = Phase::note;
    LifeChange change = LifeChange::none;
    bool failed = false, blocked = false, cut_off = false;
    std::uint64_t begin_row = 0;  // where the call began; its own row if that is not told apart
};

struct SequenceStep {
    std::uint64_t row = 0;
    std::int64_t time_ns = 0;
    std::vector<SequenceEnd> ends;  // the row's event; then the one that shares it
    std::vector<SequenceMessage> messages;
};

class SequenceSteps {
public:
    SequenceSteps(const Recording& recording, std::shared_ptr<const SequenceRows> rows,
                  SequenceChoice choice);
    const SequenceRows& rows() const { return *rows_; }
    SequenceStep step(std::uint64_t row, bool words = true) const;  // without: texts stay empty
    std::string name(SequencePlace place) const;
    // Events at the other ends of this event's flows.
    std::vector<std::uint64_t> other_ends(std::uint64_t seq) const;
    // The row of any event, also of one that has none of its own: then of the call that it belongs to.
    std::optional<std::uint64_t> row_of(std::uint64_t seq) const;
    // For WaitSpec texts; empty = English as they are.
    std::function<std::string(const char*)> translate;

private:
    SequenceEnd end(std::uint64_t seq, std::uint64_t row, bool words) const;
    void add_messages(SequenceStep& step, std::uint64_t seq) const;
    std::uint64_t enter_row(const Event& leave, std::uint64_t row) const;
    bool unreceived(std::uint64_t seq, const Event& event, const OperationRef& operation) const;

    const Recording& recording_;
    std::shared_ptr<const RunState> state_;
    std::shared_ptr<const SequenceRows> rows_;
    SequenceChoice choice_;
};

}  // namespace ipcscope
