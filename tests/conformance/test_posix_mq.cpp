#include "conformance/posix_mq/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <mqueue.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::posix_mq_tests;

namespace {

// A name that nobody else uses while this test runs.
std::string own_name(std::string_view what) {
    return fmt::format("/ipcscope-test-{}-{}", getpid(), what);
}

bool exists(const std::string& name) {
    const mqd_t queue = mq_open(name.c_str(), O_RDONLY);
    if (queue != -1) mq_close(queue);
    return queue != -1;
}

// A queue of the test's own, gone at the end of the scope.
struct Queue {
    explicit Queue(const std::string& given, mode_t mode = 0600) : name(given) {
        mq_attr attr{};
        attr.mq_maxmsg = 4;
        attr.mq_msgsize = 64;
        descriptor = mq_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NONBLOCK, mode, &attr);
    }
    ~Queue() {
        mq_close(descriptor);
        mq_unlink(name.c_str());
    }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    std::string name;
    mqd_t descriptor = -1;
};

}  // namespace

class TestPosixMq : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }

    void sessions() {
        const auto problems = check_sessions("posix_mq");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void flowsFollowThePriority() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: q = posix_mq.open("q")
a: posix_mq.send(q, data: "low", priority: 1)
a: posix_mq.send(q, data: "high", priority: 2)
a: posix_mq.timedsend(q, data: "high, too", priority: 2)
b: r = posix_mq.open("q", access: O_RDONLY, flags: 0)
b: posix_mq.receive(r)                               # = 4 "high" priority=2
b: posix_mq.timedreceive(r)                          # = 9 "high, too" priority=2
b: posix_mq.receive(r)                               # = 3 "low" priority=1
b: posix_mq.receive(r) async                         # blocked
a: posix_mq.send(q, data: "")
b: await                                             # = 0 "" priority=0
)");
        const auto flows = fixture.flows("q");
        QCOMPARE(flows.size(), std::size_t{4});
        for (const auto& flow : flows) {
            QCOMPARE(flow.from.payload, flow.to.payload);
            QCOMPARE(flow.from.worker, std::string("a"));
            QCOMPARE(flow.to.worker, std::string("b"));
            QVERIFY(!flow.flow.guess);
        }
        QCOMPARE(fixture.level("q"), std::int64_t{0});
        QVERIFY(!fixture.object("r"));  // another way to the same one
    }

    void bytesAreBytes() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = posix_mq.open("q")
a: posix_mq.send(q, data: "a\x00\xff\n", priority: 32767)
a: posix_mq.receive(q)                               # = 4 "a\x00\xff\n" priority=32767
a: posix_mq.send(q, data: "x" * 8192)
a: posix_mq.receive(q)                               # = 8192
a: repeat 100
    posix_mq.send(q, data: "again", priority: 3)
    posix_mq.receive(q)
end
a: posix_mq.send(q, data: "stays")
)");
        QCOMPARE(fixture.flows("q").size(), std::size_t{102});
        QCOMPARE(fixture.level("q"), std::int64_t{1});
    }

    void aBlockedCallSaysWhatItWaitsFor() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b, c
a: q = posix_mq.open("q", maxmsg: 1, msgsize: 8)
b: s = posix_mq.open("q", flags: 0)
c: t = posix_mq.open("q", flags: 0)
c: posix_mq.timedreceive(t, size: 8, timeout: 60s) async  # blocked
)");
        WAITS_FOR(fixture, "c", "a message in q, at most 60s");
        RUN_OK(fixture, R"(a: posix_mq.send(q, data: "one")
c: await                                             # = "one"
c: posix_mq.receive(t, size: 8) async                # blocked
)");
        WAITS_FOR(fixture, "c", "a message in q");
        RUN_OK(fixture, R"(a: posix_mq.send(q, data: "two")
c: await                                             # = "two"
a: posix_mq.send(q, data: "full")
b: posix_mq.send(s, data: "x") async                 # blocked
c: posix_mq.timedsend(t, data: "y", timeout: 60s) async   # blocked
)");
        WAITS_FOR(fixture, "b", "a receiver of q to make room");
        WAITS_FOR(fixture, "c", "a receiver of q to make room, at most 60s");
    }

    void aForkedChildSharesTheDescriptor() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: parent
