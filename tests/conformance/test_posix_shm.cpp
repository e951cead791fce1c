#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// A name that nobody else uses while this test runs.
std::string own_name(int n) {
    return fmt::format("/ipcscope-test-{}-{}", getpid(), n);
}

bool exists(const std::string& name) {
    return std::filesystem::exists("/dev/shm" + name);
}

}  // namespace

class TestPosixShm : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("posix_shm");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void readsAreJoinedByTheirPlaceInTheObject() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: o = posix_shm.open("x")
a: posix_shm.truncate(o, size: 8192)
a: m = posix_shm.map(o, length: 8192)
b: p = posix_shm.open("x", flags: 0)
b: n = posix_shm.map(p, offset: 4096)
a: posix_shm.store(m.mapping, offset: 4100, value: 5)
b: posix_shm.load(n.mapping, offset: 4)              # = 5
b: posix_shm.load(n.mapping, offset: 8)              # = 0
b: posix_shm.fetch_add(n.mapping, offset: 4)         # = 5
a: posix_shm.load(m.mapping, offset: 4100)           # = 6
)");
        std::vector<std::string> seen;
        for (const auto& flow : fixture.flows("o"))
            seen.push_back(fmt::format("{}>{}", flow.from.line, flow.to.line));
        const std::vector<std::string> expected{"7>8", "7>10", "10>11"};
        QCOMPARE(seen, expected);
    }

    void aPrivateCopyIsAnObjectOfItsOwn() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: o = posix_shm.open("x")
a: posix_shm.truncate(o)
a: m = posix_shm.map(o)
a: c = posix_shm.map(o, flags: MAP_PRIVATE)
a: posix_shm.write(c.mapping, data: "mine")
a: posix_shm.read(m.mapping, size: 4)                # = 4 "\x00\x00\x00\x00"
a: posix_shm.read(c.mapping, size: 4)                # = 4 "mine"
)");
        QVERIFY(fixture.flows("o").empty());
        QCOMPARE(fixture.flows("c").size(), std::size_t{1});
        const auto copy = fixture.observe("c");
        QVERIFY2(copy, copy ? "" : copy.error().text().c_str());
        QCOMPARE(field(*copy, "contents").bytes().substr(0, 4), std::string("mine"));
        const auto object = fixture.observe("o");
        QVERIFY(object);
        QCOMPARE(field(*object, "contents").bytes(), std::string(4096, '\0'));
    }

    void observed() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: f = posix_shm.memfd_create("look")
a: posix_shm.truncate(f, size: 100000)
a: m = posix_shm.map(f, length: 200000)
a: posix_shm.write(m.mapping, offset: 10, data: "seen")
a: posix_shm.seal(f, seals: F_SEAL_GROW)
)");
        const auto check = [&] {
            const auto state = fixture.observe("f");
            if (!state) return state.error().text();
            if (field(*state, "size").integer() != 100000) return std::string("size");
            if (field(*state, "links").integer() != 0) return std::string("links");
            if (field(*state, "seals").integer() != F_SEAL_GROW) return std::string("seals");
            if (field(*state, "contents").bytes().size() != 65536) return std::string("length");
            if (field(*state, "contents").bytes().substr(10, 4) != "seen") return std::string("contents");
            if (field(*state, "note").bytes() != "the first 65536 of 100000 bytes")
                return field(*state, "note").bytes();
            return std::string();
        };
        QCOMPARE(check(), std::string());
        // Only the mapping is left, and then its process is busy.
        RUN_OK(fixture, "a: posix_shm.close(f)\n");
        if (geteuid() == 0) QCOMPARE(check(), std::string());
        RUN_OK(fixture, "a: p = pipe.create()\na: pipe.read(p.read_end, size: 1) async   # blocked\n");
        if (geteuid() == 0) QCOMPARE(check(), std::string());
        const auto state = fixture.observe("f");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "contents").bytes().substr(10, 4), std::string("seen"));
    }

    void observedWhileBusy() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: o = posix_shm.open("x", flags: O_CREAT|O_EXCL)
