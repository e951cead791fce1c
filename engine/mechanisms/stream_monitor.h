// What the monitors of pipes and FIFOs have alike: fields, the two ends, and a look inside.
#pragma once

#include "mechanisms/monitored.h"
#include "schema/monitor_spec.h"

#include <functional>

#include <sys/stat.h>

namespace ipcscope::mechanisms::stream {

inline std::vector<StateSpec> monitored_fields(std::vector<StateSpec> own = {}) {
    const auto figure = [](const char* name, Unit unit, const char* label, const char* help, bool level) {
        return StateSpec{.name = name,
                         .type = types::integer(0, INT64_MAX, unit),
                         .label = label,
                         .help = help,
                         .level = level};
    };
    std::vector<StateSpec> all{
        figure("bytes", Unit::bytes, IPC_TR("Bytes in flight"),
               IPC_TR("Written, and not read yet. Only a descriptor tells it: a peek fetches one for some "
                      "microseconds."),
               true),
        figure("capacity", Unit::bytes, IPC_TR("Capacity"),
               IPC_TR("More than so much does not fit: writing sleeps. Only a descriptor tells it, as well."),
               false),
        figure("readers", Unit::count, IPC_TR("Reading descriptors"),
               IPC_TR("Of all processes that may be looked into; who has it open for both counts here too."),
               false),
        figure("writers", Unit::count, IPC_TR("Writing descriptors"),
               IPC_TR("As long as there is one, a reader waits instead of seeing the end."), false)};
    all.insert(all.end(), own.begin(), own.end());
    all.push_back({.name = "contents",
                   .type = types::bytes(),
                   .label = IPC_TR("Contents"),
                   .help = IPC_TR("The bytes in flight, the oldest first; only a peek shows them.")});
    return all;
}

// Descriptors of a pipe, while the processes are walked.
struct Ends {
    ObjectIndex object = none_index;
    std::uint32_t readers = 0, writers = 0;
};
inline void add_end(Ends& ends, Access access) {
    const auto bits = static_cast<unsigned>(access);
    if ((bits & static_cast<unsigned>(Access::read)) != 0) ++ends.readers;
    if ((bits & static_cast<unsigned>(Access::write)) != 0) ++ends.writers;
}

// May the descriptors of all processes be looked at? Asked once, when all are known.
bool all_descriptors_seen(const Sample& sample);
// Sets what is known without a descriptor, and says of the rest why it is not. `all_seen`: nobody is where
// nobody was found.
void show_ends(Sample& sample, const KindFields& kind, const Ends& ends, bool all_seen);

// Bytes, capacity and, through a reading end, the contents by tee(2): nothing is taken.
Result<Peeked> peek(const PeekRequest& request, const std::function<bool(const struct stat&)>& same);

}  // namespace ipcscope::mechanisms::stream
