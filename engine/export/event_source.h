// What belongs to an event, looked up for printing.
#pragma once

#include "runtime/recording.h"
#include "session/program.h"

#include <map>
#include <string>

namespace ipcscope {

struct EventDetails {
    std::uint64_t seq = 0;
    const Event* event = nullptr;
    const OperationRef* operation = nullptr;
    const CallInfo* call = nullptr;
    std::string worker;
    pid_t pid = 0;
    std::string object;  // as the program names it; else its label or key; "" = none
    std::string text;    // the call as the program writes it, with the name of its result
    int line = 0;
    FlowId flow;
    Flow joined;            // if flow
    std::string flow_peer;  // if flow: who sent
    Fields results;
    std::string_view payload;
};

class EventSource {
public:
    EventSource(const Recording& recording, const Program& program);
    EventDetails facts(std::uint64_t seq) const;
    std::uint64_t size() const { return recording_.events().size(); }
    std::int64_t since_start(std::int64_t time_ns) const { return time_ns - recording_.started_ns(); }

private:
    const Recording& recording_;
    std::map<int, std::string> bindings_;  // by line
};

}  // namespace ipcscope
