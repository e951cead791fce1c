// One event in a few words, for labels of diagrams.
#pragma once

#include "runtime/recording.h"
#include "schema/value.h"

#include <string>
#include <string_view>

namespace ipcscope {

std::string object_words(const RunState& state, ObjectId object);  // its name, else label or key; "" = none
// Bytes as a label: quoted text, or hex if many of them are no text; of at most `most` bytes, the rest
// counted.
std::string payload_words(std::string_view bytes, std::uint64_t original, std::size_t most);

class EventWords {  // keeps references
public:
    EventWords(const Recording& recording, const RunState& state) : recording_(recording), state_(state) {}
    std::string call(const Event& event) const;     // "close(p.read_end)", "exited 3", "SIGUSR1 delivered"
    std::string message(const Event& event) const;  // of a send or receive: 'write "Hello"', "kill SIGTERM"
    std::string outcome(
        const Event& event) const;              // "= 5", "EAGAIN (...)"; "" = success with nothing to tell
    WorkerId target(const Event& event) const;  // whom it is sent to; none = the call names nobody

private:
    const OperationRef* operation(const Event& event) const;
    std::string moment(const Event& event, const OperationRef& operation) const;
    Fields results(const Event& event) const;
    const Recording& recording_;
    const RunState& state_;
};

}  // namespace ipcscope
