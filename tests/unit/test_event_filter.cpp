// Filters over recordings: what is evaluated by blocks and threads is held against one that asks event by
// event; real runs; what is searched is held against a plain search.
#include "helpers/subjects.h"
#include "unit/event_filter/subjects.h"

#ifndef Q_MOC_RUN
#include "helpers/run_fixture.h"
#include "runtime/byte_search.h"
#include "runtime/event_fields.h"
#include "runtime/event_filter.h"
#include "runtime/filter_scan.h"
#include "runtime/text_search.h"
#include "schema/text.h"

#include <rapidcheck.h>
#endif

#include <QtTest>

#include <algorithm>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::event_filter_tests;

namespace {

// "worker op phase" of what a filter finds, in order.
QStringList found_in(RunFixture& fixture, const char* text) {
    FilterScan scan(fixture.supervisor(), parsed(fixture.supervisor(), text));
    scan.wait();
    QStringList out;
    const auto state = fixture.state();
    for (const auto seq : found(scan)) {
        const auto& event = fixture.supervisor().events()[seq];
        const auto* ref = registry().operation(OperationId{event.operation});
        const auto* worker = state->worker(WorkerId{event.worker});
        constexpr const char* phases[] = {"enter", "leave", "instant", "state", "lost", "note"};
        out << QString("%1 %2 %3")
                   .arg(worker ? worker->name.c_str() : "-", ref ? ref->name.c_str() : "-",
                        phases[static_cast<int>(event.phase)]);
    }
    return out;
}

}  // namespace

class TestEventFilter : public QObject {
    Q_OBJECT
private slots:
    void aScanCanBeCancelled() {
        FilterScan scan(traffic(), parsed(traffic(), "payload matches \"(a|b|c)*x[^y]*z$\""), {}, 1);
        scan.cancel();
        scan.wait();
        QVERIFY(scan.cancelled() && scan.done());
        scan.update();
        QVERIFY(scan.matches().covered() <= traffic().events().size());
    }

