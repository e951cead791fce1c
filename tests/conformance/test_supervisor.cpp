// The supervisor itself: outcomes, blocking, interruption, death, fork, loss, clean-up. Against real workers.
#include "helpers/wait.h"
#include "mechanisms/driver.h"
#include "runtime/cleaner.h"
#include "runtime/process_info.h"
#include "runtime/run_directory.h"
#include "runtime/supervisor.h"

#include <QTest>

#include <csignal>
#include <filesystem>
#include <future>
#include <mutex>

#include <sys/sem.h>

using namespace ipcscope;

namespace {

constexpr std::int64_t second = 1'000'000'000;

const Registry& registry() {
    static const Registry all(all_specs());
    return all;
}

SupervisorOptions options() {
    SupervisorOptions out;
    out.worker_program = IPCSCOPE_BIN_DIR "/ipcscope-worker";
    return out;
}

struct Run {
    std::unique_ptr<Supervisor> supervisor;
    explicit Run(SupervisorOptions given = options()) {
        auto made = Supervisor::create(registry(), std::move(given));
        if (!made) qFatal("%s", made.error().text().c_str());
        supervisor = std::move(*made);
    }
    WorkerId start(const std::string& name) {
        const auto id = supervisor->start_worker(name);
        if (!id) qFatal("%s", id.error().text().c_str());
        if (!supervisor->wait_until(
                [&](const RunState& s) { return s.worker(*id)->status == WorkerStatus::idle; }, 5 * second))
            qFatal("worker %s never became ready", name.c_str());
        return *id;
    }
    // Arguments by name; the rest keep their default.
    CallRequest request(WorkerId worker, const char* operation, Fields given = {},
                        std::string binding = {}) const {
        CallRequest out;
        const auto* ref = registry().operation(operation);
        if (!ref) qFatal("no operation %s", operation);
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
    std::future<Outcome> submit(CallRequest what) const {
        auto promise = std::make_shared<std::promise<Outcome>>();
        supervisor->submit(std::move(what),
                           [promise](const Outcome& outcome) { promise->set_value(outcome); });
        return promise->get_future();
    }
    Outcome call(WorkerId worker, const char* operation, Fields given = {}, std::string binding = {}) const {
        auto future = submit(request(worker, operation, std::move(given), std::move(binding)));
        if (future.wait_for(std::chrono::seconds(5)) != std::future_status::ready)
            qFatal("%s hangs", operation);
        return future.get();
    }
    Value name(const std::string& binding, const std::string& field) const {
        const auto state = supervisor->state();
        const auto found = state->names.find(binding);
        if (found != state->names.end())
            if (const auto* fields = found->second.as<Fields>())
                for (const auto& [key, value] : *fields)
                    if (key == field) return value;
        return {};
    }
    bool blocked(WorkerId worker) const {
        return supervisor->wait_until(
            [&](const RunState& s) { return s.worker(worker)->status == WorkerStatus::blocked; }, 5 * second);
    }
};

}  // namespace

class TestSupervisor : public QObject {
    Q_OBJECT
private:
    // The events that a loop over `pairs` of a write and a read has lost; all others are there.
    std::uint64_t lost_in_loop(std::uint32_t ring, int pairs, std::uint64_t rounds) {
        auto small = options();
        small.ring_slots = ring;
        Run run(small);
        const auto worker = run.start("w");
        run.call(worker, "pipe.create", {}, "p");
        std::vector<CallRequest> body;
        for (int i = 0; i < pairs; ++i) {
            body.push_back(
                run.request(worker, "pipe.write", {{"to", run.name("p", "write_end")}, {"data", "x"}}));
            body.push_back(
                run.request(worker, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 1}}));
        }
        auto promise = std::make_shared<std::promise<Outcome>>();
        auto future = promise->get_future();
        const auto before = run.supervisor->events().size();
        run.supervisor->submit_loop(body, rounds, [promise](const Outcome& o) { promise->set_value(o); });
        const bool came = future.wait_for(std::chrono::seconds(60)) == std::future_status::ready;
        [&] { QVERIFY(came); }();
        if (!came) return 0;
        [&] { QCOMPARE(future.get().rounds, rounds); }();
        run.supervisor->kill(worker, SIGKILL);  // its end tells the rest
        const bool ended = run.supervisor->wait_until(
            [&](const RunState& s) { return s.worker(worker)->status == WorkerStatus::killed; }, 30 * second);
        [&] { QVERIFY(ended); }();
        const auto& events = run.supervisor->events();
        std::uint64_t kept = 0, lost = 0;
        for (auto seq = before; seq < events.size(); ++seq) {
            const auto& event = events[seq];
            if (event.phase == Phase::lost) lost += static_cast<std::uint64_t>(event.ret);
            if (event.phase == Phase::enter || event.phase == Phase::leave) ++kept;
        }
        [&] { QCOMPARE(kept + lost, std::uint64_t{2} * body.size() * rounds); }();
        return lost;
    }

