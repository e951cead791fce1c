#include "runtime/break_filter.h"

#include "runtime/event_filter.h"

#include <optional>

namespace ipcscope {

namespace {

// A filter as one run has it, made when it is first asked. Copies begin anew: each is asked in another run.
struct InRun {
    InRun() = default;
    InRun(const InRun&) {}
    InRun& operator=(const InRun&) = delete;
    std::optional<EventFilter> filter;
};

}  // namespace

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
    out.test = [filter = std::move(*parsed.filter), run = InRun()](const Recording& inside,
                                                                   const ComingCall& coming) mutable {
        if (!run.filter)
            run.filter.emplace(inside, filter);
        else if (run.filter->depends_on_names())
            run.filter->refresh();  // names come and go
        EventRow row;
        row.seq = inside.events().size();
        row.event = &coming.event;
        row.call = &coming.call;
        row.payload = coming.payload;
        return run.filter->matches(row);
    };
    return out;
}

}  // namespace ipcscope
