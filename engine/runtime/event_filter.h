// A filter over the events of a recording: its fields, and the evaluation, a block of events at a time.
#pragma once

#include "filter/filter.h"
#include "runtime/recording.h"

#include <memory>

namespace ipcscope {

// What an event can be asked for. Names come from the specs and, if given, from the run's workers and
// objects.
FieldTable event_fields(const Registry& registry, const RunState* state = nullptr);

// An event that need not be in the store: what a filter looks at.
struct EventRow {
    std::uint64_t seq = 0;
    const Event* event = nullptr;
    FlowId flow = {};
    const CallInfo* call = nullptr;
    std::string_view payload = {};
    std::string_view results = {};  // encoded (schema/wire.h)
};

// The filter must be of a table that event_fields() made for the same registry (with whatever state). Keeps a
// reference to the recording. All const functions: any thread.
class EventFilter {
public:
    static constexpr std::size_t block_events = 1024;

    EventFilter(const Recording& recording, const Filter& filter);
    ~EventFilter();
    EventFilter(EventFilter&&) noexcept;
    EventFilter& operator=(EventFilter&&) noexcept;

    bool matches(std::uint64_t seq) const;
    // Also for what has not happened yet: a call that is about to be made, as its enter would be.
    bool matches(const EventRow& row) const;
    // Bit i of the words says whether event begin + i matches; count <= block_events, and all of them stand
    // in one chunk of the store.
    void evaluate(std::uint64_t begin, std::size_t count, std::uint64_t* words) const;

    // Whether a name, a flow or a worker's wait can change what was evaluated before.
    bool depends_on_names() const;
    bool depends_on_flows() const;
    bool depends_on_waits() const;
    bool reads_payload() const;  // slower
    // An event may match later than it came: a flow, a wait or the name of an object decides.
    bool settles_late() const;
    // The events that match `blocked` because their call sleeps now.
    const std::vector<std::uint64_t>& waiting() const;
    // Looks again for names and waits; true = what was evaluated before has to be done again, as a name that
    // was known has changed. No other thread may use the filter meanwhile.
    bool refresh();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope
