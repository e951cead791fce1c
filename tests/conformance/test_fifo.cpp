#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

class TestFifo : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    void allOpenersShareOneObject();
    void openSaysWhomItWaitsFor();
    void levelAndStateAgree();
    void flowsAfterReopening();
    void modeIsThatOfTheFile();
    void pathErrors();
    void descriptorErrors();
    void brokenPipe();
    void capacityLimits();
    void descriptorsRunOut();
    void leavesOtherFilesAlone();
    void absolutePathIsRemovedAtTheEnd();
    void removedOnlyIfStillOurs();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestFifo::sessions() {
    const auto problems = check_sessions("fifo");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestFifo::allOpenersShareOneObject() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: fifo.create("f")
a: r = fifo.open("f", access: O_RDONLY) async   # blocked
b: w = fifo.open("./f", access: O_WRONLY)
a: await
b: fifo.write(w.end, data: "hi")                # = 2
a: fifo.read(r.end)                             # = 2 "hi"
)");
    std::size_t fifos = 0;
    const auto state = run.state();
    for (const auto& [id, object] : state->objects)
        fifos += std::string_view(object.mechanism->id) == "fifo" ? 1u : 0u;
    QCOMPARE(fifos, std::size_t{1});
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].from.worker, std::string("b"));
    QCOMPARE(flows[0].to.worker, std::string("a"));
}

void TestFifo::openSaysWhomItWaitsFor() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
a: fifo.create("f")
a: fifo.create("g")
a: fifo.open("f", access: O_RDONLY) async   # blocked
b: fifo.open("g", access: O_WRONLY) async   # blocked
)");
    WAITS_FOR(run, "a", "a writer to open \"f\"");
    WAITS_FOR(run, "b", "a reader to open \"g\"");
    run.supervisor().interrupt(run.worker("a")->id);
    QVERIFY(run.wait_for_event({.operation = "fifo.open", .phase = Phase::leave, .worker = "a"}));
    QCOMPARE(int(run.event({.operation = "fifo.open", .phase = Phase::leave}).event.err), EINTR);
    run.supervisor().kill(run.worker("b")->id, SIGKILL);
    QVERIFY(run.wait_for_event({.operation = "fifo.open", .phase = Phase::leave, .worker = "b"}));
}

void TestFifo::levelAndStateAgree() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: fifo.create("f")
a: x = fifo.open("f", access: O_RDWR)
a: fifo.write(x.end, data: "x", size: 1000)     # = 1000
a: fifo.read(x.end, size: 300)                  # = 300
a: fifo.pending(x.end)                          # = 0 bytes=700
)");
    QCOMPARE(run.level("x"), std::int64_t{700});
    const auto state = run.observe("x");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "bytes").integer(), std::int64_t{700});
    QCOMPARE(field(*state, "capacity").integer(), std::int64_t{65536});
}

void TestFifo::flowsAfterReopening() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: fifo.create("f")
a: x = fifo.open("f", access: O_RDWR)
a: fifo.write(x.end, data: "lost")              # = 4
a: fifo.close(x.end)
a: y = fifo.open("f", access: O_RDWR)
a: fifo.write(y.end, data: "kept")              # = 4
a: fifo.read(y.end)                             # = 4 "kept"
)");
    const auto flows = run.flows();
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].from.line, 7);
    QCOMPARE(flows[0].to.line, 8);
}