parent: q = posix_mq.open("q")
parent: child = process.fork()
child: posix_mq.setattr(q, flags: O_NONBLOCK)        # = previous=0
parent: posix_mq.receive(q)                          # EAGAIN
child: posix_mq.send(q, data: "to my parent")
child: posix_mq.close(q)
child: posix_mq.send(q, data: "x")                   # EBADF
parent: posix_mq.receive(q)                          # = "to my parent"
)");
        QCOMPARE(fixture.flows("q").size(), std::size_t{1});
    }

    // The handler that a notification runs is told who sent the message, and with which value.
    void aNotificationIsDeliveredOnce() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: q = posix_mq.open("q", flags: O_CREAT|O_NONBLOCK)
a: signal.action(SIGUSR1, disposition: handler)
a: posix_mq.notify(q, signal: SIGUSR1, value: -42)
b: s = posix_mq.open("q", flags: 0)
)");
        auto state = fixture.observe("q");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "notify").integer(), std::int64_t{SIGEV_SIGNAL});
        QCOMPARE(field(*state, "signal").integer(), std::int64_t{SIGUSR1});
        QCOMPARE(field(*state, "notify_pid").integer(), std::int64_t{fixture.worker("a")->pid});
        RUN_OK(fixture, R"(b: posix_mq.send(s, data: "one")
b: posix_mq.send(s, data: "two")
)");
        QVERIFY(fixture.wait_for_event({.operation = "signal.delivered", .worker = "a"}));
        RUN_OK(fixture, R"(a: posix_mq.receive(q)                     # = "one"
a: posix_mq.receive(q)                               # = "two"
b: posix_mq.send(s, data: "three")
)");
        const auto delivered = fixture.event({.operation = "signal.delivered"});
        QCOMPARE(delivered.result("value").integer(), std::int64_t{-42});
        QCOMPARE(delivered.result("code").bytes(), std::string("SI_MESGQ"));
        QCOMPARE(delivered.result("pid").integer(), std::int64_t{fixture.worker("b")->pid});
        state = fixture.observe("q");
        QVERIFY(state);
        QCOMPARE(field(*state, "notify").integer(), std::int64_t{-1});
        QCOMPARE(field(*state, "notify_pid").integer(), std::int64_t{0});
    }

    void observedWithoutDisturbing() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = posix_mq.open("q", mode: 0640, maxmsg: 5, msgsize: 100)
