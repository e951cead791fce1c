#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "mechanisms/eventfd/counter.h"

#include <fcntl.h>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestEventfd : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("eventfd");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void aWriteWakesAReader() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: e = eventfd.create()
a: b = process.fork()
a: eventfd.write(e, value: 1)
a: eventfd.read(e)                                   # = 8 value=1
a: eventfd.read(e) async                             # blocked
)");
        WAITS_FOR(fixture, "a", "a write to e");
        RUN_OK(fixture, R"(b: eventfd.write(e, value: 3)             # = 8
a: await                                             # = 8
)");
        const auto flows = fixture.flows("e");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.worker, std::string("b"));
        QCOMPARE(flows[0].from.operation, std::string("eventfd.write"));
        QCOMPARE(flows[0].to.worker, std::string("a"));
        QCOMPARE(flows[0].to.operation, std::string("eventfd.read"));
        QVERIFY(!flows[0].flow.guess);
        QCOMPARE(fixture.level("e"), std::int64_t{0});
    }

    void aReadWakesAWriter() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: e = eventfd.create()
a: b = process.fork()
a: eventfd.write(e, value: 9223372036854775807)
a: eventfd.write(e, value: 9223372036854775807)
a: eventfd.write(e) async                            # blocked
)");
        WAITS_FOR(fixture, "a", "a read of e");
        RUN_OK(fixture, R"(b: eventfd.read(e)                        # = value=UINT64_MAX-1
a: await                                             # = 8
)");
        const auto flows = fixture.flows("e");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.operation, std::string("eventfd.read"));
        QCOMPARE(flows[0].to.operation, std::string("eventfd.write"));
        QCOMPARE(fixture.level("e"), std::int64_t{1});
    }

    void levelAndStateAgree() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: e = eventfd.create(initial: 7, flags: EFD_SEMAPHORE|EFD_NONBLOCK|EFD_CLOEXEC)
a: eventfd.write(e, value: 250)
a: eventfd.write(e, value: 0)
a: eventfd.read(e)                                   # = value=1
a: repeat 6
    eventfd.read(e)
    eventfd.write(e, value: 2)
end
)");
        const auto state = fixture.observe("e");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "value").integer(), std::int64_t{262});
        QVERIFY(field(*state, "semaphore").integer() != 0);
        QCOMPARE(field(*state, "flags").integer(), std::int64_t{O_NONBLOCK});
        QVERIFY(field(*state, "exact").empty());
        QCOMPARE(fixture.level("e"), std::int64_t{262});
        const auto again = fixture.observe("e");
        QVERIFY(again && *again == *state);
    }

    void aFullCounterIsShownExactly() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: e = eventfd.create()
a: eventfd.write(e, value: UINT64_MAX-1)
a: eventfd.write(e) async                            # blocked
)");
        const auto state = fixture.observe("e");  // its owner is asleep in a call
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "value").integer(), INT64_MAX);
        QCOMPARE(field(*state, "exact").bytes(), std::string("18446744073709551614"));
        QVERIFY(fixture.level("e") > 0);
    }

    // What goes in and comes out in other portions cancels out in the lane.
    void largeNumbersAddUpInTheLane() {
        using mechanisms::eventfd::drawn;
        constexpr std::uint64_t largest = INT64_MAX;
        QCOMPARE(drawn(5), std::int64_t{5});
        QCOMPARE(drawn((1ull << 59) - 1), std::int64_t{(1ll << 59) - 1});
        QCOMPARE(drawn(largest) + drawn(largest), drawn(2 * largest));
        QCOMPARE(drawn(mechanisms::eventfd::highest), (std::int64_t{1} << 62) - 2);
        QCOMPARE(drawn(1ull << 63) + drawn(12), drawn((1ull << 63) + 12));
    }

    // The kernel gives the number of a closed one to the next: they are two objects all the same.
    void theNextOneIsAnotherObject() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: e = eventfd.create(initial: 3)
a: eventfd.close(e)
a: f = eventfd.create()
)");
        QVERIFY(fixture.object("e") && fixture.object("f"));
        QCOMPARE(fixture.level("e"), std::int64_t{3});
        QCOMPARE(fixture.level("f"), std::int64_t{0});
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: eventfd.create(flags: 0x40000000)                 # EINVAL
a: e = eventfd.create(initial: 4294967295)
a: eventfd.write(e, value: -1)                       # EINVAL
a: eventfd.read(e, size: 7)                          # EINVAL
a: eventfd.read(e, size: 0)                          # EINVAL
a: eventfd.read(e)                                   # = value=4294967295
a: eventfd.read(e) async                             # blocked
a: interrupt
a: await                                             # EINTR
a: eventfd.write(e, value: UINT64_MAX-1)
a: eventfd.write(e) async                            # blocked
a: interrupt
a: await                                             # EINTR
a: eventfd.close(e)
a: eventfd.close(e)                                  # EBADF
a: eventfd.read(e)                                   # EBADF
a: eventfd.write(e)                                  # EBADF
a: n = eventfd.create(flags: EFD_NONBLOCK)
a: eventfd.read(n)                                   # EAGAIN
a: eventfd.write(n, value: UINT64_MAX-1)
a: eventfd.write(n)                                  # EAGAIN
)");
    }

    void descriptorsRunOut() {
        RunFixture fixture;
        {
            const FileLimit few(64);
            RUN_OK(fixture, "workers: a\n");
        }
        std::string text;
        for (int i = 0; i < 64; ++i)
            text += "a: eventfd.create()\n";
        RUN_OK(fixture, text + "a: eventfd.create()   # EMFILE\n");
    }

    void everyErrnoIsReachedOrExplained() {
        const auto gaps = errno_gaps("eventfd");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestEventfd)
#include "test_eventfd.moc"
