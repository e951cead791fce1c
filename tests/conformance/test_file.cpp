#include "conformance/file/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <QtTest>

#include <fmt/format.h>
#include <fstream>

#include <sys/inotify.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::file_tests;

namespace {

const Fields& row(const Value& list, std::size_t index) {
    static const Fields none;
    const auto* all = list.as<List>();
    const auto* one = all && index < all->size() ? (*all)[index].as<Fields>() : nullptr;
    return one ? *one : none;
}

}  // namespace

class TestFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(workers_lack(CAP_DAC_OVERRIDE) && workers_lack(CAP_DAC_READ_SEARCH)); }
    void sessions();
    void aReadComesFromTheLastWrite();
    void anAppendIsWhereItSays();
    void aSharedPositionIsNotGuessed();
    void memoryAndFileAreOne();
    void privateMemoryReachesNobody();
    void theSizeIsALevel();
    void unlockingWakesTheWaiter();
    void onlyGivingUpWakes();
    void waitsAreNamed();
    void stateShowsContentsAndLocks();
    void lookingCostsNoLock();
    void stateThroughAMapping();
    void stateOfInotify();
    void overflowIsTold();
};

void TestFile::sessions() {
    const auto problems = check_sessions("file");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestFile::aReadComesFromTheLastWrite() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f")
b: g = file.open("f")
a: file.write(f, data: "0123456789")       # = 10 offset=0
b: file.pwrite(g, data: "xx", offset: 4)   # = 2 offset=4
b: file.read(g, size: 5)                   # = 5 "0123x"
b: file.read(g, size: 100)                 # = 5 "x6789"
b: file.pread(g, size: 2, offset: 8)       # = 2 "89"
)");
    std::string lines;
    for (const auto& joined : run.flows("f"))
        lines += fmt::format("{}>{}:{} ", joined.from.line, joined.to.line, joined.flow.bytes);
    QCOMPARE(lines, std::string("4>6:4 5>6:1 5>7:1 4>7:4 4>8:2 "));
}

void TestFile::anAppendIsWhereItSays() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", flags: O_CREAT|O_APPEND)
b: g = file.open("f", flags: O_CREAT|O_APPEND)
a: file.write(f, data: "one")              # = 3 offset=0
b: file.write(g, data: "two")              # = 3 offset=3
a: file.write(f, data: "three")            # = 5 offset=6
b: file.pread(g, size: 4, offset: 5)       # = 4 "othr"
)");
    const auto flows = run.flows("f");
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.line, 5);
    QCOMPARE(flows[1].from.line, 6);
}

// Parent and child write through one open file: what is not certain is not claimed.
void TestFile::aSharedPositionIsNotGuessed() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: f = file.open("f", access: O_RDWR)
a: b = process.fork()
a: repeat 300 async
    file.write(f, data: "a")
end
b: repeat 300
    file.write(f, data: "b")
end
a: await
a: file.stat(f)                            # = size=600
)");
    for (const auto& event : run.events({.operation = "file.write", .phase = Phase::leave})) {
        const auto offset = event.result("offset");
        if (!offset.empty()) QVERIFY(offset.integer() >= 0 && offset.integer() < 600);
    }
}

void TestFile::memoryAndFileAreOne() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", access: O_RDWR)
a: file.truncate(f, length: 8192)
a: m = file.map(f, size: 4096, offset: 4096)
b: g = file.open("f")
a: file.memory_write(m, offset: 4, data: "mapped")   # = 6
b: file.pread(g, size: 6, offset: 4100)              # = 6 "mapped"
b: file.pwrite(g, data: "by file", offset: 4200)     # = 7
a: file.memory_read(m, offset: 104, size: 7)         # = 7 "by file"
)");
    const auto flows = run.flows("f");
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.operation, std::string("file.memory_write"));
    QCOMPARE(flows[0].to.operation, std::string("file.pread"));
    QCOMPARE(flows[1].to.operation, std::string("file.memory_read"));
    // Descriptors and mappings of one file are one object.
    std::size_t files = 0;
    const auto state = run.state();
    for (const auto& [id, object] : state->objects)
        files += std::string_view(object.spec->id) == "file" ? 1u : 0u;
    QCOMPARE(files, std::size_t{1});
}

