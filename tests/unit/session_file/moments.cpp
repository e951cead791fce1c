// Moments of real runs, live and out of a file: what the run said of itself then is what they say later.
#include "base/clock.h"
#include "playback/moment_index.h"
#include "playback/object_state.h"
#include "runtime/stuck.h"
#include "session/examples.h"
#include "unit/session_file/session_file.h"

#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

bool over(WorkerStatus status) {
    return status == WorkerStatus::exited || status == WorkerStatus::killed;
}

// "" = they say the same.
std::string differs(const RunState& said, const Moment& moment, const LaneIndex& lanes) {
    const auto& now = *moment.state;
    if (said.workers.size() != now.workers.size()) return "number of workers";
    for (const auto& worker : said.workers) {
        const auto* other = now.worker(worker.id);
        if (over(worker.status) != over(other->status)) return worker.name + " ended";
        if (over(worker.status) && worker.exit_code != other->exit_code) return worker.name + ": exit code";
        if (worker.current != other->current) return worker.name + ": current call";
        if ((worker.status == WorkerStatus::blocked) != (other->status == WorkerStatus::blocked))
            return worker.name + " blocked";
        if (worker.waits_for != other->waits_for)
            return worker.name + " waits for " + worker.waits_for + ", not " + other->waits_for;
    }
    if (said.objects.size() != now.objects.size()) return "number of objects";
    for (const auto& [id, object] : said.objects) {
        const auto found = now.objects.find(id);
        if (found == now.objects.end()) return "no " + object.key;
        if (found->second.removed != object.removed) return object.key + " removed";
    }
    if (said.handles.size() != now.handles.size()) return "number of handles";
    for (const auto& [id, handle] : said.handles) {
        const auto found = now.handles.find(id);
        if (found == now.handles.end()) return "no " + handle.name;
        const auto& open = found->second.open_in;
        if (std::set(open.begin(), open.end()) != std::set(handle.open_in.begin(), handle.open_in.end()))
            return handle.name + ": open elsewhere";
        if (found->second.everywhere != handle.everywhere) return handle.name + " everywhere";
    }
    for (const auto& [key, value] : moment.levels)
        if (value != lanes.level_now(key)) return "level of object " + std::to_string(key.id);
    return {};
}

}  // namespace

