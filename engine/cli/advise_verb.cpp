// ipcscope-cli advise: what is wrong on this machine.
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"
#include "monitor/advisor.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

const char* severity_name(Finding::Severity severity) {
    switch (severity) {
        case Finding::Severity::hint: return "hint";
        case Finding::Severity::warning: return "warning";
        case Finding::Severity::problem: return "problem";
    }
    return "";
}

Json finding_json(const Snapshot& snapshot, const Finding& finding) {
    Json out{{"severity", severity_name(finding.severity)},
             {"id", finding.id},
             {"words", finding.words},
             {"evidence", finding.evidence},
             {"objects", Json::array()},
             {"processes", Json::array()},
             {"command", finding.command.empty() ? Json(nullptr) : Json(finding.command)},
             {"removable", finding.removable}};
    for (const auto object : finding.objects)
        if (object < snapshot.objects.size())
            out["objects"].push_back(snapshot.ref(snapshot.objects[object]));
    for (const auto process : finding.processes)
        if (process < snapshot.processes.size()) out["processes"].push_back(snapshot.processes[process].pid);
    return out;
}

std::string finding_text(const Finding& finding) {
    auto out = fmt::format("{}: {}\n", severity_name(finding.severity), finding.words);
    for (const auto& fact : finding.evidence)
        out += fmt::format("    {}\n", fact);
    if (!finding.command.empty()) out += fmt::format("    $ {}\n", finding.command);
    return out;
}

}  // namespace

int advise_verb(bool json) {
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    // What has to be seen twice is: a second look, right behind the first.
    auto again = machine->client->sample();
    if (!again) {
        fmt::print(stderr, "ipcscope-cli: {}\n", again.error().text());
        return our_failure;
    }
    const auto now = *again;
    const auto findings = advise(*now, machine->snapshot.get());
    Output out;
    if (json) {
        auto document = head_json(*now);
        document["findings"] = Json::array();
        for (const auto& finding : findings)
            document["findings"].push_back(finding_json(*now, finding));
        document["gaps"] = gaps_json(*now);
        out.write(dumped(document, true));
    } else {
        for (const auto& finding : findings)
            out.write(finding_text(finding));
        if (findings.empty()) out.write("nothing is wrong, as far as can be seen\n");
        tell_gaps(*now);
    }
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