private slots:
    void tells_outcomes_and_records_them() {
        Run run;
        const auto parent = run.start("parent");
        QCOMPARE(run.call(parent, "pipe.create", {}, "p").err, 0);
        const auto wrote =
            run.call(parent, "pipe.write", {{"to", run.name("p", "write_end")}, {"data", "Hello"}});
        QCOMPARE(wrote.ret, 5);
        const auto got = run.call(parent, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}});
        QCOMPARE(got.ret, 5);
        QCOMPARE(got.err, 0);
        const auto& events = run.supervisor->events();
        const auto& leave = events[got.seq];
        QCOMPARE(leave.phase, Phase::leave);
        QCOMPARE(events.payload(leave), std::string_view("Hello"));
        QVERIFY(leave.duration_ns > 0);
        QVERIFY(leave.object != 0);
        const auto flow = events.flow(got.seq);
        QVERIFY(flow);
        QCOMPARE(run.supervisor->flows()[flow].from, wrote.seq);
        QCOMPARE(run.supervisor->flows()[flow].bytes, 5u);
    }

    void blocks_really_and_is_interrupted() {
        Run run;
        const auto parent = run.start("parent");
        run.call(parent, "pipe.create", {}, "p");
        auto reading =
            run.submit(run.request(parent, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}}));
        QVERIFY(run.blocked(parent));
        QTRY_VERIFY(run.supervisor->state()->worker(parent)->waits_for.starts_with("a writer of p"));
        run.supervisor->interrupt(parent);
        QCOMPARE(reading.wait_for(std::chrono::seconds(5)), std::future_status::ready);
        const auto outcome = reading.get();
        QCOMPARE(outcome.err, EINTR);
        QVERIFY(run.supervisor->events()[outcome.seq].flags & event_flag::was_blocked);
        QCOMPARE(run.supervisor->state()->worker(parent)->status, WorkerStatus::idle);
    }

    void death_inside_a_call_is_an_outcome() {
        Run run;
        const auto parent = run.start("parent");
        run.call(parent, "pipe.create", {}, "p");
        auto reading =
            run.submit(run.request(parent, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}}));
        QVERIFY(run.blocked(parent));
        run.supervisor->kill(parent, SIGKILL);
        QCOMPARE(reading.wait_for(std::chrono::seconds(5)), std::future_status::ready);
        const auto outcome = reading.get();
        QCOMPARE(outcome.kind, Outcome::Kind::died);
        QCOMPARE(outcome.exit_code, SIGKILL);
        QVERIFY(outcome.by_signal);
        const auto& ended = run.supervisor->events()[outcome.seq];
        QVERIFY(ended.flags & event_flag::ended);
        QVERIFY(ended.flags & event_flag::was_blocked);
        QCOMPARE(run.supervisor->state()->worker(parent)->status, WorkerStatus::killed);
        const auto refused = run.call(parent, "pipe.create", {}, "q");
        QCOMPARE(refused.kind, Outcome::Kind::refused);
        QVERIFY2(refused.message.find("parent has ended") != std::string::npos, refused.message.c_str());
    }

    void forks_five_deep() {
        Run run;
        auto worker = run.start("w0");
        run.call(worker, "pipe.create", {}, "p");
        for (int depth = 1; depth <= 5; ++depth) {
            const auto name = "w" + std::to_string(depth);
            const auto forked = run.call(worker, "process.fork", {}, name);
            QVERIFY(forked.ret > 0);
            QVERIFY(run.supervisor->wait_until(
                [&](const RunState& s) {
                    return s.worker(name) && s.worker(name)->status == WorkerStatus::idle;
                },
                5 * second));
            worker = run.supervisor->state()->worker(name)->id;
            QCOMPARE(run.supervisor->state()->worker(worker)->pid, static_cast<pid_t>(forked.ret));
        }
        // The innermost one has inherited the pipe.
        QCOMPARE(run.call(worker, "pipe.write", {{"to", run.name("p", "write_end")}, {"data", "deep"}}).ret,
                 4);
        const auto first = run.supervisor->state()->worker("w0")->id;
        QCOMPARE(run.call(first, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}}).ret, 4);
        // Its end is known although we are not its parent.
        run.supervisor->kill(worker, SIGKILL);
        QVERIFY(run.supervisor->wait_until(
            [&](const RunState& s) { return s.worker("w5")->status == WorkerStatus::killed; }, 5 * second));
        QCOMPARE(run.supervisor->state()->worker("w5")->exit_code, SIGKILL);
    }

    void two_hundred_workers_at_once() {
        Run run;
        std::vector<WorkerId> ids;
        for (int i = 0; i < 200; ++i) {
            const auto id = run.supervisor->start_worker("w" + std::to_string(i));
            QVERIFY2(id.has_value(), id ? "" : id.error().text().c_str());
            ids.push_back(*id);
        }
        QVERIFY(run.supervisor->wait_until(
            [&](const RunState& s) {
                return std::all_of(s.workers.begin(), s.workers.end(),
                                   [](const WorkerInfo& w) { return w.status == WorkerStatus::idle; });
            },
            30 * second));
        std::vector<std::future<Outcome>> all;
        for (const auto id : ids)
            all.push_back(run.submit(run.request(id, "pipe.create")));
        for (auto& one : all) {
            QCOMPARE(one.wait_for(std::chrono::seconds(10)), std::future_status::ready);
            QCOMPARE(one.get().err, 0);
        }
        QVERIFY(run.supervisor->shutdown().has_value());
    }

    // Inside a round nobody waits for the recorder; between two rounds it may catch up.
    void a_full_ring_is_counted_not_waited_for_data() {
        QTest::addColumn<int>("ring");
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<bool>("all");
        QTest::newRow("a long round") << 64 << 1000 << 20 << false;
        QTest::newRow("many short rounds") << 1024 << 1 << 20'000 << true;
    }

    void a_full_ring_is_counted_not_waited_for() {
        QFETCH(int, ring);
        QFETCH(int, pairs);
        QFETCH(int, rounds);
        QFETCH(bool, all);
        std::uint64_t lost = 0;
        // A recorder that gets no processor for a second is not waited for any longer: then once more.
        for (int attempt = 0; attempt < (all ? 5 : 1) && (attempt == 0 || lost > 0); ++attempt)
            lost = lost_in_loop(static_cast<std::uint32_t>(ring), pairs, static_cast<std::uint64_t>(rounds));
        QCOMPARE(lost == 0, all);
    }

    void leaves_nothing_behind() {
        std::string directory;
        pid_t pid = 0;
        {
            Run run;
            const auto worker = run.start("w");
            run.call(worker, "fifo.create", {{"path", "left"}});
            directory = run.supervisor->directory();
            pid = run.supervisor->state()->worker(worker)->pid;
            QVERIFY(std::filesystem::exists(directory + "/files/left"));
        }
        QVERIFY(!std::filesystem::exists(directory));
        QVERIFY(!read_stat(pid));
    }

    void a_death_that_gives_back_is_seen() {
        Run run;
        const auto holder = run.start("holder");
        const auto got = run.call(holder, "sysv_sem.get", {{"nsems", 1}}, "s");
        QCOMPARE(got.err, 0);
        const auto set = run.name("s", "set");
        const auto object = run.supervisor->state()->handles.at(set.as<HandleRef>()->id).object;
        run.call(holder, "sysv_sem.set_value", {{"set", set}, {"num", 0}, {"value", 1}});
        const Fields take{{"num", 0}, {"op", -1}, {"flags", SEM_UNDO}};
        QCOMPARE(run.call(holder, "sysv_sem.op", {{"set", set}, {"ops", List{take}}}).err, 0);
        const LaneKey lane{LaneKind::level, object.value, 0};
        QCOMPARE(run.supervisor->lanes().level_now(lane), 0);
        run.supervisor->kill(holder, SIGKILL);
        QVERIFY(ipcscope::testing::wait_for([&] { return run.supervisor->lanes().level_now(lane) == 1; }));
    }

    void observes_without_disturbing() {
        Run run;
        const auto worker = run.start("w");
        run.call(worker, "pipe.create", {}, "p");
        run.call(worker, "pipe.write", {{"to", run.name("p", "write_end")}, {"data", "seven!!"}});
        const Value read_end = run.name("p", "read_end");
        const auto* held = read_end.as<HandleRef>();
        QVERIFY(held);
        const auto object = run.supervisor->state()->handles.at(held->id).object;
        const auto look = [&] {
            auto promise = std::make_shared<std::promise<Result<Fields>>>();
            run.supervisor->observe(object,
                                    [promise](Result<Fields> r) { promise->set_value(std::move(r)); });
            auto future = promise->get_future();
            if (future.wait_for(std::chrono::seconds(5)) != std::future_status::ready)
                qFatal("observe hangs");
            return future.get();
        };
        auto idle = look();
        QVERIFY2(idle.has_value(), idle ? "" : idle.error().text().c_str());
        QCOMPARE(idle->front().second.integer(), 7);
        // Its only holder is busy: another process looks for it, through its descriptor.
        const auto empty = run.call(worker, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}});
        QCOMPARE(empty.ret, 7);
        auto reading =
            run.submit(run.request(worker, "pipe.read", {{"from", run.name("p", "read_end")}, {"size", 64}}));
        QVERIFY(run.blocked(worker));
        const auto busy = look();
        QVERIFY2(busy.has_value(), busy ? "" : busy.error().text().c_str());
        QCOMPARE(busy->front().second.integer(), 0);
        QVERIFY(run.blocked(worker));
        run.supervisor->interrupt(worker);
        QCOMPARE(reading.wait_for(std::chrono::seconds(5)), std::future_status::ready);
    }
};

QTEST_GUILESS_MAIN(TestSupervisor)
#include "test_supervisor.moc"