class Moments : public SessionFileTest {
    Q_OBJECT
private slots:
    void asTheyWere_data() {
        QTest::addColumn<QString>("name");
        for (const auto* name :
             {"hello_pipe", "chat_over_a_queue", "hello_sysv_shm", "philosophers_deadlock"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void asTheyWere() {
        QFETCH(QString, name);
        const auto* example = find_example(name.toStdString());
        QVERIFY(example);
        const auto owner = std::make_shared<RunFixture>();
        auto& supervisor = owner->supervisor();
        QCOMPARE(explain(owner->run(example->text)), std::string());
        const std::shared_ptr<const Recording> run(owner, &supervisor);
        MomentIndex live(run);
        // Blocked is what was seen asleep: that comes a moment after the call.
        std::string why;
        const auto same = [&] {
            const auto said = supervisor.state();
            live.read();
            why = differs(*said, live.at(now_ns()), supervisor.lanes());
            return why.empty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(same(), why.c_str(), 20'000);
        const auto said = supervisor.state();
        const auto then = now_ns();
        std::map<LaneKey, std::int64_t> levels;
        for (const auto& key : supervisor.lanes().lanes())
            if (key.kind == LaneKind::level) levels[key] = supervisor.lanes().level_now(key);
        QVERIFY(supervisor.shutdown().has_value());

        const auto saved = path("moments.ipcscope");
        QVERIFY(save_session(saved.toStdString(), supervisor, {}).has_value());
        const std::shared_ptr<const FileRecording> file = opened(saved);
        QVERIFY(file);
        const auto& before = *said;
        for (const auto& recording : {run, std::static_pointer_cast<const Recording>(file)}) {
            MomentIndex index(recording, 16);
            index.read();
            const auto shift = recording->started_ns() - supervisor.started_ns();
            const auto moment = index.at(then + shift);
            for (const auto& worker : before.workers) {
                const auto* other = moment.state->worker(worker.id);
                QVERIFY(other);
                QVERIFY2(over(worker.status) == over(other->status), worker.name.c_str());
                QVERIFY2((worker.status == WorkerStatus::blocked) == (other->status == WorkerStatus::blocked),
                         worker.name.c_str());
                QCOMPARE(other->waits_for, worker.waits_for);
            }
            for (const auto& [id, handle] : before.handles) {
                const auto found = moment.state->handles.find(id);
                QVERIFY2(found != moment.state->handles.end(), handle.name.c_str());
                QVERIFY2(std::set(found->second.open_in.begin(), found->second.open_in.end()) ==
                             std::set(handle.open_in.begin(), handle.open_in.end()),
                         handle.name.c_str());
            }
            for (const auto& [key, value] : levels)
                QCOMPARE(moment.levels.at(key), value);
            // Who waited for whom is known again; at the beginning nobody did.
            const auto explained = explain_waits(*recording, moment);
            QVERIFY(explained->explained && explained->state->stuck);
            const auto stuck = explained->state->stuck;
            QCOMPARE(stuck->deadlocks.empty(), before.stuck == nullptr || before.stuck->deadlocks.empty());
            const auto first = explain_waits(*recording, index.at(recording->started_ns()));
            const auto none = first->state->stuck;
            QVERIFY(none->waits.empty() && first->objects.empty() && first->on_the_way.empty());
            // At its end, everything is as the recording says.
            const auto last = recording->state();
            const auto end = index.at(recording->lanes().last_ns());
            for (const auto& worker : last->workers)
                QVERIFY2(over(worker.status) == over(end.state->worker(worker.id)->status),
                         worker.name.c_str());
            QCOMPARE(end.events, recording->events().size());
        }
    }
    void whatIsInAnObject() {
        RunFixture fixture;
        RUN_OK(fixture,
               "workers: a\n"
               "a: q = sysv_msg.get()\n"
               "a: sysv_msg.send(q, type: 7, data: \"one\")\n"
               "a: sysv_msg.send(q, type: 3, data: \"three\")\n"
               "a: p = pipe.create()\n"
               "a: pipe.write(p.write_end, data: \"12345\")\n"
               "a: pipe.read(p.read_end, size: 2)\n"
               "a: sysv_msg.receive(q, type: 7)\n");
        MomentIndex index(std::shared_ptr<const Recording>(std::shared_ptr<void>(), &fixture.supervisor()));
        index.read();
        const auto state = fixture.state();
        const auto queue = fixture.object("q"), pipe = fixture.object("p");
        QVERIFY(queue && pipe);
        const auto received = fixture.event({.operation = "sysv_msg.receive", .phase = Phase::leave});
        const auto both = object_state_at(fixture.supervisor(), index.at(received.event.time_ns - 1), *queue);
        const auto one = object_state_at(fixture.supervisor(), index.at(received.event.time_ns), *queue);
        const auto list = [](const Fields& fields) {
            for (const auto& [name, value] : fields)
                if (const auto* all = value.as<List>()) return *all;
            return List();
        };
        QCOMPARE(list(both).size(), std::size_t{2});
        QCOMPARE(list(one).size(), std::size_t{1});
        const auto left = *list(one).front().as<Fields>();
        QCOMPARE(field_text(left, "data"), std::string("\"three\""));
        QCOMPARE(field(left, "type").integer(), std::int64_t{3});
        const auto bytes = object_state_at(fixture.supervisor(), index.at(received.event.time_ns), *pipe);
        QVERIFY(!bytes.empty());
        QCOMPARE(bytes.front().second.integer(), std::int64_t{3});
        const auto moment = index.at(received.event.time_ns);
        const auto figures = moment.figures(pipe->id);
        QCOMPARE(figures.sent_bytes, std::uint64_t{5});
        QCOMPARE(figures.received_bytes, std::uint64_t{2});
        QCOMPARE(fixture.supervisor().events().copy(figures.last_received - 1).ret, std::int64_t{2});
    }
};

std::unique_ptr<QObject> ipcscope::testing::moments_of_runs() {
    return std::make_unique<Moments>();
}

#include "moments.moc"
