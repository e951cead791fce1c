// The one event record of all mechanisms: worker ring, store, live stream and file use these 64 bytes.
#pragma once

#include <cstdint>
#include <type_traits>

namespace ipcscope {

enum class Phase : std::uint8_t {
    enter,    // the call begins; no leave yet = it runs, or is blocked
    leave,    // the call came back: ret, err, duration
    instant,  // something happened at a moment: a signal was delivered, a process ended
    state,    // a level: call = level index, ret = value after it (object's n-th semaphore, ...)
    lost,     // ret = number of events that found the ring full, since the last one in it
    note,     // a remark of ours; the payload is its text
};

namespace event_flag {
inline constexpr std::uint8_t inline_payload = 1;  // data holds the bytes (captured <= 8)
inline constexpr std::uint8_t relative = 2;        // state: ret is a change, not a value
inline constexpr std::uint8_t was_blocked = 4;     // leave: seen asleep in the kernel before it came back
inline constexpr std::uint8_t received_only = 16;  // leave of an exchange that has written nothing
inline constexpr std::uint8_t ended = 8;           // leave made by us: the process died inside the call
}  // namespace event_flag

struct Event {
    std::int64_t time_ns = 0;      // CLOCK_MONOTONIC; of a leave: when the call came back
    std::int64_t ret = 0;          // return value; signal number of a delivery; see Phase
    std::int64_t duration_ns = 0;  // leave: from enter to leave
    std::uint64_t data = 0;        // inline bytes, or where the payload stands (PayloadStore)
    std::uint32_t captured = 0;    // payload bytes kept
    std::uint32_t original = 0;    // payload bytes there were
    std::uint32_t object = 0;      // ObjectId, 0 = none
    std::uint32_t call = 0;        // CallId (which arguments: RunState::calls); state: level index
    std::uint32_t flow = 0;        // FlowId of the first flow that begins or ends here
    std::uint32_t results = 0;     // length of the encoded results that follow the payload (schema/wire.h)
    std::uint16_t worker = 0;      // WorkerId: one process, so pid and name come with it
    std::uint16_t operation = 0;   // OperationId
    std::uint16_t err = 0;         // errno, 0 = success
    Phase phase = Phase::note;
    std::uint8_t flags = 0;
};
static_assert(sizeof(Event) == 64 && std::is_trivially_copyable_v<Event>);

}  // namespace ipcscope
