// Events as lines that read like strace's, with the program's names.
#pragma once

#include "export/event_source.h"

namespace ipcscope::cli {

class EventText {
public:
    // `filtered`: events are left out, so that a call without its return need not be unfinished.
    explicit EventText(const EventSource& source, bool filtered = false)
        : source_(source), filtered_(filtered) {}
    // Lines for this event. An enter is held back: if the next event is its leave, both are one line.
    std::string add(const EventDetails& facts);
    // Nothing more happens for now: a call that was entered is told as unfinished.
    std::string flush();

private:
    std::string head(const EventDetails& facts) const;
    std::string leave(const EventDetails& facts) const;
    std::string instant(const EventDetails& facts) const;
    std::string outcome(const EventDetails& facts) const;
    const EventSource& source_;
    const bool filtered_;
    std::map<std::uint16_t, bool> unfinished_;  // workers whose call was told so
    std::string held_levels_;                   // what the held call has changed
    std::string held_;
    std::uint16_t held_worker_ = 0;
};

}  // namespace ipcscope::cli
