// The engine's figures: events through the ring into the store, what driving costs, a round trip, a worker's
// start.
#include "base/clock.h"
#include "bench/report.h"
#include "mechanisms/driver.h"
#include "runtime/flow_joiner.h"
#include "runtime/supervisor.h"
#include "worker/link/ring.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <future>
#include <spawn.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <sys/wait.h>

using namespace ipcscope;

namespace {

constexpr std::int64_t second = 1'000'000'000;

const Registry& registry() {
    static const Registry all(all_specs());
    return all;
}

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "bench_engine: %s\n", why.c_str());
    std::exit(3);
}

double seconds_since(std::int64_t begin) {
    return static_cast<double>(now_ns() - begin) / 1e9;
}

// --- a process writes enter and leave pairs into a ring, we store them with level of detail ---

// Writes as fast as there is room: a worker would drop what does not fit, so that nothing lost is a matter of
// pace.
void produce(RingPair& rings, std::uint64_t pairs) {
    Event enter, leave;
    enter.phase = Phase::enter;
    leave.phase = Phase::leave;
    leave.flags = event_flag::inline_payload;
    leave.captured = leave.original = 1;
    leave.ret = 1;
    const auto slots = rings.events.header().slots;
    for (std::uint64_t i = 0; i < pairs; ++i) {
        auto& header = rings.events.header();
        if (i % 256 == 0)
            while (header.head.load() - header.tail.load() > slots - 1024)
                std::this_thread::yield();
        enter.time_ns = now_ns();
        rings.events.write(enter, {}, {});
        leave.time_ns = now_ns();
        leave.duration_ns = leave.time_ns - enter.time_ns;
        rings.events.write(leave, {}, {});
    }
}

template <typename Consume>
double events_per_second(std::uint64_t pairs, Consume&& consume) {
    UniqueFd fd;
    auto rings = RingPair::create(1 << 18, fd);
    if (!rings) fail(rings.error().text());
    const auto begin = now_ns();
    const pid_t child = fork();
    if (child == 0) {
        auto theirs = RingPair::attach(fd.get());
        if (!theirs) _exit(1);
        produce(*theirs, pairs);
        _exit(0);
    }
    auto& ring = rings->events;
    std::string spill;
    for (std::uint64_t got = 0; got < 2 * pairs;) {
        const auto limit = ring.published();
        for (unsigned n = 1; !ring.empty_at(limit); ++n, ++got) {
            consume(ring.front(), ring.front_extra(spill));
            ring.pop();
            if (n % 1024 == 0) ring.release();
        }
        ring.release();
        if (limit == ring.published()) std::this_thread::yield();
    }
    const auto rate = static_cast<double>(2 * pairs) / seconds_since(begin);
    waitpid(child, nullptr, 0);
    if (ring.header().lost.load() != 0) fail("the ring lost events");
    return rate;
}

void ring_to_store(bench::Report& report) {
    const auto pairs = report.scaled(5'000'000);
    std::int64_t sum = 0;
    const double bare =
        events_per_second(pairs, [&](const Event& event, std::string_view) { sum += event.ret; });
    EventStore store;
    LaneIndex lanes;
    const double stored = events_per_second(pairs, [&](const Event& original, std::string_view extra) {
        Event event = original;
        event.worker = 1;
        lanes.append(store.append(event, extra), event);
    });
    bench::keep(sum);
    report.add({.name = "ring.to_store",
                .value = stored,
                .unit = "events/s",
                .compared_with = "the same ring, read and dropped",
                .compared_value = bare,
                .goal = bench::at_least(5e6)});
    const auto count = static_cast<double>(store.size());
    report.add({.name = "store.memory",
                .value = static_cast<double>(store.memory_bytes()) / count,
                .unit = "bytes/event",
                .compared_with = "the record alone",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(report.quick() ? 1e9 : 64.5)});
    report.add({.name = "store.lanes_memory",
                .value = static_cast<double>(lanes.memory_bytes()) / count,
                .unit = "bytes/event",
                .compared_with = "the record alone",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(8)});
}

// --- driving ---

struct Run {
    std::unique_ptr<Supervisor> supervisor;
    WorkerId worker;
    Run() {
        SupervisorOptions options;
        options.worker_program = IPCSCOPE_BIN_DIR "/ipcscope-worker";
        auto made = Supervisor::create(registry(), options);
        if (!made) fail(made.error().text());
        supervisor = std::move(*made);
        worker = start("w");
    }
    WorkerId start(const std::string& name) {
        auto id = supervisor->start_worker(name);
        if (!id) fail(id.error().text());
        supervisor->wait_until([&](const RunState& s) { return s.worker(*id)->status == WorkerStatus::idle; },
                               5 * second);
        return *id;
    }
    CallRequest request(const char* operation, const Fields& given, std::string binding = {}) const {
        CallRequest out;
        const auto* ref = registry().operation(operation);
        out.worker = worker;
        out.operation = ref->id;
        out.binding = std::move(binding);
        for (const auto& param : ref->operation->params) {
            Value value = param.initial;
            for (const auto& [name, one] : given)
                if (name == param.name) value = one;
            out.args.push_back(value);
        }
        return out;
    }
    Outcome call(CallRequest what) const {
        std::promise<Outcome> promise;
        supervisor->submit(std::move(what), [&](const Outcome& outcome) { promise.set_value(outcome); });
        return promise.get_future().get();
    }
    Value pipe_end(const char* field) const {
        const auto state = supervisor->state();
        for (const auto& [key, value] : *state->names.at("p").as<Fields>())
            if (key == field) return value;
        return {};
    }
};

