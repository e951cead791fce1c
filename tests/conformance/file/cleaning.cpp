// What a run leaves: nothing of its own, and everything of others.
#include "conformance/file/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::file_tests;
namespace fs = std::filesystem;

namespace {

fs::path own_path(const char* name) {
    return fs::temp_directory_path() / fmt::format("ipcscope-test-{}-{}", name, ::getpid());
}

}  // namespace

class TestFileCleaning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(workers_lack(CAP_DAC_OVERRIDE) && workers_lack(CAP_DAC_READ_SEARCH)); }
    void otherFilesAreLeftAlone();
    void whatWasMadeIsRemoved();
    void whatWasThereStays();
    void renamedFilesAreStillOurs();
    void removedOnlyIfStillOurs();
};

void TestFileCleaning::otherFilesAreLeftAlone() {
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

void TestFileCleaning::whatWasMadeIsRemoved() {
    const auto path = own_path("made");
    RunFixture run;
    RUN_OK(run, fmt::format("workers: a\na: f = file.open(\"{}\")\na: file.write(f, data: \"x\")\na: kill\n",
                            path.string()));
    QVERIFY(fs::exists(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestFileCleaning::whatWasThereStays() {
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
void TestFileCleaning::renamedFilesAreStillOurs() {
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

void TestFileCleaning::removedOnlyIfStillOurs() {
    const auto path = own_path("replaced");
    RunFixture run;
    RUN_OK(run, fmt::format("workers: a\na: f = file.open(\"{}\")\n", path.string()));
    fs::remove(path);
    std::ofstream(path) << "somebody else's";  // perhaps even with the same inode number
    (void)run.finish();
    QVERIFY(fs::exists(path));
    fs::remove(path);
}

std::unique_ptr<QObject> testing::file_tests::cleaning() {
    return std::make_unique<TestFileCleaning>();
}

#include "cleaning.moc"
