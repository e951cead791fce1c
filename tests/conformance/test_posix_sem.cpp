#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <semaphore.h>

#include <sys/resource.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

std::string own_name(const char* what) {
    return fmt::format("/ipcscope-test-{}-{}", getpid(), what);
}

std::string file_of(const std::string& name) {
    return "/dev/shm/sem." + name.substr(1);
}

const Fields& first(const Fields& state) {
    static const Fields none;
    const auto* list = field(state, "semaphore").as<List>();
    const auto* one = list && list->size() == 1 ? (*list)[0].as<Fields>() : nullptr;
    return one ? *one : none;
}

}  // namespace

class TestPosixSem : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("posix_sem");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void levelsFollowTheValue() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = posix_sem.map()
a: s = posix_sem.init(m, offset: 128, value: 3)
a: posix_sem.wait(s)
a: posix_sem.post(s)
a: posix_sem.post(s)
a: repeat 1000
    posix_sem.wait(s)
    posix_sem.post(s)
end
a: posix_sem.timedwait(s)
)");
        QCOMPARE(fixture.level("s"), std::int64_t{3});
        // What others do to it is seen with the next look at the value.
        RUN_OK(fixture, "a: t = posix_sem.at(m, offset: 128)\na: posix_sem.getvalue(t)   # = value=3\n");
        QVERIFY(!fixture.object("t"));  // another handle of "s"
    }

    void aPostWakes() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = posix_sem.map()
a: s = posix_sem.init(m, value: 0)
a: b = process.fork()
b: posix_sem.wait(s) async              # blocked
)");
        WAITS_FOR(fixture, "b", "a post to s");
        QVERIFY(!fixture.worker("b")->uninterruptible);
        RUN_OK(fixture, "a: posix_sem.post(s)\nb: await   # = 0\n");
        const auto flows = fixture.flows("s");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.operation, std::string("posix_sem.post"));
        QCOMPARE(flows[0].to.worker, std::string("b"));
        QCOMPARE(fixture.level("s"), std::int64_t{0});
    }

    // The same semaphore under two handles and in two processes, whose mappings lie anywhere.
    void nameAndMappingMeanOneObject() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: s = posix_sem.open("meet", value: 0)
b: t = posix_sem.open("meet", flags: 0)
b: again = posix_sem.open("meet", flags: 0)
a: posix_sem.unlink("meet")
a: other = posix_sem.open("meet", value: 0)
a: posix_sem.unlink("meet")
)");
        const auto state = fixture.state();
        std::size_t objects = 0;
        for (const auto& [id, object] : state->objects)
            objects += object.mechanism->id == std::string_view("posix_sem") ? 1 : 0;
        QCOMPARE(objects, std::size_t{2});
        QVERIFY(!fixture.object("t"));  // another handle of "s"
    }

    void observedWithWaiters() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = posix_sem.map(size: 8192)
a: s = posix_sem.init(m, offset: 64, value: 0)
a: b = process.fork()
a: c = process.fork()
b: posix_sem.wait(s) async                           # blocked
c: posix_sem.timedwait(s, timeout: 60s) async        # blocked
)");
        const auto state = fixture.observe("s");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(first(*state), "value").integer(), std::int64_t{0});
        QCOMPARE(field(first(*state), "waiters").integer(), std::int64_t{2});
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{1});
        const auto memory = fixture.observe("m");
        QVERIFY2(memory, memory ? "" : memory.error().text().c_str());
        QCOMPARE(field(*memory, "size").integer(), std::int64_t{8192});
        QCOMPARE(field(*memory, "content").bytes().size(), std::size_t{4096});
    }

    // All that have it open are blocked: it is read in one of them, from outside.
    void observedThoughAllAreBlocked() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = posix_sem.open("all", value: 0)
