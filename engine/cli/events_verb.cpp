// ipcscope-cli events: what a recording holds, as `run` prints it.
#include "cli/event_query.h"
#include "cli/output.h"
#include "cli/recording_file.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "runtime/filter_scan.h"

namespace ipcscope::cli {

namespace {

void print_matches(const Recording& recording, const Program& program, const EventQuery& query, Output& out) {
    constexpr std::size_t batch = 1 << 16;
    const EventSource source(recording, program);
    EventWriter writer(source, recording, query);
    auto text = writer.begin();
    const auto add = [&](std::uint64_t seq) {
        text += writer.add(seq);
        if (text.size() < batch) return;
        out.write(text);
        text.clear();
    };
    if (query.filtered) {
        FilterScan scan(recording, query.filter);
        scan.wait();
        for (auto at = scan.matches().next(0); at && !out.broken(); at = scan.matches().next(*at + 1))
            add(*at);
    } else {
        for (std::uint64_t seq = 0; seq < source.size() && !out.broken(); ++seq)
            add(seq);
    }
    out.write(text + writer.flush());
}

}  // namespace

int events_verb(const EventsCommand& command) {
    const Registry registry(all_specs());
    if (command.list_fields) return list_fields(registry, command.query.json);
    // Before anything is run for it.
    const auto query = read_query(registry, command.query);
    if (!query) return cannot_run;
    const auto opened = open_recording(registry, command.file);
    if (!opened) return cannot_run;
    tell_doubts(opened->recording(), command.query);
    Output out;
    print_matches(opened->recording(), opened->program(), *query, out);
    return out.failed() ? our_failure : opened->run_code();
}

}  // namespace ipcscope::cli
