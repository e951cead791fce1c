// One line of what strace(1) prints, taken apart. Nothing is believed: any octets give a line, or none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

// An argument: 3<pipe:[7]>, "text"..., [1, 2], {sa_family=AF_UNIX, ...}, htons(80), O_RDONLY|O_CLOEXEC, NULL.
struct TraceValue {
    enum class Form : std::uint8_t { word, text, list, structure, call };
    Form form = Form::word;
    std::string name;               // of a member
    std::string word;               // word: as it stands, without note; text: the octets; call: its function
    std::string note;               // what -y has put behind a descriptor
    bool cut = false;               // text: there was more of it
    std::vector<TraceValue> items;  // list, structure, call

    std::optional<std::int64_t> number() const;  // decimal, 0x..., 0...; nothing: it is none
    // The member of that name, at any depth; of several the first.
    const TraceValue* member(std::string_view wanted) const;
};

struct TraceLine {
    enum class What : std::uint8_t { call, unfinished, resumed, signal, exited, killed };
    What what = What::call;
    int pid = 0;  // 0 = the line has none
    // As it stands before the call: seconds since 1970 or midnight, or since the line before.
    std::optional<std::int64_t> time_ns;
    std::string name;       // of the system call, of the signal
    std::string_view text;  // unfinished: arguments so far; resumed: those that follow, and the result
    std::vector<TraceValue> items;  // of a signal: its siginfo
    int status = 0;                 // exited
};

// How a call came back.
struct TraceResult {
    std::vector<TraceValue> arguments;
    std::optional<std::int64_t> ret;  // nothing: "?"
    std::string note;                 // of a descriptor that is returned
    std::string error;                // "EAGAIN"
    std::optional<std::int64_t> duration_ns;
};

// Nothing: it is none of strace's. For a whole call `text` is what stands behind "name(".
std::optional<TraceLine> parse_trace_line(std::string_view line);
// "3, "abc", 3) = 3 <0.000012>"; nothing: it is cut off, or nested too deep.
std::optional<TraceResult> parse_trace_call(std::string_view text);

}  // namespace ipcscope
