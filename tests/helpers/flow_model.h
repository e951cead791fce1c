// Random programs on one object, as two processors show them, and the flows that they must give: by what the
// kernel did, moment by moment.
#pragma once

#include "runtime/flow_joiner.h"
#include "schema/spec.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace ipcscope::testing {

// What a call did in the kernel at its moment; its return is seen later, at end_ns.
struct Deed {
    std::int64_t moment = 0, begin_ns = 0, end_ns = 0;
    std::uint16_t worker = 1;
    std::uint32_t object = 1;
    FlowRole role = FlowRole::send;
    std::uint32_t key = 0;
    std::string bytes;
    bool fast = false;  // comes back before anything else happens
};

struct ExpectedFlow {
    std::size_t from = 0, to = 0;  // deeds
    std::uint32_t bytes = 0, offset = 0;
    auto operator<=>(const ExpectedFlow&) const = default;
};
using ExpectedFlows = std::multiset<ExpectedFlow>;

// Moments in order of the list, a hundred apart; calls of one worker follow each other, else they overlap as
// they like.
template <typename Random>
void give_times(std::vector<Deed>& deeds, Random& random) {
    for (std::size_t i = 0; i < deeds.size(); ++i)
        deeds[i].moment = 1'000'000 + 100 * static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        auto next = deeds[i].moment + 1'000;
        for (std::size_t j = i + 1; j < deeds.size(); ++j)
            if (deeds[j].worker == deeds[i].worker) {
                next = deeds[j].moment;
                break;
            }
        const auto room = static_cast<std::uint64_t>(deeds[i].fast ? 40 : next - deeds[i].moment - 60);
        deeds[i].end_ns = deeds[i].moment + 1 + static_cast<std::int64_t>(random() % room);
        deeds[i].begin_ns = deeds[i].moment - static_cast<std::int64_t>(random() % 50);
    }
}

// What the joiner makes of them, in the order of their returns.
struct JoinerRun {
    EventStore events;
    FlowTable flows;
    LaneIndex lanes;
    FlowIndex index;
    FlowJoiner joiner{events, flows, lanes, &index};

    ExpectedFlows play(const std::vector<Deed>& deeds, FlowJoiner::Context context) {
        std::vector<std::size_t> order(deeds.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return deeds[a].end_ns < deeds[b].end_ns; });
        for (const auto i : order) {
            const Deed& deed = deeds[i];
            Event event;
            event.phase = Phase::leave;
            event.time_ns = deed.end_ns;
            event.duration_ns = deed.end_ns - deed.begin_ns;
            event.worker = deed.worker;
            event.object = deed.object;
            event.ret = static_cast<std::int64_t>(deed.bytes.size());
            event.captured = event.original = static_cast<std::uint32_t>(deed.bytes.size());
            const auto seq = events.append(event, deed.bytes);
            context.role = deed.role;
            context.key = deed.key;
            joiner.event(seq, event, context);
        }
        ExpectedFlows made;
        for (std::uint32_t id = 1; id <= flows.size(); ++id) {
            const auto& flow = flows[FlowId{id}];
            made.insert({order[flow.from], order[flow.to], flow.bytes, flow.offset});
        }
        return made;
    }
};

}  // namespace ipcscope::testing
