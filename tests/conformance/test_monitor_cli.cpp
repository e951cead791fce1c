// ipcscope-cli list, watch, peek, who, remove, kill: on real objects that the test makes.
#include <QTemporaryDir>
#include <QtTest>

#ifndef Q_MOC_RUN
#include "conformance/monitor_cli/monitor_cli.h"
#include "helpers/child.h"
#include "helpers/cli.h"
#include "helpers/json_schema.h"
#include "helpers/subjects.h"
#include "helpers/wait.h"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#endif

using namespace ipcscope::testing;
using Json = nlohmann::json;

namespace {

struct Queue {
    Queue() : id(::msgget(IPC_PRIVATE, IPC_CREAT | 0600)) {}
    ~Queue() { remove(); }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    void remove() {
        if (id >= 0) ::msgctl(id, IPC_RMID, nullptr);
        id = -1;
    }
    bool send(const char* text) const {
        struct {
            long type;
            char text[32];
        } message{7, {}};
        std::strncpy(message.text, text, sizeof message.text - 1);
        return ::msgsnd(id, &message, std::strlen(text), IPC_NOWAIT) == 0;
    }
    msqid_ds look() const {
        msqid_ds out{};
        ::msgctl(id, IPC_STAT, &out);
        return out;
    }
    QString ref() const { return QString("sysv_msg:%1").arg(id); }
    int id;
};

Json schema() {
    std::ifstream file(IPCSCOPE_SOURCE_DIR "/engine/monitor/schema.json");
    return Json::parse(file, nullptr, false);
}

Json parsed(const QByteArray& text) {
    return Json::parse(text.toStdString(), nullptr, false);
}

}  // namespace

class TestMonitorCli : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    QString fault(const QByteArray& text, const char* what) const {
        const auto document = schema();
        if (document.is_discarded()) return "the schema is no JSON";
        return QString::fromStdString(schema_fault(document, document.at("$defs").at(what), parsed(text)));
    }

