#include "helpers/run_fixture.h"
#include "import/import.h"
#include "session_file/file_recording.h"
#include "session_file/writer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

std::string golden(const std::string& name) {
    return std::string(IPCSCOPE_SOURCE_DIR) + "/tests/golden/strace/" + name;
}

std::string name_of(const Recording& recording, const Event& event) {
    const auto* ref = recording.registry().operation(OperationId{event.operation});
    return ref ? ref->name : "";
}

// "pipe.write -> pipe.read 12", sorted.
std::vector<std::string> flows_of(const Recording& recording) {
    std::vector<std::string> out;
    for (std::uint32_t i = 1; i <= recording.flows().size(); ++i) {
        const auto flow = recording.flows()[FlowId{i}];
        out.push_back(fmt::format("{} -> {} {}", name_of(recording, recording.events()[flow.from]),
                                  name_of(recording, recording.events()[flow.to]), flow.bytes));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::size_t count(const Recording& recording, std::string_view operation, Phase phase) {
    std::size_t out = 0;
    for (std::uint64_t seq = 0; seq < recording.events().size(); ++seq)
        out += recording.events()[seq].phase == phase &&
               name_of(recording, recording.events()[seq]) == operation;
    return out;
}

// The only leave of it.
Event leave_of(const Recording& recording, std::string_view operation) {
    for (std::uint64_t seq = 0; seq < recording.events().size(); ++seq)
        if (recording.events()[seq].phase == Phase::leave &&
            name_of(recording, recording.events()[seq]) == operation)
            return recording.events().copy(seq);
    return {};
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

class TestImport : public QObject {
    Q_OBJECT
private slots:
    void whatTheIssueAsksFor();
    void aShellsPipe();
    void idsAndDescriptors();
    void notesOfDescriptors();
    void asASession();
    void jsonLinesComeBack();
    void whateverIsInTheFile();
    void otherTimes();
    void aRealOne();

private:
    Imported import(const std::string& path) {
        auto imported = import_file(registry(), path);
        if (!imported) {
            QTest::qFail(imported.error().text().c_str(), __FILE__, __LINE__);
            return {};
        }
        return std::move(*imported);
    }
    std::string file(const char* name, std::string_view text) {
        const auto path = directory_.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    QTemporaryDir directory_;
};

// -e trace=ipc,network,desc,signal has no clone(2): the child's descriptors are its parent's all the same.
void TestImport::whatTheIssueAsksFor() {
    const auto imported = import(golden("plain.txt"));
    QVERIFY(imported.recording);
    QCOMPARE(imported.left_out, 0u);
    const auto& recording = *imported.recording;
    const auto flows = flows_of(recording);
    for (const auto* wanted : {"pipe.write -> pipe.read 12", "signal.kill -> signal.delivered 0",
                               "unix_socket.send -> unix_socket.recv 2",
                               "tcp_socket.send -> tcp_socket.recv 50", "fifo.write -> fifo.read 4"})
        QVERIFY2(holds(flows, wanted), fmt::format("{}, in: {}", wanted, fmt::join(flows, "; ")).c_str());
    QVERIFY(std::any_of(flows.begin(), flows.end(), [](const std::string& one) {
        return one.starts_with("udp_socket.sendto -> udp_socket.recvfrom");
    }));
    const auto state = recording.state();
    QCOMPARE(state->workers.size(), 3u);
    QVERIFY(state->workers[0].status == WorkerStatus::exited);
    QCOMPARE(state->workers[1].exit_code, 3);
    const auto write = leave_of(recording, "pipe.write");
    QCOMPARE(recording.events().payload(write), std::string_view("Hello\n\0\1\377\"q\"", 12));
    const auto read = leave_of(recording, "pipe.read");
    QCOMPARE(read.ret, 12);
    QVERIFY((read.flags & event_flag::was_blocked) != 0);
    QCOMPARE(read.duration_ns, 12'085'000);
    const auto refused = leave_of(recording, "syscall.read");  // of a descriptor that nobody has
    QCOMPARE(int{refused.err}, EBADF);
}

// A shell closes its ends as soon as it has forked, often before the child does anything that is traced.
void TestImport::aShellsPipe() {
    const auto imported = import(file("shell.txt", R"(5108  1795322601.303100 pipe2([3, 4], 0) = 0 <0.000016>
5108  1795322601.303241 close(4)        = 0 <0.000008>
5108  1795322601.303709 close(3)        = 0 <0.000008>
5109  1795322601.303846 close(3)        = 0 <0.000008>
5109  1795322601.303870 dup2(4, 1)      = 1 <0.000008>
5109  1795322601.303895 close(4)        = 0 <0.000007>
5109  1795322601.303938 write(1, "hi\n", 3) = 3 <0.000009>
5109  1795322601.304057 +++ exited with 0 +++
5108  1795322601.304084 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=5109, si_uid=0, si_status=0} ---
5110  1795322601.304239 dup2(3, 0)      = 0 <0.000062>
5110  1795322601.304322 close(3)        = 0 <0.000007>
5110  1795322601.307833 read(0, "hi\n", 131072) = 3 <0.000011>
5110  1795322601.308161 +++ exited with 0 +++
)"));
    QVERIFY(imported.recording);
    QCOMPARE(imported.left_out, 0u);
    const auto flows = flows_of(*imported.recording);
    QVERIFY2(holds(flows, "pipe.write -> pipe.read 3"), fmt::format("{}", fmt::join(flows, "; ")).c_str());
}

void TestImport::idsAndDescriptors() {
    const auto imported = import(golden("ids.txt"));
    QVERIFY(imported.recording);
    const auto& recording = *imported.recording;
    const auto flows = flows_of(recording);
    for (const auto* wanted :
         {"sysv_msg.send -> sysv_msg.receive 4", "posix_mq.send -> posix_mq.receive 5",
          "unix_socket.sendmsg -> unix_socket.recvmsg 1", "process.fork -> process.start 0",
          "signal.kill -> signal.delivered 0", "process.ended -> process.wait 0"})
        QVERIFY2(holds(flows, wanted), fmt::format("{}, in: {}", wanted, fmt::join(flows, "; ")).c_str());
    QCOMPARE(count(recording, "file.lock", Phase::leave), 1u);
    QCOMPARE(count(recording, "sysv_sem.op", Phase::state), 2u);
    QCOMPARE(count(recording, "sysv_sem.set_value", Phase::state), 1u);
    QCOMPARE(recording.events().payload(leave_of(recording, "sysv_msg.receive")),
             std::string_view("abc\0", 4));
    // dup2(2): a write to the copy is one to the socket.
    QCOMPARE(count(recording, "unix_socket.send", Phase::leave), 1u);
    QVERIFY(recording.state()->worker(WorkerId{2})->status == WorkerStatus::killed);
    QVERIFY(std::all_of(recording.state()->objects.begin(), recording.state()->objects.end(),
                        [](const auto& one) { return one.second.spec && one.second.mechanism; }));
}

void TestImport::notesOfDescriptors() {
    const auto imported = import(golden("noted.txt"));
    QVERIFY(imported.recording);
    QCOMPARE(imported.left_out, 0u);
    const auto flows = flows_of(*imported.recording);
    for (const auto* wanted : {"pipe.write -> pipe.read 12", "unix_socket.send -> unix_socket.recv 2",
                               "tcp_socket.send -> tcp_socket.recv 50", "process.fork -> process.start 0",
                               "process.ended -> process.wait 0"})
        QVERIFY2(holds(flows, wanted), fmt::format("{}, in: {}", wanted, fmt::join(flows, "; ")).c_str());
    QVERIFY(imported.recording->state()->worker(WorkerId{2})->parent == WorkerId{1});
}

void TestImport::asASession() {
    const auto imported = import(golden("ids.txt"));
    QVERIFY(imported.recording);
    const auto path = directory_.filePath("ids.ipcscope").toStdString();
    SessionTexts texts;
    texts.elsewhere_unix_ns = imported.began_unix_ns;
    const auto saved = save_session(path, *imported.recording, texts);
    QVERIFY2(saved, saved ? "" : saved.error().text().c_str());
    auto opened = open_session(path, registry());
    QVERIFY2(opened, opened ? "" : opened.error().text().c_str());
    (*opened)->wait_loaded();
    QVERIFY2((*opened)->problems().empty(),
             (*opened)->problems().empty() ? "" : (*opened)->problems().front().c_str());
    // When and where it was made is the file's to say, not this machine's.
    QCOMPARE((*opened)->started_unix_ns(), 1'795'308'504'991'976'000);
    QVERIFY((*opened)->machine().empty());
    QCOMPARE((*opened)->events().size(), imported.recording->events().size());
    QCOMPARE(flows_of(**opened), flows_of(*imported.recording));
}

void TestImport::jsonLinesComeBack() {
    const auto imported = import(golden("plain.txt"));
    QVERIFY(imported.recording);
    const auto path = directory_.filePath("plain.ipcscope").toStdString();
    QVERIFY(save_session(path, *imported.recording, {}));
    QProcess cli;
    cli.setStandardOutputFile(directory_.filePath("events.jsonl"));
    cli.start(IPCSCOPE_BIN_DIR "/ipcscope-cli", {"events", QString::fromStdString(path), "--json"});
    QVERIFY(cli.waitForFinished(60'000));
    QCOMPARE(cli.exitCode(), 0);
    const auto back = import(directory_.filePath("events.jsonl").toStdString());
    QVERIFY(back.recording);
    QVERIFY2(back.problems.empty(), back.problems.empty() ? "" : back.problems.front().c_str());
    QCOMPARE(back.recording->events().size(), imported.recording->events().size());
    for (std::uint64_t seq = 0; seq < back.recording->events().size(); ++seq) {
        const auto& was = imported.recording->events()[seq];
        const auto& is = back.recording->events()[seq];
        QCOMPARE(name_of(*back.recording, is), name_of(*imported.recording, was));
        QVERIFY(is.phase == was.phase);
        QCOMPARE(is.time_ns, was.time_ns);
        QCOMPARE(is.ret, was.phase == Phase::enter ? 0 : was.ret);
        QCOMPARE(int{is.err}, int{was.err});
        QCOMPARE(back.recording->events().payload(is), imported.recording->events().payload(was));
    }
}

void TestImport::whateverIsInTheFile() {
    const auto none = import_file(registry(), file("none", "hello\nworld\n"));
    QVERIFY(!none);
    QVERIFY(!import_file(registry(), directory_.filePath("nothing").toStdString()));
    QVERIFY(!import_file(registry(), directory_.path().toStdString()));
    QVERIFY(!import_file(registry(), "/dev/zero"));
    // Good lines between bad ones are taken, the others counted.
    std::string text = "1 5.000001 pipe2([3, 4], 0) = 0 <0.000001>\n";
    text += std::string(200'000, '[') + "\n";
    text += "1 5.000002 read(" + std::string(100'000, '{') + ") = 0\n";
    text += "1 5.000003 write(4, \"abc\n1 5.000004 write(4, \"ab\\x\", 3) = 3\n";
    text += "1 5.000005 <... read resumed>) = 1\n";
    text += "1 99999999999999999999.5 read(3, \"\", 1) = 0\n";
    text += "99999999999 5.1 read(3, \"\", 1) = 0\n";
    text += std::string("1 5.000006 read(3, \"\0\xff\", 1) = 0\n", 32);
    text += "1 5.000007 write(4, \"abc\", 3) = 3 <0.000001>\n1 5.00001 read(3, \"abc\", 5) = 3 <0.000001>\n";
    const auto some = import(file("some", text));
    QVERIFY(some.recording);
    QVERIFY(some.left_out >= 6);
    QVERIFY(some.problems.front().starts_with("line 2: "));
    QCOMPARE(flows_of(*some.recording), std::vector<std::string>{"pipe.write -> pipe.read 3"});
    // The same of JSON: wrong types, numbers that cannot be, too deep.
    const auto json = import(file(
        "json",
        "{\"phase\": \"note\", \"t_ns\": 5}\n{\"phase\": 7}\n{\"phase\": \"leave\", \"t_ns\": \"x\"}\n{\n[]\n"
        "{\"phase\": \"leave\", \"t_ns\": 9, \"duration_ns\": 10}\n"
        "{\"phase\": \"leave\", \"t_ns\": 9, \"errno\": \"EWHAT\"}\n"
        "{\"phase\": \"leave\", \"t_ns\": 9, \"payload\": {\"base64\": \"*\"}}\n"
        "{\"phase\": \"leave\", \"t_ns\": 9, \"flow\": 1, \"flow_from\": 77, \"seq\": -1}\n" +
            std::string(100'000, '[') + "\n"));
    QVERIFY(json.recording);
    QCOMPARE(json.recording->events().size(), 2u);
    QCOMPARE(json.left_out, 8u);
    // Short to write, much to keep: a name is looked for among all that stand before it.
    std::string much = "{\"phase\": \"note\", \"t_ns\": 5}\n{\"phase\": \"note\", \"t_ns\": 5";
    for (int i = 0; i < 200'000; ++i)
        much += ",\"k" + std::to_string(i) + "\":0";
    QCOMPARE(import(file("much", much + "}\n")).left_out, 1u);
    // Times that are no int64 when they are added; more processes than there can be, each of which inherits.
    const auto far = import(file("far",
                                 "1 0.0 read(3, \"\", 1) = 0 <3999999999.9>\n"
                                 "1 3999999999.9 read(3, \"\", 1) = 0 <3999999999.9>\n"
                                 "1 9000000000.0 read(3, \"\", 1) = 0 <9000000000.0>\n"));
    QVERIFY(far.recording);
    std::string crowd;
    for (int i = 0; i < 200; ++i)
        crowd += "1 5.0 pipe2([" + std::to_string(2 * i) + ", " + std::to_string(2 * i + 1) + "], 0) = 0\n";
    for (int i = 2; i < 20'000; ++i)
        crowd += "1 5.0 fork() = " + std::to_string(i) + "\n" + std::to_string(i) + " 5.0 getpid() = 1\n";
    const auto crowded = import(file("crowd", crowd));
    QVERIFY(crowded.recording);
    QCOMPARE(crowded.recording->state()->workers.size(), ImportedRecording::most_workers);
}

void TestImport::otherTimes() {
    // -tt, over midnight.
    const auto clock = import(file("clock",
                                   "7 23:59:59.500000 pipe2([3, 4], 0) = 0\n"
                                   "7 00:00:00.250000 write(4, \"a\", 1) = 1\n"));
    QVERIFY(clock.recording);
    QCOMPARE(clock.recording->events()[clock.recording->events().size() - 1].time_ns -
                 clock.recording->started_ns(),
             750'000'000);
    // Without times and numbers of processes: the order is what is known.
    const auto bare =
        import(file("bare", "pipe2([3, 4], 0) = 0\nwrite(4, \"a\", 1) = 1\nread(3, \"a\", 1) = 1\n"));
    QVERIFY(bare.recording);
    QCOMPARE(flows_of(*bare.recording), std::vector<std::string>{"pipe.write -> pipe.read 1"});
}

void TestImport::aRealOne() {
    const auto strace = QStandardPaths::findExecutable("strace");
    if (strace.isEmpty()) QSKIP("strace is not installed");
    const auto path = directory_.filePath("real.txt");
    QProcess run;
    run.start(strace, {"-f", "-ttt", "-T", "-e", "trace=ipc,network,desc,signal,process", "-o", path,
                       "/bin/sh", "-c", "echo hello | cat >/dev/null; exit 3"});
    QVERIFY(run.waitForFinished(60'000));
    if (run.exitCode() != 3) QSKIP("strace may not trace here");
    const auto imported = import(path.toStdString());
    QVERIFY(imported.recording);
    QVERIFY2(imported.left_out == 0, imported.problems.empty() ? "" : imported.problems.front().c_str());
    const auto flows = flows_of(*imported.recording);
    QVERIFY(holds(flows, "pipe.write -> pipe.read 6"));
    QVERIFY(holds(flows, "process.fork -> process.start 0"));
    QVERIFY(imported.recording->state()->workers.size() >= 3);
}

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"