void plain_loop(std::size_t rounds) {
    const pid_t child = fork();
    if (child == 0) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) _exit(1);
        char byte = 'x';
        for (std::size_t i = 0; i < rounds; ++i) {
            if (write(ends[1], &byte, 1) != 1) _exit(1);
            if (read(ends[0], &byte, 1) != 1) _exit(1);
        }
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) fail("the plain loop failed");
}

void driven_loop(Run& run, std::size_t rounds) {
    std::vector<CallRequest> body{
        run.request("pipe.write", {{"to", run.pipe_end("write_end")}, {"data", "x"}}),
        run.request("pipe.read", {{"from", run.pipe_end("read_end")}, {"size", 1}})};
    std::promise<Outcome> promise;
    const auto before = run.supervisor->events().size();
    run.supervisor->submit_loop(body, rounds, [&](const Outcome& outcome) { promise.set_value(outcome); });
    const auto outcome = promise.get_future().get();
    if (outcome.rounds != rounds) fail("the driven loop stopped early: " + outcome.message);
    const auto& events = run.supervisor->events();
    std::int64_t lost = 0;
    for (auto seq = before; seq < events.size(); ++seq)
        if (events[seq].phase == Phase::lost) lost += events[seq].ret;
    if (lost != 0 || events.size() - before != 4 * rounds)
        fail(fmt::format("{} events of {}, {} lost", events.size() - before, 4 * rounds, lost));
}

void driving(bench::Report& report) {
    Run run;
    run.call(run.request("pipe.create", {}, "p"));
    const auto rounds = report.scaled(500'000);  // a million calls
    const auto pair = bench::compare(
        5, [&] { driven_loop(run, rounds); }, [&] { plain_loop(rounds); });
    const auto calls = static_cast<double>(2 * rounds);
    report.add({.name = "driving.pipe",
                .value = pair.ours_s * 1e9 / calls,
                .unit = "ns/call",
                .compared_with = "plain C loop of the same calls",
                .compared_value = pair.other_s * 1e9 / calls,
                .goal = bench::ratio_at_most(1.5),
                .ratio = pair.ratio});
}

// A byte to another process and back over two pipes: the same two wake-ups with nothing of ours.
std::vector<double> bare_round_trips(std::size_t count) {
    int there[2], back[2];
    if (pipe2(there, O_CLOEXEC) != 0 || pipe2(back, O_CLOEXEC) != 0) fail("pipe2");
    const pid_t child = fork();
    char byte = 'x';
    if (child == 0) {
        close(there[1]);
        while (read(there[0], &byte, 1) == 1)
            if (write(back[1], &byte, 1) != 1) break;
        _exit(0);
    }
    std::vector<double> took;
    for (std::size_t i = 0; i < count; ++i) {
        const auto begin = now_ns();
        if (write(there[1], &byte, 1) != 1 || read(back[0], &byte, 1) != 1)
            fail("the bare round trip failed");
        took.push_back(static_cast<double>(now_ns() - begin) / 1e3);
    }
    for (const int fd : {there[0], there[1], back[0], back[1]})
        close(fd);
    waitpid(child, nullptr, 0);
    return took;
}

void round_trip(bench::Report& report) {
    Run run;
    run.call(run.request("pipe.create", {}, "p"));
    run.call(run.request("pipe.write", {{"to", run.pipe_end("write_end")}, {"data", "x"}}));
    const auto what = run.request("pipe.pending", {{"end", run.pipe_end("read_end")}});
    const auto count = report.scaled(3000);
    std::vector<double> took, inside;
    for (std::size_t i = 0; i < count; ++i) {
        const auto begin = now_ns();
        const auto outcome = run.call(what);
        took.push_back(static_cast<double>(now_ns() - begin) / 1e3);
        inside.push_back(static_cast<double>(outcome.duration_ns) / 1e3);
        if (outcome.err != 0 || outcome.ret < 0) fail("pipe.pending failed");
    }
    report.add({.name = "click.to_outcome",
                .value = bench::median(took) - bench::median(inside),
                .unit = "us",
                .compared_with = "a byte to a process and back over two pipes",
                .compared_value = bench::median(bare_round_trips(count)),
                .goal = bench::at_most(100)});
}

double bare_spawn_ms() {
    const auto begin = now_ns();
    pid_t pid = 0;
    char name[] = "true";
    char* args[] = {name, nullptr};
    if (posix_spawn(&pid, "/bin/true", nullptr, nullptr, args, environ) != 0) fail("posix_spawn");
    waitpid(pid, nullptr, 0);
    return static_cast<double>(now_ns() - begin) / 1e6;
}

void worker_start(bench::Report& report) {
    Run run;
    std::vector<double> ours, bare;
    for (int i = 0; i < 50; ++i) {
        const auto begin = now_ns();
        run.start("s" + std::to_string(i));
        ours.push_back(static_cast<double>(now_ns() - begin) / 1e6);
        bare.push_back(bare_spawn_ms());
    }
    report.add({.name = "worker.start",
                .value = bench::median(ours),
                .unit = "ms",
                .compared_with = "/bin/true, from spawn to its end",
                .compared_value = bench::median(bare),
                .goal = bench::at_most(3)});
}

}  // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    ring_to_store(report);
    driving(report);
    round_trip(report);
    worker_start(report);
    return report.exit_code();
}
