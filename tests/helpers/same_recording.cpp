#include "helpers/same_recording.h"

#include <climits>
#include <cstring>
#include <fmt/format.h>

namespace ipcscope::testing {

namespace {

std::string events_differ(const Recording& a, const Recording& b) {
    const auto &ea = a.events(), &eb = b.events();
    if (ea.size() != eb.size()) return fmt::format("{} events and {}", ea.size(), eb.size());
    for (std::uint64_t seq = 0; seq < ea.size(); ++seq) {
        Event one = ea.copy(seq), two = eb.copy(seq);
        if (ea.payload(one) != eb.payload(two)) return fmt::format("event {}: payload", seq);
        if (ea.results(one) != eb.results(two)) return fmt::format("event {}: results", seq);
        one.time_ns -= a.started_ns();
        two.time_ns -= b.started_ns();
        one.data = two.data = 0;  // where the bytes stand
        one.flags &= ~event_flag::inline_payload;
        two.flags &= ~event_flag::inline_payload;
        if (std::memcmp(&one, &two, sizeof one) != 0)
            return fmt::format(
                "event {}: phase {} and {}, call {} and {}, flow {} and {}, captured {} and {}", seq,
                static_cast<int>(one.phase), static_cast<int>(two.phase), one.call, two.call, one.flow,
                two.flow, one.captured, two.captured);
    }
    return {};
}

std::string flows_differ(const Recording& a, const Recording& b) {
    if (a.flows().size() != b.flows().size())
        return fmt::format("{} flows and {}", a.flows().size(), b.flows().size());
    for (std::uint32_t id = 1; id <= a.flows().size(); ++id) {
        const auto &one = a.flows()[FlowId{id}], &two = b.flows()[FlowId{id}];
        if (one.from != two.from || one.to != two.to || one.object != two.object || one.bytes != two.bytes ||
            one.offset != two.offset || one.merged != two.merged || one.guess != two.guess)
            return fmt::format("flow {}", id);
    }
    return {};
}

std::string calls_differ(const Recording& a, const Recording& b) {
    if (a.calls().size() != b.calls().size())
        return fmt::format("{} calls and {}", a.calls().size(), b.calls().size());
    for (std::uint32_t id = 1; id <= a.calls().size(); ++id) {
        const auto *one = a.calls().find(CallId{id}), *two = b.calls().find(CallId{id});
        if (one->worker != two->worker || one->operation != two->operation || one->text != two->text ||
            one->line != two->line || one->args != two->args)
            return fmt::format("call {}: {}", id, one->text);
    }
    return {};
}

std::string state_differs(const Recording& a, const Recording& b) {
    const auto one = a.state(), two = b.state();
    if (one->workers.size() != two->workers.size()) return "workers";
    for (std::size_t i = 0; i < one->workers.size(); ++i) {
        const auto &x = one->workers[i], &y = two->workers[i];
        if (x.id != y.id || x.name != y.name || x.pid != y.pid || x.parent != y.parent ||
            x.status != y.status || x.exit_code != y.exit_code || x.current != y.current ||
            x.waits_for != y.waits_for ||
            (x.since_ns != 0 && x.since_ns - a.started_ns() != y.since_ns - b.started_ns()))
            return "worker " + x.name;
    }
    if (one->objects.size() != two->objects.size()) return "objects";
    for (const auto& [id, x] : one->objects) {
        const auto found = two->objects.find(id);
        if (found == two->objects.end()) return "object " + x.name;
        const auto& y = found->second;
        if (x.mechanism != y.mechanism || x.spec != y.spec || x.flow != y.flow || x.key != y.key ||
            x.name != y.name || x.label != y.label || x.removed != y.removed || x.made_by != y.made_by ||
            x.takes_in != y.takes_in || x.sends != y.sends)
            return "object " + x.name;
    }
    if (one->handles.size() != two->handles.size()) return "handles";
    for (const auto& [id, x] : one->handles) {
        const auto found = two->handles.find(id);
        if (found == two->handles.end()) return "handle " + x.name;
        const auto& y = found->second;
        if (x.kind != y.kind || x.object != y.object || x.name != y.name || x.native != y.native ||
            x.identity != y.identity || x.open_in != y.open_in || x.everywhere != y.everywhere ||
            x.open_file != y.open_file)
            return "handle " + x.name;
    }
    return one->names == two->names ? "" : "names";
}

std::string lanes_differ(const Recording& a, const Recording& b) {
    const auto keys = a.lanes().lanes();
    for (const auto& key : keys) {
        std::vector<Span> one, two;
        std::vector<LevelPoint> x, y;
        const auto name = fmt::format("lane {} of {}, {}", static_cast<int>(key.kind), key.id, key.index);
        a.lanes().spans(key, a.lanes().first_ns(), a.lanes().last_ns() + 1, 500, one);
        b.lanes().spans(key, b.lanes().first_ns(), b.lanes().last_ns() + 1, 500, two);
        if (one.size() != two.size()) return name + ": number of bars";
        for (std::size_t i = 0; i < one.size(); ++i)
            if (one[i].begin_ns - a.started_ns() != two[i].begin_ns - b.started_ns() ||
                one[i].seq != two[i].seq || one[i].count != two[i].count || one[i].blocked != two[i].blocked)
                return name + ": a bar";
        a.lanes().levels(key, a.lanes().first_ns(), a.lanes().last_ns() + 1, INT_MAX, x);
        b.lanes().levels(key, b.lanes().first_ns(), b.lanes().last_ns() + 1, INT_MAX, y);
        std::vector<RangeSpan> r, t;
        a.lanes().ranges(key, a.lanes().first_ns(), a.lanes().last_ns() + 1, INT_MAX, r);
        b.lanes().ranges(key, b.lanes().first_ns(), b.lanes().last_ns() + 1, INT_MAX, t);
        if (r.size() != t.size()) return fmt::format("{}: {} and {} ranges", name, r.size(), t.size());
        for (std::size_t i = 0; i < r.size(); ++i)
            if (r[i].seq != t[i].seq || r[i].low != t[i].low || r[i].high != t[i].high ||
                r[i].wrote != t[i].wrote)
                return fmt::format("{}: range {}", name, i);
        if (x.size() != y.size()) return fmt::format("{}: {} and {} changes", name, x.size(), y.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            if (x[i].time_ns - a.started_ns() != y[i].time_ns - b.started_ns() || x[i].last != y[i].last)
                return fmt::format("{}: change {}", name, i);
    }
    if (keys.size() != b.lanes().lanes().size()) return "number of lanes";
    return a.flow_index().size() == b.flow_index().size() ? "" : "index of flows";
}

}  // namespace

std::string difference(const Recording& a, const Recording& b, bool lanes) {
    for (auto* differ : {events_differ, flows_differ, calls_differ, state_differs})
        if (auto found = differ(a, b); !found.empty()) return found;
    return lanes ? lanes_differ(a, b) : std::string();
}

}  // namespace ipcscope::testing