void TestFifo::modeIsThatOfTheFile() {
    RunFixture run;
    RUN_OK(run, "workers: a\na: fifo.create(\"f\", mode: 0640)   # = 0\n");
    struct stat status {};
    QCOMPARE(::stat((run.files() + "/f").c_str(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    QCOMPARE(status.st_mode & 07777u, 0640u & ~mask);
}

void TestFifo::pathErrors() {
    RunFixture run;
    fs::create_symlink("loop", run.files() + "/loop");
    const std::string name(256, 'n');
    std::string text = "workers: a\na: fifo.create(\"f\")   # = 0\n";
    for (const std::string verb : {"create", "open", "unlink"}) {
        text += "a: fifo." + verb + "(\"none/f\")   # ENOENT\n";
        text += "a: fifo." + verb + "(\"f/f\")   # ENOTDIR\n";
        text += "a: fifo." + verb + "(\"loop/f\")   # ELOOP\n";
        text += "a: fifo." + verb + "(\"" + name + "\")   # ENAMETOOLONG\n";
    }
    text += "a: fifo.create(\"f\")   # EEXIST\n";
    RUN_OK(run, text);
}

void TestFifo::descriptorErrors() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: fifo.create("f")
a: x = fifo.open("f", access: O_RDWR)
a: fifo.close(x.end)                     # = 0
a: fifo.close(x.end)                     # EBADF
a: fifo.write(x.end, data: "x")          # EBADF
a: fifo.read(x.end)                      # EBADF
a: fifo.pending(x.end)                   # EBADF
a: fifo.get_size(x.end)                  # EBADF
a: fifo.set_size(x.end, size: 4096)      # EBADF
a: fifo.set_flags(x.end)                 # EBADF
a: fifo.open("f", access: O_WRONLY, flags: O_NONBLOCK)   # ENXIO
)");
}

void TestFifo::brokenPipe() {
    RunFixture run;
    RUN_OK(run, R"(workers: a, b
b: signal.action(SIGPIPE, disposition: SIG_IGN)
a: fifo.create("f")
a: r = fifo.open("f", access: O_RDONLY) async          # blocked
b: w = fifo.open("f", access: O_WRONLY)
a: await
a: fifo.close(r.end)
b: fifo.write(w.end, data: "x")                        # EPIPE
b: signal.action(SIGPIPE, disposition: SIG_DFL)
b: fifo.write(w.end, data: "x")                        # killed SIGPIPE
)");
}

void TestFifo::capacityLimits() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: fifo.create("f")
a: x = fifo.open("f", access: O_RDWR)
a: fifo.get_size(x.end)                          # = 65536
a: fifo.set_size(x.end, size: 4096)              # = 4096
a: fifo.read(x.end) async                        # blocked
a: interrupt
a: await                                         # EINTR
a: fifo.write(x.end, data: "ab", size: 4096)     # = 4096
a: fifo.write(x.end, data: "c") async            # blocked
a: interrupt
a: await                                         # EINTR
a: fifo.set_size(x.end, size: 8192)              # = 8192
a: fifo.write(x.end, data: "c")                  # = 1
a: fifo.set_size(x.end, size: 4096)              # EBUSY
a: fifo.set_size(x.end, size: 4294967295)        # EINVAL
a: fifo.set_size(x.end, size: 1073741824)        # EPERM
a: fifo.set_flags(x.end, flags: O_NONBLOCK)      # = 0
a: fifo.write(x.end, data: "d", size: 4095)      # = 4095
a: fifo.write(x.end, data: "d")                  # EAGAIN
)");
}

void TestFifo::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text = "a: fifo.create(\"f\")\n";
    for (int i = 0; i < 80; ++i)
        text += "a: fifo.open(\"f\", access: O_RDWR)\n";
    RUN_OK(run, text + "a: fifo.open(\"f\", access: O_RDWR)   # EMFILE\n");
}

void TestFifo::leavesOtherFilesAlone() {
    RunFixture run;
    const auto path = run.files() + "/notes";
    std::ofstream(path) << "mine";
    for (const std::string call : {"fifo.open(\"notes\", access: O_WRONLY)", "fifo.unlink(\"notes\")"}) {
        const auto report = run.run((run.worker("a") ? "a: " : "workers: a\na: ") + call + "\n");
        const auto text = explain(report);
        QVERIFY2(text.find("notes is a regular file, not a FIFO") != std::string::npos, text.c_str());
    }
    std::string content;
    std::ifstream(path) >> content;
    QCOMPARE(content, std::string("mine"));
}

void TestFifo::absolutePathIsRemovedAtTheEnd() {
    const auto path = fs::temp_directory_path() / ("ipcscope-test-" + std::to_string(::getpid()));
    RunFixture run;
    RUN_OK(run, "workers: a\na: fifo.create(\"" + path.string() + "\")   # = 0\n");
    QVERIFY(fs::is_fifo(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestFifo::removedOnlyIfStillOurs() {
    const auto path = fs::temp_directory_path() / ("ipcscope-test-" + std::to_string(::getpid()));
    RunFixture run;
    RUN_OK(run, "workers: a\na: fifo.create(\"" + path.string() + "\")   # = 0\n");
    // Somebody else's file of the same name: kept beside it meanwhile, so that the inode is another one.
    fs::rename(path, path.string() + ".ours");
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    (void)run.finish();
    QVERIFY(fs::is_fifo(path));
    fs::remove(path);
    fs::remove(path.string() + ".ours");
}

void TestFifo::cleanupTestCase() {
    const auto gaps = errno_gaps("fifo");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestFifo)
#include "test_fifo.moc"
