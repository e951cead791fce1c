// ipcscope-cli events: what a recording holds, as `run` prints it.
#include "cli/event_json.h"
#include "cli/event_text.h"
#include "cli/output.h"
#include "cli/recording_file.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"

namespace ipcscope::cli {

int events_verb(const EventsCommand& command) {
    const Registry registry(all_specs());
    const auto opened = open_recording(registry, command.file);
    if (!opened) return cannot_run;
    const EventSource source(opened->recording(), opened->program());
    EventText text(source);
    Output out;
    for (std::uint64_t seq = 0; seq < source.size() && !out.broken(); ++seq) {
        const auto facts = source.facts(seq);
        out.write(command.json ? event_json(source, facts) + "\n" : text.add(facts));
    }
    if (!command.json) out.write(text.flush());
    return out.failed() ? our_failure : opened->run_code();
}

}  // namespace ipcscope::cli