void TestFile::privateMemoryReachesNobody() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", access: O_RDWR)
a: file.write(f, data: "public")                     # = 6
a: m = file.map(f, size: 6, sharing: MAP_PRIVATE)
b: g = file.open("f")
a: file.memory_write(m, data: "secret")              # = 6
b: file.read(g, size: 6)                             # = 6 "public"
)");
    const auto flows = run.flows("f");
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].from.operation, std::string("file.write"));
}

void TestFile::theSizeIsALevel() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: f = file.open("f")
a: file.write(f, data: "x", size: 1000)
a: file.truncate(f, length: 300)
)");
    QCOMPARE(run.level("f"), std::int64_t{300});
    RUN_OK(run, "a: file.truncate(f, length: 70000)\na: g = file.open(\"f\", flags: O_TRUNC)\n");
    QCOMPARE(run.level("f"), std::int64_t{0});
}

void TestFile::unlockingWakesTheWaiter() {
    for (const std::string kind : {"flock", "F_SETLK", "F_OFD_SETLK"}) {
        const bool whole = kind == "flock";
        const auto take = whole ? std::string("flock(f)") : "lock(f, command: " + kind + "W, length: 5)";
        const auto wait = whole ? std::string("flock(g)") : "lock(g, command: " + kind + "W, start: 4)";
        const auto give = whole ? std::string("flock(f, operation: LOCK_UN)")
                                : "lock(f, command: " + kind + ", type: F_UNLCK)";
        RunFixture run;
        RUN_OK(run, fmt::format(R"(workers: a, b
a: f = file.open("f")
b: g = file.open("f")
a: file.{}       # = 0
b: file.{} async # blocked
a: file.{}       # = 0
b: await         # = 0
)",
                                take, wait, give));
        const auto flows = run.flows("f");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.line, 6);
        QCOMPARE(flows[0].to.worker, std::string("b"));
    }
}

// Who takes a lock while another one waits wakes nobody; closing does, if there was a lock to give up.
void TestFile::onlyGivingUpWakes() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b, c
a: f = file.open("f")
a: file.lock(f, command: F_SETLK, start: 0, length: 1)         # = 0
b: g = file.open("f")
c: h = file.open("f")
c: i = file.open("f")
b: file.lock(g, command: F_SETLKW, start: 0, length: 1) async  # blocked
c: file.lock(h, command: F_SETLK, start: 10, length: 1)        # = 0
c: file.flock(h)                                               # = 0
a: file.close(f)                                               # = 0
b: await                                                       # = 0
)");
    const auto flows = run.flows("f");
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].from.operation, std::string("file.close"));
    QVERIFY(!flows[0].flow.guess);
}

void TestFile::waitsAreNamed() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b, c, d, e, n
a: f = file.open("f")
a: file.flock(f)                                                        # = 0
a: file.lock(f, command: F_SETLK)                                       # = 0
b: g = file.open("f")
b: file.flock(g, operation: LOCK_SH) async                              # blocked
c: h = file.open("f")
c: file.lock(h, type: F_RDLCK, start: 7) async                          # blocked
d: i = file.open("f")
d: file.lock(i, start: 3, length: 10) async                             # blocked
e: j = file.open("f")
e: file.lock(j, command: F_OFD_SETLKW, start: 2, length: 1, whence: SEEK_END) async   # blocked
n: k = file.inotify_init()
n: file.add_watch(k, path: ".")                                         # = 1
n: file.read_events(k) async                                            # blocked
)");
    WAITS_FOR(run, "b", "a shared lock on f");
    WAITS_FOR(run, "c", "F_RDLCK on f from byte 7 to the end");
    WAITS_FOR(run, "d", "F_WRLCK on f from byte 3, length 10");
    WAITS_FOR(run, "e", "F_WRLCK on f from byte 2 (SEEK_END), length 1");
    WAITS_FOR(run, "n", "something to happen to what k watches");
}

