// The session file: how fast it is written beside raw SQLite inserts and a plain file of the same bytes, how
// large it gets, and how soon a large one can be looked at.
#include "base/clock.h"
#include "bench/report.h"
#include "mechanisms/driver.h"
#include "playback/moment_index.h"
#include "session_file/database.h"
#include "session_file/file_recording.h"
#include "session_file/recorder.h"
#include "session_file/schema.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

#include <sys/wait.h>

using namespace ipcscope;

namespace {

constexpr std::size_t payload_bytes = 64;
constexpr std::size_t event_bytes = sizeof(Event) + payload_bytes;

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "bench_session: %s\n", why.c_str());
    std::exit(3);
}

const Registry& registry() {
    static const Registry all(all_specs());
    return all;
}

// Four workers that write and read 64 bytes by turns: each event carries them.
class Traffic : public Recording {
public:
    const Registry& registry() const override { return ::registry(); }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return index_; }
    std::shared_ptr<const RunState> state() const override { return state_; }
    std::int64_t started_ns() const override { return 1'000'000'000; }

    void add() {
        const auto n = events_.size();
        Event event;
        event.phase = n % 2 == 0 ? Phase::enter : Phase::leave;
        event.worker = static_cast<std::uint16_t>(1 + n / 2 % 4);
        event.operation = 7;
        event.object = 3;
        event.call = static_cast<std::uint32_t>(1 + n / 2 % 4);
        event.time_ns = started_ns() + static_cast<std::int64_t>(n) * 997;
        event.duration_ns = event.phase == Phase::leave ? 900 + static_cast<std::int64_t>(n % 5000) : 0;
        event.ret = event.phase == Phase::leave ? 64 : 0;
        event.captured = event.original = payload_bytes;
        char payload[payload_bytes];
        std::fill_n(payload, sizeof payload, 'x');
        std::memcpy(payload, &n, sizeof n);
        lanes_.append(events_.append(event, {payload, sizeof payload}), event);
    }

private:
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex index_;
    std::shared_ptr<const RunState> state_ = std::make_shared<RunState>();
};

void remove_file(const std::string& path) {
    for (const char* end : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(path + end);
}

double megabytes(const std::string& path) {
    return static_cast<double>(std::filesystem::file_size(path)) / 1e6;
}

void save(const std::string& path, const Recording& recording) {
    remove_file(path);
    if (const auto saved = save_session(path, recording, {}); !saved) fail(saved.error().text());
}

// As a recording is written while it runs: safe at any moment.
void record(const std::string& path, const Recording& recording) {
    remove_file(path);
    auto recorder = Recorder::create(path, recording, {});
    if (!recorder) fail(recorder.error().text());
    if (const auto done = (*recorder)->finish(); !done) fail(done.error().text());
}

// The same rows by SQLite alone: 10,000 a transaction, no index, nothing else in the file.
void raw_inserts(const std::string& path, const Recording& recording) {
    remove_file(path);
    auto db = session_file::Database::create(path);
    if (!db) fail(db.error().text());
    const auto run = [&](const char* sql) {
        if (const auto done = db->run(sql); !done) fail(done.error().text());
    };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
    run("CREATE TABLE event(seq INTEGER PRIMARY KEY, t_ns INTEGER, worker INTEGER, operation INTEGER, "
        "phase INTEGER, object INTEGER, call INTEGER, ret INTEGER, err INTEGER, duration_ns INTEGER, "
        "flags INTEGER, level INTEGER, original INTEGER, payload BLOB, results BLOB)");
    auto insert = db->prepare("INSERT INTO event VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!insert) fail(insert.error().text());
    const auto& events = recording.events();
    for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
        if (seq % 10'000 == 0) run(seq == 0 ? "BEGIN" : "COMMIT; BEGIN");
        const auto& event = events[seq];
        insert->bind(0, static_cast<std::int64_t>(seq));
        insert->bind(1, event.time_ns - recording.started_ns());
        insert->bind(2, event.worker);
        insert->bind(3, event.operation);
        insert->bind(4, static_cast<int>(event.phase));
        insert->bind(5, event.object);
        insert->bind(6, event.call);
        insert->bind(7, event.ret);
        insert->bind(8, event.err);
        insert->bind(9, event.duration_ns);
        insert->bind(10, event.flags);
        insert->bind_null(11);
        insert->bind_null(12);
        insert->bind_blob(13, events.payload(event));
        insert->bind_null(14);
        insert->step();
    }
    run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
}

void plain_file(const std::string& path, const Recording& recording) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    std::vector<char> buffer(1 << 20);
    out.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto& events = recording.events();
    for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
        const auto payload = events.payload(events[seq]);
        out.write(reinterpret_cast<const char*>(&events[seq]), sizeof(Event));
        out.write(payload.data(), static_cast<std::streamsize>(payload.size()));
    }
    out.close();
    if (!out) fail(path + " cannot be written");
}

