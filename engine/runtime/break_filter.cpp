#include "runtime/break_filter.h"

#include "runtime/event_filter.h"

namespace ipcscope {

ParsedBreak parse_break(const Registry& registry, std::string_view text) {
    ParsedBreak out;
    auto parsed = parse_filter(event_fields(registry), text);
    if (!parsed.filter) {
        out.errors = std::move(parsed.errors);
        return out;
    }
    if (parsed.filter->kind == Filter::Kind::all) {
        out.errors.push_back({0, text.size(), "say which operations to pause before, as a filter does"});
        return out;
    }
    out.test = [filter = std::move(*parsed.filter)](const Recording& inside, const ComingCall& coming) {
        // Made anew for each call: `inside` lives only now, and names come and go.
        EventRow row;
        row.seq = inside.events().size();
        row.event = &coming.event;
        row.call = &coming.call;
        row.payload = coming.payload;
        return EventFilter(inside, filter).matches(row);
    };
    return out;
}

}  // namespace ipcscope
