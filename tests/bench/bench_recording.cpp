// What a recording costs while it grows: store, level of detail, index of flows; in memory and in a file.
// What the index of flows answers in. And what it costs to execute a recorded program again.
#include "bench/report.h"
#include "compare/replay.h"
#include "helpers/made_up_recording.h"
#include "mechanisms/driver.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <unistd.h>

#include <sys/wait.h>

using namespace ipcscope;
using testing::MadeUpRecording;
using testing::Traffic;

namespace {

// A recording's events, flows and levels once more, into fresh ones.
void detail(bench::Report& report, const MadeUpRecording& made) {
    const auto& events = made.events();
    const auto n = static_cast<double>(events.size());
    std::size_t lane_bytes = 0;
    const auto lanes = bench::compare(
        3,
        [&] {
            LaneIndex index;
            for (std::uint64_t seq = 0; seq < events.size(); ++seq)
                index.append(seq, events[seq]);
            lane_bytes = index.memory_bytes();
        },
        [&] {
            std::vector<Event> plain;
            for (std::uint64_t seq = 0; seq < events.size(); ++seq)
                plain.push_back(events[seq]);
            bench::keep(plain.data());
        });
    report.add({.name = "detail.append",
                .value = n / lanes.ours_s,
                .unit = "events/s",
                .compared_with = "push_back of the events",
                .compared_value = n / lanes.other_s,
                .goal = bench::at_least(5e6)});
    report.add({.name = "detail.memory",
                .value = static_cast<double>(made.lanes().memory_bytes()) / n,
                .unit = "bytes/event",
                .compared_with = "the event itself",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(report.quick() ? 1e9 : 8)});
    const auto& flows = made.flows();
    const auto joined = static_cast<double>(flows.size());
    std::size_t flow_bytes = 0;
    const double indexed = bench::seconds([&] {
        FlowIndex index;
        for (std::uint32_t id = 1; id <= flows.size(); ++id)
            index.append(FlowId{id}, events[flows[FlowId{id}].from], events[flows[FlowId{id}].to]);
        flow_bytes = index.memory_bytes();
    });
    report.add({.name = "flow_index.append",
                .value = joined / indexed,
                .unit = "flows/s",
                .compared_with = "events of which they come, a second",
                .compared_value = n / indexed,
                .goal = bench::at_least(2.5e6)});
    report.add({.name = "flow_index.memory",
                .value = static_cast<double>(flow_bytes) / n,
                .unit = "bytes/event",
                .compared_with = "the flows themselves",
                .compared_value = joined * sizeof(Flow) / n});
}

// Questions as a frame asks them, at every width.
void answers(bench::Report& report, const MadeUpRecording& made) {
    std::mt19937_64 rng(6);
    const auto& events = made.events();
    std::vector<double> arrows, densities, scans;
    std::vector<FlowArrow> found;
    std::vector<FlowBand> bands;
    const auto all = made.lanes().last_ns() - made.lanes().first_ns();
    for (int i = 0; i < 300; ++i) {
        const auto t0 = events[rng() % events.size()].time_ns;
        const auto width = std::max<std::int64_t>(1, all >> rng() % 44);
        found.clear();
        bands.clear();
        arrows.push_back(1e3 * bench::seconds([&] { made.flow_index().arrows(t0, t0 + width, 400, found); }));
        densities.push_back(1e3 *
                            bench::seconds([&] { made.flow_index().density(t0, t0 + width, 1920, bands); }));
    }
    for (int i = 0; i < 3; ++i)
        scans.push_back(1e3 * bench::seconds([&] {
                            const auto t0 = events[rng() % events.size()].time_ns;
                            std::uint64_t count = 0;
                            for (std::uint32_t id = 1; id <= made.flows().size(); ++id) {
                                const auto& flow = made.flows()[FlowId{id}];
                                count +=
                                    events[flow.from].time_ns < t0 + 1000 && events[flow.to].time_ns >= t0;
                            }
                            bench::keep(count);
                        }));
    for (const auto& [name, times] :
         {std::pair{"flow_index.arrows_p99", &arrows}, {"flow_index.density_p99", &densities}})
        report.add({.name = name,
                    .value = bench::percentile(*times, 0.99),
                    .unit = "ms",
                    .compared_with = "looking at every flow",
                    .compared_value = bench::median(scans),
                    .goal = bench::at_most(4)});
}

void grow(bench::Report& report, Traffic traffic, const std::string& name) {
    std::unique_ptr<MadeUpRecording> made;
    const double took = bench::seconds([&] { made = std::make_unique<MadeUpRecording>(traffic); });
    const auto n = static_cast<double>(made->events().size());
    report.add({.name = name + ".grow", .value = n / took, .unit = "events/s", .goal = bench::at_least(1e6)});
    report.add({.name = name + ".events_memory",
                .value = static_cast<double>(made->events().memory_bytes()) / n,
                .unit = "bytes/event",
                .compared_with = "the record alone",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(report.quick() ? 1e9 : 64.5)});
}

// --- executing again ---

void plain_calls(std::size_t rounds) {
    const pid_t child = fork();
    if (child == 0) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) _exit(1);
        char bytes[64] = {};
        for (std::size_t i = 0; i < rounds; ++i) {
            if (write(ends[1], bytes, sizeof bytes) != sizeof bytes) _exit(1);
            if (read(ends[0], bytes, sizeof bytes) != sizeof bytes) _exit(1);
        }
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) std::exit(3);
}