void writing(bench::Report& report, const std::string& folder) {
    const auto count = report.scaled(2'000'000);
    Traffic traffic;
    while (traffic.events().size() < count)
        traffic.add();
    const auto n = static_cast<double>(count);
    const auto ours = folder + "/ours.ipcscope", other = folder + "/other";
    const auto rows = bench::compare(
        3, [&] { save(ours, traffic); }, [&] { raw_inserts(other, traffic); });
    report.add({.name = "session.write",
                .value = n / rows.ours_s,
                .unit = "events/s",
                .compared_with = "raw SQLite inserts of the same rows",
                .compared_value = n / rows.other_s,
                .goal = bench::ratio_at_least(0.8),
                .ratio = 1 / rows.ratio});
    const auto live = bench::compare(
        3, [&] { record(ours, traffic); }, [&] { raw_inserts(other, traffic); });
    report.add({.name = "session.record",
                .value = n / live.ours_s,
                .unit = "events/s",
                .compared_with = "raw SQLite inserts of the same rows",
                .compared_value = n / live.other_s,
                .goal = bench::ratio_at_least(0.8),
                .ratio = 1 / live.ratio});
    const auto plain = bench::compare(
        3, [&] { save(ours, traffic); }, [&] { plain_file(other, traffic); });
    report.add({.name = "session.write_beside_a_plain_file",
                .value = n / plain.ours_s,
                .unit = "events/s",
                .compared_with = "plain file of the same bytes",
                .compared_value = n / plain.other_s,
                .ratio = 1 / plain.ratio});
    report.add({.name = "session.size",
                .value = megabytes(ours),
                .unit = "MB",
                .compared_with = "bytes of events and payloads",
                .compared_value = n * event_bytes / 1e6,
                .goal = bench::ratio_at_most(1.3)});
}

// Events come at a pace while the recorder writes them: how far it is behind when they end.
void recording(bench::Report& report, const std::string& folder) {
    constexpr double pace = 1e6;  // events a second
    const double seconds = report.quick() ? 0.3 : 5;
    Traffic traffic;
    const auto path = folder + "/live.ipcscope";
    remove_file(path);
    auto recorder = Recorder::create(path, traffic, {});
    if (!recorder) fail(recorder.error().text());
    const auto begin = now_ns();
    double late = 0;
    while (true) {
        const auto passed = static_cast<double>(now_ns() - begin) / 1e9;
        if (passed >= seconds) break;
        const auto due = static_cast<std::uint64_t>(passed * pace);
        late = std::max(late, static_cast<double>(due - traffic.events().size()) / pace);
        while (traffic.events().size() < due)
            traffic.add();
    }
    const auto all = static_cast<double>(traffic.events().size());
    const auto behind = all - static_cast<double>((*recorder)->events_written());
    if (const auto done = (*recorder)->finish(); !done) fail(done.error().text());
    const auto took = static_cast<double>(now_ns() - begin) / 1e9;
    if ((*recorder)->events_written() != traffic.events().size()) fail("events are missing in the file");
    report.add({.name = "session.record_live",
                .value = all / took,
                .unit = "events/s",
                .compared_with = "the pace at which they came",
                .compared_value = all / seconds});
    report.add({.name = "session.behind_at_the_end",
                .value = behind / pace * 1e3,
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(1000)});
}

double resident_mib() {
    std::ifstream status("/proc/self/statm");
    double whole = 0, resident = 0;
    status >> whole >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// In a process of its own, so that nothing else is resident.
template <typename Work>
std::vector<double> apart(std::size_t figures, Work&& work) {
    int ends[2];
    if (pipe(ends) != 0) fail("pipe");
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        const std::vector<double> out = work();
        if (out.size() != figures) _exit(1);
        const auto size = static_cast<ssize_t>(out.size() * sizeof(double));
        _exit(write(ends[1], out.data(), static_cast<std::size_t>(size)) == size ? 0 : 1);
    }
    std::vector<double> out(figures);
    const auto size = static_cast<ssize_t>(figures * sizeof(double));
    const bool got = read(ends[0], out.data(), static_cast<std::size_t>(size)) == size;
    close(ends[0]);
    close(ends[1]);
    waitpid(child, nullptr, 0);
    if (!got) fail("a measuring process has failed");
    return out;
}

