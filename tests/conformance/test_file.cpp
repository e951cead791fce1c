#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <sys/inotify.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

namespace {

const Fields& row(const Value& list, std::size_t index) {
    static const Fields none;
    const auto* all = list.as<List>();
    const auto* one = all && index < all->size() ? (*all)[index].as<Fields>() : nullptr;
    return one ? *one : none;
}

std::size_t length(const Value& list) {
    const auto* all = list.as<List>();
    return all ? all->size() : 0;
}

fs::path own_path(const char* name) {
    return fs::temp_directory_path() / fmt::format("ipcscope-test-{}-{}", name, ::getpid());
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
    void pathErrors();
    void descriptorErrors();
    void lockErrors();
    void mappingErrors();
    void inotifyErrors();
    void theLargestFile();
    void descriptorsRunOut();
    void otherFilesAreLeftAlone();
    void whatWasMadeIsRemoved();
    void whatWasThereStays();
    void renamedFilesAreStillOurs();
    void removedOnlyIfStillOurs();
    void cleanupTestCase();  // last: every documented errno was seen
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

void TestFile::pathErrors() {
    RunFixture run;
    fs::create_symlink("loop", run.files() + "/loop");
    const std::string name(256, 'n');
    std::string text = "workers: a\na: f = file.open(\"f\")\na: i = file.inotify_init()\n";
    const auto each = [&](const std::string& before, const std::string& after) {
        text += "a: " + before + "\"none/f\"" + after + "   # ENOENT\n";
        text += "a: " + before + "\"f/f\"" + after + "   # ENOTDIR\n";
        text += "a: " + before + "\"loop/f\"" + after + "   # ELOOP\n";
        text += "a: " + before + "\"" + name + "\"" + after + "   # ENAMETOOLONG\n";
    };
    each("file.open(", ")");
    each("file.unlink(", ")");
    each("file.rename(", ", to: \"g\")");
    each("file.rename(\"f\", to: ", ")");
    each("file.add_watch(i, path: ", ")");
    text += R"(a: file.open("f", flags: O_CREAT|O_EXCL)                       # EEXIST
a: file.open("loop", flags: O_CREAT|O_NOFOLLOW)                # ELOOP
a: g = file.open("g")
a: file.rename("f", to: "g", flags: RENAME_NOREPLACE)          # EEXIST
a: file.rename("f", to: "g", flags: RENAME_NOREPLACE|RENAME_EXCHANGE)   # EINVAL
a: file.rename("f", to: "/proc/f")                             # EXDEV
a: file.open("/proc/self/exe", access: O_WRONLY, flags: 0)     # ETXTBSY
)";
    RUN_OK(run, text);
    // Directories and files that do not admit the user; root has lost the right to pass over that.
    fs::create_directory(run.files() + "/shut");
    std::ofstream(run.files() + "/shut/f") << "x";
    fs::permissions(run.files() + "/shut", fs::perms::none);
    RUN_OK(run, R"(a: file.open("shut/f")                                  # EACCES
a: file.unlink("shut/f")                                       # EACCES
a: file.rename("f", to: "shut/g")                              # EACCES
a: file.add_watch(i, path: "shut/f")                           # EACCES
a: h = file.open("h", mode: 0)
a: file.open("h", access: O_RDONLY)                            # EACCES
)");
    fs::permissions(run.files() + "/shut", fs::perms::owner_all);
}

void TestFile::descriptorErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: r = file.open("f", access: O_RDONLY)
a: w = file.open("f", access: O_WRONLY)
a: file.write(r, data: "x")                                    # EBADF
a: file.pwrite(r, data: "x")                                   # EBADF
a: file.read(w)                                                # EBADF
a: file.pread(w)                                               # EBADF
a: file.pread(r, offset: -1)                                   # EINVAL
a: file.pwrite(w, data: "x", offset: -1)                       # EINVAL
a: file.truncate(r, length: 1)                                 # EINVAL
a: file.truncate(w, length: -1)                                # EINVAL
a: file.seek(r, offset: -1)                                    # EINVAL
a: file.seek(r, offset: 0, whence: SEEK_DATA)                  # ENXIO
a: file.truncate(w, length: 1048576)                           # = 0
a: file.seek(r, offset: 0, whence: SEEK_HOLE)                  # = 0
a: file.seek(r, offset: -6, whence: SEEK_END)                  # = 1048570
a: file.read(r, size: 100)                                     # = 6 "\0\0\0\0\0\0"
a: file.fsync(w)                                               # = 0
a: file.fdatasync(w)                                           # = 0
a: d = file.dup(r)
a: file.seek(d, offset: 0, whence: SEEK_CUR)                   # = 1048576
a: file.close(r)                                               # = 0
a: file.close(r)                                               # EBADF
a: file.read(r)                                                # EBADF
a: file.pread(r)                                               # EBADF
a: file.write(r, data: "x")                                    # EBADF
a: file.pwrite(r, data: "x")                                   # EBADF
a: file.seek(r)                                                # EBADF
a: file.truncate(r)                                            # EBADF
a: file.fsync(r)                                               # EBADF
a: file.fdatasync(r)                                           # EBADF
a: file.stat(r)                                                # EBADF
a: file.dup(r)                                                 # EBADF
a: file.flock(r)                                               # EBADF
a: file.lock(r)                                                # EBADF
a: file.get_lock(r)                                            # EBADF
a: file.map(r)                                                 # EBADF
)");
}

