// Files of other programs' formats, with as many events as a recording of ours has.
#pragma once

#include <cstdint>
#include <string>

namespace ipcscope::bench {

// trace-cmd.dat(5), version 6: one processor, events of 64 bytes with six fields.
bool write_trace_dat(const std::string& path, std::uint64_t events);
// pcap: UDP packets between local ports, 64 bytes of payload.
bool write_pcap(const std::string& path, std::uint64_t packets);

}  // namespace ipcscope::bench
