// Filters over ten million events, and text search in a gibibyte of payload.
#include "bench/report.h"
#include "helpers/made_up_recording.h"
#include "runtime/event_filter.h"
#include "runtime/filter_scan.h"
#include "runtime/text_search.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <unistd.h>

using namespace ipcscope;

namespace {

Filter parsed(const Recording& recording, const char* text) {
    const auto table = event_fields(recording.registry(), recording.state().get());
    auto out = parse_filter(table, text);
    if (!out.filter) {
        std::fprintf(stderr, "%s: %s\n", text, out.errors[0].message.c_str());
        std::abort();
    }
    return std::move(*out.filter);
}

// One column of the records, by as many threads as the filter has: what no filter can be faster than.
std::uint64_t bare_scan(const EventStore& events) {
    const auto size = events.size();
    std::atomic<std::uint64_t> matches{0}, next{0};
    const auto work = [&] {
        std::uint64_t found = 0;
        for (;;) {
            const auto begin = next.fetch_add(EventStore::chunk_events);
            if (begin >= size) break;
            const auto count = std::min<std::uint64_t>(EventStore::chunk_events, size - begin);
            const auto* chunk = &events[begin];
            for (std::uint64_t i = 0; i < count; ++i)
                found += chunk[i].duration_ns > 2'000'000;
        }
        matches += found;
    };
    std::thread other(work);
    work();
    other.join();
    return matches;
}

void filters(bench::Report& report, const Recording& recording) {
    struct Case {
        const char* name;
        const char* text;
        double goal_s;
    };
    constexpr Case cases[] = {
        {"filter.number", "duration > 20us", 0.1},
        {"filter.names", "worker == client-3 and mechanism in {pipe, fifo, unix_socket}", 0.1},
        {"filter.several", "failed or blocked and ret in 1..64 or errno == EAGAIN", 0.1},
        {"filter.payload_contains", "payload contains \"needle-4711\"", 1},
        {"filter.payload_matches", "payload matches \"needle-[0-9]+\"", 1},
        {"filter.call", "call contains \"client-3\"", 1},
    };
    const auto state = recording.state();
    for (const auto& one : cases) {
        std::string text = one.text;
        if (const auto at = text.find("client-3"); at != std::string::npos)
            text.replace(at, 8, state->workers.back().name);
        const auto filter = parsed(recording, text.c_str());
        double first_s = 0;
        std::uint64_t matched = 0;
        const auto pair = bench::compare(
            3,
            [&] {
                const auto begin = bench::clock_ns();
                std::atomic<std::int64_t> first{0};
                FilterScan scan(
                    recording, filter,
                    [&] {
                        std::int64_t none = 0;
                        first.compare_exchange_strong(none, bench::clock_ns());
                    },
                    2);
                scan.wait();
                matched = scan.matches().count();
                if (first == 0) first = bench::clock_ns();
                first_s = static_cast<double>(first - begin) * 1e-9;
            },
            [&] { bench::keep(bare_scan(recording.events())); });
        report.add({.name = one.name,
                    .value = pair.ours_s * 1e3,
                    .unit = "ms",
                    .compared_with = "bare scan of a column, 2 threads",
                    .compared_value = pair.other_s * 1e3,
                    .goal = bench::at_most(one.goal_s * 1e3),
                    .ratio = pair.ratio,
                    .cpu = pair.ours_cpu_s * 1e3 / 2});  // a thread's
        if (&one == &cases[0] || one.goal_s == 1)
            report.add({.name = std::string(one.name) + "_first",
                        .value = first_s * 1e3,
                        .unit = "ms",
                        .compared_with = "",
                        .goal = bench::at_most(40)});
        bench::keep(matched);
    }
}

// The same octets in a file of the page cache, and in a store.
void search(bench::Report& report, std::size_t bytes) {
    constexpr std::size_t message = 4096;
    EventStore store;
    const auto path = std::filesystem::temp_directory_path() / ("ipcscope-bench-" + std::to_string(getpid()));
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return;
    std::string text;
    constexpr const char* words[] = {"GET /item/",         "\"user\": \"anna\", ", "status=ok ",
                                     "temperature 20.5\n", "retry after ",         "4711 ",
                                     "needle in hay\n"};
    std::uint64_t random = 1;
    for (std::size_t done = 0; done < bytes; done += message) {
        text.clear();
        while (text.size() < message)
            text += words[(random = random * 6364136223846793005u + 1442695040888963407u) /
                          (std::uint64_t{1} << 33) % std::size(words)];
        text.resize(message);
        std::fwrite(text.data(), 1, text.size(), file);
        Event event;
        event.phase = Phase::leave;
        event.captured = event.original = message;
        store.append(event, text);
    }
    std::fclose(file);
    const auto command = "grep -cF needle-4711 " + path.string() + " >/dev/null";
    const testing::MadeUpRecording frame({.events = 100, .lanes = 5});
    class OfStore final : public Recording {
    public:
        OfStore(const Recording& frame_, const EventStore& store_) : frame(frame_), kept(store_) {}
        const Registry& registry() const override { return frame.registry(); }
        const EventStore& events() const override { return kept; }
        const FlowTable& flows() const override { return frame.flows(); }
        const CallTable& calls() const override { return frame.calls(); }
        const LaneIndex& lanes() const override { return frame.lanes(); }
        const FlowIndex& flow_index() const override { return frame.flow_index(); }
        std::shared_ptr<const RunState> state() const override { return frame.state(); }
        std::int64_t started_ns() const override { return frame.started_ns(); }
        const Recording& frame;
        const EventStore& kept;
    } recording(frame, store);
    const TextSearch finder(recording, {.text = "needle-4711"});
    const auto pair = bench::compare(
        5, [&] { bench::keep(finder.next(0)); }, [&] { bench::keep(std::system(command.c_str())); });
    const auto gib = static_cast<double>(bytes) / static_cast<double>(std::size_t{1} << 30);
    report.add({.name = "search.payload",
                .value = gib / pair.ours_s,
                .unit = "GiB/s",
                .compared_with = "grep -F over the same bytes",
                .compared_value = gib / pair.other_s,
                .goal = bench::ratio_at_least(0.5),
                .ratio = 1 / pair.ratio});
    std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    {
        const testing::MadeUpRecording recording({.events = report.scaled(10'000'000), .lanes = 200});
        filters(report, recording);
    }
    search(report, report.scaled(std::size_t{1} << 30));
    return report.exit_code();
}