void TestFile::lockErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: r = file.open("f", access: O_RDONLY)
a: f = file.open("f")
b: g = file.open("f")
a: file.lock(r, type: F_WRLCK)                                 # EBADF
a: file.lock(f, start: -1)                                     # EINVAL
a: file.lock(f, start: 5, length: -6)                          # EINVAL
a: file.lock(f, start: 9223372036854775807, length: 2)         # EOVERFLOW
a: file.get_lock(f, start: -1)                                 # EINVAL
a: file.get_lock(f, start: 9223372036854775807, length: 2)     # EOVERFLOW
a: file.get_lock(f)                                            # = found=F_UNLCK
a: file.lock(f, start: 5, length: -5)                          # = 0
b: file.get_lock(g)                                            # = found=F_WRLCK start=0 length=5 pid=a
b: file.lock(g) async                                          # blocked
b: interrupt
b: await                                                       # EINTR
a: file.flock(f)                                               # = 0
b: file.flock(g) async                                         # blocked
b: interrupt
b: await                                                       # EINTR
)");
}

// (The mapping is so large that nothing which a sanitizer maps afterwards takes all of its place.)
void TestFile::mappingErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: f = file.open("f", access: O_RDWR)
a: r = file.open("f", access: O_RDONLY)
a: w = file.open("f", access: O_WRONLY)
a: file.truncate(f, length: 4096)
a: file.map(w, size: 4096)                                     # EACCES
a: file.map(r, size: 4096)                                     # EACCES
a: file.map(f, size: 0)                                        # EINVAL
a: file.map(f, size: 4096, offset: 1)                          # EINVAL
a: file.map(f, size: 1125899906842624)                         # ENOMEM
a: file.map(f, size: 4096, offset: 9223372036854771712)        # EOVERFLOW
a: m = file.map(f, size: 16MiB)
a: file.sync(m, flags: MS_SYNC|MS_ASYNC)                       # EINVAL
a: file.sync(m, offset: 1)                                     # EINVAL
a: file.sync(m, flags: MS_ASYNC)                               # = 0
a: file.unmap(m)                                               # = 0
a: file.sync(m)                                                # ENOMEM
b: g = file.open("f", access: O_RDONLY)
b: n = file.map(g, size: 4096, access: PROT_READ)
b: file.memory_write(n, data: "x")                             # killed SIGSEGV
)");
    const auto again = explain(run.run("a: file.unmap(m)\n"));
    QVERIFY2(again.find("not mapped in this process any more") != std::string::npos, again.c_str());
}

void TestFile::inotifyErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: f = file.open("f")
a: i = file.inotify_init(flags: IN_NONBLOCK)
a: file.inotify_init(flags: 1)                                 # EINVAL
a: file.add_watch(i, path: "f", events: 0)                     # EINVAL
a: file.add_watch(i, path: "f", options: IN_ONLYDIR)           # ENOTDIR
a: file.add_watch(i, path: "f")                                # = 1
a: file.add_watch(i, path: "f", options: IN_MASK_CREATE)       # EEXIST
a: file.remove_watch(i, watch: 9)                              # EINVAL
a: file.read_events(i)                                         # EAGAIN
a: file.add_watch(i, path: ".")                                # = 2
a: file.open("g")
a: file.read_events(i, size: 16)                               # EINVAL
a: file.close(i)                                               # = 0
a: file.add_watch(i, path: "f")                                # EBADF
a: file.remove_watch(i, watch: 1)                              # EBADF
a: file.read_events(i)                                         # EBADF
a: j = file.inotify_init()
a: file.read_events(j) async                                   # blocked
a: interrupt
a: await                                                       # EINTR
)");
}