a: posix_shm.truncate(o, size: 10)
a: p = pipe.create()
a: pipe.read(p.read_end, size: 1) async              # blocked
)");
        const auto state = fixture.observe("o");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "size").integer(), std::int64_t{10});
        QCOMPARE(field(*state, "links").integer(), std::int64_t{1});
        QCOMPARE(field(*state, "contents").bytes(), std::string(10, '\0'));
    }

    void beyondTheEndNothingIsSeen() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: o = posix_shm.open("x")
a: m = posix_shm.map(o)
a: posix_shm.close(o)
)");
        const auto state = fixture.observe("o");  // would be SIGBUS for who touched it
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QVERIFY(field(*state, "contents").bytes().empty());
        RUN_OK(fixture, "a: posix_shm.unlink(\"x\")\n");
    }

    void whatIsRefused() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: o = posix_shm.open("x")
a: m = posix_shm.map(o, length: 10)
a: posix_shm.unmap(m.mapping)
)");
        auto problem = fixture.check("a: posix_shm.unmap(m.mapping)\n");
        QVERIFY2(problem.find("not mapped in this process any more") != std::string::npos, problem.c_str());
        const auto fifo = own_name(1);
        QVERIFY(mkfifo(("/dev/shm" + fifo).c_str(), 0600) == 0);
        problem = fixture.check(fmt::format("a: posix_shm.open(\"{}\", access: O_RDONLY)\n", fifo));
        ::unlink(("/dev/shm" + fifo).c_str());
        QVERIFY2(problem.find("is a FIFO, not shared memory") != std::string::npos, problem.c_str());
        problem = fixture.check("a: posix_shm.open(\"nul\\x00in it\")\n");
        QVERIFY(!problem.empty());
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: posix_shm.open("")                                # EINVAL
a: posix_shm.open("a/b")                             # EINVAL
a: posix_shm.open("n" * 300)                         # EINVAL
a: posix_shm.open("none", flags: 0)                  # ENOENT
a: o = posix_shm.open("x", flags: O_CREAT|O_EXCL)
a: posix_shm.open("x", flags: O_CREAT|O_EXCL)        # EEXIST
a: posix_shm.memfd_create("n" * 249)
a: posix_shm.memfd_create("n" * 250)                 # EINVAL
a: posix_shm.truncate(o, size: -1)                   # EINVAL
a: posix_shm.truncate(o, size: 5000)
a: posix_shm.open("x", flags: O_TRUNC)
a: posix_shm.stat(o)                                 # = size=0 links=1 mode=0600
a: posix_shm.seal(o)                                 # EPERM
a: posix_shm.get_seals(o)                            # = seals=F_SEAL_SEAL
a: r = posix_shm.open("x", access: O_RDONLY, flags: 0)
a: posix_shm.truncate(r)                             # EINVAL
a: posix_shm.map(r)                                  # EACCES
a: posix_shm.map(o, length: 0)                       # EINVAL
a: posix_shm.map(o, offset: 1)                       # EINVAL
a: posix_shm.map(o, flags: 0)                        # EINVAL
a: posix_shm.map(o, length: 9223372036854775807)     # ENOMEM
a: posix_shm.map(o, length: 8192, offset: 0x7ffffffffffff000)   # EOVERFLOW
a: f = posix_shm.memfd_create()
a: posix_shm.truncate(f, size: 4096)
a: m = posix_shm.map(f)
a: posix_shm.seal(f, seals: F_SEAL_WRITE)            # EBUSY
a: posix_shm.seal(f, seals: F_SEAL_FUTURE_WRITE|F_SEAL_SHRINK)
a: posix_shm.map(f)                                  # EPERM
a: posix_shm.truncate(f, size: 0)                    # EPERM
a: posix_shm.store(m.mapping, value: 1)              # = 0
a: posix_shm.close(f)
a: posix_shm.close(f)                                # EBADF
a: posix_shm.stat(f)                                 # EBADF
a: posix_shm.truncate(f)                             # EBADF
a: posix_shm.map(f)                                  # EBADF
a: posix_shm.seal(f)                                 # EBADF
a: posix_shm.get_seals(f)                            # EBADF
a: posix_shm.unlink("x")
a: posix_shm.unlink("x")                             # ENOENT
a: posix_shm.unlink("a/b")                           # ENOENT
a: posix_shm.unlink("")                              # ENOENT
)");
    }

    void limitsOfTheProcess() {
        {
            const FileLimit files(64);
            RunFixture fixture;
            RUN_OK(fixture, "workers: a\n");
            bool full = false;
            for (int i = 0; i < 64 && !full; ++i)
                full = fixture.check("a: posix_shm.memfd_create()   # EMFILE\n").empty();
            QVERIFY(full);
            RUN_OK(fixture, "a: posix_shm.open(\"x\")   # EMFILE\n");
        }
        {
            const ResourceLimit size(RLIMIT_FSIZE, rlim_t{1} << 30);
            RunFixture fixture;
            RUN_OK(fixture, R"(workers: a
a: f = posix_shm.memfd_create()
a: signal.action(SIGXFSZ, disposition: SIG_IGN)
a: posix_shm.truncate(f, size: 1073741824)
a: posix_shm.truncate(f, size: 1073741825)           # EFBIG
)");
        }
        const auto problem = in_thread([] {
            const ResourceLimit locked(RLIMIT_MEMLOCK, 4096);
            drop_capabilities({CAP_IPC_LOCK, CAP_DAC_OVERRIDE});
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: o = posix_shm.open("x", mode: 0000)
a: posix_shm.open("x", flags: 0)                     # EACCES
a: posix_shm.truncate(o, size: 8192)
a: posix_shm.map(o, length: 8192, flags: MAP_SHARED|MAP_LOCKED)   # EAGAIN
a: posix_shm.map(o, length: 4096, flags: MAP_SHARED|MAP_LOCKED)
)");
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void namesWithoutASlashArePrivateToTheRun() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: o = posix_shm.open("x", flags: O_CREAT|O_EXCL)
b: posix_shm.open("x", flags: O_CREAT|O_EXCL)        # EEXIST
b: posix_shm.open("/x", flags: 0)                    # ENOENT
)");
        const auto run = fixture.directory().substr(fixture.directory().rfind('-') + 1);
        QCOMPARE(fixture.object("o")->label, "/ipcscope-" + run + "-x");
        RUN_OK(fixture, fmt::format("b: posix_shm.open(\"/ipcscope-{}-x\", flags: 0)\n", run));
    }

    void nothingIsLeft() {
        const auto made = own_name(2), there = own_name(3), replaced = own_name(4);
        const int fd = shm_open(there.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600);
        QVERIFY(fd >= 0);
        ::close(fd);
        std::string hidden;
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format(R"(workers: a, b
a: o = posix_shm.open("{}", flags: O_CREAT|O_EXCL)
a: p = posix_shm.open("{}")
a: q = posix_shm.open("{}", flags: O_CREAT|O_EXCL)
a: x = posix_shm.open("x")
b: y = posix_shm.open("x")
)",
                                        made, there, replaced));
            hidden = fixture.object("x")->label;
            QVERIFY(exists(made) && exists(replaced) && exists(hidden));
            // Somebody else's by now: another file of the same name.
            QVERIFY(shm_unlink(replaced.c_str()) == 0);
            const int other = shm_open(replaced.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600);
            QVERIFY(other >= 0);
            ::close(other);
        }
        QVERIFY(!exists(made));
        QVERIFY(!exists(hidden));
        QVERIFY(exists(there));
        QVERIFY(exists(replaced));
        shm_unlink(there.c_str());
        shm_unlink(replaced.c_str());
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("posix_shm");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPosixShm)
#include "test_posix_shm.moc"
