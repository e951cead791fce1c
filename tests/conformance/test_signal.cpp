// Signals on real workers: what is sent, coalesced, queued, delivered, waited for, refused.
#include "base/signals.h"
#include "helpers/run_fixture.h"

#include <signal.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr const char* two_workers = "workers: receiver, sender\n";

std::vector<Recorded> deliveries(const RunFixture& run, int number) {
    std::vector<Recorded> found;
    for (auto& event : run.events({.operation = "signal.delivered"}))
        if (event.event.ret == number) found.push_back(std::move(event));
    return found;
}

}  // namespace

class TestSignal : public QObject {
    Q_OBJECT
private slots:
    void sessionsGoAsWritten() {
        const auto problems = check_sessions("signal");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void freshWorkerHasDefaults() {
        RunFixture run;
        std::string text = "workers: fresh\nfresh: signal.mask(SIG_BLOCK, set: [])  # = previous=[]\n";
        for (const auto& [name, number] : signal_names())
            text += std::string("fresh: signal.get_action(") + name + ")  # = disposition=SIG_DFL mask=[]\n";
        RUN_OK(run, text);
    }

    void handlerKnowsSenderOriginAndValue() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
receiver: signal.action(SIGUSR1)
receiver: signal.action(SIGUSR2)
receiver: signal.action(SIGRTMIN+2)
)");
        // One by one: of several that are pending at once, the last one's handler runs first.
        const char* const sent[] = {
            "sender: signal.kill(receiver, signal: SIGUSR1)\n",
            "sender: signal.queue(receiver, signal: SIGRTMIN+2, value: -2147483648)\n",
            "sender: signal.tgkill(receiver, signal: SIGUSR2)\n"};
        for (std::size_t i = 0; i < 3; ++i) {
            RUN_OK(run, sent[i]);
            QVERIFY(run.wait_for_event({.operation = "signal.delivered", .worker = "receiver"}, i + 1));
        }
        const auto all = run.events({.operation = "signal.delivered", .worker = "receiver"});
        const char* const codes[] = {"SI_USER", "SI_QUEUE", "SI_TKILL"};
        const int numbers[] = {SIGUSR1, SIGRTMIN + 2, SIGUSR2};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(all[i].event.phase, Phase::instant);
            QCOMPARE(all[i].event.ret, std::int64_t{numbers[i]});
            QCOMPARE(all[i].result("signal").integer(), std::int64_t{numbers[i]});
            QCOMPARE(all[i].result("pid").integer(), std::int64_t{run.worker("sender")->pid});
            QCOMPARE(all[i].result("uid").integer(-1), std::int64_t{getuid()});
            QCOMPARE(all[i].result("code").bytes(), std::string(codes[i]));
        }
        QVERIFY(all[0].result("value").empty());
        QCOMPARE(all[1].result("value").integer(), std::int64_t{-2147483648LL});
    }

    void withoutInfoOnlyTheNumber() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
receiver: signal.action(SIGUSR1, flags: 0)
sender: signal.kill(receiver, signal: SIGUSR1)
)");
        QVERIFY(run.wait_for_event({.operation = "signal.delivered"}));
        const auto event = run.event({.operation = "signal.delivered"});
        QCOMPARE(event.results.size(), std::size_t{1});
        QCOMPARE(event.result("signal").integer(), std::int64_t{SIGUSR1});
    }

    void standardCoalesceRealTimeQueue() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
receiver: signal.action(SIGUSR1)
receiver: signal.action(SIGRTMIN)
receiver: signal.mask(SIG_BLOCK, set: [SIGUSR1, SIGRTMIN])
sender: signal.queue(receiver, signal: SIGRTMIN, value: 1)
sender: signal.kill(receiver, signal: SIGUSR1)
sender: signal.queue(receiver, signal: SIGRTMIN, value: 2)
sender: signal.kill(receiver, signal: SIGUSR1)
sender: signal.queue(receiver, signal: SIGRTMIN, value: 3)
sender: signal.kill(receiver, signal: SIGUSR1)
receiver: signal.pending()                         # = pending=[SIGUSR1, SIGRTMIN]
receiver: signal.mask(SIG_SETMASK, set: [])        # = previous=[SIGUSR1, SIGRTMIN]
receiver: signal.pending()                         # = pending=[]
)");
        QVERIFY(run.wait_for_event({.operation = "signal.delivered"}, 4));
        QCOMPARE(deliveries(run, SIGUSR1).size(), std::size_t{1});
        const auto queued = deliveries(run, SIGRTMIN);
        QCOMPARE(queued.size(), std::size_t{3});
        std::vector<std::int64_t> values;
        for (const auto& event : queued)
            values.push_back(event.result("value").integer());
        QCOMPARE(values, (std::vector<std::int64_t>{1, 2, 3}));
        // All three standard sends lead to the one delivery, which says so.
        int merged = 0;
        for (const auto& flow : run.flows())
            if (flow.to.event.ret == SIGUSR1 && flow.flow.merged == 2) ++merged;
        QCOMPARE(merged, 3);
    }

    void queuedOnesAreTakenInOrder() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