void TestFile::theLargestFile() {
    RunFixture run;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit lower{1 << 30, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &lower), 0);
    const auto problems = run.check("workers: a\na: f = file.open(\"f\")\n");
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY2(problems.empty(), problems.c_str());
    RUN_OK(run, R"(a: signal.action(SIGXFSZ, disposition: SIG_IGN)
a: file.seek(f, offset: 1073741824)                            # = 1073741824
a: file.write(f, data: "x")                                    # EFBIG
a: file.pwrite(f, data: "x", offset: 1073741824)               # EFBIG
a: file.truncate(f, length: 1073741825)                        # EFBIG
a: file.pwrite(f, data: "xyz", offset: 1073741822)             # = 2
)");
}

void TestFile::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text = "a: f = file.open(\"f\")\n";
    for (int i = 0; i < 80; ++i)
        text += "a: file.open(\"f\")\n";
    RUN_OK(run, text + R"(a: file.open("f")   # EMFILE
a: file.dup(f)                                                 # EMFILE
a: file.inotify_init()                                         # EMFILE
)");
}

void TestFile::otherFilesAreLeftAlone() {
    RunFixture run;
    QCOMPARE(::mkfifo((run.files() + "/queue").c_str(), 0600), 0);
    fs::create_directory(run.files() + "/folder");
    std::ofstream(run.files() + "/plain") << "mine";
    const std::pair<std::string, std::string> tries[] = {
        {"file.open(\"queue\", access: O_RDONLY)", "path: queue is a FIFO, not a regular file"},
        {"file.open(\"/dev/null\")", "path: /dev/null is a device, not a regular file"},
        {"file.open(\"folder\", access: O_RDONLY)", "path: folder is a directory, not a regular file"},
        {"file.unlink(\"queue\")", "path: queue is a FIFO, not a regular file"},
        {"file.rename(\"folder\", to: \"other\")", "from: folder is a directory, not a regular file"},
        {"file.rename(\"plain\", to: \"queue\")", "to: queue is a FIFO, not a regular file"}};
    RUN_OK(run, "workers: a\n");
    for (const auto& [call, why] : tries) {
        const auto text = explain(run.run("a: " + call + "\n"));
        QVERIFY2(text.find(why) != std::string::npos, text.c_str());
    }
    QVERIFY(fs::is_fifo(run.files() + "/queue"));
}

void TestFile::whatWasMadeIsRemoved() {
    const auto path = own_path("made");
    RunFixture run;
    RUN_OK(run, fmt::format("workers: a\na: f = file.open(\"{}\")\na: file.write(f, data: \"x\")\na: kill\n",
                            path.string()));
    QVERIFY(fs::exists(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestFile::whatWasThereStays() {
    const auto path = own_path("there");
    std::ofstream(path) << "mine";
    RunFixture run;
    RUN_OK(run, fmt::format(R"(workers: a
a: f = file.open("{0}")
a: file.read(f)                                                # = 4 "mine"
a: file.rename("{0}", to: "{0}.new")                           # = 0
a: file.rename("{0}.new", to: "{0}")                           # = 0
)",
                            path.string()));
    (void)run.finish();
    std::string content;
    std::ifstream(path) >> content;
    fs::remove(path);
    QCOMPARE(content, std::string("mine"));
}

// By another worker than the one that made it, and swapped with one that is not ours.
void TestFile::renamedFilesAreStillOurs() {
    const auto made = own_path("a"), moved = own_path("b"), theirs = own_path("c");
    std::ofstream(theirs) << "theirs";
    RunFixture run;
    RUN_OK(run, fmt::format(R"(workers: a, b
a: f = file.open("{0}")
b: file.rename("{0}", to: "{1}")                               # = 0
b: file.rename("{1}", to: "{2}", flags: RENAME_EXCHANGE)       # = 0
b: file.rename("{1}", to: "none/none")                         # ENOENT
)",
                            made.string(), moved.string(), theirs.string()));
    (void)run.finish();
    QVERIFY(!fs::exists(made));
    QVERIFY(!fs::exists(theirs));  // now the name of ours
    std::string content;
    std::ifstream(moved) >> content;
    fs::remove(moved);
    QCOMPARE(content, std::string("theirs"));
}

void TestFile::removedOnlyIfStillOurs() {
    const auto path = own_path("replaced");
    RunFixture run;
    RUN_OK(run, fmt::format("workers: a\na: f = file.open(\"{}\")\n", path.string()));
    fs::remove(path);
    std::ofstream(path) << "somebody else's";  // perhaps even with the same inode number
    (void)run.finish();
    QVERIFY(fs::exists(path));
    fs::remove(path);
}

void TestFile::cleanupTestCase() {
    const auto gaps = errno_gaps("file");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestFile)
#include "test_file.moc"
