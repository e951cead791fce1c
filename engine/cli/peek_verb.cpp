// ipcscope-cli peek: what is in an object, without disturbing those who use it.
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/peeked_text.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"
#include "export/event_json.h"
#include "snapshot/ref.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

PeekRequest peek_request(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    PeekRequest out;
    out.kind = object.kind;
    out.key = unescape_key(snapshot.text(object.key));
    for (const auto& hold : snapshot.holds_of(object))
        if (hold.kind == Hold::descriptor && hold.fd >= 0 && hold.process < snapshot.processes.size())
            out.descriptors.emplace_back(snapshot.processes[hold.process].pid, hold.fd);
    return out;
}

Json peeked_json(const Snapshot& snapshot, ObjectIndex index, const Peeked& peeked) {
    constexpr const char* tiers[] = {"everyone", "same_user", "privileged", "fetched", "tracer"};
    auto out = head_json(snapshot);
    out["ref"] = snapshot.ref(snapshot.objects[index]);
    out["tier"] = tiers[static_cast<std::size_t>(peeked.tier)];
    out["how"] = peeked.how;
    out["note"] = peeked.note.empty() ? Json(nullptr) : Json(peeked.note);
    out["contents"] = value_json(Value(peeked.state));
    return out;
}

int peek_verb(const PeekCommand& command) {
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    const auto& snapshot = *machine->snapshot;
    const auto index = one_object(snapshot, command.object);
    if (!index) return cannot_run;
    auto request = peek_request(snapshot, *index);
    request.offset = command.offset;
    request.limit = command.limit;
    request.allow_fetch = command.fetch;
    const auto ref = snapshot.ref(snapshot.objects[*index]);
    const auto peeked = machine->client->peek(snapshot, ref, request);
    if (!peeked) {
        fmt::print(stderr, "ipcscope-cli: {}: {}\n", ref, peeked.error().text());
        return cannot_run;
    }
    Output out;
    if (command.json) {
        out.write(dumped(peeked_json(snapshot, *index, *peeked), true));
    } else {
        out.write(fmt::format("{}\nhow: {}\ntier: {}\n", title_of(snapshot, *index), peeked->how,
                              tier_words(peeked->tier)));
        if (!peeked->note.empty()) out.write(fmt::format("note: {}\n", peeked->note));
        out.write(peeked_text(snapshot.kind(snapshot.objects[*index]), *peeked, command.offset));
    }
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli
