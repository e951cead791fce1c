// What a moment says, against a model that reads all events anew for every moment.
#include "helpers/any_recording.h"
#include "helpers/hand_made_recording.h"
#include "playback/moment_index.h"
#include "schema/wire.h"
#include "unit/properties/properties.h"

#include <random>
#include <rapidcheck.h>
#include <set>

namespace ipcscope::testing {

namespace {

struct Plain {  // by events, in their order, that had happened
    std::uint64_t events = 0;
    std::int64_t last_ns = INT64_MIN;
    std::optional<std::uint64_t> at;
    std::map<std::uint32_t, ObjectFigures> objects;
    std::map<std::uint16_t, std::uint32_t> inside;  // workers in a call
    std::set<std::uint16_t> stopped, born, ended;
    std::optional<std::int64_t> next, previous, next_flow, previous_flow;
};

Plain plain_moment(const Recording& recording, std::int64_t time) {
    Plain out;
    const auto& events = recording.events();
    for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
        const auto event = events.copy(seq);
        if (event.time_ns > time) continue;
        ++out.events;
        out.born.insert(event.worker);
        if (event.phase != Phase::state && event.time_ns >= out.last_ns) {
            out.last_ns = event.time_ns;
            out.at = seq;
        }
        const auto* ref = recording.registry().operation(OperationId{event.operation});
        const auto name = ref ? ref->name : std::string();
        const auto role = ref ? ref->operation->flow : FlowRole::none;
        if (event.phase == Phase::enter) out.inside[event.worker] = event.call;
        if (event.phase == Phase::leave || event.phase == Phase::lost) out.inside.erase(event.worker);
        if (event.phase == Phase::instant) {
            if (name == "process.stopped") out.stopped.insert(event.worker);
            if (name == "process.continued") out.stopped.erase(event.worker);
            if (name == "process.ended") out.ended.insert(event.worker);
        }
        if (event.phase != Phase::leave || event.object == 0) continue;
        auto& object = out.objects[event.object];
        ++object.calls;
        object.failed += event.err != 0;
        if (event.err != 0 || (event.flags & event_flag::ended)) continue;
        const bool wrote = !(event.flags & event_flag::received_only);
        if (role == FlowRole::send || (role == FlowRole::exchange && wrote)) {
            ++object.sent;
            object.sent_bytes += event.original;
            object.last_sent = seq + 1;
        }
        if (role == FlowRole::receive || role == FlowRole::exchange) {
            ++object.received;
            object.received_bytes += event.original;
            object.last_received = seq + 1;
        }
    }
    const auto nearer = [](std::optional<std::int64_t>& best, std::int64_t one, bool later) {
        if (!best || (later ? one < *best : one > *best)) best = one;
    };
    for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
        const auto event = events.copy(seq);
        if (event.time_ns > time) {
            if (event.phase != Phase::state) nearer(out.next, event.time_ns, true);
            if (event.flow != 0) nearer(out.next_flow, event.time_ns, true);
        }
        if (event.time_ns < time && event.flow != 0) nearer(out.previous_flow, event.time_ns, false);
        if (event.time_ns < out.last_ns && event.phase != Phase::state)
            nearer(out.previous, event.time_ns, false);
    }
    return out;
}

void same(const Moment& moment, const Plain& plain, const MomentIndex& index) {
    const auto& recording = index.recording();
    RC_ASSERT(moment.known);
    RC_ASSERT(moment.events == plain.events);
    RC_ASSERT(moment.at == plain.at);
    RC_ASSERT(moment.next_ns == plain.next);
    RC_ASSERT(moment.previous_ns == plain.previous);
    RC_ASSERT(index.next(moment.time_ns, MomentIndex::Step::flow) == plain.next_flow);
    RC_ASSERT(index.previous(moment.time_ns, MomentIndex::Step::flow) == plain.previous_flow);
    RC_ASSERT(moment.objects.size() == plain.objects.size());
    for (const auto& [id, figures] : plain.objects)
        RC_ASSERT(moment.figures(ObjectId{id}) == figures);
    const auto last = recording.state();
    std::set<std::uint16_t> active;
    for (std::uint64_t seq = 0; seq < recording.events().size(); ++seq)
        active.insert(recording.events()[seq].worker);
    for (const auto& known : last->workers) {
        const auto id = known.id.value;
        const auto* worker = moment.state->worker(known.id);
        if (active.count(id) > 0 && plain.born.count(id) == 0) {
            RC_ASSERT((!worker || worker->status == WorkerStatus::starting));
            continue;
        }
        RC_ASSERT(worker != nullptr);
        const auto status = worker->status;
        if (plain.ended.count(id) > 0) {
            RC_ASSERT((status == WorkerStatus::exited || status == WorkerStatus::killed));
            continue;
        }
        const auto inside = plain.inside.find(id);
        RC_ASSERT((worker->current.value != 0) == (inside != plain.inside.end() && inside->second != 0));
        if (inside != plain.inside.end()) RC_ASSERT(worker->current.value == inside->second);
        if (plain.stopped.count(id) > 0)
            RC_ASSERT((status == WorkerStatus::stopped));
        else if (inside == plain.inside.end())
            RC_ASSERT((status == WorkerStatus::idle));
        else
            RC_ASSERT((status == WorkerStatus::running || status == WorkerStatus::blocked));
    }
    // Levels change where the lanes say so.
    for (const auto& key : recording.lanes().lanes()) {
        if (key.kind != LaneKind::level) continue;
        std::vector<LevelPoint> all;
        recording.lanes().levels(key, 0, INT64_MAX, INT_MAX, all);
        std::optional<std::int64_t> value;
        for (const auto& point : all)
            if (point.time_ns <= moment.time_ns) value = point.last;
        const auto found = moment.levels.find(key);
        RC_ASSERT((found != moment.levels.end()) == value.has_value());
        if (value) RC_ASSERT(found->second == *value);
    }
}