a: posix_mq.send(q, data: "first", priority: 4)
a: posix_mq.send(q, data: "second")
)");
        const auto before = fixture.observe("q");
        QVERIFY2(before, before ? "" : before.error().text().c_str());
        QCOMPARE(field(*before, "messages").integer(), std::int64_t{2});
        QCOMPARE(field(*before, "bytes").integer(), std::int64_t{11});
        QCOMPARE(field(*before, "capacity").integer(), std::int64_t{500});
        QCOMPARE(field(*before, "maxmsg").integer(), std::int64_t{5});
        QCOMPARE(field(*before, "msgsize").integer(), std::int64_t{100});
        QCOMPARE(field(*before, "mode").integer(), std::int64_t{0640});
        QCOMPARE(field(*before, "flags").integer(), std::int64_t{0});
        QCOMPARE(field(*before, "notify").integer(), std::int64_t{-1});
        QCOMPARE(field(*before, "uid").integer(), std::int64_t{geteuid()});
        const auto after = fixture.observe("q");
        QVERIFY(after);
        QVERIFY(*before == *after);
    }

    void whatWaitsIsShownInTheOrderOfReceiving() {
        RunFixture fixture;
        const auto contents = [&fixture] {
            std::string out;
            const auto state = fixture.observe("q");
            const auto* list = state ? field(*state, "contents").as<List>() : nullptr;
            if (!list) return std::string("unknown");
            for (const auto& one : *list)
                if (const auto* message = one.as<Fields>())
                    out += fmt::format("{}:{} ", field(*message, "priority").integer(),
                                       field(*message, "data").bytes());
            return out;
        };
        RUN_OK(fixture, R"(workers: a
a: q = posix_mq.open("q")
a: posix_mq.send(q, data: "low")
a: posix_mq.send(q, data: "high", priority: 9)
a: posix_mq.send(q, data: "middle", priority: 4)
a: posix_mq.send(q, data: "high, too", priority: 9)
)");
        QCOMPARE(contents(), std::string("9:high 9:high, too 4:middle 0:low "));
        RUN_OK(fixture, "a: posix_mq.receive(q)   # = \"high\"\n");
        QCOMPARE(contents(), std::string("9:high, too 4:middle 0:low "));
        RUN_OK(fixture, "a: posix_mq.receive(q)\na: posix_mq.receive(q)\na: posix_mq.receive(q)\n");
        QCOMPARE(contents(), std::string());
    }

    // Messages of other programs: counted when the queue is opened, and never joined to a later send.
    void whatWasInTheQueueBefore() {
        const Queue before(own_name("filled"));
        QCOMPARE(mq_send(before.descriptor, "old", 3, 0), 0);
        QCOMPARE(mq_send(before.descriptor, "older", 5, 0), 0);
        RunFixture fixture;
        RUN_OK(fixture, fmt::format(R"(workers: a
a: q = posix_mq.open("{}", flags: O_NONBLOCK)
)",
                                    before.name));
        QCOMPARE(fixture.level("q"), std::int64_t{2});
        RUN_OK(fixture, R"(a: posix_mq.receive(q)                     # = "old"
a: posix_mq.send(q, data: "new")
)");
        QCOMPARE(fixture.level("q"), std::int64_t{2});
        QCOMPARE(fixture.flows("q").size(), std::size_t{0});
        RUN_OK(fixture, R"(a: posix_mq.receive(q)                     # = "older"
a: posix_mq.receive(q)                               # = "new"
)");
        QCOMPARE(fixture.level("q"), std::int64_t{0});
        const auto flows = fixture.flows("q");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.payload, std::string("new"));
        QCOMPARE(flows[0].to.payload, std::string("new"));
    }

    void observedThroughASender() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = posix_mq.open("q", access: O_WRONLY, maxmsg: 1, msgsize: 10)
a: posix_mq.send(q, data: "1234567890")
a: posix_mq.send(q, data: "x") async                 # blocked
)");
        const auto state = fixture.observe("q");  // its owner is asleep in a call
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "bytes").integer(), std::int64_t{10});
        QCOMPARE(field(*state, "messages").integer(), std::int64_t{1});
    }

    void nothingIsLeft() {
        const auto name = own_name("left");
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: p = posix_mq.open(\"{}\")\n"
                                        "a: posix_mq.send(p, data: \"x\")\n",
                                        name));
            QVERIFY(exists(name));
        }
        QVERIFY(!exists(name));
    }

    void whatWasThereStays() {
        const Queue before(own_name("before"));
        QVERIFY(before.descriptor != -1);
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: q = posix_mq.open(\"{}\")\n", before.name));
        }
        QVERIFY(exists(before.name));
    }

    // What has the name at the end is another queue than the one that was made.
    void onlyTheSameQueueIsRemoved() {
        const auto name = own_name("again");
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: q = posix_mq.open(\"{}\")\n", name));
            QCOMPARE(mq_unlink(name.c_str()), 0);
            mq_close(mq_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600, nullptr));
        }
        const bool stays = exists(name);
        mq_unlink(name.c_str());
        QVERIFY(stays);
    }

    void aNameWithoutASlashIsPrivate() {
        RunFixture fixture;
        RUN_OK(fixture, "workers: a\na: q = posix_mq.open(\"q\", flags: O_CREAT|O_EXCL)\n");
        const auto& run = fixture.directory();
        QVERIFY(exists(fmt::format("/ipcscope-{}-q", run.substr(run.rfind('-') + 1))));
        QVERIFY(!exists("/q"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestPosixMq>(), errors());
}
#include "test_posix_mq.moc"