private slots:
    void initTestCase() { QVERIFY(directory_.isValid()); }

    void listShowsWhatThereIs() {
        const Queue queue;
        QVERIFY(queue.id >= 0);
        QVERIFY(queue.send("one") && queue.send("three"));
        const auto listed = run_cli({"list", "--json", "--mechanism", "sysv_msg"});
        QCOMPARE(listed.code, 0);
        QCOMPARE(fault(listed.out, "list"), QString());
        bool found = false;
        const auto document = parsed(listed.out);
        for (const auto& object : document.at("objects")) {
            if (object.at("ref") != queue.ref().toStdString()) continue;
            found = true;
            QCOMPARE(object.at("fields").at("messages").at("value").get<int>(), 2);
            QCOMPARE(object.at("fields").at("cbytes").at("value").get<int>(), 8);
            QCOMPARE(object.at("fields").at("cbytes").at("unit").get<std::string>(), "bytes");
            QCOMPARE(object.at("mode").get<std::string>(), "0600");
        }
        QVERIFY(found);
        const auto text = run_cli({"list", "--filter", "ref == \"" + queue.ref() + "\" and messages == 2"});
        QVERIFY(text.out.contains(queue.ref().toUtf8() + ' '));
        QCOMPARE(run_cli({"list", "--fields", "ref,messages", "--filter", "ref == \"" + queue.ref() + "\""})
                     .out.count('\n'),
                 2);
    }

    void allOfItFitsTheSchema() {
        const auto listed = run_cli({"list", "--json"});
        QCOMPARE(listed.code, 0);
        QCOMPARE(fault(listed.out, "list"), QString());
        const auto me = run_cli({"who", QString::number(::getpid()), "--json"});
        QCOMPARE(me.code, 0);
        QCOMPARE(fault(me.out, "who"), QString());
        const auto advice = run_cli({"advise", "--json"});
        QCOMPARE(advice.code, 0);
        QCOMPARE(fault(advice.out, "advise"), QString());
    }

    void oddNamesInCsv() {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);  // only we hold it, not what is started
        char name[16] = {};
        ::prctl(PR_GET_NAME, name);
        ::prctl(PR_SET_NAME, "a,\"b\"");
        char link[64] = {};
        const auto path = QString("/proc/self/fd/%1").arg(ends[0]).toUtf8();
        QVERIFY(::readlink(path.constData(), link, sizeof link - 1) > 0);
        const auto listed = run_cli(
            {"list", "--csv", "--fields", "ref,process", "--filter", QString("ref == \"%1\"").arg(link)});
        ::prctl(PR_SET_NAME, name);
        ::close(ends[0]);
        ::close(ends[1]);
        QCOMPARE(listed.code, 0);
        QVERIFY2(listed.out.contains(QByteArray(link) + ",\"a,\"\"b\"\" ("), listed.out.constData());
    }

    void watchSeesAQueueComeFillAndGo() {
        QProcess watch;
        watch.start(IPCSCOPE_BIN_DIR "/ipcscope-cli",
                    {"watch", "--json", "--period", "0.02", "--share", "100", "--mechanism", "sysv_msg",
                     "--record", directory_.filePath("seen.ipcscope")});
        QByteArray seen;
        const auto says = [&](const QByteArray& text) {
            return wait_for(
                [&] {
                    watch.waitForReadyRead(10);
                    seen += watch.readAllStandardOutput();
                    return seen.contains(text);
                },
                std::chrono::seconds(60));
        };
        QVERIFY2(says("\"began\""), seen.constData());
        Queue queue;
        const auto ref = queue.ref().toUtf8();
        QVERIFY2(says("\"appeared\""), seen.constData());
        QVERIFY2(says(ref), seen.constData());
        QVERIFY(queue.send("text"));
        QVERIFY2(says("\"messages\":{\"before\":0,\"now\":1}"), seen.constData());
        queue.remove();
        QVERIFY2(says("\"vanished\""), seen.constData());
        ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
        QVERIFY(watch.waitForFinished(60'000));
        QCOMPARE(watch.exitCode(), 128 + SIGINT);
        seen += watch.readAllStandardOutput();
        for (const auto& line : seen.split('\n'))
            if (!line.isEmpty()) QCOMPARE(fault(line, "watch"), QString());

        const auto events = run_cli({"events", directory_.filePath("seen.ipcscope")});
        QCOMPARE(events.code, 0);
        QVERIFY2(events.out.contains("machine.appeared"), events.out.constData());
        QVERIFY2(events.out.contains("machine.vanished"), events.out.constData());
        // It is others' work: nothing of it is done again, and that is said by name.
        const auto again = run_cli({"replay", directory_.filePath("seen.ipcscope")});
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("left out, it is not this recording's own: "), again.err.constData());
        const auto info = run_cli({"info", directory_.filePath("seen.ipcscope"), "--json"});
        QCOMPARE(parsed(info.out).at("problems").size(), std::size_t{0});
        QCOMPARE(parsed(info.out).at("program").get<std::string>(), "");
    }

    void peekLeavesItAsItIs() {
        const Queue queue;
        QVERIFY(queue.send("secret"));
        const auto before = queue.look();
        const auto text = run_cli({"peek", queue.ref()});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("secret"), text.out.constData());
        QVERIFY(text.out.contains("tier: "));
        const auto json = run_cli({"peek", queue.ref(), "--json"});
        QCOMPARE(fault(json.out, "peek"), QString());
        const auto after = queue.look();
        QCOMPARE(after.msg_qnum, before.msg_qnum);
        QCOMPARE(after.msg_lrpid, before.msg_lrpid);
        QCOMPARE(after.msg_rtime, before.msg_rtime);
    }

    void removeOnlyWhenAsked() {
        Queue queue;
        QVERIFY(queue.send("keep me"));
        const auto dry = run_cli({"remove", queue.ref(), "--dry-run"}, {}, directory_.path());
        QCOMPARE(dry.code, 0);
        QVERIFY2(dry.out.contains("ipcrm -q"), dry.out.constData());
        const auto unasked = run_cli({"remove", queue.ref()}, {}, directory_.path());
        QCOMPARE(unasked.code, 2);
        QVERIFY(unasked.err.contains("--yes"));
        QCOMPARE(queue.look().msg_qnum, msgqnum_t{1});
        const auto saved = directory_.filePath("saved.json");
        const auto done = run_cli({"remove", queue.ref(), "--yes", "--save", saved}, {}, directory_.path());
        QCOMPARE(done.code, 0);
        msqid_ds gone{};
        QCOMPARE(::msgctl(queue.id, IPC_STAT, &gone), -1);
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("keep me"));
        const auto again = run_cli({"remove", queue.ref(), "--yes"}, {}, directory_.path());
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("there is no " + queue.ref().toUtf8()), again.err.constData());
        queue.id = -1;
    }

    // Another file is never written over.
    void nothingGoesIfItCannotBeSaved() {
        const Queue queue;
        QVERIFY(queue.send("keep me"));
        QFile taken(directory_.filePath("taken"));
        QVERIFY(taken.open(QIODevice::WriteOnly));
        const auto refused = run_cli({"remove", queue.ref(), "--yes", "--save", taken.fileName()});
        QCOMPARE(refused.code, 2);
        QCOMPARE(queue.look().msg_qnum, msgqnum_t{1});
    }

    // A name that another one has by now: what is said to do the same must not hit that one.
    void commandsHitNoOtherObject() {
        const auto name = QString("/ipcscope-cli-%1").arg(::getpid()).toLatin1();
        const int gone = ::shm_open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        QVERIFY(gone >= 0);
        QCOMPARE(::shm_unlink(name.constData()), 0);
        const int live = ::shm_open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        QVERIFY(live >= 0);
        struct stat file {};
        QCOMPARE(::fstat(gone, &file), 0);
        const auto of_gone =
            run_cli({"remove", QString("posix_shm:[%1]").arg(file.st_ino), "--dry-run", "--no-save"});
        const auto of_live = run_cli({"remove", "posix_shm:" + name, "--dry-run", "--no-save"});
        ::shm_unlink(name.constData());
        ::close(gone);
        ::close(live);
        QCOMPARE(of_gone.code, 0);
        QVERIFY2(of_gone.out.contains(name), of_gone.out.constData());  // what it was called
        QVERIFY2(!of_gone.out.contains("rm --"), of_gone.out.constData());
        QVERIFY2(of_live.out.contains("rm -- /dev/shm" + name), of_live.out.constData());
    }

    void whoIsAtTheOtherEnd() {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);  // only we hold it, not what is started
        char link[64] = {};
        const auto path = QString("/proc/self/fd/%1").arg(ends[0]).toUtf8();
        QVERIFY(::readlink(path.constData(), link, sizeof link - 1) > 0);
        const auto who = run_cli({"who", link});
        const Child other([&] {
            ::close(ends[0]);
            if (::write(ends[1], "x", 1) == 1) ::pause();
        });
        char octet = 0;
        QCOMPARE(::read(ends[0], &octet, 1), ssize_t{1});  // it has only the writing end by now
        const auto of_other = run_cli({"who", QString::number(other.pid())});
        const auto listed =
            run_cli({"list", "--mechanism", "pipe", "--filter", QString("pid == %1").arg(other.pid())});
        ::close(ends[0]);
        ::close(ends[1]);
        const auto reads = QString("(%1) reads and writes").arg(::getpid());
        QVERIFY2(of_other.out.contains(QString("fd %1, writes; with ").arg(ends[1]).toUtf8()),
                 of_other.out.constData());
        QVERIFY2(of_other.out.contains(reads.toUtf8()), of_other.out.constData());
        QVERIFY2(listed.out.contains(QString("(%1) writes").arg(other.pid()).toUtf8()),
                 listed.out.constData());
        QCOMPARE(who.code, 0);
        const auto me = QString("(%1) has it open as fd %2, reads").arg(::getpid()).arg(ends[0]);
        QVERIFY2(who.out.contains(me.toUtf8()), who.out.constData());
    }

    void signalsAreRefusedWhereTheyMust() {
        QCOMPARE(run_cli({"kill", "1", "TERM", "--yes"}).code, 2);
        QCOMPARE(run_cli({"kill", QString::number(::getpid()), "SIGNONE", "--yes"}).code, 2);
        const auto dry = run_cli({"kill", QString::number(::getpid()), "SIGKILL", "--dry-run"});
        QCOMPARE(dry.code, 0);
        QVERIFY2(dry.out.contains("SIGKILL"), dry.out.constData());
    }

    void mistakesAreNamed() {
        QVERIFY(run_cli({"list", "--mechanism", "sysv_mgs"}).err.contains("sysv_msg"));
        const auto filter = run_cli({"list", "--filter", "mesages > 1"});
        QCOMPARE(filter.code, 2);
        QVERIFY(filter.err.contains("messages"));
        QCOMPARE(run_cli({"list", "--sort", "nothing"}).code, 2);
        QCOMPARE(run_cli({"peek", "sysv_msg:999999999"}).code, 2);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::vector<std::unique_ptr<QObject>> subjects;
    subjects.push_back(std::make_unique<TestMonitorCli>());
    subjects.push_back(monitor_cli::removals());
    return run_subjects(argc, argv, std::move(subjects));
}
#include "test_monitor_cli.moc"