// What is on its way: by the flows themselves.
void same_ways(const Moment& moment, const Recording& recording) {
    if (moment.on_the_way_total.total > Moment::most_on_the_way) return;
    std::set<std::uint32_t> expected, said;
    const auto& events = recording.events();
    for (std::uint32_t id = 1; id <= recording.flows().size(); ++id) {
        const auto& flow = recording.flows()[FlowId{id}];
        const auto to = events[flow.to].time_ns, from = std::min(events[flow.from].time_ns, to);
        if (from <= moment.time_ns && to > moment.time_ns) expected.insert(id);
    }
    for (const auto& one : moment.on_the_way)
        if (one.flow) said.insert(one.flow.value);
    RC_ASSERT(said == expected);
}

void look_around(const std::shared_ptr<const Recording>& recording, Rng& rng) {
    MomentIndex index(recording, 1 + rng() % 60);
    // In pieces, as it is read while a person waits.
    while (!index.read(1 + rng() % 50)) {
    }
    const auto& events = recording->events();
    for (int i = 0; i < 6; ++i) {
        auto time = recording->started_ns();
        if (events.size() > 0) time = events[rng() % events.size()].time_ns + static_cast<int>(rng() % 3) - 1;
        const auto moment = index.at(time);
        same(moment, plain_moment(*recording, time), index);
        same_ways(moment, *recording);
    }
}

}  // namespace

void moments_tell_the_truth() {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto size = *rc::gen::inRange(0, 160);
    Rng rng(seed);
    look_around(std::make_shared<AnyRecording>(seed, size), rng);
}

void late_moments_tell_the_truth() {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto size = *rc::gen::inRange(1, 120);
    Rng rng(seed);
    auto run = std::make_shared<HandMadeRecording>();
    std::vector<WorkerId> workers;
    for (const char* name : {"a", "b", "c"})
        workers.push_back(run->worker(name));
    const auto object = run->object("p");
    const HandleId end{7};
    HandleInfo handle;
    handle.id = end;
    handle.kind = "pipe.read_end";
    handle.object = object;
    run->live().handles[end] = handle;
    struct Change {
        std::int64_t time;
        std::uint16_t worker;
        bool open;
    };
    std::vector<Change> changes;
    std::set<std::uint16_t> gone, open;
    auto time = HandMadeRecording::start;
    for (int i = 0; i < size; ++i) {
        time += static_cast<std::int64_t>(rng() % 200'000);
        // Workers are heard through rings of their own: one may be a little late.
        run->time = time - static_cast<std::int64_t>(rng() % 4 ? 0 : rng() % 100'000);
        const auto worker = workers[rng() % workers.size()];
        if (gone.count(worker.value) > 0) continue;
        const auto at = run->time;
        switch (rng() % 12) {
            case 0: run->instant(worker, "process.stopped", {}); break;
            case 1: run->instant(worker, "process.continued", {}); break;
            case 2:
                run->time = at + 200'000;  // what it did comes before its end
                changes.push_back({run->time, worker.value, false});
                run->instant(worker, "process.ended", {.ret = 3});
                gone.insert(worker.value);
                open.erase(worker.value);
                break;
            case 3: {
                Writer out;
                out.fields({{"read_end", Value(HandleRef{end, 3})}});
                run->time = time;
                if (open.insert(worker.value).second) changes.push_back({run->time, worker.value, true});
                run->leave(worker, "pipe.create()", {.object = object, .results = out.take()});
                break;
            }
            case 4:
                run->time = time;
                if (open.erase(worker.value) > 0) changes.push_back({run->time, worker.value, false});
                run->leave(worker, "pipe.close(p)", {.object = object, .args = {Value(HandleRef{end, 3})}});
                break;
            case 5:
            case 6: run->leave(worker, "pipe.read(p)", {.err = 11, .object = object}); break;
            case 7:
            case 8:
                run->leave(worker, "pipe.write(p)", {.ret = 3, .object = object, .payload = "abc"});
                break;
            default: run->enter(worker, "pipe.read(p)", {.object = object}); break;
        }
    }
    look_around(run, rng);
    MomentIndex index(run, 1 + rng() % 30);
    index.read();
    for (int i = 0; i < 4 && run->events().size() > 0; ++i) {
        const auto now = run->events()[rng() % run->events().size()].time_ns;
        std::multiset<std::uint16_t> expected;
        for (const auto& change : changes) {
            if (change.time > now) continue;
            if (change.open)
                expected.insert(change.worker);
            else
                expected.erase(change.worker);
        }
        const auto moment = index.at(now);
        const auto found = moment.state->handles.find(end);
        std::multiset<std::uint16_t> said;
        if (found != moment.state->handles.end())
            for (const auto worker : found->second.open_in)
                said.insert(worker.value);
        RC_ASSERT(said == expected);
    }
}

}  // namespace ipcscope::testing
