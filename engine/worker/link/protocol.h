// What supervisor and worker say to each other over a stream socketpair: frames of u32 length, u8 kind, body.
// Descriptors travel beside a frame's first byte (SCM_RIGHTS). Little-endian, never trusted (schema/wire.h).
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "base/unique_fd.h"
#include "schema/spec.h"

#include <string>
#include <vector>

namespace ipcscope {

enum class FrameKind : std::uint8_t {
    // to the worker
    hello,    // Hello
    run,      // Run; with two descriptors (control, ring) when the operation forks
    observe,  // Observe
    // from the worker
    ready,     // pid
    opened,    // Opened: before the leave event of the call that it speaks of is published
    done,      // Done: after it
    refused,   // call id, why
    observed,  // request, Fields or why not
};

struct Frame {
    FrameKind kind{};
    std::string body;
    std::vector<UniqueFd> fds;
};

inline constexpr std::size_t max_frame = 64 << 20;

struct Hello {
    WorkerId worker;
    std::uint32_t capture_limit = 0;
    std::uint16_t operations = 0;  // how many the supervisor knows: both must be of one build
};

// One operation of a request, with room reserved for the handles that it may open.
struct Step {
    CallId call;
    OperationId operation;
    HandleId first_handle;
    std::vector<Value> args;
};

struct Run {
    std::vector<Step> steps;
    std::uint64_t count = 1;  // rounds
    WorkerId child;           // of a fork: who the child will be
};

struct OpenedHandle {
    std::string result;  // ResultSpec name
    std::string kind;    // HandleSpec id
    HandleId handle;
    std::int64_t native = -1;
    std::string key = {}, label = {};
    FlowPolicy flow = FlowPolicy::none;
    std::string identity = {};  // of a descriptor: see descriptor_identity
    bool received = false;      // passed by another process: kind, key and label hold if nobody knows it
};

struct TakenIn {  // see Call::takes_in
    HandleId handle;
    std::uint32_t key = 0;
    std::uint32_t out = 0;
};

struct Opened {
    CallId call;
    std::vector<OpenedHandle> handles;
    std::vector<TakenIn> takes_in;
};

struct Done {
    CallId call;           // of the first step
    std::int64_t ret = 0;  // of the last step done
    int err = 0;
    std::int64_t duration_ns = 0;
    std::uint64_t rounds = 0;
    Fields results;
    std::vector<HandleId> closed, removed;
};

struct Observe {
    std::uint32_t request = 0;
    std::string mechanism, handle;  // HandleSpec id, "" = the process itself
    HandleId id;                    // of this worker's table, or none: native counts
    std::int64_t native = -1;
    std::int32_t pid = 0;  // != 0: native is a descriptor of that process (pidfd_getfd, closed at once)
};

std::string encode(const Hello& message);
std::string encode(const Run& message);
std::string encode(const Opened& message);
std::string encode(const Done& message);
std::string encode(const Observe& message);
bool decode(std::string_view body, Hello& message);
bool decode(std::string_view body, Run& message);
bool decode(std::string_view body, Opened& message);
bool decode(std::string_view body, Done& message);
bool decode(std::string_view body, Observe& message);

// Blocking; for the worker's side. EOF and errors: failure.
Result<Frame> receive_frame(int socket);
Status send_frame(int socket, FrameKind kind, std::string_view body);

std::string frame_bytes(FrameKind kind, std::string_view body);
// Sends as much as the socket takes, `fds` beside the first byte. Returns bytes sent; EAGAIN counts as 0.
Result<std::size_t> send_some(int socket, std::string_view bytes, const std::vector<int>& fds);

// Collects frames from a non-blocking socket.
class FrameBuffer {
public:
    // Reads what is there. False = the peer is gone (frames read before are still there).
    bool fill(int socket);
    bool next(Frame& frame);
    // The next one is longer than max_frame: what is said there means nothing. fill() is false from then on.
    bool nonsense() const;

private:
    std::string data_;
    std::size_t used_ = 0;
};

}  // namespace ipcscope