// What a moment of playback costs, anywhere in the file: to read all of it once, then the median and the
// slowest of many moments.
std::vector<double> moments(std::shared_ptr<const Recording> recording) {
    MomentIndex index(recording);
    const auto begin = now_ns();
    index.read();
    const auto read = static_cast<double>(now_ns() - begin) / 1e6;
    const auto first = recording->lanes().first_ns(), last = recording->lanes().last_ns();
    std::vector<double> all;
    for (std::uint64_t i = 0; i < 100; ++i) {
        const auto share = static_cast<double>(i * 61 % 100) / 100;
        const auto time = first + static_cast<std::int64_t>(share * static_cast<double>(last - first));
        const auto then = now_ns();
        bench::keep(index.at(time).events);
        all.push_back(static_cast<double>(now_ns() - then) / 1e6);
    }
    return {read, bench::median(all), bench::percentile(all, 1)};
}

void opening(bench::Report& report, const std::string& folder) {
    const char* asked = std::getenv("IPCSCOPE_BENCH_EVENTS");  // 100'000'000 take 15 GB of disk and of memory
    const auto count = asked ? std::strtoull(asked, nullptr, 10) : report.scaled(10'000'000);
    const auto path = folder + "/large.ipcscope";
    apart(1, [&] {
        Traffic traffic;
        while (traffic.events().size() < count)
            traffic.add();
        save(path, traffic);
        return std::vector<double>{0};
    });
    const auto figures = apart(10, [&] {
        const auto before = resident_mib();
        const auto begin = now_ns();
        auto opened = open_session(path, registry());
        if (!opened) fail(opened.error().text());
        // The widest view: what there is of all lanes, from the first event to the last.
        const auto& lanes = (*opened)->lanes();
        std::vector<Span> spans;
        const auto picture = [&] {
            spans.clear();
            for (const auto& lane : lanes.lanes())
                lanes.spans(lane, lanes.first_ns(), lanes.last_ns() + 1, 1920, spans);
            std::uint64_t shown = 0;
            for (const auto& span : spans)
                shown += span.count;
            return shown;
        };
        while (picture() == 0)
            std::this_thread::yield();
        const auto passed = [&] { return static_cast<double>(now_ns() - begin) / 1e6; };
        const auto first = passed();
        while (picture() < count / 2 - count / 50 && !(*opened)->loaded())
            std::this_thread::yield();
        const auto widest = passed();
        // Any event: the last ones, some in the middle.
        const auto& events = (*opened)->events();
        while (events.size() < count)
            std::this_thread::yield();
        if (events[count - 1].worker == 0 || events[count / 2].worker == 0) fail("events are not there");
        const auto any = passed();
        (*opened)->wait_loaded();
        const auto whole = passed();
        if (events.size() != count) fail("events are missing");
        const auto resident = resident_mib() - before;
        const auto store = static_cast<double>(events.memory_bytes()) / (1 << 20);
        // A look at a thousand places, as somebody does who drags the time line about.
        const auto moved = now_ns();
        std::uint64_t sum = 0;
        for (std::uint64_t i = 0; i < 1000; ++i) {
            const auto seq = i * 7919 * (count / 1000 + 1) % count;
            sum += events.payload(events[seq]).size();
            spans.clear();
            const auto at = events[seq].time_ns;
            lanes.spans({LaneKind::operations, 1, 0}, at, at + 1'000'000, 1920, spans);
        }
        if (sum != 1000 * payload_bytes) fail("payloads are missing");
        std::vector<double> out{
            first, whole, resident, store, widest, any, static_cast<double>(now_ns() - moved) / 1e6 / 1000};
        for (const double one : moments(std::move(*opened)))
            out.push_back(one);
        return out;
    });
    report.add({.name = "session.first_picture",
                .value = figures[0],
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(500)});
    report.add({.name = "session.widest_picture",
                .value = figures[4],
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(500)});
    report.add({.name = "session.any_event",
                .value = figures[5],
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(500)});
    report.add({.name = "session.jump", .value = figures[6], .unit = "ms", .compared_with = ""});
    report.add({.name = "session.open_all", .value = figures[1], .unit = "ms", .compared_with = ""});
    report.add({.name = "session.open_rate",
                .value = static_cast<double>(count) / figures[1] * 1e3,
                .unit = "events/s",
                .compared_with = ""});
    report.add({.name = "session.resident",
                .value = figures[2],
                .unit = "MiB",
                .compared_with = "",
                .goal = bench::at_most(300)});
    report.add({.name = "session.store", .value = figures[3], .unit = "MiB", .compared_with = ""});
    report.add({.name = "session.moments_read", .value = figures[7], .unit = "ms", .compared_with = ""});
    report.add({.name = "session.moment", .value = figures[8], .unit = "ms", .compared_with = ""});
    report.add({.name = "session.moment_worst",
                .value = figures[9],
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(100)});
}

}  // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    char folder[] = "/tmp/ipcscope-bench-XXXXXX";
    if (!mkdtemp(folder)) fail("mkdtemp");
    writing(report, folder);
    recording(report, folder);
    opening(report, folder);
    std::filesystem::remove_all(folder);
    return report.exit_code();
}
