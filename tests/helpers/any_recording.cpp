#include "helpers/any_recording.h"

#include "helpers/run_fixture.h"

#include <algorithm>
#include <random>

namespace ipcscope::testing {

AnyRecording::AnyRecording(std::uint64_t seed, int size) {
    std::mt19937_64 random(seed);
    const auto upto = [&](std::uint64_t n) { return random() % (n + 1); };
    auto state = std::make_shared<RunState>();
    const auto workers = 1 + upto(3);
    for (std::uint16_t id = 1; id <= workers; ++id) {
        WorkerInfo worker;
        worker.id.value = id;
        worker.name = "w" + std::to_string(id);
        worker.pid = static_cast<pid_t>(1000 + upto(1000));
        worker.parent.value = static_cast<std::uint16_t>(upto(id - 1u));
        worker.status = static_cast<WorkerStatus>(upto(7));
        worker.waits_for = upto(1) ? "a writer of \"p\"" : "";
        state->workers.push_back(worker);
    }
    for (std::uint32_t id = 1; id <= 3; ++id) {
        ObjectInfo object;
        object.id.value = id;
        for (const auto* mechanism : registry().mechanisms())
            if (!mechanism->objects.empty() && (!object.mechanism || upto(3) == 0)) {
                object.mechanism = mechanism;
                object.spec = &mechanism->objects.back();
            }
        object.key = std::string("key\xff", 4) + std::to_string(id);
        object.flow = static_cast<FlowPolicy>(upto(10));
        state->objects[object.id] = object;
        HandleInfo handle;
        handle.id.value = id + 10;
        handle.kind = "a.b";
        handle.object.value = id;
        handle.native = static_cast<std::int64_t>(random());
        for (std::uint16_t w = 1; w <= upto(workers); ++w)
            handle.open_in.push_back(WorkerId{w});
        state->handles[handle.id] = handle;
    }
    state->names["p"] = Value(Fields{{"x", 1}, {"y", Value(List{Value("z"), Value(2.5)})}});
    state_ = state;
    for (auto n = upto(5); n > 0; --n) {
        CallInfo call;
        call.operation.value = static_cast<std::uint16_t>(1 + upto(20));
        for (const auto& param : registry().operation(call.operation)->operation->params)
            call.args.push_back(param.initial);
        call.text = "call";
        call.line = static_cast<int>(upto(9));
        calls_.append(call);
    }
    std::int64_t time = started_ns();
    std::vector<std::int64_t> busy(8, 0);
    for (int i = 0; i < size; ++i) {
        Event event;
        time += static_cast<std::int64_t>(upto(3) == 0 ? upto(5'000'000'000) : upto(2000));
        event.time_ns = time;
        event.phase = static_cast<Phase>(upto(5));
        event.worker = static_cast<std::uint16_t>(upto(workers));
        event.operation = static_cast<std::uint16_t>(upto(registry().operations().size()));
        event.object = static_cast<std::uint32_t>(upto(3));
        event.call = static_cast<std::uint32_t>(upto(3));
        event.ret = upto(2) ? static_cast<std::int64_t>(upto(100)) : static_cast<std::int64_t>(random());
        event.err = static_cast<std::uint16_t>(upto(1) ? 0 : upto(65535));
        if (event.phase == Phase::leave) {
            event.duration_ns = static_cast<std::int64_t>(upto(static_cast<std::uint64_t>(
                std::max<std::int64_t>(0, time - std::max(busy[event.worker], started_ns())))));
            busy[event.worker] = time;
        }
        event.flags = static_cast<std::uint8_t>(upto(15) << 1);
        if (event.phase == Phase::state) event.ret %= 1'000'000;
        std::string bytes, results;
        for (auto n = upto(3) ? upto(10) : upto(300); n > 0; --n)
            bytes += static_cast<char>(random());
        for (auto n = upto(3) ? 0 : upto(40); n > 0; --n)
            results += static_cast<char>(random());
        event.captured = static_cast<std::uint32_t>(bytes.size());
        event.original = event.captured + static_cast<std::uint32_t>(upto(1) ? 0 : upto(1000));
        event.results = static_cast<std::uint32_t>(results.size());
        const auto seq = events_.append(event, bytes + results);
        lanes_.append(seq, event);
        if (upto(3) == 0 && event.phase == Phase::leave)
            lanes_.level({LaneKind::level, event.object, 0}, seq, event.time_ns, event.ret % 1000);
        if (upto(9) == 0)  // another object's, a little later
            lanes_.level({LaneKind::level, 7, 2}, seq, event.time_ns + 5, static_cast<std::int64_t>(upto(9)));
        if (event.phase == Phase::leave && upto(9) == 0)
            lanes_.memory(seq, event, upto(5000), 1 + upto(70), upto(1) == 1);
        if (seq > 0 && upto(2) == 0) {
            Flow flow;
            flow.from = upto(seq);
            flow.to = upto(1) ? seq : upto(seq);
            flow.bytes = static_cast<std::uint32_t>(upto(1000));
            flow.merged = static_cast<std::uint32_t>(upto(1));
            flow.guess = upto(1) == 1;
            const auto id = flows_.append(flow);
            events_.set_flow(flow.from, id);
            events_.set_flow(flow.to, id);
            index_.append(id, events_[flow.from], events_[flow.to]);
        }
    }
}

const Registry& AnyRecording::registry() const {
    return testing::registry();
}

}  // namespace ipcscope::testing