    void aSetCountsAsAListDoes() {
        const bool fine = rc::check([] {
            const auto size = *rc::gen::inRange<std::uint64_t>(1, 200'000);
            const auto sparse = *rc::gen::inRange(1, 5'000);
            std::vector<bool> model(size);
            auto random = *rc::gen::inRange<std::uint64_t>(1, 1u << 30);
            for (std::size_t i = 0; i < size; ++i)
                model[i] = (random = random * 6364136223846793005u + 1) >> 33 <
                           (std::uint64_t{1} << 31) / static_cast<std::uint64_t>(sparse);
            MatchSet set;
            for (std::uint64_t at = 0; at < size;) {
                // In steps, as events arrive; the last word is written again.
                const auto end =
                    std::min(size, at + 1 + (random = random * 6364136223846793005u + 1) % 90'000);
                for (auto word = at / 64; word * 64 < end; ++word) {
                    std::uint64_t bits = 0;
                    for (std::uint64_t i = 0; i < 64 && word * 64 + i < end; ++i)
                        bits |= std::uint64_t{model[word * 64 + i]} << i;
                    set.put(word * 64 / MatchSet::chunk_bits, word * 64 % MatchSet::chunk_bits / 64, &bits,
                            1);
                }
                set.cover(end);
                at = end;
            }
            const auto changed =
                *rc::gen::container<std::vector<std::uint64_t>>(5, rc::gen::inRange<std::uint64_t>(0, size));
            for (const auto seq : changed) {
                model[seq] = !model[seq];
                set.set(seq, model[seq]);
            }
            std::vector<std::uint64_t> all;
            for (std::uint64_t seq = 0; seq < size; ++seq)
                if (model[seq]) all.push_back(seq);
            RC_ASSERT(set.count() == all.size());
            RC_ASSERT(!set.seq_of(all.size()).has_value());
            for (const auto place : *rc::gen::container<std::vector<std::uint64_t>>(
                     20, rc::gen::inRange<std::uint64_t>(0, size))) {
                const auto at = std::lower_bound(all.begin(), all.end(), place);
                const auto rank = static_cast<std::uint64_t>(at - all.begin());
                RC_ASSERT(set.contains(place) == model[place]);
                RC_ASSERT(set.rank(place) == rank);
                RC_ASSERT(set.next(place) == (at == all.end() ? std::nullopt : std::optional(*at)));
                RC_ASSERT(set.previous(place) == (rank == 0 ? std::nullopt : std::optional(all[rank - 1])));
                if (at != all.end()) RC_ASSERT(set.seq_of(rank) == std::optional(*at));
            }
        });
        QVERIFY(fine);
    }

    void octetsAreFoundAsByAPlainSearch() {
        const bool fine = rc::check([] {
            const auto letter = rc::gen::element('a', 'A', 'b', '@', '`', '\0', '\xff');
            const auto text =
                *rc::gen::container<std::string>(letter) + *rc::gen::container<std::string>(300, letter);
            const auto from = *rc::gen::inRange<std::size_t>(0, text.size() + 2);
            const auto length = *rc::gen::inRange<std::size_t>(0, 20);
            const auto needle = *rc::gen::arbitrary<bool>() && from < text.size()
                                    ? text.substr(from / 2, length)
                                    : *rc::gen::container<std::string>(length / 4, letter);
            const bool any_case = *rc::gen::arbitrary<bool>();
            auto a = text, b = needle;
            const auto lower = [](unsigned char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
            };
            if (any_case) {
                std::transform(a.begin(), a.end(), a.begin(), lower);
                std::transform(b.begin(), b.end(), b.begin(), lower);
            }
            RC_ASSERT(ByteSearch(needle, any_case).find(text, from) == a.find(b, from));
        });
        QVERIFY(fine);
    }

    void searchesStepThroughWhatHasTheText() {
        for (const auto& [text, any_case] :
             {std::pair<std::string, bool>{rare_text, false}, {"NEEDLE-4711", true}}) {
            const TextSearch search(traffic(),
                                    {.text = text, .any_case = any_case, .calls = false, .outcomes = false});
            std::vector<std::uint64_t> expected, forward, backward;
            for (std::uint64_t seq = 0; seq < traffic().events().size(); ++seq)
                if (traffic().events().payload(traffic().events()[seq]).find(rare_text) !=
                    std::string_view::npos)
                    expected.push_back(seq);
            QVERIFY(expected.size() > 10);
            for (auto at = search.next(0); at; at = search.next(*at + 1))
                forward.push_back(*at);
            QVERIFY(forward == expected);
            for (auto at = search.previous(~std::uint64_t{0}); at;
                 at = *at > 0 ? search.previous(*at - 1) : std::nullopt)
                backward.insert(backward.begin(), *at);
            QVERIFY(backward == expected);
        }
        TextSearch stopped(traffic(), {.text = "in no event at all"});
        stopped.cancel();
        QVERIFY(!stopped.next(0) && stopped.cancelled());
        QVERIFY(!TextSearch(traffic(), {.text = ""}).next(0));
    }

    void aRealRunIsAskedByNamesAndValues() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: parent
parent: p = pipe.create(flags: O_NONBLOCK)
parent: child = process.fork()
parent: pipe.read(p.read_end, size: 64)                   # EAGAIN
child: pipe.write(p.write_end, data: "Hello\x00World")    # = 11
parent: pipe.read(p.read_end, size: 5000)                 # = 11
parent: s = sysv_sem.get(count: 2)
parent: sysv_sem.op(s, ops: [{num: 1, op: 3}])
parent: signal.action(SIGUSR1, disposition: handler)
child: signal.kill(parent, signal: SIGUSR1)
parent: q = sysv_msg.get()
child: sysv_msg.send(q, type: 7, data: "seven")
parent: sysv_msg.receive(q, type: 7)
)");
        QVERIFY(fixture.wait_for_event({.operation = "signal.delivered"}));
        const auto is = [&](const char* text, const QStringList& expected) {
            QCOMPARE(found_in(fixture, text).join("; "), expected.join("; "));
        };
        is("errno == EAGAIN", {"parent pipe.read leave"});
        is("failed", {"parent pipe.read leave"});
        is("size in 4KiB..5000", {"parent pipe.read enter", "parent pipe.read leave"});
        is("arg.size == 64 and phase == enter", {"parent pipe.read enter"});
        is("flags contains O_NONBLOCK and op == pipe.create",
           {"parent pipe.create enter", "parent pipe.create leave"});
        is("flags == O_NONBLOCK and phase == leave", {"parent pipe.create leave"});
        is("op == pipe.write and data contains \"\\x00W\" and phase == leave", {"child pipe.write leave"});
        is("result.data contains World", {"parent pipe.read leave"});
        is("payload matches \"^Hello.World$\"", {"child pipe.write leave", "parent pipe.read leave"});
        is("bytes == 11 and worker == parent", {"parent pipe.read leave"});
        is("ops.num == 1", {"parent sysv_sem.op enter", "parent sysv_sem.op leave"});
        is("ops.op > 3", {});
        is("ops contains \"num: 1\" and phase == enter", {"parent sysv_sem.op enter"});
        is("signal == SIGUSR1 and op == signal.delivered", {"parent signal.delivered instant"});
        is("signal == SIGUSR1 and worker == child", {"child signal.kill enter", "child signal.kill leave"});
        is("type == 7 and phase == leave", {"child sysv_msg.send leave", "parent sysv_msg.receive leave"});
        is("object == q and flow", {"child sysv_msg.send leave", "parent sysv_msg.receive leave"});
        is("peer == child and op == sysv_msg.receive", {"parent sysv_msg.receive leave"});
        is("to == p.write_end and phase == enter", {"child pipe.write enter"});
        is("call contains \"Hello\" and phase == enter", {"child pipe.write enter"});
        // Fields of one event with each other.
        is("ret < arg.size and op == pipe.read and not failed", {"parent pipe.read leave"});
        is("ret == bytes",
           {"child pipe.write leave", "parent pipe.read leave", "parent sysv_msg.receive leave"});
        is("arg.target == peer", {"child signal.kill leave"});
        is("worker == peer", {});
        is("worker != peer and op == sysv_msg.receive", {"parent sysv_msg.receive leave"});
        is("phase == leave and payload == arg.data", {"child pipe.write leave", "child sysv_msg.send leave"});
        is("call contains object and op == sysv_msg.receive and phase == leave",
           {"parent sysv_msg.receive leave"});
        is("ops.num < ops.op", {"parent sysv_sem.op enter", "parent sysv_sem.op leave"});
        is("line == 4", {"parent pipe.read enter", "parent pipe.read leave"});
        is("mechanism == sysv_sem and phase == state and level == 1",
           {"parent sysv_sem.get state", "parent sysv_sem.op state"});
        is("worker == nobody", {});
        QVERIFY(!found_in(fixture, "time < 10s").isEmpty());
    }

    void whatGoesOnIsFollowed() {
        RunFixture fixture;
        RUN_OK(fixture, "workers: reader\nreader: p = pipe.create()\n");
        FilterScan blocked(fixture.supervisor(), parsed(fixture.supervisor(), "blocked"));
        FilterScan joined(fixture.supervisor(),
                          parsed(fixture.supervisor(), "flow and op in {pipe.read, pipe.write}"));
        FilterScan late(fixture.supervisor(),
                        parsed(fixture.supervisor(), "worker == writer and op == pipe.write"));
        FilterScan named(fixture.supervisor(), parsed(fixture.supervisor(), "object == later"));
        const auto updated = [](FilterScan& scan) {
            scan.update();
            scan.wait();
            return scan.matches().count();
        };
        QCOMPARE(updated(blocked), std::uint64_t{0});
        RUN_OK(fixture, R"(reader: writer = process.fork()
reader: pipe.read(p.read_end, size: 5) async   # blocked
writer: later = pipe.create()
)");
        // The call that sleeps now matches by its beginning, later by its end.
        QTRY_COMPARE_WITH_TIMEOUT(updated(blocked), std::uint64_t{1}, 10'000);
        QCOMPARE(fixture.supervisor().events()[*blocked.matches().seq_of(0)].phase, Phase::enter);
        RUN_OK(fixture, "writer: pipe.write(p.write_end, data: \"Hello\")\nreader: await   # = 5\n");
        QTRY_VERIFY_WITH_TIMEOUT(
            updated(blocked) == 1 &&
                fixture.supervisor().events()[*blocked.matches().seq_of(0)].phase == Phase::leave,
            10'000);
        QTRY_COMPARE_WITH_TIMEOUT(updated(joined), std::uint64_t{2}, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(updated(late), std::uint64_t{2}, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(updated(named) >= 1, 10'000);
        FilterScan again(fixture.supervisor(), parsed(fixture.supervisor(), "object == later"));
        again.wait();
        QVERIFY(found(again) == found(named));
    }

    void aCallThatIsToComeIsAsked() {
        RunFixture fixture;
        RUN_OK(fixture,
               "workers: w\nw: p = pipe.create()\nw: pipe.write(p.write_end, data: \"stop here\")\n");
        const auto enter = fixture.event({.operation = "pipe.write", .phase = Phase::enter});
        Event event = enter.event;
        const EventRow row{0, &event, {}, fixture.supervisor().calls().find(CallId{event.call}), {}, {}};
        const auto holds = [&](const char* text) {
            return EventFilter(fixture.supervisor(), parsed(fixture.supervisor(), text)).matches(row);
        };
        QVERIFY(holds("op == pipe.write and worker == w and data contains stop"));
        QVERIFY(holds("call contains \"stop here\""));
        QVERIFY(!holds("op == pipe.read"));
        QVERIFY(!holds("failed"));
    }

    void outcomesAndCallsAreSearched() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: w
w: p = pipe.create(flags: O_NONBLOCK)
w: pipe.read(p.read_end, size: 64)      # EAGAIN
w: signal.action(SIGUSR2, disposition: SIG_IGN)    # = 0 previous=SIG_DFL
w: pipe.write(p.write_end, data: "Grüße")
)");
        const auto places = [&](TextQuery query) {
            const TextSearch search(fixture.supervisor(), std::move(query));
            QStringList out;
            for (auto at = search.next(0); at; at = search.next(*at + 1)) {
                const auto& event = fixture.supervisor().events()[*at];
                out << QString::fromStdString(registry().operation(OperationId{event.operation})->name) +
                           (event.phase == Phase::enter ? " enter" : " leave");
            }
            return out.join("; ");
        };
        QCOMPARE(places({.text = "EAGAIN"}), QString("pipe.read leave"));
        QCOMPARE(places({.text = "eagain"}), QString());
        QCOMPARE(places({.text = "eagain", .any_case = true}), QString("pipe.read leave"));
        QCOMPARE(places({.text = "SIG_DFL"}), QString("signal.action leave"));
        QCOMPARE(places({.text = "SIG_IGN"}), QString("signal.action enter; signal.action leave"));
        QCOMPARE(places({.text = "Grüße"}), QString("pipe.write enter; pipe.write leave"));
        QCOMPARE(places({.text = "Grüße", .calls = false}), QString("pipe.write leave"));
        QCOMPARE(places({.text = "read_end", .calls = false}), QString());
    }

    // The document's table and examples are those of the program.
    void theDocumentIsRight() {
        QFile file(IPCSCOPE_SOURCE_DIR "/engine/filter/FILTER.md");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = event_fields(registry());
        std::set<std::string> described;
        int examples = 0;
        bool code = false;
        for (const auto& line : file.readAll().split('\n')) {
            if (line.startsWith("```"))
                code = !code && line == "```filter";
            else if (code && !line.isEmpty()) {
                const auto result = parse_filter(table, line.toStdString());
                QVERIFY2(result.filter,
                         line + ": " + (result.errors.empty() ? "" : result.errors[0].message.c_str()));
                QVERIFY2(result.doubts.empty(),
                         line + ": " + (result.doubts.empty() ? "" : result.doubts[0].message.c_str()));
                ++examples;
            } else if (line.startsWith("| `")) {
                const auto name = line.mid(3, line.indexOf('`', 3) - 3).toStdString();
                if (table.find(name)) described.insert(name);
            }
        }
        QVERIFY(examples > 20);
        for (const auto& field : table.fields())
            if (field.offered) QVERIFY2(described.contains(field.name), field.name.c_str());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestEventFilter>(), against_one_by_one());
}
#include "test_event_filter.moc"