// As fast as possible: fresh workers and objects, every call recorded, all of it removed in the end; and held
// against the recording.
void replays(bench::Report& report) {
    const Registry registry(all_specs());
    const auto rounds = report.scaled(500'000);  // a million calls
    const auto parsed = parse_program(registry, fmt::format("workers: a\na: p = pipe.create()\na: repeat {}\n"
                                                            "    pipe.write(p.write_end, data: \"x\" * 64)\n"
                                                            "    pipe.read(p.read_end, size: 64)\nend\n",
                                                            rounds));
    auto recorded = Supervisor::create(registry);
    if (!recorded || !parsed.errors.empty()) std::exit(3);
    if (!Conductor(**recorded).run(parsed.program).problem.empty() || !(*recorded)->shutdown()) std::exit(3);
    std::vector<double> ran, all, plain;
    for (int round = 0; round < 5; ++round) {
        ReplayOptions options;
        std::int64_t ended = 0;
        options.ended = [&ended] { ended = bench::clock_ns(); };
        const auto begun = bench::clock_ns();
        const auto again = replay(registry, **recorded, parsed.program, options);
        all.push_back(static_cast<double>(bench::clock_ns() - begun) / 1e9);
        ran.push_back(static_cast<double>(ended - begun) / 1e9);
        if (!again || !again->alike() || again->comparison.same != 2 * rounds + 1) {
            std::fprintf(stderr, "bench_recording: executed again, it came out otherwise\n");
            std::exit(3);
        }
        plain.push_back(bench::seconds([&] { plain_calls(rounds); }));
    }
    const auto calls = static_cast<double>(2 * rounds);
    const auto add = [&](const char* name, const std::vector<double>& ours, bench::Goal goal) {
        const auto pair = bench::summarise(ours, plain);
        report.add({.name = name,
                    .value = pair.ours_s * 1e9 / calls,
                    .unit = "ns/call",
                    .compared_with = "plain C loop of the same calls",
                    .compared_value = pair.other_s * 1e9 / calls,
                    .goal = goal,
                    .ratio = pair.ratio});
    };
    add("replay.as_fast_as_possible", ran, bench::ratio_at_most(2));
    add("replay.and_compared", all, {});
}

}  // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    replays(report);
    Traffic traffic;
    traffic.events = report.scaled(10'000'000);
    traffic.lanes = 200;
    traffic.payloads = false;
    grow(report, traffic, "recording");
    traffic.memory.in_memory = 0;
    grow(report, traffic, "recording_in_file");
    traffic.memory = {};
    const MadeUpRecording made(traffic);
    detail(report, made);
    answers(report, made);
    return report.exit_code();
}