a: posix_sem.unlink("all")
a: posix_sem.wait(s) async                           # blocked
)");
        const auto state = fixture.observe("s");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(first(*state), "waiters").integer(), std::int64_t{1});
    }

    void notSharedIsSeen() {
        RunFixture fixture;
        RUN_OK(fixture,
               "workers: a\na: m = posix_sem.map()\na: s = posix_sem.init(m, value: 7, pshared: false)\n");
        const auto state = fixture.observe("s");
        QVERIFY(state);
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{0});
        QCOMPARE(field(first(*state), "value").integer(), std::int64_t{7});
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: posix_sem.open("none", flags: 0)                              # ENOENT
a: posix_sem.open("/")                                           # EINVAL
a: posix_sem.open("/a/b")                                        # EINVAL
a: posix_sem.open("much", value: 2147483648)                     # EINVAL
a: s = posix_sem.open("one", flags: O_CREAT|O_EXCL, value: 0)
b: posix_sem.open("one", flags: O_CREAT|O_EXCL)                  # EEXIST
b: posix_sem.open("one", flags: O_EXCL)
a: posix_sem.trywait(s)                                          # EAGAIN
a: posix_sem.timedwait(s, timeout: 0s)                           # ETIMEDOUT
a: posix_sem.clockwait(s, timeout: 1ms)                          # ETIMEDOUT
a: posix_sem.clockwait(s, timeout: 1ms, clock: CLOCK_REALTIME)   # ETIMEDOUT
a: posix_sem.clockwait(s, timeout: 1ms, clock: CLOCK_BOOTTIME)   # EINVAL
a: posix_sem.wait(s) async                                       # blocked
a: interrupt
a: await                                                         # EINTR
a: posix_sem.timedwait(s, timeout: 60s) async                    # blocked
a: interrupt
a: await                                                         # EINTR
a: posix_sem.clockwait(s, timeout: 60s) async                    # blocked
a: interrupt
a: await                                                         # EINTR
a: posix_sem.close(s)
a: posix_sem.close(s)                                            # EINVAL
a: posix_sem.unlink("one")
a: posix_sem.unlink("one")                                       # ENOENT
a: m = posix_sem.map()
a: posix_sem.init(m, value: 2147483648)                          # EINVAL
a: u = posix_sem.init(m, value: SEM_VALUE_MAX)
a: posix_sem.post(u)                                             # EOVERFLOW
a: posix_sem.close(u)                                            # EINVAL
a: posix_sem.map(size: 0)                                        # EINVAL
a: posix_sem.map(size: 4611686018427387904)                      # ENOMEM
)");
    }

    void namesThatAreTooLong() {
        RunFixture fixture;
        RUN_OK(fixture, fmt::format(R"(workers: a
a: posix_sem.open("/{0}")                                        # ENAMETOOLONG
a: posix_sem.unlink("/{0}")                                      # ENAMETOOLONG
)",
                                    std::string(252, 'n')));
    }

    void descriptorsAreUsedUp() {
        const auto problem = in_thread([] {
            RunFixture fixture;
            if (auto why = fixture.check("workers: a\n"); !why.empty()) return why;
            rlimit none{3, 3};
            prlimit(fixture.worker("a")->pid, RLIMIT_NOFILE, &none, nullptr);
            return fixture.check("a: posix_sem.open(\"x\")   # EMFILE\n");
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    // Without CAP_DAC_OVERRIDE the permission bits count for root too.
    void withoutPermission() {
        if (geteuid() != 0) QSKIP("only root can make a semaphore of another user");
        const auto name = own_name("foreign");
        in_thread([&] {
            if (become_user(65534)) sem_close(sem_open(name.c_str(), O_CREAT, 0600, 1));
            return std::string();
        });
        QVERIFY(std::filesystem::exists(file_of(name)));
        const auto problem = in_thread([&] {
            drop_capabilities({CAP_DAC_OVERRIDE});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: posix_sem.open("{0}", flags: 0)                               # EACCES
)",
                                             name));
        });
        const bool stays = std::filesystem::exists(file_of(name));
        sem_unlink(name.c_str());
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(stays);
    }

    void whatCannotBeIsRefused_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* line, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(words);
        };
        row("behind the end", "a: posix_sem.init(m, offset: 4072)",
            "it does not fit into the mapping's 4096");
        row("far behind the end", "a: posix_sem.init(m, offset: 9223372036854775807)", "it does not fit");
        row("not aligned", "a: posix_sem.at(m, offset: 12)", "must lie at a multiple of 8, which 12 is not");
        row("unmapped", "a: posix_sem.unmap(m)\na: posix_sem.post(s)",
            "the memory that it lies in is not mapped any more");
        row("in an unmapped one", "a: posix_sem.unmap(m)\na: posix_sem.init(m)", "is not mapped");
        row("unmapped twice", "a: posix_sem.unmap(m)\na: posix_sem.unmap(m)", "is not mapped");
        row("closed", "a: n = posix_sem.open(\"n\")\na: posix_sem.close(n)\na: posix_sem.wait(n)",
            "this process does not have it, or has closed it");
        row("another's", "workers: b\nb: posix_sem.post(s)", "this process does not have that");
        row("another's mapping", "workers: b\nb: posix_sem.at(m)", "this process does not have that");
        row("opened after the fork",
            "a: c = process.fork()\na: n = posix_sem.open(\"n\")\nc: posix_sem.post(n)",
            "this process does not have that");
        row("not a semaphore's memory", "a: posix_sem.init(s)",
            "'s.semaphore' is a posix_sem.unnamed; needed is any shared mapping");
    }
    void whatCannotBeIsRefused() {
        QFETCH(QString, line);
        QFETCH(QString, words);
        RunFixture fixture;
        const auto problems = fixture.check("workers: a\na: m = posix_sem.map()\na: s = posix_sem.init(m)\n" +
                                            line.toStdString() + "\n");
        QVERIFY2(QString::fromStdString(problems).contains(words), problems.c_str());
        QVERIFY(!has_ended_by_signal(fixture, "a"));
    }

    // Closing one of two handles leaves the other one usable, and a handle is closed only once.
    void openedTwice() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = posix_sem.open("twice", value: 1)
