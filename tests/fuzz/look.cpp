#include "fuzz/look.h"

#include "compare/compare.h"
#include "compare/fill_expectations.h"
#include "compare/own_part.h"
#include "export/pcapng.h"
#include "export/sequence_text.h"
#include "export/trace_json.h"
#include "fuzz/fuzz.h"
#include "playback/moment_index.h"
#include "playback/object_state.h"
#include "runtime/event_filter.h"
#include "runtime/statistics.h"
#include "runtime/stuck.h"
#include "schema/wire.h"

#include <algorithm>
#include <array>
#include <climits>

namespace ipcscope::fuzz {

namespace {

constexpr std::uint64_t most_events = 4096;  // that are looked at one by one, and by those who read all
constexpr std::size_t most_lanes = 48;

// The first, the last, and some between them: each of these may be a chunk of its own to read.
std::vector<std::uint64_t> some_of(std::uint64_t size) {
    std::vector<std::uint64_t> out;
    for (std::uint64_t i = 0; i < std::min(size, most_events); ++i)
        out.push_back(i);
    if (size <= most_events) return out;
    for (std::uint64_t i = 1; i < 8; ++i)
        out.push_back(size / 8 * i);
    for (std::uint64_t i = std::max(most_events, size - most_events / 8); i < size; ++i)
        out.push_back(i);
    return out;
}

void look_at_events(const Recording& recording) {
    const auto& events = recording.events();
    std::uint64_t sum = 0;
    for (const auto seq : some_of(events.size())) {
        const auto event = events.copy(seq);
        must(event.phase <= Phase::note, "a phase that there is");
        sum += sum_of(events.payload(event));
        Reader results(events.results(event));
        sum += results.fields().size();
        if (const auto flow = events.flow(seq)) {
            must(flow.value <= recording.flows().size(), "the flow of an event is there");
            const auto& joined = recording.flows()[flow];
            must(joined.from < events.size() && joined.to < events.size(), "a flow joins two events");
        }
        if (event.phase != Phase::state)
            if (const auto* call = recording.calls().find(CallId{event.call})) sum += call->text.size();
        if (event.operation != 0)
            must(recording.registry().operation(OperationId{event.operation}) != nullptr,
                 "the operation of an event is known");
    }
    use(sum);
}

void look_at_flows(const Recording& recording) {
    const auto count = std::min<std::size_t>(recording.flows().size(), most_events);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& flow = recording.flows()[FlowId{static_cast<std::uint32_t>(i + 1)}];
        must(flow.from < recording.events().size() && flow.to < recording.events().size(),
             "a flow joins two events");
    }
}

void look_at_lanes(const Recording& recording) {
    const auto& lanes = recording.lanes();
    const auto begin = lanes.first_ns(), end = lanes.last_ns();
    auto keys = lanes.lanes();
    if (keys.size() > most_lanes) keys.resize(most_lanes);
    keys.push_back({LaneKind::memory, 4711, 3});
    for (const auto& key : keys) {
        for (const auto& [from, to] :
             {std::pair(begin, end + 1), std::pair(begin + (end - begin) / 3, end)}) {
            std::vector<Span> spans;
            std::vector<LevelPoint> levels;
            std::vector<RangeSpan> ranges;
            lanes.spans(key, from, to, 100, spans);
            lanes.levels(key, from, to, 100, levels);
            lanes.ranges(key, from, to, 100, ranges);
            for (const auto& span : spans)
                must(span.seq < recording.events().size(), "a bar stands for an event");
            use(levels.size() + ranges.size() + lanes.range_end(key));
        }
        use(static_cast<std::uint64_t>(lanes.level_now(key)));
    }
    std::vector<FlowArrow> arrows;
    std::vector<FlowBand> bands;
    recording.flow_index().arrows(begin, end + 1, 100, arrows, {});
    recording.flow_index().density(begin, end + 1, 50, bands, {});
    recording.flow_index().arrows(begin, end + 1, 10, arrows, keys);
    for (const auto& arrow : arrows)
        must(arrow.flow.value <= recording.flows().size(), "an arrow is a flow");
}

void look_at_state(const Recording& recording, const RunState& state) {
    for (const auto& worker : state.workers)
        must(worker.status <= WorkerStatus::killed && worker.parent.value < worker.id.value,
             "a worker has a status, and an elder parent");
    for (const auto& [id, object] : state.objects) {
        must(object.mechanism && object.spec && object.id == id, "an object has a kind");
        use(statistics_name(recording, state, StatisticsBy::object, id.value).size());
    }
    if (state.stuck) must(state.workers.size() < 65'536, "who is stuck is known");
}

void look_at_moments(const std::shared_ptr<const Recording>& recording) {
    MomentIndex index(recording);
    index.read(4 * most_events);
    const auto begin = recording->lanes().first_ns(), end = recording->lanes().last_ns();
    for (const auto time : {begin - 1, begin, begin + (end - begin) / 2, end}) {
        const auto moment = index.at(time);
        must(moment.state != nullptr, "a moment has a state");
        std::size_t objects = 0;
        for (const auto& [id, object] : moment.state->objects) {
            use(object_state_at(*recording, moment, object).size());
            if (++objects == 16) break;
        }
        const auto next = index.next(time), previous = index.previous(time, MomentIndex::Step::flow);
        must((!next || *next > time) && (!previous || *previous < time), "steps lead on");
        explain_waits(*recording, moment);
    }
}

void look_by_filters(const Recording& recording) {
    if (recording.events().size() % 4 != 0) return;  // the table of fields costs more than all the rest
    const auto state = recording.state();
    const auto table = event_fields(recording.registry(), state.get());
    for (const auto* text :
         {"failed or blocked or lost or bytes > 3", "payload contains \"e\" and duration < 1s",
          "object == x or worker == parent or flow or peer or operation contains \"re\"",
          "ret in {-1, 0, 5..9} or level > 1 or line > 0"}) {
        const auto parsed = parse_filter(table, text);
        if (!parsed.filter) continue;
        const EventFilter filter(recording, *parsed.filter);
        const auto count = static_cast<std::size_t>(
            std::min<std::uint64_t>(recording.events().size(), EventFilter::block_events));
        std::array<std::uint64_t, EventFilter::block_events / 64> words{};
        if (count > 0) filter.evaluate(0, count, words.data());
        use(words[0]);
    }
}

// What reads all of it: of a long one only the beginning.
void look_at_whole(const Recording& recording) {
    const auto end = std::min<std::uint64_t>(recording.events().size(), 4 * most_events);
    StatisticsProgress progress;
    const auto statistics = compute_statistics(recording, 0, end, {}, progress, 1);
    must(statistics.has_value(), "statistics nobody cancelled");
    use(statistics->total().count());
    if (recording.events().size() > end) return;
    std::uint64_t bytes = 0;
    const auto sink = [&bytes](std::string_view part) {
        bytes += part.size();
        return bytes < 16 << 20;
    };
    write_trace_json(recording, {}, sink);
    write_pcapng(recording, {}, sink);
    SequenceTextOptions few;
    few.max_steps = 100;
    few.choice.objects = true;
    for (const auto language : {DiagramLanguage::mermaid, DiagramLanguage::plantuml})
        use(sequence_text(recording, language, few).text.size());
    const auto compared = compare(recording, recording);
    must(compared.alike(), "a recording is like itself");
    use(others_work(recording, 10).size());
}

}  // namespace

void look_at(const std::shared_ptr<const Recording>& recording) {
    look_at_events(*recording);
    look_at_flows(*recording);
    look_at_lanes(*recording);
    const auto state = recording->state();
    look_at_state(*recording, *state);
    look_at_moments(recording);
    look_by_filters(*recording);
    look_at_whole(*recording);
}

void look_at_program(const Recording& recording, std::string_view text) {
    if (text.size() > 4096 || recording.events().size() > most_events) return;
    use(fill_expectations(registry(), text, recording).text.size());
}

}  // namespace ipcscope::fuzz
