// The messages of a recording as packets, for Wireshark: a pcapng file (IETF draft-ietf-opsawg-pcapng) with
// one interface for every object, and one packet for every flow that carries bytes (link type 252, exported
// PDUs). A packet is what one receive got of one send; its comment says who sent it to whom, and by which
// calls.
#pragma once

#include "runtime/recording.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipcscope {

struct PcapngOptions {
    std::string dissector = "data";    // Wireshark's name for what the bytes are: "http", "json", ...
    std::int64_t started_unix_ns = 0;  // of the recording's beginning, since 1970
    std::function<bool(std::uint64_t)> accepts = {};  // receiving events; none = all
};

struct PcapngResult {
    std::uint64_t packets = 0;
    std::uint64_t cut = 0;  // of which not all bytes were kept
    bool complete = false;  // false: the sink took no more
};

PcapngResult write_pcapng(const Recording& recording, const PcapngOptions& options,
                          const std::function<bool(std::string_view)>& sink);

}  // namespace ipcscope