void TestFile::stateShowsContentsAndLocks() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", access: O_RDWR, mode: 0640)
a: file.write(f, data: "hello")                                # = 5
a: file.lock(f, command: F_SETLK, start: 10, length: 5)        # = 0
a: file.flock(f, operation: LOCK_SH)                           # = 0
b: g = file.open("f")
b: file.lock(g, command: F_SETLKW, start: 12) async            # blocked
)");
    const auto state = run.observe("f");
    QVERIFY2(state, state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "contents").bytes(), std::string("hello"));
    QCOMPARE(field(*state, "size").integer(), std::int64_t{5});
    QCOMPARE(field(*state, "links").integer(), std::int64_t{1});
    QCOMPARE(field(*state, "mode").integer() & 0700, std::int64_t{0600});
    QCOMPARE(field_text(*state, "note"), std::string("\"\""));
    const auto& locks = field(*state, "locks");
    QCOMPARE(length(locks), std::size_t{3});
    int waiting = 0, held = 0, whole = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& one = row(locks, i);
        if (field(one, "kind").bytes() == "FLOCK") {
            ++whole;
            QCOMPARE(field(one, "type").bytes(), std::string("READ"));
        } else if (field(one, "waits").integer()) {
            ++waiting;
            QCOMPARE(field(one, "pid").integer(), std::int64_t{run.worker("b")->pid});
            QCOMPARE(field(one, "end").integer(), INT64_MAX);
        } else {
            ++held;
            QCOMPARE(field(one, "pid").integer(), std::int64_t{run.worker("a")->pid});
            QCOMPARE(field(one, "start").integer(), std::int64_t{10});
            QCOMPARE(field(one, "end").integer(), std::int64_t{14});
        }
    }
    QCOMPARE(waiting + 10 * held + 100 * whole, 111);
}

// A descriptor that only writes shows the contents too, and looking at them must not drop fcntl locks.
void TestFile::lookingCostsNoLock() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", access: O_WRONLY)
a: file.write(f, data: "written")                              # = 7
a: file.lock(f, command: F_SETLK)                              # = 0
)");
    const auto state = run.observe("f");
    QVERIFY2(state, state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "contents").bytes(), std::string("written"));
    RUN_OK(run, R"(b: g = file.open("f")
b: file.lock(g, command: F_SETLK)                              # EAGAIN
b: file.get_lock(g)                                            # = found=F_WRLCK start=0 length=0 pid=a
)");
}

void TestFile::stateThroughAMapping() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: f = file.open("f", access: O_RDWR)
a: file.write(f, data: "seen")                                 # = 4
a: m = file.map(f, size: 8192)
a: file.close(f)                                               # = 0
)");
    const auto state = run.observe("f");
    QVERIFY2(state, state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "contents").bytes(), std::string("seen"));
    QCOMPARE(field(*state, "size").integer(), std::int64_t{4});
    // Also while its process is busy.
    RUN_OK(run, R"(a: i = file.inotify_init()
a: file.read_events(i) async                                   # blocked
)");
    const auto busy = run.observe("f");
    QVERIFY2(busy, busy ? "" : busy.error().text().c_str());
    QCOMPARE(field(*busy, "contents").bytes(), std::string("seen"));
}

void TestFile::stateOfInotify() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: i = file.inotify_init()
a: file.add_watch(i, path: ".", events: IN_CREATE|IN_DELETE)   # = 1
b: f = file.open("f")
)");
    const auto state = run.observe("i");
    QVERIFY2(state, state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "pending").integer(), std::int64_t{32});
    const auto& watches = field(*state, "watches");
    QCOMPARE(length(watches), std::size_t{1});
    QCOMPARE(field(row(watches, 0), "path").bytes(), std::string("."));
    QCOMPARE(field(row(watches, 0), "mask").integer(), std::int64_t{IN_CREATE | IN_DELETE});
    struct stat status {};
    QCOMPARE(::stat(run.files().c_str(), &status), 0);
    QCOMPARE(field(row(watches, 0), "inode").integer(), static_cast<std::int64_t>(status.st_ino));
}

void TestFile::overflowIsTold() {
    int limit = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> limit;
    if (limit <= 0 || limit > 200'000) QSKIP("the queue is unusually long here");
    RunFixture run;
    RUN_OK(run, fmt::format(R"(workers: a
a: f = file.open("f", access: O_RDWR)
a: file.write(f, data: "x")
a: i = file.inotify_init(flags: IN_NONBLOCK)
a: file.add_watch(i, path: "f", events: IN_MODIFY|IN_ACCESS)
a: repeat {}
    file.pwrite(f, data: "y")
    file.pread(f, size: 1)
end
a: repeat {}
    file.read_events(i, size: 64)
end
a: file.read_events(i)                       # = 16 events=[{{watch: -1, mask: IN_Q_OVERFLOW}}]
a: file.read_events(i)                       # EAGAIN
)",
                            limit / 2 + 10, limit / 4));
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestFile>(), cleaning(), errors());
}
#include "test_file.moc"
