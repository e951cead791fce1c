// Nothing is lost that was said to be saved: removals by the command line; and a watch whose probe fails.
#include "conformance/monitor_cli/monitor_cli.h"
#include "helpers/cli.h"
#include "helpers/wait.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <csignal>
#include <cstring>
#include <mqueue.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <sys/msg.h>
#include <sys/shm.h>
#include <sys/stat.h>

using namespace ipcscope::testing;
using Json = nlohmann::json;

namespace {

Json json_of(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return Json::parse(file.readAll().toStdString(), nullptr, false);
}

// Octets as the document has them.
std::size_t size_of(const Json& octets) {
    if (octets.contains("utf8")) return octets["utf8"].get<std::string>().size();
    return static_cast<std::size_t>(
        QByteArray::fromBase64(QByteArray::fromStdString(octets.value("base64", std::string()))).size());
}

}  // namespace

class TestRemovals : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    CliRun remove(const QString& ref, const QStringList& more) const {
        return run_cli(QStringList{"remove", ref} + more, {}, directory_.path());
    }

private slots:
    void initTestCase() { QVERIFY(directory_.isValid()); }

    void longMessagesAreSavedWhole() {
        const int queue = ::msgget(IPC_PRIVATE, IPC_CREAT | 0600);
        QVERIFY(queue >= 0);
        const auto gone = qScopeGuard([&] { ::msgctl(queue, IPC_RMID, nullptr); });
        struct {
            long type = 3;
            char text[5000];
        } message;
        std::memset(message.text, 'm', sizeof message.text);
        QCOMPARE(::msgsnd(queue, &message, sizeof message.text, IPC_NOWAIT), 0);
        const auto path = directory_.filePath("whole.json");
        const auto done = remove(QString("sysv_msg:%1").arg(queue), {"--yes", "--save", path});
        QVERIFY2(done.code == 0, done.err.constData());
        const auto saved = json_of(path);
        const auto& messages = saved.at("contents").at("contents");
        QCOMPARE(messages.size(), std::size_t{1});
        QCOMPARE(size_of(messages[0].at("data")), sizeof message.text);
    }

    // Where no program may be loaded into the kernel, its messages cannot be seen.
    void messagesThatCannotBeSavedStay() {
        const auto name = QString("/ipcscope-removals-%1").arg(::getpid()).toUtf8();
        mq_attr attr{};
        attr.mq_maxmsg = 2;
        attr.mq_msgsize = 32;
        const mqd_t queue = ::mq_open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600, &attr);
        if (queue < 0) QSKIP("no POSIX queue can be made here");
        const auto gone = qScopeGuard([&] { ::mq_close(queue), ::mq_unlink(name.constData()); });
        const auto is_there = [&] {
            const mqd_t again = ::mq_open(name.constData(), O_RDONLY | O_CLOEXEC);
            if (again >= 0) ::mq_close(again);
            return again >= 0;
        };
        QCOMPARE(::mq_send(queue, "not lost", 8, 1), 0);
        const auto ref = "posix_mq:" + QString::fromUtf8(name);
        const auto dry = remove(ref, {"--dry-run"});
        QCOMPARE(dry.code, 0);
        const auto path = directory_.filePath("queue.json");
        const auto first = remove(ref, {"--yes", "--save", path});
        if (first.code == 0) {  // they can: then they are
            QVERIFY2(dry.out.contains("its contents are saved first"), dry.out.constData());
            QVERIFY(!is_there());
            QFile saved(path);
            QVERIFY(saved.open(QIODevice::ReadOnly));
            QVERIFY(saved.readAll().contains("not lost"));
            return;
        }
        QVERIFY2(dry.out.contains("its contents cannot be looked at now"), dry.out.constData());
        QCOMPARE(first.code, 2);
        QVERIFY2(first.err.contains("nothing was removed") && first.err.contains("--no-save"),
                 first.err.constData());
        QVERIFY(is_there());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(remove(ref, {"--yes", "--no-save"}).code, 0);
        QVERIFY(!is_there());
    }

    // An empty one has nothing to be saved.
    void emptyQueuesGo() {
        const auto name = QString("/ipcscope-removals-empty-%1").arg(::getpid()).toUtf8();
        mq_attr attr{};
        attr.mq_maxmsg = 2;
        attr.mq_msgsize = 32;
        const mqd_t queue = ::mq_open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600, &attr);
        if (queue < 0) QSKIP("no POSIX queue can be made here");
        const auto gone = qScopeGuard([&] { ::mq_close(queue), ::mq_unlink(name.constData()); });
        const auto done = remove("posix_mq:" + QString::fromUtf8(name), {"--yes"});
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY2(!done.out.contains("saved"), done.out.constData());
        const auto fifo = directory_.filePath("fifo");
        QCOMPARE(::mkfifo(fifo.toLocal8Bit().constData(), 0600), 0);
        const auto named = remove("fifo:" + fifo, {"--yes"});
        if (named.err.contains("there is no")) QSKIP("the temporary directory is not looked into");
        QVERIFY2(named.code == 0, named.err.constData());
        QVERIFY(!QFile::exists(fifo));
    }

    void ofWhatIsTooLargeNoPartIsTakenForAll() {
        const int segment = ::shmget(IPC_PRIVATE, (16 << 20) + 4096, IPC_CREAT | 0600);
        if (segment < 0) QSKIP("no segment of this size can be made here");
        const auto gone = qScopeGuard([&] { ::shmctl(segment, IPC_RMID, nullptr); });
        const auto ref = QString("sysv_shm:%1").arg(segment);
        const auto path = directory_.filePath("segment.json");
        const auto kept = remove(ref, {"--yes", "--save", path});
        QCOMPARE(kept.code, 2);
        QVERIFY2(kept.err.contains("only a part of its contents can be saved: 16777216 of 16781312 bytes"),
                 kept.err.constData());
        QVERIFY(!QFile::exists(path));
        shmid_ds state{};
        QCOMPARE(::shmctl(segment, IPC_STAT, &state), 0);
        QCOMPARE(remove(ref, {"--yes", "--no-save"}).code, 0);
        QCOMPARE(::shmctl(segment, IPC_STAT, &state), -1);
    }

    // A probe that was ended, or did not answer in time, may do better the next time.
    void aWatchTriesAgain() {
        QTemporaryDir programs;
        const auto cli = programs.filePath("ipcscope-cli");
        QVERIFY(QFile::copy(IPCSCOPE_BIN_DIR "/ipcscope-cli", cli));
        const auto probe = [&](const QByteArray& before) {
            QFile script(programs.filePath("ipcscope-probe"));
            QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
            script.write("#!/bin/sh\n" + before + "exec '" IPCSCOPE_BIN_DIR "/ipcscope-probe' \"$@\"\n");
            script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        const auto flag = programs.filePath("failed");
        probe("[ -e '" + flag.toLocal8Bit() + "' ] || { touch '" + flag.toLocal8Bit() + "'; exit 1; }\n");
        QProcess watch;
        watch.start(cli, {"watch", "--json", "--period", "0.5", "--share", "100", "--mechanism", "fifo"});
        QByteArray seen;
        const bool began = wait_for(
            [&] {
                watch.waitForReadyRead(10);
                seen += watch.readAllStandardOutput();
                return seen.contains("\"began\"") || watch.state() == QProcess::NotRunning;
            },
            std::chrono::seconds(60));
        const auto said = seen + watch.readAllStandardError();
        QVERIFY2(began && seen.contains("\"began\""), said.constData());
        QVERIFY(QFile::exists(flag));
        ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
        QVERIFY(watch.waitForFinished(60'000));
        QCOMPARE(watch.exitCode(), 128 + SIGINT);
        // But what fails for ever ends.
        probe("exit 1\n");
        watch.start(cli, {"watch", "--period", "0.02", "--share", "100"});
        QVERIFY(watch.waitForFinished(60'000));
        QCOMPARE(watch.exitCode(), 3);
        QVERIFY(watch.readAllStandardError().contains("the probe ended"));
    }
};

std::unique_ptr<QObject> monitor_cli::removals() {
    return std::make_unique<TestRemovals>();
}
#include "removals.moc"