receiver: signal.mask(SIG_BLOCK, set: [SIGRTMIN, SIGRTMAX])
sender: signal.queue(receiver, signal: SIGRTMAX, value: 9)
sender: signal.queue(receiver, signal: SIGRTMIN, value: 1)
sender: signal.queue(receiver, signal: SIGRTMIN, value: 2)
receiver: signal.wait_info([SIGRTMIN, SIGRTMAX])   # = signal=SIGRTMIN value=1
receiver: signal.wait_info([SIGRTMIN, SIGRTMAX])   # = signal=SIGRTMIN value=2
receiver: signal.wait_info([SIGRTMIN, SIGRTMAX])   # = signal=SIGRTMAX value=9
)");
        const auto flows = run.flows();
        QCOMPARE(flows.size(), std::size_t{3});
        for (const auto& flow : flows) {
            QCOMPARE(flow.from.operation, std::string("signal.queue"));
            QCOMPARE(flow.to.operation, std::string("signal.wait_info"));
            QCOMPARE(flow.to.worker, std::string("receiver"));
        }
        QCOMPARE(flows[0].from.line, 5);  // the first SIGRTMIN
    }

    void forkInheritsMaskAndDispositionsButNothingPending() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: signal.action(SIGUSR1, flags: SA_RESTART|SA_SIGINFO|SA_NODEFER, mask: [SIGUSR2, SIGRTMIN])
parent: signal.action(SIGUSR2, disposition: SIG_IGN)      # = previous=SIG_DFL previous_mask=[]
parent: signal.mask(SIG_BLOCK, set: [SIGTERM])
parent: signal.kill(parent, signal: SIGTERM)
parent: child = process.fork()
child: signal.get_action(SIGUSR1)  # = disposition=handler flags=SA_RESTART|SA_SIGINFO|SA_NODEFER mask=[SIGUSR2, SIGRTMIN]
child: signal.get_action(SIGUSR2)  # = disposition=SIG_IGN
child: signal.mask(SIG_UNBLOCK, set: [])                  # = previous=[SIGTERM]
child: signal.pending()                                   # = pending=[]
parent: signal.pending()                                  # = pending=[SIGTERM]
parent: signal.kill(child, signal: SIGUSR1)
)");
        QVERIFY(run.wait_for_event({.operation = "signal.delivered", .worker = "child"}));
    }

    void childSignalSaysWhatHappened() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: signal.mask(SIG_BLOCK, set: [SIGCHLD])
parent: child = process.fork()
child: process.exit(status: 7)
parent: signal.wait_info([SIGCHLD])                # = signal=SIGCHLD status=7 code="CLD_EXITED"
)");
        const auto taken = run.event({.operation = "signal.wait_info", .phase = Phase::leave});
        QCOMPARE(taken.result("pid").integer(), std::int64_t{run.worker("child")->pid});
    }

    void noWaitLeavesNothingToWaitFor() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: signal.action(SIGCHLD, disposition: SIG_IGN)
parent: child = process.fork()
child: process.exit()
parent: process.wait(child)                        # ECHILD
)");
    }

    void flagsAndMaskAreKept() {
        RunFixture run;
        std::string text = "workers: one\n";
        for (const char* flags : {"SA_RESETHAND", "SA_NODEFER", "SA_RESTART", "SA_NOCLDSTOP|SA_NOCLDWAIT",
                                  "SA_RESTART|SA_SIGINFO|SA_RESETHAND|SA_NODEFER"}) {
            text += std::string("one: signal.action(SIGUSR1, flags: ") + flags + ", mask: [SIGRTMAX])\n";
            text += std::string("one: signal.get_action(SIGUSR1)  # = disposition=handler flags=") + flags +
                    " mask=[SIGRTMAX]\n";
        }
        RUN_OK(run, text);
    }

    void senderWithoutRoomIsNotMadeUp() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
receiver: signal.set_limit(queued: 0)
receiver: signal.mask(SIG_BLOCK, set: [SIGRTMIN])
sender: signal.kill(receiver, signal: SIGRTMIN)
receiver: signal.wait_info([SIGRTMIN])             # = signal=SIGRTMIN
)");
        const auto taken = run.event({.operation = "signal.wait_info", .phase = Phase::leave});
        QVERIFY(taken.result("pid").empty());
    }

    void alarmComesFromTheKernel() {
        RunFixture run;
        RUN_OK(run, R"(workers: one
one: signal.mask(SIG_BLOCK, set: [SIGALRM])
one: signal.alarm(seconds: 100)                    # = 0
one: signal.alarm(seconds: 1)                      # = 100
one: signal.wait_info([SIGALRM])                   # = signal=SIGALRM code="SI_KERNEL"
one: signal.alarm(seconds: 0)                      # = 0
)");
        const auto taken = run.event({.operation = "signal.wait_info", .phase = Phase::leave});
        QVERIFY(taken.result("pid").empty());  // the kernel has none
    }

    void waitsAreInterrupted() {
        RunFixture run;
        RUN_OK(run, R"(workers: one
one: signal.timed_wait([SIGUSR1], timeout: 60s) async     # blocked
one: interrupt
one: await                                                # EINTR
one: signal.suspend([SIGUSR1]) async                      # blocked
one: interrupt
one: await                                                # EINTR
one: signal.pause() async                                 # blocked
one: interrupt
one: await                                                # EINTR
one: signal.timed_wait([SIGUSR1], timeout: 1ms)           # EAGAIN
)");
    }

    void refusals() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: child = process.fork()
parent: signal.probe(child)                        # = 0
parent: signal.tgkill(child, signal: SIGUSR1, thread: -1)   # EINVAL
parent: signal.tgkill(child, signal: SIGUSR1, thread: 1)    # ESRCH
child: process.exit()
parent: signal.probe(child)                        # = 0
parent: process.wait(child)                        # = status=0
parent: signal.probe(child)                        # ESRCH
parent: signal.kill(child)                         # ESRCH
parent: signal.queue(child)                        # ESRCH
parent: signal.set_limit(queued: 9223372036854775807)   # EINVAL
)");
    }

    void errnosAreDocumented() {
        const auto gaps = errno_gaps("signal");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSignal)
#include "test_signal.moc"
