// What fails: paths, descriptors, locks, mappings, watches. Every documented errno is seen.
#include "conformance/file/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/inotify.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::file_tests;
namespace fs = std::filesystem;

class TestFileErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(workers_lack(CAP_DAC_OVERRIDE) && workers_lack(CAP_DAC_READ_SEARCH)); }
    void pathErrors();
    void descriptorErrors();
    void lockErrors();
    void mappingErrors();
    void inotifyErrors();
    void theLargestFile();
    void descriptorsRunOut();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestFileErrors::pathErrors() {
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

void TestFileErrors::descriptorErrors() {
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

void TestFileErrors::lockErrors() {
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
void TestFileErrors::mappingErrors() {
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

void TestFileErrors::inotifyErrors() {
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

void TestFileErrors::theLargestFile() {
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

void TestFileErrors::descriptorsRunOut() {
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

void TestFileErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("file");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::file_tests::errors() {
    return std::make_unique<TestFileErrors>();
}

#include "errors.moc"