a: t = posix_sem.open("twice", flags: 0)
a: posix_sem.close(s)
a: posix_sem.close(s)                                            # EINVAL
a: posix_sem.wait(t)                                             # = 0
a: posix_sem.close(t)
a: posix_sem.unlink("twice")
)");
    }

    void anotherFileIsNoSemaphore() {
        const auto name = own_name("short");
        std::ofstream(file_of(name)) << "x";
        RunFixture fixture;
        const auto problems =
            fixture.check(fmt::format("workers: a\na: posix_sem.open(\"{}\", flags: 0)\n", name));
        std::filesystem::remove(file_of(name));
        QVERIFY2(problems.find("is not the file of a semaphore") != std::string::npos, problems.c_str());
    }

    void killedWhileItWaited() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = posix_sem.map()
a: s = posix_sem.init(m, value: 0)
a: b = process.fork()
b: posix_sem.wait(s) async                                       # blocked
b: kill                                                          # killed SIGKILL
a: posix_sem.post(s)
a: posix_sem.getvalue(s)                                         # = value=1
)");
        // glibc goes on counting it, which is told.
        const auto state = fixture.observe("s");
        QVERIFY(state);
        QCOMPARE(field(first(*state), "waiters").integer(), std::int64_t{1});
    }

    void nothingIsLeft() {
        const auto name = own_name("left");
        std::vector<std::string> files;
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format(R"(workers: a, b
a: s = posix_sem.open("{}", flags: O_CREAT|O_EXCL)
a: t = posix_sem.open("private", value: 0)
b: posix_sem.open("private", value: 0)
a: posix_sem.wait(t) async                                       # blocked
)",
                                        name));
            for (const auto& entry : std::filesystem::directory_iterator("/dev/shm"))
                if (entry.path().string().ends_with("-private") || entry.path() == file_of(name))
                    files.push_back(entry.path());
            QVERIFY(std::find(files.begin(), files.end(), file_of(name)) != files.end());
            QVERIFY(files.size() >= 2);
        }
        QVERIFY(!std::filesystem::exists(file_of(name)));
    }

    // What was there before is nobody's to remove.
    void foreignSemaphoresStay() {
        const auto name = own_name("stays");
        auto* ours = sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, 4);
        QVERIFY(ours != SEM_FAILED);
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: s = posix_sem.open(\"{}\", value: 9)\n"
                                        "a: posix_sem.getvalue(s)   # = value=4\n",
                                        name));
            QCOMPARE(fixture.level("s"), std::int64_t{4});
        }
        const bool stays = std::filesystem::exists(file_of(name));
        sem_unlink(name.c_str());
        sem_close(ours);
        QVERIFY(stays);
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("posix_sem");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }

private:
    static bool has_ended_by_signal(const RunFixture& fixture, const std::string& name) {
        return fixture.worker(name)->status == WorkerStatus::killed;
    }
};

QTEST_GUILESS_MAIN(TestPosixSem)
#include "test_posix_sem.moc"
