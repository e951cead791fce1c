// The system monitor on a system full of objects (made_up_system.h): a full snapshot held against a bare scan
// of the same sources and against the listers that come with the system; what watching it costs.
#include "base/clock.h"
#include "bench/bare_scan.h"
#include "bench/made_up_system.h"
#include "bench/report.h"
#include "monitor/watch.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <mutex>
#include <poll.h>

using namespace ipcscope;
using namespace ipcscope::bench;

namespace {

double cpu_seconds(pid_t pid) {
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

// Private memory, in bytes.
double own_memory(pid_t pid) {
    std::ifstream status(fmt::format("/proc/{}/status", pid));
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:")) return std::strtod(line.c_str() + 8, nullptr) * 1024;
    return 0;
}

double listers() {
    return seconds([] {
        if (std::system("{ ipcs -a; lsipc; lsfd; ss -xap; ss -tuap; } >/dev/null 2>&1") != 0) return;
    });
}

struct Client {
    std::unique_ptr<MonitorClient> probe;
    std::shared_ptr<const Snapshot> now;
    bool sample() {
        auto taken = probe->sample();
        if (!taken) {
            std::fprintf(stderr, "bench_monitor: %s\n", taken.error().text().c_str());
            return false;
        }
        now = *taken;
        return true;
    }
    bool start() {
        auto started = MonitorClient::start();
        if (started) probe = std::move(*started);
        return started && sample();
    }
};

// Samples as a window takes them, told one by one.
class Watching {
public:
    bool start(std::int64_t period_ns) {
        auto started = MonitorClient::start();
        if (!started) return false;
        client_ = std::move(*started);
        Watch::Options options;
        options.period_ns = period_ns;
        options.share = 1;  // no back-off: what it costs is what is measured
        options.quick_first = true;
        options.on_sample = [this](const std::shared_ptr<const Watched>& one) {
            const std::lock_guard lock(mutex_);
            number_ = static_cast<int>(one->number);
            told_.notify_all();
        };
        watch_ = std::make_unique<Watch>(client_, std::move(options));
        watch_->start();
        return true;
    }
    // 0 = what is shown first.
    bool wait_for(int number) {
        std::unique_lock lock(mutex_);
        return told_.wait_for(lock, std::chrono::seconds(60), [&] { return number_ >= number; });
    }
    pid_t probe() const { return client_->probe(); }
    void stop() { watch_->stop(); }

private:
    std::shared_ptr<MonitorClient> client_;
    std::mutex mutex_;
    std::condition_variable told_;
    int number_ = -1;
    std::unique_ptr<Watch> watch_;
};

// Objects that a lister would show, so that nothing is fast because it is left out.
bool complete(const Snapshot& now, const MadeUpSystem& made) {
    std::size_t joined = 0, held = 0;
    std::map<std::string, std::size_t> kinds;
    for (const auto& object : now.objects) {
        ++kinds[now.kind(object).kind->prefix];
        joined += object.end_count > 0;
        held += object.hold_count > 0;
    }
    std::string words;
    for (const auto& [prefix, count] : kinds)
        words += fmt::format(" {} {}", count, prefix);
    std::fprintf(stderr, "%zu objects, %zu held, %zu with another end, %zu waits:%s\n", now.objects.size(),
                 held, joined, now.waits.size(), words.c_str());
    for (const auto& gap : now.gaps)
        std::fprintf(stderr, "  not shown: %s\n", std::string(now.text(gap.words)).c_str());
    return kinds["sysv_msg"] >= made.queues && kinds["sysv_sem"] >= made.semaphores &&
           kinds["sysv_shm"] >= made.segments && kinds["unix"] >= made.unix_sockets &&
           kinds["tcp"] >= made.tcp_sockets && kinds["pipe"] >= made.pipes &&
           joined >= made.unix_sockets + made.tcp_sockets;
}

int measure(Report& report) {
    MadeUpSystem made;
    if (report.quick()) made = {50, 50, 20, 10, 100, 40, 40, 10, 2};
    if (const auto problem = make_system(made); !problem.empty()) {
        std::fprintf(stderr, "bench_monitor: the system cannot be made here: %s\n", problem.c_str());
        return 1;
    }
    bare_scan();
    const int rounds = report.quick() ? 1 : 7;
    std::vector<double> first, bare, shown, table;
    Client client;
    for (int i = 0; i < rounds; ++i) {
        bare.push_back(seconds([] { keep(bare_scan()); }));
        Client fresh;
        if (!Client().start()) return 1;  // warm
        first.push_back(seconds([&] { fresh.start(); }));
        client = std::move(fresh);
        Watching window;
        table.push_back(seconds([&] {
            if (window.start(1'000'000'000)) window.wait_for(0);
        }));
        window.stop();
        if (i % 2 == 0) shown.push_back(listers());
    }
    if (!client.now) return 1;
    const bool all = complete(*client.now, made);
    const auto full = summarise(first, bare);
    report.add({.name = "monitor.full_snapshot",
                .value = full.ours_s * 1e3,
                .unit = "ms",
                .compared_with = "bare scan of the same sources",
                .compared_value = full.other_s * 1e3,
                .goal = ratio_at_most(1.5),
                .ratio = full.ratio});
    report.add({.name = "monitor.against_listers",
                .value = full.ours_s * 1e3,
                .unit = "ms",
                .compared_with = "ipcs; lsipc; lsfd; ss; ss",
                .compared_value = median(shown) * 1e3,
                .goal = ratio_at_most(1.0 / 6)});
    report.add(
        {.name = "monitor.first_table", .value = median(table) * 1e3, .unit = "ms", .goal = at_most(200)});
    const auto objects = static_cast<double>(client.now->objects.size());
    // A second apart, as a window watches it; the processes that live run in between.
    const int samples = report.quick() ? 2 : 10;
    Watching window;
    const std::int64_t period = report.quick() ? 10'000'000 : 1'000'000'000;
    if (!window.start(period) || !window.wait_for(1)) return 1;
    const double before = cpu_seconds(window.probe()) + cpu_seconds(getpid());
    if (!window.wait_for(1 + samples)) return 1;
    const double used = cpu_seconds(window.probe()) + cpu_seconds(getpid()) - before;
    window.stop();
    std::vector<double> took;
    for (int i = 0; i < samples; ++i) {
        poll(nullptr, 0, report.quick() ? 10 : 200);
        took.push_back(seconds([&] { client.sample(); }));
    }
    report.add({.name = "monitor.watching_1Hz",
                .value = used / samples * 100,
                .unit = "% of a core",
                .goal = at_most(5)});
    report.add({.name = "monitor.next_snapshot", .value = median(took) * 1e3, .unit = "ms"});
    report.add({.name = "monitor.snapshot_memory",
                .value = static_cast<double>(client.now->bytes()) / objects,
                .unit = "bytes/object",
                .goal = at_most(1024)});
    report.add({.name = "monitor.probe_memory",
                .value = own_memory(client.probe->probe()) / objects,
                .unit = "bytes/object",
                .goal = at_most(1024)});
    return all || report.quick() ? report.exit_code() : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Report report(argc, argv);
    const int code = in_own_namespaces([&] {
        const int done = measure(report);
        std::fflush(stdout);
        return done;
    });
    if (code < 0) {
        std::fprintf(stderr, "bench_monitor: no namespaces can be made here: not measured\n");
        return 0;
    }
    return code;
}
