#include "compare/own_part.h"

#include "compare/replay.h"
#include "foreign.h"
#include "helpers/child.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"
#include "schema/outside.h"
#include "session/examples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/msg.h>

namespace ipcscope::testing {

namespace {

Program parsed(const std::string& text) {
    auto out = parse_program(registry(), text);
    for (const auto& error : out.errors)
        qFatal("line %d: %s\n%s", error.line, error.message.c_str(), text.c_str());
    return std::move(out.program);
}

std::vector<int> left_out_lines(const std::string& text) {
    std::vector<int> lines;
    for (const auto& one : own_part(registry(), parsed(text)).left_out)
        lines.push_back(one.line);
    return lines;
}

// A program run again, after a harmless recording: what would be done of it is done.
Replayed replayed(const std::string& text, bool outside) {
    auto recorded = Supervisor::create(registry());
    if (!recorded) qFatal("%s", recorded.error().text().c_str());
    if (const auto ended = (*recorded)->shutdown(); !ended) qFatal("%s", ended.error().text().c_str());
    ReplayOptions options;
    options.outside = outside;
    auto again = replay(registry(), **recorded, parsed(text), options);
    if (!again) qFatal("%s", again.error().text().c_str());
    return std::move(*again);
}

// A queue of somebody else, with one message in it.
struct ForeignQueue {
    ForeignQueue() : id(msgget(IPC_PRIVATE, 0600)) {
        struct {
            long type = 1;
            char text[6] = "mine!";
        } message;
        if (id == -1 || msgsnd(id, &message, 5, 0) != 0) qFatal("no queue");
    }
    ~ForeignQueue() { msgctl(id, IPC_RMID, nullptr); }
    ForeignQueue(const ForeignQueue&) = delete;
    ForeignQueue& operator=(const ForeignQueue&) = delete;
    bool there(msqid_ds& state) const { return msgctl(id, IPC_STAT, &state) == 0; }
    const int id;
};

}  // namespace

void what_reaches_outside_is_known() {
    const struct {
        const char* statement;
        bool outside;
    } rows[] = {
        {"sysv_msg.get()", false},
        {"sysv_msg.get(key: 4711)", true},
        {"sysv_msg.use(id: 5)", true},
        {"sysv_shm.get(key: IPC_PRIVATE)", false},
        {"posix_mq.open(\"mine\")", false},
        {"posix_mq.open(\"/others\")", true},
        {"posix_shm.open(\"mine\")", false},
        {"posix_shm.unlink(\"/others\")", true},
        {"posix_sem.unlink(\"/others\")", true},
        {"file.open(\"inside/file\")", false},
        {"file.open(\"../outside\")", true},
        {"file.open(\"in/../../outside\")", true},
        {"file.unlink(\"/tmp/others\")", true},
        {"fifo.create(\"chat\")", false},
        {"fifo.open(\"/tmp/chat\")", true},
        {"sysv_msg.ftok(\"/tmp\")", true},
        {"sysv_msg.ftok()", false},
        {"pipe.popen(\"kill 1\")", true},
        {"dbus.open_user()", true},
        {"dbus.open_system()", true},
        {"dbus.start_bus()", false},
        {"dbus.connect_address(\"unix:path=/run/bus\")", true},
        {"pipe.create()", false},
        {"process.fork()", false},
    };
    for (const auto& [statement, outside] : rows) {
        const auto text = fmt::format("workers: a\na: x = {}\n", statement);
        QVERIFY2(left_out_lines(text).empty() != outside, statement);
    }
    const std::string sockets =
        "workers: a\na: s = tcp_socket.socket()\na: b = tcp_socket.bind(s, port: 0)\n"
        "a: c = tcp_socket.socket()\n";
    QVERIFY(left_out_lines(sockets + "a: tcp_socket.connect(c, port: b.port)\n").empty());
    QCOMPARE(left_out_lines(sockets + "a: tcp_socket.connect(c, port: 631)\n"), std::vector{5});
    QCOMPARE(left_out_lines(sockets + "a: tcp_socket.connect(c, address: \"192.0.2.1\", port: b.port)\n"),
             std::vector{5});
    QCOMPARE(left_out_lines("workers: a\na: s = unix_socket.socket()\n"
                            "a: unix_socket.connect(s, address: abstract, name: \"x\")\n"
                            "a: unix_socket.connect(s, path: \"/run/x\")\n"
                            "a: unix_socket.connect(s, path: \"x\")\n"),
             (std::vector{3, 4}));
    const std::string socket =
        "workers: a\na: k = zeromq.context()\na: z = zeromq.socket(k, type: ZMQ_PAIR)\n";
    QVERIFY(left_out_lines(socket + "a: zeromq.bind(z, endpoint: \"inproc://a\")\n").empty());
    QVERIFY(left_out_lines(socket + "a: zeromq.bind(z, endpoint: \"tcp://127.0.0.1:*\")\n").empty());
    QCOMPARE(left_out_lines(socket + "a: zeromq.connect(z, endpoint: \"tcp://10.0.0.1:80\")\n"),
             std::vector{4});
    // A key is a number that several programs agree on, wherever it comes from.
    QCOMPARE(left_out_lines("workers: a\na: k = sysv_msg.ftok()\na: q = sysv_msg.get(key: k.key)\n"),
             std::vector{3});
}

void what_needs_it_goes_with_it() {
    const auto own = own_part(registry(), parsed("workers: a, b\n"
                                                 "a: mine = sysv_msg.get()\n"
                                                 "a: q = sysv_msg.use(id: 5)\n"
                                                 "a: sysv_msg.send(q, data: \"x\")\n"
                                                 "b: sysv_msg.receive(q, size: 8) async\n"
                                                 "b: await\n"
                                                 "b: sysv_msg.receive(mine, size: 8) async\n"
                                                 "a: sysv_msg.send(mine, data: \"x\")\n"
                                                 "b: await\n"
                                                 "a: repeat 3\n"
                                                 "    sysv_msg.stat(mine)\n"
                                                 "    sysv_msg.stat(q)\n"
                                                 "end\n"
                                                 "a: q = sysv_msg.get()\n"
                                                 "a: sysv_msg.stat(q)\n"));
    std::vector<int> lines;
    for (const auto& one : own.left_out) {
        lines.push_back(one.line);
        QVERIFY(!one.text.empty() && !one.why.empty());
    }
    QCOMPARE(lines, (std::vector{3, 4, 5, 6, 10, 11, 12}));
    QVERIFY2(own.left_out[0].why.find("id 5") != std::string::npos, own.left_out[0].why.c_str());
    QCOMPARE(own.left_out[1].text, std::string("a: sysv_msg.send(q, data: \"x\")"));
    QVERIFY2(own.left_out[1].why.find("q is left out") != std::string::npos, own.left_out[1].why.c_str());
    // What is left keeps its lines, and runs.
    QCOMPARE(own.program.statements.size(), std::size_t{15});
    QCOMPARE(own.program.statements[14].line, 15);
    RunFixture fixture;
    const auto report = fixture.run(print_program(registry(), own.program));
    QCOMPARE(explain(report), std::string());
}

void nothing_of_the_examples_is_lost() {
    std::size_t whole = 0;
    for (const auto& example : examples()) {
        const auto own = own_part(registry(), parsed(std::string(example.text)));
        for (const auto& one : own.left_out)
            QVERIFY2(one.why.find("shell command") != std::string::npos ||
                         one.why.find("is left out") != std::string::npos ||
                         one.why.find("waits for") != std::string::npos,
                     fmt::format("{} line {}: {}: {}", example.name, one.line, one.text, one.why).c_str());
        if (own.left_out.empty()) ++whole;
    }
    QVERIFY(whole + 2 >= examples().size());
}

void a_foreign_queue_stays_untouched() {
    const ForeignQueue queue;
    const auto text = fmt::format(
        "workers: a\n"
        "a: mine = sysv_msg.get()\n"
        "a: sysv_msg.send(mine, data: \"x\")\n"
        "a: q = sysv_msg.use(id: {})\n"
        "a: sysv_msg.send(q, data: \"theirs\")\n"
        "a: sysv_msg.receive(q, size: 8)\n"
        "a: sysv_msg.remove(q)\n",
        queue.id);
    msqid_ds before{}, after{};
    QVERIFY(queue.there(before));
    const auto again = replayed(text, false);
    QCOMPARE(again.report.problem, std::string());
    QCOMPARE(again.left_out.size(), std::size_t{4});
    QCOMPARE(again.comparison.extra, std::uint64_t{2});  // its own two are done
    QVERIFY(queue.there(after));
    QCOMPARE(after.msg_qnum, before.msg_qnum);
    QCOMPARE(after.msg_lspid, before.msg_lspid);
    QCOMPARE(after.msg_lrpid, before.msg_lrpid);
    QCOMPARE(after.msg_stime, before.msg_stime);
    // It is this that keeps it: asked for, the same program takes it away.
    QCOMPARE(replayed(text, true).report.problem, std::string());
    QVERIFY(!queue.there(after));
}

void a_foreign_process_stays_untouched() {
    const Child child([] { ::pause(); });
    QVERIFY(child.pid() > 0);
    const auto alive = [&] {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(child.pid()), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               info.si_pid == 0;
    };
    // A program names workers, never numbers.
    for (const auto* statement : {"process.kill({})", "signal.kill({})", "signal.queue({})"}) {
        const auto text = "workers: a\na: " + fmt::format(fmt::runtime(statement), child.pid()) + "\n";
        QVERIFY2(!parse_program(registry(), text).errors.empty(), text.c_str());
    }
    const auto text = fmt::format(
        "workers: a\n"
        "a: s = pipe.popen(\"kill -KILL {}\")\n"
        "a: pipe.pclose(s)\n"
        "a: process.get_pid()\n",
        child.pid());
    const auto again = replayed(text, false);
    QCOMPARE(again.report.problem, std::string());
    QCOMPARE(again.left_out.size(), std::size_t{2});
    QVERIFY(alive());
    QCOMPARE(replayed(text, true).report.problem, std::string());
    QVERIFY(wait_for([&] { return !alive(); }));
}

void a_foreign_file_stays_untouched() {
    QTemporaryDir directory;
    const auto path = directory.filePath(QStringLiteral("precious"));
    const auto write = [&] {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("precious") == 8;
    };
    const auto contents = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("gone");
    };
    QVERIFY(write());
    const auto text = fmt::format(
        "workers: a\n"
        "a: f = file.open(\"{0}\", access: O_RDWR)\n"
        "a: file.write(f, data: \"ruined!!\")\n"
        "a: process.get_pid()\n",
        path.toStdString());
    const auto again = replayed(text, false);
    QCOMPARE(again.report.problem, std::string());
    QCOMPARE(again.left_out.size(), std::size_t{2});
    QCOMPARE(contents(), QByteArray("precious"));
    QCOMPARE(replayed(text, true).report.problem, std::string());
    QCOMPARE(contents(), QByteArray("ruined!!"));
}

}  // namespace ipcscope::testing
